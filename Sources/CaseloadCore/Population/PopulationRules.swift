/// The built-in rules over all rows. Each says what the function of one client says (`Contactability`,
/// `LastSeen`); thresholds are worked out once, so that a row costs a few comparisons. A property test says that
/// they agree.
extension Population {
  func bits(_ rule: BuiltInRule, _ context: Context) -> Bits {
    let today = context.today
    switch rule {
    case .forgotten:
      let last = DayTest.older(context.settings.forgottenAfter.value, today)
      return outOfSight(seenDays(today)) { _ in (last, last) }
    case .quiet:
      let last = DayTest.older(context.settings.forgottenAfter.value, today)
      return outOfSight(oursDays(today)) { _ in (last, last) }
    case .overdue: return overdue(context)
    case .noStartDay:
      let starts = (["intake", "benefit", "assigned"] as [FieldID]).compactMap { column($0)?.days.lows }
      return Bits(rows: rows) { row in
        Truth(
          summaries.conversation[row] == SummaryColumns.none
            && !starts.contains { $0[row] >= DayColumn.firstDay })
      }
    case .unconfirmed:
      return Bits(rows: rows) { row in
        let day = summaries.unconfirmed[row]
        return Truth(day != SummaryColumns.none && day > summaries.conversation[row])
      }
    case .new:
      let phase = context.settings.phase.value
      let last = Threshold.last { Missing.isPhaseOver(intake: $0, phase: phase, on: today) }
      let set = RangeSet([last + 1...max(last + 1, Int(today.number))])
      return Bits(rows: rows) { row in
        guard let days = intake(at: row) else { return .unknown }
        return set.contains(allOf: Int(days.lowerBound.number)...Int(days.upperBound.number))
      }
    case .unanswered:
      let held = heldDays(context)
      return Bits(rows: rows) { row in
        Truth(summaries.unanswered[row] != SummaryColumns.none && summaries.unanswered[row] <= held(row))
      }
    case .notUnderstood:
      var result = Bits(.no, words: (rows + 63) / 64)
      for column in columns {
        for row in column.rowsNotUnderstood { result.yes[Int(row) >> 6] |= 1 << UInt64(row & 63) }
      }
      return result
    case .absentFromRegister: return Bits(rows: rows) { Truth(summaries.flags[$0] & 4 != 0) }
    case .dueToday:
      let held = heldDays(context)
      return Bits(rows: rows) { row in
        Truth(
          summaries.errand[row] != SummaryColumns.none
            && summaries.errand[row] <= min(today.number, held(row)))
      }
    case .returned: return returned(context)
    case .standingIn: return coachBits { context.calendar.covered($0, on: today) != nil }
    case .exemptionEnding, .staleCV, .planReview: return Bits(.unknown, words: (rows + 63) / 64)
    }
  }

  /// Not closed, and last seen (or what else is counted from; paused: returned, too) on or before a day. `last` gives for a row the last day
  /// that is long enough ago, by the shortest and by the longest period that counts for her; nil is unknown.
  private func outOfSight(_ seen: SeenDays, _ last: (Int) -> (Int, Int)?) -> Bits {
    let status = column("status")?.code
    let field = catalogue["status"]
    let closed = field?.place(of: "closed")
    let paused = field?.place(of: "paused")
    let returns = column("return")?.days
    let choices = (status?.entries ?? []).map { $0.choice }
    return Bits(rows: rows) { row in
      let choice = status.flatMap { choices[$0.codes[row]] }
      if let choice, choice == closed { return .no }
      guard let (shortest, longest) = last(row) else { return .unknown }
      func longer(_ last: Int) -> Truth {
        var truth = Truth.unknown
        if seen.lows[row] != SummaryColumns.none {
          truth = Int(seen.lows[row]) > last ? .no : Int(seen.highs[row]) <= last ? .yes : .unknown
        }
        guard let choice, choice == paused else { return truth }
        guard let returns, returns.lows[row] >= DayColumn.firstDay else { return truth && .unknown }
        guard Int(returns.lows[row]) <= last else { return .no }
        let latest = returns.highs.isEmpty ? returns.lows[row] : returns.highs[row]
        return Int(latest) <= last ? truth : truth && .unknown
      }
      let truth = longer(shortest)
      return shortest == longest || truth == longer(longest) ? truth : .unknown
    }
  }

  private func overdue(_ context: Context) -> Bits {
    let today = context.today
    let next = nextDays(today)
    let isDated = Bits(rows: rows) { Truth(next[$0] == SummaryColumns.none) }
    func overdue(on day: Day) -> Bits {
      var result = outOfSight(seenDays(today), overdueDays(on: day, context.settings))
      result.formAnd(isDated)
      return result
    }
    var result = overdue(on: today)
    // For the clients of each colleague whose work nobody attends to, as it was on the last day that somebody did.
    for (day, coaches) in Dictionary(grouping: heldCoaches(context), by: \.value) {
      let names = Set(coaches.map(\.key))
      result.replace(coachBits { names.contains($0) }, with: overdue(on: day))
    }
    return result
  }

  /// For a row the last day that is longer ago than her weeks on a day, by the fewest and the most that they may be.
  private func overdueDays(on day: Day, _ settings: Settings) -> (Int) -> (Int, Int)? {
    func lasts(_ weeks: ClosedRange<Int>?) -> (Int, Int)? {
      guard let weeks, let shortest = Contactability.weeks(weeks.lowerBound),
        let longest = Contactability.weeks(weeks.upperBound)
      else { return nil }
      return (DayTest.older(shortest, day), DayTest.older(longest, day))
    }
    let own = column("frequency")?.code
    // The client's own weeks, where there are any; weeks that no calendar holds are unknown.
    let ownLasts = (own?.entries ?? []).map { entry -> (isOwn: Bool, lasts: (Int, Int)?) in
      if case .number(let weeks)? = entry.content { (true, lasts(weeks)) } else { (false, nil) }
    }
    let track = column("track")?.code
    let trackLasts = (track?.entries ?? []).map { entry -> (Int, Int)? in
      guard let field = catalogue["track"], case .oneOf(let set)? = entry.content else { return nil }
      return lasts(Self.frequency(ofTracks: set, field, settings))
    }
    return { row in
      if let own, ownLasts[own.codes[row]].isOwn { return ownLasts[own.codes[row]].lasts }
      if let track { return trackLasts[track.codes[row]] }
      return nil
    }
  }
}
