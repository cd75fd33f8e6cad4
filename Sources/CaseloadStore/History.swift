import CaseloadCore

/// The days between which a client's contacts are known here. What is known now is what reaches to the end:
/// after a gap only the later stretch counts, for within the gap a conversation may have been held.
enum History {
  /// The history after another stretch became known.
  static func joined(_ known: ClosedRange<Day>?, _ more: ClosedRange<Day>) -> ClosedRange<Day> {
    guard let known else { return more }
    let touches =
      more.lowerBound <= known.upperBound.adding(days: 1)
      && known.lowerBound <= more.upperBound.adding(days: 1)
    if touches {
      return min(known.lowerBound, more.lowerBound)...max(known.upperBound, more.upperBound)
    }
    return known.upperBound > more.upperBound ? known : more
  }

  /// As kept in `import_touch`: `2026-01-01..2026-06-30`.
  static func text(_ days: ClosedRange<Day>?) -> String? {
    days.map { $0.lowerBound.iso + ".." + $0.upperBound.iso }
  }

  static func read(_ text: String) -> ClosedRange<Day>? {
    guard case .days(let days)? = ContentText.content(text, kind: .day) else { return nil }
    return days
  }
}
