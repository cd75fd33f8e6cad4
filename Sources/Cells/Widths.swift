/// How many columns a Unicode scalar takes, by our own table, so that a screen has the same shape on every
/// machine. The terminal layer makes the real terminal agree with this.
enum ScalarWidth {
  /// Scalars that are two columns wide beside the emoji (East Asian Width W and F, Unicode 15, with the
  /// gaps between CJK blocks filled as the standard asks).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
    0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]

  /// True for scalars that are always one column and a cluster of their own when a scalar of the same set
  /// follows: Latin, Greek, Cyrillic, punctuation, arrows, box drawing, blocks and our own signs.
  @inline(__always)
  static func isSimple(_ value: UInt32) -> Bool {
    if value < 0x7F { return value >= 0x20 }
    if value < 0x300 { return value >= 0xA0 && value != 0xAD && value != 0xA9 && value != 0xAE }
    switch value {
    case 0x0391...0x03A1, 0x03A3...0x0481, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x203E,
      0x20A0...0x20BF, 0x2190...0x2193, 0x2260...0x2265, 0x2500...0x259F, 0x25A0...0x25A9,
      0x25B2...0x25B5, 0x25B8...0x25BF, 0x25CB...0x25CF, 0x2713, 0x2717:
      return true
    default: return false
    }
  }

  /// Columns of one scalar on its own: 0 for marks and joiners, 2 for wide ones, else 1.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if isSimple(value) { return 1 }
    if value < 0x300 { return value == 0xA9 || value == 0xAE ? 1 : 0 }
    if isRegionalIndicator(value) { return 1 }
    if isJamoTail(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  static func isRegionalIndicator(_ value: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// Vowels and final consonants of Hangul that sit in the cell of the consonant before them.
  static func isJamoTail(_ value: UInt32) -> Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }
}
