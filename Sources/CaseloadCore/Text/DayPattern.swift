/// A day as people say it on the telephone: `28/11/1980`, `28-11-1980`, `28.11.1980`, `1980-11-28`, `28111980`,
/// `28 nov 1980`, and with its end still untyped or unknown `28/11`, `28 nov`, `28-11-80`, `nov 1980`, `11-1980`.
public struct DayPattern: Sendable, Hashable {
  /// The year; nil where it was not said, or not whole yet.
  public private(set) var year: Int?
  /// The month.
  public private(set) var month: Int
  /// The day of the month; nil where only the month was said.
  public private(set) var day: Int?
  /// The two digits of a year that was said short, or is only begun.
  private(set) var shortYear: Int?

  private init(day: Int?, month: Int) {
    self.day = day
    self.month = month
  }

  /// Reads a text; nil where it is no day.
  public init?(_ text: String) {
    let parts = Self.parts(text)
    switch parts.count {
    case 1:
      // Eight digits in a row: day, month, year.
      let text = parts[0]
      guard text.count == 8, Self.number(text) != nil else { return nil }
      self.init([text[0..<2], text[2..<4], text[4..<8]].map(Array.init))
    case 2, 3: self.init(parts)
    default: return nil
    }
  }

  private init?(_ parts: [[UInt8]]) {
    var rest = parts[...]
    if let first = parts.first, first.count == 4, let year = Self.number(first) {
      // The year first: 1980-11-28, 1980-11.
      rest = rest.dropFirst()
      guard let month = rest.popFirst().flatMap(Self.month) else { return nil }
      self.init(day: nil, month: month)
      self.year = year
      if let last = rest.popFirst() {
        guard let day = Self.number(last) else { return nil }
        self.day = day
      }
    } else if let first = parts.first, let month = Self.month(first),
      Self.number(first) == nil || parts.count == 2 && parts[1].count == 4
    {
      // A month and a year: nov 1980, 11-1980. Other digits behind two may be a telephone number.
      guard parts.count == 2, parts[1].count == 4, let year = Self.number(parts[1]),
        Self.number(first) == nil || (1900...2099).contains(year)
      else { return nil }
      self.init(day: nil, month: month)
      self.year = year
      rest = []
    } else {
      guard let day = rest.popFirst().flatMap(Self.number), let month = rest.popFirst().flatMap(Self.month)
      else {
        return nil
      }
      self.init(day: day, month: month)
      if let last = rest.popFirst() {
        guard let number = Self.number(last) else { return nil }
        if last.count == 4 { year = number } else if last.count == 2 { shortYear = number }
      }
    }
    guard rest.isEmpty, (1...12).contains(month), day.map({ (1...31).contains($0) }) ?? true else {
      return nil
    }
  }

  /// Whether a day that may be partial is the one that was said; unknown where it may be.
  public func matches(_ days: ClosedRange<Day>) -> Truth {
    if days.lowerBound == days.upperBound { return Truth(matches(days.lowerBound)) }
    let first = days.lowerBound.parts.year
    for year in first...max(first, min(days.upperBound.parts.year, first + 200)) {
      if let said = self.year, said != year { continue }
      if self.year == nil, !isShort(year) { continue }
      guard let day else {
        guard let from = Day(year: year, month: month, day: 1),
          let to = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
        else { continue }
        if days.overlaps(from...to) { return .unknown }
        continue
      }
      if let said = Day(year: year, month: month, day: day), days.contains(said) { return .unknown }
    }
    return .no
  }

  private func matches(_ other: Day) -> Bool {
    let (year, month, day) = other.parts
    guard month == self.month, self.day.map({ $0 == day }) ?? true else { return false }
    return self.year.map { $0 == year } ?? isShort(year)
  }

  /// Two digits are the end of a year, or the beginning of one that is still being typed.
  private func isShort(_ year: Int) -> Bool {
    shortYear.map { year % 100 == $0 || year / 100 == $0 } ?? true
  }

  /// The runs of digits and of letters.
  private static func parts(_ text: String) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var isOpen = false
    for byte in Folding.bytes(text) {
      let isDigit = (48...57).contains(byte)
      guard isDigit || (97...122).contains(byte) else {
        guard [32, 45, 46, 47].contains(byte) else { return [] }
        isOpen = false
        continue
      }
      if isOpen, let last = parts.last?.last, (48...57).contains(last) == isDigit {
        parts[parts.count - 1].append(byte)
      } else {
        parts.append([byte])
      }
      isOpen = true
    }
    return parts
  }

  private static func number(_ bytes: [UInt8]) -> Int? {
    guard bytes.count <= 8, bytes.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  /// A month by its number or by the beginning of its name in any language: at least three letters.
  private static func month(_ bytes: [UInt8]) -> Int? {
    if let number = number(bytes) { return bytes.count <= 2 && (1...12).contains(number) ? number : nil }
    guard bytes.count >= 3 else { return nil }
    return names.firstIndex { $0.contains { $0.starts(with: bytes) } }.map { $0 + 1 }
  }

  private static let names: [[[UInt8]]] = [
    ["january", "januari"], ["february", "februari"], ["march", "maart", "mrt"], ["april"], ["may", "mei"],
    ["june", "juni"], ["july", "juli"], ["august", "augustus"], ["september"], ["october", "oktober"],
    ["november"], ["december"],
  ].map { $0.map { Folding.bytes($0) } }
}
