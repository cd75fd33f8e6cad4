/// A calendar day in the proleptic Gregorian calendar, without time or zone. The supported range is
/// 1 January 0001 to 31 December 9999; arithmetic that would leave it stops at its ends.
public struct Day: Hashable, Comparable, Sendable, Codable {
  /// Days since 1 January 1970.
  public let number: Int32

  /// The first day that can be represented.
  public static let earliest = Day(unchecked: -719_162)
  /// The last day that can be represented.
  public static let latest = Day(unchecked: 2_932_896)

  private init(unchecked number: Int32) { self.number = number }

  /// The day `number` days after 1 January 1970, moved into the supported range.
  public init(number: Int32) {
    self.number = min(max(number, Self.earliest.number), Self.latest.number)
  }

  /// The day of a year (1...9999), month (1...12) and day of month; nil where no such day exists.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    // Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `yyyy-mm-dd`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    var text = String(text)
    guard let day = text.withUTF8({ Day(iso: $0) }) else { return nil }
    self = day
  }

  /// Reads the bytes of `yyyy-mm-dd`; nil for anything else.
  public init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    // Whether all are digits is asked once: below "0" it wraps to far above 9.
    var highest: UInt8 = 0
    func digit(_ place: Int) -> Int {
      let digit = bytes[place] &- 48
      highest = max(highest, digit)
      return Int(digit)
    }
    let year = ((digit(0) &* 10 &+ digit(1)) &* 10 &+ digit(2)) &* 10 &+ digit(3)
    let month = digit(5) &* 10 &+ digit(6)
    let day = digit(8) &* 10 &+ digit(9)
    guard highest <= 9 else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year (1...9999), month (1...12) and day of month (1...31).
  public var parts: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Day of the week, Monday 1 to Sunday 7 (ISO 8601).
  public var weekday: Int { (((Int(number) + 3) % 7) + 7) % 7 + 1 }

  /// The day as `yyyy-mm-dd` (ISO 8601).
  public var iso: String {
    let (year, month, day) = parts
    return String(unsafeUninitializedCapacity: 10) { bytes in
      func write(_ value: Int, _ end: Int, _ width: Int) {
        var rest = value
        for place in stride(from: end - 1, through: end - width, by: -1) {
          bytes[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
          rest /= 10
        }
      }
      write(year, 4, 4)
      write(month, 7, 2)
      write(day, 10, 2)
      bytes[4] = UInt8(ascii: "-")
      bytes[7] = UInt8(ascii: "-")
      return 10
    }
  }

  /// The day `days` later (earlier where negative), stopped at the ends of the supported range.
  public func adding(days: Int) -> Day {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    if overflow { return days > 0 ? .latest : .earliest }
    return Day(number: Int32(clamping: sum))
  }

  /// The same day of month `months` later (earlier where negative), clamped to the month's end: 30 November
  /// plus three months is 28 or 29 February. Stopped at the ends of the supported range.
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 12 else { return months > 0 ? .latest : .earliest }
    let newYear = total / 12
    let newMonth = total % 12 + 1
    guard newYear <= 9999 else { return .latest }
    return Day(
      year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, year: newYear)))
      ?? .latest
  }

  /// The day `period` later.
  public func adding(_ period: Period) -> Day { adding(months: period.months).adding(days: period.days) }
  /// The day `period` earlier.
  public func subtracting(_ period: Period) -> Day {
    adding(months: 0 - period.months).adding(days: 0 - period.days)
  }

  /// Days from `other` to this day (negative where this day is earlier).
  public func days(since other: Day) -> Int { Int(number) - Int(other.number) }

  /// Whole calendar years from `other` to this day: an age. Who is born on 29 February has a birthday on
  /// 1 March in other years (Dutch civil practice). Negative where this day is earlier.
  public func years(since other: Day) -> Int {
    let (year, month, day) = parts
    let (otherYear, otherMonth, otherDay) = other.parts
    let before = (month, day) < (otherMonth, otherDay)
    return year - otherYear - (before ? 1 : 0)
  }

  /// The number of days of a month (1...12).
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// A length of time in calendar months and days, such as "3 months".
public struct Period: Hashable, Sendable, Codable {
  /// Calendar months.
  public var months: Int
  /// Days on top of the months.
  public var days: Int

  /// A period of months and days, each moved into ±120,000 and ±4,000,000.
  public init(months: Int = 0, days: Int = 0) {
    self.months = min(max(months, -120_000), 120_000)
    self.days = min(max(days, -4_000_000), 4_000_000)
  }
}

/// A moment in time: seconds since 1 January 1970 UTC. Only the journal and the desk need one.
public struct Moment: Hashable, Comparable, Sendable, Codable {
  /// Seconds since 1 January 1970 UTC.
  public let seconds: Int64
  /// A moment.
  public init(seconds: Int64) { self.seconds = seconds }
  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}
