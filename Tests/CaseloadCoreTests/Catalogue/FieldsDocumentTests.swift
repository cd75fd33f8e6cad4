import Foundation
import Testing

@testable import CaseloadCore

@Suite struct FieldsDocumentTests {
  @Test func theCommittedDocumentIsWhatTheCatalogueSays() throws {
    let file = PackageRoot.folder.appendingPathComponent("docs/fields.md")
    let made = FieldsDocument.markdown(catalogue: .standard)
    if PackageRoot.isRecording { try made.write(to: file, atomically: true, encoding: .utf8) }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(kept == made, "docs/fields.md is stale: RECORD_SNAPSHOTS=1 swift test --filter FieldsDocument")
  }

  @Test func aColumnSignOrALineBreakDoesNotBreakTheTable() {
    let catalogue = Catalogue(fields: [
      Field(
        "a", .work, .words, label: "a|b", definition: "one\ntwo | three", uses: [.filter], owner: .coach)
    ])
    let rows = FieldsDocument.markdown(catalogue: catalogue).split(separator: "\n").filter {
      $0.hasPrefix("| `a`")
    }
    #expect(rows.count == 1)
    #expect(rows.first?.contains("a\\|b") == true)
    #expect(rows.first?.contains("one two \\| three") == true)
  }
}
