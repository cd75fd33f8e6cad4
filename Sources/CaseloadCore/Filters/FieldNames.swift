/// Names that a filter's text may use, and what they mean.
struct FieldNames {
  let catalogue: Catalogue

  enum Found {
    case field(Field)
    case ambiguous([String])
    case none
  }

  private var filterable: [Field] { catalogue.fields.filter { $0.uses.contains(.filter) } }

  /// All names of filterable fields: ids, then other words.
  var names: [String] { filterable.map(\.id.text) + filterable.flatMap(\.filterWords) }

  /// The field of a name: its id, one of its words, or a beginning that only one field has. Where nothing begins
  /// so, the same among the names and short names that the screen shows, in each language.
  func find(_ name: String) -> Found {
    let wanted = Folding.fold(name)
    if let field = catalogue.fields.first(where: { $0.id.text == wanted }) { return .field(field) }
    let bytes = Array(wanted.utf8)
    if let field = fields(where: { $0.words.dropFirst().contains(bytes) }).first { return .field(field) }
    let beginning = fields(beginning: wanted)
    if beginning.count == 1 { return .field(beginning[0]) }
    if !beginning.isEmpty { return .ambiguous(beginning.map(\.id.text)) }
    let shown = fields(shownAs: wanted)
    if shown.count == 1 { return .field(shown[0]) }
    return shown.isEmpty ? .none : .ambiguous(shown.map(\.id.text))
  }

  private func fields(where passes: (FieldWords.Names) -> Bool) -> [Field] {
    let fields = catalogue.fields
    return catalogue.words.names(fields).filter(passes).map { fields[$0.place] }
  }

  /// Filterable fields of which a name that the screen shows is so, else begins so (folded).
  func fields(shownAs wanted: String) -> [Field] {
    guard !wanted.isEmpty else { return [] }
    let exact = fields { $0.shown.contains(wanted) }
    if !exact.isEmpty { return exact }
    return fields { $0.shown.contains { $0.utf8.starts(with: wanted.utf8) } }
  }

  /// Filterable fields of which a name begins so (folded).
  func fields(beginning wanted: String) -> [Field] {
    let bytes = Array(wanted.utf8)
    return fields { $0.words.contains { $0.starts(with: bytes) } }
  }

  enum FoundChoice {
    case code(String)
    case ambiguous([String])
    case none
  }

  /// The choice of a field that a text names: its code, a synonym or label, or a beginning that only one has.
  /// Compared folded but not stripped: B and B+ are two.
  static func choice(_ text: String, of field: Field) -> FoundChoice {
    let wanted = Folding.fold(text)
    func names(_ choice: Choice) -> [String] {
      [choice.code] + choice.synonyms + Language.allCases.map { choice.label.text(in: $0) }
    }
    if let choice = field.choices.first(where: { Folding.fold($0.code) == wanted }) {
      return .code(choice.code)
    }
    if let choice = field.choices.first(where: { names($0).contains { Folding.fold($0) == wanted } }) {
      return .code(choice.code)
    }
    let bytes = Array(wanted.utf8)
    let beginning = field.choices.filter { names($0).contains { Folding.bytes($0).starts(with: bytes) } }
    if beginning.count == 1 { return .code(beginning[0].code) }
    return beginning.isEmpty ? .none : .ambiguous(beginning.map(\.code))
  }
}
