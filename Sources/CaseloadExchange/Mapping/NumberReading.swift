/// Reads whole numbers and ranges of them, as registers and people write them.
enum NumberReading {
  /// Words that may follow a number and say its unit, folded.
  private static let units: Set<String> = [
    "u", "uur", "uren", "hours", "hour", "h", "p/w", "pw", "per", "week", "weken", "weeks", "km", "kilometer",
    "minuten", "min", "min.", "minutes", "jaar", "years", "kinderen", "keer",
  ]

  /// "16", "16..24", "16-24", "16 tot 24", "16 t/m 24", "36,0", "24 uur per week"; a fraction is the interval
  /// between its neighbours. Nil for anything else, so that nothing is guessed.
  static func range(_ text: String) -> ClosedRange<Int>? {
    var parts = [text]
    for sign in ["...", "..", "–", "—", " t/m ", " tot ", " to ", "-"] {
      let split = self.split(text, sign)
      if split.count == 2, !(split[0].trimmed.isEmpty) {
        parts = split
        break
      }
    }
    guard let low = number(parts[0].trimmed) else { return nil }
    guard parts.count == 2 else { return low }
    guard let high = number(parts[1].trimmed), low.lowerBound <= high.upperBound else { return nil }
    return low.lowerBound...high.upperBound
  }

  private static func split(_ text: String, _ sign: String) -> [String] {
    let bytes = Array(text.utf8)
    let mark = Array(sign.utf8)
    guard bytes.count > mark.count else { return [text] }
    for index in 0...(bytes.count - mark.count) where Array(bytes[index..<index + mark.count]) == mark {
      return [
        String(decoding: bytes[..<index], as: UTF8.self),
        String(decoding: bytes[(index + mark.count)...], as: UTF8.self),
      ]
    }
    return [text]
  }

  private static func number(_ text: String) -> ClosedRange<Int>? {
    let words = text.split(separator: " ")
    guard let first = words.first, words.dropFirst().allSatisfy({ units.contains($0.lowercased()) }) else {
      return nil
    }
    var whole = 0
    var digits = 0
    var fraction: Int?
    for byte in first.utf8 {
      switch byte {
      case 48...57:
        digits += 1
        guard digits <= 9 else { return nil }
        if let part = fraction {
          fraction = part | Int(byte - 48)
        } else {
          whole = whole * 10 + Int(byte - 48)
        }
      case UInt8(ascii: ","), UInt8(ascii: "."):
        guard fraction == nil, digits > 0 else { return nil }
        fraction = 0
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    return fraction ?? 0 == 0 ? whole...whole : whole...(whole + 1)
  }
}
