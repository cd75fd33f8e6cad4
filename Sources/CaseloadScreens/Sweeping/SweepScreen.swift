import CaseloadCore
import Cells

/// One client a screen, with all that the call needs; at the end of a round, what is left and why.
enum SweepScreen {
  static func draw(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    guard let sweep = state.sweep else { return frame.box(rect, role: .focus) }
    frame.box(rect, title: title(sweep, state), role: .focus)
    drawBar(sweep, in: rect, titleWidth: title(sweep, state).width, &frame)
    let inner = rect.inset(rows: 1, columns: 2)
    let lines = lines(state, width: inner.width)
    let top = min(state.sweepTop, max(0, lines.count - inner.height))
    for (index, line) in lines.dropFirst(top).prefix(inner.height).enumerated() {
      line.draw(inner, line: index, labelWidth: label(inner.width), &frame)
    }
    ScrollNote.draw(top: top, shown: inner.height, of: lines.count, state, rect, &frame)
    drawKeys(state, in: inner, from: min(lines.count, inner.height), &frame)
    frame.cursor = Position(row: inner.row, column: inner.column)
  }

  /// What can be done with her, where there is room for it: one key an outcome.
  private static func drawKeys(_ state: ScreenState, in rect: Rect, from line: Int, _ frame: inout Frame) {
    guard state.sweep?.current != nil else { return }
    let ids = [
      "contact", "sweep-tried", "sweep-date", "sweep-park", "sweep-stop", "edit", "sweep-next", "sweep-back",
      "undo", "leave-sweep",
    ]
    let actions = ids.compactMap { ActionTable.action($0) }
    guard rect.height - line > actions.count, rect.width >= 100 else {
      return drawShortKeys(actions, state, in: rect, from: line, &frame)
    }
    let first = rect.endRow - actions.count
    for (index, action) in actions.enumerated() {
      guard let key = state.keymap.keys(of: action).first?.shown else { continue }
      frame.put(key, row: first + index, column: rect.column, role: .key)
      let words: TerminalText = "\(state.speech(action.short)) · \(state.speech(action.long))"
      frame.put(
        words, row: first + index, column: rect.column + 4, role: .dim, maxWidth: max(0, rect.width - 4))
    }
  }

  /// The same in as few lines as it takes, at the bottom.
  private static func drawShortKeys(
    _ actions: [Action], _ state: ScreenState, in rect: Rect, from line: Int, _ frame: inout Frame
  ) {
    let words = actions.compactMap { action -> TerminalText? in
      state.keymap.keys(of: action).first.map { "\($0.shown) \(state.speech(action.short))" }
    }
    let lines = words.joined(separator: "   ").wrap(to: rect.width)
    guard rect.height - line > lines.count else { return }
    for (index, text) in lines.enumerated() {
      frame.put(text, row: rect.endRow - lines.count + index, column: rect.column, role: .key)
    }
  }

  private static func label(_ width: Int) -> Int { RecordScreen.labelWidth(width) }

  /// "Sweep · @forgotten · 7 of 23".
  static func title(_ sweep: Sweep, _ state: ScreenState) -> TerminalText {
    let speech = state.speech
    var parts = [speech(SweepWords.title), list(sweep, speech)]
    if let number = sweep.number {
      parts.append(speech(SweepWords.place, TerminalText(number), TerminalText(sweep.entries.count)))
    }
    return parts.joined(separator: " · ")
  }

  /// What the list was made from.
  static func list(_ sweep: Sweep, _ speech: Speech) -> TerminalText {
    if sweep.isOfMarks { return speech(SweepWords.marks) }
    return sweep.filter.isEmpty ? speech(SweepWords.everybody) : TerminalText(data: sweep.filter)
  }

  /// How far it is, on the upper border at the right.
  private static func drawBar(_ sweep: Sweep, in rect: Rect, titleWidth: Int, _ frame: inout Frame) {
    let width = min(20, rect.width - titleWidth - 10)
    guard width >= 6 else { return }
    let all = max(1, sweep.entries.count)
    let filled = min(width, (all - sweep.tally.count(.left)) * width / all)
    let bar: TerminalText =
      "\(TerminalText.repeating("▓", count: filled))\(TerminalText.repeating("░", count: width - filled))"
    frame.put(" \(bar) ", row: rect.row, column: rect.endColumn - width - 4, role: .focus)
  }

