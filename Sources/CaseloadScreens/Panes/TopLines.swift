import CaseloadCore
import Cells

/// Who and where; the filter with its three counts; the worklists with theirs.
enum TopLines {
  static func drawTitle(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    let speech = state.speech
    let norm = TerminalText(state.context.settings.caseloadNorm.value)
    let count = TerminalText(state.ownCount)
    let isWide = rect.width >= Layout.fourPanes
    let day =
      isWide
      ? TerminalText(data: DayText.long(state.context.today, state.context.language))
      : speech.day(state.context.today)
    let saved: Said
    switch state.saved {
    case .saved: saved = Said(speech(Words.saved))
    case .saving: saved = Said(speech(Words.saving), .attention)
    case .failed: saved = Said(speech(Words.notSaved), .error)
    }
    // The norm is one coach's.
    let hasNorm = isWide && state.scope.coach != nil
    var clients = hasNorm ? speech(Words.clientsOfNorm, count, norm) : speech(Words.clients, count)
    // Whom she stands in for counts neither for her norm nor among her own.
    for other in state.standingIn {
      let until = TerminalText(data: AbsenceText.until(other.absence, state.context))
      let name = TerminalText(data: other.absence.colleague)
      clients +=
        isWide
        ? " \(speech(AbsenceWords.plus, TerminalText(other.count), name, until))" : " + \(other.count)"
    }
    if state.offeredCount > 0 {
      clients += " · \(speech(TransferWords.offeredShort, TerminalText(state.offeredCount)))"
    }
    frame.fill(rect, role: .header)
    var right = rect.endColumn - 1 - saved.text.width
    frame.put(saved.text, row: rect.row, column: right, role: saved.role == .normal ? .header : saved.role)
    right -= day.width + 3
    // The narrowest windows keep name and count; the day goes first.
    let left: TerminalText = isWide ? " caseload   " : " caseload  "
    let scope = state.scope.said(speech)
    let wanted = left.width + scope.width + clients.width + 4
    if right > min(wanted, left.width + 8 + clients.width) {
      frame.put(day, row: rect.row, column: right, role: .header)
    } else {
      right += day.width + 3
    }
    var column = rect.column
    column += frame.put(left, row: rect.row, column: column, role: .header, attributes: .bold)
    let room = right - column - clients.width - 4
    if room >= 4 {
      column += frame.put(scope, row: rect.row, column: column, role: .header, maxWidth: room)
      column += frame.put(" · ", row: rect.row, column: column, role: .header)
    }
    column += frame.put(
      clients, row: rect.row, column: column, role: .header, maxWidth: max(0, right - column - 1))
    guard state.freeErrandsDue > 0 else { return }
    // What asks for attention and is on no client's list.
    let said = [
      speech(ErrandWords.freeDue, state.freeErrandsDue),
      speech(ErrandWords.freeDueShort, TerminalText(state.freeErrandsDue)),
    ]
    guard let due = said.first(where: { right - column > $0.width + 4 }) else { return }
    frame.put(" · ", row: rect.row, column: column, role: .header)
    frame.put(due, row: rect.row, column: column + 3, role: .attention)
  }

