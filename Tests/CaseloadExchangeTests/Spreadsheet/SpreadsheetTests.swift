import CaseloadCore
import Foundation
import Testing

@testable import CaseloadExchange

/// The rows of a spreadsheet as an import reads them: line and cells.
func sheetRows(_ bytes: [UInt8], sheet: String? = nil, header: Bool = false) throws -> (
  rows: [ReadRow], reader: SheetReader, sheet: String
) {
  let book = try Spreadsheet(bytes, sheet: sheet)
  var rows: [ReadRow] = []
  if header { _ = try book.reader.readHeader() }
  while try book.reader.advance() {
    let cells = (0..<book.reader.cellCount).map { String(decoding: book.reader.bytes($0), as: UTF8.self) }
    rows.append(ReadRow(line: book.reader.line, cells: cells, problem: book.reader.problem))
  }
  return (rows, book.reader, book.sheet)
}

@Suite struct SpreadsheetTests {
  private static let formats = """
    <numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="000000000"/>\
    <numFmt numFmtId="166" formatCode="00&quot;-&quot;00000000"/>\
    <numFmt numFmtId="167" formatCode="[Red]#,##0.00;[Magenta]\\-0"/>\
    <numFmt numFmtId="168" formatCode="[$-413]d mmmm yyyy;@"/></numFmts>\
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/>\
    <xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="9"/></cellXfs>
    """

  /// One cell's text, by its XML.
  private func cell(_ xml: String, from1904: Bool = false) throws -> String {
    let rows = #"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2">\#(xml)</row>"#
    let file = SheetFile(
      [("One", rows)],
      texts: [
        "<t>zero</t>", "<r><t>rich </t></r><r><t>text</t></r><rPh><t>READING</t></rPh>",
        "<t>a_x000D_b_x005F_c</t>",
      ],
      formats: Self.formats, from1904: from1904)
    let found = try sheetRows(file.bytes(), sheet: "One").rows
    return try #require(found.last).cells.first ?? ""
  }

