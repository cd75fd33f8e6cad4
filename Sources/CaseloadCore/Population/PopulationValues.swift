/// One client's values and facts, read back from the columns. Every derived field is worked out here and,
/// for tests of all rows, in PopulationTests; a property test says that they agree.
extension Population {
  /// The value of a field, stored or derived. Source and day of a value, the reason of a waiver, and text that
  /// is neither repeated nor listed are not kept here: the store has them. Of `seen` the content is the day or
  /// interval it may be, and the state is empty where there never was a conversation, not known where nobody can
  /// say; `lastSeen(at:on:)` says more.
  public func value(_ field: FieldID, at row: Int, _ context: Context) -> Value {
    guard let place = catalogue.place(of: field) else { return .empty }
    if columns[place].storage != .derived { return columns[place].value(row) }
    if let content = derived(field, row, context) { return .recorded(content, source: .register) }
    // Never is a fact; where nobody can say whether there was a conversation, it is not known.
    if field == "seen", !lastSeen(at: row, on: context.today).isNever {
      return Value(state: .notKnown, source: .register)
    }
    return .empty
  }

  private func derived(_ field: FieldID, _ row: Int, _ context: Context) -> Content? {
    switch field {
    case "number": return .exactly(Int(numbers[row]))
    case "age":
      guard let birth = days(places.birth, row) else { return nil }
      let today = context.today
      return .number(today.years(since: birth.upperBound)...today.years(since: birth.lowerBound))
    case "seen":
      let seen = lastSeen(at: row, on: context.today)
      return seen.known.map { .days($0...max($0, seen.mayBeUntil ?? $0)) }
    case "seen-by":
      guard summaries.conversation[row] != SummaryColumns.none else { return nil }
      return .text(summaries.lastBy(row))
    case "seen-channel":
      guard summaries.conversation[row] != SummaryColumns.none else { return nil }
      let channel = summaries.channel(row)
      return channel == .unknown ? nil : .text(channel.rawValue)
    case "ours": return SummaryColumns.day(summaries.ours[row]).map { .day($0) }
    case "next":
      return SummaryColumns.day(summaries.next(row, from: context.today.number)).map { .day($0) }
    case "waiting": return waiting(row)
    case "errands": return .exactly(Int(summaries.errands[row]))
    case "gaps": return .exactly(missing(at: row, context).count)
    default: return nil
    }
  }

  private func waiting(_ row: Int) -> Content? {
    guard let field = catalogue["waiting"] else { return nil }
    var set: ChoiceSet = []
    let flags = summaries.flags[row]
    for (code, isIn) in [("us", flags & 1 != 0), ("client", flags & 2 != 0), ("none", flags & 3 == 0)]
    where isIn {
      if let place = field.place(of: code) { set.insert(ChoiceSet(place: place)) }
    }
    return .several(set, complete: true)
  }

  /// The days that the client's coming may be: the earliest of intake, benefit start and first assignment.
  func start(at row: Int) -> ClosedRange<Day>? {
    var start: ClosedRange<Day>?
    for place in startPlaces {
      guard let days = columns[place].days.days(row) else { continue }
      start = start.map { min($0.lowerBound, days.lowerBound)...min($0.upperBound, days.upperBound) } ?? days
    }
    return start
  }

  /// When a client was last seen.
  public func lastSeen(at row: Int, on today: Day) -> LastSeen {
    let start = start(at: row)
    return LastSeen(
      known: SummaryColumns.day(summaries.conversation[row]),
      unconfirmed: SummaryColumns.day(summaries.unconfirmed[row]),
      historySince: SummaryColumns.day(summaries.history[row]), start: start?.lowerBound,
      startLatest: start?.upperBound, today: today)
  }

  /// When a colleague last took the initiative for a conversation with a client.
  public func lastOurs(at row: Int, on today: Day) -> LastSeen {
    let start = start(at: row)
    return LastSeen(
      oursOf: summary(at: row), start: start?.lowerBound, startLatest: start?.upperBound, today: today)
  }

  /// What the rules about being out of sight read of a client.
  public func contactability(at row: Int, _ context: Context) -> Contactability.Facts {
    let status = status(at: row)
    let returns = days(places.returns, row)
    let weeks = frequency(at: row, context.settings)
    return Contactability.Facts(
      isClosed: status == "closed", isPaused: status == "paused", returns: returns?.lowerBound,
      lastSeen: lastSeen(at: row, on: context.today), frequency: weeks?.lowerBound,
      appointment: SummaryColumns.day(summaries.next(row, from: context.today.number)),
      returnsLatest: returns?.upperBound, frequencyMost: weeks?.upperBound, held: held(at: row, context))
  }

  /// The code of her status, where it is recorded and certain.
  private func status(at row: Int) -> String? {
    guard let place = places.status, columns[place].storage == .code,
      let choice = columns[place].code[row].choice
    else { return nil }
    return catalogue.fields[place].choices[choice].code
  }

  /// The weeks between conversations: the client's own, else those of the tracks that may be hers.
  func frequency(at row: Int, _ settings: Settings) -> ClosedRange<Int>? {
    if case .number(let weeks)? = content(places.frequency, row) { return weeks }
    guard let place = places.track, case .oneOf(let set)? = content(place, row) else { return nil }
    return Self.frequency(ofTracks: set, catalogue.fields[place], settings)
  }

  static func frequency(ofTracks set: ChoiceSet, _ field: Field, _ settings: Settings) -> ClosedRange<Int>? {
    var range: ClosedRange<Int>?
    for place in set.places where place < field.choices.count {
      guard let track = Track(rawValue: field.choices[place].code),
        let weeks = settings.trackFrequency.value[track]
      else { return nil }
      range = range.map { min($0.lowerBound, weeks)...max($0.upperBound, weeks) } ?? weeks...weeks
    }
    return range
  }
}

extension CodeColumn.Entry {
  /// The place of a choice that is recorded and certain.
  var choice: Int? {
    guard state == .recorded, case .oneOf(let set)? = content, set.count == 1 else { return nil }
    return set.rawValue.trailingZeroBitCount
  }
}
