/// What a value says to a person, the same on the screen, in reports and in the shell.
public enum ValueText {
  static let notKnown = Phrase("value.state.not-known", "not known")
  static let declined = Phrase("value.state.declined", "would rather not say")
  static let empty = Phrase("value.state.empty", "not asked")
  static let waived = Phrase("value.state.waived", "does not apply")
  static let until = Phrase("value.state.until", "until")
  static let notUnderstood = Phrase("value.state.not-understood", "not understood")
  static let none = Phrase("value.none", "none")
  static let gives = Phrase("value.gives", "gives")
  static let or = Phrase("value.or", "or")
  static let upTo = Phrase("value.up-to", "up to {0}")
  static let years = Phrase("value.years", "y")
  static let monthLetter = Phrase("value.months", "m")

  /// All phrases declared here, for the test that each is translated.
  public static var phrases: [Phrase] {
    [
      notKnown, declined, empty, waived, until, notUnderstood, none, gives, or, upTo, years,
      monthLetter,
    ]
  }

  /// The value in words. States other than recorded are words too, never blanks: "not asked" is not "no".
  public static func text(_ value: Value, of field: Field, _ context: Context) -> String {
    let language = context.language
    var words: String
    switch value.state {
    case .recorded: words = value.content.map { text($0, of: field, context) } ?? empty.text(in: language)
    case .notKnown: words = notKnown.text(in: language)
    case .declined: words = declined.text(in: language)
    case .empty: words = empty.text(in: language)
    case .waived:
      words = waived.text(in: language)
      if let day = value.until { words += " \(until.text(in: language)) \(DayText.short(day, context))" }
      if let reason = value.reason { words += " (\(reason))" }
    }
    if let raw = value.raw, value.state == .empty {
      return "\(notUnderstood.text(in: language)): \(raw)"
    }
    if let raw = value.raw { words += " (\(notUnderstood.text(in: language)): \(raw))" }
    return words
  }

  /// What is recorded, in words.
  public static func text(_ content: Content, of field: Field, _ context: Context) -> String {
    let language = context.language
    switch content {
    case .text(let text): return text
    case .name(let name): return name.listed
    case .oneOf(let set):
      return set.places.map { label($0, of: field, language) }.joined(separator: " \(or.text(in: language)) ")
    case .several(let set, let complete):
      return open(set.places.map { label($0, of: field, language) }, complete, language)
    case .days(let days): return DayText.interval(days, context)
    case .number(let range), .span(let range):
      if range.lowerBound == range.upperBound { return String(range.lowerBound) }
      // Nobody wishes for nothing hours or no kilometres: such a wish has a highest only.
      if case .span = content, range.lowerBound == 0 {
        return upTo.text(in: language, [String(range.upperBound)])
      }
      return "\(range.lowerBound)–\(range.upperBound)"
    case .words(let words, let complete): return open(words, complete, language)
    case .experience(let items, let complete):
      return open(items.map { text($0, context) }, complete, language)
    }
  }

  /// The choices that a value with several gives besides those recorded ("BE gives B, AM"); empty where none.
  public static func implied(_ content: Content, of field: Field, _ language: Language) -> String {
    guard case .several(let set, _) = content, case .choices(_, let implies) = field.kind else { return "" }
    var given: ChoiceSet = []
    for place in set.places where implies.indices.contains(place) { given.formUnion(implies[place]) }
    let names = given.subtracting(set).places.map { label($0, of: field, language) }
    return names.isEmpty ? "" : "\(gives.text(in: language)) \(names.joined(separator: ", "))"
  }

  /// One stretch of experience: "cleaning 6 y 2 m".
  public static func text(_ item: Experience, _ context: Context) -> String {
    var words = item.occupation
    if let months = item.length(on: context.today) {
      let (years, rest) = (months / 12, months % 12)
      if years > 0 { words += " \(years) \(Self.years.text(in: context.language))" }
      if rest > 0 || years == 0 { words += " \(rest) \(monthLetter.text(in: context.language))" }
    }
    return words
  }

  private static func label(_ place: Int, of field: Field, _ language: Language) -> String {
    field.choices.indices.contains(place) ? field.choices[place].label.text(in: language) : "?"
  }

  /// A list of which it is not known that it is whole ends with `…`.
  private static func open(_ items: [String], _ complete: Bool, _ language: Language) -> String {
    if items.isEmpty { return complete ? none.text(in: language) : "…" }
    let list = items.joined(separator: ", ")
    return complete ? list : "\(list), …"
  }
}

extension Experience {
  /// Its length in whole months: from its days where both are known, else the length the register gives; nil
  /// where neither is known.
  public func length(on today: Day) -> Int? {
    if let from, let last = ongoing ? today : to, last >= from {
      return DayText.parts(from: from, to: last.adding(days: 1)).months
    }
    return months
  }
}
