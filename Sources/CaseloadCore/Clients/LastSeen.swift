/// When a client was last seen, as far as it is known: a day, never, or an interval of what it may be
/// (product.md, "What counts as seen").
public struct LastSeen: Hashable, Sendable {
  /// Day of the latest conversation known.
  public let known: Day?
  /// The day from which "never" is counted: the earliest of intake, benefit start and first assignment.
  public let start: Day?
  /// The latest day that `start` may be, where the days it comes from are partial; else `start` itself.
  public let startLatest: Day?
  /// Where a later conversation may have been held than the one known (an unconfirmed contact, or time before
  /// the history begins): the latest day on which it may have been. Nil where `known`, or never, is certain.
  public let mayBeUntil: Day?
  /// Whether it is known from some day on which contacts there were. Without that, and without a conversation
  /// that is known, last seen is unknown, however short ago the client came (product.md, "History since").
  public let hasHistory: Bool
  /// Day of an unconfirmed contact later than the conversation known, where there is one: it may have been one.
  public let unconfirmed: Day?

  /// Works out the possibilities. `today` bounds them where no history is known at all.
  public init(summary: Summary, start: Day?, startLatest: Day? = nil, today: Day) {
    self.init(
      known: summary.lastConversation, unconfirmed: summary.latestUnconfirmed,
      historySince: summary.historySince, start: start, startLatest: startLatest, today: today)
  }

  /// The same of conversations for which a colleague took the initiative (product.md, *Quiet*): one of which that is
  /// not recorded may have been one.
  public init(oursOf summary: Summary, start: Day?, startLatest: Day? = nil, today: Day) {
    self.init(
      known: summary.lastOurs,
      unconfirmed: [summary.latestUnconfirmed, summary.lastUnsure].compactMap(\.self).max(),
      historySince: summary.historySince, start: start, startLatest: startLatest, today: today)
  }

  /// As above, from the plain days.
  public init(
    known: Day?, unconfirmed: Day?, historySince: Day?, start: Day?, startLatest: Day? = nil, today: Day
  ) {
    let beforeHistory = historySince?.adding(days: -1) ?? today
    let latest = max(beforeHistory, unconfirmed ?? beforeHistory)
    // A conversation before the client came to us would not be ours to count.
    let floor = known ?? start?.adding(days: -1)
    self.known = known
    hasHistory = historySince != nil
    self.start = start
    self.startLatest = startLatest ?? start
    self.mayBeUntil = floor.map { latest > $0 } ?? true ? latest : nil
    self.unconfirmed = unconfirmed.flatMap { day in floor.map { day > $0 } ?? true ? day : nil }
  }

  /// Certainly no conversation since the client came.
  public var isNever: Bool { known == nil && mayBeUntil == nil }

  /// The days from which the time since she was last seen may count: from the latest conversation, or from the
  /// start where there was none. Nil where there is nothing to count from.
  public var countsFrom: ClosedRange<Day>? {
    guard let lowest = known ?? (hasHistory ? start : nil) else { return nil }
    let highest = max(known ?? startLatest ?? lowest, mayBeUntil ?? lowest)
    return lowest...max(lowest, highest)
  }

  /// Whether the latest conversation (or the start, where there was none) is more than `period` before
  /// `today`: from the day after that day + period, clamped to the month's end. Without a start day a client
  /// never seen is unknown: there is nothing to count from. Unknown where only some of the days that it may be
  /// are that long ago.
  public func isLongerAgo(than period: Period, on today: Day) -> Truth {
    guard let days = countsFrom else { return .unknown }
    guard days.lowerBound.adding(period) < today else { return .no }
    return days.upperBound.adding(period) < today ? .yes : .unknown
  }
}

/// The rules about who is out of sight, in one place for list, pane, report and shell.
public enum Contactability {
  /// What the rules read of a client.
  public struct Facts: Hashable, Sendable {
    /// Recorded as closed.
    public var isClosed: Bool
    /// Recorded as paused.
    public var isPaused: Bool
    /// The day a paused client returns; the earliest it may be where that is partial.
    public var returns: Day?
    /// The latest that day may be.
    public var returnsLatest: Day?
    /// When she was last seen.
    public var lastSeen: LastSeen
    /// The contact frequency in weeks: the client's own, else the track's; nil where neither is known.
    /// Where partial, the fewest weeks it may be.
    public var frequency: Int?
    /// The most weeks it may be.
    public var frequencyMost: Int?
    /// The next appointment on or after today.
    public var appointment: Day?
    /// Where nobody attends to the coach's work today, the last day on which somebody did: what came due later waits
    /// (`AbsenceCalendar.held`). Nil where somebody does.
    public var held: Day?
    /// Facts for the rules.
    public init(
      isClosed: Bool, isPaused: Bool, returns: Day?, lastSeen: LastSeen, frequency: Int?,
      appointment: Day?, returnsLatest: Day? = nil, frequencyMost: Int? = nil, held: Day? = nil
    ) {
      self.isClosed = isClosed
      self.isPaused = isPaused
      self.returns = returns
      self.returnsLatest = returnsLatest ?? returns
      self.lastSeen = lastSeen
      self.frequency = frequency
      self.frequencyMost = frequencyMost ?? frequency
      self.held = held
      self.appointment = appointment
    }
  }

  /// *Forgotten*: not closed, and not seen for longer than `after`. Paused clients count from their return
  /// day; a pause without one is unknown.
  public static func forgotten(_ facts: Facts, after: Period, on today: Day) -> Truth {
    longer(facts, than: after, on: today)
  }

  /// *Contact overdue*: last seen + frequency is before today and no appointment stands. What came due while the coach
  /// is away, and nobody stands in, waits for the first working day after that.
  public static func overdue(_ facts: Facts, on today: Day) -> Truth {
    if facts.isClosed || facts.appointment != nil { return .no }
    guard let fewest = facts.frequency else { return .unknown }
    guard let shortest = weeks(fewest), let longest = weeks(facts.frequencyMost ?? fewest) else {
      return .unknown
    }
    let day = min(today, facts.held ?? today)
    let sooner = longer(facts, than: shortest, on: day)
    let later = longer(facts, than: longest, on: day)
    return sooner == later ? sooner : .unknown
  }

  /// A period of weeks; nil for a number of weeks that no calendar holds.
  static func weeks(_ count: Int) -> Period? {
    let (days, overflow) = count.multipliedReportingOverflow(by: 7)
    return overflow ? nil : Period(days: days)
  }

  private static func longer(_ facts: Facts, than period: Period, on today: Day) -> Truth {
    if facts.isClosed { return .no }
    let seen = facts.lastSeen.isLongerAgo(than: period, on: today)
    guard facts.isPaused else { return seen }
    guard let returns = facts.returns else { return seen && .unknown }
    guard returns.adding(period) < today else { return .no }
    return (facts.returnsLatest ?? returns).adding(period) < today ? seen : seen && .unknown
  }
}
