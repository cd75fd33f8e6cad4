/// Days and lengths of time in words, the same on the screen, in reports and in the shell.
public enum DayText {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ].map { Phrase("month.\($0)", $0) }
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map {
    Phrase("weekday.\($0)", $0)
  }

  private static let before = Phrase("facet.before", "before {0}")
  private static let since = Phrase("facet.since", "from {0}")

  /// All phrases declared here, for the test that each is translated.
  public static var phrases: [Phrase] { months + weekdays + [monthLetter, dayLetter, before, since] }
  private static let monthLetter = Phrase("elapsed.month", "m")
  private static let dayLetter = Phrase("elapsed.day", "d")

  /// "9 Jul" in the year of `today`, "9 Jul 2025" in another.
  public static func short(_ day: Day, _ context: Context) -> String {
    let (year, month, date) = day.parts
    let name = months[month - 1].text(in: context.language)
    return year == context.today.parts.year ? "\(date) \(name)" : "\(date) \(name) \(year)"
  }

  /// A day as it stands in an entry: "9 Jul", with its year where another day would be read there without it.
  public static func entered(_ day: Day, _ nearest: Day.Nearest, _ context: Context) -> String {
    let short = short(day, context)
    if Day(said: short, on: context.today, nearest) == day { return short }
    let (year, month, date) = day.parts
    return "\(date) \(months[month - 1].text(in: context.language)) \(year)"
  }

  /// "Sat 21 Nov 2026".
  public static func long(_ day: Day, _ language: Language) -> String {
    let (year, month, date) = day.parts
    return "\(weekdays[day.weekday - 1].text(in: language)) \(date) "
      + "\(months[month - 1].text(in: language)) \(year)"
  }

  /// The calendar months and days from one day to a later one: "4 m 12 d", "12 d".
  public static func elapsed(from day: Day, to today: Day, _ language: Language) -> String {
    let (months, days) = parts(from: day, to: today)
    let dayText = "\(days) \(dayLetter.text(in: language))"
    return months == 0 ? dayText : "\(months) \(monthLetter.text(in: language)) \(dayText)"
  }

  /// Whole calendar months from one day to a later one, clamped as periods are, and the days left over.
  public static func parts(from day: Day, to today: Day) -> (months: Int, days: Int) {
    let (year, month, _) = day.parts
    let (toYear, toMonth, _) = today.parts
    var count = max(0, (toYear - year) * 12 + toMonth - month)
    while count > 0, day.adding(months: count) > today { count -= 1 }
    return (count, max(0, today.days(since: day.adding(months: count))))
  }

  /// A day that may be partial: a year, a month, or "1 Feb … 9 Mar".
  public static func interval(_ days: ClosedRange<Day>, _ context: Context) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return short(first, context) }
    let (year, month, date) = first.parts
    if date == 1, month == 1, last == first.adding(months: 12).adding(days: -1) { return String(year) }
    if date == 1, last == first.adding(months: 1).adding(days: -1) {
      return "\(months[month - 1].text(in: context.language)) \(year)"
    }
    return short(first, context) + " … " + short(last, context)
  }

  /// A stretch by its first day: "16–22 Nov", "Nov 2026", "2026".
  static func stretch(_ first: Day, _ unit: DayUnit, _ language: Language) -> String {
    let (year, month, date) = first.parts
    switch unit {
    case .week:
      let last = first.adding(days: 6).parts
      let end = "\(last.day) \(months[last.month - 1].text(in: language))"
      return month == last.month
        ? "\(date)–\(end)" : "\(date) \(months[month - 1].text(in: language))–\(end)"
    case .month: return "\(months[month - 1].text(in: language)) \(year)"
    case .year: return String(year)
    }
  }

  /// "before Nov 2026"; before a week that begins on a day, "before 16 Nov 2026".
  static func before(_ first: Day, _ unit: DayUnit, _ language: Language) -> String {
    filled(before, first, unit, language)
  }

  /// "from Nov 2026".
  static func since(_ first: Day, _ unit: DayUnit, _ language: Language) -> String {
    filled(since, first, unit, language)
  }

  private static func filled(_ phrase: Phrase, _ first: Day, _ unit: DayUnit, _ language: Language) -> String
  {
    let (year, month, date) = first.parts
    let name =
      unit == .week
      ? "\(date) \(months[month - 1].text(in: language)) \(year)" : stretch(first, unit, language)
    return phrase.text(in: language).replacing("{0}", with: name)
  }
}
