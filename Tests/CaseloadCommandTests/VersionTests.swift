import Foundation
import Testing

@testable import CaseloadCommand

@Suite("The version")
struct VersionTests {
  private static func file(_ name: String) throws -> String {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: package.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("the changelog's newest part is this version, or Unreleased while it is in development")
  func changelog() throws {
    let heads = try Self.file("CHANGELOG.md").split(separator: "\n").filter { $0.hasPrefix("## ") }
    let newest = try #require(heads.first)
    let parts = Version.current.split(separator: "-", maxSplits: 1)
    #expect(parts[0].split(separator: ".").count == 3)
    if parts.count == 2 {
      #expect(parts[1] == "development")
      #expect(newest == "## Unreleased")
    } else {
      #expect(newest.hasPrefix("## \(Version.current) ") || newest.hasPrefix("## [\(Version.current)] "))
    }
    #expect(!heads.dropFirst().contains { $0.contains(Version.current) })
  }

  @Test("the oldest GRDB is the one that the package asks for")
  func grdb() throws {
    #expect(try Self.file("Package.swift").contains("GRDB.swift\", from: \"\(Version.oldestGRDB)\""))
  }
}
