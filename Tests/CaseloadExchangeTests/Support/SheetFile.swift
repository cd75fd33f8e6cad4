import CZip
import Foundation
import Testing

/// A spreadsheet made in a test, part by part, so that what no program would write can be tried too.
struct SheetFile {
  /// The parts by the names of their entries.
  var parts: [String: String] = [:]

  private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Sheets by name with what stands in their sheet data, in order.
  init(
    _ sheets: [(name: String, rows: String)], texts: [String] = [], formats: String = "",
    from1904: Bool = false,
    hidden: Set<String> = []
  ) {
    parts["_rels/.rels"] = Self.relations([("rId1", "officeDocument", "xl/workbook.xml")])
    var list = ""
    var relations: [(String, String, String)] = [
      ("rId900", "sharedStrings", "sharedStrings.xml"), ("rId901", "styles", "/xl/styles.xml"),
    ]
    for (index, sheet) in sheets.enumerated() {
      let state = hidden.contains(sheet.name) ? #" state="hidden""# : ""
      list += #"<sheet name="\#(sheet.name)" sheetId="\#(index + 1)"\#(state) r:id="rId\#(index + 1)"/>"#
      relations.append(("rId\(index + 1)", "worksheet", "worksheets/sheet\(index + 1).xml"))
      parts["xl/worksheets/sheet\(index + 1).xml"] =
        #"\#(Self.head)<worksheet xmlns="\#(Self.main)"><cols/><sheetData>\#(sheet.rows)</sheetData></worksheet>"#
    }
    parts["xl/workbook.xml"] =
      #"\#(Self.head)<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)"><workbookPr\#(from1904 ? #" date1904="1""# : "")/><sheets>\#(list)</sheets></workbook>"#
    parts["xl/_rels/workbook.xml.rels"] = Self.relations(relations)
    parts["xl/sharedStrings.xml"] =
      #"\#(Self.head)<sst xmlns="\#(Self.main)">\#(texts.map { "<si>\($0)</si>" }.joined())</sst>"#
    parts["xl/styles.xml"] = #"\#(Self.head)<styleSheet xmlns="\#(Self.main)">\#(formats)</styleSheet>"#
  }

  private static func relations(_ all: [(String, String, String)]) -> String {
    let list = all.map { #"<Relationship Id="\#($0.0)" Type="\#(office)/\#($0.1)" Target="\#($0.2)"/>"# }
    return
      #"\#(head)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\#(list.joined())</Relationships>"#
  }

  /// A row of texts, each in its cell.
  static func row(_ number: Int, _ cells: [String]) -> String {
    let list = cells.enumerated().map { index, text in
      text.isEmpty ? "" : #"<c r="\#(column(index))\#(number)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
    }
    return #"<row r="\#(number)">\#(list.joined())</row>"#
  }

  static func column(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? letter : column(index / 26 - 1) + letter
  }

  /// The file's bytes; `pack` deflates, else they lie in it as they are, to be damaged at a known place.
  func bytes(pack: Bool = true) throws -> [UInt8] {
    let folder = try ScratchFolder()
    let path = folder.path("book.xlsx")
    var code: Int32 = 0
    let archive = try #require(zip_open(path, ZIP_CREATE, &code))
    var kept: [UnsafeMutableRawBufferPointer] = []
    defer { kept.forEach { $0.deallocate() } }
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, text.utf8.count), alignment: 1)
      bytes.copyBytes(from: Array(text.utf8))
      kept.append(bytes)
      let source = try #require(zip_source_buffer(archive, bytes.baseAddress, UInt64(text.utf8.count), 0))
      let place = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      try #require(place >= 0)
      zip_set_file_compression(archive, UInt64(place), pack ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0)
    }
    try #require(zip_close(archive) == 0)
    return Array(try Data(contentsOf: folder.url.appendingPathComponent("book.xlsx")))
  }
}
