import Foundation
import Testing

extension OnATerminal {
  @Suite("Tables, columns and sorts")
  struct TableScreenTests {
    @Test(
      "a coach counts the education of the forgotten, crosses it with gender, and goes to a cell's clients")
    func cross() throws {
      let (room, tmux) = try DashboardTests.opened(columns: 80, rows: 24)
      try tmux.type("/@forgotten")
      try tmux.press("Enter")
      try tmux.wait(forText: "21 of 117")
      try tmux.press("F")
      try tmux.wait(forText: "─ Last seen ─", "list 21 of caseload 117", "all clients", "never")
      try tmux.press("F", "e", "Enter")
      try tmux.wait(forText: "─ Education level ─", "mbo 2", "not asked", "100%")
      try tmux.press("x", "g", "Enter")
      try tmux.wait(forText: "Education level × Gender", "woman", "man", "│ not asked")
      // To the first cell with somebody in it, from row to row.
      var count: Substring = ""
      try tmux.wait(for: "a cell that is not empty") { screen in
        if let found = screen.firstMatch(of: #/× woman: ([1-9]\d*) of the list's 21/#) {
          count = found.1
          return true
        }
        try tmux.press("j")
        usleep(200_000)
        return false
      }
      try tmux.press("Enter")
      let narrowed = try tmux.wait(forText: "\(count) of 117", "gender:woman")
      // The same text in the shell lists as many.
      let text = try #require(narrowed.firstMatch(of: #/ (@forgotten .*gender:woman)/#)).1
      let told = try room.onStore(
        "list", String(text), "--coach", "J. de Vries", "--today", "2026-11-21", "--format", "json")
      #expect(try Answers(told).rows.count == Int(count))
      try tmux.press("Escape")
      try tmux.wait(forText: "117 of 117")
    }

    @Test("columns and sort are each worklist's own, and there again after a restart")
    func kept() throws {
      let (room, tmux) = try DashboardTests.opened(columns: 140, rows: 40)
      try tmux.type("/@forgotten")
      try tmux.press("Enter")
      try tmux.wait(forText: "21 of 117")
      try tmux.press("C")
      try tmux.wait(forText: "Columns of @forgotten", "✓ Age", "Enter done")
      try tmux.press("Space")
      try tmux.wait(for: "the list without ages") { try Self.heads($0).contains("Age") == false }
      // The second field that begins with a g; then, behind it, the second of the menu.
      try tmux.press("Escape", "s", "g", "g", "Enter")
      try tmux.wait(for: "the sort by gender") { try Self.heads($0).contains("Gender▴") }
      try tmux.press("s", "Home", "j", "Space", "Enter")
      try tmux.wait(for: "the sort by two") { try Self.heads($0).contains("Gender▴1") }
      try tmux.press("q")
      try tmux.wait(for: "the shell") { !$0.contains("1 Caseload") }
      try tmux.open(room.store, "--coach 'J. de Vries'")
      let again = try tmux.wait(forText: "21 of 117")
      #expect(try Self.heads(again).contains("Gender▴1"))
      #expect(try !Self.heads(again).contains("Age "))
      try tmux.press("Escape")
      let all = try tmux.wait(forText: "117 of 117")
      #expect(try Self.heads(all).contains("Client▴") && Self.heads(all).contains("Age"))
    }

    /// The heads of the list's columns.
    private static func heads(_ screen: String) throws -> String {
      try #require(DashboardTests.pane("1 Caseload", of: screen).first)
    }
  }
}
