import CaseloadCore

/// Days, who was seen, what is missing, and the worklists, as product.md tells them.
extension Oracle {
  /// Whether a day passes: a duration compares the time since it (until it, where the field lies ahead, and only
  /// from today on); a date compares the date.
  private func passes(_ day: Day, _ test: DayTest, isAhead: Bool) -> Bool {
    /// -1 where the day is less than the period away, 0 where exactly that, 1 where more.
    func away(_ period: Period) -> Int {
      if isAhead { return day > today.adding(period) ? 1 : day == today.adding(period) ? 0 : -1 }
      return day.adding(period) < today ? 1 : day.adding(period) == today ? 0 : -1
    }
    switch test {
    case .dates(let from, let to): return day >= from ?? day && day <= to ?? day
    case .today(let comparison): return compare(day, comparison)
    case .period(let comparison, let period):
      if isAhead, day < today { return false }
      switch comparison {
      case .less: return away(period) < 0
      case .lessOrEqual: return away(period) <= 0
      case .equal: return away(period) == 0
      case .greaterOrEqual: return away(period) >= 0
      case .greater: return away(period) > 0
      }
    case .periods(let low, let high):
      if isAhead, day < today { return false }
      return away(low) >= 0 && away(high) <= 0
    }
  }

  private func compare(_ day: Day, _ comparison: Comparison) -> Bool {
    switch comparison {
    case .less: day < today
    case .lessOrEqual: day <= today
    case .equal: day == today
    case .greaterOrEqual: day >= today
    case .greater: day > today
    }
  }

  func days(_ field: Field, _ tests: [DayTest]) -> Truth {
    let ahead: Set<FieldID> = ["exemption", "return", "licence-until", "available", "next", "plan-review"]
    func any(_ day: Day, _ tests: [DayTest]) -> Bool {
      tests.contains { passes(day, $0, isAhead: ahead.contains(field.id)) }
    }
    switch field.id {
    case "ours": return client.summary.lastOurs.map { any($0, tests) ? .yes : .no } ?? .unknown
    case "next":
      return next.map { any($0, tests) ? .yes : .no } ?? (client.summary.historySince == nil ? .unknown : .no)
    case "seen":
      var isDuration: [DayTest] = []
      var isDate: [DayTest] = []
      for test in tests {
        switch test {
        case .dates, .today: isDate.append(test)
        default: isDuration.append(test)
        }
      }
      let durations = isDuration.isEmpty ? Truth.no : Self.all(countingDays.map { any($0, isDuration) })
      let dates =
        isDate.isEmpty ? Truth.no : Self.all(conversationDays.map { $0.map { any($0, isDate) } ?? false })
      return durations || dates
    default:
      guard case .days(let range)? = content(field.id) else { return .unknown }
      return Self.all(
        (range.lowerBound.number...range.upperBound.number).map { any(Day(number: $0), tests) })
    }
  }

  var next: Day? { client.summary.appointments.filter { $0 >= today }.min() }

  // MARK: Seen

  /// The days that the start may be: the earliest of intake, benefit start and first assignment.
  private var starts: [Day] {
    var candidates: [ClosedRange<Day>] = []
    for id in ["intake", "benefit", "assigned"] as [FieldID] {
      if case .days(let range)? = content(id) { candidates.append(range) }
    }
    guard let low = candidates.map(\.lowerBound).min(), let high = candidates.map(\.upperBound).min() else {
      return []
    }
    return (low.number...high.number).map { Day(number: $0) }
  }

  /// The last day on which a conversation may have been held that is not known here: the day before the history
  /// (today, where there is none), or that of an unconfirmed contact.
  private var lastUncertain: Day {
    let before = client.summary.historySince?.adding(days: -1) ?? today
    return max(before, client.summary.latestUnconfirmed ?? before)
  }

  /// The same for our initiative: of some conversations nobody wrote down whose it was.
  private var lastUncertainOfOurs: Day { max(lastUncertain, client.summary.lastUnsure ?? lastUncertain) }

  /// The days that the latest conversation may have been on; nil among them for never.
  private var conversationDays: [Day?] {
    if let known = client.summary.lastConversation {
      return (known.number...max(known, lastUncertain).number).map { Day(number: $0) }
    }
    let first = starts.first ?? today.adding(months: -480)
    guard first <= lastUncertain else { return [nil] }
    return [nil] + (first.number...lastUncertain.number).map { Day(number: $0) }
  }

  /// The days from which the time since she was last seen may count: of the conversation, else of the start.
  private var countingDays: [Day] { days(from: client.summary.lastConversation, to: lastUncertain) }

  private func days(from known: Day?, to lastUncertain: Day) -> [Day] {
    if let known { return (known.number...max(known, lastUncertain).number).map { Day(number: $0) } }
    // Nothing is known of her contacts: last seen is unknown, and with it how long ago that was.
    if client.summary.historySince == nil { return [] }
    return starts.flatMap { start -> [Day] in
      start <= lastUncertain ? [start, lastUncertain] + between(start, lastUncertain) : [start]
    }
  }

