import CaseloadCore
import Testing

@testable import CaseloadCommand

@Suite("The surroundings of a run")
struct SurroundingsTests {
  private static func with(_ environment: [String: String]) -> Surroundings {
    Surroundings(environment: environment, today: .earliest, now: Moment(seconds: 0), user: "coach")
  }

  @Test("files lie under the XDG folders where these are absolute, else below the home folder")
  func places() {
    #expect(
      Self.with(["XDG_DATA_HOME": "/data", "HOME": "/home/c"]).storePath == "/data/caseload/caseload.sqlite")
    // The XDG base directory specification: a relative path is to be ignored.
    let relative = Self.with(["XDG_DATA_HOME": "data", "XDG_STATE_HOME": "", "HOME": "/home/c"])
    #expect(relative.storePath == "/home/c/.local/share/caseload/caseload.sqlite")
    #expect(relative.deskPath == "/home/c/.local/state/caseload/desk.sqlite")
  }

  @Test("the language is the one asked for, else the locale's, else English")
  func language() {
    #expect(Self.with(["LANG": "nl_NL.UTF-8"]).language(asked: nil) == .dutch)
    #expect(Self.with(["LC_ALL": "en_GB.UTF-8", "LANG": "nl_NL.UTF-8"]).language(asked: nil) == .english)
    #expect(Self.with(["LC_ALL": "", "LANG": "nl_NL.UTF-8"]).language(asked: nil) == .dutch)
    #expect(Self.with([:]).language(asked: nil) == .english)
    #expect(Self.with(["LANG": "nl_NL.UTF-8"]).language(asked: .english) == .english)
  }

  @Test("a pinned day never changes; the real one wakes at midnight")
  func clock() {
    let pinned = DayClock(pinned: .earliest)
    #expect(pinned.newDay(after: .earliest) == nil)
    #expect(pinned.millisecondsToMidnight == nil)
    let real = DayClock(pinned: nil)
    #expect(real.newDay(after: .earliest) != nil)
    // A day has at most 25 hours, when the clocks go back.
    #expect(real.millisecondsToMidnight.map { (1...25 * 3_600_000 + 1000).contains($0) } == true)
  }
}

@Suite("Refused rows, named one by one")
struct RefusalsTests {
  @Test("up to twenty are named, the rest is counted")
  func most() {
    var refusals = Refusals()
    #expect(refusals.lines.isEmpty)
    for line in 2...26 { refusals.add(line, .keyTwice(firstLine: 1, line: line)) }
    #expect(refusals.lines.count == 21)
    #expect(refusals.lines.first?.string == "refused line 2: the key of line 2 stands in line 1 already")
    #expect(refusals.lines.last?.string == "and 5 lines more")
  }
}
