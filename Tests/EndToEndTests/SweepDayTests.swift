import Foundation
import Testing

extension OnATerminal {
  /// A coach's day as it is: nobody lets her finish.
  @Suite("Twenty-three forgotten clients, and a day that does not let one finish")
  struct SweepDayTests {
    /// A clock that stands shortly before midnight, and the two days around it. There is no other way to let a program
    /// live through a midnight: only its zone can be chosen.
    private struct Midnight {
      let zone: String
      let before: String
      let after: String

      init(in seconds: Int) {
        let now = Int(Date().timeIntervalSince1970)
        let day = 86_400
        var east = (day - seconds - now % day) % day
        if east > day / 2 { east -= day }
        let (hours, minutes, rest) = (abs(east) / 3_600, abs(east) / 60 % 60, abs(east) % 60)
        // The sign of a zone in POSIX is that of what is added to get Greenwich's time.
        zone = "CLT\(east > 0 ? "-" : "+")\(hours):\(minutes):\(rest)"
        func iso(_ local: Int) -> String {
          let formatter = DateFormatter()
          formatter.calendar = Calendar(identifier: .gregorian)
          formatter.locale = Locale(identifier: "en_US_POSIX")
          formatter.timeZone = TimeZone(secondsFromGMT: 0)
          formatter.dateFormat = "yyyy-MM-dd"
          return formatter.string(from: Date(timeIntervalSince1970: TimeInterval(local)))
        }
        before = iso(now + east)
        after = iso(now + east + seconds + 1)
      }
    }

    private let room: Room
    private let coach = "A. Akkerman"

    init() throws { room = try Room() }

    private func numbers(_ filter: String, _ today: String) throws -> [String] {
      let list = try room.onStore("list", filter, "--coach", coach, "--format", "csv", "--today", today)
      return list.text.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first }.map(
        String.init)
    }

    /// How many conversations and attempts the record of a client has.
    private func talks(_ number: String) throws -> Int {
      try room.onStore("show", number, "--coach", coach).text.split(separator: "\n")
        .count { $0.contains(" · conversation · ") || $0.contains(" · attempt · ") }
    }

    private func opened(_ zone: String) throws -> Tmux {
      let tmux = try Tmux(
        columns: 140, rows: 40,
        environment: ["HOME": room.path, "XDG_STATE_HOME": room.path, "TZ": zone])
      try tmux.command("TZ='\(zone)' \(Caseload.binary) --store '\(room.store)' --coach '\(coach)'")
      try tmux.wait(forText: "q quit")
      return tmux
    }

    private func tell(_ tmux: Tmux, _ story: String) throws {
      try tmux.wait(forText: "Story")
      try tmux.type(story)
      try tmux.wait(forText: story)
      try tmux.press("C-s")
    }

    /// The telephone rings: somebody else is found, told of and saved; then back to where one was.
    private func rings(_ tmux: Tmux, _ number: String, _ story: String, backTo text: String) throws {
      try tmux.press("C-t")
      try tmux.wait(forText: "half a name")
      try tmux.type(number)
      try tmux.press("Enter")
      try tmux.wait(forText: "client \(number)")
      try tmux.press("c")
      try tell(tmux, story)
      try tmux.wait(forText: "Saved: conversation")
      try tmux.press("Escape")
      try tmux.wait(forText: text)
    }

