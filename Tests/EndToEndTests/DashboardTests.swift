import Foundation
import Testing

/// What needs a real terminal runs one test at a time: a machine with two cores then keeps up.
@Suite("On a terminal", .serialized)
enum OnATerminal {}

extension OnATerminal {
  @Suite("The dashboard at 140 x 40")
  struct DashboardTests {
    /// The dashboard on the demonstration store, and the room it lies in.
    static func opened(columns: Int, rows: Int, _ more: String = "--coach 'J. de Vries'") throws -> (
      Room, Tmux
    ) {
      let (room, tmux) = (try Room(), try Tmux(columns: columns, rows: rows))
      try room.takeDemo()
      try tmux.open(room.store, more)
      return (room, tmux)
    }

    /// What stands between two titles of panes: the same rows, other columns.
    static func pane(_ title: String, of screen: String) throws -> [String] {
      let rows = screen.components(separatedBy: "\n").map(Array.init)
      let top = try #require(rows.firstIndex { String($0).contains(title) })
      let found = try #require(String(rows[top]).range(of: title))
      let title = String(rows[top]).distance(from: String(rows[top]).startIndex, to: found.lowerBound)
      let left = try #require(rows[top][..<title].lastIndex(of: "┌"))
      let right = try #require(rows[top][left...].firstIndex(of: "┐"))
      return rows[(top + 1)...].prefix { $0.count > left && $0[left] == "│" }.map {
        String($0[min(left + 1, $0.count)..<min(right, $0.count)])
      }
    }

    @Test("each key of a filter changes the counts and all four panes together")
    func filters() throws {
      let (room, tmux) = try Self.opened(columns: 140, rows: 40)
      let before = try tmux.wait(
        forText: "1 Caseload", "2 Characteristics", "3 Monitoring", "4 Legend", "117 of 117")
      try tmux.type("/seen>3m missing:cv")
      let after = try tmux.wait(
        forText: "/ seen>3m missing:cv", "7 yes · 4 unknown · 106 no   of 117", "7 of 117")
      for title in ["1 Caseload", "2 Characteristics", "3 Monitoring"] {
        #expect(try Self.pane(title, of: before) != Self.pane(title, of: after), "\(title) did not change")
      }
      // The same question on the shell has the same answer: one definition per number.
      let told = try room.onStore(
        "list", "seen>3m missing:cv", "--coach", "J. de Vries", "--today", "2026-11-21", "--format", "json")
      let listed = try Self.pane("1 Caseload", of: after)
      for name in try Answers(told).texts("name") {
        #expect(listed.contains { $0.contains(name) }, "\(name) is not on the screen")
      }
      #expect(try Answers(told).rows.count == 7)
    }

