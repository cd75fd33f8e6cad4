import CaseloadCore

/// What the errors of files say, in words.
extension ExchangeError {
  /// The sentence for people.
  public func message(in language: Language) -> String {
    switch self {
    case .file(let path, let doing, let code):
      doing.phrase.text(in: language, [path, SystemReason.text(code, in: language)])
    case .notARegularFile(let path):
      Phrase("exchange.not-a-file", "{0} is not a regular file").text(in: language, [path])
    case .empty: Phrase("exchange.empty", "the file holds no rows").text(in: language)
    case .columnTwice(let names):
      Phrase("exchange.column-twice", "these columns are read as one field: {0}")
        .text(in: language, [names.joined(separator: ", ")])
    case .headerUnreadable(let problem):
      Phrase("exchange.header", "the header cannot be read: {0}")
        .text(in: language, [problem.message(in: language)])
    case .spreadsheet(let fault): fault.message(in: language)
    case .notProfiles:
      Phrase(
        "exchange.not-profiles",
        "the file holds no profile and no list of profiles in JSON, or is too long to be one"
      ).text(in: language)
    case .noKeyColumn:
      Phrase("exchange.no-key", "no column is known as the register's key; name it in a mapping")
        .text(in: language)
    case .noAnsweredDay: AnswerWords.noDayColumn.text(in: language)
    case .notAnswers: AnswerWords.notAnswers.text(in: language)
    case .personsTable(let files) where files.isEmpty:
      Phrase("exchange.no-persons", "the folder has no file of the table of persons").text(in: language)
    case .personsTable(let files):
      Phrase("exchange.several-persons", "several files could be the table of persons: {0}")
        .text(in: language, [files.joined(separator: ", ")])
    case .noColumn(let table, let name):
      Phrase("exchange.no-column", "the table {0} has no column \"{1}\", which the mapping names")
        .text(in: language, [table, name])
    case .fieldOfTwoTables(let field, let table):
      Phrase("exchange.field-twice", "the field {0} comes from the table {1} and from another one")
        .text(in: language, [field.text, table])
    case .mapping(let line?, let reason):
      Phrase("exchange.mapping-line", "the mapping, line {0}: {1}")
        .text(in: language, [String(line), reason.text(in: language)])
    case .mapping(nil, let reason):
      Phrase("exchange.mapping", "the mapping: {0}").text(in: language, [reason.text(in: language)])
    }
  }
}

extension ExchangeError: CustomStringConvertible {
  public var description: String { message(in: .english) }
}

extension ExchangeError.Step {
  /// What could not be done with the file at `{0}`, and why.
  fileprivate var phrase: Phrase {
    switch self {
    case .open: Phrase("exchange.cannot-open", "cannot open {0}: {1}")
    case .read: Phrase("exchange.cannot-read", "cannot read {0}: {1}")
    case .create: Phrase("exchange.cannot-create", "cannot create {0}: {1}")
    case .write: Phrase("exchange.cannot-write", "cannot write {0}: {1}")
    case .sync: Phrase("exchange.cannot-sync", "cannot sync {0}: {1}")
    case .rename: Phrase("exchange.cannot-rename", "cannot rename {0}: {1}")
    }
  }
}

extension RowProblem {
  /// Why the row is refused, for people.
  public func message(in language: Language) -> String { sentence.text(in: language) }

  private var sentence: Sentence {
    switch self {
    case .quoteNotClosed(let line):
      Sentence(Phrase("row.quote", "the quote opened in line {0} is not closed"), String(line))
    case .textAfterQuote(let column):
      Sentence(Phrase("row.after-quote", "column {0}: text after the closing quote"), String(column))
    case .cellCount(let found, let expected) where found < expected:
      Sentence(Phrase("row.too-few", "only {0} cells of {1}"), String(found), String(expected))
    case .cellCount(let found, let expected):
      Sentence(
        Phrase("row.too-many", "{0} cells where the header has {1}"), String(found), String(expected))
    case .rowTooLong(let limit): Sentence(Phrase("row.too-long", "longer than {0} bytes"), String(limit))
    case .nul(let column): Sentence(Phrase("row.nul", "column {0}: a NUL character"), String(column))
    case .invalidText(let column, let encoding):
      Sentence(Phrase("row.not-text", "column {0}: not valid {1}"), String(column), encoding.name)
    case .tooLong(let column, let limit):
      Sentence(
        Phrase("row.cell-too-long", "column {0}: longer than {1} characters"), String(column), String(limit))
    case .noKey: Sentence(Phrase("row.no-key", "no register key"))
    case .keyTwice(let first, let line):
      Sentence(
        Phrase("row.key-twice", "the key of line {1} stands in line {0} already"), String(first),
        String(line))
    case .noDay: Sentence(Phrase("row.no-day", "no day on which it was held or written down"))
    case .other(let reason): reason
    }
  }
}

extension RowProblem: CustomStringConvertible {
  public var description: String { message(in: .english) }
}

extension Sniffed {
  private static let found = Plural(
    "sniffed.found", one: "{1}, separator {2}, {0} column", many: "{1}, separator {2}, {0} columns")
  private static let withMark = Phrase("sniffed.mark", "{0} with byte order mark")
  private static let guess = Phrase("sniffed.guess", "{0} (a guess: say it if it is wrong)")

  /// One sentence for people: what was found, and what was not certain.
  public func summary(in language: Language) -> String {
    let name = format.encoding.name
    let encoding = hadByteOrderMark ? Self.withMark.text(in: language, [name]) : name
    let text = Self.found.text(header.count, in: language, encoding, format.separatorName)
    let isGuess = min(encodingCertainty, separatorCertainty) == .guess
    return isGuess ? Self.guess.text(in: language, [text]) : text
  }
}
