extension Forecast {
  /// What the forecast reads of one client.
  public struct Client: Hashable, Sendable {
    /// Who she is.
    public var number: ClientNumber
    /// What the rules about being out of sight read of her.
    public var facts: Contactability.Facts
    /// The days of her appointments from today on.
    public var appointments: [Day]

    /// A client.
    public init(number: ClientNumber, facts: Contactability.Facts, appointments: [Day]) {
      self.number = number
      self.facts = facts
      self.appointments = appointments
    }

    /// The weeks between conversations; nil where they are not known, or not to the week.
    var weeks: Int? {
      guard let fewest = facts.frequency, fewest == facts.frequencyMost, fewest > 0 else { return nil }
      return fewest
    }
  }

  /// On which days a coach works: Monday to Friday, the days on which she is away left out.
  public struct CoachDays: Sendable {
    /// Who is away when.
    public var calendar: AbsenceCalendar
    /// The coach, as an absence names her.
    public var coach: String

    /// The days of a coach.
    public init(_ calendar: AbsenceCalendar, coach: String) {
      self.calendar = calendar
      self.coach = coach
    }

    /// Whether the coach herself has conversations on a day.
    public func works(on day: Day) -> Bool {
      day.weekday <= 5 && calendar.absence(of: coach, on: day) == nil
    }

    /// Whether an appointment on a day is kept: the coach is there, or somebody who stands in.
    public func isAttended(_ day: Day) -> Bool { calendar.held(day, for: coach) == nil }

    /// How many of some days the coach worked.
    public func worked(in days: ClosedRange<Day>) -> Int {
      var count = 0
      for number in days.lowerBound.number...days.upperBound.number where works(on: Day(number: number)) {
        count += 1
      }
      return count
    }
  }
}

extension Contactability.Facts {
  /// The day from which the time out of sight counts: last seen, or the start; of who is paused the return day where
  /// that is later. Nil where it is not known to the day.
  var countsFrom: Day? {
    guard let days = lastSeen.countsFrom, days.lowerBound == days.upperBound else { return nil }
    guard isPaused else { return days.lowerBound }
    guard let returns, returns == returnsLatest else { return nil }
    return max(days.lowerBound, returns)
  }
}

extension Contactability {
  /// The first day on which a client who counts from a day is forgotten: the day after that day + `after`, clamped to the
  /// month's end. Nil where the calendar ends before.
  static func forgottenFrom(_ day: Day, after: Period) -> Day? {
    let last = day.adding(after)
    return last < .latest ? last.adding(days: 1) : nil
  }
}

extension Contactability {
  /// The first day on which contact with a client is overdue (`overdue(_:on:)`); nil where she is closed, has an
  /// appointment, or it is not known to the day.
  static func overdueFrom(_ facts: Facts) -> Day? {
    guard !facts.isClosed, facts.appointment == nil, let from = facts.countsFrom,
      let weeks = facts.frequency, weeks == facts.frequencyMost, let period = Self.weeks(weeks)
    else { return nil }
    return forgottenFrom(from, after: period)
  }
}

extension Population {
  /// What the forecast reads of the client of a row.
  public func forecastClient(at row: Int, _ context: Context) -> Forecast.Client {
    Forecast.Client(
      number: number(at: row), facts: contactability(at: row, context),
      appointments: summary(at: row).appointments.filter { $0 >= context.today })
  }
}
