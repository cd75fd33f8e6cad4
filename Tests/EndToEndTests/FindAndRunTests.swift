import Foundation
import Testing

extension OnATerminal {
  @Suite("Finding a client and running an action")
  struct FindAndRunTests {
    @Test("a client is found by half a name while another's record is open, and Esc comes back to it")
    func findFromARecord() throws {
      let (_, tmux) = try DashboardTests.opened(columns: 140, rows: 40)
      try tmux.press("j", "Enter")
      try tmux.wait(forText: "Ahmadzai", "Timeline", "Identity")
      let record = try tmux.settled()
      try tmux.press("f")
      try tmux.wait(forText: "Opened last")
      try tmux.type("vrmeul")
      try tmux.wait(forText: "Wim Vermeulen", "To verify the caller", "Postcode", "Last conversation")
      try tmux.press("Enter")
      try tmux.wait(for: "her record") { $0.contains("Vermeulen, Wim ─") && $0.contains("Timeline") }
      try tmux.press("Escape")
      // A screen read while it is being drawn holds a part of each record, so the whole of it is waited for.
      try tmux.wait(for: "the record before, as it was") { $0 == record }
      // One key goes to her again; she is the first of those opened last.
      try tmux.press("b")
      try tmux.wait(forText: "Vermeulen, Wim ─")
      try tmux.press("f")
      try tmux.wait(for: "the recent clients") {
        $0.contains("Opened last") && $0.contains("Vermeulen, Wim") && $0.contains("Ahmadzai")
      }
    }

    @Test("by birth date and by telephone number, whatever stands between the digits")
    func findByDateAndTelephone() throws {
      let (room, tmux) = try DashboardTests.opened(columns: 140, rows: 40)
      let told = try Answers(
        room.onStore(
          "list", "name:vermeulen", "--columns", "number,birth", "--today", "2026-11-21", "--format", "json"))
      let born = try #require(told.texts("birth").first).split(separator: "-").map(String.init)
      try tmux.type("f\(born[2])/\(born[1])/\(born[0])")
      // The number is there once the record was read.
      let card = try tmux.wait(for: "the card with its number") {
        $0.contains("Wim Vermeulen") && $0.contains(#/Phone +[0-9+(]/#)
      }
      let phone = try #require(card.firstMatch(of: #/Phone +([0-9+(][0-9 +()-]{7,})/#)?.1)
      let digits = phone.filter(\.isNumber)
      try tmux.press("Escape")
      try tmux.type("f+31 \(digits.dropFirst().prefix(2)) \(digits.dropFirst(3))")
      try tmux.wait(forText: "Wim Vermeulen", "To verify the caller")
    }

    @Test("an action is run from the list of keys and from the palette, which remembers it after a restart")
    func run() throws {
      let (room, tmux) = try DashboardTests.opened(columns: 80, rows: 24)
      try tmux.press("?")
      try tmux.wait(forText: "─ Keys ─", "Here, in the list")
      try tmux.type("direction of")
      try tmux.wait(for: "the list narrowed") {
        !$0.contains("Save") && $0.contains("Turn the direction of the sort")
      }
      try tmux.press("Enter")
      try tmux.wait(forText: "Client▾")
      try tmux.type(":zoo")
      try tmux.wait(forText: "─ Command ─", "zoom:")
      try tmux.press("Enter")
      try tmux.wait(for: "the zoomed list") { $0.contains("1 Caseload") && !$0.contains("3 Monitoring") }
      try tmux.press("q")
      try tmux.wait(forText: "ready$")
      try tmux.open(room.store, "--coach 'J. de Vries'")
      try tmux.press(":")
      try tmux.wait(forText: "run before")
      try tmux.press("Enter")
      try tmux.wait(for: "the zoomed list") { $0.contains("1 Caseload") && !$0.contains("3 Monitoring") }
    }

    @Test("one key leaves only the client under the cursor on the screen")
    func alone() throws {
      let (_, tmux) = try DashboardTests.opened(columns: 140, rows: 40)
      try tmux.wait(forText: "▌ Abdi, Hodan", "Ahmadzai")
      try tmux.press("o")
      let alone = try tmux.wait(for: "her alone") { $0.contains("Abdi, Hodan ─") && !$0.contains("Ahmadzai") }
      for text in ["@forgotten", "J. de Vries · Noord 2", "of 117"] {
        #expect(!alone.contains(text), "\(text)")
      }
      try tmux.press("o")
      try tmux.wait(forText: "▌ Abdi, Hodan", "Ahmadzai", "@forgotten")
    }
  }
}
