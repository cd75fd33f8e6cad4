import Foundation
import Testing

@Suite("The linear mode")
struct PlainEndToEndTests {
  private static func talk(_ room: Room, _ lines: [String], _ more: String..., locale: String = "C.UTF-8")
    throws
    -> Shell.Output
  {
    var environment = Caseload.environment(home: room.path)
    environment["LC_ALL"] = locale
    environment["TERM"] = nil
    return try Shell.run(
      Caseload.binary, ["--plain", "--store", room.store, "--today", "2026-11-21"] + more,
      environment: environment, input: lines.map { $0 + "\n" }.joined())
  }

  @Test("works through a pipe without a terminal, announces changes, and ends cleanly with its input")
  func pipe() throws {
    let room = try Room()
    try room.takeDemo()
    let done = try Self.talk(room, ["/@forgotten", "n", "mark", "record"])
    #expect(done.status == 0 && done.errors.isEmpty, "\(done.errors)")
    let lines = done.text.components(separatedBy: "\n")
    #expect(lines.contains { $0.contains(" yes, ") && $0.contains("unknown of 117.") }, "\(done.text)")
    #expect(lines.contains { $0.contains("last seen") && $0.hasSuffix("forgotten.") })
    #expect(lines.contains("1 marked."))
    #expect(!done.text.unicodeScalars.contains { (0x2500..<0x25A0).contains($0.value) || $0.value == 0x1B })
    // The same numbers as the list of the shell.
    let list = try room.onStore("list", "@forgotten", "--today", "2026-11-21", "--format", "json")
    #expect(done.text.contains("\(try Answers(list).rows.count) yes, "))
    // What was in force is in force again.
    #expect(try Self.talk(room, ["q"]).text.contains("Filter: @forgotten."))
  }

  @Test("speaks Dutch, and keeps the language that was switched to")
  func dutch() throws {
    let room = try Room()
    try room.takeDemo()
    let first = try Self.talk(room, ["L", "/ontbreekt:cv", "q"])
    #expect(first.text.contains("Het programma spreekt nu Nederlands."))
    #expect(first.text.contains(" ja, ") && first.text.contains("Gestopt."))
    #expect(try Self.talk(room, []).text.contains("Typ ? voor de opdrachten"))
    #expect(try Self.talk(room, [], "--language", "en").text.contains("Type ? for the commands"))
  }

  @Test("finds by telephone number, reads what verifies the caller, and saves a worklist by name")
  func findAndSave() throws {
    let room = try Room()
    try room.takeDemo()
    let shown = try room.onStore("show", "1", "--format", "json")
    let phone = try #require(shown.text.firstMatch(of: #/06-\d{8}/#)).0
    let done = try Self.talk(
      room, ["f \(phone)", "record", "back", "/seen>3m missing:cv", "W No CV for long", "f qqqq"])
    #expect(done.text.contains("To verify the caller") && done.text.contains(phone), "\(done.text)")
    #expect(done.text.contains("1 of 117 fits."))
    #expect(done.text.contains("Saved as @no-cv-for-long."))
    #expect(done.text.contains("Nobody of 117 fits this."))
    #expect(try room.onStore("worklists", "--today", "2026-11-21").text.contains("@no-cv-for-long"))
  }

  @Test("an import is looked at and stored line by line")
  func importing() throws {
    let room = try Room()
    try room.takeDemo()
    let export = Caseload.fixture("register.csv")
    let done = try Self.talk(room, ["i \(export)", "2026-11-21", "back", "back", "back"])
    #expect(done.text.contains("Nothing is stored yet"), "\(done.text)")
    #expect(done.text.contains("Type go on to store it, or back."))
  }

  @Test("what cannot be understood is said, and nothing is broken by it")
  func mistakes() throws {
    let room = try Room()
    try room.takeDemo()
    let done = try Self.talk(room, ["blah", "/educaton<=mbo2", "9999", "\u{1B}[2J", "f qqqq"])
    #expect(done.status == 0)
    #expect(done.text.contains("\"blah\" is no command here"))
    #expect(done.text.contains("did you mean education?"))
    #expect(!done.text.contains("\u{1B}"))
  }
}