  static func drawFilter(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    switch state.mode {
    case .find(let entry, _):
      let key = state.keymap.label(of: "find") ?? ""
      return drawTyped(entry.field, key, FindWords.hint, state, in: rect, &frame)
    case .actions(let pick, _):
      let isPalette = pick.style == .palette
      let key = state.keymap.label(of: isPalette ? "palette" : "help") ?? ""
      let hint = isPalette ? PickWords.commandHint : PickWords.keysHint
      return drawTyped(pick.field, key, hint, state, in: rect, &frame)
    case .name(let entry, _):
      let key = state.keymap.label(of: entry.asked.action) ?? ""
      return drawTyped(entry.field, key, entry.asked.hint, state, in: rect, &frame)
    case .question(let id, _):
      let text = state.speech(ListWords.askDelete, "@\(data: id)")
      frame.put(
        text, row: rect.row, column: rect.column + 1, role: .attention, maxWidth: max(0, rect.width - 2))
      frame.cursor = Position(row: rect.row, column: rect.column + 1)
      return
    default: break
    }
    let speech = state.speech
    let numbers = counts(state, width: rect.width)
    let countsColumn = rect.endColumn - 1 - numbers.width
    frame.put(numbers, row: rect.row, column: countsColumn, role: state.isStale ? .dim : .normal)
    frame.put(" /", row: rect.row, column: rect.column, role: .key)
    let room = entryRoom(state, width: rect.width)
    let start = rect.column + 3
    if case .filter(let entry) = state.mode {
      EntryView.draw(entry.field, row: rect.row, column: start, room: room, &frame)
    } else if state.filterText.isEmpty {
      let hint = speech(Words.filterHint)
      frame.put(
        hint.width <= room ? hint : speech(Words.noFilter), row: rect.row, column: start, role: .dim,
        maxWidth: room)
    } else {
      frame.put(
        TerminalText(data: state.filterText), row: rect.row, column: start, role: .input, maxWidth: room)
    }
  }

  /// Yes, unknown, no, and of how many. A text with an error in it has no result: the numbers of the part that
  /// could be read would stand beside the whole text.
  private static func counts(_ state: ScreenState, width: Int) -> TerminalText {
    let counts = state.filterCounts
    let (yes, unknown, no) = (counts.yes, counts.unknown, counts.no)
    let hasError = state.filterError != nil
    let number = { (count: Int) in hasError ? "—" : TerminalText(count) }
    return width >= Layout.fourPanes
      ? state.speech(Words.counts, number(yes), number(unknown), number(no), TerminalText(counts.all))
      : state.speech(Words.countsShort, number(yes), number(unknown), TerminalText(counts.all))
  }

  /// The columns a filter text has beside its counts.
  static func entryRoom(_ state: ScreenState, width: Int) -> Int {
    max(0, width - 6 - counts(state, width: width).width)
  }

  /// A text that is typed alone on the line, behind the key that began it.
  private static func drawTyped(
    _ field: TextField, _ key: TerminalText, _ hint: Phrase, _ state: ScreenState, in rect: Rect,
    _ frame: inout Frame
  ) {
    let head: TerminalText = " \(key) "
    frame.put(head, row: rect.row, column: rect.column, role: .key)
    let column = rect.column + head.width
    let room = max(0, rect.width - head.width - 2)
    EntryView.draw(field, row: rect.row, column: column, room: room, &frame)
    if field.isEmpty {
      frame.put(state.speech(hint), row: rect.row, column: column, role: .dim, maxWidth: room)
    }
  }
}

/// Which part of a long text is shown while it is typed.
enum EntryView {
  /// Typed text with its caret; a text too long for its room shows the part around the caret.
  static func draw(
    _ field: TextField, row: Int, column: Int, room: Int, _ frame: inout Frame
  ) {
    guard room > 0 else { return }
    let shift = Self.shift(field, room: room)
    let text = TerminalText(data: Self.text(field, from: shift))
    frame.put(text, row: row, column: column, role: .input, maxWidth: room)
    let caret = TerminalText(data: Self.text(field, from: shift, to: field.caret)).width
    let place = Position(row: row, column: column + min(caret, room - 1))
    if field.caret == field.scalars.count { frame.put("▏", row: row, column: place.column, role: .input) }
    frame.cursor = place
  }

  /// How many scalars are left out at the start so that the caret is in sight.
  static func shift(_ field: TextField, room: Int) -> Int {
    var shift = 0
    while shift < field.caret, TerminalText(data: text(field, from: shift, to: field.caret)).width >= room {
      shift += max(1, (field.caret - shift) / 8)
    }
    return min(shift, field.caret)
  }

  static func text(_ field: TextField, from: Int, to: Int? = nil) -> String {
    var view = String.UnicodeScalarView()
    let end = min(max(from, to ?? field.scalars.count), field.scalars.count)
    view.append(contentsOf: field.scalars[min(from, end)..<end])
    return String(view)
  }
}
