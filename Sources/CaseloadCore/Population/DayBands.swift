/// The stretches by which days are counted.
public enum DayUnit: String, CaseIterable, Sendable, Hashable {
  case week, month, year

  /// The first day of the stretch that a day lies in. Weeks begin on Monday.
  func start(of day: Day) -> Day {
    let (year, month, _) = day.parts
    switch self {
    case .week: return day.adding(days: 1 - day.weekday)
    case .month: return Day(year: year, month: month, day: 1) ?? day
    case .year: return Day(year: year, month: 1, day: 1) ?? day
    }
  }

  /// The first day of the stretch that lies so many further.
  func start(_ first: Day, movedBy count: Int) -> Day {
    switch self {
    case .week: first.adding(days: 7 * count)
    case .month: first.adding(months: count)
    case .year: first.adding(months: 12 * count)
    }
  }
}

/// The bars of a field of days: weeks, months or years, from today outwards, each with a filter that is a range of
/// days.
struct DayBands {
  let field: Field
  let unit: DayUnit
  let today: Day
  /// The most stretches; what lies beyond is one bar.
  let most: Int

  /// The stretches in which a field is read best.
  static func unit(of field: FieldID) -> DayUnit {
    switch field {
    case "next", "return": .week
    case "birth", "youngest", "benefit", "licence-until": .year
    default: .month
    }
  }

  /// The most stretches of a whole table.
  static func most(_ unit: DayUnit) -> Int {
    switch unit {
    case .week: 26
    case .month: 36
    case .year: 80
    }
  }

  /// The bars, without their rows, for days that lie between `bounds`: from the stretch nearest to today outwards,
  /// empty ones in between included, for a gap in a row of months says something too.
  func bars(_ bounds: ClosedRange<Day>) -> [FacetBits] {
    let isAhead = DayTest.ahead.contains(field.id)
    let (first, last) = (bounds.lowerBound, bounds.upperBound)
    let nearest = isAhead ? min(max(today, first), last) : max(min(today, last), first)
    let step = isAhead ? 1 : -1
    var start = unit.start(of: nearest)
    var bars: [FacetBits] = []
    // What lies on the other side of today is not what one looks for, but is there.
    if isAhead, first < start { bars.append(bar(.before(start, unit), nil, start.adding(days: -1))) }
    let next = unit.start(start, movedBy: 1)
    if !isAhead, last >= next { bars.append(bar(.since(next, unit), next, nil)) }
    for count in 1...max(1, most) {
      let end = unit.start(start, movedBy: 1)
      bars.append(bar(.stretch(start, unit), start, end.adding(days: -1)))
      if isAhead ? end > last : start <= first { break }
      if count == most {
        bars.append(
          isAhead ? bar(.since(end, unit), end, nil) : bar(.before(start, unit), nil, start.adding(days: -1)))
        break
      }
      let moved = unit.start(start, movedBy: step)
      // The calendar ends here.
      if moved == start { break }
      start = moved
    }
    return bars
  }

  private func bar(_ label: Facet.Label, _ from: Day?, _ to: Day?) -> FacetBits {
    FacetBits(
      code: (from?.iso ?? "") + ".." + (to?.iso ?? ""), label: label,
      filter: .test(field.id, .days([.dates(from: from, to: to)])), isState: false, rows: Selection(rows: 0))
  }
}

extension Facet {
  /// The stretches in which a field of days is counted as long as nothing else is asked.
  public static func unit(of field: FieldID) -> DayUnit { DayBands.unit(of: field) }
}
