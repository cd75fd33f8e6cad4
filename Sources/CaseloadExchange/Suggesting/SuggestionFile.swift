import CaseloadCore

/// Writes a suggestion as the mapping file that it is, with comments in the reader's language: a line or two for
/// each column, and what is only likely as lines that are comments until somebody takes their `#` away.
///
/// What the file holds besides our own words is written so that it acts on no terminal and cannot end its line.
public struct SuggestionFile {
  private let suggestion: MappingSuggestion
  private let language: Language
  private var lines: [String] = []

  public init(_ suggestion: MappingSuggestion, in language: Language) {
    self.suggestion = suggestion
    self.language = language
  }

  /// The mapping as text. `name` is the file's, for its first line and for a name of the mapping.
  public static func text(_ suggestion: MappingSuggestion, of name: String, in language: Language) -> String {
    var file = SuggestionFile(suggestion, in: language)
    file.head(name)
    for column in suggestion.columns { file.column(column) }
    file.kinds()
    return file.lines.joined(separator: "\n") + "\n"
  }

  // MARK: - The top

  private mutating func head(_ name: String) {
    let mapping = suggestion.mapping
    let read = suggestion.columns.count(where: \.isRead)
    comment(Words.title, Self.shown(name))
    comment(
      suggestion.isWhole ? Words.looked : Words.lookedAtFirst, "\(suggestion.rows)",
      "\(suggestion.columns.count)",
      "\(read)")
    comment(Words.tryIt)
    lines.append(
      "#   caseload import \(suggestion.isContacts ? "--contacts " : "")… --drawn yyyy-mm-dd --mapping … --dry-run"
    )
    comment(Words.comments)
    lines.append("mapping = \(MappingFile.languageVersion)")
    lines.append("name = \(TOMLText.string(mapping.name == Mapping().name ? "suggested" : mapping.name))")
    lines.append("version = \(mapping.version)")
    if !mapping.recognise.isEmpty { lines.append("recognise = \(TOMLText.list(mapping.recognise))") }
    if let key = suggestion.columns.first(where: { $0.reason == .key }) {
      lines.append("key = \(TOMLText.string(key.header))")
    } else {
      comment(Words.noKey)
      lines.append("# key = \"…\"")
    }
    if let isCitizenNumber = mapping.keyIsCitizenNumber { lines.append("key-is-bsn = \(isCitizenNumber)") }
    comment(Words.empties, Mapping.usualEmpty.filter { !$0.isEmpty }.sorted().joined(separator: "  "))
    lines.append("empty = \(TOMLText.list(mapping.empty.map { mapping.written[$0] }))")
    lines.append("dates = \(TOMLText.list(mapping.dates.map(\.rawValue)))")
    comment(Words.lastContact)
    lines.append("last-contact = \(TOMLText.string(mapping.lastContact.rawValue))")
    if suggestion.isContacts || mapping.callIsConversation {
      comment(Words.calls)
      lines.append("calls = \"\(mapping.callIsConversation ? "conversation" : "unconfirmed")\"")
    }
  }

  // MARK: - Columns

  private mutating func column(_ column: MappingSuggestion.Column) {
    lines.append("")
    let header = column.header.isEmpty ? "—" : Self.shown(column.header)
    lines.append("# \(header): \(reason(column))")
    lines.append("#   " + sample(column))
    if !column.forms.isEmpty {
      comment(Words.forms, column.forms.map { "\"\($0)\"" }.joined(separator: ", "), indent: "  ")
    }
    if case .name? = column.field?.kind, column.forms == [NameOrder.givenFirst.rawValue] {
      comment(Words.lastIsFamily, indent: "  ")
    }
    if column.notUnderstood > 0 {
      comment(Words.notUnderstood, "\(column.notUnderstood)", "\(column.filled)", indent: "  ")
    }
    for id in column.maybe { lines.append("# field = \(TOMLText.string(id.text))" + maybe(id)) }
    guard column.reason != .key, column.reason != .twice, !Folding.key(column.header).isEmpty else { return }
    lines.append("[columns.\(TOMLText.string(column.header))]")
    rule(column)
  }

  private func maybe(_ id: FieldID) -> String {
    "   # " + Words.maybe.text(in: language, [Catalogue.standard[id]?.label.text(in: language) ?? id.text])
  }

