/// What a piece of the screen means. A colour scheme turns roles into terminal attributes; no role carries a
/// meaning that is not also said by a sign or a word, so a monochrome terminal loses nothing.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary text, in the terminal's own colours.
  case normal
  /// Secondary text: units, denominators, a stale result, what cannot be used now.
  case dim
  /// The border and title of the pane that has the focus.
  case focus
  /// The row or bar under the cursor: reverse video in every scheme.
  case selected
  /// Something that waits for the reader: a marked row, a message, a question.
  case attention
  /// Past its day (sign ‼).
  case overdue
  /// Not known or not asked (sign ?).
  case unknown
  /// There, done, eligible (sign ✓).
  case good
  /// Missing or refused (sign ✗).
  case bad
  /// The top line and column heads.
  case header
  /// Borders and titles of panes without the focus.
  case border
  /// The filled part of a bar.
  case bar
  /// A row that has just left the list through the user's own action.
  case struck
  /// The name of a key in the footer and in help.
  case key
  /// Text that the user types: filter line, form entries.
  case input
  /// An error in what was typed, or a refusal.
  case error
}

/// Attributes that are added to those of a role.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// The bits; one byte, so that a cell stays eight bytes.
  public let rawValue: UInt8
  /// Attributes with the given bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 1)
  /// Brighter or heavier.
  public static let bold = Attributes(rawValue: 2)
  /// Underlined.
  public static let underline = Attributes(rawValue: 4)
  /// Struck through; terminals without it show it dim.
  public static let struck = Attributes(rawValue: 8)
  /// Half bright.
  public static let dim = Attributes(rawValue: 16)
}
