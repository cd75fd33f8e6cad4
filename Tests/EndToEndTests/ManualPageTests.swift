import Foundation
import Testing

@Suite("The manual page as man reads it")
struct ManualPageTests {
  private static let manPath = "/usr/bin/man"
  private static let groffPath = "/usr/bin/groff"

  private static func page(_ language: String, in room: Room) throws -> String {
    let made = try room.caseload("manual", "--language", language)
    try #require(made.status == 0, "\(made.errors)")
    return try room.write("caseload.1", made.text)
  }

  @Test(
    "groff has nothing to remark on it",
    .enabled(if: FileManager.default.isExecutableFile(atPath: groffPath)),
    arguments: ["en", "nl"])
  func groff(language: String) throws {
    let room = try Room()
    let file = try Self.page(language, in: room)
    let done = try Shell.run(
      Self.groffPath, ["-K", "utf8", "-man", "-ww", "-T", "utf8", "-z", file],
      environment: Caseload.environment(home: room.path))
    #expect(done.errors == "")
    #expect(done.status == 0)
  }

  @Test(
    "man shows it without a warning", .enabled(if: FileManager.default.isExecutableFile(atPath: manPath)),
    arguments: [("en", "KEYS OF THE DASHBOARD"), ("nl", "TOETSEN VAN HET DASHBOARD")])
  func man(language: String, words: String) throws {
    let room = try Room()
    let file = try Self.page(language, in: room)
    var environment = Caseload.environment(home: room.path)
    environment["MANWIDTH"] = "100"
    let done = try Shell.run(
      Self.manPath, ["--warnings", "-E", "UTF-8", "-l", "-P", "cat", file], environment: environment)
    #expect(done.errors == "")
    #expect(done.text.contains(words))
    #expect(done.text.contains("caseload doctor"))
    #expect(done.text.contains("seen>3m, cv>12m"))
  }
}
