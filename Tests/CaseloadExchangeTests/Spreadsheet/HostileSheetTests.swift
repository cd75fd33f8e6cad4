import CaseloadCore
import Foundation
import Testing

@testable import CaseloadExchange

/// Spreadsheets made to do harm, or harmed themselves: each is an error in words, and nothing else.
@Suite struct HostileSheetTests {
  private static let table = SheetFile.row(1, ["bsn", "naam"]) + SheetFile.row(2, ["1", "Kok"])

  /// Reads all of it; the fault, or nil when it could be read.
  private func fault(_ bytes: [UInt8]) throws -> SpreadsheetFault? {
    do {
      _ = try sheetRows(bytes)
      return nil
    } catch let fault as SpreadsheetFault {
      return fault
    } catch let error as ExchangeError {
      guard case .spreadsheet(let fault) = error else { throw error }
      return fault
    }
  }

  private func fault(in part: String, _ text: String) throws -> SpreadsheetFault? {
    var file = SheetFile([("A", Self.table)])
    file.parts[part] = text
    return try fault(file.bytes())
  }

  @Test func aSoundOneHasNoFault() throws {
    #expect(try fault(SheetFile([("A", Self.table)]).bytes()) == nil)
  }

  @Test(arguments: ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"])
  func entitiesThatGrowAreNotRead(part: String) throws {
    let laughs =
      #"<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">"#
      + (1...9).map {
        "<!ENTITY a\($0) \"" + String(repeating: "&a\($0 == 1 ? "" : "\($0 - 1)");", count: 10) + "\">"
      }
      .joined() + "]><sst><si><t>&a9;</t></si></sst>"
    let found = try fault(in: part, laughs)
    guard case .declaresType? = found else {
      Issue.record("\(String(describing: found))")
      return
    }
  }

  @Test func aFileOutsideIsNotRead() throws {
    let outside = #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><sst><si><t>&x;</t></si></sst>"#
    #expect(try fault(in: "xl/sharedStrings.xml", outside) == .declaresType(.texts))
  }

  @Test func whatUnpacksWithoutEndIsRefused() throws {
    let bomb = "<sst><si><t>" + String(repeating: " ", count: 80 << 20) + "</t></si></sst>"
    #expect(try fault(in: "xl/sharedStrings.xml", bomb) == .tooLarge(.texts))
  }

  @Test func aTagWithoutEndIsRefused() throws {
    var generator = SeededGenerator(3)
    let noise = String(
      decoding: (0..<(3 << 18)).flatMap { _ in
        let word = generator.next()
        return (0..<8).map { UInt8(97 + (word >> (8 * $0)) % 26) }
      }, as: UTF8.self)
    let text = "<worksheet><sheetData><row r=\"" + noise
    #expect(try fault(in: "xl/worksheets/sheet1.xml", text) == .tooLarge(.sheet))
  }

  @Test func aRowWithoutEndIsRefusedAndTheNextOneRead() throws {
    let long = String(repeating: "x", count: 700_000)
    let rows = Self.table + SheetFile.row(3, [long, long]) + SheetFile.row(4, ["2", "Vos"])
    let found = try sheetRows(SheetFile([("A", rows)]).bytes(), header: true).rows
    #expect(found.map(\.line) == [2, 3, 4])
    #expect(found[1].problem == .rowTooLong(limit: CSVLimits().rowBytes))
    #expect(found[2].cells == ["2", "Vos"])
  }

  @Test func fewBytesThatReferToAMuchLongerTextGrowNoFurtherThanARow() throws {
    let cells = (0..<3000).map { _ in #"<c t="s"><v>0</v></c>"# }.joined()
    let file = SheetFile(
      [("A", Self.table + "<row>\(cells)</row>")],
      texts: ["<t>" + String(repeating: "x", count: 900_000) + "</t>"])
    let found = try sheetRows(file.bytes()).rows
    #expect(found.last?.problem == .rowTooLong(limit: CSVLimits().rowBytes))
  }

  @Test func aWrongChecksumIsSeen() throws {
    var bytes = try SheetFile([("A", Self.table)]).bytes(pack: false)
    let name = Array("Kok".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    bytes[place] = UInt8(ascii: "B")
    #expect(try fault(bytes) == .damaged(.sheet))
  }

  @Test func aFileThatIsCutOffIsSeen() throws {
    let bytes = try SheetFile([("A", Self.table)]).bytes()
    for count in stride(from: 4, to: bytes.count - 1, by: 37) {
      #expect(try fault(Array(bytes.prefix(count))) != nil, "\(count) of \(bytes.count)")
    }
  }

  /// Whatever is changed in it, it is read or refused, and never more.
  @Test(arguments: [true, false])
  func damageByChance(pack: Bool) throws {
    let whole = try SheetFile([("A", Self.table)], texts: ["<t>one</t>"]).bytes(pack: pack)
    var generator = SeededGenerator(12)
    var faults = 0
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      if let fault = try fault(bytes) {
        faults += 1
        #expect(!fault.description.isEmpty)
      }
    }
    #expect(faults > 100)
  }

  @Test func wrongXMLIsSaidWithItsLine() throws {
    #expect(
      try fault(in: "xl/worksheets/sheet1.xml", "<worksheet>\n<sheetData>\n<row></sheetData>")
        == .notXML(.sheet, line: 3))
    #expect(try fault(in: "xl/worksheets/sheet1.xml", "\u{FFFD}") == .notXML(.sheet, line: 1))
    #expect(try fault(in: "xl/worksheets/sheet1.xml", "") == .notXML(.sheet, line: 1))
  }

  @Test func deepNestingIsRead() throws {
    let deep = String(repeating: "<a>", count: 50_000) + String(repeating: "</a>", count: 50_000)
    #expect(try fault(in: "xl/worksheets/sheet1.xml", deep) == .nothingIn(sheets: ["A"]))
  }

  @Test func pathsInTheArchiveAreNamesAndNothingMore() throws {
    var file = SheetFile([("A", Self.table)])
    file.parts["../../../caseload-was-here"] = "x"
    file.parts["xl/_rels/workbook.xml.rels"] = file.parts["xl/_rels/workbook.xml.rels"]?
      .replacingOccurrences(of: "worksheets/sheet1.xml", with: "../../../../etc/hostname")
    #expect(try fault(file.bytes()) == .damaged(.sheet))
    #expect(!FileManager.default.fileExists(atPath: "../../../caseload-was-here"))
  }

  @Test func whatIsNoSpreadsheetIsSaid() throws {
    var other = SheetFile([])
    other.parts = ["readme.txt": "text"]
    #expect(try fault(other.bytes()) == .notASpreadsheet)
    other.parts = ["mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"]
    #expect(try fault(other.bytes()) == .otherKind("OpenDocument"))
    #expect(try fault(Spreadsheet.oldMagic + [UInt8](repeating: 0, count: 600)) == .oldOrLocked)
    #expect(try fault(Spreadsheet.magic) == .damaged(nil))
    #expect(try fault(in: "xl/workbook.xml", "<document/>") == .notASpreadsheet)
  }

  @Test func everyFaultIsSaidInBothLanguages() {
    let faults: [SpreadsheetFault] = [
      .notASpreadsheet, .oldOrLocked, .otherKind("{1}"), .damaged(nil), .damaged(.sheet),
      .notXML(.texts, line: 3),
      .declaresType(.formats), .tooLarge(.workbook), .noSheet("A", there: ["B", "C"]), .noSheets,
      .nothingIn(sheets: ["D"]),
    ]
    for fault in faults {
      #expect(fault.message(in: .english) != fault.message(in: .dutch), "\(fault)")
      for language in Language.allCases {
        let text = fault.message(in: language)
        #expect(!text.contains("{0}"))
      }
    }
    #expect(SpreadsheetFault.noSheet("A", there: ["B", "C"]).description.hasSuffix("the sheets are: B, C"))
  }
}
