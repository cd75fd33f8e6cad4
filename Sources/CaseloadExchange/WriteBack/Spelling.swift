import CaseloadCore

/// Proposes how a value could be spelled in the columns of its field, the likeliest first. Whether a proposal is right
/// is not known here: it is read back.
struct Spelling {
  private let field: Field
  private let columns: [ColumnPlan.Source]
  private let dates: [DateForm]
  private let mapping: Mapping
  private let learned: LearnedSpellings.Column?

  init(_ output: ColumnPlan.Output, _ mapping: Mapping, _ learned: LearnedSpellings.Column?) {
    field = output.field
    columns = output.columns
    dates = output.columns[0].rule.dates ?? mapping.dates
    self.mapping = mapping
    self.learned = learned
  }

  private var rule: ColumnRule { columns[0].rule }

  /// The spellings of a state that the mapping names, its column's own first.
  func spellings(of state: State) -> [String] {
    let name = CellState.all.first { $0.value == state }?.key
    let own = rule.values.filter { $0.value == name }.keys.sorted().map { rule.written[$0] }
    if state == .empty {
      return own + rule.empty.map { rule.written[$0] } + mapping.empty.map { mapping.written[$0] }
    }
    return own + mapping.states.filter { $0.value == state }.keys.sorted().map { mapping.written[$0] }
  }

  /// Cells for a content, one for each column.
  func proposals(for content: Content) -> [[String]] {
    if columns.count > 1 || columns[0].part != .whole { return parts(content).map { [$0] } ?? [] }
    return texts(content).map { [$0] }
  }

  /// The cells of a field whose columns each hold a part; nil where they do not.
  private func parts(_ content: Content) -> [String]? {
    var cells: [String] = []
    for column in columns {
      switch (content, column.part) {
      case (.name(let name), .family): cells.append(name.family)
      case (.name(let name), .prefix): cells.append(name.prefix)
      case (.name(let name), .given): cells.append(name.given)
      case (.span(let range), .lowest), (.number(let range), .lowest): cells.append(String(range.lowerBound))
      case (.span(let range), .highest), (.number(let range), .highest):
        cells.append(String(range.upperBound))
      default: return nil
      }
    }
    return cells
  }

  private func texts(_ content: Content) -> [String] {
    switch content {
    case .text(let text): return [text]
    case .name(let name): return NameSpelling.texts(name, order: rule.nameOrder)
    case .oneOf(let set): return choice(set)
    case .several(let set, _): return given(set) + list(set.places.map { one($0) })
    case .days(let days):
      return (learned?.dates ?? []).compactMap { $0.text(days) }
        + dates.flatMap { form in form.texts(days) }
    case .number(let range), .span(let range):
      let (low, high) = (String(range.lowerBound), String(range.upperBound))
      return low == high ? [low] : ["\(low)-\(high)", "\(low)..\(high)"]
    case .words(let words, _): return list(words)
    case .experience(let items, _): return list(items.map { Self.text($0) })
    }
  }

  /// The mapping's own spellings of exactly these choices.
  private func given(_ set: ChoiceSet) -> [String] {
    guard !rule.values.isEmpty else { return [] }
    let choices = ChoiceReading(field)
    return rule.values.filter { choices.target($0.value) == set }.keys.sorted().map { rule.written[$0] }
  }

  /// One choice: as the register itself writes it, as the mapping does, else by its Dutch name, for registers are
  /// Dutch, or by any other that is read.
  private func names(_ place: Int) -> [String] {
    guard field.choices.indices.contains(place) else { return [] }
    let choice = field.choices[place]
    let learned = learned?.choices[ChoiceSet(place: place).rawValue].map { [$0] } ?? []
    return learned + given(ChoiceSet(place: place)) + [choice.label.text(in: .dutch)] + choice.synonyms
      + [choice.label.english, choice.code]
  }

  private func choice(_ set: ChoiceSet) -> [String] {
    if set.count == 1 { return set.places.flatMap { names($0) } }
    let learned = learned?.choices[set.rawValue].map { [$0] } ?? []
    let partial = (ChoiceReading.partial[field.id] ?? []).filter { entry in
      ChoiceSet(entry.1.compactMap { field.place(of: $0).map { ChoiceSet(place: $0) } }) == set
    }
    return learned + given(set) + partial.map(\.0)
      + [set.places.map { one($0) }.joined(separator: "/")]
  }

  /// The name of a choice that is read as it alone, also within a list.
  private func one(_ place: Int) -> String {
    let choices = ChoiceReading(field)
    return names(place).first { name in
      if let meaning = rule.values[Folding.fold(name)] {
        return choices.target(meaning) == ChoiceSet(place: place)
      }
      let read = choices.several(name, split: rule.split)
      return read.rest.isEmpty && read.set == ChoiceSet(place: place)
    } ?? ""
  }

  /// Items of a list in one cell, with what separates them.
  private func list(_ items: [String]) -> [String] {
    let sign = rule.split.flatMap { $0.unicodeScalars.first }.map { String($0) }
    switch field.kind {
    case .choices: return [items.joined(separator: sign ?? ", ")]
    default: return [items.joined(separator: sign.map { $0 + " " } ?? "; ")]
    }
  }

  private static func text(_ item: Experience) -> String {
    guard let months = item.months else { return item.occupation }
    return months.isMultiple(of: 12)
      ? "\(item.occupation) \(months / 12) jaar" : "\(item.occupation) \(months) maanden"
  }
}

/// A name as a column writes it.
enum NameSpelling {
  /// In the order that the column has, else as lists have it; the other orders follow.
  static func texts(_ name: PersonName, order: NameOrder?) -> [String] {
    let preferred = order ?? .familyFirst
    return ([preferred] + NameOrder.allCases.filter { $0 != preferred }).map { text(name, $0) }
  }

  private static func text(_ name: PersonName, _ order: NameOrder) -> String {
    func words(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }
    func comma(_ first: String, _ rest: String) -> String { rest.isEmpty ? first : "\(first), \(rest)" }
    return switch order {
    case .familyFirst: comma(name.family, words(name.given, name.prefix))
    case .givenFirst: words(name.given, name.prefix, name.family)
    case .familyPrefixFirst: comma(words(name.family, name.prefix), name.given)
    case .prefixFamilyFirst: comma(words(name.prefix, name.family), name.given)
    }
  }
}
