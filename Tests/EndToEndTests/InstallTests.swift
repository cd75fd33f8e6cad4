import Foundation
import Testing

@Suite("What make install puts there")
struct InstallTests {
  private static func install(_ arguments: String...) throws {
    let script = Caseload.package.appendingPathComponent("scripts/install-files").path
    let room = try Room()
    let done = try Shell.run(script, arguments, environment: Caseload.environment(home: room.path))
    try #require(done.status == 0, "\(done.errors)")
  }

  private static func files(_ folder: String) throws -> Set<String> {
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return Set(
      all.filter {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: folder + "/" + $0, isDirectory: &isFolder)
          && !isFolder.boolValue
      })
  }

  @Test("program, manual in two languages, completions and exports; all of it goes away again")
  func there() throws {
    let room = try Room()
    let prefix = room.path + "/usr"
    try Self.install(Caseload.binary, prefix)
    let tables = try FileManager.default.contentsOfDirectory(
      atPath: Caseload.package.appendingPathComponent("Fixtures/department").path)
    #expect(tables.count > 20)
    #expect(
      try Self.files(prefix)
        == Set(tables.map { "share/caseload/Fixtures/department/" + $0 }).union([
          "bin/caseload", "share/man/man1/caseload.1", "share/man/nl/man1/caseload.1",
          "share/bash-completion/completions/caseload", "share/zsh/site-functions/_caseload",
          "share/fish/vendor_completions.d/caseload.fish", "share/caseload/Fixtures/register.csv",
          "share/caseload/Fixtures/contacts.csv",
        ]))
    let english = try room.read(prefix + "/share/man/man1/caseload.1")
    let dutch = try room.read(prefix + "/share/man/nl/man1/caseload.1")
    #expect(english.contains(".SH \"KEYS OF THE DASHBOARD\""))
    #expect(dutch.contains(".SH \"TOETSEN VAN HET DASHBOARD\""))
    try Self.install("--remove", prefix)
    #expect(try Self.files(prefix) == [])
    #expect(!FileManager.default.fileExists(atPath: prefix + "/share/caseload"))
  }

  @Test(
    "an installed program finds the invented exports that were installed with it",
    arguments: [[], ["--department"]])
  func demo(how: [String]) throws {
    let room = try Room()
    let prefix = room.path + "/usr"
    try Self.install(Caseload.binary, prefix)
    let done = try Shell.run(
      "/bin/sh",
      ["-c", "cd / && exec \"$0\" \"$@\"", prefix + "/bin/caseload", "demo", "--store", room.store] + how,
      environment: Caseload.environment(home: room.path))
    #expect(done.status == 0, "\(done.errors)")
    #expect(try room.onStore("list").text.contains("of 117"))
  }
}
