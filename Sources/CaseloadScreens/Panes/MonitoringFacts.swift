import CaseloadCore
import Cells

/// The facts of the monitoring pane, each with the field that the legend explains. Every rule is the core's.
struct MonitoringFacts {
  private let state: ScreenState
  private let row: Int
  private let speech: Speech
  private let facts: Contactability.Facts
  private let missing: Set<FieldID>

  init(_ state: ScreenState, _ row: Int) {
    self.state = state
    self.row = row
    speech = state.speech
    facts = state.population.contactability(at: row, state.context)
    missing = Set(state.population.missing(at: row, state.context))
  }

  /// Field, label and what is said of it, one or more lines.
  var all: [(FieldID, TerminalText, [Said])] {
    var lines: [(FieldID, TerminalText, [Said])] = [
      ("seen", speech(Words.lastSeen), seen),
      ("frequency", speech(Words.frequency), frequency),
      ("next", speech(Words.nextShort), next),
      ("cv", label("cv"), [dated("cv", shelf: state.context.settings.cvShelfLife.value)]),
      ("plan", speech(Words.plan), [plan]),
      ("track", label("track"), [plain("track")]),
    ]
    if !transfer.isEmpty { lines.insert(("coach", speech(TransferWords.last), transfer), at: 0) }
    if !away.isEmpty { lines.insert(("coach", label("coach"), away), at: 0) }
    if status.count > 0 { lines.insert(("status", label("status"), status), at: 0) }
    lines.append(("physical", speech(Words.problems), problems))
    lines.append(("waiting", speech(Words.waitingOn), waiting))
    lines.append(("workshops", label("workshops"), [plain("workshops")]))
    lines.append(("offers", label("offers"), [plain("offers")]))
    lines.append(("gaps", speech(Words.gaps), [gaps]))
    return lines
  }

  private func value(_ id: FieldID) -> Value { state.population.value(id, at: row, state.context) }
  private func label(_ id: FieldID) -> TerminalText {
    state.population.catalogue[id].map { speech($0.short) } ?? ""
  }

  private func plain(_ id: FieldID) -> Said {
    guard let field = state.population.catalogue[id] else { return .empty }
    return speech.value(value(id), of: field, isMissing: missing.contains(id))
  }

  private func day(_ id: FieldID) -> Day? {
    guard case .days(let days)? = value(id).content else { return nil }
    return days.upperBound
  }

  /// Said only where the coach is away: until when, who stands in, or until when what comes due waits.
  private var away: [Said] {
    let (calendar, today) = (state.context.calendar, state.context.today)
    let coach = state.population.coach(at: row)
    guard !calendar.isEmpty, let absence = calendar.absence(of: coach, on: today) else { return [] }
    let until = TerminalText(data: AbsenceText.until(absence, state.context))
    var lines = [Said(speech(AbsenceWords.away, speech.name(coach, state.me), until), .attention)]
    if !absence.standIn.isEmpty { lines.append(Said(AbsenceLine.standIn(absence, state.me, speech))) }
    if calendar.held(today, for: coach) != nil {
      lines.append(
        Said(
          calendar.asks(today, for: coach).map { speech(AbsenceWords.waitsHere, speech.day($0)) }
            ?? speech(AbsenceWords.nobody)))
    }
    return lines
  }

  /// A hand-over that waits for an answer, or was declined and not put aside.
  private var transfer: [Said] {
    let number = state.population.number(at: row)
    return state.transfers.filter { $0.transfer.client == number }.map {
      TransferLine.said($0.transfer, state.me, speech)
    }
  }

  /// Said only of who is not simply active.
  private var status: [Said] {
    let said = plain("status")
    if facts.isPaused {
      let until = facts.returns.map { speech(Words.pausedUntil, speech.day($0)) } ?? speech(Words.noReturnDay)
      return [Said("\(said.text) \(until)", .attention)]
    }
    guard case .oneOf(let set)? = value("status").content, let field = state.population.catalogue["status"],
      let active = field.place(of: "active"), set != ChoiceSet(place: active)
    else { return [] }
    return [Said(said.text, .attention)]
  }

  /// When and by whom; then since when she is forgotten, or why that is not known.
  private var seen: [Said] {
    let seen = facts.lastSeen
    var lines: [Said] = []
    if let known = seen.known {
      let channel =
        if case .text(let code)? = value("seen-channel").content { Channel(rawValue: code) } else {
          Channel?.none
        }
      let name = if case .text(let name)? = value("seen-by").content { name } else { "" }
      lines.append(Said(speech.held(known, channel, by: name)))
    } else if seen.isNever {
      lines.append(
        Said(seen.start.map { speech(Words.neverSince, speech.day($0)) } ?? speech(Words.noStart)))
    } else if seen.unconfirmed == nil {
      lines.append(Said("? \(speech(Words.unknown))", .unknown))
    }
    if let unconfirmed = seen.unconfirmed {
      lines.append(Said("? \(speech(Words.unconfirmedOn, speech.day(unconfirmed)))", .unknown))
    } else if let until = seen.mayBeUntil, until < state.context.today {
      lines.append(Said("? \(speech(Words.historyFrom, speech.day(until.adding(days: 1))))", .unknown))
    } else if seen.mayBeUntil != nil {
      lines.append(Said("? \(speech(LegendWords.noHistory))", .unknown))
    }
    switch Contactability.forgotten(facts, after: after, on: state.context.today) {
    case .yes:
      // The first day on which she was: see product.md, "What counts as seen".
      let from = max(
        seen.known ?? seen.start ?? .earliest, facts.isPaused ? facts.returns ?? .earliest : .earliest)
      let since = from.adding(after).adding(days: 1)
      lines.append(Said("‼ \(speech(Words.forgottenSince, speech.day(since)))", .overdue))
    case .unknown: lines.append(Said("? \(speech(Words.unknownWhether))", .unknown))
    case .no: break
    }
    return lines
  }

