import Foundation

/// A terminal of a given size with a shell in it, driven by keys and read as text.
final class Tmux {
  /// What went wrong with the harness itself.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let socket: String
  private let folder: String
  /// Where the desk of whoever sits here lies.
  private let desk: String

  /// Starts a shell in a terminal of `columns` x `rows`, so that what stands after a program's end can be read.
  init(columns: Int, rows: Int, environment: [String: String] = [:]) throws {
    socket = "caseload-test-\(UUID().uuidString)"
    folder = NSTemporaryDirectory() + socket
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var settings = Caseload.environment(home: folder)
    settings["XDG_CONFIG_HOME"] = folder
    settings.merge(environment) { $1 }
    desk = (settings["XDG_STATE_HOME"] ?? folder) + "/caseload/desk.sqlite"
    // The shell that tmux starts a command with forgets the prompt, so it is set for ours alone. It keeps no
    // history: hung up, it would write one into a folder that is being deleted.
    let shell = "env PS1='ready$ ' bash --norc --noprofile +o history"
    try run(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", shell],
      environment: settings)
    try wait(forText: "ready$")
  }

  deinit {
    _ = try? Shell.run("/usr/bin/tmux", ["-L", socket, "kill-server"])
    try? FileManager.default.removeItem(atPath: folder)
  }

  @discardableResult
  private func run(_ arguments: [String], environment: [String: String]? = nil) throws -> String {
    let output = try Shell.run("/usr/bin/tmux", ["-L", socket] + arguments, environment: environment)
    guard output.status == 0 else { throw Failure(description: "tmux \(arguments): \(output.errors)") }
    return output.text
  }

  /// Presses keys by their tmux names (`Enter`, `Escape`, `C-z`, `j`).
  func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

  /// Types text letter by letter.
  func type(_ text: String) throws { try run(["send-keys", "-l", text]) }

  /// Types a line into the shell.
  func command(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Opens the dashboard on a store, on a pinned day, and waits until it stands.
  @discardableResult
  func open(_ store: String, today: String = "2026-11-21", _ more: String = "", before: String = "") throws
    -> String
  {
    try command("\(before)\(Caseload.binary) --store '\(store)' --today \(today) \(more)")
    return try wait(for: "the dashboard") {
      // A message may stand where the keys are.
      $0.contains("q quit")
        || $0.contains("q stop")
        || $0.contains("the usual keys")
        || $0.contains("‹")
        || $0.contains("window")
    }
  }

  /// Writes all that the program sends to the terminal from now on into a file.
  func record(to path: String) throws { try run(["pipe-pane", "cat >> '\(path)'"]) }

  /// What stands on the screen, without trailing spaces.
  func screen() throws -> String { try rows().joined(separator: "\n") }

  /// The rows of the screen, without trailing spaces.
  func rows() throws -> [String] {
    try run(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
  }

  /// The screen with its colours as escape sequences.
  func screenWithEscapes() throws -> String { try run(["capture-pane", "-p", "-e"]) }

  /// What stands in one column of the terminal, cell by cell, as the terminal itself has it: no width of ours is
  /// asked. The cursor of tmux's copy mode must be able to reach the column along row `from - 1`.
  func cells(column: Int, from: Int, count: Int) throws -> [String] {
    var keys = [
      "copy-mode", ";", "send-keys", "-X", "top-line", ";", "send-keys", "-X", "start-of-line", ";",
    ]
    func send(_ name: String, times: Int = 1) {
      if times > 0 { keys += ["send-keys", "-X", "-N", "\(times)", name, ";"] }
    }
    send("cursor-down", times: from - 1)
    send("cursor-right", times: column)
    send("cursor-down")
    send("begin-selection")
    send("rectangle-on")
    send("cursor-down", times: count - 1)
    keys += ["send-keys", "-X", "copy-selection-and-cancel"]
    try run(keys)
    return try run(["show-buffer"]).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Tells this terminal's tmux something, and gives its answer.
  @discardableResult
  func tell(_ arguments: String...) throws -> String { try run(arguments) }

  /// A format of tmux's about this terminal, such as `#{cursor_flag}`.
  func ask(_ format: String) throws -> String {
    try run(["display-message", "-p", format]).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Whether a program shows the alternate screen.
  func isOnAlternateScreen() throws -> Bool { try ask("#{alternate_on}") == "1" }

  /// Whether the cursor can be seen.
  func showsCursor() throws -> Bool { try ask("#{cursor_flag}") == "1" }

  /// The process of the program that the shell started, read off /proc: a fresh machine need not have pgrep.
  func child(named name: String = "caseload") throws -> Int32 {
    let shell = try ask("#{pane_pid}")
    for id in try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init) {
      // A process that ended meanwhile has no such file any more. "id (name) state parent …"
      guard let stat = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
        let match = stat.wholeMatch(of: /\d+ \((.*)\) \w (\d+) .*\n?/)
      else { continue }
      if match.1 == name, match.2 == shell { return id }
    }
    throw Failure(description: "no program \(name) runs in the shell")
  }

  /// The modes of the terminal as the kernel has them.
  func modes() throws -> String {
    let output = try Shell.run("/usr/bin/stty", ["-a", "-F", try ask("#{pane_tty}")])
    guard output.status == 0 else { throw Failure(description: "stty: \(output.errors)") }
    // stty breaks its lines by the width that it believes in, which says nothing of the modes.
    return output.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) throws {
    try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Waits until the screen passes `test`; gives the screen, or fails with what stood there at last.
  @discardableResult
  func wait(for what: String, seconds: Double = 20, until test: (String) throws -> Bool) throws -> String {
    let end = Date().addingTimeInterval(seconds)
    var last = ""
    while Date() < end {
      last = try screen()
      if try test(last) { return last }
      usleep(20_000)
    }
    throw Failure(description: "waited for \(what); the screen was:\n\(last)")
  }

  /// The screen once it stands still: read while it is being drawn, it holds parts of two.
  func settled() throws -> String {
    var before: String?
    return try wait(for: "a screen that stands still") { now in
      defer { before = now }
      usleep(100_000)
      return now == before
    }
  }

  /// Waits until words that were typed lie on the desk, in its file or in what is written ahead of it: whatever kills the
  /// program from then on must not lose them.
  func waitForDesk(toHold words: String) throws {
    try wait(for: "\(words) on the desk") { _ in
      ["", "-wal"].contains { ending in
        FileManager.default.contents(atPath: desk + ending)?.range(of: Data(words.utf8)) != nil
      }
    }
  }

  /// Waits until all these texts stand on the screen together.
  @discardableResult
  func wait(forText texts: String...) throws -> String {
    try wait(for: "\(texts)") { screen in texts.allSatisfy { screen.contains($0) } }
  }
}
