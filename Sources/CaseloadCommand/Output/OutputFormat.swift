import ArgumentParser

/// In what form a command prints.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// Columns for people.
  case table
  /// Tab-separated, one line a row.
  case tsv
  /// Comma-separated, safe to open in a spreadsheet.
  case csv
  /// An array of objects with field ids as keys.
  case json
}
