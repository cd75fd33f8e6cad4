import Foundation
import Testing

extension OnATerminal {
  /// The register's key of a client who was added by hand, with the real binary.
  @Suite("A key for who was added by hand")
  struct KeyTests {
    /// Adds a client by hand; gives the number.
    private func addByHand(_ room: Room, _ tmux: Tmux) throws -> String {
      try tmux.open(room.store)
      try tmux.press("N")
      try tmux.wait(forText: "New client")
      try tmux.type("Nieuw, Ada")
      try tmux.press("C-s")
      try tmux.wait(forText: "Saved: ")
      try tmux.press("q")
      try tmux.wait(for: "the shell") { $0.contains("ready$") }
      let list = try room.onStore("list", "nieuw", "--format", "csv")
      return String(try #require(list.text.split(separator: "\n").last?.split(separator: ",").first))
    }

    @Test("a register that nobody knows is refused with those there are; nothing is kept under its name")
    func register() throws {
      let room = try Room()
      try room.takeSmall()
      let number = try addByHand(room, try Tmux(columns: 80, rows: 24))
      let refused = try room.onStore(
        ["key", number, "--register", "registre"], login: "J. de Vries", input: "K-911111\n")
      #expect(refused.status == 2, "\(refused.text)")
      #expect(refused.errors.contains("registre") && refused.errors.contains(" register"))
      #expect(!refused.errors.contains("911111"))
      #expect(try room.onStore("key", number, "--forget", "--register", "registre").status == 2)
      #expect(try room.onStore("key", number, "--forget").status == 3, "there is no key to take away")
    }

    @Test(
      "a citizen service number is found however it is typed, and one that fails the eleven-test is doubted")
    func dots() throws {
      let room = try Room()
      // One key of another kind, such as registers give to who has no such number.
      let keys = ["111222333", "123456782", "X-7"]
      func export(_ keys: [String]) -> String { "BSN;Naam\n" + keys.map { "\($0);Vos, Piet\n" }.joined() }
      func take(_ keys: [String], _ day: String) throws -> Shell.Output {
        try room.onStore(
          "import", room.write("e\(day).csv", export(keys)), "--drawn", day, "--today", "2026-11-21",
          "--partial")
      }
      #expect(try take(keys, "2026-11-19").text.contains("3 new"))
      let number = try addByHand(room, try Tmux(columns: 80, rows: 24))
      func key(_ typed: String) throws -> Shell.Output {
        try room.onStore(["key", number], login: "J. de Vries", input: typed + "\n")
      }
      let doubted = try key("123.456.789")
      #expect(doubted.status == 0 && doubted.errors.contains("eleven"), "\(doubted.errors)")
      #expect(!doubted.errors.contains("456"))
      #expect(try room.onStore("key", number, "--forget").status == 0)
      let kept = try key("9876.50.002")
      #expect(kept.status == 0 && kept.errors.isEmpty, "\(kept.errors)")
      #expect(try take(["987650002"], "2026-11-20").text.contains("0 new") == true)
    }

    @Test("it is typed unseen, never shown, and the register's record of the same person is found by it")
    func typed() throws {
      let room = try Room()
      try room.takeSmall()
      let tmux = try Tmux(columns: 80, rows: 24)
      let number = try addByHand(room, tmux)
      // On a terminal nothing of it is echoed.
      try tmux.command("\(Caseload.binary) key \(number) --store '\(room.store)'")
      try tmux.wait(forText: "not shown while you type")
      try tmux.type("K-911111")
      try tmux.press("Enter")
      let screen = try tmux.wait(forText: "has the register's key")
      #expect(!screen.contains("911111"))
      #expect(try !room.onStore("show", number, "--history").text.contains("911111"))
      #expect(try room.onStore("show", number, "--history").text.contains("given the register's key"))
      #expect(try room.onStore("key", number, "--forget").status == 0)
      // The register has this one: the two are joined.
      let joined = try Shell.run(
        Caseload.binary, ["key", number, "--store", room.store],
        environment: Caseload.environment(home: room.path), input: "K-900001\n")
      #expect(joined.text.contains("the register has this person already, as client 1"))
      #expect(!(joined.text + joined.errors).contains("900001"))
      #expect(try room.onStore("check").status == 0)
      #expect(try room.onStore("key", "1").status == 3)
    }
  }
}
