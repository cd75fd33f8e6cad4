/// Tests of derived fields over all rows: thresholds on the columns that they follow from, no calendar a row.
extension Population {
  func derived(_ field: Field, _ test: FieldTest, _ context: Context) -> Bits {
    let words = (rows + 63) / 64
    switch (field.id.text, test) {
    case ("number", .numbers(let ranges)):
      let set = RangeSet(ranges)
      return Bits(rows: rows) { set.contains(allOf: Int(numbers[$0])...Int(numbers[$0])) }
    case ("age", .numbers(let ranges)):
      guard let birth = column("birth") else { break }
      return birth.days.bits(RangeSet(ranges.compactMap { Self.births($0, context.today) }))
    case ("errands", .numbers(let ranges)):
      let set = RangeSet(ranges)
      return Bits(rows: rows) { set.contains(allOf: Int(summaries.errands[$0])...Int(summaries.errands[$0])) }
    case ("gaps", .numbers(let ranges)):
      let set = RangeSet(ranges)
      let gaps = gapCounts(context)
      return Bits(rows: rows) { set.contains(allOf: Int(gaps[$0])...Int(gaps[$0])) }
    case ("waiting", .choices(let tests)):
      let target = field.places(tests)
      let truths = (0..<4).map { flags -> Truth in
        var set: ChoiceSet = []
        for (code, isIn) in [("us", flags & 1 != 0), ("client", flags & 2 != 0), ("none", flags == 0)]
        where isIn {
          field.place(of: code).map { set.formUnion(ChoiceSet(place: $0)) }
        }
        return field.truth(.several(set, complete: true), in: target)
      }
      return Bits(rows: rows) { truths[Int(summaries.flags[$0] & 3)] }
    case ("seen-channel", .texts(let texts)), ("seen-channel", .exactly(let texts)):
      let wanted = texts.map { Folding.bytes($0) }
      var isExact = false
      if case .exactly = test { isExact = true }
      let truths = Channel.allCases.map { channel -> Truth in
        let text = Folding.bytes(channel.rawValue)
        if channel == .unknown { return .unknown }
        return Truth(wanted.contains { isExact ? $0 == text : Search.contains(text, $0) })
      }
      return Bits(rows: rows) { row in
        summaries.conversation[row] == SummaryColumns.none ? .unknown : truths[Int(summaries.channels[row])]
      }
    case ("ours", .days(let tests)):
      return DayColumn.partial(summaries.ours, summaries.ours, Self.days(tests, field, context))
    case ("next", .days(let tests)):
      let next = nextDays(context.today)
      let set = Self.days(tests, field, context)
      // Where contacts are known, no appointment on record is no appointment; elsewhere nobody can say. A row without
      // a day is unknown among days.
      var result = DayColumn.partial(next, next, set)
      let known = Bits(bytesOf: rows, summaries.history) { ($0 == SummaryColumns.none ? 0 : 1, 0) }
      for index in result.unknown.indices { result.unknown[index] &= ~known.yes[index] }
      return result
    case ("seen", .days(let tests)): return seen(tests, field, context)
    case ("seen", .never):
      let seen = seenDays(context.today)
      return Bits(rows: rows) { row in
        if summaries.conversation[row] != SummaryColumns.none { return .no }
        return seen.isNever[row] ? .yes : .unknown
      }
    default: break
    }
    return Bits(.unknown, words: words)
  }

  /// The days of birth of those whose age today is in a range: age falls as the day of birth rises.
  static func births(_ ages: ClosedRange<Int>, _ today: Day) -> ClosedRange<Int>? {
    let latest = Threshold.last { today.years(since: $0) >= ages.lowerBound }
    guard ages.upperBound < Int.max else { return Threshold.range(Int(Day.earliest.number), latest) }
    return Threshold.range(Threshold.last { today.years(since: $0) > ages.upperBound } + 1, latest)
  }

  /// The next appointment of each row.
  func nextDays(_ today: Day) -> [Int32] {
    cache.value(
      { $0.next.flatMap { $0.today == today ? $0.days : nil } },
      make: { (0..<rows).map { summaries.next($0, from: today.number) } }, keep: { $0.next = (today, $1) })
  }

