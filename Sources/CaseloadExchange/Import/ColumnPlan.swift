import CaseloadCore

/// Which column of a file goes where.
struct ColumnPlan {
  /// One field of the record and the columns it is made of.
  struct Output {
    let field: Field
    var columns: [Source]
  }

  /// One column that is read.
  struct Source {
    let index: Int
    let header: String
    let part: ColumnRule.Part
    let rule: ColumnRule
  }

  /// What a file holds.
  enum Purpose {
    case clients, contacts, answers
  }

  /// The key's column; nil in a file of answers that finds clients by their number alone.
  let key: Int?
  /// The column of the client's number in this store, and of the day of the answers; in a file of answers only.
  let number: Int?
  let answered: Int?
  let keyReading: KeyReading
  private(set) var outputs: [Output] = []
  /// Columns that tell of a contact: the day last seen, the next appointment.
  private(set) var contacts: [(part: ContactPart, source: Source)] = []
  private(set) var lastSeen: Source?
  private(set) var nextAppointment: Source?
  /// Columns that nothing wants.
  private(set) var unused: [String] = []

  /// Plans a file of clients, of contacts or of answers.
  init(
    header: [String], mapping: Mapping, catalogue: Catalogue, first: Int, purpose: Purpose = .clients
  ) throws(ExchangeError) {
    let folded = header.map { Folding.key($0) }
    let isAnswers = purpose == .answers
    number = isAnswers ? AnswerColumns.number(folded, mapping, first: first) : nil
    answered = isAnswers ? AnswerColumns.answered(folded, mapping, first: first) : nil
    key = Self.keyColumn(folded, mapping, first: first)
    guard key != nil || number != nil else { throw .noKeyColumn(header: header) }
    keyReading = KeyReading(
      isCitizenNumber: mapping.keyIsCitizenNumber
        ?? key.map { ["bsn", "burgerservicenummer", "sofinummer"].contains(folded[$0]) } ?? false)
    let forContacts = purpose == .contacts
    var rest: [Int] = []
    for index in first..<max(first, header.count) where ![key, number, answered].contains(index) {
      guard let rule = mapping.columns[folded[index]] else {
        rest.append(index)
        continue
      }
      let source = { Source(index: index, header: header[index], part: $0, rule: rule) }
      switch rule.target {
      case .field(let id, let part) where isAnswers && !AnswerColumns.isAnswered(id, part, catalogue):
        throw .mapping(line: nil, reason: Sentence(AnswerWords.notHers, id.text))
      case .field(let id, let part) where !forContacts: try add(id, source(part), catalogue)
      case .contact(let part) where forContacts: contacts.append((part, source(.whole)))
      case .unused where rule.isIgnored: break
      default: unused.append(header[index])
      }
    }
    if !mapping.findsByName {
      unused += rest.map { header[$0] }
    } else if forContacts {
      planContacts(rest, header, folded)
    } else {
      try planFields(rest, header, folded, catalogue, isAnswers: isAnswers)
    }
  }

  static func keyColumn(_ folded: [String], _ mapping: Mapping, first: Int) -> Int? {
    if let name = mapping.key {
      return folded.indices.first { $0 >= first && folded[$0] == Folding.key(name) }
    }
    for name in KeyReading.headers {
      if let index = folded.indices.first(where: { $0 >= first && folded[$0] == name }) { return index }
    }
    return nil
  }

  /// The key of the row that the reader stands on.
  func key(of reader: any RowSource, isEmpty: (String) -> Bool) throws(RowProblem) -> RegisterKey {
    guard let key else { throw .noKey }
    let found: RegisterKey?
    do throws(EntryText.Refusal) {
      found = try keyReading.key(reader.bytes(key), isEmpty: isEmpty)
    } catch {
      throw error.problem(column: key, encoding: reader.format.encoding)
    }
    guard let found else { throw .noKey }
    return found
  }

