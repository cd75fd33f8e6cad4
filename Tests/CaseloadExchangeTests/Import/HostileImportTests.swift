import CaseloadCore
import Foundation
import Testing

@testable import CaseloadExchange

@Suite struct HostileImportTests {
  /// Every field that can be imported, each under its own id.
  private var header: String {
    "bsn;" + Catalogue.standard.fields.filter { $0.owner != .derived }.map(\.id.text).joined(separator: ";")
  }

  /// Whatever stands in the cells, every row is taken or refused, and what was not understood is counted.
  @Test func cellsByChance() throws {
    var generator = SeededGenerator(31)
    let columns = header.split(separator: ";").count
    let pieces = [
      "1", "12", "2022", "-", "/", ".", ",", "B", "ja", "mbo", " ", "van", "e\u{301}", "\u{202E}", "=", "'",
      "\0", "..",
      "99999999999", "00", "🙂", "|", "NNB", "x",
    ]
    var text = header + "\n"
    for row in 1...400 {
      let cells = (1..<columns).map { _ in
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }
        .joined()
      }
      text += "\(row);" + cells.joined(separator: ";") + "\n"
    }
    let (rows, refused, importer) = try clients(text.replacingScalar("\0", with: ""))
    #expect(rows.count == 400)
    #expect(refused.isEmpty)
    let raws = rows.flatMap(\.values).filter { $0.raw != nil }.count
    #expect(importer.report.columns.map(\.notUnderstood).reduce(0, +) == raws)
    for value in rows.flatMap(\.values) { #expect((value.state == .recorded) == (value.content != nil)) }
    // With NUL in some cells exactly the rows that have one are refused.
    let (fewer, more, _) = try clients(text)
    #expect(fewer.count + more.count == 400)
    #expect(!more.isEmpty && more.allSatisfy { if case .nul = $0.problem { true } else { false } })
  }

  @Test(.enabled(if: Shared.isThere, "shared/data is not there"))
  func everyNaughtyStringCanBeAName() throws {
    let file = try #require(Shared.url("hard-text/blns.json"))
    let strings = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String])
    let lines = strings.enumerated().map {
      "\($0.offset + 1);\"\($0.element.replacingScalar("\"", with: "\"\""))\""
    }
    let (rows, refused, importer) = try clients("klantnummer;naam\n" + lines.joined(separator: "\n") + "\n")
    #expect(refused.isEmpty)
    #expect(rows.count == strings.count)
    for (client, text) in zip(rows, strings) {
      guard case .name(let name)? = value(importer, client, "name")?.content else {
        // Only what is empty, spelt or seen, is no name.
        #expect(
          Mapping.usualEmpty.contains(Folding.fold(text.trimmed))
            || value(importer, client, "name")?.raw != nil)
        continue
      }
      #expect(!name.family.isEmpty)
      #expect(!name.spoken.unicodeScalars.contains("\n"))
    }
  }

  /// Bytes that are no file of rows at all end an import with a reason, or give rows, but never a crash.
  @Test func filesByChance() throws {
    var generator = SeededGenerator(8)
    for _ in 0..<300 {
      let noise = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let bytes = Array("bsn;naam;rijbewijs;geboortedatum\n".utf8) + noise
      let sniffed = try Sniffed.sniff(MemorySource(bytes))
      let reader = CSVReader(MemorySource(bytes), format: sniffed.format)
      do throws(ExchangeError) {
        let importer = try ClientImport(reader, drawn: Day(number: 20_000))
        var steps = 0
        while try importer.next() != nil { steps += 1 }
        #expect(steps == importer.report.read)
        #expect(importer.report.read == importer.report.taken + importer.report.refused)
      } catch {
        #expect(!"\(error)".isEmpty)
      }
    }
  }
}