  /// A conversation on any day between may have been; ten of them, and those around the ends of months, do.
  private func between(_ first: Day, _ last: Day) -> [Day] {
    let length = last.days(since: first)
    guard starts.count == 1 || length < 40 else {
      return [0, 1, 2, 3, 6, 12, 18, 24].flatMap { months in
        (-4...4).map { today.adding(months: -months).adding(days: $0) }
      }.filter { $0 >= first && $0 <= last }
    }
    return (first.number...last.number).map { Day(number: $0) }
  }

  var never: Truth {
    if client.summary.lastConversation != nil { return .no }
    if starts.isEmpty { return .unknown }
    return starts.allSatisfy { $0 > lastUncertain } ? .yes : .unknown
  }

  private func choice(_ id: FieldID) -> String? {
    guard case .oneOf(let set)? = content(id), set.count == 1 else { return nil }
    return Catalogue.standard[id]?.choices[set.places[0]].code
  }

  /// Whether she was last seen, and has returned from a pause, longer than a period ago. The first day on which that is
  /// so waits, where it does, until somebody attends to it.
  private func isOutOfSight(longerThan period: Period, waits: Bool = false, from days: [Day]? = nil) -> Truth
  {
    if choice("status") == "closed" { return .no }
    func isOver(_ day: Day) -> Bool {
      day.adding(period) < today && (!waits || hasCome(day.adding(period).adding(days: 1)))
    }
    let seen = Self.all((days ?? countingDays).map(isOver))
    guard choice("status") == "paused" else { return seen }
    guard case .days(let returns)? = content("return") else { return seen && .unknown }
    return seen
      && Self.all((returns.lowerBound.number...returns.upperBound.number).map { isOver(Day(number: $0)) })
  }

  // MARK: Absence

  private var coach: String? { if case .text(let name)? = content("coach") { name } else { nil } }

  private func isAway(_ colleague: String, _ day: Day) -> Bool {
    absences.contains { $0.colleague == colleague && $0.first <= day && day <= $0.last ?? .latest }
  }

  /// Whether anybody is there for the coach's clients on a day; a weekend is like the day before it.
  private func isAttended(_ day: Day) -> Bool {
    guard let coach else { return true }
    let isCovered = absences.contains {
      $0.colleague == coach && $0.first <= day && day <= $0.last ?? .latest && !$0.standIn.isEmpty
        && $0.standIn != coach && !isAway($0.standIn, day)
    }
    if isAway(coach, day), !isCovered { return false }
    return day.weekday < 6 || isAttended(day.adding(days: -1))
  }

  /// Whether what is due on a day asks for attention by now: on that day, or the first one behind it that is attended.
  private func hasCome(_ due: Day) -> Bool {
    var day = due
    while day <= today, !isAttended(day) { day = day.adding(days: 1) }
    return day <= today
  }

  private var overdue: Truth {
    if choice("status") == "closed" || next != nil { return .no }
    var weeks: [Int] = []
    if case .number(let own)? = content("frequency") {
      weeks = Array(own)
    } else if case .oneOf(let set)? = content("track"), let field = Catalogue.standard["track"] {
      weeks = set.places.compactMap {
        Track(rawValue: field.choices[$0].code).flatMap { settings.trackFrequency.value[$0] }
      }
    }
    let truths = Set(weeks.map { isOutOfSight(longerThan: Period(days: 7 * $0), waits: true) })
    return truths.count == 1 ? truths.first ?? .unknown : .unknown
  }

  // MARK: Missing and states

  var missing: [FieldID] {
    Catalogue.standard.fields.filter { field in
      let value = value(field.id)
      guard field.owner != .derived, value.state == .empty, value.raw == nil else { return false }
      if let tracks = field.tracks, case .oneOf(let set)? = content("track"),
        let trackField = Catalogue.standard["track"],
        !set.places.contains(where: { place in
          tracks.contains { $0.rawValue == trackField.choices[place].code }
        })
      {
        return false
      }
      switch field.due {
      case .never: return false
      case .intake: return true
      case .phase:
        if client.summary.conversations >= 2 { return true }
        guard let from = intake else { return true }
        return from.lowerBound.adding(settings.phase.value) <= today
      }
    }.map(\.id)
  }

  private var intake: ClosedRange<Day>? {
    if case .days(let range)? = content("intake") { return range }
    guard let first = starts.first, let last = starts.last else { return nil }
    return first...last
  }

  func state(_ test: StateTest, _ id: FieldID) -> Bool {
    guard let field = Catalogue.standard[id] else { return false }
    if field.owner == .derived { return derivedState(test, id) }
    let value = value(id)
    switch test {
    case .missing: return missing.contains(id)
    case .empty: return value.state == .empty && value.raw == nil
    case .unknown: return value.state == .notKnown || value.raw != nil
    case .declined: return value.state == .declined && value.raw == nil
    case .waived: return value.state == .waived && value.raw == nil
    case .has, .partial:
      guard let content = content(id) else { return false }
      let none = field.choices.indices.filter { field.choices[$0].isNone }
      switch content {
      case .oneOf(let set):
        return test == .partial
          ? set.places.count != 1 : !set.places.isEmpty && !set.places.contains(where: none.contains)
      case .several(let set, let complete):
        return test == .partial
          ? set.isEmpty && !complete : set.places.contains { !none.contains($0) }
      case .days(let range): return test == .has || range.lowerBound < range.upperBound
      case .number(let range):
        return test == .partial
          ? range.lowerBound < range.upperBound : field.kind != .number(.count) || range.lowerBound > 0
      case .words(let words, let complete):
        return test == .partial ? words.isEmpty && !complete : !words.isEmpty
      case .experience(let items, let complete):
        return test == .partial ? items.isEmpty && !complete : !items.isEmpty
      default: return test == .has
      }
    }
  }

