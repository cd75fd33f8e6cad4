/// Who is away when, and what that means for what is due. A day is *attended* for a coach where she is not away, or a
/// stand-in is there who is not away herself; a weekend behind days that are not attended belongs to them. What is due
/// on a day that is not attended waits for the next one that is, so that a list of the team accuses nobody who is away,
/// and on the day she is back all of it is there. Names are compared as a scope compares them: letter by letter.
public struct AbsenceCalendar: Hashable, Sendable {
  /// All absences.
  public let absences: [Absence]
  /// For each colleague the stretches of days that are not attended, as numbers, ascending, with a gap between.
  private let unattended: [String: [ClosedRange<Int>]]

  /// A calendar of absences.
  public init(_ absences: [Absence] = []) {
    self.absences = absences
    var unattended: [String: [ClosedRange<Int>]] = [:]
    for colleague in Set(absences.map(\.colleague)) {
      let own = absences.filter { $0.colleague == colleague }
      let covered = own.filter { !$0.standIn.isEmpty && $0.standIn != colleague }.flatMap { absence in
        Self.away(absence.standIn, absences).reduce([Self.numbers(absence)]) { Self.subtract($1, from: $0) }
      }
      let alone = covered.reduce(Self.away(colleague, absences)) { Self.subtract($1, from: $0) }
      let whole = RangeSet(alone.map(Self.withWeekend)).ranges
      if !whole.isEmpty { unattended[colleague] = whole }
    }
    self.unattended = unattended
  }

  private static func numbers(_ absence: Absence) -> ClosedRange<Int> {
    Int(absence.days.lowerBound.number)...Int(absence.days.upperBound.number)
  }

  private static func away(_ colleague: String, _ absences: [Absence]) -> [ClosedRange<Int>] {
    RangeSet(absences.filter { $0.colleague == colleague }.map(numbers)).ranges
  }

  private static func subtract(_ part: ClosedRange<Int>, from ranges: [ClosedRange<Int>]) -> [ClosedRange<
    Int
  >] {
    ranges.flatMap { range -> [ClosedRange<Int>] in
      guard range.overlaps(part) else { return [range] }
      return [
        Threshold.range(range.lowerBound, part.lowerBound - 1),
        Threshold.range(part.upperBound + 1, range.upperBound),
      ].compactMap { $0 }
    }
  }

  private static func withWeekend(_ range: ClosedRange<Int>) -> ClosedRange<Int> {
    var end = Day(number: Int32(clamping: range.upperBound))
    while end < .latest, end.adding(days: 1).weekday > 5 { end = end.adding(days: 1) }
    return range.lowerBound...max(range.upperBound, Int(end.number))
  }

  private func stretch(_ coach: String, _ day: Day) -> ClosedRange<Int>? {
    unattended[coach]?.first { $0.contains(Int(day.number)) }
  }

  /// Nobody is away.
  public var isEmpty: Bool { absences.isEmpty }

  /// The absence of a colleague that a day is of.
  public func absence(of colleague: String, on day: Day) -> Absence? {
    absences.first { $0.colleague == colleague && $0.contains(day) }
  }

  /// The absence of a colleague for whom somebody stands in on a day: the colleague's clients are in that one's
  /// caseload, too.
  public func covered(_ colleague: String, on day: Day) -> Absence? {
    absences.first {
      $0.colleague == colleague && $0.contains(day) && !$0.standIn.isEmpty && $0.standIn != colleague
    }
  }

  /// The colleagues for whom somebody stands in on a day, by name.
  public func colleagues(coveredBy standIn: String, on day: Day) -> [String] {
    let names = absences.filter {
      !standIn.isEmpty && $0.standIn == standIn && $0.colleague != standIn && $0.contains(day)
    }.map(\.colleague)
    return Set(names).sorted()
  }

  /// The day on which something asks for attention that is due on a day for a coach; nil where it does not before her
  /// absence gets an end.
  public func asks(_ due: Day, for coach: String) -> Day? {
    guard let stretch = stretch(coach, due) else { return due }
    return stretch.upperBound < Int(Day.latest.number)
      ? Day(number: Int32(clamping: stretch.upperBound + 1)) : nil
  }

  /// On a day that is not attended for a coach, the last one before it that was: what is due later waits. Nil where
  /// the day is attended. `asks(due) <= today` says the same of one due day as `due <= held(today) ?? today`.
  public func held(_ today: Day, for coach: String) -> Day? {
    stretch(coach, today).map { Day(number: Int32(clamping: $0.lowerBound - 1)) }
  }

  /// The absences that are not over on a day, by their first day.
  public func notOver(on day: Day) -> [Absence] {
    absences.filter { $0.last.map { $0 >= day } ?? true }
      .sorted { ($0.first, $0.colleague, $0.id) < ($1.first, $1.colleague, $1.id) }
  }
}