  /// All of it in lines.
  static func lines(_ state: ScreenState, width: Int) -> [PaneLine] {
    guard let sweep = state.sweep else { return [] }
    guard let client = sweep.current else { return end(sweep, state, width: width) }
    let speech = state.speech
    let label = label(width)
    let tally = TerminalText(data: sweep.tally.text(in: speech.context.language))
    var lines = PaneLine.wrapped(tally, width: width, role: .dim) + [PaneLine()]
    func add(_ name: Phrase, _ said: Said, _ most: Int = 3) {
      lines += PaneLine.field(nil, speech(name), said, labelWidth: label, width: width).prefix(most)
    }
    func addOutcome() {
      guard let entry = sweep.entry(of: client), let outcome = entry.outcome else { return }
      add(SweepWords.became, Said(self.outcome(outcome, entry.day, speech), .attention))
    }
    guard let row = state.population.row(of: client) else {
      // One goes back to her, and she is in the caseload no more: what became of her is still known.
      lines.append(.heading(TerminalText(data: state.name(of: client))))
      addOutcome()
      return lines + PaneLine.wrapped(speech(FindWords.goneAlone), width: width, role: .attention)
    }
    lines.append(head(client, row, state))
    addOutcome()
    add(SweepWords.phone, phone(client, row, state))
    add(SweepWords.born, Said(FindScreen.verify(row, state)))
    guard let record = state.record, record.number == client else {
      return lines + PaneLine.wrapped(speech(Words.loading), width: width, role: .dim)
    }
    if let note = state.note(about: client) { add(NoteWords.short, NoteLine.said(note, speech)) }
    lines.append(PaneLine())
    let last = record.contacts.first { $0.kind == .conversation && $0.held != nil }
    if let last {
      let held = last.held.map { speech.held($0, last.channel, by: last.colleague) } ?? ""
      let story = last.said.isEmpty ? last.story : "“\(last.said)” \(last.story)"
      add(SweepWords.then, Said("\(held): \(TerminalText.oneLine(data: story))"), 4)
      if !last.agreed.isEmpty { add(SweepWords.agreed, agreed(last, speech)) }
    } else {
      add(SweepWords.then, Said(speech(SweepWords.nothingYet), .dim))
    }
    if let plan = record.plan { add(PlanWords.title, Said(PlanLine.text(plan, plan.made, speech)), 2) }
    let attempts = record.contacts.filter { $0.kind == .attempt }.prefix(record.failedAttempts).prefix(3)
    if !attempts.isEmpty {
      let said = attempts.map { attempt -> TerminalText in
        let day = attempt.held.map { speech.day($0) } ?? "—"
        return attempt.failure.map { "\(day) \(speech($0.label))" } ?? day
      }
      let count = record.failedAttempts
      add(SweepWords.attempts, Said("\(count): \(said.joined(separator: " · "))", .unknown))
    }
    if record.proposesLetter(state.context.settings) {
      let text = record.tryErrand(state.context.settings, in: speech.context.language)
      add(SweepWords.proposed, Said("‼ \(TerminalText.oneLine(data: text))", .attention))
    }
    for (field, name, saids) in MonitoringFacts(state, row).all
    where ["status", "next", "waiting", "gaps"].contains(field) {
      for (index, said) in saids.enumerated() {
        lines += PaneLine.field(field, index == 0 ? name : "", said, labelWidth: label, width: width).prefix(
          3)
      }
    }
    return lines
  }

  /// "Bakker, Fatima · 34 · development · last seen 9 Jul (4 m 12 d)".
  private static func head(_ client: ClientNumber, _ row: Int, _ state: ScreenState) -> PaneLine {
    let speech = state.speech
    var parts = [TerminalText(data: state.population.name(at: row).listed)]
    func value(_ id: FieldID) -> Value { state.population.value(id, at: row, state.context) }
    for id in ["age", "track"] as [FieldID] {
      guard let field = state.population.catalogue[id], value(id).state == .recorded else { continue }
      parts.append(speech.value(value(id), of: field).text)
    }
    parts.append("\(speech(Words.lastSeen)) \(ListRow.seenInWords(state, row).text)")
    return .heading(parts.joined(separator: " · "))
  }

