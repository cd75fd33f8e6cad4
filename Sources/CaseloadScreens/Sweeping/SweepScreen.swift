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
    for (index, line) in lines.prefix(inner.height).enumerated() {
      line.draw(inner, line: index, labelWidth: label(inner.width), &frame)
    }
    if lines.count > inner.height {
      let more = state.speech(SweepWords.andMore, TerminalText(lines.count - inner.height))
      frame.put(" \(more) ", row: rect.endRow - 1, column: rect.endColumn - more.width - 4, role: .focus)
    }
    drawKeys(state, in: inner, from: lines.count + 1, &frame)
    frame.cursor = Position(row: inner.row, column: inner.column)
  }

  /// What can be done with her, where there is room for it: one key an outcome.
  private static func drawKeys(_ state: ScreenState, in rect: Rect, from line: Int, _ frame: inout Frame) {
    guard state.sweep?.current != nil else { return }
    let ids = ["contact", "sweep-tried", "sweep-date", "sweep-park", "sweep-stop", "edit", "sweep-next"]
    let actions = ids.compactMap { ActionTable.action($0) }
    guard rect.height - line >= actions.count else { return }
    let first = rect.endRow - actions.count
    for (index, action) in actions.enumerated() {
      guard let key = state.keymap.keys(of: action).first?.shown else { continue }
      frame.put(key, row: first + index, column: rect.column, role: .key)
      let words: TerminalText = "\(state.speech(action.short)) · \(state.speech(action.long))"
      frame.put(
        words, row: first + index, column: rect.column + 4, role: .dim, maxWidth: max(0, rect.width - 4))
    }
  }

  private static func label(_ width: Int) -> Int { RecordScreen.labelWidth(width) }

  /// "Sweep · @forgotten · 7 of 23 · 5 reached, 1 parked, 17 left".
  static func title(_ sweep: Sweep, _ state: ScreenState) -> TerminalText {
    let speech = state.speech
    var parts = [speech(SweepWords.title), list(sweep, speech)]
    if let number = sweep.number {
      parts.append(speech(SweepWords.place, TerminalText(number), TerminalText(sweep.entries.count)))
    }
    parts.append(TerminalText(data: sweep.tally.text(in: speech.context.language)))
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
    guard let client = sweep.current, let row = state.population.row(of: client) else {
      return end(sweep, state, width: width)
    }
    let speech = state.speech
    let label = label(width)
    var lines = [PaneLine(), head(client, row, state)]
    lines.append(PaneLine())
    func add(_ name: Phrase, _ said: Said, _ most: Int = 3) {
      lines += PaneLine.field(nil, speech(name), said, labelWidth: label, width: width).prefix(most)
    }
    if let outcome = sweep.entry(of: client)?.outcome {
      add(SweepWords.became, Said(self.outcome(outcome, sweep.entry(of: client)?.day, speech), .attention))
    }
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
      if let agreed = ContactLines(last, speech).agreed { add(SweepWords.agreed, agreed) }
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

  /// "Bakker, Fatima · 34 · development · last seen 9 Jul (4 m 12 d) · 06-12345678".
  private static func head(_ client: ClientNumber, _ row: Int, _ state: ScreenState) -> PaneLine {
    let speech = state.speech
    var parts = [TerminalText(data: state.population.name(at: row).listed)]
    func value(_ id: FieldID) -> Value { state.population.value(id, at: row, state.context) }
    for id in ["age", "track"] as [FieldID] {
      guard let field = state.population.catalogue[id], value(id).state == .recorded else { continue }
      parts.append(speech.value(value(id), of: field).text)
    }
    parts.append("\(speech(Words.lastSeen)) \(ListRow.seenInWords(state, row).text)")
    let phone = state.record.flatMap { $0.number == client ? $0.values["phone"] : nil } ?? value("phone")
    if case .text(let number)? = phone.content {
      parts.append(TerminalText(data: number))
    } else {
      parts.append(speech(SweepWords.noPhone))
    }
    return .heading(parts.joined(separator: " · "))
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
    for entry in waiting {
      let why = entry.outcome.map { outcome($0, entry.day, speech) } ?? speech(SweepWords.passedOver)
      lines += PaneLine.wrapped("\(data: state.name(of: entry.client)) · \(why)", width: width, indent: 2)
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
    guard let field = state.population.catalogue["postcode"],
      let value = state.record?.values["postcode"], value.state == .recorded
    else { return born }
    let postcode = state.speech.value(value, of: field).text
    let secret: TerminalText =
      state.record?.isSecret("postcode") == true ? " · ‼ \(state.speech(FindWords.secret))" : ""
    return "\(born) · \(postcode)\(secret)"
  }
}
