/// The checksum of a row: the sum of a hash of each column that is not NULL, over the column's name and its
/// bytes. A column that is added later is NULL in old rows and leaves their checksums as they were; the order
/// of columns does not matter. It finds damage, not malice: the journal's chain is for that.
enum RowChecksum {
  /// A column's seed, from its name.
  static func seed(_ name: StaticString) -> UInt64 { name.withUTF8Buffer { hash($0, seed: 0) } }
  /// A column's seed, from its name.
  static func seed(_ name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { hash($0, seed: 0) }
  }

  /// Hash of a column's bytes: eight at a time, multiplied and folded (the mixing step of splitmix64).
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    var state = seed ^ 0x9E37_79B9_7F4A_7C15
    var place = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while place + 8 <= raw.count {
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
      place += 8
    }
    var rest: UInt64 = 0
    if raw.count >= 8, place < raw.count {
      // The bytes that are left, as the lowest of the last eight in the order of the text.
      let last = raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self).bigEndian
      rest = last & (1 << UInt64(8 * (raw.count - place)) - 1)
    } else {
      while place < raw.count {
        rest = rest << 8 | UInt64(raw[place])
        place += 1
      }
    }
    return mix(mix(state ^ rest) ^ UInt64(raw.count))
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
