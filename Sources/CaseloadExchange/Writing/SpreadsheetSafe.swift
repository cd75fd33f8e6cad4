/// Keeps a spreadsheet from running a cell's text as a formula.
///
/// A text whose first visible scalar is `=`, `+`, `-`, `@`, a tab or a carriage return (or the full-width form
/// of one) is written with an apostrophe before it; so is a text that looks as if we had done that already,
/// so that `undo` gives back exactly what was there. It is decided on UTF-8 bytes, which are scalars: a
/// combining mark behind the sign does not hide it.
public enum SpreadsheetSafe {
  static let guardByte = UInt8(ascii: "'")

  /// Whether a spreadsheet could take this cell, or this cell behind our own apostrophes, for a formula.
  public static func needsGuard(_ cell: some Collection<UInt8>) -> Bool {
    var rest = cell[...]
    while rest.first == guardByte { rest.removeFirst() }
    while let length = ignoredLength(rest) { rest = rest.dropFirst(length) }
    guard let first = rest.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case 0xEF:
      let next = rest.dropFirst()
      return next.starts(with: [0xBC, 0x9D]) || next.starts(with: [0xBC, 0x8B])
        || next.starts(with: [0xBC, 0x8D]) || next.starts(with: [0xBC, 0xA0])
    default: return false
    }
  }

  /// The cell as it is written.
  public static func cell(_ text: String) -> String {
    needsGuard(text.utf8) ? "'" + text : text
  }

  /// What the cell was before `cell` or a writer guarded it.
  public static func undo(_ text: String) -> String {
    guard text.utf8.first == guardByte, needsGuard(text.utf8) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  /// How many bytes stand at the beginning that a spreadsheet does not see: spaces, line feeds, no-break
  /// spaces, zero-width spaces and byte order marks.
  private static func ignoredLength(_ bytes: some Collection<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x20, 0x0A: return 1
    case 0xC2: return bytes.starts(with: [0xC2, 0xA0]) ? 2 : nil
    case 0xE2: return bytes.starts(with: [0xE2, 0x80, 0x8B]) ? 3 : nil
    case 0xEF: return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : nil
    default: return nil
    }
  }
}
