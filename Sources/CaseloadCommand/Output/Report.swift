import CaseloadExchange
import Cells

/// One cell of a report.
enum ReportCell: Sendable, Equatable {
  /// Nothing recorded.
  case none
  /// A whole number.
  case number(Int)
  /// Text, possibly hostile.
  case text(String)
  /// Several texts.
  case list([String])

  /// As one text.
  var text: String {
    switch self {
    case .none: ""
    case .number(let number): String(number)
    case .text(let text): text
    case .list(let texts): texts.joined(separator: ", ")
    }
  }

  /// As JSON.
  var json: JSONText.Value {
    switch self {
    case .none: .null
    case .number(let number): .int(number)
    case .text(let text): .string(text)
    case .list(let texts): .array(texts.map { .string($0) })
    }
  }
}

/// Rows under named columns: what every command without a screen prints, in each format.
struct Report: Sendable {
  /// A column: its id for machines, its title for people.
  struct Column: Sendable {
    var id: String
    var title: String
    var isNumber = false
  }

  /// The columns.
  var columns: [Column]
  /// The rows; each has a cell a column.
  var rows: [[ReportCell]]
  /// Lines below a table for people: what was counted and what was not. Machines' formats leave it out.
  var notes: [String] = []

  /// The whole text of the report.
  func text(_ format: OutputFormat) -> String {
    switch format {
    case .table: table()
    case .csv: separated(RowWriter(.csv))
    case .tsv: separated(RowWriter(.tsv))
    case .json: json()
    }
  }

  /// The table for people, line by line.
  var lines: [TerminalText] { Array(TerminalText.lines(data: text(.table)).dropLast()) }

  private func separated(_ writer: RowWriter) -> String {
    var text = ""
    writer.append(columns.map(\.id), to: &text)
    for row in rows { writer.append(row.map(\.text), to: &text) }
    return text
  }

  private func json() -> String {
    let objects = rows.map { row in
      JSONText.Value.object(zip(columns, row).map { (key: $0.id, value: $1.json) })
    }
    return "[" + objects.map { "\n  " + JSONText.text($0) }.joined(separator: ",") + "\n]\n"
  }

  /// Plain text without borders, which a screen reader or a pipe can read line by line.
  private func table() -> String {
    let titles = columns.map { TerminalText(data: $0.title) }
    let cells = rows.map { row in row.map { TerminalText(data: $0.text) } }
    let widths = columns.indices.map { column in
      max(titles[column].width, cells.map { $0[column].width }.max() ?? 0)
    }
    func line(_ row: [TerminalText]) -> String {
      let padded = row.indices.map { column in
        let last = column == row.count - 1
        let alignment: Alignment = columns[column].isNumber ? .right : .left
        return last && alignment == .left
          ? row[column] : row[column].pad(to: widths[column], alignment: alignment)
      }
      return padded.joined(separator: "  ").string + "\n"
    }
    var text = rows.isEmpty ? "" : line(titles) + cells.map(line).joined()
    for note in notes { text += TerminalText(data: note).string + "\n" }
    return text
  }
}