  private func reason(_ column: MappingSuggestion.Column) -> String {
    let place: String
    switch column.rule.target {
    case .unused: place = ""
    case .field(let id, let part):
      let label = (column.field?.label ?? Catalogue.standard[id]?.label)?.text(in: language) ?? id.text
      place = part == .whole ? label : "\(label) (\(part.rawValue))"
    case .contact(let part): place = "contact.\(part.rawValue)"
    }
    let phrase: Phrase
    switch column.reason {
    case .key: phrase = Words.isKey
    case .register: phrase = Words.byRegister
    case .name: phrase = Words.byName
    case .nearName: phrase = Words.byNearName
    case .notUsed: phrase = Words.notUsed
    case .twice: phrase = Words.twice
    case .none: phrase = column.filled == 0 ? Words.allEmpty : Words.noPlace
    }
    return phrase.text(in: language, [place])
  }

  private func sample(_ column: MappingSuggestion.Column) -> String {
    let filled = Words.filled.text(in: language, ["\(column.filled)", "\(suggestion.rows)"])
    let different =
      column.different.map { Words.different.text(in: language, ["\($0)"]) }
      ?? Words.veryMany.text(in: language)
    switch column.sample {
    case .nothing: return filled
    case .values(let counts):
      return [
        filled, different, counts.map { "\(Self.shown($0.text)) \($0.count)×" }.joined(separator: ", "),
      ]
      .joined(separator: " · ")
    case .shape(let shape, let shortest, let longest):
      let like =
        shape.map { Words.like.text(in: language, [Self.shown($0)]) }
        ?? Words.long.text(in: language, ["\(shortest)", "\(longest)"])
      return [filled, different, like].joined(separator: " · ")
    }
  }

  private mutating func rule(_ column: MappingSuggestion.Column) {
    let rule = column.rule
    switch rule.target {
    case .unused: lines.append("use = false")
    case .field(let id, let part):
      lines.append("field = \(TOMLText.string(part == .whole ? id.text : "\(id.text).\(part.rawValue)"))")
    case .contact(let part): lines.append("field = \(TOMLText.string("contact.\(part.rawValue)"))")
    }
    if let split = rule.split { lines.append("split = \(TOMLText.string(split))") }
    if rule.complete { lines.append("complete = true") }
    if let dates = rule.dates { lines.append("dates = \(TOMLText.list(dates.map(\.rawValue)))") }
    if let order = rule.nameOrder { lines.append("name-order = \(TOMLText.string(order.rawValue))") }
    if !rule.contains.isEmpty {
      let parts = rule.contains.sorted { $0.key < $1.key }
      lines.append(
        "contains = { "
          + parts.map { "\(TOMLText.string($0.key)) = \(TOMLText.string($0.value))" }.joined(separator: ", ")
          + " }")
    }
    if !rule.empty.isEmpty { lines.append("empty = \(TOMLText.list(rule.empty.map { rule.written[$0] }))") }
    if rule.join != " " { lines.append("join = \(TOMLText.string(rule.join))") }
    if rule.order != 0 { lines.append("order = \(rule.order)") }
    values(column)
  }

  /// A table of values: those that are in force, and those that are only near as comments.
  private mutating func values(_ column: MappingSuggestion.Column) {
    let words = column.words.filter { $0.text != nil }
    let isChoice = !(column.field?.choices.isEmpty ?? true)
    let hidden = column.words.filter { $0.text == nil }.count
    guard !column.rule.values.isEmpty || isChoice && !words.isEmpty else {
      if hidden > 0 { comment(Words.hidden, "\(hidden)") }
      return
    }
    lines.append("[columns.\(TOMLText.string(column.header)).values]")
    let sure = Set(words.filter(\.isSure).compactMap { $0.text.map { Folding.fold($0) } })
    for (spelling, meaning) in column.rule.values.sorted(by: { $0.key < $1.key })
    where !sure.contains(spelling) {
      lines.append("\(TOMLText.string(column.rule.written[spelling])) = \(TOMLText.string(meaning))")
    }
    for word in words {
      let text = TOMLText.string(word.text ?? "")
      let count = "\(word.count)×"
      if word.isSure, let meaning = word.meaning {
        lines.append("\(text) = \(TOMLText.string(meaning))   # \(count), \(Words.slip.text(in: language))")
      } else if let meaning = word.meaning {
        lines.append("# \(text) = \(TOMLText.string(meaning))   # \(count), \(Words.near.text(in: language))")
      } else {
        lines.append("# \(text) = \"…\"   # \(count)")
      }
    }
    if hidden > 0 { comment(Words.hidden, "\(hidden)") }
    if isChoice, let field = column.field, words.contains(where: { !$0.isSure }) {
      comment(Words.codes, field.choices.map(\.code).joined(separator: "  "))
    }
  }

