import Glibc

/// Where a cell lies in the reader's buffer, without its quotes.
struct CellSpan {
  var start: Int
  var end: Int
  /// The cell holds quotes that are doubled still.
  var doubled: Bool
}

/// Finds the cells of one row in a stretch of bytes. It changes nothing, so a row that turns out to be cut off
/// is simply scanned again when more text is there.
struct RowScanner {
  enum Outcome {
    /// A row was found, or an empty line.
    case row
    /// The row goes on beyond the text that is there.
    case needsText
    /// The row has more cells than there is room for.
    case needsCells
    /// The text ends inside a quoted cell, or the quote that ends it is none.
    case quoteNotClosed
    /// No text is left.
    case end
  }

  private let text: UnsafePointer<UInt8>
  private let from: Int
  private let to: Int
  private let ended: Bool
  private let separator: UInt8
  private let quote: UInt8?
  private let cells: UnsafeMutablePointer<CellSpan>
  private let room: Int

  /// The cells found.
  private(set) var count = 0
  /// Where the next row begins.
  private(set) var next: Int
  /// Line ends passed, the row's own among them.
  private(set) var lines = 0
  private(set) var hasText = false
  private(set) var hasDoubledQuotes = false
  /// The first cell (from 0) in which text follows a closing quote.
  private(set) var textAfterQuote: Int?
  /// The scan stopped inside a quoted cell.
  private(set) var openQuote = false

  init(
    text: UnsafePointer<UInt8>, from: Int, to: Int, ended: Bool, separator: UInt8, quote: UInt8?,
    cells: UnsafeMutablePointer<CellSpan>, room: Int
  ) {
    (self.text, self.from, self.to, self.ended) = (text, from, to, ended)
    (self.separator, self.quote, self.cells, self.room) = (separator, quote, cells, room)
    next = from
  }

  mutating func scan() -> Outcome {
    guard from < to else { return ended ? .end : .needsText }
    let spread = UInt64(separator) &* 0x0101_0101_0101_0101
    var at = from
    // The separators and line ends from `at` on within the eight bytes at `base`, each as its high bit.
    var base = from
    var hits = ends(spread, base)
    while true {
      guard count < room else { return .needsCells }
      if at < to, text[at] == quote {
        switch quoted(&at, spread) {
        case .row: break
        case let other: return other
        }
        (base, hits) = (at &+ 1 &- 8, 0)
      } else {
        let start = at
        while hits == 0, base &+ 8 < to {
          base &+= 8
          hits = ends(spread, base)
        }
        at = hits == 0 ? to : min(to, base &+ hits.littleEndian.trailingZeroBitCount &>> 3)
        hits &= hits &- 1
        cells[count] = CellSpan(start: start, end: at, doubled: false)
        hasText = hasText || !isBlank(start, at)
        count &+= 1
      }
      guard at < to else {
        guard ended else { return .needsText }
        next = to
        lines &+= 1
        return .row
      }
      let byte = text[at]
      at &+= 1
      if byte == separator { continue }
      if byte == 0x0D {
        guard at < to || ended else { return .needsText }
        if at < to, text[at] == 0x0A { at &+= 1 }
      }
      next = at
      lines &+= 1
      return .row
    }
  }

  /// Reads the quoted cell that begins at `at` and leaves `at` on what ends it.
  private mutating func quoted(_ at: inout Int, _ spread: UInt64) -> Outcome {
    guard let quote else { return .row }
    let open = at
    var doubled = false
    var close = at &+ 1
    while true {
      guard close < to, let found = memchr(text + close, Int32(quote), to &- close) else {
        openQuote = true
        return ended ? .quoteNotClosed : .needsText
      }
      close = text.distance(to: found.assumingMemoryBound(to: UInt8.self))
      guard close &+ 1 < to else {
        if ended { break }
        return .needsText
      }
      guard text[close &+ 1] == quote else { break }
      doubled = true
      close &+= 2
    }
    var span = CellSpan(start: open &+ 1, end: close, doubled: doubled)
    countLines(span)
    at = close &+ 1
    while at < to, text[at] == 0x20 { at &+= 1 }
    if at < to, text[at] != separator, text[at] != 0x0A, text[at] != 0x0D {
      // Over more than one line this is a stray quote that met another one further down, not a cell.
      if lines > 0 { return .quoteNotClosed }
      textAfterQuote = textAfterQuote ?? count
      at = find(spread, from: at)
      // The cell is shown as it stands, quotes and all, since nobody can say what was meant.
      span = CellSpan(start: open, end: at, doubled: false)
    }
    cells[count] = span
    count &+= 1
    hasDoubledQuotes = hasDoubledQuotes || span.doubled
    hasText = hasText || !isBlank(span.start, span.end)
    return .row
  }

  private mutating func countLines(_ span: CellSpan) {
    var index = span.start
    while index < span.end {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D && !(index &+ 1 < to && text[index &+ 1] == 0x0A) { lines &+= 1 }
      index &+= 1
    }
  }

  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      if text[index] != 0x20 { return false }
      index &+= 1
    }
    return true
  }

  /// The first separator or line end from here on, or the end of the text.
  private func find(_ spread: UInt64, from start: Int) -> Int {
    var index = start
    while index < to {
      let hits = ends(spread, index)
      if hits != 0 { return min(to, index &+ hits.littleEndian.trailingZeroBitCount &>> 3) }
      index &+= 8
    }
    return to
  }

  /// A high bit for each of the eight bytes at `index` that is a separator or a line end. Reading past the text
  /// is allowed for (the buffer has slack); what is found there is beyond `to` and not used.
  @inline(__always)
  private func ends(_ spread: UInt64, _ index: Int) -> UInt64 {
    let word = UnsafeRawPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return zeroBytes(word ^ spread) | zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
      | zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
  }

  /// A high bit for each byte that is zero, and for no other.
  @inline(__always)
  private func zeroBytes(_ word: UInt64) -> UInt64 {
    ~((word & 0x7F7F_7F7F_7F7F_7F7F &+ 0x7F7F_7F7F_7F7F_7F7F) | word | 0x7F7F_7F7F_7F7F_7F7F)
  }
}
