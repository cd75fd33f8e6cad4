/// *Missing*: due and empty (product.md, "A client's number and keys" and "Value of a field"). The one rule, used
/// for one client and, by thresholds, for all.
public enum Missing {
  /// What the rule reads of a client besides the field.
  public struct Facts: Hashable, Sendable {
    /// Conversations that were held.
    public var conversations: Int
    /// The day the spell's intake counts from: the intake, else the earliest of benefit start and assignment,
    /// each by the first day it may be; nil where none is known.
    public var intake: Day?
    /// The tracks that may be hers, where one is recorded; nil where none is.
    public var tracks: Set<Track>?
    /// Facts.
    public init(conversations: Int, intake: Day?, tracks: Set<Track>?) {
      self.conversations = conversations
      self.intake = intake
      self.tracks = tracks
    }
  }

  /// Whether a field is due for a client: what is due at intake at once; the rest after the second conversation,
  /// but no later than the phase after intake (at once where no intake is known), and not where the recorded
  /// track is none of the field's.
  public static func isDue(_ field: Field, _ facts: Facts, phase: Period, on today: Day) -> Bool {
    if let tracks = field.tracks, let recorded = facts.tracks, tracks.isDisjoint(with: recorded) {
      return false
    }
    switch field.due {
    case .never: return false
    case .intake: return true
    case .phase:
      guard facts.conversations < 2, let intake = facts.intake else { return true }
      return isPhaseOver(intake: intake, phase: phase, on: today)
    }
  }

  /// Whether the phase after intake is over: from the day of intake + phase.
  public static func isPhaseOver(intake: Day, phase: Period, on today: Day) -> Bool {
    intake.adding(phase) <= today
  }
}

extension Population {
  /// The day from which the phase counts; see `Missing.Facts.intake`.
  func intake(at row: Int) -> ClosedRange<Day>? {
    if let intake = days(places.intake, row) { return intake }
    return start(at: row)
  }

  /// What the rule of *missing* reads of a client.
  func missingFacts(at row: Int) -> Missing.Facts {
    var tracks: Set<Track>?
    if let place = places.track, case .oneOf(let set)? = content(place, row) {
      let choices = catalogue.fields[place].choices
      tracks = Set(set.places.compactMap { $0 < choices.count ? Track(rawValue: choices[$0].code) : nil })
    }
    return Missing.Facts(
      conversations: Int(summaries.conversations[row]), intake: intake(at: row)?.lowerBound, tracks: tracks)
  }

  /// The fields that are due and empty, in the catalogue's order.
  public func missing(at row: Int, _ context: Context) -> [FieldID] {
    let facts = missingFacts(at: row)
    var missing: [FieldID] = []
    for (index, field) in catalogue.fields.enumerated()
    where field.due != .never && columns[index].storage != .derived && columns[index].state(row) == .empty
      && Missing.isDue(field, facts, phase: context.settings.phase.value, on: context.today)
    {
      missing.append(field.id)
    }
    return missing
  }

  /// The rows where a field is missing.
  func missingBits(_ field: Field, _ context: Context) -> Bits {
    guard field.due != .never, let column = column(field.id), column.storage != .derived else {
      return Bits(.no, words: (rows + 63) / 64)
    }
    let key = Cache.Key(context)
    return cache.value(
      { $0.missing[field.id].flatMap { $0.key == key ? $0.bits : nil } },
      make: {
        var bits = column.bits { $0 == .empty }
        if field.due == .phase { bits.formAnd(phaseDue(context)) }
        if let tracks = field.tracks, let trackField = catalogue["track"], let track = self.column("track") {
          bits.formAnd(
            track.code.bits { entry in
              guard case .oneOf(let set)? = entry.content else { return .yes }
              return Truth(
                set.places.contains { place in
                  place < trackField.choices.count
                    && Track(rawValue: trackField.choices[place].code).map(tracks.contains) ?? false
                })
            })
        }
        return bits
      }, keep: { $0.missing[field.id] = (key, $1) })
  }

  /// The rows for which the fields of the phase are due: a pass of comparisons with one threshold.
  private func phaseDue(_ context: Context) -> Bits {
    let phase = context.settings.phase.value
    let last = Threshold.last { Missing.isPhaseOver(intake: $0, phase: phase, on: context.today) }
    let intake = column("intake")?.days.lows ?? []
    let others = [column("benefit")?.days.lows ?? [], column("assigned")?.days.lows ?? []]
    return Bits(rows: rows) { row in
      if summaries.conversations[row] >= 2 { return .yes }
      var day = row < intake.count ? intake[row] : SummaryColumns.none
      if day < DayColumn.firstDay {
        day = Int32.max
        for lows in others where row < lows.count && lows[row] >= DayColumn.firstDay {
          day = min(day, lows[row])
        }
        if day == Int32.max { return .yes }
      }
      return Truth(Int(day) <= last)
    }
  }

  /// How many fields are missing, for each row.
  func gapCounts(_ context: Context) -> [UInt8] {
    let key = Cache.Key(context)
    return cache.value(
      { $0.gaps.flatMap { $0.key == key ? $0.counts : nil } },
      make: {
        var counts = [UInt8](repeating: 0, count: rows)
        for field in catalogue.fields where field.due != .never {
          Selection(words: missingBits(field, context).yes, rows: rows).forEach { counts[$0] &+= 1 }
        }
        return counts
      }, keep: { $0.gaps = (key, $1) })
  }
}
