/// Reads the rows of one sheet, one at a time: what is held is one row, and the texts that cells refer to.
///
/// A cell is in the column that its address says, so an empty one shifts nothing. Text beside the columns that
/// have a name is not read, and counted (`besideRows`).
public final class SheetReader: RowSource {
  public let format = CSVFormat(encoding: .utf8, separator: UInt8(ascii: ";"))
  public var expectedCells: Int?
  public var readsRefusedFile = false
  public private(set) var line = 0
  public private(set) var cellCount = 0
  public private(set) var problem: RowProblem?
  public private(set) var blankRows = 0
  public private(set) var besideRows = 0
  /// Rows of one cell above the names of the columns, which are not read.
  let titles: Int
  private var titlesLeft: Int
  public var serials: DateForm? { workbook.countsFrom1904 ? .serial1904 : .serial }
  public var progress: (read: Int, total: Int?) { (entry.read, entry.size) }

  private let workbook: Workbook
  private let entry: ZipEntry
  private let row: SheetRow
  private let stream: XMLStream

  /// The most that a sheet may unpack to: a million rows of forty columns.
  private static let limit = 8 << 30

  init(
    _ archive: ZipArchive, _ workbook: Workbook, _ sheet: Workbook.Sheet, _ texts: SheetTexts,
    _ formats: SheetFormats, limits: CSVLimits = CSVLimits(),
    titles: Int = 0
  ) throws(SpreadsheetFault) {
    guard let entry = try archive.open(sheet.entry, as: .sheet, limit: Self.limit) else {
      throw .damaged(.sheet)
    }
    self.workbook = workbook
    self.titles = titles
    titlesLeft = titles
    self.entry = entry
    row = SheetRow(texts, formats, from1904: workbook.countsFrom1904, limit: limits.rowBytes)
    stream = try XMLStream(entry, row)
    row.stream = stream
  }

  public func advance() throws(ExchangeError) -> Bool {
    do throws(SpreadsheetFault) {
      while try stream.next() {
        guard row.hasText else {
          blankRows += 1
          continue
        }
        guard titlesLeft == 0 else {
          titlesLeft -= 1
          continue
        }
        take()
        if cellCount > 0 { return true }
      }
      // A row that stands in no sheet data would otherwise be seen again.
      cellCount = 0
      return false
    } catch {
      throw .spreadsheet(error)
    }
  }

  private func take() {
    line = row.number
    cellCount = row.cells.count
    problem = row.isTooLong ? .rowTooLong(limit: row.limit) : nil
    if let expectedCells {
      if cellCount > expectedCells, (expectedCells..<cellCount).contains(where: { !bytes($0).isEmpty }) {
        besideRows += 1
        // Somebody's note beside the table alone makes no row of it.
        let isNote = (0..<expectedCells).allSatisfy { bytes($0).isEmpty }
        if isNote {
          cellCount = 0
          return
        }
      }
      cellCount = expectedCells
    }
    guard problem == nil else { return }
    for index in 0..<cellCount where TextCheck(bytes(index)) == .hasNUL {
      problem = .nul(column: index + 1)
      return
    }
  }

  public func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index >= 0, index < cellCount else { return UnsafeBufferPointer(start: nil, count: 0) }
    return unguarded(row.bytes(index))
  }
}
