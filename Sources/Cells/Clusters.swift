/// One thing that stands in one place on the screen: a base scalar with what belongs to it, at most two
/// columns wide.
struct Cluster {
  /// The scalars, as a slice of the text they come from.
  let scalars: Substring.UnicodeScalarView
  /// 1 or 2; 0 only for a lone mark, which safe text does not contain.
  let width: Int
}

/// Splits text into clusters. Our rules are those of UAX 29 where a terminal follows them (marks, emoji
/// joined by ZWJ, skin tones, flags, Hangul); Indic conjuncts and spacing marks stay separate, because
/// terminals give each its own column.
struct Clusters: Sequence, IteratorProtocol {
  private let source: String.UnicodeScalarView
  private var position: String.UnicodeScalarView.Index

  init(_ text: String) {
    source = text.unicodeScalars
    position = source.startIndex
  }

  mutating func next() -> Cluster? {
    guard position < source.endIndex else { return nil }
    let start = position
    let first = source[position]
    position = source.index(after: position)
    var width = ScalarWidth.of(first)
    var previous = first
    let emoji = ScalarKind.isEmoji(first)
    while position < source.endIndex {
      let scalar = source[position]
      let value = scalar.value
      if ScalarWidth.isSimple(value) { break }
      if value == 0xFE0F {
        if ScalarKind.canBeEmoji(first) { width = 2 }
      } else if ScalarKind.joinsBefore(scalar) {
        // A mark, joiner or Hangul tail takes no column of its own.
      } else if scalar.properties.isEmojiModifier && previous.properties.isEmojiModifierBase {
        width = 2
      } else if previous.value == ScalarKind.zeroWidthJoiner && emoji && ScalarKind.isEmoji(scalar) {
        width = 2
      } else if ScalarWidth.isRegionalIndicator(value) && ScalarWidth.isRegionalIndicator(first.value)
        && source.index(after: start) == position
      {
        width = 2
      } else {
        break
      }
      previous = scalar
      position = source.index(after: position)
    }
    return Cluster(scalars: Substring(source[start..<position]).unicodeScalars, width: width)
  }
}

/// The few questions about scalars that both escaping and clustering ask.
enum ScalarKind {
  static let zeroWidthNonJoiner: UInt32 = 0x200C
  static let zeroWidthJoiner: UInt32 = 0x200D

  /// Stays in the cell of the scalar before it.
  static func joinsBefore(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    if scalar.value == zeroWidthJoiner || scalar.value == zeroWidthNonJoiner { return true }
    return ScalarWidth.isJamoTail(scalar.value) || isZeroWidthMark(scalar)
  }

  /// A combining mark without a column of its own.
  static func isZeroWidthMark(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// Any combining mark: what may not be piled up and may not stand without a base.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
  }

  static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xA8 && scalar.properties.isEmoji && !ScalarWidth.isRegionalIndicator(scalar.value)
  }

  /// May be asked to look like an emoji by U+FE0F; digits too (keycaps).
  static func canBeEmoji(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isEmoji }

  static func isLetterOrEmoji(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return isEmoji(scalar)
    }
  }
}
