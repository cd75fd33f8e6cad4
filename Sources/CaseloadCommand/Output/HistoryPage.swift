import CaseloadCore
import Cells

/// What was changed of a client, newest first: for people as lines, for programs as rows.
struct HistoryPage {
  let record: ClientRecord
  /// The client's name.
  let name: String
  let context: Context

  private static let title = Phrase("show.history", "Changes of the record")
  private static let nothing = Phrase("show.no-history", "The journal holds nothing about this client yet.")

  /// The lines of the page.
  var lines: [TerminalText] {
    let title = Self.title.text(in: context.language)
    let head = TerminalText(
      data: "\(name) · \(UndoText.client(record.number, in: context.language)) · \(title)")
    guard !record.history.isEmpty else {
      return [head, TerminalText(data: Self.nothing.text(in: context.language))]
    }
    return [head, ""] + record.history.map { .oneLine(data: $0.text(context)) }
  }

  /// The rows.
  var report: Report {
    Report(
      columns: ["day", "author", "what", "state"].map { .init(id: $0, title: $0) },
      rows: record.history.map { line in
        [
          .text(line.day.iso), .text(line.author), .text(line.what),
          .text(line.isUndone ? "undone" : "stands"),
        ]
      })
  }
}
