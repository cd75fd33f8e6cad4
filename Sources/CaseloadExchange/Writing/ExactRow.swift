/// Writes rows of CSV in which no cell is other than it was given: for a system that reads them, where an apostrophe
/// before a telephone number would become part of it.
///
/// What cannot stand so without harm is not written at all (`isSafe`): a text that a spreadsheet would run as a
/// formula, and one that holds what acts instead of being seen.
enum ExactRow {
  /// Whether a text can be written as it is: a plain number with its sign can (`+31 6 1234`), a formula cannot.
  static func isSafe(_ text: String) -> Bool {
    guard !text.unicodeScalars.contains(where: { HiddenScalar.isHidden($0) && !HiddenScalar.isJoiner($0) })
    else { return false }
    guard SpreadsheetSafe.needsGuard(text.utf8) else { return true }
    let rest = text.utf8.dropFirst()
    return [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(text.utf8.first)
      && rest.contains { (48...57).contains($0) } && rest.allSatisfy { (48...57).contains($0) || $0 == 0x20 }
  }

  /// Adds a row with its line end.
  static func append(_ cells: [String], separator: UInt8, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(separator) }
      let text = Array(cell.utf8)
      let isQuoted =
        text.contains { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D } || text.first == 0x20
        || text.last == 0x20
      if isQuoted { bytes.append(quote) }
      for byte in text {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      if isQuoted { bytes.append(quote) }
    }
    bytes.append(0x0A)
  }
}
