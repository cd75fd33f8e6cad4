/// Values of fields, by the field's kind.
extension FilterReading {
  func test(_ field: Field, _ operation: FilterOperator, _ values: [FilterValue], _ name: Range<Int>)
    throws(FilterError) -> Filter?
  {
    var comparison = Comparison.equal
    if case .compare(let other) = operation { comparison = other }
    if comparison != .equal, values.count > 1 {
      throw error(FilterMessage.oneValue, values[1].range)
    }
    switch field.kind {
    case .choice, .choices:
      var tests: [ChoiceTest] = []
      for value in values { tests.append(try choice(value, comparison, field, name)) }
      return .test(field.id, .choices(tests))
    case .number, .span:
      var ranges: [ClosedRange<Int>] = []
      for value in values { ranges.append(try number(value, comparison)) }
      return .test(field.id, .numbers(ranges))
    case .day:
      var filters: [DayTest] = []
      var isNever = false
      for value in values {
        if field.id == "seen", FilterKeyword.never.contains(Folding.fold(value.text)), comparison == .equal {
          isNever = true
        } else {
          filters.append(try day(value, comparison))
        }
      }
      var parts: [Filter] = []
      if isNever { parts.append(.test(field.id, .never)) }
      if !filters.isEmpty { parts.append(.test(field.id, .days(filters))) }
      return Self.any(parts)
    case .text, .name, .words:
      guard comparison == .equal else { throw error(FilterMessage.noOrder, name, [field.id.text]) }
      guard Column.keepsContent(field) else { throw error(FilterMessage.recordOnly, name, [field.id.text]) }
      if case .exactly = operation, field.kind != .name {
        return .test(field.id, .exactly(values.map(\.text)))
      }
      return .test(field.id, .texts(values.map(\.text)))
    case .experience:
      if comparison == .equal {
        return Self.any(values.map { .test(field.id, .experience(ExperienceTest(words: [$0.text]))) })
      }
      let length = ExperienceTest.Length(comparison, try period(values[0], FilterMessage.notLength))
      return .test(field.id, .experience(ExperienceTest(lengths: [length])))
    }
  }

  private func choice(
    _ value: FilterValue, _ comparison: Comparison, _ field: Field, _ name: Range<Int>
  ) throws(FilterError) -> ChoiceTest {
    func ordered() throws(FilterError) {
      if case .choice(_, let order) = field.kind, order != .none { return }
      throw error(FilterMessage.noOrder, name, [field.id.text])
    }
    if comparison == .equal, let (low, high) = value.ends {
      try ordered()
      if low.isEmpty { return .upTo(try code(high, value.range, field)) }
      if high.isEmpty { return .from(try code(low, value.range, field)) }
      return .between(try code(low, value.range, field), try code(high, value.range, field))
    }
    if comparison != .equal { try ordered() }
    let code = try code(value.text, value.range, field)
    switch comparison {
    case .equal: return .one(code)
    case .less: return .below(code)
    case .lessOrEqual: return .upTo(code)
    case .greaterOrEqual: return .from(code)
    case .greater: return .above(code)
    }
  }

  func code(_ text: String, _ range: Range<Int>, _ field: Field) throws(FilterError) -> String {
    switch FieldNames.choice(text, of: field) {
    case .code(let code): return code
    case .ambiguous(let codes):
      throw error(FilterMessage.ambiguousChoice, range, [text, codes.joined(separator: ", ")])
    case .none:
      let words = field.choices.map(\.code) + field.choices.flatMap(\.synonyms)
      throw error(
        FilterMessage.noChoice, range, [text, field.id.text], nearest: Nearest.word(to: text, among: words))
    }
  }

  private func number(_ value: FilterValue, _ comparison: Comparison) throws(FilterError) -> ClosedRange<Int>
  {
    func whole(_ text: String) throws(FilterError) -> Int {
      guard text.utf8.count <= 9, let number = Int(text) else {
        throw error(FilterMessage.notNumber, value.range, [text])
      }
      return number
    }
    if comparison == .equal, let (low, high) = value.ends {
      let low = low.isEmpty ? Int.min : try whole(low)
      let high = high.isEmpty ? Int.max : try whole(high)
      guard low <= high else { throw error(FilterMessage.backwards, value.range) }
      return low...high
    }
    let number = try whole(value.text)
    switch comparison {
    case .equal: return number...number
    case .less: return Int.min...(number - 1)
    case .lessOrEqual: return Int.min...number
    case .greaterOrEqual: return number...Int.max
    case .greater: return (number + 1)...Int.max
    }
  }