  private mutating func kinds() {
    guard !suggestion.kinds.isEmpty || !suggestion.mapping.kinds.isEmpty else { return }
    lines.append("")
    comment(Words.kinds)
    lines.append("[kinds]")
    for (kind, meaning) in suggestion.mapping.kinds.sorted(by: { $0.key < $1.key }) {
      lines.append("\(TOMLText.string(kind)) = \(TOMLText.string(meaning.spelled))")
    }
    for word in suggestion.kinds {
      guard let text = word.text else { continue }
      lines.append("# \(TOMLText.string(text)) = \(TOMLText.string(word.meaning ?? "…"))   # \(word.count)×")
    }
    let hidden = suggestion.kinds.filter { $0.text == nil }.count
    if hidden > 0 { comment(Words.hidden, "\(hidden)") }
  }

  // MARK: - Words

  private mutating func comment(_ phrase: Phrase, _ parts: String..., indent: String = "") {
    for line in phrase.text(in: language, parts).split(separator: "\n") { lines.append("# \(indent)\(line)") }
  }

  private static func shown(_ text: String) -> String { TOMLText.comment(text) }

  private enum Words {
    static let title = Phrase("suggest.title", "A mapping that caseload suggests for {0}.")
    static let looked = Phrase(
      "suggest.looked", "All {0} rows were looked at. Of {1} columns {2} have a place.")
    static let lookedAtFirst = Phrase(
      "suggest.looked-first", "The first {0} rows were looked at. Of {1} columns {2} have a place.")
    static let tryIt = Phrase("suggest.try", "Look it over, mend what is wrong, and see what it comes to:")
    static let comments = Phrase(
      "suggest.comments", "A line that begins with # does nothing; take the # away where it is right.")
    static let noKey = Phrase(
      "suggest.no-key", "No column is known as the register's key. Name it, or nothing can be taken:")
    static let empties = Phrase(
      "suggest.empty", "Spellings of \"nobody recorded anything\", besides: {0}")
    static let lastContact = Phrase(
      "suggest.last-contact",
      "What a day of contact is, where its column does not say so: held, logged or unclear. Only somebody who knows "
        + "the register can say.")
    static let calls = Phrase(
      "suggest.calls", "What a telephone call is: conversation where it always was a talk, else unconfirmed.")
    static let isKey = Phrase("suggest.reason.key", "the register's key; its values are never shown")
    static let byRegister = Phrase("suggest.reason.register", "{0}, as this register has it")
    static let byName = Phrase("suggest.reason.name", "{0}, by its name")
    static let byNearName = Phrase(
      "suggest.reason.near", "{0}, by nearly its name and by its values: check this")
    static let notUsed = Phrase("suggest.reason.not-used", "known, and of no use for guidance")
    static let twice = Phrase(
      "suggest.reason.twice",
      "another column has the same name, or it has none: a mapping cannot tell them apart")
    static let noPlace = Phrase("suggest.reason.none", "nothing is known by this name, so it is not read")
    static let allEmpty = Phrase(
      "suggest.reason.empty", "not read: nothing is known by this name, and it is empty")
    static let filled = Phrase("suggest.filled", "{0} of {1} filled")
    static let different = Phrase("suggest.different", "{0} different")
    static let veryMany = Phrase("suggest.very-many", "very many different")
    static let like = Phrase("suggest.like", "they look like {0}")
    static let long = Phrase("suggest.long", "{0} to {1} characters long")
    static let forms = Phrase("suggest.forms", "written as {0}")
    static let lastIsFamily = Phrase(
      "suggest.last-is-family",
      "(no commas: the last word is taken for the family name; if it is the first: name-order = \"family, rest\")"
    )
    static let notUnderstood = Phrase(
      "suggest.not-understood", "not understood: {0} of {1}; they are kept as text")
    static let maybe = Phrase("suggest.maybe", "might be: {0}")
    static let slip = Phrase("suggest.slip", "one letter off: check this")
    static let near = Phrase("suggest.near", "near")
    static let codes = Phrase("suggest.codes", "What there is to choose from: {0}")
    static let hidden = Phrase(
      "suggest.hidden", "{0} more spellings are not shown here: they might tell who somebody is.")
    static let kinds = Phrase("suggest.kinds", "What a kind of contact is, for the words that are not known.")
  }
}

/// Texts as a TOML file holds them, so that nothing in them acts on a terminal or ends its line.
enum TOMLText {
  /// A basic string with its quotes.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where HiddenScalar.isHidden(scalar):
        let isLong = scalar.value > 0xFFFF
        result += (isLong ? "\\U" : "\\u") + HiddenScalar.hex(scalar.value, digits: isLong ? 8 : 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func list(_ texts: [String]) -> String { "[" + texts.map(string).joined(separator: ", ") + "]" }

  /// A text within a comment.
  static func comment(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" {
        result += " "
      } else if HiddenScalar.isHidden(scalar) {
        result += "‹U+\(HiddenScalar.hex(scalar.value))›"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
