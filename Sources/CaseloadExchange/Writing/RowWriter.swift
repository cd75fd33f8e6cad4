/// Writes rows of text as CSV or TSV that is harmless in a spreadsheet and on a terminal.
///
/// CSV follows RFC 4180 with line feeds; a formula is guarded (`SpreadsheetSafe`), and what acts instead of
/// being seen is shown as `‹U+202E›`; line breaks stay, inside quotes. TSV has no quotes: a tab, a line break
/// and a backslash are `\t`, `\n`, `\r`, `\\`, and what acts is `\u202E` (or `\U0001F512` above U+FFFF), so that
/// every line is one row for `cut`, `sort` and `awk`, and the text can be had back exactly.
public struct RowWriter: Sendable {
  public enum Form: Sendable {
    case csv(separator: Character)
    case tsv

    /// CSV with commas.
    public static let csv = Form.csv(separator: ",")
  }

  private let form: Form

  public init(_ form: Form) {
    self.form = form
  }

  /// One row with its line end.
  public func row(_ cells: [String]) -> String {
    var line = ""
    append(cells, to: &line)
    return line
  }

  /// Adds one row with its line end.
  public func append(_ cells: [String], to line: inout String) {
    for (index, cell) in cells.enumerated() {
      switch form {
      case .csv(let separator):
        if index > 0 { line.append(separator) }
        appendCSV(cell, separator, alone: cells.count == 1, to: &line)
      case .tsv:
        if index > 0 { line.append("\t") }
        appendTSV(cell, to: &line)
      }
    }
    line.append("\n")
  }

  private func appendCSV(_ cell: String, _ separator: Character, alone: Bool, to line: inout String) {
    var text = String.UnicodeScalarView()
    var quoted = cell.isEmpty && alone
    if SpreadsheetSafe.needsGuard(cell.utf8) { text.append("'") }
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\"":
        text.append(contentsOf: "\"\"".unicodeScalars)
        quoted = true
      case "\n", "\r", "\t":
        text.append(scalar)
        quoted = true
      case _ where HiddenScalar.isHidden(scalar) && !HiddenScalar.isJoiner(scalar):
        text.append(contentsOf: "‹U+\(HiddenScalar.hex(scalar.value))›".unicodeScalars)
      default:
        quoted = quoted || Character(scalar) == separator
        text.append(scalar)
      }
    }
    // A reader may trim bare cells; what begins or ends with a space is kept by quotes.
    quoted = quoted || text.first == " " || text.last == " "
    line.append(quoted ? "\"\(String(text))\"" : String(text))
  }

  private func appendTSV(_ cell: String, to line: inout String) {
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\t": line.append("\\t")
      case "\n": line.append("\\n")
      case "\r": line.append("\\r")
      case "\\": line.append("\\\\")
      case _ where HiddenScalar.isHidden(scalar):
        line.append(scalar.value > 0xFFFF ? "\\U" : "\\u")
        line.append(HiddenScalar.hex(scalar.value, digits: scalar.value > 0xFFFF ? 8 : 4))
      default: line.unicodeScalars.append(scalar)
      }
    }
  }
}
