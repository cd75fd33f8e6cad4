import Foundation
import Testing

@testable import CaseloadExchange

@Suite struct ProfilesDocumentTests {
  @Test func theCommittedDocumentIsWhatTheProgramDoes() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/profiles.md")
    let made = ProfilesDocument.markdown()
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try made.write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(
      kept == made, "docs/profiles.md is stale: RECORD_SNAPSHOTS=1 swift test --filter ProfilesDocument")
  }
}
