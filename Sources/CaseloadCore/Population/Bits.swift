/// Three-valued truth over rows as two bit sets, yes and unknown; no is the rest. Never both for a row.
struct Bits: Sendable, Equatable {
  var yes: [UInt64]
  var unknown: [UInt64]

  /// The same truth for every row. Bits beyond the last row are meaningless until masked.
  init(_ truth: Truth, words: Int) {
    yes = [UInt64](repeating: truth == .yes ? .max : 0, count: words)
    unknown = [UInt64](repeating: truth == .unknown ? .max : 0, count: words)
  }

  /// A truth for each of `rows`, asked one by one.
  init(rows: Int, _ truth: (Int) -> Truth) {
    self.init(.no, words: (rows + 63) / 64)
    for word in yes.indices {
      var yesWord: UInt64 = 0
      var unknownWord: UInt64 = 0
      let first = word << 6
      for bit in 0..<min(64, rows - first) {
        let value = UInt64(truth(first + bit).rawValue)
        yesWord |= (value >> 1) << UInt64(bit)
        unknownWord |= (value & 1) << UInt64(bit)
      }
      yes[word] = yesWord
      unknown[word] = unknownWord
    }
  }

  mutating func formAnd(_ other: Bits) {
    for index in yes.indices {
      let possible = (yes[index] | unknown[index]) & (other.yes[index] | other.unknown[index])
      yes[index] &= other.yes[index]
      unknown[index] = possible & ~yes[index]
    }
  }

  mutating func formOr(_ other: Bits) {
    for index in yes.indices {
      yes[index] |= other.yes[index]
      unknown[index] = (unknown[index] | other.unknown[index]) & ~yes[index]
    }
  }

  mutating func formNot() {
    for index in yes.indices { yes[index] = ~(yes[index] | unknown[index]) }
  }
}
