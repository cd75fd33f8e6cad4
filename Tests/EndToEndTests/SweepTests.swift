import Foundation
import Testing

extension OnATerminal {
  /// The sweep, with the real binary: it survives the telephone, a killed program and another day.
  @Suite("A sweep that forgets nobody")
  struct SweepTests {
    private func opened(_ room: Room, today: String = "2026-11-20") throws -> Tmux {
      let tmux = try Tmux(
        columns: 140, rows: 40, environment: ["HOME": room.path, "XDG_STATE_HOME": room.path])
      try tmux.open(room.store, today: today)
      return tmux
    }

    /// The counts under the title: "2 reached, 1 tried, 20 left".
    private func tally(_ screen: String) -> [String: Int] {
      var tally: [String: Int] = [:]
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      // It stands in the lines under the title.
      guard let title = lines.firstIndex(where: { $0.contains("Sweep · ") }) else { return [:] }
      for line in lines.dropFirst(title + 1).prefix(3) {
        for match in line.matches(of: /(\d+) (reached|with a date|tried|parked|gone|repaired|by others|left)/)
        {
          tally[String(match.2)] = Int(match.1)
        }
      }
      return tally
    }

    private func wait(_ tmux: Tmux, _ what: String, _ wanted: [String: Int]) throws {
      try tmux.wait(for: what) { screen in
        let tally = tally(screen)
        return wanted.allSatisfy { tally[$0.key, default: 0] == $0.value }
      }
    }

    @Test("the forgotten are swept through two calls, a kill, another day and a colleague's edit")
    func forgotten() throws {
      let room = try Room()
      try room.takeDemo()
      var tmux = try opened(room)
      try tmux.press("/")
      try tmux.type("@forgotten")
      try tmux.press("Enter", "S")
      let first = try tmux.wait(forText: "Sweep · @forgotten")
      let all = try #require(tally(first)["left"])
      #expect(all > 5)
      try tmux.press("m")
      try wait(tmux, "one tried", ["tried": 1, "left": all - 1])
      try tmux.press("c")
      try tmux.wait(forText: "Story")
      try tmux.type("half a stor")
      // The telephone rings, in the middle of a word.
      try tmux.press("C-t")
      try tmux.wait(forText: "half a name")
      try tmux.press("Escape")
      try tmux.wait(forText: "half a stor")
      try tmux.type("y told")
      try tmux.press("C-s")
      try wait(tmux, "one reached", ["reached": 1, "tried": 1, "left": all - 2])
      try tmux.press("n")
      try tmux.press("c")
      try tmux.wait(forText: "Story")
      try tmux.type("what is typed when the program is killed")
      try tmux.wait(forText: "program is killed")
      try tmux.waitForDesk(toHold: "program is killed")
      kill(try tmux.child(), SIGKILL)
      // Another day, another run: the sweep rests where it was, the draft with it, and who was tried is called again.
      tmux = try opened(room, today: "2026-11-23")
      try tmux.press("S")
      try tmux.wait(forText: "Go on: @forgotten")
      try tmux.press("Down", "Enter")
      try wait(tmux, "the sweep as it was", ["reached": 1, "tried": 1])
      let resumed = try tmux.screen()
      #expect(tally(resumed).values.reduce(0, +) >= all)
      try tmux.press("c")
      try tmux.wait(forText: "program is killed")
      try tmux.press("C-s")
      try wait(tmux, "two reached", ["reached": 2])
      // A colleague closes the gap of somebody who is still to be called.
      let name = try #require(
        try tmux.screen().split(separator: "\n").dropFirst(5).first { $0.contains("Last seen") })
      let family = try #require(name.split(separator: "│").first?.split(separator: ",").first)
        .trimmingCharacters(in: .whitespaces)
      let list = try room.onStore(
        "list", "@forgotten name:\"\(family)\"", "--format", "csv", "--today", "2026-11-23")
      let number = try #require(
        list.text.split(separator: "\n").dropFirst().first?.split(separator: ",").first)
      let story = try room.write("story.txt", "met her at the market")
      let told = try room.onStore(
        ["contact", String(number), "--story", story, "--today", "2026-11-23", "--again"])
      #expect(told.status == 0, "\(told.errors)")
      try tmux.wait(forText: "By somebody else's change")
      try wait(tmux, "counted as done by others", ["by others": 1])
      // Nobody answers any more, to the end of the list: one key a client. At the end of the round comes who was passed
      // over before the kill.
      for _ in 0..<all + 4 {
        let screen = try tmux.settled()
        if tally(screen)["left", default: 0] == 0 { break }
        // Who was tried on another day and again today changes no count; the screen is another all the same.
        try tmux.press(screen.contains("This round is done") ? "n" : "m")
        try tmux.wait(for: "the next one") { $0 != screen }
      }
      try wait(tmux, "the end of the list", ["left": 0, "reached": 2, "by others": 1])
      let end = tally(try tmux.screen())
      // Each of the list is in one part; who came on it meanwhile was said and not called.
      #expect(end.values.reduce(0, +) == tally(resumed).values.reduce(0, +))
      try tmux.press("q")
      try tmux.wait(forText: "The sweep rests")
      #expect(try room.onStore("check").status == 0)
    }
  }
}
