import Foundation
import Testing

@Suite("Undo and redo from the shell")
struct UndoEndToEndTests {
  /// Works in the linear mode as one person, on a day.
  @discardableResult
  private static func talk(_ room: Room, as user: String, _ lines: String...) throws -> Shell.Output {
    var environment = Caseload.environment(home: room.path)
    environment["CASELOAD_USER"] = user
    environment["TERM"] = nil
    return try Shell.run(
      Caseload.binary, ["--plain", "--all", "--store", room.store, "--today", "2026-11-21"],
      environment: environment, input: lines.map { $0 + "\n" }.joined())
  }

  private static func run(_ room: Room, as user: String, _ words: String...) throws -> Shell.Output {
    var environment = Caseload.environment(home: room.path)
    environment["CASELOAD_USER"] = user
    return try Shell.run(
      Caseload.binary, [words[0], "--store", room.store, "--today", "2026-11-21"] + words.dropFirst(),
      environment: environment, input: nil)
  }

  /// The number of the client under the cursor at first, and her stories.
  private static func stories(_ room: Room, _ number: String) throws -> Int {
    try run(room, as: "A", "show", number).text.components(separatedBy: "she starts on Monday").count - 1
  }

  @Test("what was registered in the dashboard is undone and done again from the shell, and named")
  func acrossSessions() throws {
    let room = try Room()
    try room.takeSmall()
    let nothing = try Self.run(room, as: "A", "undo")
    #expect(nothing.status == 1 && nothing.errors.contains("nothing of yours"), "\(nothing.errors)")
    let saved = try Self.talk(room, as: "A", "1", "c", "<End>she starts on Monday<C-s>", "q")
    #expect(saved.text.contains("Saved: conversation of 21 Nov with "), "\(saved.text)")
    let list = try Self.run(
      room, as: "A", "list", "note:Monday", "--all", "--format", "csv", "--columns", "number")
    let number = try #require(list.text.firstMatch(of: #/\n(\d+)/#)).1.description
    #expect(try Self.stories(room, number) == 1)
    let undone = try Self.run(room, as: "A", "undo")
    #expect(undone.status == 0 && undone.text.hasPrefix("Undone: conversation of 21 Nov with "), "\(undone)")
    #expect(try Self.stories(room, number) == 0)
    #expect(try Self.run(room, as: "A", "undo").status == 1)
    #expect(try Self.run(room, as: "B", "redo", number).status == 1)
    let redone = try Self.run(room, as: "A", "redo", number, "--language", "nl")
    #expect(redone.status == 0 && redone.text.hasPrefix("Opnieuw gedaan: gesprek van 21 nov met "))
    #expect(try Self.stories(room, number) == 1)
    let history = try Self.run(room, as: "A", "show", number, "--history")
    #expect(history.text.contains(" · A · conversation of 21 Nov added\n"), "\(history.text)")
    #expect(history.text.contains(" · A · done again: conversation of 21 Nov\n"))
    let rows = try Answers(Self.run(room, as: "A", "show", number, "--history", "--format", "json"))
    #expect(rows.rows.count == 3)
    #expect(try Self.run(room, as: "A", "undo", "4000").status == 1)
    #expect(try Self.run(room, as: "A", "undo", "x").status == 2)
    #expect(try room.onStore("check").status == 0)
  }

  @Test("what a colleague changed since is a conflict, told field by field: exit 3")
  func conflict() throws {
    let room = try Room()
    try room.takeSmall()
    try Self.talk(room, as: "A. Bos", "1", "m", "<C-s>", "q")
    try Self.talk(room, as: "B. Vos", "1", "c", "<End>reached<C-s>", "q")
    let refused = try Self.run(room, as: "A. Bos", "undo")
    #expect(refused.status == 3 && refused.text.isEmpty, "\(refused)")
    #expect(refused.errors.contains("Cannot be undone: attempt of 21 Nov with "), "\(refused.errors)")
    #expect(refused.errors.contains("  Errand done\n    you wrote: nothing\n    there now: 21 Nov\n"))
    #expect(refused.errors.contains("by B. Vos, "))
    // In the linear mode too, and there it is undone once the colleague took hers back.
    #expect(try Self.talk(room, as: "A. Bos", "undo", "q").text.contains("Errand done: you wrote: nothing"))
    #expect(try Self.run(room, as: "B. Vos", "undo").status == 0)
    let undone = try Self.talk(room, as: "A. Bos", "undo", "q")
    #expect(undone.text.contains("Undone: attempt of 21 Nov with "), "\(undone.text)")
  }

  @Test("a store that is not there: exit 4")
  func noStore() throws {
    let room = try Room()
    #expect(try Self.run(room, as: "A", "undo").status == 4)
    #expect(try Self.run(room, as: "A", "redo", "1").status == 4)
  }
}