  private func derivedState(_ test: StateTest, _ id: FieldID) -> Bool {
    let has: Bool
    var isPartial = false
    var isThere: Bool?
    var isNotKnown = false
    switch id {
    case "number": has = true
    case "age":
      guard case .days(let range)? = content("birth") else { return test == .empty }
      has = true
      isPartial = today.years(since: range.lowerBound) != today.years(since: range.upperBound)
    case "seen":
      has = client.summary.lastConversation != nil
      isPartial = client.summary.lastConversation.map { $0 < lastUncertain } ?? false
      let isNever = !starts.isEmpty && conversationDays == [nil]
      isNotKnown = !has && !isNever
      if isNotKnown { isThere = true }
    case "seen-channel":
      has = client.summary.lastConversation != nil && client.summary.lastChannel != .unknown
    case "ours": has = client.summary.lastOurs != nil
    case "next": has = next != nil
    case "waiting": (has, isThere) = (!client.summary.waitingOn.isEmpty, true)
    case "errands": (has, isThere) = (client.summary.openErrands > 0, true)
    case "gaps": (has, isThere) = (!missing.isEmpty, true)
    default: has = false
    }
    switch test {
    case .has: return has
    case .partial: return isPartial
    case .empty: return !(isThere ?? has)
    case .unknown: return isNotKnown
    default: return false
    }
  }

  // MARK: Worklists

  func worklist(_ name: String) -> Truth {
    func sure(_ isTrue: Bool) -> Truth { isTrue ? .yes : .no }
    let phase = settings.phase.value
    switch name {
    case "all": return .yes
    case "forgotten": return isOutOfSight(longerThan: settings.forgottenAfter.value)
    case "quiet":
      return isOutOfSight(
        longerThan: settings.forgottenAfter.value,
        from: days(from: client.summary.lastOurs, to: lastUncertainOfOurs))
    case "overdue": return overdue
    case "never-seen": return never
    case "no-start-day": return sure(client.summary.lastConversation == nil && starts.isEmpty)
    case "unconfirmed":
      guard let day = client.summary.latestUnconfirmed else { return .no }
      return sure(client.summary.lastConversation.map { $0 < day } ?? true)
    case "no-cv": return sure(missing.contains("cv"))
    case "no-plan": return sure(missing.contains("plan"))
    case "cv-stale": return test("cv", .days([.period(.greater, settings.cvShelfLife.value)]))
    case "plan-review":
      guard content("plan") != nil else { return .no }
      if content("plan-review") != nil { return test("plan-review", .days([.today(.lessOrEqual)])) }
      return test("plan", .days([.period(.greater, settings.planShelfLife.value)]))
    case "new":
      guard let intake else { return .unknown }
      return Self.all(
        (intake.lowerBound.number...intake.upperBound.number).map {
          let day = Day(number: $0)
          return day <= today && day.adding(phase) > today
        })
    case "job-ready": return test("job-ready", .choices([.one("yes")]))
    case "exemption-ending":
      guard case .days(let range)? = content("exemption") else { return .unknown }
      return Self.all(
        (range.lowerBound.number...range.upperBound.number).map {
          let day = Day(number: $0)
          return day >= today && day <= today.adding(settings.exemptionNotice.value)
        })
    case "unanswered":
      return sure(client.summary.unansweredSince.map { isAttended(today) || hasCome($0) } ?? false)
    case "returned":
      let paused = test("status", .choices([.one("paused")]))
      guard case .days(let days)? = content("return") else { return paused && .unknown }
      return paused
        && Self.all((days.lowerBound.number...days.upperBound.number).map { hasCome(Day(number: $0)) })
    case "standing-in":
      return sure(
        absences.contains {
          $0.colleague == coach && $0.first <= today && today <= $0.last ?? .latest && !$0.standIn.isEmpty
            && $0.standIn != coach
        })
    case "not-understood": return sure(client.values.values.contains { $0.raw != nil })
    case "absent-from-register": return sure(client.isAbsentFromRegister)
    case "waiting-on-us": return sure(client.summary.waitingOn.contains(.us))
    case "due-today": return sure(client.summary.nextErrand.map { hasCome($0) } ?? false)
    case "incomplete": return sure(!missing.isEmpty)
    default:
      guard case .filter(let filter)? = worklists.first(where: { $0.id == name })?.rule else {
        return .unknown
      }
      return truth(filter)
    }
  }
}