  private func day(_ value: FilterValue, _ comparison: Comparison) throws(FilterError) -> DayTest {
    if comparison == .equal, let (low, high) = value.ends {
      let first = low.isEmpty ? nil : Self.dates(low)
      let last = high.isEmpty ? nil : Self.dates(high)
      if (low.isEmpty || first != nil) && (high.isEmpty || last != nil) {
        if let first, let last, first.lowerBound > last.upperBound {
          throw error(FilterMessage.backwards, value.range)
        }
        return .dates(from: first?.lowerBound, to: last?.upperBound)
      }
      let shortest = low.isEmpty ? nil : Self.period(low)
      let longest = high.isEmpty ? nil : Self.period(high)
      switch (shortest, longest) {
      case (let shortest?, let longest?): return .periods(shortest, longest)
      case (let shortest?, nil) where high.isEmpty: return .period(.greaterOrEqual, shortest)
      case (nil, let longest?) where low.isEmpty: return .period(.lessOrEqual, longest)
      default: throw error(FilterMessage.notDay, value.range, [value.text])
      }
    }
    if FilterKeyword.today.contains(Folding.fold(value.text)) { return .today(comparison) }
    if let days = Self.dates(value.text) {
      switch comparison {
      case .equal: return .dates(from: days.lowerBound, to: days.upperBound)
      case .less: return .dates(from: nil, to: days.lowerBound.adding(days: -1))
      case .lessOrEqual: return .dates(from: nil, to: days.upperBound)
      case .greaterOrEqual: return .dates(from: days.lowerBound, to: nil)
      case .greater: return .dates(from: days.upperBound.adding(days: 1), to: nil)
      }
    }
    return .period(comparison, try period(value, FilterMessage.notDay))
  }

  func period(_ value: FilterValue, _ phrase: Phrase) throws(FilterError) -> Period {
    guard let period = Self.period(value.text) else { throw error(phrase, value.range, [value.text]) }
    return period
  }

  /// The days of `2026`, `2026-03` or `2026-03-01`, or as a Dutch date has them: `3-2026`, `1-3-2026`.
  static func dates(_ text: String) -> ClosedRange<Day>? {
    var parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { return nil }
    if parts.count > 1, parts.last?.utf8.count == 4 {
      guard parts.dropLast().allSatisfy({ (1...2).contains($0.utf8.count) }) else { return nil }
      parts.reverse()
    } else {
      guard zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 }) else { return nil }
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, let year = numbers.first else { return nil }
    let month = numbers.count > 1 ? numbers[1] : nil
    guard let first = Day(year: year, month: month ?? 1, day: numbers.count > 2 ? numbers[2] : 1) else {
      return nil
    }
    if numbers.count == 3 { return first...first }
    let lastMonth = month ?? 12
    let length = Day.length(ofMonth: lastMonth, year: year)
    return Day(year: year, month: lastMonth, day: length).map { first...$0 }
  }

  /// The period of `3m`, `6w`, `10d`, `1y` or several of them in a row (`1y6m`); at most four digits each.
  static func period(_ text: String) -> Period? {
    var months = 0
    var days = 0
    var number: Int?
    var digits = 0
    for byte in Folding.bytes(text) {
      if isDigit(byte) {
        digits += 1
        guard digits <= 4 else { return nil }
        number = (number ?? 0) * 10 + Int(byte - 48)
        continue
      }
      guard let count = number else { return nil }
      switch byte {
      case UInt8(ascii: "y"), UInt8(ascii: "j"): months += 12 * count
      case UInt8(ascii: "m"): months += count
      case UInt8(ascii: "w"): days += 7 * count
      case UInt8(ascii: "d"): days += count
      default: return nil
      }
      // Longer than any life is not a period, and keeps the sums far from any limit.
      guard months <= 12_000, days <= 400_000 else { return nil }
      number = nil
      digits = 0
    }
    return number == nil && !text.isEmpty ? Period(months: months, days: days) : nil
  }

  static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// `experience(driver sector:logistics >2y)`: all of it of one stretch.
  mutating func experience(_ field: Field) throws(FilterError) -> Filter? {
    let open = text.place
    text.place += 1
    var test = ExperienceTest()
    while true {
      text.skipSpaces()
      if text.take(")") { break }
      if text.isAtEnd {
        try unfinished(error(FilterMessage.unclosedParenthesis, open..<open + 1))
        break
      }
      let start = text.place
      if text.take("\"") {
        guard let word = text.quoted() else {
          try unfinished(error(FilterMessage.unclosedQuote, start..<start + 1))
          break
        }
        if Folding.bytes(word).isEmpty { throw error(FilterMessage.noValue, start..<text.place) }
        test.words.append(word)
        continue
      }
      let name = text.chunk(until: Self.nameStops)
      let range = start..<text.place
      guard let operation = FilterOperator(&text) else {
        if Folding.bytes(name).isEmpty {
          let end = min(start + 1, text.scalars.count)
          throw error(FilterMessage.unexpected, start..<end, [text.text(start..<end)])
        }
        test.words.append(name)
        continue
      }
      guard let values = try values() else { break }
      if name.isEmpty, values.count == 1, case .compare(let comparison) = operation {
        if let period = Self.period(values[0].text) {
          test.lengths.append(ExperienceTest.Length(comparison, period))
        } else {
          try unfinished(error(FilterMessage.notLength, values[0].range, [values[0].text]))
        }
      } else if case .compare(.equal) = operation, test.sectors.isEmpty,
        case .field(let inner) = names.find(name), inner.id == "sector"
      {
        for value in values { test.sectors.append(try code(value.text, value.range, inner)) }
      } else {
        throw error(FilterMessage.unexpected, range, [text.text(start..<text.place)])
      }
    }
    if test == ExperienceTest() {
      if isTyping { return nil }
      throw error(FilterMessage.noValue, open..<text.place)
    }
    return .test(field.id, .experience(test))
  }
}
