/// Days on which a colleague is away, and who stands in. Why she is away is never kept: a worker's illness is a datum
/// about health (GDPR art. 9), and nobody needs it to take over her work.
public struct Absence: Hashable, Sendable, Codable {
  /// Its id in the store; 0 before it is stored.
  public var id: Int64
  /// Who is away.
  public var colleague: String
  /// The first day.
  public var first: Day
  /// The last day; nil: until further notice.
  public var last: Day?
  /// Who stands in; empty where nobody does.
  public var standIn: String

  /// An absence.
  public init(id: Int64 = 0, colleague: String, first: Day, last: Day?, standIn: String = "") {
    self.id = id
    self.colleague = colleague
    self.first = first
    self.last = last
    self.standIn = standIn
  }

  /// Whether a day is one of it.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last ?? .latest }

  /// The days of it.
  public var days: ClosedRange<Day> { first...max(first, last ?? .latest) }

  /// What cannot be kept.
  public enum Refusal: Hashable, Sendable {
    /// Nobody is named.
    case nobody
    /// It ends before it begins.
    case endsBefore
    /// Nobody stands in for herself.
    case oneself
    /// She is away already in these days.
    case overlaps(Absence)

    /// Why, in words; a place for the days of the other absence.
    public var phrase: Phrase {
      switch self {
      case .nobody: Phrase("absence.nobody", "Who is away?")
      case .endsBefore: Phrase("absence.ends-before", "The last day is not before the first.")
      case .oneself: Phrase("absence.oneself", "Nobody stands in for oneself.")
      case .overlaps:
        Phrase("absence.overlaps", "{0} is away already: {1}. Change that one.")
      }
    }

    /// What stands at the places of the phrase.
    public func parts(_ context: Context) -> [String] {
      guard case .overlaps(let other) = self else { return [] }
      return [other.colleague, AbsenceText.days(other, context)]
    }
  }

  /// Why it cannot be kept beside others; nil where it can.
  public func refusal(among others: [Absence]) -> Refusal? {
    if colleague.isEmpty { return .nobody }
    if let last, last < first { return .endsBefore }
    if standIn == colleague { return .oneself }
    return others.first { $0.id != id && $0.colleague == colleague && $0.days.overlaps(days) }
      .map { .overlaps($0) }
  }

  /// The same as it is where she is back on a day; nil where nothing is left of it.
  public func ended(backOn day: Day) -> Absence? {
    guard day > first else { return nil }
    var ended = self
    ended.last = min(last ?? .latest, day.adding(days: -1))
    return ended
  }
}

/// The words of absences, the same on the screen and in the shell.
public enum AbsenceText {
  private static let further = Phrase("absence.further", "from {0}, until further notice")
  private static let until = Phrase("absence.until", "until {0}")
  private static let openEnd = Phrase("absence.until-notice", "until further notice")

  /// "23 Nov – 4 Dec", "from 23 Nov, until further notice".
  public static func days(_ absence: Absence, _ context: Context) -> String {
    guard let last = absence.last else {
      return further.text(in: context.language, [DayText.short(absence.first, context)])
    }
    return DayText.interval(absence.first...max(absence.first, last), context)
  }

  /// "until 4 Dec", "until further notice".
  public static func until(_ absence: Absence, _ context: Context) -> String {
    absence.last.map { until.text(in: context.language, [DayText.short($0, context)]) }
      ?? openEnd.text(in: context.language)
  }
}