  @Test(arguments: [
    (#"<c r="A2" t="s"><v>0</v></c>"#, "zero"), (#"<c r="A2" t="s"><v>1</v></c>"#, "rich text"),
    (#"<c r="A2" t="s"><v>2</v></c>"#, "a\rb_c"),
    (#"<c t="str"><f>A1</f><v>from a formula</v></c>"#, "from a formula"),
    (#"<c t="inlineStr"><is><t>in</t><rPh><t>X</t></rPh></is></c>"#, "in"),
    (#"<c t="b"><v>1</v></c>"#, "TRUE"), (#"<c t="b"><v>0</v></c>"#, "FALSE"),
    (#"<c t="e"><v>#N/A</v></c>"#, "#N/A"), (#"<c t="d"><v>2022-01-31</v></c>"#, "2022-01-31"),
    // Numbers keep their digits.
    (#"<c><v>612345678</v></c>"#, "612345678"), (#"<c><v>6.12345678E8</v></c>"#, "612345678"),
    (#"<c><v>1.2E7</v></c>"#, "12000000"), (#"<c><v>1.2E+7</v></c>"#, "12000000"),
    (#"<c><v>123456789012345678</v></c>"#, "123456789012345678"),
    (#"<c><v>0.30000000000000004</v></c>"#, "0.3"), (#"<c><v>36.5</v></c>"#, "36.5"),
    (#"<c><v>-1.5E-3</v></c>"#, "-0.0015"), (#"<c><v>9.9999999999999999E2</v></c>"#, "1000"),
    (#"<c><v>40.0</v></c>"#, "40"), (#"<c><v>0</v></c>"#, "0"), (#"<c s="8"><v>0.5</v></c>"#, "50%"),
    // As their format shows them.
    (#"<c s="4"><v>12345678</v></c>"#, "012345678"), (#"<c s="5"><v>612345678</v></c>"#, "06-12345678"),
    (#"<c s="6"><v>1234.5</v></c>"#, "1234.5"),
    // Days.
    (#"<c s="1"><v>44562</v></c>"#, "2022-01-01"), (#"<c s="2"><v>44562</v></c>"#, "2022-01-01"),
    (#"<c s="7"><v>44562</v></c>"#, "2022-01-01"), (#"<c s="3"><v>44562.5625</v></c>"#, "2022-01-01 13:30"),
    (#"<c s="1"><v>1</v></c>"#, "1900-01-01"), (#"<c s="1"><v>59</v></c>"#, "1900-02-28"),
    (#"<c s="1"><v>61</v></c>"#, "1900-03-01"), (#"<c s="1"><v>60</v></c>"#, "60"),
    (#"<c s="1"><v>2958465</v></c>"#, "9999-12-31"), (#"<c s="1"><v>2958466</v></c>"#, "2958466"),
    (#"<c s="1"><v>-3</v></c>"#, "-3"), (#"<c s="1"><v>no number</v></c>"#, "no number"),
  ])
  func aCellIsWhatItsReaderSees(xml: String, text: String) throws {
    #expect(try cell(xml) == text)
  }

  @Test(arguments: [(43100, "2022-01-01"), (0, "1904-01-01")])
  func daysFrom1904(serial: Int, text: String) throws {
    #expect(try cell(#"<c s="1"><v>\#(serial)</v></c>"#, from1904: true) == text)
  }

  @Test func aBareSerialIsReadAsTheFileCounts() throws {
    let rows =
      SheetFile.row(1, ["bsn", "naam", "intake"])
      + #"<row r="2"><c><v>1</v></c><c t="str"><v>Jan Kok</v></c><c><v>43100</v></c></row>"#
    let mapping = try MappingFile.read("dates = [\"excel\"]\n[columns.intake]\nfield = \"intake\"")
    for (from1904, text) in [(true, "2022-01-01"), (false, "2017-12-31")] {
      let book = try Spreadsheet(SheetFile([("A", rows)], from1904: from1904).bytes(), sheet: nil)
      let importer = try ClientImport(
        book.reader, mapping: mapping, drawn: try #require(Day(iso: "2026-11-20")))
      guard case .row(let client)? = try importer.next() else {
        Issue.record("no row")
        return
      }
      let day = try #require(Day(iso: text))
      #expect(value(importer, client, "intake")?.content == .days(day...day))
    }
  }

  /// Days of a sheet are days, whatever a mapping says of the ones in its texts; those of its refused rows too.
  @Test func daysNeedNoWordOfAMapping() throws {
    let folder = try ScratchFolder()
    let rows =
      SheetFile.row(1, ["bsn", "naam", "intake"])
      + #"<row r="2"><c><v>1</v></c><c t="str"><v>Jan Kok</v></c><c s="1"><v>44562</v></c></row>"#
    let mapping = try MappingFile.read("dates = [\"mm/dd/yyyy\"]")
    let path = try folder.write(SheetFile([("A", rows)], formats: Self.formats).bytes(), "book.xlsx")
    let head = RefusedFile.reasonColumn
    let again = try folder.write(
      Array("\(head);bsn;naam;intake\nx;1;Jan Kok;2022-01-01\n".utf8), "refused.csv")
    for path in [path, again] {
      let importer = try ClientImport(
        ImportFile(path: path).reader, mapping: mapping, drawn: Day(number: 20_000))
      guard case .row(let client)? = try importer.next() else {
        Issue.record("no row")
        return
      }
      let day = try #require(Day(iso: "2022-01-01"))
      #expect(value(importer, client, "intake")?.content == .days(day...day))
    }
  }

  @Test func cellsStandWhereTheirAddressSays() throws {
    let rows =
      SheetFile.row(1, ["a", "b", "c"])
      + #"<row r="4"><c r="C4" t="str"><v>x</v></c></row><row><c t="str"><v>y</v></c></row>"#
    let found = try sheetRows(SheetFile([("A", rows)]).bytes(), sheet: "A", header: true).rows
    #expect(found == [ReadRow(line: 4, cells: ["", "", "x"]), ReadRow(line: 5, cells: ["y", "", ""])])
  }

  @Test func rowsThatAreOnlyFormattedArePassedOverAndCounted() throws {
    let blank = (3...60).map {
      #"<row r="\#($0)"><c r="A\#($0)" s="1"/><c r="B\#($0)" t="str"><v> </v></c></row>"#
    }
    let rows = SheetFile.row(1, ["a", "b"]) + SheetFile.row(2, ["1", "2"]) + blank.joined()
    let found = try sheetRows(SheetFile([("A", rows)]).bytes(), header: true)
    #expect(found.rows.count == 1)
    #expect(found.reader.blankRows == 58)
  }

  @Test func textBesideTheTableIsCountedAndNotRead() throws {
    let rows =
      SheetFile.row(1, ["a", "b"]) + SheetFile.row(2, ["1", "2", "", "a note"])
      + SheetFile.row(3, ["", "", "", "two"])
    let found = try sheetRows(SheetFile([("A", rows)]).bytes(), header: true)
    #expect(found.rows == [ReadRow(line: 2, cells: ["1", "2"])])
    #expect(found.reader.besideRows == 2)
  }

  @Test func aHeaderOverSeveralLinesIsOneName() throws {
    let rows = SheetFile.row(1, ["Burger\nservice\nnummer", "Naam"]) + SheetFile.row(2, ["1", "Jan Kok"])
    let book = try Spreadsheet(SheetFile([("A", rows)]).bytes(), sheet: nil)
    let importer = try ClientImport(book.reader, drawn: Day(number: 20_000))
    #expect(importer.report.columns.map(\.header) == ["Naam"])
    guard case .row(let client)? = try importer.next() else {
      Issue.record("the key was not found")
      return
    }
    #expect(client.key == RegisterKey("000000001"))
  }

  @Test func theFirstSheetWithATableIsReadAndAnyOtherByName() throws {
    let table = { SheetFile.row(1, ["bsn", "naam"]) + SheetFile.row(2, [$0, "Kok"]) }
    let file = try SheetFile(
      [
        ("Hidden", table("9")), ("About", SheetFile.row(1, ["This is an export."])), ("Data", table("1")),
        ("More", table("2")),
      ],
      hidden: ["Hidden"]
    ).bytes()
    #expect(try sheetRows(file).sheet == "Data")
    #expect(try sheetRows(file, sheet: "more").rows.last?.cells == ["2", "Kok"])
    #expect(try sheetRows(file, sheet: "Hidden").rows.last?.cells == ["9", "Kok"])
    #expect(throws: SpreadsheetFault.noSheet("None", there: ["Hidden", "About", "Data", "More"])) {
      try Spreadsheet(file, sheet: "None")
    }
    let empty = try SheetFile([("A", ""), ("B", SheetFile.row(1, ["a"]))]).bytes()
    #expect(throws: SpreadsheetFault.nothingIn(sheets: ["A", "B"])) { try Spreadsheet(empty, sheet: nil) }
  }

  @Test func titlesAboveTheTableArePassedOverAndSaid() throws {
    let rows =
      SheetFile.row(1, ["Export Noord 2"]) + SheetFile.row(3, ["", "", "printed 20-11-2026"])
      + SheetFile.row(5, ["bsn", "naam"]) + SheetFile.row(6, ["1", "Jan Kok"])
      + SheetFile.row(7, ["", "alone"])
    let bytes = try SheetFile([("A", rows)]).bytes()
    for sheet in [nil, "A"] {
      let book = try Spreadsheet(bytes, sheet: sheet)
      #expect(book.reader.titles == 2)
      let importer = try ClientImport(book.reader, drawn: Day(number: 20_000))
      #expect(importer.report.columns.map(\.header) == ["naam"])
      guard case .row? = try importer.next() else {
        Issue.record("the row under the names was not read")
        return
      }
      // Under the names a row of one cell is a row.
      guard case .refused(line: 7, .noKey)? = try importer.next() else {
        Issue.record("a row of one cell is dropped")
        return
      }
    }
    let folder = try ScratchFolder()
    let file = try ImportFile(path: folder.write(bytes, "titles.xlsx"))
    #expect(file.summary(in: .english).hasSuffix("not read: 2"))
  }

  @Test func aFailedFormulaIsNoValue() throws {
    let rows =
      SheetFile.row(1, ["bsn", "naam", "telefoon"])
      + #"<row r="2"><c><v>1</v></c><c t="str"><v>Jan Kok</v></c><c t="e"><v>#N/A</v></c></row>"#
      + #"<row r="3"><c t="e"><v>#REF!</v></c><c t="str"><v>Piet Kok</v></c></row>"#
    let book = try Spreadsheet(SheetFile([("A", rows)]).bytes(), sheet: nil)
    let importer = try ClientImport(book.reader, drawn: Day(number: 20_000))
    guard case .row(let client)? = try importer.next() else {
      Issue.record("no row")
      return
    }
    let phone = value(importer, client, "phone")
    #expect(phone?.state == .empty && phone?.raw == "#N/A")
    guard case .refused(line: 3, .noKey)? = try importer.next() else {
      Issue.record("a failed key is no key")
      return
    }
    #expect(importer.report.columns.map(\.notUnderstood) == [0, 1])
  }

  @Test func refusedRowsOfASheetAreMendedAsSeparatedValues() throws {
    let folder = try ScratchFolder()
    let rows =
      SheetFile.row(1, ["bsn", "naam", "intake"])
      + #"<row r="2"><c r="B2" t="str"><v>=Kok; Jan</v></c><c r="C2" s="1"><v>44562</v></c></row>"#
    let path = try folder.write(SheetFile([("A", rows)], formats: Self.formats).bytes(), "book.xlsx")
    let importer = try ClientImport(
      ImportFile(path: path).reader, drawn: Day(number: 20_000), refusedFor: path)
    while try importer.next() != nil {}
    let refused = try #require(try importer.finish())
    let text = try String(contentsOfFile: refused, encoding: .utf8)
    #expect(text.hasSuffix("line 2: no register key;;\"'=Kok; Jan\";2022-01-01\n"))
    let again = try ClientImport(ImportFile(path: refused).reader, drawn: Day(number: 20_000))
    guard case .refused(_, .noKey)? = try again.next() else {
      Issue.record("the refused row was not read again")
      return
    }
  }

  @Test func askingForASheetOfSeparatedValuesSaysThatThereIsNone() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Array("bsn;naam\n1;Kok\n".utf8))
    #expect(throws: ExchangeError.spreadsheet(.noSheets)) { try ImportFile(path: path, sheet: "A") }
  }
}
