import CaseloadCore

/// How the columns of one register's export become fields: what a mapping file says, and what stands in for it.
public struct Mapping: Equatable, Sendable {
  /// Its name, said in the report and kept in the journal.
  public var name: String
  /// The version of the mapping itself, counted up by whoever keeps it.
  public var version: Int
  /// Headers that, all present, tell that a file is of this register.
  public var recognise: [String]
  /// The header of the column that is the register's key; nil: found by its usual names.
  public var key: String?
  /// Whether the key is a citizen service number: nine digits, leading zeros restored, 11-test as a warning.
  /// Nil: it is when its column says BSN.
  public var keyIsCitizenNumber: Bool?
  /// In a file of answers the header of the column with the client's number in this store; nil: found by its
  /// usual names.
  public var number: String?
  /// In a file of answers the header of the column with the day on which they were given; nil: found by its usual
  /// names.
  public var answered: String?
  /// Spellings that say that nobody knows, or that the client would rather not say, folded to letters and digits.
  public var states: [String: State] = [:]
  /// Spellings that mean that nobody recorded anything, besides the usual ones.
  public var empty: [String]
  /// How days are written; the usual Dutch and ISO ways where nothing is said.
  public var dates: [DateForm]
  /// What a day of contact is that does not say so itself.
  public var lastContact: ContactDay
  /// What a telephone call in the register is: a talk only where somebody who knows says so.
  public var callIsConversation: Bool
  /// What each column means, by the folded header.
  public var columns: [String: ColumnRule]
  /// What contact kinds mean, by folded spelling, besides the usual ones.
  public var kinds: [String: ContactMeaning]
  /// Whether columns that it does not name are found by the catalogue's names.
  public var findsByName = true
  /// How the spellings of `empty` and `states` stand in the mapping file.
  public var written = Written()

  public init(
    name: String = "by header", version: Int = 1, recognise: [String] = [], key: String? = nil,
    keyIsCitizenNumber: Bool? = nil, empty: [String] = [], dates: [DateForm] = DateForm.usual,
    lastContact: ContactDay = .unclear, callIsConversation: Bool = false, columns: [String: ColumnRule] = [:],
    kinds: [String: ContactMeaning] = [:]
  ) {
    self.name = name
    self.version = version
    self.recognise = recognise
    self.key = key
    self.keyIsCitizenNumber = keyIsCitizenNumber
    self.empty = empty
    self.dates = dates
    self.lastContact = lastContact
    self.callIsConversation = callIsConversation
    self.columns = columns
    self.kinds = kinds
  }

  /// Spellings of "nobody recorded anything" in any file, folded (product.md, "Value of a field").
  public static let usualEmpty: Set<String> = [
    "", "-", "--", "?", "??", "???", "nnb", "onbekend", "geen gegevens", "unknown", "not known", "null",
  ]

  /// Whether a file with this header is of the register this mapping is for.
  public func recognises(_ header: [String]) -> Bool {
    let there = Set(header.map { Folding.key($0) })
    return !recognise.isEmpty && recognise.allSatisfy { there.contains(Folding.key($0)) }
  }
}

/// What a register's day of contact is (product.md, "What counts as seen").
public enum ContactDay: String, Sendable {
  /// The day on which a conversation was held.
  case held
  /// The day on which something was written down.
  case logged
  /// Nobody knows which.
  case unclear
}

/// In which order a column writes a name.
public enum NameOrder: String, CaseIterable, Sendable {
  /// "Berg, van den J." or "Berg, Jan van den"
  case familyFirst = "family, rest"
  /// "Jan van den Berg" or "J. van den Berg"
  case givenFirst = "given prefix family"
  /// "Berg van den, Jan": the prefix behind the family name, before the comma.
  case familyPrefixFirst = "family prefix, given"
  /// "van den Berg, Jan": the prefix before the family name.
  case prefixFamilyFirst = "prefix family, given"

  /// The order by what a mapping calls it.
  init?(spelled text: String) {
    switch text {
    case "family, prefix initials", "family, given prefix", "family, prefix given": self = .familyFirst
    case "initials prefix family": self = .givenFirst
    default: self.init(rawValue: text)
    }
  }
}

/// How names and spellings stand in a mapping file, which compares them folded: needed where something is written for
/// the register. It is no part of what a mapping means, and so equal to any other.
public struct Written: Equatable, Sendable {
  /// The column's name; empty where no file names it.
  public var header = ""
  private var spellings: [String: String] = [:]

  /// Nothing yet.
  public init() {}

  /// The spelling as the file has it, by what it is compared as.
  public subscript(_ compared: String) -> String {
    get { spellings[compared] ?? compared }
    set { spellings[compared] = newValue }
  }

  public static func == (left: Written, right: Written) -> Bool { true }
}

/// What one column means.
public struct ColumnRule: Equatable, Sendable {
  /// Where its cells go.
  public var target: Target
  /// What a spelling means, by folded spelling, before anything else is tried.
  public var values: [String: String]
  /// What a text means in which this stands, by folded spelling, where nothing else understood it.
  public var contains: [String: String] = [:]
  /// What separates several values in one cell; nil: the usual signs.
  public var split: String?
  /// Whether a list of several is whole, so that what is not in it is a no.
  public var complete: Bool
  /// How days are written here; nil: as in the rest of the file.
  public var dates: [DateForm]?
  /// In which order names are written; nil: with a comma the family first, else last.
  public var nameOrder: NameOrder?
  /// Further spellings of empty, folded.
  public var empty: [String]
  /// What stands between this column's text and the one before it, where several make one field.
  public var join: String
  /// Where it comes among the columns that make one field: lower first, equal ones in the file's order.
  public var order: Int
  /// How the column's name and the spellings of `values` and `empty` stand in the mapping file.
  public var written = Written()
  /// Not worth a word: the register's own housekeeping, in every table.
  public var isIgnored = false

  public init(
    _ target: Target, values: [String: String] = [:], split: String? = nil, complete: Bool = false,
    dates: [DateForm]? = nil, nameOrder: NameOrder? = nil, empty: [String] = [], join: String = " ",
    order: Int = 0
  ) {
    self.target = target
    self.values = values
    self.split = split
    self.complete = complete
    self.dates = dates
    self.nameOrder = nameOrder
    self.empty = empty
    self.join = join
    self.order = order
  }

  /// Where a column's cells go.
  public enum Target: Equatable, Sendable {
    /// Nowhere, on purpose.
    case unused
    case field(FieldID, Part)
    case contact(ContactPart)
  }

  /// What part of its field a column holds.
  public enum Part: String, Sendable {
    case whole
    case family, prefix, given
    case lowest = "min"
    case highest = "max"
    /// The age in years on the day the export was drawn, for a birth date.
    case age
  }
}

/// What a column of a file of contacts holds.
public enum ContactPart: String, CaseIterable, Sendable {
  /// The day on which it was held, on which it was written down, or one of the two.
  case held, logged, day
  case kind, channel, initiative, colleague, subject, story, agreed, answered
}
