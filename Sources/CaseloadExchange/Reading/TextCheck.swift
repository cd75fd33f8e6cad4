/// What a stretch of bytes is, seen as UTF-8.
enum TextCheck: Equatable {
  case ascii
  /// Valid, with at least one byte above 0x7F.
  case unicode
  case hasNUL
  case invalid

  /// Looks at eight bytes at a time while they are plain, and one character at a time from there.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else {
      self = .ascii
      return
    }
    let raw = UnsafeRawPointer(base)
    let count = bytes.count
    var index = 0
    var plain = true
    while index < count {
      while index &+ 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // The first term has a high bit set for each byte that is 0x00 (and, harmlessly, sometimes more).
        guard ((word &- 0x0101_0101_0101_0101) & ~word | word) & 0x8080_8080_8080_8080 == 0 else { break }
        index &+= 8
      }
      guard index < count else { break }
      let byte = base[index]
      if byte == 0 {
        self = .hasNUL
        return
      }
      if byte < 0x80 {
        index &+= 1
        continue
      }
      plain = false
      let length = TextCheck.sequenceLength(base + index, count &- index)
      guard length > 0 else {
        self = .invalid
        return
      }
      index &+= length
    }
    self = plain ? .ascii : .unicode
  }

  /// The length of the well-formed sequence of two to four bytes that begins here (Unicode, table 3-7), or 0.
  static func sequenceLength(_ at: UnsafePointer<UInt8>, _ available: Int) -> Int {
    let first = at[0]
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, lowest) = (3, 0xA0)
    case 0xED: (length, highest) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, lowest) = (4, 0x90)
    case 0xF4: (length, highest) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard available >= length, at[1] >= lowest, at[1] <= highest else { return 0 }
    for index in 2..<max(2, length) where at[index] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
