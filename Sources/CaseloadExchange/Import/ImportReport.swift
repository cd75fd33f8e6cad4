import CaseloadCore

/// What an import read, and what it could not understand; said when it ends.
public struct ImportReport: Sendable, Equatable {
  /// What became of one column.
  public struct Column: Sendable, Equatable {
    public let header: String
    /// The field it was read as; nil for the key and for the parts of a contact.
    public let field: FieldID?
    /// Rows in which it was not understood.
    public internal(set) var notUnderstood = 0
    var spellings: [String: Int] = [:]

    init(header: String, field: FieldID?) {
      self.header = header
      self.field = field
    }

    /// The commonest spellings that were not understood, the commonest first.
    public func commonest(_ most: Int = 5) -> [(text: String, count: Int)] {
      spellings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map { ($0.key, $0.value) }
    }
  }

  /// How the file is written, and by which mapping it was read.
  public let format: CSVFormat
  public let mapping: String
  public let mappingVersion: Int
  /// Rows under the header that are not blank: read = taken + refused + passed over.
  public internal(set) var read = 0
  public internal(set) var taken = 0
  public internal(set) var refused = 0
  /// Contact rows that tell of no contact with the client (a report, a talk with somebody else).
  public internal(set) var passedOver = 0
  /// Rows without any text, not counted as read.
  public internal(set) var blank = 0
  /// Rows of a sheet with text beside the columns that have a name, which is not read.
  public internal(set) var beside = 0
  /// Refused rows by what kind of reason, in words without numbers.
  public internal(set) var reasons: [Phrase: Int] = [:]
  /// Keys that fail the 11-test, taken all the same.
  public internal(set) var doubtfulKeys = 0
  /// The columns that were read, in the file's order.
  public internal(set) var columns: [Column]
  /// The columns that nothing wanted.
  public let unused: [String]
  /// The earliest day of any contact in the file.
  public internal(set) var earliestContact: Day?

  /// Spellings that are kept for each column; beyond them only the count goes on.
  private static let spellings = 500

  init(format: CSVFormat, mapping: Mapping, columns: [Column], unused: [String]) {
    self.format = format
    self.mapping = mapping.name
    mappingVersion = mapping.version
    self.columns = columns
    self.unused = unused
  }

  mutating func countNotUnderstood(_ column: Int, _ text: String) {
    columns[column].notUnderstood += 1
    if columns[column].spellings.count < Self.spellings || columns[column].spellings[text] != nil {
      columns[column].spellings[text, default: 0] += 1
    }
  }

  mutating func countRefused(_ problem: RowProblem) {
    refused += 1
    reasons[problem.kind, default: 0] += 1
  }
}

extension RowProblem {
  /// The reason without its places and numbers, so that equal reasons can be counted together.
  public var kind: Phrase {
    switch self {
    case .quoteNotClosed: Phrase("row.kind.quote", "a quote is not closed")
    case .textAfterQuote: Phrase("row.kind.after-quote", "text after a closing quote")
    case .cellCount(let found, let expected):
      found < expected
        ? Phrase("row.kind.too-few", "too few cells") : Phrase("row.kind.too-many", "too many cells")
    case .rowTooLong: Phrase("row.kind.too-long", "row too long")
    case .nul: Phrase("row.kind.nul", "a NUL character")
    case .invalidText: Phrase("row.kind.not-text", "not valid text")
    case .tooLong: Phrase("row.kind.cell-too-long", "a text too long")
    case .noKey: Phrase("row.no-key", "no register key")
    case .keyTwice: Phrase("row.kind.key-twice", "key stands twice")
    case .noDay: Phrase("row.kind.no-day", "no day")
    case .other(let reason): reason.phrase
    }
  }
}
