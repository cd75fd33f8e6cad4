import CaseloadCore

/// How a folder of tables becomes clients: which file is which table, and what in it counts on the day drawn.
public struct FolderMapping: Equatable, Sendable {
  /// Its name, said in the report and kept in the journal.
  public var name: String
  /// The version of the mapping itself, counted up by whoever keeps it.
  public var version: Int
  /// The tables, in the order in which they are read and told of.
  public var tables: [TableMapping]

  /// The table of persons: one row a client.
  public var persons: TableMapping? { tables.first { $0.role == .persons } }
}

/// What one table of a folder is.
public struct TableMapping: Equatable, Sendable {
  /// What its rows are.
  public enum Role: String, Sendable {
    /// One row a client, streamed; who is not in it is no client.
    case persons
    /// Rows about clients, of which those that count become fields.
    case details
    /// Contacts and appointments.
    case contacts
  }

  /// Which rows of a history count.
  public enum Current: String, Sendable {
    /// Those that have begun by the day drawn and have not ended before it.
    case open
    /// The one that is latest by the column `by`.
    case latest
    /// All: each row is an item.
    case all
  }

  /// What becomes of several rows that count, for one field.
  public enum Take: String, Sendable {
    /// The row that stands: the later one.
    case row
    /// Every row's items, as one list.
    case list
    case earliest, latest, lowest, highest
  }

  /// The table's name in the mapping.
  public var name: String
  /// The names of its files, without folder and ending; `*` at the end stands for anything.
  public var files: [String]
  public var role: Role
  /// Key, dates, spellings of empty, columns and kinds, as in a mapping of one file.
  public var mapping: Mapping
  public var current: Current
  /// Columns of the day on which a row begins and of the last day on which it holds.
  public var from: String?
  public var to: String?
  /// A column that says that the row has ended when it holds anything (a reason of ending).
  public var ended: String?
  /// The column by which the latest is known.
  public var by: String?
  /// Rows that count at all: the column and its folded spellings.
  public var only: [String: Set<String>]
  /// By field, how several rows come to one value.
  public var takes: [FieldID: Take]
  /// The field that is the number of rows that count.
  public var count: FieldID?
  /// Whether who has no row has none of it: the table is whole.
  public var isWhole: Bool
  public var flags: Flags?
  public var experience: ExperienceColumns?
  /// Contacts are complete from this day.
  public var completeSince: Day?

  /// A column whose words each say yes to a field.
  public struct Flags: Equatable, Sendable {
    public var column: String
    /// By folded spelling; nil for what is left out on purpose.
    public var fields: [String: FieldID?]
    /// Whether a row that has ended says no, where no other says yes.
    public var endedIsNo: Bool
  }

  /// The columns that make one stretch of experience.
  public struct ExperienceColumns: Equatable, Sendable {
    public var occupation: String
    public var sector: String?
    public var from: String?
    public var to: String?
    public var years: String?
    public var months: String?
  }

  /// Whether a file of this name (without folder and ending) is of this table.
  func holds(_ name: String) -> Bool {
    let folded = Folding.fold(name)
    return files.contains { pattern in
      let wanted = Folding.fold(pattern)
      return wanted.hasSuffix("*") ? folded.hasPrefix(wanted.dropLast()) : folded == wanted
    }
  }
}
