extension Day {
  /// Which day is meant by what is said about a day without its year, or of a weekday. Where it may be any, a weekday
  /// is the last one: one tells of days that were.
  public enum Nearest: Sendable { case any, past, future }

  /// A day as it is said at a form: `today`, `tomorrow`, `fri`, `+2w`, `-3d`, `28/11`, `28 nov`, `28-11-2026`,
  /// `2026-11-28`, and the same in Dutch. What has no year is the nearest such day, or the nearest in a direction.
  public init?(said text: String, on today: Day, _ nearest: Nearest = .any) {
    let word = String(decoding: Folding.bytes(text).drop { $0 == 32 }, as: UTF8.self)
      .split(separator: " ").joined(separator: " ")
    if word.isEmpty { return nil }
    if let step = Self.steps.first(where: { $0.words.contains(word) })?.days {
      self = today.adding(days: step)
    } else if let day = Self.shifted(word, today) ?? Self.weekday(word, today, nearest) {
      self = day
    } else if let day = Day(typed: text) {
      self = day
    } else if let pattern = DayPattern(text), let day = pattern.day {
      let years = pattern.saidYear.map { [$0] } ?? (-1...1).map { today.parts.year + $0 }
      let days = years.compactMap { Day(year: $0, month: pattern.month, day: day) }
      guard let best = Self.nearest(days, today, nearest) else { return nil }
      self = best
    } else {
      return nil
    }
  }

  private static let steps: [(words: [String], days: Int)] = [
    (["today", "vandaag", "t", "v"], 0), (["tomorrow", "morgen"], 1), (["yesterday", "gisteren"], -1),
    (["overmorgen"], 2), (["eergisteren"], -2),
  ]

  private static let weekdays: [[String]] = [
    ["monday", "maandag"], ["tuesday", "dinsdag"], ["wednesday", "woensdag"], ["thursday", "donderdag"],
    ["friday", "vrijdag"], ["saturday", "zaterdag"], ["sunday", "zondag"],
  ]

  private static func nearest(_ days: [Day], _ today: Day, _ nearest: Nearest) -> Day? {
    days.filter { day in
      switch nearest {
      case .any: true
      case .past: day <= today
      case .future: day > today
      }
    }.min { abs($0.days(since: today)) < abs($1.days(since: today)) }
  }

  /// `+2w`, `-3d`, `+1m`, `+1y`.
  private static func shifted(_ word: String, _ today: Day) -> Day? {
    guard let sign = word.utf8.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let unit = word.utf8.last, let count = Int(word.dropFirst().dropLast()), (0...520).contains(count)
    else { return nil }
    let step = sign == UInt8(ascii: "-") ? -count : count
    switch unit {
    case UInt8(ascii: "d"): return today.adding(days: step)
    case UInt8(ascii: "w"): return today.adding(days: step * 7)
    case UInt8(ascii: "m"): return today.adding(months: step)
    case UInt8(ascii: "y"), UInt8(ascii: "j"): return today.adding(months: step * 12)
    default: return nil
    }
  }

  /// A weekday by the beginning of its name, two letters at least.
  private static func weekday(_ word: String, _ today: Day, _ nearest: Nearest) -> Day? {
    guard word.utf8.count >= 2 else { return nil }
    // A beginning that two days of a language share says neither.
    for language in 0..<2 {
      let found = weekdays.indices.filter { weekdays[$0][language].utf8.starts(with: word.utf8) }
      guard found.count == 1, let place = found.first else { continue }
      let days = (-7...7).map { today.adding(days: $0) }.filter { $0.weekday == place + 1 && $0 != today }
      return Self.nearest(days, today, nearest == .any ? .past : nearest)
    }
    return nil
  }
}

extension DayPattern {
  /// The year that was said, a short one as of this century; nil where none was.
  var saidYear: Int? { year ?? shortYear.map { $0 < 100 ? 2_000 + $0 : $0 } }
}
