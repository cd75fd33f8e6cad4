import CaseloadCore

/// What every import of rows does, whatever the rows are: it counts what was read, and gives back what is refused in a
/// file that can be mended and imported again.
public class RowImport {
  /// What was read so far.
  public internal(set) var report: ImportReport
  let reader: any RowSource
  private let refused: RefusedFile?

  init(_ reader: any RowSource, refused: RefusedFile?, report: ImportReport) {
    self.reader = reader
    self.refused = refused
    self.report = report
  }

  /// The place of refused rows, beside the file that was read; nil where none are to be written.
  static func refused(
    beside path: String?, _ header: [String], _ reader: any RowSource, _ language: Language
  ) -> RefusedFile? {
    let first = reader.readsRefusedFile ? 1 : 0
    return path.map {
      RefusedFile(
        for: $0, header: Array(header[first...]), separator: reader.format.separator, language: language)
    }
  }

  /// Bytes of the file read so far, and in all.
  public var progress: (read: Int, total: Int?) { reader.progress }

  /// Refuses the row that `next()` gave last, for a reason the caller knows: a client who is not in the store.
  public func refuseLast(_ problem: RowProblem) throws(ExchangeError) {
    report.taken -= 1
    try refuse(problem)
  }

  /// Writes the refused rows to their place; its path, or nil when there were none or none were to be written.
  public func finish() throws(ExchangeError) -> String? { try refused?.finish() }

  /// Where the refused rows of an earlier import of the file stand, when those of this one took their place.
  public var setAside: String? { refused?.setAside }

  /// The row that the reader stands on is refused.
  func refuse(_ problem: RowProblem) throws(ExchangeError) {
    report.countRefused(problem)
    willRefuse()
    try refused?.add(reader, reason: problem)
  }

  /// What a kind of import notes of a row that is refused.
  func willRefuse() {}

  /// The file has ended: what stood between its rows, and beside them.
  func noteEnd() {
    report.blank = reader.blankRows
    report.beside = reader.besideRows
  }
}
