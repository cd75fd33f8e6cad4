/// What the absence of colleagues means for their clients (`AbsenceCalendar`): thresholds are worked out once for each
/// coach, so that a row costs a comparison.
extension Population {
  /// Where nobody attends today to the work of a row's coach, the last day on which somebody did.
  func held(at row: Int, _ context: Context) -> Day? {
    guard !context.calendar.isEmpty, case .text(let coach)? = content(places.coach, row) else { return nil }
    return context.calendar.held(context.today, for: coach)
  }

  /// The same for every row, as a day's number; where somebody attends, one after every day.
  func heldDays(_ context: Context) -> (Int) -> Int32 {
    guard !context.calendar.isEmpty, let code = column("coach")?.code else { return { _ in .max } }
    let days = code.entries.map { entry -> Int32 in
      guard entry.state == .recorded, case .text(let coach)? = entry.content else { return .max }
      return context.calendar.held(context.today, for: coach)?.number ?? .max
    }
    if days.allSatisfy({ $0 == .max }) { return { _ in .max } }
    return { days[code.codes[$0]] }
  }

  /// The coaches to whose work nobody attends today, each with the last day on which somebody did.
  func heldCoaches(_ context: Context) -> [String: Day] {
    guard !context.calendar.isEmpty else { return [:] }
    let names = Set(context.calendar.absences.map(\.colleague))
    return names.reduce(into: [:]) { $0[$1] = context.calendar.held(context.today, for: $1) }
  }

  /// The rows of coaches who pass; a coach who is not recorded does not.
  func coachBits(_ passes: (String) -> Bool) -> Bits {
    guard let code = column("coach")?.code else { return Bits(.no, words: (rows + 63) / 64) }
    return code.bits { entry in
      guard entry.state == .recorded, case .text(let coach)? = entry.content else { return .no }
      return Truth(passes(coach))
    }
  }

  /// Paused, and the return day has come.
  func returned(_ context: Context) -> Bits {
    var result = bits(
      .test("status", .choices([.one("paused")])), Scope(context: context, links: FilterLinks()))
    guard let returns = column("return")?.days else { return Bits(.unknown, words: (rows + 63) / 64) }
    let held = heldDays(context)
    // Few are paused: of the others no day is looked at.
    let mayBe = zip(result.yes, result.unknown).map { $0 | $1 }
    result.formAnd(
      Bits(rows: rows) { row in
        if mayBe[row >> 6] & (1 << UInt64(row & 63)) == 0 { return .no }
        guard let days = returns.days(row) else { return .unknown }
        let last = min(context.today.number, held(row))
        return days.upperBound.number <= last ? .yes : days.lowerBound.number <= last ? .unknown : .no
      })
    return result
  }
}

/// What comes due for a colleague's own clients in the days of an absence, as far as that is known now.
public struct DuringAbsence: Hashable, Sendable {
  /// An appointment.
  public struct Appointment: Hashable, Sendable {
    /// With whom.
    public var client: ClientNumber
    /// On which day.
    public var day: Day
  }

  /// The appointments, by day: they do not wait by themselves.
  public var appointments: [Appointment] = []
  /// Clients whose earliest open errand asks for attention then.
  public var errands = 0
  /// Clients who return from a pause.
  public var returns = 0
  /// Clients whose weeks without a conversation are over.
  public var contacts = 0

  /// Nothing comes due.
  public init() {}

  /// How many that are.
  public var count: Int { appointments.count + errands + returns + contacts }
}

extension Population {
  /// The rows of a coach's own clients.
  public func clients(ofCoach name: String) -> Selection {
    Selection(words: coachBits { $0 == name }.yes, rows: rows).intersection(alive)
  }

  /// The coach of the client of a row; empty where none is recorded.
  public func coach(at row: Int) -> String {
    if case .text(let name)? = content(places.coach, row) { name } else { "" }
  }

  /// What comes due for a colleague's own clients in the days of an absence, those that are over left out.
  public func due(during absence: Absence, _ context: Context) -> DuringAbsence {
    var due = DuringAbsence()
    let first = max(absence.first, context.today)
    guard first <= absence.days.upperBound else { return due }
    let days = first...absence.days.upperBound
    clients(ofCoach: absence.colleague).forEach { row in
      let (facts, summary) = (contactability(at: row, context), summary(at: row))
      for day in summary.appointments where days.contains(day) {
        due.appointments.append(.init(client: number(at: row), day: day))
      }
      if summary.nextErrand.map(days.contains) == true { due.errands += 1 }
      if facts.isPaused, facts.returnsLatest.map(days.contains) == true { due.returns += 1 }
      if Contactability.overdueFrom(facts).map(days.contains) == true { due.contacts += 1 }
    }
    due.appointments.sort { ($0.day, $0.client) < ($1.day, $1.client) }
    return due
  }
}