    @Test("no frame between two keys shows new counts over old panes")
    func sameFrame() throws {
      let (_, tmux) = try Self.opened(columns: 140, rows: 40)
      var stages: Set<String> = []
      for letter in "/@forgotten" {
        try tmux.type(String(letter))
        // Each key goes out as one write, so whatever is caught has one count for the line, the list and the bars.
        for _ in 0..<3 {
          let screen = try tmux.screen()
          guard let line = screen.firstMatch(of: #/(\d+) yes · /#)?.1,
            let list = screen.firstMatch(of: #/1 Caseload ─+ (\d+) of 117/#)?.1,
            let bars = screen.firstMatch(of: #/list (\d+) of /#)?.1
          else { continue }
          #expect(line == list && list == bars, "\(screen)")
          stages.insert(String(line))
        }
      }
      let last = try tmux.wait(forText: "/ @forgotten", "21 yes")
      stages.insert(last.contains("21 yes") ? "21" : "?")
      #expect(stages.isSuperset(of: ["117", "21"]))
    }

    @Test("an unfinished term keeps the last valid result; an error has its caret and the nearest word")
    func unfinished() throws {
      let (_, tmux) = try Self.opened(columns: 140, rows: 40)
      try tmux.type("/seen>3m")
      let valid = try tmux.wait(forText: "/ seen>3m▏", "25 yes")
      let listed = try Self.pane("1 Caseload", of: valid)
      for (keys, text) in [(" edu<", "seen>3m edu<▏"), (" seen>", "seen>3m seen>▏")] {
        try tmux.type(keys)
        let screen = try tmux.wait(forText: "/ " + text, "25 yes")
        #expect(try Self.pane("1 Caseload", of: screen) == listed)
        for _ in keys { try tmux.press("BSpace") }
        try tmux.wait(forText: "/ seen>3m▏")
      }
      try tmux.type(" educaton<=mbo2")
      let wrong = try tmux.wait(forText: "no field \"educaton\"; did you mean education?")
      let rows = wrong.components(separatedBy: "\n")
      let column = try #require(rows[1].range(of: "educaton"))
      let caret = try #require(rows[2].firstIndex { "▴^".contains($0) })
      #expect(
        rows[1].distance(from: rows[1].startIndex, to: column.lowerBound)
          == rows[2].distance(from: rows[2].startIndex, to: caret))
      // What stands before the error filters on; the text as a whole has no counts.
      #expect(wrong.contains("25 of 117") && wrong.contains("— yes"))
    }

    @Test("a desk that cannot be used keeps nobody from her clients, and is said when the screen is gone")
    func noDesk() throws {
      let room = try Room()
      try room.takeDemo()
      // A file stands where the desk's folder should be.
      let inTheWay = try room.write("no-folder", "in the way")
      let tmux = try Tmux(columns: 140, rows: 40, environment: ["XDG_STATE_HOME": inTheWay])
      try tmux.open(room.store, "--coach 'J. de Vries'")
      try tmux.wait(forText: "▌ Abdi, Hodan")
      try tmux.press("q")
      try tmux.wait(forText: "could not be kept on your desk")
    }

    @Test("move, mark, record, zoom, help, worklists, sort and find do what they say")
    func keys() throws {
      let (_, tmux) = try Self.opened(columns: 140, rows: 40)
      try tmux.wait(forText: "▌ Abdi, Hodan")
      try tmux.press("j")
      try tmux.wait(forText: "▌ Ahmadzai", "row 2 of 117")
      try tmux.press("Down", "k", "Up")
      try tmux.wait(forText: "▌ Abdi, Hodan")
      try tmux.press("Space")
      try tmux.wait(for: "the mark") { $0.contains("1 marked") && $0.contains("●") }
      try tmux.press("End")
      try tmux.wait(forText: "row 117 of 117")
      try tmux.press("Home", "Enter")
      try tmux.wait(forText: "Abdi, Hodan ─", "Timeline", "Identity")
      try tmux.press("Escape")
      try tmux.wait(forText: "1 Caseload", "4 Legend")
      try tmux.press("z")
      try tmux.wait(for: "the zoomed list") { $0.contains("1 Caseload") && !$0.contains("3 Monitoring") }
      try tmux.press("z", "?")
      try tmux.wait(forText: "─ Keys ─", "Here, in the list")
      try tmux.press("Escape", "w")
      try tmux.wait(forText: "@exemption-ending", "@not-understood")
      try tmux.press("Escape", "s")
      try tmux.wait(for: "the menu of columns") { $0.contains("Sort") || $0.contains("sort") }
      try tmux.press("Escape", "f")
      try tmux.type("vermeul")
      try tmux.wait(forText: "Wim Vermeulen", "To verify the caller")
      try tmux.press("Tab")
      try tmux.wait(forText: "▌ Vermeulen, Wim")
      // The cursor is a client: turning the order round leaves it on her.
      try tmux.press("r")
      try tmux.wait(forText: "▌ Vermeulen, Wim")
    }

    @Test("Esc steps back one level at a time, and q quits")
    func levels() throws {
      let (_, tmux) = try Self.opened(columns: 140, rows: 40)
      try tmux.type("/@forgotten")
      try tmux.press("Enter")
      try tmux.wait(forText: "21 of 117", "Enter record")
      try tmux.press("z", "Enter")
      try tmux.wait(forText: "Timeline")
      try tmux.press("Escape")
      try tmux.wait(for: "the zoomed list") { $0.contains("21 of 117") && !$0.contains("3 Monitoring") }
      try tmux.press("Escape")
      try tmux.wait(forText: "3 Monitoring", "21 of 117")
      try tmux.press("Escape")
      try tmux.wait(forText: "117 of 117")
      try tmux.press("q")
      try tmux.wait(for: "the shell") { !$0.contains("1 Caseload") && $0.contains("ready$") }
    }
  }
}
