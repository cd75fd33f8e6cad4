import CaseloadCore

/// A file that is about to be imported: its kind found out, and ready to be read from its beginning.
public struct ImportFile {
  public let path: String
  /// The sheet that is read, and the others; nil for a file of separated values.
  let sheets: (read: String, others: [String])?
  /// The rows above a spreadsheet's table that are passed over.
  private let titles: Int
  /// How a file of separated values is written; nil for a spreadsheet.
  public let sniffed: Sniffed?
  /// The rows that an import takes.
  public let reader: any RowSource

  /// Opens a file and finds out how it is written; what is said is not guessed. `observe` sees the raw bytes
  /// once each, in order (a digest), not while a file of separated values is sniffed. `sheet` names the sheet of
  /// a spreadsheet that is read. A list of answers in JSON is known only where it is looked for (`orJSON`).
  public init(
    path: String, encoding: FileEncoding? = nil, separator: UInt8? = nil,
    quote: UInt8? = UInt8(ascii: "\""), sheet: String? = nil, orJSON: Bool = false,
    observe: FileSource.Observer? = nil
  ) throws(ExchangeError) {
    self.path = path
    let start = try Self.start(of: path)
    if orJSON, JSONRows.isOne(start) {
      let source = try FileSource(path: path, observe: observe)
      guard let size = source.totalBytes, size <= JSONRows.longest else { throw .notAnswers }
      reader = try JSONRows(try Self.bytes(of: source, size))
      sniffed = nil
      sheets = nil
      titles = 0
      return
    }
    if Spreadsheet.isOne(start.prefix(8)) {
      let source = try FileSource(path: path, observe: observe)
      guard let size = source.totalBytes, size <= Spreadsheet.limit else {
        throw .spreadsheet(.tooLarge(nil))
      }
      let bytes = try Self.bytes(of: source, size)
      do throws(SpreadsheetFault) {
        let spreadsheet = try Spreadsheet(bytes, sheet: sheet)
        sheets = (spreadsheet.sheet, spreadsheet.sheets.filter { $0 != spreadsheet.sheet })
        titles = spreadsheet.reader.titles
        reader = spreadsheet.reader
      } catch {
        throw .spreadsheet(error)
      }
      sniffed = nil
      return
    }
    guard sheet == nil else { throw .spreadsheet(.noSheets) }
    let sniffed = try Sniffed.sniff(
      try FileSource(path: path), encoding: encoding, separator: separator, quote: quote)
    self.sniffed = sniffed
    sheets = nil
    titles = 0
    reader = CSVReader(try FileSource(path: path, observe: observe), format: sniffed.format)
  }

  private static let oneSheet = Phrase("sheet.summary", "spreadsheet, sheet \"{0}\"")
  private static let severalSheets = Phrase(
    "sheet.summary-others", "spreadsheet, sheet \"{0}\" (the others: {1}; choose with --sheet)")

  private static let answers = Phrase("json.summary", "answers in JSON")
  private static let titlesAbove = Phrase(
    "sheet.titles", "; rows of one cell above the names of the columns, not read: {0}")

  /// What it turned out to be, in a sentence for people; say it before reading on.
  public func summary(in language: Language) -> String {
    guard let sheets else { return sniffed?.summary(in: language) ?? Self.answers.text(in: language) }
    let which =
      sheets.others.isEmpty
      ? Self.oneSheet.text(in: language, [sheets.read])
      : Self.severalSheets.text(in: language, [sheets.read, sheets.others.joined(separator: ", ")])
    return titles == 0 ? which : which + Self.titlesAbove.text(in: language, ["\(titles)"])
  }

  /// The first bytes of a file, by which its kind is told.
  private static func start(of path: String) throws(ExchangeError) -> [UInt8] {
    let source = try FileSource(path: path)
    var start = [UInt8](repeating: 0, count: 64)
    var count = 0
    var ended = false
    while count < start.count, !ended {
      let more = try read(source, into: &start, from: count)
      count += more
      ended = more == 0
    }
    return Array(start.prefix(count))
  }

  /// The whole file of a kind that is not read from its beginning to its end.
  private static func bytes(of source: FileSource, _ size: Int) throws(ExchangeError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < size {
      let more = try read(source, into: &bytes, from: count)
      // A file that became shorter while it was read is damaged, and will be found so.
      guard more > 0 else { break }
      count += more
    }
    return Array(bytes.prefix(count))
  }

  private static func read(
    _ source: FileSource, into bytes: inout [UInt8], from start: Int
  ) throws(ExchangeError) -> Int {
    var fault: ExchangeError?
    let count = bytes.withUnsafeMutableBytes { room -> Int in
      do throws(ExchangeError) {
        return try source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[start...]))
      } catch {
        fault = error
        return 0
      }
    }
    if let fault { throw fault }
    return count
  }
}
