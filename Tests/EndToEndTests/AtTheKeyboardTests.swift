import Foundation
import Testing

/// Who is meant by "you" in the shell: the same person as on the screen.
@Suite("Who is at the keyboard")
struct AtTheKeyboardTests {
  /// The small store has the clients of one coach, and the login is another name than hers.
  private func run(_ room: Room, _ words: String..., input: String? = nil) throws -> Shell.Output {
    try room.onStore(words + ["--today", "2028-02-29"], login: "jdv042", input: input)
  }

  @Test("it is the coach whom all clients have, whatever the login: an absence is that coach's")
  func onlyCoach() throws {
    let room = try Room()
    try room.takeSmall()
    let stored = try run(room, "absence", "--from", "today", "--until", "+2w")
    #expect(stored.status == 0, "\(stored.errors)")
    let away = try Answers(run(room, "absence", "--format", "json"))
    #expect(away.texts("colleague") == ["J. de Vries"])
    // The forecast knows of these days: nobody works in the first two weeks.
    let weeks = try Answers(run(room, "forecast", "--conversations", "5", "--format", "json")).rows
      .filter { $0["kind"] as? String == "week" }
    #expect(weeks.prefix(2).allSatisfy { $0["conversations"] as? Int == 0 }, "\(weeks.prefix(3))")
    #expect(weeks.dropFirst(2).contains { ($0["conversations"] as? Int ?? 0) > 0 })
  }

  @Test("offers to that coach are shown and answered without --coach")
  func offers() throws {
    let room = try Room()
    try room.takeSmall()
    #expect(try run(room, "assign", "1", "--to", "A. Nieuw", "--new-name").status == 0)
    #expect(try run(room, "assign").text.contains("A. Nieuw"))
    #expect(try run(room, "assign", "1", "--withdraw").status == 0)
    #expect(try run(room, "assign").status == 1)
  }

  @Test("where it is a login that no colleague has, no absence is stored that covers nobody")
  func stranger() throws {
    let room = try Room()
    let file = try room.write("export.csv", "Klantnummer;Naam;Werkcoach\n1;Vos, Piet;A\n2;Kok, Anna;B\n")
    #expect(try room.onStore("import", file, "--drawn", "2028-02-28", "--today", "2028-02-29").status == 0)
    let refused = try room.onStore(["absence", "--from", "today"], login: "jdv042")
    #expect(refused.status == 2 && refused.errors.contains("jdv042") && refused.errors.contains("--coach"))
    #expect(try room.onStore("absence").status == 1, "nothing was stored")
    #expect(try room.onStore(["absence", "--from", "today", "--new-name"], login: "jdv042").status == 0)
  }

  @Test("a new colleague without clients is shown what is offered to them")
  func newColleague() throws {
    let room = try Room()
    try room.takeSmall()
    #expect(try run(room, "today", "--coach", "A. Nieuw").status == 1)
    #expect(try run(room, "assign", "1", "--to", "A. Nieuw", "--new-name").status == 0)
    let today = try run(room, "today", "--coach", "A. Nieuw", "--format", "json")
    #expect(today.status == 0, "\(today.errors)")
    #expect(try Answers(today).texts("reason") == ["offered"])
    // Of somebody to whom nobody offers anything, the coaches there are are said.
    #expect(try run(room, "today", "--coach", "B. Nieuw").errors.contains("J. de Vries"))
  }

  @Test("a note goes with --to, a reason with --decline, and neither with the other")
  func texts() throws {
    let room = try Room()
    try room.takeSmall()
    for words in [
      ["1", "--to", "A. Nieuw", "--new-name", "--reason", "-"], ["1", "--decline", "--note", "-"],
      ["1", "--accept", "--reason", "-"], ["1", "--withdraw", "--note", "-"], ["--note", "-"],
    ] {
      let refused = try room.onStore(["assign"] + words, login: "jdv042", input: "text")
      #expect(refused.status == 2, "\(words): \(refused.status) \(refused.errors)")
    }
    #expect(try run(room, "assign").status == 1, "nothing was offered")
  }

  @Test("a mistake on the line ends with 2, whichever command it is")
  func endings() throws {
    let room = try Room()
    try room.takeSmall()
    #expect(try run(room, "assign", "1", "--to", "A. Nieuw", "--new-name").status == 0)
    for words in [
      ["assign", "1", "--decline", "--coach", "A. Nieuw"],
      ["absence", "--from", "4/12", "--until", "1/12"],
      ["absence", "--from", "1/12", "--colleague", "J. de Vries", "--stand-in", "J. de Vries"],
      ["waive", "1", "cv", "--until", "+6m", "--reason", "/dev/null"],
    ] {
      let refused = try room.onStore(words + ["--today", "2028-02-29"], login: "jdv042")
      #expect(refused.status == 2, "\(words): \(refused.status) \(refused.errors)")
    }
  }

  @Test("the fields of the status and the plan are waived as little as they are set one by one")
  func together() throws {
    let room = try Room()
    try room.takeSmall()
    for field in ["status", "since", "reason", "return", "plan-review"] {
      let refused = try run(room, "waive", "1", field, "--until", "+6m", "--reason", "-", input: "no")
      #expect(refused.status == 2, "\(field): \(refused.status)")
    }
    let status = try Answers(run(room, "show", "1", "--format", "json")).rows
      .first { $0["field"] as? String == "status" }
    #expect(status?["value"] as? String == "active")
  }
}
