import CaseloadCore

/// Rows of cells, one at a time, whatever file they lie in: what an import reads.
///
/// It is a cursor: `advance()` moves to the next row, and what follows speaks of that row until the next
/// `advance()`. A row with a fault is handed out with its `problem`, never dropped. Rows without any text are
/// counted (`blankRows`) and passed over.
public protocol RowSource: AnyObject {
  /// How the refused rows of this file are written, and which encoding its texts are said to be in.
  var format: CSVFormat { get }
  /// How many cells a row should have; nil: any number. Set from the header.
  var expectedCells: Int? { get set }
  /// The file is one of our own refused rows: its first column is ours, and the apostrophes that guard its
  /// formulas are taken off. Set by `readHeader`.
  var readsRefusedFile: Bool { get set }
  /// The line of the file, or the row of the sheet (from 1), in which the present row begins.
  var line: Int { get }
  /// How many cells the present row has.
  var cellCount: Int { get }
  /// What is wrong with the present row, if anything is.
  var problem: RowProblem? { get }
  /// Rows without any text in any cell, passed over.
  var blankRows: Int { get }
  /// Rows with text beside the columns that have a name, which only a sheet can have; it is not read.
  var besideRows: Int { get }
  /// How a bare number is a day in this sheet, where a mapping says that days are kept so; nil: this is no sheet.
  var serials: DateForm? { get }
  /// How much was read so far, and of how much (progress).
  var progress: (read: Int, total: Int?) { get }

  /// Moves to the next row that is not blank; false at the end.
  func advance() throws(ExchangeError) -> Bool
  /// The bytes of a cell of the present row; an index beyond the row gives none. They are valid until the next
  /// `advance()`, and valid UTF-8 unless `problem` says otherwise.
  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8>
}

extension RowSource {
  /// Reads the first row as names of columns, trimmed and on one line each, and expects every row to have as
  /// many cells. Throws when there is no row, or when it is not text.
  public func readHeader() throws(ExchangeError) -> [String] {
    guard try advance() else { throw .empty }
    if let problem { throw .headerUnreadable(problem) }
    readsRefusedFile = bytes(0).elementsEqual(RefusedFile.reasonColumn.utf8)
    var names: [String] = []
    for index in 0..<cellCount {
      do throws(RowProblem) {
        names.append(CellReading.oneLine(try text(index).trimmed))
      } catch {
        throw .headerUnreadable(error)
      }
    }
    expectedCells = cellCount
    return names
  }

  /// The text of a cell, through the one door for text.
  public func text(_ index: Int) throws(RowProblem) -> String {
    do throws(EntryText.Refusal) {
      return try EntryText.text(of: bytes(index))
    } catch {
      throw error.problem(column: index, encoding: format.encoding)
    }
  }

  /// A cell without the apostrophe with which we guarded its formula.
  func unguarded(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard readsRefusedFile, cell.first == SpreadsheetSafe.guardByte, SpreadsheetSafe.needsGuard(cell) else {
      return cell
    }
    return UnsafeBufferPointer(rebasing: cell.dropFirst())
  }
}

extension Mapping {
  /// The mapping for this file. The days of a sheet are handed out as year-month-day, however they look in it, and
  /// so they stand in its refused rows; where a mapping says that bare numbers are days, the sheet says from which
  /// day it counts.
  func adapted(to source: any RowSource) -> Mapping {
    guard source.serials != nil || source.readsRefusedFile else { return self }
    let adapt = { (forms: [DateForm]) in
      forms.map { $0 == .serial ? source.serials ?? $0 : $0 } + (forms.contains(.iso) ? [] : [.iso])
    }
    var mapping = self
    mapping.dates = adapt(mapping.dates)
    for (header, rule) in mapping.columns {
      guard let dates = rule.dates else { continue }
      mapping.columns[header]?.dates = adapt(dates)
    }
    return mapping
  }
}
