import CaseloadCore

/// One way to write a day. What is written only to the month or the year is the interval of what it may be; so
/// is a day or month of 00, as the Dutch population register writes what is unknown.
public enum DateForm: String, CaseIterable, Sendable {
  case iso = "yyyy-mm-dd"
  /// Also d-m-yyyy, and with slashes or dots.
  case dayFirst = "dd-mm-yyyy"
  /// Also m/d/yyyy; only where a mapping says so.
  case monthFirst = "mm/dd/yyyy"
  case compact = "yyyymmdd"
  case compactMonth = "yyyymm"
  case year = "yyyy"
  /// mm-yyyy
  case monthYear = "mm-yyyy"
  /// Days since 30 December 1899, as spreadsheets keep them (right from 1 March 1900 on); only where asked.
  case serial = "excel"
  /// Days since 1 January 1904, as spreadsheets of old Macs keep them; a file says itself that it does.
  case serial1904 = "excel-1904"

  /// What is understood where a mapping says nothing.
  public static let usual: [DateForm] = [.iso, .dayFirst, .compact, .compactMonth, .year, .monthYear]

  /// The days that a text may mean, written in one of these ways; nil when it is none of them.
  public static func days(_ text: String, _ forms: [DateForm]) -> ClosedRange<Day>? {
    guard let numbers = Numbers(text) else { return nil }
    for form in forms {
      if let days = form.days(numbers) { return days }
    }
    return nil
  }

  private func days(_ text: Numbers) -> ClosedRange<Day>? {
    switch (self, text.parts.count) {
    case (.iso, 3) where text.digits[0] == 4: Self.days(text.parts[0], text.parts[1], text.parts[2])
    case (.iso, 2) where text.digits[0] == 4: Self.days(text.parts[0], text.parts[1], 0)
    case (.dayFirst, 3) where text.digits[2] == 4: Self.days(text.parts[2], text.parts[1], text.parts[0])
    case (.monthFirst, 3) where text.digits[2] == 4: Self.days(text.parts[2], text.parts[0], text.parts[1])
    case (.monthYear, 2) where text.digits[1] == 4: Self.days(text.parts[1], text.parts[0], 0)
    case (.compact, 1) where text.digits[0] == 8:
      Self.days(text.parts[0] / 10_000, text.parts[0] / 100 % 100, text.parts[0] % 100)
    case (.compactMonth, 1) where text.digits[0] == 6: Self.days(text.parts[0] / 100, text.parts[0] % 100, 0)
    case (.year, 1) where text.digits[0] == 4: Self.days(text.parts[0], 0, 0)
    case (.serial, 1) where (61...2_958_465).contains(text.parts[0]):
      Self.serial(text.parts[0], from1904: false)
    case (.serial1904, 1) where (61...2_957_003).contains(text.parts[0]):
      Self.serial(text.parts[0], from1904: true)
    default: nil
    }
  }

  private static func serial(_ number: Int, from1904: Bool) -> ClosedRange<Day>? {
    SheetNumber.day(number, from1904: from1904).map { $0...$0 }
  }

  /// The days of a year, month and day of month, where 0 says that nobody knows. Years before 1850 or after
  /// 2200 are typing errors or codes and are left to be seen as they are; 9999 is a usual "no end".
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> ClosedRange<Day>? {
    guard (1850...2200).contains(year) || year == 9999 else { return nil }
    let months = month == 0 ? 1...12 : month...month
    guard day == 0 || month != 0,
      let first = Day(year: year, month: months.lowerBound, day: max(1, day)),
      (1...12).contains(months.upperBound),
      let last = Day(
        year: year, month: months.upperBound,
        day: day == 0 ? Day.length(ofMonth: months.upperBound, year: year) : day)
    else { return nil }
    return first...last
  }

  /// The numbers of a text like "01-02-2022", a time of day behind them left off.
  private struct Numbers {
    private(set) var parts: [Int] = []
    private(set) var digits: [Int] = []

    init?(_ text: String) {
      var value = 0
      var count = 0
      scan: for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          guard count < 9 else { return nil }
          value = value * 10 + Int(byte - UInt8(ascii: "0"))
          count += 1
          continue
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
          guard count > 0, parts.count < 2 else { return nil }
          close(&value, &count)
          continue
        case UInt8(ascii: " "), UInt8(ascii: "T"), UInt8(ascii: ","):
          guard count > 0, parts.count == 2 || parts.isEmpty, Self.endsInTime(text) else { return nil }
          break scan
        default: return nil
        }
      }
      guard count > 0 else { return nil }
      close(&value, &count)
      // Between signs a day or a month has at most two digits, and a year four.
      guard digits.count == 1 || digits.allSatisfy({ $0 <= 2 || $0 == 4 }) else { return nil }
      guard digits.count == 1 || digits.filter({ $0 == 4 }).count == 1 else { return nil }
    }

    private mutating func close(_ value: inout Int, _ count: inout Int) {
      parts.append(value)
      digits.append(count)
      (value, count) = (0, 0)
    }

    /// Whether what follows the first space or T is a time of day such as "13:45:00.000Z".
    private static func endsInTime(_ text: String) -> Bool {
      let rest = text.utf8.drop { $0 != 0x20 && $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: ",") }
        .dropFirst()
      return rest.contains(UInt8(ascii: ":"))
        && rest.allSatisfy { (48...57).contains($0) || ":.+-Z ".utf8.contains($0) }
    }
  }
}
