import CaseloadCore

/// Tries a field on a column's spellings: what it does not understand, what that is near to, and how days and
/// names are written.
struct ColumnCheck {
  private let field: Field
  private let part: ColumnRule.Part
  private let mapping: Mapping
  private let drawn: Day
  private let serials: DateForm?

  init(_ field: Field, _ part: ColumnRule.Part, _ mapping: Mapping, _ drawn: Day, _ serials: DateForm?) {
    self.field = field
    self.part = part
    self.mapping = mapping
    self.drawn = drawn
    self.serials = serials
  }

  func fill(_ column: inout MappingSuggestion.Column, _ profile: ColumnProfile) {
    switch field.kind {
    case .day where part == .whole: days(&column, profile)
    case .name where part == .whole: names(&column, profile)
    default: break
    }
    let reading = CellReading(field, part, column.rule, mapping, drawn: drawn)
    var misses: [String: Int] = [:]
    for (text, count) in profile.commonest {
      switch reading.result(text) {
      case .notUnderstood?:
        column.notUnderstood += count
        misses[text, default: 0] += count
      case .content(_, let rest?)?:
        column.notUnderstood += count
        for word in ChoiceReading.parts(rest, split: ",") { misses[word, default: 0] += count }
      default: break
      }
    }
    let mayShow = SampleRule.isListOfWords(profile, field: field)
    let all = misses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    column.words = all.prefix(30).map { text, count in
      let near = field.choices.isEmpty ? nil : NearChoice(field).code(text)
      return .init(
        text: mayShow && SampleRule.isWord(text) ? text : nil, count: count, meaning: near?.code,
        isSure: near?.isSure ?? false)
    }
    for word in column.words where word.isSure {
      if let text = word.text, let meaning = word.meaning { column.rule.values[Folding.fold(text)] = meaning }
    }
  }

  /// Finds out how days are written: another way than the usual ones is proposed only where every cell has it.
  private func days(_ column: inout MappingSuggestion.Column, _ profile: ColumnProfile) {
    let known = column.rule.dates ?? mapping.dates
    let spellings = profile.commonest
    var counts: [DateForm: Int] = [:]
    for (text, count) in spellings {
      if let form = known.first(where: { DateForm.days(text, [$0]) != nil }) {
        counts[form, default: 0] += count
      }
    }
    if counts.values.reduce(0, +) < profile.filled {
      let others = [.monthFirst, serials ?? .serial].filter { !known.contains($0) }
      for form in others where spellings.allSatisfy({ Self.isDay($0.text, form, orOneOf: known) }) {
        column.rule.dates = form == .monthFirst ? [form, .iso] : known + [form]
        counts = [form: profile.filled]
      }
    }
    column.forms = counts.sorted { $0.value > $1.value }.map(\.key.rawValue)
  }

  private static func isDay(_ text: String, _ form: DateForm, orOneOf known: [DateForm]) -> Bool {
    if let days = DateForm.days(text, [form]) {
      // A bare number is taken for a day only in a lifetime's reach: 1927 to 2064.
      guard form != .monthFirst else { return true }
      return Int(text).map { (10_000...60_000).contains($0) } ?? false && days.lowerBound == days.upperBound
    }
    // "13/02" cannot be a month first, and so no column of such days is.
    return form != .monthFirst && DateForm.days(text, known) != nil
  }

  /// Says in which order names are written, where a comma in every one of them shows it.
  private func names(_ column: inout MappingSuggestion.Column, _ profile: ColumnProfile) {
    if let order = column.rule.nameOrder {
      column.forms = [order.rawValue]
      return
    }
    let commas = profile.commonest.reduce(0) { $0 + ($1.text.contains(",") ? $1.count : 0) }
    guard !profile.hasMore || commas == 0 || commas >= profile.filled else { return }
    if commas == 0, profile.filled > 0 {
      column.forms = [NameOrder.givenFirst.rawValue]
    } else if commas == profile.filled {
      column.forms = [NameOrder.familyFirst.rawValue]
    }
  }
}

/// The choice of a field that a spelling is near to.
struct NearChoice {
  private let field: Field

  init(_ field: Field) { self.field = field }

  /// The only choice within two slips, and whether it is one slip in a long word: "Magazijnbediende" without its
  /// last letter. A figure is never a slip, and what stands before a word may turn it round ("ongehuwd").
  func code(_ text: String) -> (code: String, isSure: Bool)? {
    let typed = Folding.bytes(text)
    guard typed.count >= 3 else { return nil }
    var best: [String: Int] = [:]
    var ends: Set<String> = []
    for choice in field.choices {
      for name in [choice.code, choice.label.english, choice.label.text(in: .dutch)] + choice.synonyms {
        let other = Folding.bytes(name)
        let limit = min(typed.count, other.count) >= 8 ? 2 : min(typed.count, other.count) >= 5 ? 1 : 0
        var distance = Nearest.distance(typed, other, limit: 2)
        if distance > limit, typed.count >= 4, other.count > typed.count, other.starts(with: typed) {
          distance = 3
        }
        guard distance <= limit || distance == 3, Self.figures(typed) == Self.figures(other) else { continue }
        if distance < best[choice.code] ?? 9 { best[choice.code] = distance }
        if typed.first == other.first { ends.insert(choice.code) }
      }
    }
    guard let least = best.values.min() else { return nil }
    let codes = best.filter { $0.value == least }.map(\.key)
    guard codes.count == 1, let code = codes.first else { return nil }
    return (code, least == 1 && typed.count >= 6 && ends.contains(code))
  }

  private static func figures(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { (48...57).contains($0) } }
}

extension ContactWords {
  /// What a kind of contact might mean, by the words in it.
  static func near(_ text: String) -> ContactMeaning? {
    let words = Folding.fold(text).split { !$0.isLetter }.map(String.init)
    for (part, meaning) in parts where words.contains(where: { $0.contains(part) }) { return meaning }
    return nil
  }

  /// Parts of words, those that turn the meaning round first.
  private static let parts: [(String, ContactMeaning)] = [
    ("poging", ContactMeaning(.attempt, .unknown, .us)), ("gehoor", ContactMeaning(.attempt, .unknown, .us)),
    ("voicemail", ContactMeaning(.attempt, .phone, .us)),
    ("huisbezoek", ContactMeaning(.conversation, .homeVisit)),
    ("beeldbel", ContactMeaning(.conversation, .video)), ("gesprek", ContactMeaning(.conversation)),
    ("intake", ContactMeaning(.conversation)), ("telefo", ContactMeaning(.call, .phone)),
    ("mail", ContactMeaning(.messageOut, .mail, .us)), ("brief", ContactMeaning(.messageOut, .letter, .us)),
    ("sms", ContactMeaning(.messageOut, .text, .us)), ("app", ContactMeaning(.messageOut, .text, .us)),
    ("afspraak", ContactMeaning(.appointment)), ("rapport", ContactMeaning(.none)),
  ]
}

extension ContactMeaning {
  /// As a mapping writes it.
  var spelled: String {
    ([nature.rawValue] + (channel == .unknown ? [] : [channel.rawValue])
      + (initiative == .unknown ? [] : [initiative.rawValue])).joined(separator: " ")
  }
}
