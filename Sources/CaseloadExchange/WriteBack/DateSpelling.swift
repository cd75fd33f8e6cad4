import CaseloadCore

extension DateForm {
  /// How these days are written so, the likeliest first; empty where this way cannot say them.
  func texts(_ days: ClosedRange<Day>) -> [String] {
    DateSpelling(form: self, sign: self == .monthFirst ? "/" : "-").text(days).map { [$0] } ?? []
  }
}

/// A way to write days, with the sign that stands between the numbers.
struct DateSpelling: Hashable {
  let form: DateForm
  let sign: String

  /// The way in which a day is written here; nil where it is no plain day, as with a time behind it.
  init?(of text: String, _ forms: [DateForm]) {
    guard let form = forms.first(where: { DateForm.days(text, [$0]) != nil }) else { return nil }
    guard let sign = text.unicodeScalars.first(where: { !("0"..."9").contains($0) }) else {
      self.init(form: form, sign: "-")
      return
    }
    guard ["-", "/", "."].contains(sign) else { return nil }
    self.init(form: form, sign: String(sign))
  }

  init(form: DateForm, sign: String) {
    self.form = form
    self.sign = sign
  }

  /// The text of a day, or of a month or year that is all that is known; nil where this way cannot say it.
  func text(_ days: ClosedRange<Day>) -> String? {
    let (first, last) = (days.lowerBound.parts, days.upperBound.parts)
    let (year, month) = (Self.digits(first.year, 4), Self.digits(first.month, 2))
    if days.lowerBound == days.upperBound {
      let day = Self.digits(first.day, 2)
      switch form {
      case .iso: return [year, month, day].joined(separator: sign)
      case .dayFirst: return [day, month, year].joined(separator: sign)
      case .monthFirst: return [month, day, year].joined(separator: sign)
      case .compact: return year + month + day
      case .serial: return Self.serial(days.lowerBound, from1904: false)
      case .serial1904: return Self.serial(days.lowerBound, from1904: true)
      case .compactMonth, .year, .monthYear: return nil
      }
    }
    guard first.year == last.year, first.day == 1 else { return nil }
    if first.month == 1, last.month == 12, last.day == 31 {
      switch form {
      case .iso: return [year, "00", "00"].joined(separator: sign)
      case .dayFirst: return ["00", "00", year].joined(separator: sign)
      case .compact: return year + "0000"
      case .year: return year
      case .monthFirst, .compactMonth, .monthYear, .serial, .serial1904: return nil
      }
    }
    guard first.month == last.month, last.day == Day.length(ofMonth: last.month, year: last.year) else {
      return nil
    }
    switch form {
    case .iso: return year + sign + month
    case .dayFirst: return ["00", month, year].joined(separator: sign)
    case .compact: return year + month + "00"
    case .compactMonth: return year + month
    case .monthYear: return month + sign + year
    case .monthFirst, .year, .serial, .serial1904: return nil
    }
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }

  /// The number of a day as a spreadsheet counts it.
  private static func serial(_ day: Day, from1904: Bool) -> String? {
    let start = from1904 ? Day(year: 1904, month: 1, day: 1) : Day(year: 1899, month: 12, day: 30)
    return start.map { String(day.days(since: $0)) }
  }
}
