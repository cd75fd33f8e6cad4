/// A set of whole numbers as ranges that do not touch, ascending: what a test of a day or a number lets pass.
struct RangeSet: Equatable {
  private(set) var ranges: [ClosedRange<Int>] = []

  /// The union of these ranges.
  init(_ parts: [ClosedRange<Int>]) {
    for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, last.upperBound == Int.max || part.lowerBound <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, part.upperBound)
      } else {
        ranges.append(part)
      }
    }
  }

  /// Whether a value passes that may be any of `possible`: yes if all pass, no if none does.
  func contains(allOf possible: ClosedRange<Int>) -> Truth {
    for range in ranges where range.overlaps(possible) {
      let all = range.lowerBound <= possible.lowerBound && possible.upperBound <= range.upperBound
      return all ? .yes : .unknown
    }
    return .no
  }

  /// Whether any of `wish` passes.
  func contains(anyOf wish: ClosedRange<Int>) -> Bool { ranges.contains { $0.overlaps(wish) } }
}

/// Thresholds of calendar comparisons: a period after a day grows with the day, so each comparison lets pass
/// one range of days, found once by halving and then compared as plain numbers.
enum Threshold {
  /// The largest day number for which `holds`, which is true up to some day and false after it; one below the
  /// first day where it never is.
  static func last(where holds: (Day) -> Bool) -> Int {
    var low = Int(Day.earliest.number) - 1
    var high = Int(Day.latest.number)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if holds(Day(number: Int32(middle))) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The range from `low` to `high`; nil where it is empty.
  static func range(_ low: Int, _ high: Int) -> ClosedRange<Int>? { low <= high ? low...high : nil }
}
