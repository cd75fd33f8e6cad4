/// A set of rows of a population: one bit a row, 64 to a word. Selections that are combined are over the same
/// number of rows; where they are not, the missing rows of the shorter one count as not in it.
public struct Selection: Sendable, Equatable {
  /// How many rows there are, in the set or not.
  public private(set) var rows: Int
  /// The bits, lowest row first; bits beyond `rows` are zero.
  var words: [UInt64]

  /// No row of `rows`.
  public init(rows: Int) {
    self.rows = max(0, rows)
    words = [UInt64](repeating: 0, count: (self.rows + 63) / 64)
  }

  /// All of `rows`.
  public init(allOf rows: Int) {
    self.rows = max(0, rows)
    words = [UInt64](repeating: .max, count: (self.rows + 63) / 64)
    trim()
  }

  /// These words over `rows` rows; bits beyond are cleared.
  init(words: [UInt64], rows: Int) {
    self.rows = rows
    self.words = words
    trim()
  }

  private mutating func trim() {
    let rest = rows & 63
    guard rest != 0, !words.isEmpty else { return }
    words[words.count - 1] &= (1 << UInt64(rest)) - 1
  }

  /// How many rows are in the set.
  public var count: Int { words.withUnsafeBufferPointer { BitCount.of($0) } }

  /// Whether no row is in the set.
  public var isEmpty: Bool { !words.contains { $0 != 0 } }

  /// Whether the row is in the set; false for a row there is not.
  public func contains(_ row: Int) -> Bool {
    guard row >= 0, row < rows else { return false }
    return words[row >> 6] & (1 << UInt64(row & 63)) != 0
  }

  /// Puts the row in; nothing for a row there is not.
  public mutating func insert(_ row: Int) {
    guard row >= 0, row < rows else { return }
    words[row >> 6] |= 1 << UInt64(row & 63)
  }

  /// Takes the row out.
  public mutating func remove(_ row: Int) {
    guard row >= 0, row < rows else { return }
    words[row >> 6] &= ~(1 << UInt64(row & 63))
  }

  /// Makes room for one more row, not in the set.
  mutating func appendRow() {
    if rows & 63 == 0 { words.append(0) }
    rows += 1
  }

  /// Makes room for rows that are all in the set.
  mutating func append(allOf count: Int) { append(Selection(allOf: count)) }

  /// Puts the rows of another set behind these.
  mutating func append(_ other: Selection) {
    let shift = UInt64(rows & 63)
    rows += other.rows
    if shift == 0 {
      words += other.words
    } else {
      for word in other.words {
        words[words.count - 1] |= word << shift
        words.append(word >> (64 - shift))
      }
    }
    words.removeLast(words.count - (rows + 63) / 64)
  }

  /// Puts the row in or takes it out.
  mutating func set(_ row: Int, _ isIn: Bool) {
    if isIn { insert(row) } else { remove(row) }
  }

  /// Keeps the rows that are in both.
  public mutating func formIntersection(_ other: Selection) {
    let shared = combine(other) { $0 & $1 }
    for index in shared..<words.count { words[index] = 0 }
  }

  /// Adds the rows of the other.
  public mutating func formUnion(_ other: Selection) {
    combine(other) { $0 | $1 }
    trim()
  }

  /// Takes out the rows of the other.
  public mutating func subtract(_ other: Selection) {
    combine(other) { $0 & ~$1 }
  }

  /// Combines word by word; gives how many words both have.
  @inline(__always) @discardableResult
  private mutating func combine(_ other: Selection, _ body: (UInt64, UInt64) -> UInt64) -> Int {
    let shared = min(words.count, other.words.count)
    words.withUnsafeMutableBufferPointer { mine in
      other.words.withUnsafeBufferPointer { others in
        for index in 0..<shared { mine[index] = body(mine[index], others[index]) }
      }
    }
    return shared
  }

  /// The rows that are in both.
  public func intersection(_ other: Selection) -> Selection {
    var result = self
    result.formIntersection(other)
    return result
  }

  /// The rows that are in either.
  public func union(_ other: Selection) -> Selection {
    var result = self
    result.formUnion(other)
    return result
  }

  /// The rows that are not in the other.
  public func subtracting(_ other: Selection) -> Selection {
    var result = self
    result.subtract(other)
    return result
  }

  /// How many rows are in both; nothing is copied.
  public func countInCommon(with other: Selection) -> Int {
    words.withUnsafeBufferPointer { left in
      other.words.withUnsafeBufferPointer { BitCount.common(left, $0) }
    }
  }

  /// Calls `body` with each row in the set, ascending.
  public func forEach(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(index << 6 + rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }
}
