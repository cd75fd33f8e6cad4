import CaseloadCore
import Foundation
import Testing

@testable import CaseloadExchange

@Suite struct MappingDocumentTests {
  /// The example of docs/mapping.md, as somebody would copy it.
  private static func example() throws -> String {
    let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/mapping.md")
    let text = try String(contentsOf: document, encoding: .utf8)
    let start = try #require(text.range(of: "```toml\n"))
    let end = try #require(text.range(of: "\n```", range: start.upperBound..<text.endIndex))
    return String(text[start.upperBound..<end.lowerBound])
  }

  @Test func theExampleOfTheDocumentIsAMapping() throws {
    let mapping = try MappingFile.read(Self.example())
    #expect(mapping.key == "Dossiernr")
    #expect(mapping.lastContact == .held)
    #expect(mapping.columns.count == 4)
    #expect(mapping.kinds.count == 2)
  }

  @Test func aMisspeltRuleOfItIsAnError() throws {
    let text = try Self.example().replacingOccurrences(of: "split =", with: "splitt =")
    #expect(throws: ExchangeError.self) { try MappingFile.read(text) }
  }
}
