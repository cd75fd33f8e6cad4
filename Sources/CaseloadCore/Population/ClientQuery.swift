/// What somebody on the telephone says of herself: words of a name, a birth date or only its year, a postcode, a
/// client's or a telephone number.
public struct ClientQuery: Sendable, Hashable {
  let words: Fuzzy
  let birth: DayPattern?
  /// The year of birth, where only that was said.
  let year: Int?
  /// The client's number; beside words of a name nobody without it is found.
  let number: Int32?
  /// The beginning of a postcode, folded and without its space, from the four digits and a letter on.
  let postcode: [UInt8]?
  /// The words that are no part of that postcode.
  let wordsBesidePostcode: Fuzzy
  /// The digits of what may be a telephone number, without the country and the zero before it; nil where they are
  /// too few, or letters stand beside them. The numbers themselves are in the store.
  public let phone: String?

  /// Reads what was typed.
  public init(_ text: String) {
    var rest: [Substring] = []
    var birth = DayPattern(text)
    if birth == nil {
      for word in text.split(separator: " ") {
        if birth == nil, let day = DayPattern(String(word)) { birth = day } else { rest.append(word) }
      }
    }
    self.birth = birth
    let letters = rest.filter { !Self.isOfNumber($0) }
    words = Fuzzy(letters.joined(separator: " "))
    (postcode, wordsBesidePostcode) = Self.postcode(in: rest)
    let digits = rest.filter { Self.isOfNumber($0) }
    let years = birth == nil ? digits.compactMap(Self.year) : []
    year = years.count == 1 && digits.count == 1 ? years[0] : nil
    if letters.isEmpty {
      number = digits.count == 1 ? Int32(digits[0]) : nil
    } else {
      // Digits beside a name are somebody's: to pass over them would show another under them. Those of a date or a
      // year that is still being typed are none yet.
      number = year == nil ? digits.first { !Self.isBegun($0) }.map { Int32($0) ?? -1 } : nil
    }
    phone = letters.isEmpty ? Self.phone(in: text) : nil
  }

  /// Nothing was typed that can be looked for.
  public var isEmpty: Bool {
    words.isEmpty && birth == nil && number == nil && phone == nil && postcode == nil
  }

  /// Whether it needs a client's birth date.
  var asksForBirth: Bool { birth != nil || year != nil }

  /// How well a client fits, and whether it is only perhaps she; nil where it is not. `name` says how well words fit
  /// her name.
  func score(
    _ client: ClientNumber, birth days: ClosedRange<Day>?, hasPostcode: Bool, isCalled: Bool,
    name: (Fuzzy) -> Int?
  ) -> (score: Int, isMaybe: Bool)? {
    var (total, isMaybe) = (0, false)
    func add(_ truth: Truth?) -> Bool {
      switch truth {
      case .yes: total += 1_000
      case .unknown: (total, isMaybe) = (total + 100, true)
      case .no, nil: return false
      }
      return true
    }
    if let birth, !add(days.map(birth.matches)) { return words.isEmpty && isCalled ? (500, false) : nil }
    if hasPostcode, let named = wordsBesidePostcode.isEmpty ? 0 : name(wordsBesidePostcode) {
      return (2_500 + total + named, isMaybe)
    }
    if !words.isEmpty {
      guard number == nil || client.number == number, let named = name(words) else { return nil }
      if let year, !add(days.map { Self.isYear(year, of: $0) }) { return nil }
      return (total + named, isMaybe)
    }
    if birth != nil { return (total, isMaybe) }
    if let number, client.number == number { return (3_000, false) }
    if let year, add(days.map { Self.isYear(year, of: $0) }) { return (total + 1_000, isMaybe) }
    return isCalled ? (1_000, false) : nil
  }

  /// Whether a birth date that may be partial is in a year.
  private static func isYear(_ year: Int, of days: ClosedRange<Day>) -> Truth {
    let (first, last) = (days.lowerBound.parts.year, days.upperBound.parts.year)
    return first == last ? Truth(first == year) : first <= year && year <= last ? .unknown : .no
  }

  /// "1006 CB", "1006cb", "1006 c": four digits with one or two letters behind them; and the other words.
  private static func postcode(in words: [Substring]) -> (postcode: [UInt8]?, beside: Fuzzy) {
    func postcode(_ text: String) -> [UInt8]? {
      let bytes = Folding.bytes(text)
      guard (5...6).contains(bytes.count), bytes[0] != 48,
        bytes.prefix(4).allSatisfy({ (48...57).contains($0) }),
        bytes.dropFirst(4).allSatisfy({ (97...122).contains($0) })
      else { return nil }
      return bytes
    }
    for index in words.indices {
      for length in 1...2 where index + length <= words.count {
        guard let found = postcode(words[index..<index + length].joined()) else { continue }
        let beside = (words[..<index] + words[(index + length)...]).filter { !isOfNumber($0) }
        return (found, Fuzzy(beside.joined(separator: " ")))
      }
    }
    return (nil, Fuzzy(""))
  }

  private static func phone(in text: String) -> String? {
    var digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }.map { Character($0) }[...]
    if digits.starts(with: "0031") {
      digits = digits.dropFirst(4)
    } else if text.contains("+31") {
      digits = digits.dropFirst(2)
    }
    if digits.first == "0" { digits = digits.dropFirst() }
    return (4...15).contains(digits.count) ? String(digits) : nil
  }

  /// A year in which somebody may be born, also with the sign behind it that begins a month.
  private static func year(_ word: Substring) -> Int? {
    let digits = digits(word)
    guard digits.count == 4, let year = Int(digits), (1900...2099).contains(year) else { return nil }
    return year
  }

  /// Whether a word of digits may be the beginning of a date or of a year.
  private static func isBegun(_ word: Substring) -> Bool {
    let digits = digits(word)
    return digits.count <= 2 || word.unicodeScalars.contains("-") || word.unicodeScalars.contains("/")
      || digits.count == 3 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
  }

  /// A word without the signs at its end.
  private static func digits(_ word: Substring) -> String {
    var scalars = word.unicodeScalars[...]
    while let last = scalars.last, !("0"..."9").contains(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func isOfNumber(_ word: Substring) -> Bool {
    word.unicodeScalars.allSatisfy {
      ("0"..."9").contains($0) || ["+", "-", "(", ")", ".", "/"].contains($0)
    }
  }
}
