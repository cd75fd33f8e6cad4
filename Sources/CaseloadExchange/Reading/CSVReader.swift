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
public final class CSVReader {
  public let format: CSVFormat
  public let limits: CSVLimits
  /// How many cells a row should have; nil: any number. Set from the header.
  public var expectedCells: Int?
  /// The file is one of our own refused rows: its first column is ours, and the apostrophes that guard its
  /// formulas are taken off. Set by `readHeader`.
  public private(set) var readsRefusedFile = false

  /// The line of the file (from 1) in which the present row begins; a line inside a quoted cell counts too.
  public private(set) var line = 0
  /// How many cells the present row has.
  public private(set) var cellCount = 0
  /// What is wrong with the present row, if anything is.
  public private(set) var problem: RowProblem?
  /// Rows handed out so far, the header among them, blank ones not.
  public private(set) var rows = 0
  /// Rows without any text in any cell, skipped.
  public private(set) var blankRows = 0

  private let stream: UTF8Stream
  private let source: any ByteSource
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The bytes in the buffer that hold text, and where the next row begins among them.
  private var filled = 0
  private var next = 0
  private var ended = false
  private var started = false
  private var nextLine = 1
  /// The rest of a line that was longer than a row may be is to be passed over.
  private var skipping = false
  private var cells: UnsafeMutablePointer<CellSpan>
  private var cellRoom: Int

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
    guard readsRefusedFile, cell.first == SpreadsheetSafe.guardByte, SpreadsheetSafe.needsGuard(cell) else {
      return cell
    }
    return UnsafeBufferPointer(rebasing: cell.dropFirst())
  }

  /// Reads the first row as names of columns, trimmed, and expects every row to have as many cells.
  /// Throws when there is no row, or when it is not text.
  public func readHeader() throws(ExchangeError) -> [String] {
    guard try advance() else { throw .empty }
    if let problem { throw .headerUnreadable(problem) }
    readsRefusedFile = bytes(0).elementsEqual(RefusedFile.reasonColumn.utf8)
    var names: [String] = []
    for index in 0..<cellCount {
      do throws(RowProblem) {
        names.append(try text(index).trimmed)
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

  // MARK: - Rows

  /// Makes the scanned row the present one; false when it is blank and so passed over.
  private func take(_ scanner: RowScanner) -> Bool {
    let begin = next
    line = nextLine
    nextLine &+= scanner.lines
    next = scanner.next
    guard scanner.hasText else {
      blankRows &+= 1
      return false
    }
    cellCount = scanner.count
    problem = scanner.textAfterQuote.map { RowProblem.textAfterQuote(column: $0 + 1) }
    if scanner.hasDoubledQuotes { undouble() }
    if problem == nil { checkText(from: begin, to: next) }
    if problem == nil, let expectedCells, cellCount != expectedCells { checkCount(expectedCells) }
    rows &+= 1
    return true
  }

  private func checkText(from begin: Int, to end: Int) {
    switch TextCheck(UnsafeBufferPointer(start: buffer + begin, count: end &- begin)) {
    case .ascii, .unicode: return
    case .hasNUL, .invalid:
      for index in 0..<cellCount {
        switch TextCheck(bytes(index)) {
        case .ascii, .unicode: continue
        case .hasNUL: problem = .nul(column: index + 1)
        case .invalid: problem = .invalidText(column: index + 1, encoding: format.encoding)
        }
        return
      }
    }
  }

  /// Empty cells beyond the header's are harmless (a separator at the end of each line); anything else is not.
  private func checkCount(_ expected: Int) {
    if cellCount > expected {
      guard (expected..<cellCount).contains(where: { !bytes($0).isEmpty }) else {
        cellCount = expected
        return
      }
    }
    problem = .cellCount(found: cellCount, expected: expected)
  }

  /// Turns each doubled quote of the present row into one, in place.
  private func undouble() {
    guard let quote = format.quote else { return }
    for index in 0..<cellCount where cells[index].doubled {
      let span = cells[index]
      var write = span.start
      var read = span.start
      while read < span.end {
        buffer[write] = buffer[read]
        read &+= buffer[read] == quote ? 2 : 1
        write &+= 1
      }
      cells[index] = CellSpan(start: span.start, end: write, doubled: false)
    }
  }

  /// Makes cells of the line from `next`, quotes meaning nothing, so that it can be shown and mended.
  private func split(to end: Int) {
    while true {
      var scanner = RowScanner(
        text: buffer, from: next, to: end, ended: true, separator: format.separator, quote: nil, cells: cells,
        room: cellRoom)
      guard case .needsCells = scanner.scan() else {
        cellCount = scanner.count
        return
      }
      growCells()
    }
  }

  /// Hands out the line at `next` with a problem, and goes on behind it.
  private func skipLine(problem: RowProblem) {
    var end = next
    while end < filled, buffer[end] != 0x0A, buffer[end] != 0x0D { end &+= 1 }
    line = nextLine
    nextLine &+= 1
    split(to: end)
    rows &+= 1
    self.problem = problem
    skipping = end == filled && !ended
    next = skipping ? filled : lineEnd(end)
  }

  /// Goes to the end of a line whose beginning has been handed out.
  private func skipRest() throws(ExchangeError) {
    while skipping {
      try refill()
      var end = next
      while end < filled, buffer[end] != 0x0A, buffer[end] != 0x0D { end &+= 1 }
      skipping = end == filled && !ended
      next = skipping ? filled : lineEnd(end)
    }
  }

  /// Where the next line begins when this one ends at `end`.
  private func lineEnd(_ end: Int) -> Int {
    let isPair = end &+ 1 < filled && buffer[end] == 0x0D && buffer[end &+ 1] == 0x0A
    return min(filled, end &+ (isPair ? 2 : 1))
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
  private func refill() throws(ExchangeError) {
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

  private func growCells() {
    let larger = cellRoom * 2
    let fresh = UnsafeMutablePointer<CellSpan>.allocate(capacity: larger)
    cells.deallocate()
    cells = fresh
    cellRoom = larger
  }
}