    @Test("two calls, a kill, midnight and a colleague in between: each is accounted for once, no story lost")
    func day() throws {
      let midnight = Midnight(in: 75)
      let made = try room.caseload(
        "demo", "--clients", "120", "--seed", "1", "--store", room.store, "--today", midnight.before)
      #expect(made.status == 0, "\(made.errors)")
      let forgotten = try numbers("@forgotten -never", midnight.before)
      let swept = Array(forgotten.prefix(23))
      try #require(swept.count == 23)
      for number in swept {
        let tagged = try room.onStore("private", number, "--tag", "w23", "--coach", coach)
        #expect(tagged.status == 0, "\(tagged.errors)")
      }
      let others = try numbers("-@forgotten", midnight.before).prefix(2)
      let (first, second) = try (#require(others.first), #require(others.last))
      let before = try swept.map(talks)

      var tmux = try opened(midnight.zone)
      try tmux.press("/")
      try tmux.type("tag:w23")
      try tmux.press("Enter", "S")
      try tmux.wait(forText: "Sweep · tag:w23", "23 left")
      try tmux.press("m")
      try tmux.wait(forText: "1 tried", "22 left")
      try tmux.press("c")
      try tmux.wait(forText: "Story")
      try tmux.type("told in two hal")
      try tmux.wait(forText: "told in two hal")
      try rings(tmux, first, "called in the middle of a word", backTo: "told in two hal")
      try tmux.type("ves")
      try tmux.press("C-s")
      try tmux.wait(forText: "1 reached", "21 left")
      try rings(tmux, second, "called between two clients", backTo: "Sweep · tag:w23")
      try tmux.wait(forText: "1 reached, 1 tried, 21 left")
      try tmux.press("c")
      try tmux.wait(forText: "Story")
      try tmux.type("typed as the program is killed")
      try tmux.wait(forText: "program is killed")
      try tmux.waitForDesk(toHold: "program is killed")
      kill(try tmux.child(), SIGKILL)
      tmux = try opened(midnight.zone)
      try tmux.press("S")
      try tmux.wait(forText: "Go on: tag:w23")
      try tmux.press("Down", "Enter")
      try tmux.wait(forText: "1 reached, 1 tried, 21 left")
      try tmux.press("c")
      try tmux.wait(forText: "program is killed")
      try tmux.press("C-s")
      try tmux.wait(forText: "2 reached, 1 tried, 20 left")

      // Midnight comes while the sweep is on the screen.
      try tmux.wait(for: "the next day", seconds: 120) { $0.contains(Self.words(midnight.after)) }
      // A colleague talks with one who is still to be called.
      let open = try numbers("tag:w23", midnight.after).filter {
        try talks($0) == before[swept.firstIndex(of: $0) ?? 0]
      }
      let theirs = try #require(open.last)
      let story = try room.write("story.txt", "met at the market")
      let told = try room.onStore([
        "contact", theirs, "--story", story, "--today", midnight.after, "--coach", coach,
      ])
      #expect(told.status == 0, "\(told.errors)")
      for _ in 0..<40 {
        let screen = try tmux.settled()
        if screen.contains(/\d+ reached/), !screen.contains(/\d+ left/), !screen.contains("1 tried,") {
          break
        }
        try tmux.press(screen.contains("This round is done") ? "n" : "m")
        try tmux.wait(for: "the next one") { $0 != screen }
      }
      try tmux.press("q")
      try tmux.wait(forText: "The sweep rests")

      // The record is what counts: who was tried on both days twice, everybody else once, whoever had the talk.
      let after = try swept.map(talks)
      let more = zip(before, after).map { $1 - $0 }
      #expect(more.filter { $0 == 2 }.count == 1 && more.filter { $0 == 1 }.count == 22, "\(more)")
      let stories = try (swept + others).map {
        try room.onStore("show", $0, "--coach", coach).text
      }.joined()
      for story in [
        "told in two halves", "called in the middle of a word", "called between two clients",
        "typed as the program is killed", "met at the market",
      ] {
        #expect(stories.ranges(of: story).count == 1, "\(story)")
      }
      #expect(try room.onStore("check").status == 0)
    }

    /// "Mon 23 Nov 2026", as the top line has it.
    private static func words(_ iso: String) -> String {
      let reader = DateFormatter()
      reader.locale = Locale(identifier: "en_US_POSIX")
      reader.timeZone = TimeZone(secondsFromGMT: 0)
      reader.dateFormat = "yyyy-MM-dd"
      let writer = DateFormatter()
      writer.locale = reader.locale
      writer.timeZone = reader.timeZone
      writer.dateFormat = "EEE d MMM yyyy"
      return reader.date(from: iso).map(writer.string) ?? iso
    }
  }
}