  /// The step, and who takes it.
  private static func agreed(_ contact: Contact, _ speech: Speech) -> Said {
    let step = TerminalText.oneLine(data: contact.agreed)
    return Said(contact.agreedBy.map { "\(step) · \(speech($0.label))" } ?? step, .attention)
  }

  /// The number that is called, in a line of its own.
  private static func phone(_ client: ClientNumber, _ row: Int, _ state: ScreenState) -> Said {
    let kept = state.record.flatMap { $0.number == client ? $0.values["phone"] : nil }
    let value = kept ?? state.population.value("phone", at: row, state.context)
    if case .text(let number)? = value.content { return Said(TerminalText(data: number), .key) }
    return Said("✗ \(state.speech(SweepWords.noPhone))", .bad)
  }

  /// Nobody has the turn: the tally, then who is left and why.
  private static func end(_ sweep: Sweep, _ state: ScreenState, width: Int) -> [PaneLine] {
    let speech = state.speech
    let language = speech.context.language
    var lines = [PaneLine()]
    let tally = sweep.tally
    lines.append(.heading(TerminalText(data: tally.text(in: language))))
    let time = speech(SweepWords.minutes, sweep.seconds / 60)
    lines.append(
      PaneLine(text: "\(speech(SweepWords.ofDay, speech.day(sweep.made))) · \(time)", role: .dim))
    lines.append(PaneLine())
    let waiting = sweep.entries.filter {
      switch $0.outcome {
      case nil, .tried, .parked: true
      default: false
      }
    }
    if waiting.isEmpty {
      lines += PaneLine.wrapped(speech(SweepWords.done), width: width, role: .good)
    } else {
      lines += PaneLine.wrapped(speech(SweepWords.roundDone), width: width)
    }
    // Those with the same reason stand together, in the order of the list.
    var reasons: [(why: TerminalText, names: [TerminalText])] = []
    for entry in waiting {
      let why = entry.outcome.map { outcome($0, entry.day, speech) } ?? speech(SweepWords.passedOver)
      let name = TerminalText(data: state.name(of: entry.client))
      if let place = reasons.firstIndex(where: { $0.why == why }) {
        reasons[place].names.append(name)
      } else {
        reasons.append((why, [name]))
      }
    }
    for reason in reasons {
      lines += PaneLine.wrapped(
        "\(reason.names.count) \(reason.why): \(reason.names.joined(separator: "; "))", width: width,
        indent: 2)
    }
    if !sweep.note.isEmpty {
      lines.append(PaneLine())
      lines += PaneLine.wrapped(
        "\(speech(SweepWords.forTheTalk)): \(TerminalText.oneLine(data: sweep.note))", width: width)
    }
    return lines
  }

  /// What became of somebody, with its day.
  static func outcome(_ outcome: SweepOutcome, _ day: Day?, _ speech: Speech) -> TerminalText {
    switch outcome {
    case .tried: speech(SweepWords.triedUntil, speech.day((day ?? speech.context.today).nextWorkingDay))
    case .parked(let until): speech(SweepWords.parkedUntil, until.map { speech.day($0) } ?? "—")
    default: speech(outcome.part.label)
    }
  }
}

extension FindScreen {
  /// What tells whether the caller is who one thinks: birth date and postcode.
  static func verify(_ row: Int, _ state: ScreenState) -> TerminalText {
    let born: TerminalText = "\(state.speech(FindWords.born)) \(FindScreen.born(row, state))"
    // Another client's postcode must never stand here: the record that is read may still be of somebody else.
    guard let record = state.record, record.number == state.population.number(at: row),
      let field = state.population.catalogue["postcode"], let value = record.values["postcode"],
      value.state == .recorded
    else { return born }
    let postcode = state.speech.value(value, of: field).text
    let secret: TerminalText = record.isSecret("postcode") ? " · ‼ \(state.speech(FindWords.secret))" : ""
    return "\(born) · \(postcode)\(secret)"
  }
}
