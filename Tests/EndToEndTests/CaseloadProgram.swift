import Foundation
import Testing

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

  /// Why tests on real files are skipped where these are not.
  static let noSharedData: Comment = "shared/data is not beside the package"

  /// What the program finds in its environment.
  static func environment(home: String) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": home, "XDG_DATA_HOME": home,
      "XDG_STATE_HOME": home, "CASELOAD_USER": "J. de Vries",
    ]
  }

  /// Runs the program without a terminal.
  static func run(_ arguments: [String], input: String? = nil, home: String) throws -> Shell.Output {
    try Shell.run(binary, arguments, environment: environment(home: home), input: input)
  }
}

/// A folder for one test, deleted when it ends.
final class Room: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "caseload-room-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where this test's store is or will be.
  var store: String { path + "/store.sqlite" }

  /// Runs the program without a terminal; its desk and its default store lie in this room.
  @discardableResult
  func caseload(_ arguments: String..., input: String? = nil) throws -> Shell.Output {
    try Caseload.run(arguments, input: input, home: path)
  }

  /// Runs a command on this room's store.
  @discardableResult
  func onStore(_ command: String, _ arguments: String...) throws -> Shell.Output {
    try Caseload.run([command, "--store", store] + arguments, home: path)
  }

  /// Runs a command, given as words, on this room's store.
  @discardableResult
  func onStore(_ words: [String]) throws -> Shell.Output {
    try Caseload.run(Array(words.prefix(1)) + ["--store", store] + words.dropFirst(), home: path)
  }

  /// Runs a command, given as words, on this room's store at somebody's login.
  @discardableResult
  func onStore(_ words: [String], login: String, input: String? = nil) throws -> Shell.Output {
    try Shell.run(
      Caseload.binary, Array(words.prefix(1)) + ["--store", store] + words.dropFirst(),
      environment: Caseload.environment(home: path).merging(["CASELOAD_USER": login]) { $1 }, input: input)
  }

  /// Writes a file of this test's own.
  func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

  /// Writes a file of this test's own, byte by byte.
  func write(_ name: String, _ bytes: Data) throws -> String {
    let file = path + "/" + name
    try bytes.write(to: URL(fileURLWithPath: file))
    return file
  }

  /// Reads a file.
  func read(_ file: String) throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

  /// A copy of a file that the test may write beside.
  func copy(of file: String, as name: String) throws -> String {
    try write(name, try Data(contentsOf: URL(fileURLWithPath: file)))
  }

  /// The demonstration store, made once for all tests, copied into this room.
  func takeDemo() throws {
    try FileManager.default.copyItem(atPath: try Demo.made.get(), toPath: store)
  }

  /// The small fixture, counted by hand, as this room's store.
  func takeSmall(since: String? = "2027-01-01") throws {
    let register = try copy(of: Caseload.fixture("small-register.csv"), as: "small-register.csv")
    let contacts = try copy(of: Caseload.fixture("small-contacts.csv"), as: "small-contacts.csv")
    var arguments = ["import", "--store", store, register, "--drawn", "2028-02-29", "--today", "2028-02-29"]
    arguments += ["--contacts", contacts]
    if let since { arguments += ["--since", since] }
    let done = try Caseload.run(arguments, home: path)
    try #require(done.status == 0, "\(done.errors)")
  }
}

/// The demonstration store, whose days are as the fixtures have them.
private enum Demo {
  static let room: Result<Room, any Error> = Result {
    // A static value is never let go, so its folder is deleted when the tests' process ends.
    atexit { Demo.remove() }
    return try Room()
  }

  private static func remove() {
    if case .success(let room) = room { try? FileManager.default.removeItem(atPath: room.path) }
  }

  static let made: Result<String, any Error> = room.flatMap { room in
    Result {
      let arguments = ["demo", "--store", room.store, "--today", "2026-11-21"]
      let done = try Caseload.run(
        arguments + ["--fixtures", Caseload.fixture("")], home: room.path)
      try #require(done.status == 0, "\(done.errors)")
      return room.store
    }
  }
}

/// What `--format json` printed: an array of objects.
struct Answers {
  let rows: [[String: Any]]

  init(_ output: Shell.Output) throws {
    rows = try #require(try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [[String: Any]])
  }

  /// The texts of one column, in the order printed.
  func texts(_ column: String) -> [String] { rows.compactMap { $0[column] as? String } }

  /// The numbers of those with this answer (`--unknown`), ascending.
  func numbers(answer: String) -> [Int] {
    rows.filter { $0["answer"] as? String == answer }.compactMap { $0["number"] as? Int }.sorted()
  }
}
