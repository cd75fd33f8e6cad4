import CaseloadExchange
import Foundation
import Testing

@Suite struct CSVFuzzTests {
  static let pieces: [String] = [
    "a", "é", "ş", "🙂", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", " ", "'", "=", "+1", "-", "@x",
    "x y",
    "\u{301}", "0123456789", "van der", "\u{202E}", "\\",
  ]

  private func table(_ generator: inout SeededGenerator) -> [[String]] {
    let columns = Int.random(in: 1...5, using: &generator)
    return (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      (0..<columns).map { column in
        var cell = column == 0 ? "k" : ""
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
          cell += Self.pieces.randomElement(using: &generator) ?? ""
        }
        return cell
      }
    }
  }

  /// A plain RFC 4180 writer, quoting everything or only what must be.
  private func plain(_ table: [[String]], separator: String, end: String, all: Bool) -> String {
    table.map { row in
      row.map { cell in
        let special = cell.utf8.contains { [0x0A, 0x0D, 0x22].contains($0) || $0 == separator.utf8.first }
        return all || special ? "\"\(cell.replacingScalar("\"", with: "\"\""))\"" : cell
      }.joined(separator: separator)
    }.joined(separator: end) + end
  }

  @Test func whatIsWrittenIsRead() throws {
    var generator = SeededGenerator(20_261_121)
    for _ in 0..<500 {
      let table = table(&generator)
      let separator = [",", ";", "\t", "|"].randomElement(using: &generator) ?? ","
      let end = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
      let text = plain(table, separator: separator, end: end, all: Bool.random(using: &generator))
      let format = CSVFormat(separator: separator.utf8.first ?? 0)
      let found = try rows(Array(text.utf8), format, chunk: Int.random(in: 1...50, using: &generator))
      #expect(found.map { $0.cells.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } })
      #expect(found.allSatisfy { $0.problem == nil })
    }
  }

  /// What our own writer makes safe is what it was once `undo` has been applied (nothing hidden in it).
  @Test func whatOurWriterMakesSafeCanBeHadBack() throws {
    var generator = SeededGenerator(4)
    let writer = RowWriter(.csv(separator: ";"))
    for _ in 0..<500 {
      let table = table(&generator).map { $0.map { $0.replacingScalar("\u{202E}", with: "") } }
      let text = table.map(writer.row).joined()
      let found = try rows(text, separator: ";")
      #expect(found.map { $0.cells.map(SpreadsheetSafe.undo) } == table)
      for cell in found.flatMap(\.cells) {
        #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.unicodeScalars.first))
      }
    }
  }

  /// Whatever the bytes, every line is handed out or counted, and nothing ends the program.
  @Test func bytesByChanceAreRead() throws {
    var generator = SeededGenerator(99)
    let favourites: [UInt8] = [
      0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x00, 0xC3, 0xA9, 0x61, 0x20, 0xFF, 0xFE, 0xEF, 0xBB, 0xBF,
    ]
    for _ in 0..<600 {
      let length = Int.random(in: 0...120, using: &generator)
      let bytes = (0..<length).map { _ in
        Bool.random(using: &generator)
          ? favourites.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
      }
      let sniffed = try Sniffed.sniff(MemorySource(bytes))
      for encoding in FileEncoding.allCases {
        var format = sniffed.format
        format.encoding = encoding
        let whole = try rows(bytes, format, limits: CSVLimits(rowBytes: 64))
        let cut = try rows(bytes, format, chunk: 1, limits: CSVLimits(rowBytes: 64))
        #expect(whole == cut)
        #expect(zip(whole, whole.dropFirst()).allSatisfy { $0.line < $1.line })
        for row in whole where row.problem == nil {
          #expect(
            !row.cells.contains { $0.contains("\0") || $0.contains("\u{FFFD}") } || encoding != .utf8
              || String(decoding: bytes, as: UTF8.self).contains("\u{FFFD}"))
        }
      }
    }
  }

  /// A cell without a problem is text: checked against the standard library.
  @Test func aRowWithoutProblemIsValidText() throws {
    var generator = SeededGenerator(7)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        [0x61, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x99, 0x82, 0xED, 0xA0, 0xF4, 0x90, 0x00]
          .randomElement(
            using: &generator) ?? UInt8(0)
      }
      guard let row = try rows(bytes).first else { continue }
      let isText = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
      #expect((row.problem == nil) == isText, "\(bytes)")
    }
  }
}
