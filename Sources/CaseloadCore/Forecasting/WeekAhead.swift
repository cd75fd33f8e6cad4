/// The part of the week's page on which something stands.
public enum WeekGroup: String, CaseIterable, Sendable {
  /// It came due, today or before.
  case due
  /// It comes into view on a later day of this week, or is an appointment of today.
  case ahead
  /// It waits on us without a day.
  case waiting
  /// Who is out of sight by the end of the week if nobody talks with her.
  case outOfSight = "out-of-sight"

  /// Its heading.
  public var label: Phrase {
    switch self {
    case .due: Phrase("week.due", "Due")
    case .ahead: Phrase("week.ahead", "This week")
    case .waiting: Phrase("week.waiting", "Waits on us")
    case .outOfSight: Phrase("week.out-of-sight", "Out of sight by Sunday, if nobody talks with them")
    }
  }
}

/// Why something stands on the week's page.
public enum WeekReason: String, CaseIterable, Sendable {
  case appointment, back = "return", errand, contact, message, forgotten

  /// What is said of it.
  public var label: Phrase {
    switch self {
    case .appointment: Phrase("week.appointment", "appointment")
    case .back: Phrase("week.return", "returns from a pause")
    case .errand: Phrase("week.errand", "errand")
    case .contact: Phrase("week.contact", "contact due")
    case .message: Phrase("week.message", "message waits for an answer")
    case .forgotten: Phrase("week.forgotten", "out of sight")
    }
  }
}

/// A coach's week as its Monday asks for it, from today to Sunday, by the same rules as the worklists: what came due, what
/// comes this week, what waits on us, and who is out of sight by Sunday if nobody talks with her. What falls on a day on
/// which nobody attends to the coach's work stands on the first day after that somebody does.
public struct WeekAhead: Sendable {
  /// One line of it.
  public struct Item: Hashable, Sendable {
    /// The part of the page.
    public var group: WeekGroup
    /// Why.
    public var reason: WeekReason
    /// The day of it: when it is, came due, or when she goes out of sight; nil where it has none.
    public var day: Day?
    /// The errand, or what the message or the appointment says; empty for nothing.
    public var text: String

    init(_ group: WeekGroup, _ reason: WeekReason, _ day: Day?, _ text: String = "") {
      self.group = group
      self.reason = reason
      self.day = day
      self.text = text
    }
  }

  private let context: Context
  /// The Sunday with which the week ends.
  public let sunday: Day

  /// The week of a context's day.
  public init(_ context: Context) {
    self.context = context
    sunday = context.today.adding(days: 7 - context.today.weekday)
  }

  private var today: Day { context.today }

  /// What the week has of a client, from her record and the rules' facts; nothing of who is closed.
  public func items(_ record: ClientRecord, _ facts: Contactability.Facts) -> [Item] {
    if facts.isClosed { return [] }
    let contacts = record.contacts
    let appointments = contacts.filter { $0.kind == .appointment }.compactMap { contact -> Item? in
      guard let day = contact.held, day >= today, day <= sunday else { return nil }
      return Item(.ahead, .appointment, day, contact.story)
    }
    let messages = record.unanswered.filter { asksThisWeek($0.held ?? $0.logged, record.coach) }.map {
      Item(.waiting, .message, $0.held ?? $0.logged, $0.story)
    }
    return appointments + back(facts, record.coach) + errands(record.errands, record.coach)
      + contact(facts, record.coach) + messages + forgotten(facts)
  }

  /// The lines of errands of one coach, or of nobody in particular.
  public func errands(_ errands: [Errand], _ coach: String) -> [Item] {
    errands.filter { $0.done == nil }.compactMap { errand in
      guard let due = errand.asks else {
        return errand.waitingOn == .us ? Item(.waiting, .errand, nil, errand.text) : nil
      }
      return placed(.errand, due, coach, errand.text)
    }
  }

  private func placed(_ reason: WeekReason, _ due: Day, _ coach: String, _ text: String = "") -> Item? {
    guard let asks = context.calendar.asks(due, for: coach), asks <= sunday else { return nil }
    return asks <= today ? Item(.due, reason, due, text) : Item(.ahead, reason, asks, text)
  }

  /// Whether somebody attends to what came on a day before the week is over; what came without a day waits at once.
  private func asksThisWeek(_ day: Day?, _ coach: String) -> Bool {
    guard let day else { return true }
    return context.calendar.asks(day, for: coach).map { $0 <= sunday } ?? false
  }

  /// A return whose day is known; a partial one counts from the last day that it may be, as on @returned.
  private func back(_ facts: Contactability.Facts, _ coach: String) -> [Item] {
    guard facts.isPaused, let day = facts.returnsLatest else { return [] }
    return placed(.back, day, coach).map { [$0] } ?? []
  }

  /// Contact due by frequency: overdue today, or on the first day of this week on which she is.
  private func contact(_ facts: Contactability.Facts, _ coach: String) -> [Item] {
    for number in today.number...sunday.number {
      let day = Day(number: number)
      var then = facts
      then.held = context.calendar.held(day, for: coach)
      guard Contactability.overdue(then, on: day) == .yes else { continue }
      let isDue = day == today
      return [Item(isDue ? .due : .ahead, .contact, isDue ? overdueSince(facts) : day)]
    }
    return []
  }

  private func overdueSince(_ facts: Contactability.Facts) -> Day? {
    guard let from = facts.countsFrom, let weeks = facts.frequencyMost,
      let period = Contactability.weeks(weeks)
    else { return nil }
    return Contactability.forgottenFrom(from, after: period)
  }

  private func forgotten(_ facts: Contactability.Facts) -> [Item] {
    let after = context.settings.forgottenAfter.value
    guard Contactability.forgotten(facts, after: after, on: sunday) == .yes else { return [] }
    let since = facts.countsFrom.flatMap { Contactability.forgottenFrom($0, after: after) }
    return [Item(.outOfSight, .forgotten, since)]
  }

  /// Whether it is not known of a client if she is out of sight by Sunday.
  public func isUnknown(_ facts: Contactability.Facts) -> Bool {
    Contactability.forgotten(facts, after: context.settings.forgottenAfter.value, on: sunday) == .unknown
  }
}