  private var after: Period { state.context.settings.forgottenAfter.value }

  private var frequency: [Said] {
    guard let weeks = facts.frequency else { return [plain("frequency")] }
    let isOwn = value("frequency").state == .recorded
    let words = isOwn ? Words.everyWeeks : Words.everyWeeksTrack
    var lines = [Said(speech(words, TerminalText(weeks)))]
    if Contactability.overdue(facts, on: state.context.today) == .yes {
      lines.append(Said("‼ \(speech(Words.overdueContact))", .overdue))
    }
    return lines
  }

  private var next: [Said] {
    guard let appointment = facts.appointment else { return [Said("— \(speech(Words.noAppointment))", .dim)] }
    return [Said("✓ \(speech.day(appointment))", .good)]
  }

  /// A document with a day: there, or past its shelf life, or missing.
  private func dated(_ id: FieldID, shelf: Period) -> Said {
    guard let day = day(id) else { return plain(id) }
    let isStale = day.adding(shelf) < state.context.today
    return isStale
      ? Said("‼ \(speech.day(day)), \(speech(Words.stale, speech.period(shelf)))", .overdue)
      : Said("✓ \(speech.day(day))", .good)
  }

  /// The plan, and its review, which asks for attention from its day on, as @plan-review does.
  private var plan: Said {
    let said = dated("plan", shelf: state.context.settings.planShelfLife.value)
    guard let review = day("plan-review") else { return said }
    let today = state.context.today
    let words = speech(review < today ? Words.reviewPast : Words.review, speech.day(review))
    guard review <= today, let plan = day("plan") else { return Said("\(said.text), \(words)", said.role) }
    // A tick before a review that has passed would say that all is well.
    let text: TerminalText = said.role == .good ? "‼ \(speech.day(plan))" : said.text
    return Said("\(text), \(words)", .overdue)
  }

  /// "physical · no mental"; of which it is not known, that comes after, each in a line of its own that says why:
  /// a name alone could be read as yes.
  private var problems: [Said] {
    let fields: [(id: FieldID, yes: Phrase, no: Phrase)] = [
      ("physical", Words.physical, Words.noPhysical), ("mental", Words.mental, Words.noMental),
    ]
    var known: [TerminalText] = []
    var unknown: [Said] = []
    for field in fields {
      let value = value(field.id)
      if case .oneOf(let set)? = value.content, set.count == 1 {
        let isYes = set.places.first == state.population.catalogue[field.id]?.place(of: "yes")
        known.append(speech(isYes ? field.yes : field.no))
        continue
      }
      let said = plain(field.id)
      let why = said == .empty ? "— \(speech(StateTest.empty.label))" : said.text
      unknown.append(Said("\(speech(field.yes)): \(why)", said.role))
    }
    if unknown.count == 2, unknown.allSatisfy({ $0.role == Said.empty.role }) {
      return [Said("— \(speech(StateTest.empty.label))", .dim)]
    }
    return (known.isEmpty ? [] : [Said(known.joined(separator: " · "))]) + unknown
  }

  /// Who must act; with the record read, what and until when.
  private var waiting: [Said] {
    guard let record = state.record else { return [plain("waiting")] }
    let open = record.errands.filter { $0.done == nil }
    if open.isEmpty { return [plain("waiting")] }
    return open.prefix(3).map { errand in
      let who = speech(errand.waitingOn == .us ? LegendWords.us : LegendWords.theClient)
      var text: TerminalText = "\(who): \(TerminalText.oneLine(data: errand.text))"
      guard let due = errand.due else { return Said(text) }
      text += ", \(speech(LegendWords.due, speech.day(due)))"
      return due < state.context.today ? Said("‼ \(text)", .overdue) : Said(text)
    }
  }

  /// Their full names, which may hold a comma themselves.
  private var gaps: Said {
    let names = state.population.missing(at: row, state.context).compactMap { id in
      state.population.catalogue[id].map { speech($0.label) }
    }
    return names.isEmpty
      ? Said("✓ \(speech(Words.noGaps))", .good)
      : Said("\(names.count): \(names.joined(separator: "; "))", .bad)
  }
}
