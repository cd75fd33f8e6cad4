import Foundation
import Testing

extension OnATerminal {
  @Suite("Other sizes of the window")
  struct SizesTests {
    private static func opened(_ columns: Int, _ rows: Int) throws -> (Room, Tmux) {
      try DashboardTests.opened(columns: columns, rows: rows)
    }

    /// Nothing is drawn wider or higher than the window, and a border that begins also ends.
    private static func expectWhole(_ tmux: Tmux, _ columns: Int, _ rows: Int) throws {
      #expect(try tmux.ask("#{pane_width}x#{pane_height}") == "\(columns)x\(rows)")
      // A screen may be caught while it is drawn; then the next one is whole.
      try tmux.wait(for: "whole borders") { screen in
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        func count(_ sign: Character) -> Int { lines.map { $0.filter { $0 == sign }.count }.reduce(0, +) }
        return lines.allSatisfy { $0.count <= columns } && lines.count <= rows + 1 && count("┌") > 0
          && ["┐", "└", "┘"].allSatisfy { count($0) == count("┌") }
          && lines.filter { $0.contains("┌") }.count == 1 && lines.filter { $0.contains("└") }.count == 1
      }
    }

    @Test("at 80 x 24 the list and one other pane, which Tab changes, with the legend as a line")
    func eighty() throws {
      let (_, tmux) = try Self.opened(80, 24)
      let first = try tmux.wait(forText: "1 Caseload", "Last seen:")
      #expect(first.contains("3 Monitoring") != first.contains("2 Characteristics"))
      #expect(!first.contains("4 Legend"))
      let other = first.contains("3 Monitoring") ? "2 Characteristics" : "3 Monitoring"
      try tmux.wait(for: "the other pane") { screen in
        if screen.contains(other) { return true }
        try tmux.press("Tab")
        usleep(300_000)
        return false
      }
      try tmux.type("/seen>3m missing:cv")
      try tmux.wait(forText: "7 yes · 4 unknown", "7 of 117")
      try tmux.press("Enter")
      try tmux.press("1", "Space", "Enter")
      try tmux.wait(forText: "Identity")
      try tmux.press("Escape", "z")
      try tmux.wait(for: "the zoomed list") { $0.contains("7 of 117") && $0.filter { $0 == "┌" }.count == 1 }
      try Self.expectWhole(tmux, 80, 24)
    }

    @Test("at 40 x 10 the list alone does everything; at 39 x 9 one line says what is needed")
    func forty() throws {
      let (_, tmux) = try Self.opened(40, 10)
      let list = try tmux.wait(forText: "1 Caseload")
      #expect(!list.contains("3 Monitoring"))
      try tmux.type("/@forgotten")
      try tmux.wait(forText: "21 yes", "21 of 117")
      try tmux.press("Enter", "j", "Space")
      try tmux.wait(forText: "1 marked")
      try tmux.press("Enter")
      try tmux.wait(forText: "Identity")
      try Self.expectWhole(tmux, 40, 10)
      try tmux.press("Escape")
      try tmux.wait(forText: "1 Caseload", "21 of 117")
      try tmux.resize(columns: 39, rows: 9)
      let small = try tmux.wait(for: "the size") {
        $0.contains("40") && $0.contains("10") && !$0.contains("Caseload")
      }
      #expect(small.split(separator: "\n").count == 1)
      try tmux.resize(columns: 40, rows: 10)
      try tmux.wait(forText: "1 Caseload", "21 of 117")
      try tmux.resize(columns: 39, rows: 9)
      try tmux.wait(for: "the size") { !$0.contains("Caseload") }
      try tmux.press("q")
      try tmux.wait(forText: "ready$")
    }

    @Test("it opens at 39 x 9 and quits there")
    func tooSmall() throws {
      let (room, tmux) = (try Room(), try Tmux(columns: 39, rows: 9))
      try room.takeDemo()
      try tmux.command("\(Caseload.binary) --store '\(room.store)' --today 2026-11-21")
      try tmux.wait(for: "the size") { _ in try tmux.isOnAlternateScreen() && tmux.screen().contains("40") }
      try tmux.press("q")
      try tmux.wait(for: "the end") { _ in try !tmux.isOnAlternateScreen() }
    }

    @Test("a storm of sizes, with keys among them, leaves a whole screen on the same client")
    func storm() throws {
      let (_, tmux) = try Self.opened(140, 40)
      try tmux.type("fvermeul")
      try tmux.press("Tab")
      try tmux.wait(forText: "▌ Vermeulen, Wim")
      var random = SeededGenerator(seed: 20_261_121)
      for step in 0..<40 {
        let (columns, rows) = (
          Int.random(in: 2...220, using: &random), Int.random(in: 2...70, using: &random)
        )
        try tmux.resize(columns: columns, rows: rows)
        if step.isMultiple(of: 3) { try tmux.press("Tab", "g", "z", "z") }
      }
      try tmux.resize(columns: 140, rows: 40)
      try tmux.press("1")
      try tmux.wait(forText: "▌ Vermeulen, Wim", "4 Legend", "row ")
      try Self.expectWhole(tmux, 140, 40)
      for (columns, rows) in [(120, 40), (119, 30), (80, 24), (79, 24), (200, 60), (40, 10)] {
        try tmux.resize(columns: columns, rows: rows)
        try tmux.wait(for: "\(columns)x\(rows)") {
          $0.contains("▌ Vermeulen") && $0.contains("4 Legend") == (columns >= 120)
        }
        try Self.expectWhole(tmux, columns, rows)
      }
    }
  }
}

/// SplitMix64: small, seeded, the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
