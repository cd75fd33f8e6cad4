import Foundation
import Testing

extension OnATerminal {
  @Suite("A terminal that knows neither colours nor UTF-8")
  struct OldTerminalTests {
    private static let old = "TERM=vt100 LC_ALL=C "

    @Test("shows the dashboard in ASCII, its columns straight, and every key works")
    func vt100() throws {
      let (room, tmux) = (try Room(), try Tmux(columns: 80, rows: 24))
      try room.takeDemo()
      try tmux.open(room.store, "--coach 'J. de Vries'", before: Self.old)
      let screen = try tmux.wait(forText: "1 Caseload", "q quit", "117 of 117")
      for line in screen.components(separatedBy: "\n") {
        #expect(line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "\(line)")
      }
      let rows = screen.components(separatedBy: "\n")
      let top = try #require(rows.firstIndex { $0.contains("1 Caseload") })
      #expect(rows[top].hasPrefix("+-"))
      for row in rows[(top + 1)...].prefix(15) { #expect(row.hasPrefix("|") && row.hasSuffix("|"), "\(row)") }
      // No colour is sent to a terminal that has none.
      #expect(try !tmux.screenWithEscapes().contains(#/\u{1B}\[[0-9;]*3[0-7][;m]/#))
      try tmux.type("/@forgotten")
      try tmux.press("Enter", "Down", "Down")
      try tmux.wait(forText: "/ @forgotten", "of 117")
      try tmux.press("L")
      try tmux.wait(forText: "q stop", "van 117")
      try tmux.press("q")
      try tmux.wait(for: "the prompt") { $0.contains("ready$") }
    }

    @Test("the hardware cursor stands on the focused row")
    func cursor() throws {
      let (_, tmux) = try DashboardTests.opened(columns: 80, rows: 24)
      try tmux.wait(forText: "1 Caseload")
      #expect(try tmux.showsCursor())
      let first = try #require(Int(try tmux.ask("#{cursor_y}")))
      try tmux.press("j", "j")
      try tmux.wait(for: "the cursor two rows down") { _ in Int(try tmux.ask("#{cursor_y}")) == first + 2 }
      #expect(try tmux.rows()[first + 2].contains("▌"))
    }

    @Test("the words of commands are in ASCII on such a terminal, and whole in a file")
    func commands() throws {
      let (room, tmux) = (try Room(), try Tmux(columns: 120, rows: 40))
      try room.takeDemo()
      let list = "\(Caseload.binary) list --store '\(room.store)' --today 2026-11-21 nowak"
      try tmux.command("clear; LC_ALL=C \(list)")
      let screen = try tmux.wait(forText: "Client", "Nowak")
      #expect(screen.utf8.allSatisfy { $0 < 0x7F }, "\(screen)")
      try tmux.command("clear; LC_ALL=C \(list) > '\(room.path)/list.txt'; echo written")
      try tmux.wait(for: "the file") { _ in FileManager.default.fileExists(atPath: room.path + "/list.txt") }
      try tmux.wait(forText: "written")
      #expect(try room.read(room.path + "/list.txt").contains("·"))
    }
  }
}
