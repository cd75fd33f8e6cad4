import Foundation
import Testing

@Suite("caseload doctor")
struct DoctorTests {
  /// Lines by their first word after the sign.
  private static func lines(_ output: Shell.Output) -> [String: String] {
    var lines: [String: String] = [:]
    for line in output.text.split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      if words.count > 1, words[0].count == 1 { lines[String(words[1])] = String(line) }
    }
    return lines
  }

  private static func doctor(_ room: Room, _ more: [String: String] = [:], _ arguments: String...) throws
    -> Shell.Output
  {
    var environment = Caseload.environment(home: room.path)
    environment["TERM"] = "xterm-256color"
    environment.merge(more) { $1 }
    return try Shell.run(
      Caseload.binary, ["doctor", "--store", room.store] + arguments, environment: environment)
  }

  @Test("where there is no store yet it says how to begin, makes nothing, and ends with 0")
  func begin() throws {
    let room = try Room()
    let done = try Self.doctor(room)
    #expect(done.status == 0, "\(done.errors)")
    let lines = Self.lines(done)
    #expect(lines["store"]?.hasPrefix("? ") == true)
    #expect(lines["store"]?.contains("caseload import") == true)
    #expect(lines["terminal"] == "✓ terminal  xterm-256color, 256 colours")
    #expect(lines["program"]?.contains("SQLite 3.") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: room.path) == [])
  }

  @Test("a store in good health: every line is good, and nobody's name is said")
  func healthy() throws {
    let room = try Room()
    try room.takeDemo()
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: room.path)
    let done = try Self.doctor(room)
    #expect(done.status == 0, "\(done.errors)")
    let lines = Self.lines(done)
    for subject in ["store", "permissions", "schema", "journal", "lock", "desk", "keys"] {
      #expect(lines[subject]?.hasPrefix("✓ ") == true, "\(subject): \(lines[subject] ?? "no line")")
    }
    #expect(!done.text.contains("Bakker") && !done.text.contains("de Vries"))
    #expect(done.text.hasSuffix("\nNothing needs to be done.\n"))
  }

  @Test("a store that others may open is trouble: 4, and the words say what to do")
  func open() throws {
    let room = try Room()
    try room.takeDemo()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: room.store)
    let done = try Self.doctor(room)
    #expect(done.status == 4)
    #expect(Self.lines(done)["store"]?.hasPrefix("‼ ") == true)
    #expect(done.text.contains("chmod 600"))
    #expect(done.text.contains("One thing needs attention"))
  }

  @Test("a desk that others may open is trouble too")
  func desk() throws {
    let room = try Room()
    let folder = room.path + "/caseload"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let desk = try room.write("caseload/desk.sqlite", "")
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: desk)
    let done = try Self.doctor(room)
    #expect(done.status == 4)
    #expect(Self.lines(done)["desk"]?.hasPrefix("‼ ") == true)
  }

  @Test("a file of keys with a mistake is said, with what names the line; it is no trouble of the store")
  func keys() throws {
    let room = try Room()
    try FileManager.default.createDirectory(
      atPath: room.path + "/caseload", withIntermediateDirectories: true)
    _ = try room.write("caseload/config.toml", "[keys]\nno-such-action = \"x\"\n")
    let done = try Self.doctor(room, ["XDG_CONFIG_HOME": room.path])
    #expect(done.status == 0)
    #expect(Self.lines(done)["keys"]?.hasPrefix("‼ ") == true)
    #expect(Self.lines(done)["keys"]?.contains("config --check") == true)
  }

  @Test(
    "a terminal that is not known, or cannot show a screen, is said with what helps",
    arguments: [
      ("", "TERM is not set"), ("no-such-terminal", "no-such-terminal"), ("dumb", "cannot move its cursor"),
    ])
  func terminal(term: String, words: String) throws {
    let done = try Self.doctor(Room(), ["TERM": term])
    #expect(done.status == 0)
    let line = try #require(Self.lines(done)["terminal"])
    #expect(line.hasPrefix("‼ "))
    #expect(line.contains(words))
    #expect(line.contains(" — "))
  }

  @Test("without UTF-8 it says so, in ASCII alone")
  func ascii() throws {
    let done = try Self.doctor(Room(), ["LC_ALL": "C"])
    #expect(done.text.utf8.allSatisfy { $0 < 0x7F })
    #expect(Self.lines(done)["letters"]?.hasPrefix("! ") == true)
  }

  @Test("in Dutch, by the locale or as asked")
  func dutch() throws {
    #expect(Self.lines(try Self.doctor(Room(), ["LC_ALL": "nl_NL.UTF-8"]))["taal"]?.contains("nl_NL") == true)
    let asked = try Self.doctor(Room(), [:], "--language", "nl")
    #expect(asked.text.hasSuffix("\nEr hoeft niets te gebeuren.\n"))
    #expect(Self.lines(asked)["taal"]?.contains("--language") == true)
  }

  @Test("the version is one line, and the doctor names the same")
  func version() throws {
    let room = try Room()
    let version = try room.caseload("--version").text
    #expect(version.split(separator: "\n").count == 1)
    #expect(try Self.doctor(room).text.contains("caseload " + version.dropLast() + ","))
  }
}
