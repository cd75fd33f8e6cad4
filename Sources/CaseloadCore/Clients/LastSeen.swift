/// When a client was last seen, as far as it is known: a day, never, or an interval of what it may be
/// (product.md, "What counts as seen").
public struct LastSeen: Hashable, Sendable {
  /// Day of the latest conversation known.
  public let known: Day?
  /// The day from which "never" is counted: the earliest of intake, benefit start and first assignment.
  public let start: Day?
  /// Where a later conversation may have been held than the one known (an unconfirmed contact, or time before
  /// the history begins): the latest day on which it may have been. Nil where `known`, or never, is certain.
  public let mayBeUntil: Day?
  /// Day of an unconfirmed contact later than the conversation known, where there is one: it may have been one.
  public let unconfirmed: Day?

  /// Works out the possibilities. `today` bounds them where no history is known at all.
  public init(summary: Summary, start: Day?, today: Day) {
    self.init(
      known: summary.lastConversation, unconfirmed: summary.latestUnconfirmed,
      historySince: summary.historySince, start: start, today: today)
  }

  /// As above, from the plain days.
  public init(known: Day?, unconfirmed: Day?, historySince: Day?, start: Day?, today: Day) {
    let beforeHistory = historySince?.adding(days: -1) ?? today
    let latest = max(beforeHistory, unconfirmed ?? beforeHistory)
    // A conversation before the client came to us would not be ours to count.
    let floor = known ?? start?.adding(days: -1)
    self.known = known
    self.start = start
    self.mayBeUntil = floor.map { latest > $0 } ?? true ? latest : nil
    self.unconfirmed = unconfirmed.flatMap { day in floor.map { day > $0 } ?? true ? day : nil }
  }

  /// Certainly no conversation since the client came.
  public var isNever: Bool { known == nil && mayBeUntil == nil }

  /// Whether the latest conversation (or the start, where there was none) is more than `period` before
  /// `today`: from the day after that day + period, clamped to the month's end. Without a start day a client
  /// never seen is unknown: there is nothing to count from.
  public func isLongerAgo(than period: Period, on today: Day) -> Truth {
    func isOlder(_ day: Day) -> Bool { day.adding(period) < today }
    guard let earliest = known ?? start else { return .unknown }
    guard isOlder(earliest) else { return .no }
    guard let mayBeUntil else { return .yes }
    return isOlder(mayBeUntil) ? .yes : .unknown
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
    /// The day a paused client returns.
    public var returns: Day?
    /// When she was last seen.
    public var lastSeen: LastSeen
    /// The contact frequency in weeks: the client's own, else the track's; nil where neither is known.
    public var frequency: Int?
    /// The next appointment on or after today.
    public var appointment: Day?
    /// Facts for the rules.
    public init(
      isClosed: Bool, isPaused: Bool, returns: Day?, lastSeen: LastSeen, frequency: Int?,
      appointment: Day?
    ) {
      self.isClosed = isClosed
      self.isPaused = isPaused
      self.returns = returns
      self.lastSeen = lastSeen
      self.frequency = frequency
      self.appointment = appointment
    }
  }

  /// *Forgotten*: not closed, and not seen for longer than `after`. Paused clients count from their return
  /// day; a pause without one is unknown.
  public static func forgotten(_ facts: Facts, after: Period, on today: Day) -> Truth {
    longer(facts, than: after, on: today)
  }

  /// *Contact overdue*: last seen + frequency is before today and no appointment stands.
  public static func overdue(_ facts: Facts, on today: Day) -> Truth {
    if facts.isClosed || facts.appointment != nil { return .no }
    guard let frequency = facts.frequency else { return .unknown }
    let (days, overflow) = frequency.multipliedReportingOverflow(by: 7)
    return overflow ? .unknown : longer(facts, than: Period(days: days), on: today)
  }

  private static func longer(_ facts: Facts, than period: Period, on today: Day) -> Truth {
    if facts.isClosed { return .no }
    let seen = facts.lastSeen.isLongerAgo(than: period, on: today)
    guard facts.isPaused else { return seen }
    guard let returns = facts.returns else { return seen && .unknown }
    return seen && Truth(returns.adding(period) < today)
  }
}
