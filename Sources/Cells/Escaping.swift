/// Makes text harmless to a terminal and to the eye. Everything is decided on Unicode scalars, because a
/// control character followed by a combining mark is one `Character` that compares unequal to both.
enum Escaping {
  /// More combining marks than this on one base is an attack on the line above, not a language.
  static let markLimit = 8

  /// The text with every scalar that could move, hide, reorder or pile up shown as `‹U+202E›`.
  static func visible(_ text: String) -> String {
    let scalars = text.unicodeScalars
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count)
    var marks = 0
    var base: Unicode.Scalar?
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if ScalarWidth.isSimple(scalar.value) {
        result.append(scalar)
        base = scalar
        marks = 0
      } else if isJoiner(scalar) {
        // Kept where writing needs it (Persian, Sinhala, families of emoji), never at an edge or in a row.
        let following = next < scalars.endIndex ? scalars[next] : nil
        if let base, let following, marks < markLimit, joins(base), ScalarKind.isLetterOrEmoji(following) {
          result.append(scalar)
          marks += 1
        } else {
          append(name: scalar, to: &result)
          base = nil
        }
      } else if mustShow(scalar) {
        append(name: scalar, to: &result)
        base = nil
        marks = 0
      } else if ScalarKind.isMark(scalar) || ScalarWidth.isJamoTail(scalar.value) {
        // A mark without a base would sit on the cell to its left, which is not ours.
        if base != nil, marks < markLimit {
          result.append(scalar)
          marks += 1
        } else {
          append(name: scalar, to: &result)
          base = nil
        }
      } else {
        // Emoji joined into one sign count together, so that one cell never grows without end.
        let joined = result.last?.value == ScalarKind.zeroWidthJoiner || scalar.properties.isEmojiModifier
        marks = joined ? marks + 1 : 0
        result.append(scalar)
        base = scalar
      }
      index = next
    }
    return String(result)
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == ScalarKind.zeroWidthJoiner || scalar.value == ScalarKind.zeroWidthNonJoiner
  }

  private static func joins(_ base: Unicode.Scalar) -> Bool { ScalarKind.isLetterOrEmoji(base) }

  /// Categories Cc Cf Cs Co Cn Zl Zp, and four letters and symbols that look like nothing at all.
  static func mustShow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x115F, 0x1160, 0x3164, 0x2800: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return true
    default: return false
    }
  }

  private static func append(name scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    result.append("‹")
    result.append("U")
    result.append("+")
    let digits = String(scalar.value, radix: 16, uppercase: true)
    for _ in digits.utf8.count..<Swift.max(4, digits.utf8.count) { result.append("0") }
    result.append(contentsOf: digits.unicodeScalars)
    result.append("›")
  }
}
