import CaseloadCore

/// Makes a mapping of what its file says, checking every field, choice and word against the catalogue.
struct MappingReader {
  let catalogue: Catalogue

  private static let known: Set<String> = [
    "mapping", "name", "version", "recognise", "key", "key-is-bsn", "empty", "dates", "last-contact", "calls",
    "columns", "kinds", "number", "answered", "declined", "not-known",
  ]

  /// The mapping that a table says. Entries in `passing` are somebody else's to read; `base` holds where the
  /// table says nothing (the table is then one of a folder).
  func mapping(
    _ top: Entries, passing: Set<String> = [], base: Mapping? = nil
  ) throws(ExchangeError) -> Mapping {
    try top.only(Self.known.union(passing))
    let language = try top.int("mapping") ?? MappingFile.languageVersion
    guard language == MappingFile.languageVersion else {
      throw top.wrong(
        "mapping", MappingWords.version, String(language), String(MappingFile.languageVersion))
    }
    var mapping = base ?? Mapping(name: "unnamed")
    mapping.name = try top.string("name") ?? mapping.name
    mapping.version = try top.int("version") ?? mapping.version
    mapping.recognise = try top.strings("recognise") ?? []
    mapping.key = try top.string("key") ?? mapping.key
    mapping.number = try top.string("number") ?? mapping.number
    mapping.answered = try top.string("answered") ?? mapping.answered
    for (name, state) in [("declined", State.declined), ("not-known", .notKnown)] {
      for spelling in try top.strings(name) ?? [] {
        mapping.states[Folding.key(spelling)] = state
        mapping.written[Folding.key(spelling)] = spelling.trimmed
      }
    }
    mapping.keyIsCitizenNumber = try top.bool("key-is-bsn") ?? mapping.keyIsCitizenNumber
    for spelling in try top.strings("empty") ?? [] {
      mapping.empty.append(Folding.fold(spelling.trimmed))
      mapping.written[Folding.fold(spelling.trimmed)] = spelling.trimmed
    }
    mapping.dates = try dates(top) ?? mapping.dates
    mapping.lastContact =
      try top.one("last-contact", ContactDay.init(rawValue:)) ?? mapping.lastContact
    mapping.callIsConversation =
      try top.one("calls") { ["conversation": true, "unconfirmed": false][$0] } ?? mapping.callIsConversation
    if let columns = try top.entries("columns") {
      for header in columns.keys {
        guard let entries = try columns.entries(header) else { continue }
        var rule = try rule(entries, passing: base == nil ? [] : ["take"])
        rule.written.header = header
        mapping.columns[Folding.key(header)] = rule
      }
    }
    if let kinds = try top.entries("kinds") {
      for spelling in kinds.keys {
        mapping.kinds[Folding.key(spelling)] = try kinds.one(spelling, ContactMeaning.init(spelled:))
      }
    }
    return mapping
  }

  private func dates(_ entries: Entries) throws(ExchangeError) -> [DateForm]? {
    guard let texts = try entries.strings("dates") else { return nil }
    var forms: [DateForm] = []
    for text in texts {
      switch text {
      case "d-m-yyyy", "dd/mm/yyyy", "dd.mm.yyyy": forms.append(.dayFirst)
      case "m/d/yyyy", "mm-dd-yyyy": forms.append(.monthFirst)
      default:
        guard let form = DateForm(rawValue: text) else {
          throw entries.wrong("dates", MappingWords.cannotHold, text)
        }
        forms.append(form)
      }
    }
    return forms
  }

  private func rule(
    _ entries: Entries, passing: Set<String>
  ) throws(ExchangeError) -> ColumnRule {
    try entries.only(
      passing.union([
        "field", "use", "values", "contains", "split", "complete", "dates", "name-order", "empty", "join",
        "order",
      ]))
    if try entries.bool("use") == false { return ColumnRule(.unused) }
    guard let target = try entries.one("field", target) else {
      throw entries.wrong("field", MappingWords.missing)
    }
    var rule = ColumnRule(target)
    rule.split = try entries.string("split")
    rule.complete = try entries.bool("complete") ?? false
    rule.dates = try dates(entries)
    rule.nameOrder = try entries.one("name-order", NameOrder.init(spelled:))
    for spelling in try entries.strings("empty") ?? [] {
      rule.empty.append(Folding.fold(spelling.trimmed))
      rule.written[Folding.fold(spelling.trimmed)] = spelling.trimmed
    }
    rule.join = try entries.string("join") ?? " "
    rule.order = try entries.int("order") ?? 0
    rule.values = try meanings(entries, "values", target)
    for spelling in try entries.entries("values")?.keys ?? [] {
      rule.written[Folding.fold(spelling.trimmed)] = spelling.trimmed
    }
    rule.contains = try meanings(entries, "contains", target)
    return rule
  }

  /// What spellings mean, by folded spelling.
  private func meanings(
    _ entries: Entries, _ key: String, _ target: ColumnRule.Target
  ) throws(ExchangeError) -> [String: String] {
    var meanings: [String: String] = [:]
    guard let values = try entries.entries(key) else { return meanings }
    for spelling in values.keys {
      guard let meaning = try values.string(spelling) else { continue }
      guard isMeaning(meaning, target) else { throw values.wrong(spelling, MappingWords.cannotMean, meaning) }
      meanings[Folding.fold(spelling.trimmed)] = meaning
    }
    return meanings
  }

  /// A field's id, with its part behind a dot ("name.family"), or "contact.held" and the like.
  private func target(_ text: String) -> ColumnRule.Target? {
    let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return nil }
    if first == "contact" { return parts.last.flatMap(ContactPart.init(rawValue:)).map { .contact($0) } }
    guard let field = catalogue[FieldID(first)] else { return nil }
    guard parts.count > 1 else { return .field(field.id, .whole) }
    guard let part = ColumnRule.Part(rawValue: parts[1]) else { return nil }
    let fits =
      switch (part, field.kind) {
      case (.family, .name), (.prefix, .name), (.given, .name): true
      case (.lowest, .span), (.highest, .span), (.lowest, .number), (.highest, .number): true
      case (.age, .day): true
      default: false
      }
    return fits ? .field(field.id, part) : nil
  }

  /// Whether a value a mapping gives is one that its field can have; for other kinds it is read as a cell is.
  private func isMeaning(_ text: String, _ target: ColumnRule.Target) -> Bool {
    guard !CellState.all.keys.contains(text), case .field(let id, _) = target, let field = catalogue[id]
    else {
      return true
    }
    switch field.kind {
    case .choice, .choices: return ChoiceReading(field).target(text) != nil
    default: return true
    }
  }
}

/// The states that a mapping can give a spelling, by name.
enum CellState {
  static let all: [String: State] = ["@empty": .empty, "@not-known": .notKnown, "@declined": .declined]
}
