import CaseloadCore
import Glibc

/// What ends an import or an export as a whole. A single bad row never does: it is refused (`RowProblem`).
public enum ExchangeError: Error, Equatable, Sendable {
  /// What was being done with a file when the system refused.
  public enum Step: String, Sendable {
    case open, read, create, write, sync, rename
  }

  /// The system refused; `code` is its `errno`.
  case file(path: String, doing: Step, code: Int32)
  /// A folder, a device or a pipe where a file is needed.
  case notARegularFile(path: String)
  /// The file has no row that could be its header.
  case empty
  /// Two columns of the file are read as the same field: a mapping must say which one is.
  case columnTwice(names: [String])
  /// The header cannot be read: not valid text, or a quote that is not closed.
  case headerUnreadable(RowProblem)
  /// The file is a spreadsheet, or was asked for a sheet, and cannot be read so.
  case spreadsheet(SpreadsheetFault)
  /// No column of the file is the register's key.
  case noKeyColumn(header: [String])
  /// No column of a file of answers says on which day they were given, and nobody else said so.
  case noAnsweredDay
  /// A file of answers in JSON that is no list of objects, or too long to be one.
  case notAnswers
  /// The mapping file cannot be read as TOML, or says something that no mapping can mean.
  case mapping(line: Int?, reason: Sentence)
  /// The file is no JSON, or no profile nor a list of them.
  case notProfiles
  /// A folder has no file of persons, or several.
  case personsTable(files: [String])
  /// A table has no column of this name, which the mapping says it has.
  case noColumn(table: String, name: String)
  /// A field comes from this table and from another one.
  case fieldOfTwoTables(field: FieldID, table: String)
}

/// Why one row is refused. It holds places and counts only, never a cell's text: reasons are shown and kept.
public enum RowProblem: Error, Equatable, Hashable, Sendable {
  /// A quote opened in this line is never closed (or not within the longest row that is accepted).
  case quoteNotClosed(line: Int)
  /// Something other than a separator follows a closing quote, in this column (counted from 1).
  case textAfterQuote(column: Int)
  /// The row has other than the header's number of cells.
  case cellCount(found: Int, expected: Int)
  /// The row is longer, in bytes, than any row may be.
  case rowTooLong(limit: Int)
  /// A NUL byte, in this column (counted from 1).
  case nul(column: Int)
  /// Bytes that are no text in the file's encoding, in this column (counted from 1).
  case invalidText(column: Int, encoding: FileEncoding)
  /// More than the longest text that a cell may hold, in this column (counted from 1).
  case tooLong(column: Int, limit: Int)
  /// The cell of the register's key is empty.
  case noKey
  /// The key stands in an earlier line of the same file.
  case keyTwice(firstLine: Int, line: Int)
  /// A contact that has no day on which it was held or written down.
  case noDay
  /// A reason of the caller's, such as a contact of a client whom the store does not know.
  case other(Sentence)
}
