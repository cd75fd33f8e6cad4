import CaseloadCore

/// What one cell came to.
enum CellResult: Equatable, Sendable {
  /// Nothing recorded, in one of the states that say so.
  case nothing(State)
  /// A value, and the words in the cell that were not understood beside it.
  case content(Content, rest: String?)
  /// A part of a name, or another text that becomes part of its field.
  case part(String)
  /// No mapping understands this text.
  case notUnderstood(String)
}

/// Reads the cells of one column as its rule and its field's kind say.
struct CellReading: Sendable {
  let field: Field
  let part: ColumnRule.Part
  let rule: ColumnRule
  private let dates: [DateForm]
  private let empty: EmptySpellings
  private let states: [String: State]
  private let drawn: Day
  private let choices: ChoiceReading?
  /// What a text means in which a part stands, the longest part first.
  private let contained: [(part: String, meaning: String)]

  init(_ field: Field, _ part: ColumnRule.Part, _ rule: ColumnRule, _ mapping: Mapping, drawn: Day) {
    self.field = field
    self.part = part
    self.rule = rule
    self.drawn = drawn
    dates = rule.dates ?? mapping.dates
    empty =
      Self.isWholeOfName(field, part) ? EmptySpellings(Set(rule.empty)) : EmptySpellings(mapping, rule)
    states = Self.isWholeOfName(field, part) ? [:] : mapping.states
    choices = field.choices.isEmpty ? nil : ChoiceReading(field)
    contained = rule.contains.map { ($0.key, $0.value) }
      .sorted { ($1.0.utf8.count, $0.0) < ($0.0.utf8.count, $1.0) }
  }

  /// Somebody may be called Null or Onbekend, and a client is not to lose her name for it: in a column of names
  /// only that column's own spellings of empty are empty. (A prefix of "-" is none.)
  private static func isWholeOfName(_ field: Field, _ part: ColumnRule.Part) -> Bool {
    guard case .name = field.kind else { return false }
    return part != .prefix
  }

  /// The cell's meaning; throws only where the bytes are no text that may enter.
  func read(_ cell: UnsafeBufferPointer<UInt8>) throws(EntryText.Refusal) -> CellResult {
    guard !cell.isEmpty else { return .nothing(.empty) }
    let text = try EntryText.text(of: cell).trimmed
    guard !empty.contains(text) else { return .nothing(.empty) }
    guard !SheetError.isOne(text) else { return .notUnderstood(text) }
    if !rule.values.isEmpty, let meaning = rule.values[Folding.fold(text)] {
      return given(meaning, for: text)
    }
    if !states.isEmpty, let state = states[Folding.key(text)] { return .nothing(state) }
    let result = meaning(of: text)
    guard case .notUnderstood = result, !contained.isEmpty else { return result }
    let folded = Folding.fold(text)
    return contained.first { folded.contains($0.part) }.map { given($0.meaning, for: text) } ?? result
  }

  /// What a mapping says that a spelling means: a state, choices, or a text that is read in its place.
  private func given(_ meaning: String, for text: String) -> CellResult {
    if let state = CellState.all[meaning] { return .nothing(state) }
    guard let set = choices?.target(meaning) else { return self.meaning(of: meaning) }
    if case .choice = field.kind { return .content(.oneOf(set), rest: nil) }
    return .content(.several(set, complete: rule.complete), rest: nil)
  }

  private func meaning(of text: String) -> CellResult {
    switch part {
    case .family, .prefix, .given: return Self.hasLetter(text) ? .part(Self.oneLine(text)) : .nothing(.empty)
    case .age: return age(text)
    case .whole, .lowest, .highest: break
    }
    switch field.kind {
    case .text: return .content(.text(Self.oneLine(text)), rest: nil)
    // Signs alone are no name, and are seen to be none.
    case .name where !Self.hasLetter(text): return .notUnderstood(text)
    case .name:
      return understood(NameReading.name(Self.oneLine(text), order: rule.nameOrder).map(Content.name), text)
    case .choice: return understood(choices?.oneOf(text).map(Content.oneOf), text)
    case .choices: return several(text)
    case .day: return understood(DateForm.days(text, dates).map(Content.days), text)
    case .number: return understood(NumberReading.range(text).map(Content.number), text)
    case .span: return understood(NumberReading.range(text).map(Content.span), text)
    case .words:
      let words = rule.split == nil ? Self.parts(text) : ChoiceReading.parts(text, split: rule.split)
      return .content(.words(words, complete: rule.complete), rest: nil)
    case .experience:
      let items = rule.split == nil ? Self.parts(text) : ChoiceReading.parts(text, split: rule.split)
      return .content(
        .experience(items.map(ExperienceReading.item), complete: rule.complete), rest: nil)
    }
  }

  private func understood(_ content: Content?, _ text: String) -> CellResult {
    content.map { .content($0, rest: nil) } ?? .notUnderstood(text)
  }

  private func several(_ text: String) -> CellResult {
    guard let choices else { return .notUnderstood(text) }
    let parts = rule.values.isEmpty ? nil : givenParts(text, choices)
    let found = parts ?? choices.several(text, split: rule.split)
    guard !found.set.isEmpty else { return .notUnderstood(text) }
    // A list with a word in it that nobody understands is not known to be whole; "none" says that it is.
    return .content(
      .several(found.set, complete: (rule.complete || choices.isNone(found.set)) && found.rest.isEmpty),
      rest: found.rest.isEmpty ? nil : found.rest.joined(separator: ", "))
  }

  /// A list whose parts may be spelled as the mapping says.
  private func givenParts(_ text: String, _ choices: ChoiceReading) -> (set: ChoiceSet, rest: [String]) {
    var found: ChoiceSet = []
    var rest: [String] = []
    for part in ChoiceReading.parts(text, split: rule.split) {
      let meaning = rule.values[Folding.fold(part)]
      if let meaning, let set = choices.target(meaning) {
        found.formUnion(set)
      } else {
        let read = choices.several(part, split: rule.split)
        found.formUnion(read.set)
        rest.append(contentsOf: read.rest)
      }
    }
    return (found, rest)
  }

  /// The days on which somebody of this age may have been born: on the day the export was drawn the birthday of
  /// that age was there, and the next was not.
  private func age(_ text: String) -> CellResult {
    guard let ages = NumberReading.range(text), ages.lowerBound >= 0, ages.upperBound <= 130 else {
      return .notUnderstood(text)
    }
    let last = drawn.adding(months: -12 * ages.lowerBound)
    let first = drawn.adding(months: -12 * (ages.upperBound + 1)).adding(days: 1)
    return first <= last ? .content(.days(first...last), rest: nil) : .notUnderstood(text)
  }

  private static func parts(_ text: String) -> [String] {
    text.unicodeScalars.split { [";", "|", "\n", "\r"].contains($0) }.map { String($0).trimmed }
      .filter { !$0.isEmpty }
  }

  private static func hasLetter(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// Line breaks and tabs of a text of one line become a space each.
  static func oneLine(_ text: String) -> String {
    var copy = text
    guard copy.withUTF8({ bytes in bytes.contains { $0 < 0x20 } }) else { return text }
    var result = String.UnicodeScalarView()
    var wasBreak = false
    for scalar in text.unicodeScalars {
      let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\t"
      if !isBreak { result.append(scalar) } else if !wasBreak { result.append(" ") }
      wasBreak = isBreak
    }
    return String(result)
  }
}
