import Foundation

/// A terminal of a given size with a real program in it, driven by keys and read as text.
struct Tmux {
  /// What went wrong with the harness itself.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let socket: String
  private let folder: String

  /// Starts `shellCommand` (our own words, quoted by the caller) in a terminal of `columns` x `rows`.
  /// The session is a shell, so that what stands after the program's end can be read.
  init(columns: Int, rows: Int, environment: [String: String] = [:]) throws {
    socket = "caseload-test-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    folder = NSTemporaryDirectory() + socket
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var settings = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "HOME": folder, "XDG_DATA_HOME": folder, "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder,
      "PS1": "ready$ ", "CASELOAD_USER": "J. de Vries",
    ]
    settings.merge(environment) { $1 }
    try run(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "bash --norc --noprofile"],
      environment: settings)
  }

  /// A folder of this session's own, deleted at the end.
  var home: String { folder }

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

  /// What stands on the screen, without trailing spaces.
  func screen() throws -> String {
    try run(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
  }

  /// The cell in which the hardware cursor stands: column and row from 0.
  func cursor() throws -> String {
    try run(["display-message", "-p", "#{cursor_x} #{cursor_y}"]).trimmingCharacters(in: .newlines)
  }

  /// Whether the program shows the alternate screen.
  func isOnAlternateScreen() throws -> Bool {
    try run(["display-message", "-p", "#{alternate_on}"]).hasPrefix("1")
  }

  /// The process of the program in front.
  func foregroundPID(named name: String) throws -> Int32? {
    let shell = try run(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    let children = try Shell.run("/usr/bin/pgrep", ["-P", shell, "-x", name])
    return Int32(children.text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) throws {
    try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Waits until the screen passes `test`; gives the screen, or fails with what stood there at last.
  @discardableResult
  func wait(for what: String, seconds: Double = 20, until test: (String) -> Bool) throws -> String {
    let end = Date().addingTimeInterval(seconds)
    var last = ""
    while Date() < end {
      last = try screen()
      if test(last) { return last }
      usleep(30_000)
    }
    throw Failure(description: "waited for \(what); the screen was:\n\(last)")
  }

  /// Waits until a text stands on the screen.
  @discardableResult
  func wait(forText text: String) throws -> String { try wait(for: text) { $0.contains(text) } }

  /// Ends the session and deletes its folder.
  func close() {
    _ = try? Shell.run("/usr/bin/tmux", ["-L", socket, "kill-server"])
    try? FileManager.default.removeItem(atPath: folder)
  }
}

/// Runs a program and waits for its end.
enum Shell {
  struct Output {
    var status: Int32
    var text: String
    var errors: String
  }

  static func run(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil, input: String? = nil
  ) throws -> Output {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let environment { process.environment = environment }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      try process.run()
      pipe.fileHandleForWriting.write(Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    } else {
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let words = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Output(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      text: String(decoding: text, as: UTF8.self), errors: String(decoding: words, as: UTF8.self))
  }
}

/// The program under test and the files it runs against.
enum Caseload {
  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The binary, built beside the tests.
  static let binary: String = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("caseload").path
    let built = package.appendingPathComponent(".build/debug/caseload").path
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : built
  }()

  /// A fixture of ours.
  static func fixture(_ name: String) -> String {
    package.appendingPathComponent("Fixtures").appendingPathComponent(name).path
  }

  /// The folder of real files that lies beside the package where this project is worked on; nil elsewhere.
  static let sharedData: String? = {
    var folder = package
    for _ in 0..<4 {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("shared/data").path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
    }
    return nil
  }()

  /// Runs the program without a terminal.
  static func run(_ arguments: String..., input: String? = nil, home: String) throws -> Shell.Output {
    try Shell.run(
      binary, arguments,
      environment: [
        "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": home, "XDG_DATA_HOME": home,
        "XDG_STATE_HOME": home, "CASELOAD_USER": "J. de Vries",
      ], input: input)
  }
}

/// A folder for one test, deleted when it ends.
final class Room {
  let path: String
  init() throws {
    path = NSTemporaryDirectory() + "caseload-room-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  var store: String { path + "/store.sqlite" }
  deinit { try? FileManager.default.removeItem(atPath: path) }
}
