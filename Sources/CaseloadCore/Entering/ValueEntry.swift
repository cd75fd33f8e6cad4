/// The value of a field as a person types it, and back: what `text` writes, `content` reads as the same content.
///
/// - text, number `24`, wish `16..24`; a day as it is said, `3-2026` or `2026` where more is not known
/// - one choice: its code, name or synonym, or the beginning of one; `a|b` for what it may be
/// - several choices and words: between commas, or between semicolons where there is one
/// - a name: `Berg, Jan, van den` (family, given, prefix)
/// - experience: a line each, `driver, logistics, 3-2015..6-2018` or `cleaning, 6y`
public enum ValueEntry {
  /// The text with which an entry opens.
  public static func text(_ content: Content, of field: Field) -> String {
    switch content {
    case .text(let text): return text
    case .several(let set, _):
      return joined(set.places.filter { $0 < field.choices.count }.map { field.choices[$0].code })
    case .words(let words, _): return joined(words)
    case .days(let days): return text(days)
    case .experience(let items, _): return items.map(ExperienceEntry.text).joined(separator: "\n")
    case .name, .oneOf, .number, .span: return ContentText.text(content, kind: field.kind) ?? ""
    }
  }

  /// What is meant by a text. `isWhole`: the list is all there is, so that what is not in it is a no.
  public static func content(
    _ text: String, of field: Field, isWhole: Bool = true, _ context: Context
  ) -> Result<Content, EntryRefusal> {
    do throws(EntryRefusal) {
      return .success(try read(text, field, isWhole, context))
    } catch {
      return .failure(error)
    }
  }

  /// Whether a field's value is a list, of which it is asked whether it is whole.
  public static func isList(_ field: Field) -> Bool {
    switch field.kind {
    case .choices, .words, .experience: true
    default: false
    }
  }

  /// The direction in which a day without its year is looked for: most days of the record were, some are to come.
  public static func nearest(_ field: FieldID) -> Day.Nearest { ahead.contains(field) ? .future : .past }

  private static let ahead: Set<FieldID> = [
    "available", "exemption", "return", "plan-review", "licence-until",
  ]

  private static func read(
    _ text: String, _ field: Field, _ isWhole: Bool, _ context: Context
  ) throws(EntryRefusal) -> Content {
    let trimmed = EntryParts.trimmed(text)
    if trimmed.isEmpty {
      // A list in which nothing stands says that there is nothing, where it is whole.
      guard isWhole, isList(field) else { throw EntryRefusal(EntryRefusal.nothing) }
    }
    switch field.kind {
    case .text: return .text(trimmed)
    case .name:
      guard case .name(let name)? = ContentText.content(trimmed, kind: .name),
        name.family.unicodeScalars.contains(where: \.properties.isAlphabetic)
      else {
        throw EntryRefusal(EntryRefusal.noName)
      }
      return .name(name)
    case .choice:
      var set: ChoiceSet = []
      for part in EntryParts.parts(trimmed, between: ["|"]) { set.formUnion(try choice(part, field)) }
      return .oneOf(set)
    case .choices:
      var set: ChoiceSet = []
      for part in EntryParts.items(trimmed) { set.formUnion(try choice(part, field)) }
      return .several(set, complete: isWhole)
    case .day: return .days(try days(trimmed, field, context))
    case .number(let unit): return .number(try range(trimmed, unit))
    case .span(let unit): return .span(try range(trimmed, unit))
    case .words: return .words(EntryParts.items(trimmed), complete: isWhole)
    case .experience:
      var items: [Experience] = []
      for line in EntryParts.parts(trimmed, between: ["\n"]) {
        items.append(try ExperienceEntry.item(line))
      }
      return .experience(items, complete: isWhole)
    }
  }

  static func choice(_ text: String, _ field: Field) throws(EntryRefusal) -> ChoiceSet {
    switch FieldNames.choice(text, of: field) {
    case .code(let code): return ChoiceSet(place: field.place(of: code) ?? 0)
    case .ambiguous(let codes):
      throw EntryRefusal(EntryRefusal.ambiguous, [text, codes.joined(separator: ", ")])
    case .none: throw EntryRefusal(EntryRefusal.noChoice, [text])
    }
  }

  private static func days(
    _ text: String, _ field: Field, _ context: Context
  ) throws(EntryRefusal) -> ClosedRange<Day> {
    let nearest = nearest(field.id)
    let found =
      FilterReading.dates(text)
      ?? Day(said: text, on: context.today, nearest).map { $0...$0 }
      ?? ContentText.content(text, kind: .day).flatMap { if case .days(let days) = $0 { days } else { nil } }
    guard let found else { throw EntryRefusal(EntryRefusal.noDay) }
    if nearest == .past, found.lowerBound > context.today { throw EntryRefusal(EntryRefusal.toCome) }
    return found
  }

  private static func range(_ text: String, _ unit: Unit) throws(EntryRefusal) -> ClosedRange<Int> {
    guard let range = ContentText.range(text, { Int($0) }) ?? dashed(text) else {
      throw EntryRefusal(EntryRefusal.noNumber)
    }
    let may = unit.plausible
    guard may.contains(range.lowerBound), may.contains(range.upperBound) else {
      throw EntryRefusal(EntryRefusal.outside, [String(may.lowerBound), String(may.upperBound)])
    }
    return range
  }

  /// `16-24`, as people write it.
  private static func dashed(_ text: String) -> ClosedRange<Int>? {
    let parts = EntryParts.parts(text, between: ["-", "–"])
    guard parts.count == 2, let low = Int(parts[0]), let high = Int(parts[1]), low <= high else { return nil }
    return low...high
  }

  /// A day, month or year where it is one, else from..to.
  private static func text(_ days: ClosedRange<Day>) -> String {
    if days.lowerBound == days.upperBound { return days.lowerBound.iso }
    for length in [7, 4] {
      let beginning = String(days.lowerBound.iso.prefix(length))
      if FilterReading.dates(beginning) == days { return beginning }
    }
    return "\(days.lowerBound.iso)..\(days.upperBound.iso)"
  }

  /// Between commas; between semicolons where an item has a comma in it.
  private static func joined(_ items: [String]) -> String {
    let hasComma = items.contains { $0.unicodeScalars.contains(",") }
    let text = items.map { EscapedText.escape($0, hasComma ? ";" : ",;") }
      .joined(separator: hasComma ? "; " : ", ")
    return hasComma && items.count == 1 ? text + ";" : text
  }
}

extension Unit {
  /// The numbers that can be meant; others are slips of the hand.
  public var plausible: ClosedRange<Int> {
    switch self {
    case .years: 0...120
    case .weeks: 1...52
    case .hoursPerWeek: 0...80
    case .kilometres: 0...1_000
    case .minutes: 0...1_440
    case .count: 0...100
    case .step: 1...6
    }
  }
}

/// Takes typed text apart.
enum EntryParts {
  /// The text without the blanks and line breaks around it.
  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// The parts between signs, trimmed, empty ones left out.
  static func parts(_ text: String, between signs: Set<Unicode.Scalar>) -> [String] {
    text.unicodeScalars.split { signs.contains($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// The items of a list: between semicolons where there is one, else between commas; lines end an item too.
  static func items(_ text: String) -> [String] {
    let hasSemicolon = EscapedText.split(text, at: ";").count > 1
    return parts(text, between: ["\n"]).flatMap { line in
      EscapedText.split(line, at: hasSemicolon ? ";" : ",").map { trimmed(EscapedText.unescape($0)) }
    }.filter { !$0.isEmpty }
  }
}
