import CaseloadCore

/// The rows of one file as an import takes them: what was read, taken and refused, and the file of refused rows.
/// Each importer has one; a class above them all would say the same, but the optimiser of Swift 6.3 gives up on it.
public final class RowTally {
  /// What was read so far.
  public internal(set) var report: ImportReport

  let reader: any RowSource
  private let refused: RefusedFile?
  /// By the file's column, its place in the report.
  private var places: [Int: Int] = [:]

  /// `columns` are those that are used, in any order, each with its place in the file. `path` is the file beside which
  /// refused rows are written, with reasons in `language`; nil writes none.
  init(
    _ reader: any RowSource, header: [String], first: Int, mapping: Mapping,
    columns: [(index: Int, column: ImportReport.Column)], unused: [String], refusedFor path: String?,
    language: Language
  ) {
    self.reader = reader
    refused = path.map {
      RefusedFile(
        for: $0, header: Array(header[first...]), separator: reader.format.separator, language: language)
    }
    let columns = columns.sorted { $0.index < $1.index }
    report = ImportReport(
      format: reader.format, mapping: mapping, columns: columns.map(\.column), unused: unused)
    for (place, column) in columns.enumerated() { places[column.index] = place }
  }

  /// The next row as `body` reads it, or nil at the file's end. Rows of which it makes nothing are passed over.
  func next<Row>(_ body: () throws(RowProblem) -> Row?) throws(ExchangeError) -> ImportStep<Row>? {
    while try reader.advance() {
      report.read += 1
      let row: Row?
      do throws(RowProblem) {
        if let problem = reader.problem { throw problem }
        row = try body()
      } catch {
        try refuse(error)
        return .refused(line: reader.line, error)
      }
      guard let row else {
        report.passedOver += 1
        continue
      }
      report.taken += 1
      return .row(row)
    }
    report.blank = reader.blankRows
    report.beside = reader.besideRows
    return nil
  }

  func countNotUnderstood(_ column: Int, _ text: String) {
    if let place = places[column] { report.countNotUnderstood(place, text) }
  }

  fileprivate func refuse(_ problem: RowProblem) throws(ExchangeError) {
    report.countRefused(problem)
    try refused?.add(reader, reason: problem)
  }

  fileprivate func finish() throws(ExchangeError) -> String? { try refused?.finish() }
  fileprivate var setAside: String? { refused?.setAside }
}

/// An importer that reads one file row by row.
public protocol RowImport {
  /// Its rows.
  var rows: RowTally { get }
}

extension RowImport {
  /// What was read so far.
  public var report: ImportReport { rows.report }

  /// Bytes of the file read so far, and in all.
  public var progress: (read: Int, total: Int?) { rows.reader.progress }

  /// Refuses the row that `next()` gave last, for a reason the caller knows: a client who is not in the store.
  public func refuseLast(_ problem: RowProblem) throws(ExchangeError) {
    rows.report.taken -= 1
    try rows.refuse(problem)
  }

  /// Writes the refused rows to their place; its path, or nil when there were none or none were to be written.
  public func finish() throws(ExchangeError) -> String? { try rows.finish() }

  /// Where the refused rows of an earlier import of the file stand, when those of this one took their place.
  public var setAside: String? { rows.setAside }
}
