import Foundation
import Testing

extension OnATerminal {
  /// Handing over and standing in, with the real binary: two coaches on one store.
  @Suite("Hand-overs and absences, on the screen and in the shell")
  struct TeamTests {
    private static let day = "2026-11-23"

    private func run(_ room: Room, _ words: String..., input: String = "") throws -> Shell.Output {
      let file = try room.write("text.txt", input)
      return try room.onStore(words.map { $0 == "@" ? file : $0 } + ["--today", Self.day])
    }

    /// Two coaches of the store, and a client of the first.
    private func coaches(_ room: Room) throws -> (first: String, second: String, client: String) {
      let names = try run(room, "list", "--coach", "nobody").errors.split(separator: ":").last ?? ""
      let all = names.split(separator: ",").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      let (first, second) = (try #require(all.first), try #require(all.dropFirst().first))
      let own = try Answers(run(room, "list", "--coach", first, "--format", "json", "--columns", "number"))
      return (first, second, String(try #require(own.rows.first?["number"] as? Int)))
    }

    @Test("offered in the shell, seen and accepted on the other coach's screen, undone there")
    func handOver() throws {
      let room = try Room()
      try room.takeDemo()
      let (first, second, client) = try coaches(room)
      let offered = try run(
        room, "assign", client, "--to", second, "--note", "@", "--coach", first, input: "mind the dog")
      #expect(offered.status == 0, "\(offered.errors)")
      #expect(try run(room, "assign", client, "--to", second, "--coach", first).status == 3)
      let list = try run(room, "assign", "--coach", second)
      #expect(list.text.contains("mind the dog") && list.text.contains("open"))
      #expect(try run(room, "today", "--coach", second).text.contains("offered to you"))
      #expect(try run(room, "assign", client, "--accept", "--coach", first).status == 1)
      let tmux = try Tmux(columns: 100, rows: 30)
      try tmux.open(room.store, today: Self.day, "--coach '\(second)'")
      try tmux.wait(forText: "1 client is offered to you")
      try tmux.press("A")
      try tmux.wait(forText: "mind the dog")
      try tmux.press("Enter")
      // The form has read the record, and with it who is offered.
      try tmux.wait(for: "the form") { $0.contains("‹ accept ›") && $0.contains("offered to you by") }
      try tmux.press("C-s")
      try tmux.wait(forText: "accepted (")
      #expect(
        try Answers(run(room, "list", "--coach", second, "--format", "json", "--columns", "number")).rows
          .contains { ($0["number"] as? Int).map { String($0) } == client })
      try tmux.press("u")
      try tmux.wait(forText: "Undone: hand-over to")
      #expect(
        try run(room, "assign", client, "--decline", "--reason", "@", "--coach", second, input: "full").status
          == 0)
      #expect(try run(room, "assign", "--coach", first).text.contains("full"))
      #expect(try run(room, "assign", client, "--withdraw", "--coach", first).status == 0)
      #expect(try run(room, "assign", "--coach", first).status == 1)
      #expect(try run(room, "show", client, "--history").text.contains("declined"))
      #expect(try room.onStore("check").status == 0)
    }

    @Test(
      "who is away and who stands in: another process's absence reaches the open dashboard, and leaves it")
    func absence() throws {
      let room = try Room()
      try room.takeDemo()
      let (first, second, _) = try coaches(room)
      let tmux = try Tmux(columns: 140, rows: 40)
      try tmux.open(room.store, today: Self.day, "--coach '\(second)'")
      let added = try run(
        room, "absence", "--colleague", first, "--from", "today", "--until", "4/12", "--stand-in", second)
      #expect(added.status == 0, "\(added.errors)")
      try tmux.wait(forText: "of \(first) until 4 Dec")
      #expect(try run(room, "absence", "--colleague", first, "--from", "4/12").status == 3)
      #expect(
        try run(room, "absence", "--colleague", second, "--from", "1/12", "--stand-in", second).status == 2)
      #expect(try run(room, "absence", "--colleague", "nobody at all", "--from", "1/12").status == 2)
      let standing = try run(room, "list", "@standing-in", "--coach", second, "--format", "json")
      #expect(try Answers(standing).rows.isEmpty == false)
      #expect(try run(room, "absence").text.contains(first))
      #expect(try run(room, "absence", "--end", "1").status == 0)
      try tmux.wait(for: "the stand-in to end") { !$0.contains("of \(first) until") }
      #expect(try run(room, "absence").status == 1)
      #expect(try run(room, "undo").status == 0 && run(room, "absence").status == 0)
      #expect(try room.onStore("check").status == 0)
    }
  }
}
