import Foundation
import Testing

extension OnATerminal {
  /// The register's key of a client who was added by hand, with the real binary.
  @Suite("A key for who was added by hand")
  struct KeyTests {
    @Test("it is typed unseen, never shown, and the register's record of the same person is found by it")
    func typed() throws {
      let room = try Room()
      try room.takeSmall()
      let tmux = try Tmux(columns: 80, rows: 24)
      try tmux.open(room.store)
      try tmux.press("N")
      try tmux.wait(forText: "New client")
      try tmux.type("Nieuw, Ada")
      try tmux.press("C-s")
      try tmux.wait(forText: "Saved: ")
      try tmux.press("q")
      try tmux.wait(for: "the shell") { $0.contains("ready$") }
      let list = try room.onStore("list", "nieuw", "--format", "csv")
      let number = try #require(list.text.split(separator: "\n").last?.split(separator: ",").first)
      // On a terminal nothing of it is echoed.
      try tmux.command("\(Caseload.binary) key \(number) --store '\(room.store)'")
      try tmux.wait(forText: "not shown while you type")
      try tmux.type("K-911111")
      try tmux.press("Enter")
      let screen = try tmux.wait(forText: "has the register's key")
      #expect(!screen.contains("911111"))
      #expect(try !room.onStore("show", String(number), "--history").text.contains("911111"))
      #expect(try room.onStore("show", String(number), "--history").text.contains("given the register's key"))
      #expect(try room.onStore("key", String(number), "--forget").status == 0)
      // The register has this one: the two are joined.
      let joined = try Shell.run(
        Caseload.binary, ["key", String(number), "--store", room.store],
        environment: Caseload.environment(home: room.path), input: "K-900001\n")
      #expect(joined.text.contains("the register has this person already, as client 1"))
      #expect(!(joined.text + joined.errors).contains("900001"))
      #expect(try room.onStore("check").status == 0)
      #expect(try room.onStore("key", "1").status == 3)
    }
  }
}
