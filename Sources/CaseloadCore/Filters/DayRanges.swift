extension DayTest {
  /// Fields that lie ahead: a duration compares the time until them and lets pass only days from today on. For
  /// all other days it compares the time since; a day in the future counts as shorter ago than any.
  static let ahead: Set<FieldID> = [
    "exemption", "return", "licence-until", "available", "next", "plan-review",
  ]

  /// The day numbers that pass; nil where none does. "Longer ago than a period" means what `LastSeen` means by
  /// it: the day + the period is before today.
  func range(today: Day, isAhead: Bool) -> ClosedRange<Int>? {
    let first = Int(Day.earliest.number)
    let last = Int(Day.latest.number)
    let now = Int(today.number)
    switch self {
    case .dates(let from, let to):
      return Threshold.range(from.map { Int($0.number) } ?? first, to.map { Int($0.number) } ?? last)
    case .today(let comparison):
      return Self.range(comparison, now, now, first, last)
    case .period(let comparison, let period):
      if isAhead {
        let bound = Int(today.adding(period).number)
        return Self.range(comparison, bound, bound, now, last)
      }
      // Longer ago means an earlier day: the comparison turns round.
      return Self.range(
        comparison.turned, Self.older(period, today) + 1, Self.olderOrEqual(period, today), first, last)
    case .periods(let shortest, let longest):
      if isAhead {
        return Threshold.range(Int(today.adding(shortest).number), Int(today.adding(longest).number))
      }
      return Threshold.range(Self.older(longest, today) + 1, Self.olderOrEqual(shortest, today))
    }
  }

  /// The last day that is longer ago than a period.
  static func older(_ period: Period, _ today: Day) -> Int { Threshold.last { $0.adding(period) < today } }
  private static func olderOrEqual(_ period: Period, _ today: Day) -> Int {
    Threshold.last { $0.adding(period) <= today }
  }

  /// The numbers from `first` to `last` that compare so with the numbers `low...high` that are equal.
  private static func range(_ comparison: Comparison, _ low: Int, _ high: Int, _ first: Int, _ last: Int)
    -> ClosedRange<Int>?
  {
    switch comparison {
    case .less: Threshold.range(first, low - 1)
    case .lessOrEqual: Threshold.range(first, high)
    case .equal: Threshold.range(max(low, first), high)
    case .greaterOrEqual: Threshold.range(max(low, first), last)
    case .greater: Threshold.range(max(high + 1, first), last)
    }
  }
}

extension Comparison {
  /// The comparison with its sides exchanged.
  var turned: Comparison {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .equal: .equal
    case .greaterOrEqual: .lessOrEqual
    case .greater: .less
    }
  }
}
