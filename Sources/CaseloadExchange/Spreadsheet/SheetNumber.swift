import CaseloadCore

/// The number of a cell as whoever looks at the sheet sees it: its digits, a day, a time.
enum SheetNumber {
  /// The text of a number in a form; what is no number at all is given back as it is.
  static func text(_ raw: String, _ form: SheetFormats.Form, from1904: Bool) -> String {
    switch form {
    case .plain: return plain(raw)
    case .mask(let mask):
      let digits = plain(raw)
      return digits.utf8.allSatisfy { (48...57).contains($0) } ? mask.text(digits) : digits
    case .percent: return Double(raw).map { plain("\($0 * 100)") + "%" } ?? raw
    case .day, .dayAndTime, .time: return time(raw, form, from1904: from1904) ?? plain(raw)
    }
  }

  /// Digits without an exponent: a telephone number that is kept as a number keeps them all. A fraction is
  /// rounded to the fifteen digits that a spreadsheet shows.
  static func plain(_ raw: String) -> String {
    guard var number = Decimal(raw) else { return raw }
    if number.isInexact { number.round(to: 15) }
    return number.text
  }

  /// The first day that is counted, and how many seconds a day has.
  private static func time(_ raw: String, _ form: SheetFormats.Form, from1904: Bool) -> String? {
    guard let value = Double(raw), value >= 0, value < 2_958_466 else { return nil }
    // Rounded to whole seconds: 0.1 s is less than any spreadsheet shows by itself.
    var seconds = Int((value * 86_400).rounded())
    let day = seconds / 86_400
    seconds %= 86_400
    let clock = "\(two(seconds / 3600)):\(two(seconds / 60 % 60))"
    let time = seconds % 60 == 0 ? clock : clock + ":\(two(seconds % 60))"
    if form == .time { return time }
    guard let date = self.day(day, from1904: from1904) else { return nil }
    return seconds == 0 ? date.iso : "\(date.iso) \(time)"
  }

  /// The day of a serial. Counted from 1900, serial 60 is a 29 February that never was, and those before it are
  /// a day behind the rest.
  static func day(_ serial: Int, from1904: Bool) -> Day? {
    if from1904 { return Day(year: 1904, month: 1, day: 1)?.adding(days: serial) }
    guard serial > 0, serial != 60 else { return nil }
    return Day(year: 1899, month: 12, day: serial < 60 ? 31 : 30)?.adding(days: serial)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// A number as decimal digits, so that no digit is lost in between.
  private struct Decimal {
    var isNegative = false
    var digits: [UInt8] = []
    /// Where the point stands: so many digits are before it (below zero: noughts behind it).
    var point = 0
    /// It was written with a fraction or an exponent, as a calculation leaves it.
    var isInexact = false

    init?(_ text: String) {
      var exponent = 0
      var seenPoint = false
      var hasDigits = false
      var bytes = Array(text.utf8)[...]
      if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        isNegative = sign == UInt8(ascii: "-")
        bytes.removeFirst()
      }
      while let byte = bytes.first {
        switch byte {
        case 48...57:
          hasDigits = true
          if !digits.isEmpty || byte != 48 { digits.append(byte) } else if seenPoint { point -= 1 }
          if !seenPoint, !digits.isEmpty { point += 1 }
        case UInt8(ascii: "."):
          guard !seenPoint else { return nil }
          seenPoint = true
          isInexact = true
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
          guard let value = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)), abs(value) < 400 else {
            return nil
          }
          exponent = value
          isInexact = true
          bytes = bytes.suffix(1)
        default: return nil
        }
        bytes.removeFirst()
      }
      guard hasDigits, digits.count < 400 else { return nil }
      point += exponent
      trim()
    }

    private mutating func trim() {
      while digits.last == 48 { digits.removeLast() }
      if digits.isEmpty { (point, isNegative) = (0, false) }
    }

    mutating func round(to count: Int) {
      guard digits.count > count else { return }
      let up = digits[count] >= 53
      digits.removeSubrange(count...)
      if up {
        var place = count - 1
        while place >= 0, digits[place] == 57 {
          digits[place] = 48
          place -= 1
        }
        if place >= 0 {
          digits[place] += 1
        } else {
          digits.insert(49, at: 0)
          point += 1
        }
      }
      trim()
    }

    var text: String {
      let noughts = { [UInt8](repeating: 48, count: max(0, $0)) }
      let before = point <= 0 ? [48] : digits.prefix(point) + noughts(point - digits.count)
      let after = point >= digits.count ? [] : noughts(-point) + digits.dropFirst(max(0, point))
      let sign: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
      return String(
        decoding: sign + before + (after.isEmpty ? [] : [UInt8(ascii: ".")] + after), as: UTF8.self)
    }
  }
}
