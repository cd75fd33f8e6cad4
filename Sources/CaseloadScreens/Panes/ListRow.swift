import CaseloadCore
import Cells

/// One client in the list: a pure function from the client to cells. The state is handed on, not kept: a copy of it
/// for each row costs more than the row.
struct ListRow {
  private let row: Int
  private let speech: Speech
  private let facts: Contactability.Facts

  init(_ state: __shared ScreenState, _ row: Int, _ speech: Speech) {
    self.row = row
    self.speech = speech
    facts = state.population.contactability(at: row, state.context)
  }

  func draw(
    _ state: ScreenState, _ columns: [ListColumn], _ rect: Rect, isFocused: Bool, _ frame: inout Frame
  ) {
    let isCursor = row == state.cursorRow
    let isMarked = state.marks[state.population.number(at: row)] != nil
    let isUnknown = state.outcome.unknown.contains(row)
    // She left the list through what was just done.
    let isLeaving = state.leaving == state.population.number(at: row)
    let base: Role = isLeaving ? .struck : isUnknown ? .unknown : state.isStale ? .dim : .normal
    // The cursor takes the gutter's first column; the sign it hides moves to the second.
    var signs: [(TerminalText, Role)] = []
    if isCursor { signs.append(("▌", .focus)) }
    if isMarked { signs.append(("●", .attention)) }
    if isLeaving { signs.append(("✓", .good)) } else if isUnknown { signs.append(("?", .unknown)) }
    if state.isOfColleague(row) { signs.append(("↔", .dim)) }
    for (index, sign) in signs.prefix(2).enumerated() {
      frame.put(sign.0, row: rect.row, column: rect.column + index, role: sign.1)
    }
    var column = rect.column + 2
    for part in columns {
      let said = text(of: part, state)
      // The sign of a private note stands at the end of the name.
      let note = part.content == .name ? state.note(about: state.population.number(at: row)) : nil
      let room = max(0, min(part.width - (note == nil ? 0 : 2), rect.endColumn - column))
      if let note, room > 0 {
        let sign = NoteLine.sign(note)
        frame.put(sign.text, row: rect.row, column: column + room + 1, role: sign.role)
      }
      let shift = part.alignment == .right ? max(0, part.width - said.text.width) : 0
      frame.put(
        said.text, row: rect.row, column: column + shift,
        role: said.role == .normal || state.isStale || isLeaving ? base : said.role,
        maxWidth: room)
      column += part.width + 1
    }
    guard isCursor else { return }
    if isFocused {
      frame.restyle(rect, role: .selected)
    } else {
      let name = Rect(row: rect.row, column: rect.column + 2, width: rect.width - 2, height: 1)
      frame.restyle(name, role: base, attributes: .bold)
    }
  }

  private func text(of column: ListColumn, _ state: ScreenState) -> Said {
    switch column.content {
    case .name: return name(state)
    case .age: return age(state)
    case .seen: return Self.lastSeen(facts.lastSeen, speech)
    case .sign: return sign(state)
    case .next: return next(state)
    case .field(let id): return value(id, state)
    }
  }

  /// The texts whose widths are measured.
  func plain(_ state: ScreenState) -> (name: Said, seen: Said, next: Said) {
    (name(state), Self.lastSeen(facts.lastSeen, speech), next(state))
  }

  private func name(_ state: ScreenState) -> Said {
    let name = state.population.name(at: row).listed
    return name.isEmpty
      ? Said("— \(Int(state.population.number(at: row).number))", .dim) : Said(TerminalText(data: name))
  }

  /// Whole years; of a partial birth date the lowest, with a sign.
  private func age(_ state: ScreenState) -> Said {
    let value = state.population.value("age", at: row, state.context)
    guard case .number(let years)? = value.content, years.lowerBound != years.upperBound else {
      return self.value("age", state)
    }
    return Said("\(years.lowerBound)?", .unknown)
  }

  /// "4 m 12 d", or why no number of days can be said.
  static func lastSeen(_ seen: LastSeen, _ speech: Speech) -> Said {
    if let known = seen.known, seen.unconfirmed == nil {
      let ago = speech.ago(known)
      return Said(
        known == speech.context.today ? ago : ago.pad(to: max(ago.width, Speech.agoWidth), alignment: .right))
    }
    let words = seen.unconfirmed != nil ? Words.unconfirmed : seen.isNever ? Words.never : Words.unknown
    return Said(speech(words), seen.isNever ? .normal : .unknown)
  }

  /// ‼ where someone must act: forgotten, or the client's own frequency has passed and no appointment stands.
  private func sign(_ state: ScreenState) -> Said {
    let after = state.context.settings.forgottenAfter.value
    let today = state.context.today
    let forgotten = Contactability.forgotten(facts, after: after, on: today)
    if (forgotten || Contactability.overdue(facts, on: today)) == .yes { return Said("‼", .overdue) }
    return facts.lastSeen.mayBeUntil == nil ? Said("") : Said("?", .unknown)
  }

  /// An appointment's day and month; of one more than a year ahead, the year.
  private func next(_ state: ScreenState) -> Said {
    guard let day = facts.appointment else { return .empty }
    if day > state.context.today.adding(months: 11) { return Said(TerminalText(day.parts.year)) }
    var sameYear = state.context
    sameYear.today = day
    return Said(TerminalText(data: DayText.short(day, sameYear)))
  }

  private func value(_ id: FieldID, _ state: ScreenState) -> Said {
    guard let field = state.population.catalogue[id] else { return Said("") }
    let value = state.population.value(id, at: row, state.context)
    if value.state == .recorded {
      return speech.marked(
        speech.value(value, of: field),
        isSecret: state.population.isSecret(field.id, at: row, state.context))
    }
    let isUnknown = value.state == .notKnown || value.state == .declined || value.raw != nil
    if value.state == .waived { return Said("~", .dim) }
    if isUnknown { return Said("?", .unknown) }
    let isMissing = state.population.missing(at: row, state.context).contains(id)
    return isMissing ? Said("✗", .bad) : .empty
  }
}
