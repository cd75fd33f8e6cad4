/// A spreadsheet file: which sheets it has, and the rows of the one that is read.
struct Spreadsheet {
  /// The names of all sheets, hidden ones too, in their order.
  let sheets: [String]
  /// The sheet that is read.
  let sheet: String
  let reader: SheetReader

  /// Bytes with which such a file, and one of the older kind, begins.
  static let magic: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  static let oldMagic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  /// A file without anything in it is an archive too.
  private static let emptyMagic: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

  /// The most that a file may have; a country's clients are a quarter of it.
  static let limit = 512 << 20

  /// Whether a file's first bytes say that it is a spreadsheet, or was one.
  static func isOne(_ start: some Collection<UInt8>) -> Bool {
    [magic, oldMagic, emptyMagic].contains { start.starts(with: $0) }
  }

  /// Opens a file's bytes: the sheet of that name, else the first with names of columns and a row under them,
  /// those in sight before hidden ones.
  init(_ file: [UInt8], sheet wanted: String?) throws(SpreadsheetFault) {
    guard !file.starts(with: Self.oldMagic) else { throw .oldOrLocked }
    let archive = try ZipArchive(file)
    let workbook = try Workbook(archive)
    let names = workbook.sheets.map(\.name)
    let texts = try SheetTexts(archive, workbook.texts)
    let formats = try SheetFormats(archive, workbook.formats)
    let open = { (sheet: Workbook.Sheet, titles: Int) throws(SpreadsheetFault) in
      try SheetReader(archive, workbook, sheet, texts, formats, titles: titles)
    }
    sheets = names
    if let wanted {
      let found =
        workbook.sheets.first { $0.name == wanted }
        ?? workbook.sheets.first { $0.name.lowercased() == wanted.lowercased() }
      guard let found else { throw .noSheet(wanted, there: names) }
      sheet = found.name
      reader = try open(found, try Self.look(at: open(found, 0)).titles)
      return
    }
    for candidate in workbook.sheets.filter({ !$0.isHidden }) + workbook.sheets.filter(\.isHidden) {
      let look = try Self.look(at: open(candidate, 0))
      guard look.isTable else { continue }
      sheet = candidate.name
      reader = try open(candidate, look.titles)
      return
    }
    throw .nothingIn(sheets: names)
  }

  /// Whether a sheet holds two rows of at least two cells, as a table does and a page of explanation does not; and
  /// how many rows of one cell, titles and dates of printing, stand above the first of them.
  private static func look(at reader: SheetReader) throws(SpreadsheetFault) -> (isTable: Bool, titles: Int) {
    var rows = 0
    var titles = 0
    do throws(ExchangeError) {
      while rows < 2, try reader.advance() {
        if (0..<reader.cellCount).count(where: { !reader.bytes($0).isEmpty }) >= 2 {
          rows += 1
        } else if rows == 0 {
          titles += 1
        }
      }
    } catch {
      if case .spreadsheet(let fault) = error { throw fault }
      throw .damaged(.sheet)
    }
    return (rows == 2, rows == 0 ? 0 : titles)
  }
}
