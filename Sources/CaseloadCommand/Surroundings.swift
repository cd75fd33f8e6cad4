import CaseloadCore
import Foundation

/// The clock, the environment and the places of files: read here, once, and passed down, so that nothing below
/// the executable looks for itself and a test can say what day it is.
struct Surroundings: Sendable {
  /// Environment variables.
  var environment: [String: String]
  /// The local day, or the one asked for.
  var today: Day
  /// The moment.
  var now: Moment
  /// The person at the keyboard.
  var user: String

  /// What the process finds.
  static func current() -> Surroundings {
    let seconds = time(nil)
    let environment = ProcessInfo.processInfo.environment
    return Surroundings(
      environment: environment, today: localDay(at: seconds), now: Moment(seconds: Int64(seconds)),
      user: environment["CASELOAD_USER"] ?? environment["USER"] ?? "coach")
  }

  /// The local day of a moment.
  static func localDay(at seconds: time_t) -> Day {
    var seconds = seconds
    var local = tm()
    localtime_r(&seconds, &local)
    return Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? .earliest
  }

  /// A folder of the XDG base directory specification 0.8: the variable where it is an absolute path, else
  /// the fallback below the home folder.
  private func folder(_ variable: String, fallback: String) -> String {
    if let path = environment[variable], path.utf8.first == UInt8(ascii: "/") { return path + "/caseload" }
    return (environment["HOME"] ?? "/") + "/" + fallback + "/caseload"
  }

  /// Where the store lies unless `--store` says otherwise.
  var storePath: String { folder("XDG_DATA_HOME", fallback: ".local/share") + "/caseload.sqlite" }
  /// Where the user's own keys stand.
  var configPath: String { folder("XDG_CONFIG_HOME", fallback: ".config") + "/config.toml" }
  /// Where the desk lies.
  var deskPath: String { folder("XDG_STATE_HOME", fallback: ".local/state") + "/desk.sqlite" }

  /// The language: asked for, else the locale's, else English.
  func language(asked: Language?) -> Language {
    if let asked { return asked }
    return locale("LC_MESSAGES")?.utf8.starts(with: "nl".utf8) == true ? .dutch : .english
  }

  /// The locale that is in force for a category, such as `LC_MESSAGES`; nil where none is set (POSIX 8.2).
  func locale(_ category: String) -> String? {
    ["LC_ALL", category, "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
  }

  /// Whether the locale writes UTF-8.
  var writesUTF8: Bool {
    let folded = (locale("LC_CTYPE") ?? "").lowercased()
    return folded.contains("utf-8") || folded.contains("utf8")
  }

  /// What the core is told.
  func context(language: Language, settings: Settings = Settings()) -> Context {
    Context(today: today, now: now, actor: Actor(name: user), language: language, settings: settings)
  }
}