  /// The days from which the time since each client was last seen may count.
  func seenDays(_ today: Day) -> SeenDays {
    cache.value(
      { $0.seen.flatMap { $0.today == today ? $0.days : nil } },
      make: {
        counted(today, from: { summaries.conversation[$0] }, unconfirmed: { summaries.unconfirmed[$0] })
      }, keep: { $0.seen = (today, $1) })
  }

  /// The days from which the time since a colleague last took the initiative for a conversation may count: one of which
  /// nobody recorded who did may have been one (`LastSeen(oursOf:)`).
  func oursDays(_ today: Day) -> SeenDays {
    counted(
      today, from: { summaries.ours[$0] },
      unconfirmed: { max(summaries.unconfirmed[$0], summaries.unsure[$0]) })
  }

  private func counted(
    _ today: Day, from known: (Int) -> Int32, unconfirmed: (Int) -> Int32
  ) -> SeenDays {
    var days = SeenDays(lows: [], highs: [], isNever: [], mayBeFrom: [], mayBeUntil: [])
    days.lows.reserveCapacity(rows)
    days.highs.reserveCapacity(rows)
    let starts = (["intake", "benefit", "assigned"] as [FieldID]).compactMap { column($0)?.days }
    for row in 0..<rows {
      var low = Int32.max
      var high = Int32.max
      for start in starts where start.lows[row] >= DayColumn.firstDay {
        low = min(low, start.lows[row])
        high = min(high, start.highs.isEmpty ? start.lows[row] : start.highs[row])
      }
      let seen = LastSeen(
        known: SummaryColumns.day(known(row)), unconfirmed: SummaryColumns.day(unconfirmed(row)),
        historySince: SummaryColumns.day(summaries.history[row]),
        start: low == Int32.max ? nil : Day(number: low),
        startLatest: low == Int32.max ? nil : Day(number: high), today: today)
      let from = seen.countsFrom
      days.isNever.append(seen.isNever)
      days.lows.append(from?.lowerBound.number ?? SummaryColumns.none)
      days.highs.append(from?.upperBound.number ?? SummaryColumns.none)
      let until = seen.known.map { max($0, seen.mayBeUntil ?? $0) } ?? seen.mayBeUntil
      days.mayBeUntil.append(until?.number ?? SummaryColumns.none)
      days.mayBeFrom.append(
        until.map { min(seen.known ?? seen.start ?? .earliest, $0).number } ?? SummaryColumns.none)
    }
    return days
  }

  /// A duration compares the time since she was last seen, or since the start where she never was (product.md,
  /// "What counts as seen"); a date compares the day of the conversation itself, so that never is no.
  private func seen(_ tests: [DayTest], _ field: Field, _ context: Context) -> Bits {
    var since: [DayTest] = []
    var dates: [DayTest] = []
    for test in tests {
      switch test {
      case .period, .periods: since.append(test)
      case .dates, .today: dates.append(test)
      }
    }
    var result = Bits(.no, words: (rows + 63) / 64)
    if !since.isEmpty {
      let days = seenDays(context.today)
      result = DayColumn.partial(days.lows, days.highs, Self.days(since, field, context))
    }
    if !dates.isEmpty {
      let days = seenDays(context.today)
      let set = Self.days(dates, field, context)
      var dated = DayColumn.partial(days.mayBeFrom, days.mayBeUntil, set)
      // Where no conversation is known, no day is certain; where there certainly was none, it was on none of the days.
      let known = Bits(bytesOf: rows, summaries.conversation) { ($0 == SummaryColumns.none ? 0 : 1, 0) }
      let never = Bits(bytesOf: rows, days.mayBeFrom) { ($0 == SummaryColumns.none ? 1 : 0, 0) }
      for index in dated.yes.indices {
        dated.unknown[index] =
          (dated.unknown[index] | dated.yes[index] & ~known.yes[index]) & ~never.yes[index]
        dated.yes[index] &= known.yes[index]
      }
      result.formOr(dated)
    }
    return result
  }
}
