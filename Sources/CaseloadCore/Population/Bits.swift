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

  /// Takes the truths of another for the rows of which `rows` says yes.
  mutating func replace(_ rows: Bits, with other: Bits) {
    for index in yes.indices {
      yes[index] = yes[index] & ~rows.yes[index] | other.yes[index] & rows.yes[index]
      unknown[index] = unknown[index] & ~rows.yes[index] | other.unknown[index] & rows.yes[index]
    }
  }

  /// A truth for each of `rows`, as 1 or 0 for yes and for unknown. Bits that are set one by one stay scalar; a
  /// plain loop over bytes, which are then drawn together eight at a time, becomes vector code.
  @inline(__always)
  init(bytesOf rows: Int, _ truth: (Int) -> (yes: UInt8, unknown: UInt8)) {
    self.init(.no, words: (rows &+ 63) / 64)
    let words = yes.count
    yes.withUnsafeMutableBufferPointer { yes in
      unknown.withUnsafeMutableBufferPointer { unknown in
        withUnsafeTemporaryAllocation(byteCount: 128, alignment: 16) { bytes in
          guard let base = bytes.baseAddress else { return }
          for word in 0..<words {
            let first = word &<< 6
            let count = min(64, rows &- first)
            if count < 64 { base.initializeMemory(as: UInt8.self, repeating: 0, count: 128) }
            for row in 0..<count {
              let (isYes, isUnknown) = truth(first &+ row)
              base.storeBytes(of: isYes, toByteOffset: row, as: UInt8.self)
              base.storeBytes(of: isUnknown, toByteOffset: 64 &+ row, as: UInt8.self)
            }
            yes[word] = Self.drawnTogether(base)
            unknown[word] = Self.drawnTogether(base + 64)
          }
        }
      }
    }
  }

  /// The same from the values of a column of so many rows.
  @inline(__always)
  init<Value>(
    bytesOf rows: Int, _ values: [Value], _ truth: (Value) -> (yes: UInt8, unknown: UInt8)
  ) {
    self = values.withUnsafeBufferPointer { values in
      Bits(bytesOf: min(rows, values.count)) { truth(values[$0]) }
    }
  }

  /// The lowest bits of 64 bytes as one word: multiplied so that those of eight bytes meet in the highest.
  @inline(__always)
  private static func drawnTogether(_ bytes: UnsafeMutableRawPointer) -> UInt64 {
    var word: UInt64 = 0
    for part in 0..<8 {
      let eight = bytes.load(fromByteOffset: part &<< 3, as: UInt64.self).littleEndian
      word |= ((eight &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(truncatingIfNeeded: part &<< 3)
    }
    return word
  }

  /// Sets the truth of a row to that of the first row of another.
  mutating func set(_ row: Int, asIn one: Bits) {
    let (word, bit) = (row >> 6, UInt64(1) << UInt64(row & 63))
    guard yes.indices.contains(word), let isYes = one.yes.first, let isUnknown = one.unknown.first else {
      return
    }
    yes[word] = isYes & 1 != 0 ? yes[word] | bit : yes[word] & ~bit
    unknown[word] = isUnknown & 1 != 0 ? unknown[word] | bit : unknown[word] & ~bit
  }

  mutating func formAnd(_ other: Bits) {
    combine(other) { yes, unknown, otherYes, otherUnknown in
      let possible = (yes | unknown) & (otherYes | otherUnknown)
      yes &= otherYes
      unknown = possible & ~yes
    }
  }

  mutating func formOr(_ other: Bits) {
    combine(other) { yes, unknown, otherYes, otherUnknown in
      yes |= otherYes
      unknown = (unknown | otherUnknown) & ~yes
    }
  }

  mutating func formNot() {
    for index in yes.indices { yes[index] = ~(yes[index] | unknown[index]) }
  }

  /// Combines word by word with another over as many rows.
  @inline(__always)
  private mutating func combine(
    _ other: Bits, _ body: (inout UInt64, inout UInt64, UInt64, UInt64) -> Void
  ) {
    let count = min(yes.count, other.yes.count)
    yes.withUnsafeMutableBufferPointer { yes in
      unknown.withUnsafeMutableBufferPointer { unknown in
        other.yes.withUnsafeBufferPointer { otherYes in
          other.unknown.withUnsafeBufferPointer { otherUnknown in
            for index in 0..<count {
              body(&yes[index], &unknown[index], otherYes[index], otherUnknown[index])
            }
          }
        }
      }
    }
  }
}
