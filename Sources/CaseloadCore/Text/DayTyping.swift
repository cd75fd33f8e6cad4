extension Day {
  /// A day as people type it: `2026-11-20`, `20-11-2026`, `20-1-2026`; blanks around it do not matter. A month or a
  /// year alone is no day.
  public init?(typed text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 1, let days = FilterReading.dates(String(parts[0])),
      days.lowerBound == days.upperBound
    else { return nil }
    self = days.lowerBound
  }
}
