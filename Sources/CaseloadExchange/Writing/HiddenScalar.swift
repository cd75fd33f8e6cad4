/// The characters that act on a terminal or a reader instead of being seen: controls, escape, bidirectional and
/// other format characters, line and paragraph separators, surrogates, private and unassigned code points, and
/// the fillers that look like nothing.
enum HiddenScalar {
  static func isHidden(_ scalar: UnicodeScalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.value {
    case 0x115F, 0x1160, 0x3164, 0x2800, 0xFFA0: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return true
    default: return false
    }
  }

  /// ZWNJ and ZWJ, which shape letters and emoji and are no danger where nothing is escaped.
  static func isJoiner(_ scalar: UnicodeScalar) -> Bool { scalar.value == 0x200C || scalar.value == 0x200D }

  /// Four or more hexadecimal digits, as in U+202E.
  static func hex(_ value: UInt32, digits: Int = 4) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
