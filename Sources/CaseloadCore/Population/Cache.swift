import Synchronization

/// What a population has worked out and keeps until data, day or settings change. Shared by copies of a
/// population that have not been changed since; a changed copy takes a new one.
final class Cache: Sendable {
  /// What a kept thing depends on besides the data.
  struct Key: Hashable, Sendable {
    let today: Day
    private let inForce: SettingsInForce
    var settings: Settings { inForce.settings }
    var calendar: AbsenceCalendar { inForce.calendar }

    init(_ context: Context) {
      today = context.today
      inForce = context.inForce
    }

    static func == (left: Key, right: Key) -> Bool {
      left.today == right.today
        && (left.inForce === right.inForce
          || left.settings == right.settings && left.calendar == right.calendar)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(today) }
  }
  struct Kept: Sendable {
    /// Bars by field, with the key they were made for.
    var bars: [BarsKey: (key: Key, bars: BarSet)] = [:]
    /// The facets counted last, each with the list that was counted.
    var facets: [BarsKey: (key: Key, list: Selection, facet: Facet)] = [:]
    /// The list counted last without the rows that are not alive, and how many it holds.
    var list: (asked: Selection, alive: Selection, count: Int)?
    var orders: [OrderKey: [Int32]] = [:]
    var nameRanks: [Int32]?
    /// Whose name holds the word that was looked for last: a word that is being typed is asked for twice a key.
    var called: (word: String, bits: Bits)?
    var next: (today: Day, days: [Int32])?
    var seen: (today: Day, days: SeenDays)?
    var gaps: (key: Key, counts: [UInt8])?
    var missing: [FieldID: (key: Key, bits: Bits)] = [:]
    var worklists: [String: (key: Key, worklist: Worklist, bits: Bits)] = [:]
    var isEmpty = true
  }
  struct OrderKey: Hashable, Sendable {
    var keys: [SortKey]
    var key: Key
  }

  private let kept = Mutex(Kept())

  /// What `read` finds, else what `make` makes, which `keep` keeps. `make` runs outside the lock.
  func value<Result: Sendable>(
    _ read: (Kept) -> Result?, make: () -> Result, keep: (inout Kept, Result) -> Void
  ) -> Result {
    if let found = kept.withLock({ read($0) }) { return found }
    let made = make()
    kept.withLock {
      keep(&$0, made)
      $0.isEmpty = false
    }
    return made
  }

  /// Changes what is kept, where anything is.
  func change(_ body: (inout Kept) -> Void) {
    kept.withLock { if !$0.isEmpty { body(&$0) } }
  }

  /// Whether nothing is kept.
  var isEmpty: Bool { kept.withLock { $0.isEmpty } }

  func forgetAll() {
    kept.withLock { kept in
      if !kept.isEmpty { kept = Kept() }
    }
  }
}

/// One bar of a facet with the rows that it counts.
struct FacetBits: Sendable {
  var code: String
  var label: Facet.Label
  var filter: Filter
  var isState: Bool
  var rows: Selection
  /// How many of the alive rows; kept, for a change of who is alive forgets all bars.
  var inAll = 0
}

/// For each row the first and last day from which the time since she was last seen may count
/// (`LastSeen.countsFrom`); both `SummaryColumns.none` where there is none.
struct SeenDays: Sendable {
  var lows: [Int32]
  var highs: [Int32]
  /// Whether there certainly was no conversation since the client came.
  var isNever: [Bool]
  /// The first and last day on which the latest conversation may have been; `SummaryColumns.none` where there
  /// certainly was none.
  var mayBeFrom: [Int32]
  var mayBeUntil: [Int32]
}
