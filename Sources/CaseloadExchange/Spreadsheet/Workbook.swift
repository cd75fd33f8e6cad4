/// What a spreadsheet file holds: its sheets, and where its texts and formats lie.
struct Workbook {
  /// One sheet.
  struct Sheet {
    let name: String
    let isHidden: Bool
    /// The entry of the archive in which it lies.
    let entry: String
  }

  let sheets: [Sheet]
  /// Days are counted from 1904, as spreadsheets of old Macs are.
  let countsFrom1904: Bool
  /// The entries of texts and formats; nil where the file has none.
  let texts: String?
  let formats: String?

  /// The most that a small part may unpack to.
  private static let limit = 32 << 20
  private static let worksheet = "/worksheet"

  init(_ archive: ZipArchive) throws(SpreadsheetFault) {
    let root = try Relations(archive, of: "")
    guard
      let path = root.first("/officeDocument") ?? (archive.has("xl/workbook.xml") ? "xl/workbook.xml" : nil)
    else {
      throw archive.has("content.xml") ? .otherKind("OpenDocument") : .notASpreadsheet
    }
    guard !path.hasSuffix(".bin") else { throw .otherKind("XLSB") }
    guard let entry = try archive.open(path, as: .workbook, limit: Self.limit) else {
      throw .damaged(.workbook)
    }
    let list = SheetList()
    try XMLStream(entry, list).run()
    guard list.isWorkbook else { throw .notASpreadsheet }
    let relations = try Relations(archive, of: path)
    sheets = list.found.compactMap { sheet in
      relations.targets[sheet.relation].flatMap {
        $0.kind.hasSuffix(Self.worksheet)
          ? Sheet(name: sheet.name, isHidden: sheet.isHidden, entry: $0.entry) : nil
      }
    }
    countsFrom1904 = list.countsFrom1904
    texts = relations.first("/sharedStrings")
    formats = relations.first("/styles")
  }
}

/// The sheets that a workbook lists.
private final class SheetList: XMLHandler {
  var found: [(name: String, relation: String, isHidden: Bool)] = []
  var countsFrom1904 = false
  var isWorkbook = false
  /// More are in no file that somebody works with.
  private static let most = 10_000

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name("workbook") { isWorkbook = true }
    if name("workbookPr") { countsFrom1904 = attributes.isTrue("date1904") }
    guard name("sheet"), found.count < Self.most, let relation = attributes("id", prefixed: true) else {
      return
    }
    found.append(
      (attributes("name") ?? "", relation, ["hidden", "veryHidden"].contains(attributes("state") ?? "")))
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Which parts a part refers to. Targets are names of entries; those outside the file are passed over.
private final class Relations: XMLHandler {
  private(set) var targets: [String: (kind: String, entry: String)] = [:]
  private let folder: [Substring]

  init(_ archive: ZipArchive, of part: String) throws(SpreadsheetFault) {
    let pieces = part.split(separator: "/")
    folder = Array(pieces.dropLast())
    let name = (folder + ["_rels", (pieces.last ?? "") + ".rels"]).joined(separator: "/")
    guard let entry = try archive.open(name, as: .workbook, limit: 4 << 20) else { return }
    try XMLStream(entry, self).run()
  }

  /// The entry of the first relation of a kind.
  func first(_ kind: String) -> String? {
    targets.sorted { $0.key < $1.key }.first { $0.value.kind.hasSuffix(kind) }?.value.entry
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name("Relationship"), attributes("TargetMode") != "External", let id = attributes("Id"),
      let kind = attributes("Type"), let target = attributes("Target")
    else { return }
    var pieces = target.utf8.first == UInt8(ascii: "/") ? [] : folder
    for piece in target.split(separator: "/") {
      if piece == ".." { _ = pieces.popLast() } else if piece != "." { pieces.append(piece) }
    }
    targets[id] = (kind, pieces.joined(separator: "/"))
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
