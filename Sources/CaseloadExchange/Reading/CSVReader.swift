import Glibc

/// Reads rows of cells from a file of any size through one buffer.
///
/// The reader is a cursor: `advance()` moves to the next row, and the accessors speak of that row until the
/// next `advance()`. A row with a fault is handed out with its `problem`; it is never dropped. Rows whose cells
/// are all empty are counted (`blankRows`) and skipped.
///
/// Quotes are read as RFC 4180 has them: only a quote at a cell's beginning opens it, a doubled one inside is
/// one quote, and line breaks and separators inside belong to the cell. Spaces after a closing quote are
/// ignored. A quote that is never closed costs its own line only; reading goes on with the next.
public final class CSVReader: RowSource {
  public let format: CSVFormat
  public let limits: CSVLimits
  /// How many cells a row should have; nil: any number. Set from the header.
  public var expectedCells: Int?
  /// The file is one of our own refused rows: its first column is ours, and the apostrophes that guard its
  /// formulas are taken off. Set by `readHeader`.
  @exclusivity(unchecked) public var readsRefusedFile = false

  /// The line of the file (from 1) in which the present row begins; a line inside a quoted cell counts too.
  public internal(set) var line = 0
  /// How many cells the present row has.
  @exclusivity(unchecked) public internal(set) var cellCount = 0
  /// What is wrong with the present row, if anything is.
  public internal(set) var problem: RowProblem?
  /// Rows handed out so far, the header among them, blank ones not.
  public internal(set) var rows = 0
  /// Rows without any text in any cell, skipped.
  public internal(set) var blankRows = 0
  public var besideRows: Int { 0 }
  public var serials: DateForm? { nil }

  private let stream: UTF8Stream
  private let source: any ByteSource
  // What follows is read for each cell of each row, where the run-time check would cost more than the reading.
  // The reader is not Sendable, and nothing that runs during an access comes back to it.
  @exclusivity(unchecked) var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The bytes in the buffer that hold text, and where the next row begins among them.
  @exclusivity(unchecked) var filled = 0
  @exclusivity(unchecked) var next = 0
  @exclusivity(unchecked) var ended = false
  private var started = false
  var nextLine = 1
  /// The rest of a line that was longer than a row may be is to be passed over.
  var skipping = false
  @exclusivity(unchecked) var cells: UnsafeMutablePointer<CellSpan>
  @exclusivity(unchecked) var cellRoom: Int

  /// Bytes beyond the text that may be read (never used), so that eight can be looked at together.
  private static let slack = 16

  public init(_ source: any ByteSource, format: CSVFormat, limits: CSVLimits = CSVLimits()) {
    self.source = source
    self.format = format
    self.limits = limits
    stream = UTF8Stream(source, encoding: format.encoding)
    capacity = min(1 << 18, max(UTF8Stream.leastRoom * 2, limits.rowBytes))
    buffer = .allocate(capacity: capacity + Self.slack)
    buffer.initialize(repeating: 0, count: capacity + Self.slack)
    cellRoom = 64
    cells = .allocate(capacity: cellRoom)
  }

  deinit {
    buffer.deallocate()
    cells.deallocate()
  }

  /// Bytes of the file read so far, and in all (progress).
  public var progress: (read: Int, total: Int?) { (source.bytesRead, source.totalBytes) }

  /// Moves to the next row that is not blank; false at the end of the file.
  public func advance() throws(ExchangeError) -> Bool {
    if !started { try start() }
    if skipping { try skipRest() }
    while true {
      var scanner = RowScanner(
        text: buffer, from: next, to: filled, ended: ended, separator: format.separator, quote: format.quote,
        cells: cells, room: cellRoom)
      switch scanner.scan() {
      case .end:
        cellCount = 0
        return false
      case .needsCells:
        growCells()
      case .needsText:
        guard filled - next < limits.rowBytes else {
          skipLine(
            problem: scanner.openQuote ? .quoteNotClosed(line: nextLine) : .rowTooLong(limit: limits.rowBytes)
          )
          return true
        }
        try refill()
      case .quoteNotClosed:
        skipLine(problem: .quoteNotClosed(line: nextLine))
        return true
      case .row:
        if take(scanner) { return true }
      }
    }
  }

  /// The bytes of a cell of the present row, quotes undone; an index beyond the row gives no bytes.
  /// They are valid until the next `advance()`, and valid UTF-8 unless `problem` says otherwise.
  public func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index >= 0, index < cellCount else { return UnsafeBufferPointer(start: nil, count: 0) }
    let span = cells[index]
    let cell = UnsafeBufferPointer(start: buffer + span.start, count: span.end &- span.start)
    return readsRefusedFile ? unguarded(cell) : cell
  }

  // MARK: - The buffer

  private func start() throws(ExchangeError) {
    started = true
    try refill()
    // U+FEFF at the very beginning is the byte order mark, in whatever encoding it came.
    if filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { next = 3 }
    try skipSeparatorLine()
  }

  /// A first line "sep=;" tells Excel the separator and is no row.
  private func skipSeparatorLine() throws(ExchangeError) {
    var end = next
    while end < filled, buffer[end] != 0x0A, buffer[end] != 0x0D { end &+= 1 }
    let text = String(decoding: UnsafeBufferPointer(start: buffer + next, count: end - next), as: UTF8.self)
    guard text.utf8.count == 5, text.lowercased().utf8.starts(with: "sep=".utf8) else { return }
    next = lineEnd(end)
    nextLine += 1
  }

  /// Moves what is left to the buffer's beginning and reads until the buffer is full or the file ends.
  func refill() throws(ExchangeError) {
    let rest = filled - next
    if next > 0 {
      memmove(buffer, buffer + next, rest)
      next = 0
      filled = rest
    }
    if capacity - filled < max(UTF8Stream.leastRoom, capacity / 2) { grow() }
    while capacity - filled >= UTF8Stream.leastRoom {
      let count = try stream.fill(buffer + filled, room: capacity - filled)
      guard count > 0 else {
        ended = true
        return
      }
      filled += count
    }
  }

  private func grow() {
    let larger = capacity * 2
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.slack)
    fresh.initialize(repeating: 0, count: larger + Self.slack)
    memcpy(fresh, buffer, filled)
    buffer.deallocate()
    buffer = fresh
    capacity = larger
  }

  func growCells() {
    let larger = cellRoom * 2
    let fresh = UnsafeMutablePointer<CellSpan>.allocate(capacity: larger)
    cells.deallocate()
    cells = fresh
    cellRoom = larger
  }
}