  private mutating func add(_ id: FieldID, _ source: Source, _ catalogue: Catalogue) throws(ExchangeError) {
    guard let field = catalogue[id] else { return }
    if field.id == "seen", lastSeen == nil {
      lastSeen = source
      return
    }
    if field.id == "next", nextAppointment == nil {
      nextAppointment = source
      return
    }
    guard field.owner != .derived else {
      throw .mapping(line: nil, reason: Sentence(MappingWords.derived, field.id.text))
    }
    guard let place = outputs.firstIndex(where: { $0.field.id == id }) else {
      outputs.append(Output(field: field, columns: [source]))
      return
    }
    guard FieldReading.canCombine(field.kind) else {
      throw .columnTwice(names: outputs[place].columns.map(\.header) + [source.header])
    }
    let behind = outputs[place].columns.firstIndex { $0.rule.order > source.rule.order }
    outputs[place].columns.insert(source, at: behind ?? outputs[place].columns.count)
  }

  /// Finds the fields of the columns that the mapping does not name by the catalogue's synonyms. Of several
  /// columns that could be one field, the one whose name stands first among the synonyms is it.
  private mutating func planFields(
    _ rest: [Int], _ header: [String], _ folded: [String], _ catalogue: Catalogue, isAnswers: Bool
  ) throws(ExchangeError) {
    var taken: Set<Int> = []
    func pick(_ names: [String]) -> Int? {
      for name in names {
        let key = Folding.key(name)
        if let index = rest.first(where: { !taken.contains($0) && folded[$0] == key }) { return index }
      }
      return nil
    }
    for field in catalogue.fields where !outputs.contains(where: { $0.field.id == field.id }) {
      let isContactDay = field.id == "seen" && lastSeen == nil || field.id == "next" && nextAppointment == nil
      guard field.owner != .derived || isContactDay else { continue }
      if isAnswers, !AnswerColumns.isAnswered(field.id, .whole, catalogue) { continue }
      let names = field.importSynonyms + [field.id.text, field.label.english, field.label.text(in: .dutch)]
      guard let index = pick(names) else { continue }
      taken.insert(index)
      try add(
        field.id,
        Source(index: index, header: header[index], part: .whole, rule: ColumnRule(.field(field.id, .whole))),
        catalogue)
    }
    for (id, part, names) in Self.partHeaders {
      guard let index = pick(names),
        part == .age || !outputs.contains(where: { $0.field.id == id && $0.columns[0].part == .whole })
      else { continue }
      if part == .age, isAnswers || outputs.contains(where: { $0.field.id == id }) { continue }
      taken.insert(index)
      try add(
        id, Source(index: index, header: header[index], part: part, rule: ColumnRule(.field(id, part))),
        catalogue)
    }
    unused += rest.filter { !taken.contains($0) }.map { header[$0] }
  }

  /// Headers of parts of a field, used where no column holds the whole.
  private static let partHeaders: [(FieldID, ColumnRule.Part, [String])] = [
    ("name", .family, ["achternaam", "familienaam", "geslachtsnaam", "family name", "last name", "surname"]),
    ("name", .prefix, ["voorvoegsel", "voorvoegsels", "tussenvoegsel", "tussenvoegsels", "prefix"]),
    (
      "name", .given,
      ["voornaam", "voornamen", "roepnaam", "voorletters", "initialen", "given name", "first name"]
    ),
    ("birth", .age, ["leeftijd", "age"]),
  ]

  private mutating func planContacts(_ rest: [Int], _ header: [String], _ folded: [String]) {
    var left = rest
    for (part, names) in ContactWords.headers where !contacts.contains(where: { $0.part == part }) {
      let keys = names.map { Folding.key($0) }
      guard let index = keys.lazy.compactMap({ key in left.first { folded[$0] == key } }).first else {
        continue
      }
      left.removeAll { $0 == index }
      contacts.append(
        (part, Source(index: index, header: header[index], part: .whole, rule: ColumnRule(.contact(part)))))
    }
    unused += left.map { header[$0] }
  }
}
