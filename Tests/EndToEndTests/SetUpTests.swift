import Foundation
import Testing

/// `scripts/set-up` on machines that have, lack, may install and may not: its commands are stand-ins in a folder of
/// their own, so that no machine is changed.
@Suite("Setting up a machine") struct SetUpTests {
  /// A machine of stand-ins: which packages it has, who asks, and whether `sudo` grants without a password.
  private struct Machine {
    let room: Room
    let folder: String

    init(has packages: [String], user: Int = 1000, sudo: Bool = false, swift: Bool = true) throws {
      room = try Room()
      folder = room.path + "/bin"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let list = packages.joined(separator: " ")
      try stand(
        "dpkg-query",
        "for p in \(list); do if [ \"${!#}\" = \"$p\" ]; then echo installed; exit 0; fi; done; exit 1")
      try stand("id", "echo \(user)")
      try stand("sudo", sudo ? "shift; exec \"$@\"" : "exit 1")
      try stand("apt-get", "echo apt-get \"$@\" >> '\(room.path)/done'")
      if swift { try stand("swift", "exit 0") }
      for tool in ["bash", "env", "grep", "true"] {
        let found = ["/usr/bin/", "/bin/"].map { $0 + tool }.first(where: FileManager.default.fileExists)
        try FileManager.default.createSymbolicLink(
          atPath: folder + "/" + tool, withDestinationPath: try #require(found))
      }
    }

    private func stand(_ name: String, _ script: String) throws {
      let path = folder + "/" + name
      try "#!/bin/bash\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    func setUp() throws -> Shell.Output {
      try Shell.run(SetUpTests.script, [], environment: ["PATH": folder, "LC_ALL": "C.UTF-8"])
    }

    /// The packages that were asked of apt-get, in its own words; nothing where it was not called.
    var asked: String { (try? String(contentsOfFile: room.path + "/done", encoding: .utf8)) ?? "" }
  }

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../scripts/set-up").standardized.path

  /// The packages as the script itself lists them.
  private static func needed() throws -> [String] {
    let text = try String(contentsOfFile: script, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.starts(with: "packages=(") })
    return line.dropFirst("packages=(".count).dropLast().split(separator: " ").map(String.init)
  }

  @Test("with everything there, nothing is installed and nothing is said")
  func complete() throws {
    let machine = try Machine(has: try Self.needed())
    let done = try machine.setUp()
    #expect(done.status == 0 && done.text.isEmpty && done.errors.isEmpty)
    #expect(machine.asked.isEmpty)
  }

  @Test("root installs just what is missing")
  func root() throws {
    let machine = try Machine(has: try Self.needed().filter { $0 != "tmux" }, user: 0)
    let done = try machine.setUp()
    #expect(done.status == 0, "\(done.errors)")
    #expect(machine.asked.contains("install") && machine.asked.contains("tmux"))
    #expect(!machine.asked.contains("libncurses-dev"))
  }

  @Test("who may use sudo without a password installs by it")
  func sudo() throws {
    let machine = try Machine(has: [], sudo: true)
    let done = try machine.setUp()
    #expect(done.status == 0, "\(done.errors)")
    for package in try Self.needed() { #expect(machine.asked.contains(package)) }
  }

  @Test("who may not install is told which packages, and the command")
  func mayNot() throws {
    let machine = try Machine(has: ["make", "git"])
    let done = try machine.setUp()
    #expect(done.status == 1)
    #expect(machine.asked.isEmpty)
    for package in try Self.needed() where !["make", "git"].contains(package) {
      #expect(done.errors.contains(package))
    }
    #expect(done.errors.contains("sudo apt-get install"))
    #expect(!done.errors.contains(" git"))
  }

  @Test("without Swift it says where Swift is got")
  func noSwift() throws {
    let done = try Machine(has: try Self.needed(), swift: false).setUp()
    #expect(done.status == 1)
    #expect(done.errors.contains("swift.org"))
  }
}
