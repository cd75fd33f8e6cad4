import CaseloadCore

/// A mapping that is proposed for a file, and why: where each column goes, or why it goes nowhere.
///
/// What is certain is in `mapping`; what only looks so is a proposal beside it (`maybe`, `words`), for somebody
/// who knows the register to take or to leave. It holds no value of a column that tells who somebody is.
public struct MappingSuggestion: Sendable {
  /// How a column came to its place.
  public enum Reason: Sendable, Equatable {
    /// The register's key.
    case key
    /// The register is known, and so is this column.
    case register
    /// Its name is one of the field's.
    case name
    /// Its name is nearly one of the field's, and its values are the field's.
    case nearName
    /// It is known to be of no use for guidance.
    case notUsed
    /// Several columns have this name: only the first is read.
    case twice
    /// Nothing is known for it.
    case none
  }

  /// What a reader may see of a column's cells.
  public enum Sample: Sendable, Equatable {
    /// The commonest values, of a column that is a list of words.
    case values([Count])
    /// What they look like; nil: nothing in common but how long they are.
    case shape(String?, shortest: Int, longest: Int)
    /// Every cell is empty.
    case nothing
  }

  /// A spelling and how often it stands in the column.
  public struct Count: Sendable, Equatable {
    public let text: String
    public let count: Int
  }

  /// A spelling that its field does not understand.
  public struct Word: Sendable, Equatable {
    /// The spelling; nil where it may tell who somebody is.
    public let text: String?
    public let count: Int
    /// The code it is near to.
    public let meaning: String?
    /// So near that it is a slip of the pen, and stands in the mapping.
    public let isSure: Bool
  }

  /// One column of the file.
  public struct Column: Sendable {
    public let header: String
    public let reason: Reason
    /// What is written for it.
    public internal(set) var rule: ColumnRule
    /// The label of the field it goes to, with its part.
    public let field: Field?
    public let filled: Int
    /// How many different spellings there are; nil: very many.
    public let different: Int?
    public let sample: Sample
    /// Fields it might be, the likeliest first.
    public internal(set) var maybe: [FieldID] = []
    /// Spellings that its field does not understand, the commonest first.
    public internal(set) var words: [Word] = []
    /// Cells that are not understood.
    public internal(set) var notUnderstood = 0
    /// How its days or names are written, in the words of a mapping.
    public internal(set) var forms: [String] = []

    /// Whether its cells go anywhere.
    public var isRead: Bool { reason == .key || rule.target != .unused }
  }

  public internal(set) var columns: [Column]
  /// The rows that were looked at, and whether those were all.
  public let rows: Int
  public let isWhole: Bool
  /// The file is one of contacts.
  public let isContacts: Bool
  /// Words for kinds of contact that are not understood.
  public internal(set) var kinds: [Word] = []
  /// What is certain of it.
  public internal(set) var mapping: Mapping
}
