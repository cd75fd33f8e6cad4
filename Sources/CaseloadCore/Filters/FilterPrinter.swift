extension Filter {
  /// The filter as text, normalised, in English ids; reading it again gives the same filter, provided that it is
  /// one that can be read: no empty texts or lists, no conjunction directly in a conjunction. Everybody is the
  /// empty text.
  public func printed(_ catalogue: Catalogue = .standard) -> String {
    switch self {
    case .all: ""
    case .or(let parts):
      parts.map { $0.isOr ? "(\($0.printed(catalogue)))" : $0.printed(catalogue) }
        .joined(separator: " or ")
    case .and(let parts):
      parts.map { $0.isAnd || $0.isOr ? "(\($0.printed(catalogue)))" : $0.printed(catalogue) }
        .joined(separator: " ")
    case .not(let inner):
      "-" + (inner.isAnd || inner.isOr ? "(\(inner.printed(catalogue)))" : inner.printed(catalogue))
    case .word(let text): FilterPrinter.quoted(text, isWord: true)
    case .state(let state, let field): state.rawValue + ":" + field.text
    case .worklist(let name): "@" + name
    case .note(let text): "note:" + FilterPrinter.quoted(text)
    case .tag(let text): "tag:" + FilterPrinter.quoted(text)
    case .test(let field, let test): FilterPrinter.print(field.text, test)
    }
  }

  private var isAnd: Bool { if case .and = self { true } else { false } }
  private var isOr: Bool { if case .or = self { true } else { false } }
}

/// How tests are written.
enum FilterPrinter {
  static func print(_ field: String, _ test: FieldTest) -> String {
    switch test {
    case .never: field + ":never"
    case .texts(let texts): field + ":" + texts.map { quoted($0) }.joined(separator: ",")
    case .exactly(let texts): field + ":=" + texts.map { quoted($0) }.joined(separator: ",")
    case .numbers(let ranges):
      ranges.count == 1 ? field + number(ranges[0]) : field + ":" + ranges.map(range).joined(separator: ",")
    case .choices(let tests):
      tests.count == 1 ? field + choice(tests[0]) : field + ":" + tests.map(item).joined(separator: ",")
    case .days(let tests):
      tests.count == 1 ? field + day(tests[0]) : field + ":" + tests.map(item).joined(separator: ",")
    case .experience(let test): field + "(" + experience(test) + ")"
    }
  }

  private static func number(_ value: ClosedRange<Int>) -> String {
    if value.lowerBound == .min { return "<=\(value.upperBound)" }
    if value.upperBound == .max { return ">=\(value.lowerBound)" }
    return ":" + range(value)
  }

  private static func range(_ value: ClosedRange<Int>) -> String {
    if value.lowerBound == value.upperBound { return String(value.lowerBound) }
    return (value.lowerBound == .min ? "" : String(value.lowerBound)) + ".."
      + (value.upperBound == .max ? "" : String(value.upperBound))
  }

  private static func choice(_ test: ChoiceTest) -> String {
    switch test {
    case .above(let code): ">" + code
    case .from(let code): ">=" + code
    case .upTo(let code): "<=" + code
    case .below(let code): "<" + code
    case .one, .between: ":" + item(test)
    }
  }

  private static func item(_ test: ChoiceTest) -> String {
    switch test {
    case .one(let code), .above(let code), .below(let code): code
    case .from(let code): code + ".."
    case .upTo(let code): ".." + code
    case .between(let low, let high): low + ".." + high
    }
  }

  private static func day(_ test: DayTest) -> String {
    switch test {
    case .dates(nil, let to?): "<=" + to.iso
    case .dates(let from?, nil): ">=" + from.iso
    case .period(let comparison, let period): comparison.rawValue + self.period(period)
    case .today(let comparison): comparison.rawValue + "today"
    case .dates, .periods: ":" + item(test)
    }
  }

  private static func item(_ test: DayTest) -> String {
    switch test {
    case .dates(let from, let to): dates(from, to)
    case .period(.greaterOrEqual, let period): self.period(period) + ".."
    case .period(.lessOrEqual, let period): ".." + self.period(period)
    case .period(_, let period): self.period(period)
    case .periods(let shortest, let longest): period(shortest) + ".." + period(longest)
    case .today: "today"
    }
  }

  /// One day, a whole month or year by its name, or the first and the last day.
  private static func dates(_ from: Day?, _ to: Day?) -> String {
    guard let from, let to else { return (from?.iso ?? "") + ".." + (to?.iso ?? "") }
    if from == to { return from.iso }
    let (start, end) = (from.parts, to.parts)
    if start.year == end.year, start.day == 1, end.day == Day.length(ofMonth: end.month, year: end.year) {
      if start.month == end.month { return String(from.iso.prefix(7)) }
      if start.month == 1, end.month == 12 { return String(from.iso.prefix(4)) }
    }
    return from.iso + ".." + to.iso
  }

  private static func experience(_ test: ExperienceTest) -> String {
    var parts = test.words.map { quoted($0, isWord: true) }
    if !test.sectors.isEmpty { parts.append("sector:" + test.sectors.joined(separator: ",")) }
    parts += test.lengths.map { $0.comparison.rawValue + period($0.period) }
    return parts.joined(separator: " ")
  }

  /// A period as the language writes it, in the fewest units.
  static func period(_ period: Period) -> String {
    var text = ""
    if period.months / 12 != 0 { text += "\(period.months / 12)y" }
    if period.months % 12 != 0 { text += "\(period.months % 12)m" }
    if period.days != 0 {
      text +=
        period.days.isMultiple(of: 7) && period.days / 7 < 10_000 ? "\(period.days / 7)w" : "\(period.days)d"
    }
    return text.isEmpty ? "0d" : text
  }

  /// A text as the language reads it back as one text: in quotation marks where it holds anything but letters,
  /// digits and a few harmless signs, or where as a bare word it would mean something else.
  static func quoted(_ text: String, isWord: Bool = false) -> String {
    var isPlain = !text.isEmpty && text.unicodeScalars.first != "-"
    for scalar in text.unicodeScalars {
      let isHarmless =
        scalar.isASCII
        ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
          || ["-", "_", "+", "'", "."].contains(scalar)
        : scalar.properties.isAlphabetic && !scalar.properties.isWhitespace
      isPlain = isPlain && isHarmless
    }
    if isWord, FilterKeyword.all.contains(Folding.fold(text)) { isPlain = false }
    guard !isPlain else { return text }
    var view = String.UnicodeScalarView()
    view.append("\"")
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { view.append("\\") }
      view.append(scalar)
    }
    view.append("\"")
    return String(view)
  }
}
