import CaseloadCore

/// One stretch of experience as registers write it in a cell: "warehouse worker 3 jaar", "schilder (6 mnd)".
enum ExperienceReading {
  private static let years: Set<String> = ["jaar", "jaren", "jr", "j", "year", "years", "y", "yr", "yrs"]
  private static let months: Set<String> = ["maand", "maanden", "mnd", "month", "months", "mo"]
  /// Longer is no length of somebody's work, but a year or a number of something else.
  private static let longest = 70

  /// The occupation, with its length in months where the last words say one; otherwise all of it is the
  /// occupation, so that no word is lost.
  static func item(_ text: String) -> Experience {
    let words = text.split { $0 == " " || $0 == "(" || $0 == ")" }
    guard words.count >= 3, let unit = words.last.map({ Folding.key($0) }),
      let number = Int(words[words.count - 2]), (1...longest).contains(number)
    else { return Experience(occupation: text) }
    let occupation = words.dropLast(2).joined(separator: " ")
    if years.contains(unit) { return Experience(occupation: occupation, months: number * 12) }
    if months.contains(unit) { return Experience(occupation: occupation, months: number) }
    return Experience(occupation: text)
  }
}
