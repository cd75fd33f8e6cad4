import CaseloadCore
import Cells

/// A form: what is known already, then its entries, a long text with all the room that is left.
enum FormScreen {
  private static let label = 14
  /// A story that is worth its name has this many lines at least.
  private static let shortestText = 3
  private static let usualText = 6

  static func draw(_ state: ScreenState, _ form: Form, in rect: Rect, _ frame: inout Frame) {
    let speech = state.speech
    let sheet = state.sheet(form)
    let name = form.subject.client.map { " · \(data: state.name(of: $0))" as TerminalText } ?? ""
    let title: TerminalText = "\(sheet.title(speech))\(name)"
    frame.box(rect, title: title, note: form.isDraft ? speech(FormWords.draft) : "", role: .focus)
    let inner = rect.inset(rows: 1, columns: 2)
    guard inner.height > 0, inner.width > label else { return }
    let lines = sheet.lines(form)
    let note = note(state, form)
    let isLong = lines.contains { $0.first?.input == .long }
    // What is known gives way to the entries, and keeps what room there is.
    let noteLines = noteLines(note.text, inner)
    let least = lines.count - (isLong ? 1 - shortestText : 0) + noteLines.count
    let head = head(state, form, width: inner.width).prefix(max(0, inner.height - least - 1))
    var line = 0
    for part in head {
      part.draw(inner, line: line, labelWidth: label, &frame)
      line += 1
    }
    if !head.isEmpty { line += 1 }
    let room = max(1, inner.height - line - noteLines.count)
    let heights = heights(form, lines, room: room, width: inner.width)
    // In a window that is too low, the entry that has the keys is in sight.
    let focus = lines.firstIndex { $0.contains { $0.id == form.focus } } ?? 0
    var first = 0
    while first < focus, heights[first...focus].reduce(0, +) > room { first += 1 }
    let end = line + room
    for (entries, height) in zip(lines, heights).dropFirst(first) where line < end {
      let place = Rect(
        row: inner.row + line, column: inner.column, width: inner.width, height: min(height, end - line))
      draw(state, form, entries, in: place, &frame)
      line += place.height
    }
    // It stands near what it is about.
    let top = max(0, min(line + 1, inner.height - noteLines.count))
    for (index, text) in noteLines.enumerated() {
      frame.put(text, in: inner, line: top + index, role: note.role)
    }
  }

  /// What must be known in up to three lines, where the window has room for them beside the entries.
  private static func noteLines(_ text: TerminalText, _ inner: Rect) -> [TerminalText] {
    guard !text.isEmpty else { return [] }
    let most = max(1, min(3, inner.height / 4))
    let lines = text.wrap(to: inner.width)
    guard lines.count > most else { return lines }
    let rest = lines.dropFirst(most - 1).joined(separator: " ")
    return lines.prefix(most - 1) + [rest.clipToWords(inner.width)]
  }

  /// A long text grows with what is told; the entries stay near it.
  private static func heights(_ form: Form, _ lines: [[FormEntry]], room: Int, width: Int) -> [Int] {
    let spare = max(1, room - (lines.count - 1))
    return lines.map { entries in
      guard let entry = entries.first, entry.input == .long else { return 1 }
      let told = form.texts[entry.id]?.lines(width: textWidth(inner: width)).count ?? 1
      return min(spare, max(usualText, told + 1))
    }
  }

  private static func draw(
    _ state: ScreenState, _ form: Form, _ entries: [FormEntry], in rect: Rect, _ frame: inout Frame
  ) {
    if let entry = entries.first, entry.input == .long {
      return drawLong(state, form, entry, in: rect, &frame)
    }
    let half = entries.count > 1 ? rect.width / 2 : rect.width
    for (index, entry) in entries.enumerated() {
      let width = index == entries.count - 1 ? rect.width - index * half : half - 1
      let place = Rect(row: rect.row, column: rect.column + index * half, width: width, height: 1)
      drawEntry(state, form, entry, in: place, &frame)
    }
  }

  /// What must be known before it can be kept: what is wrong, what is asked, what was understood.
  static func note(_ state: ScreenState, _ form: Form) -> Said {
    let speech = state.speech
    if let refusal = form.refusal {
      return Said(speech(refusal), .error)
    }
    switch form.step {
    case .saving: return Said(speech(FormWords.saving), .attention)
    case .leaving: return Said(speech(FormWords.leaving), .attention)
    case .asking(.bare): return Said(speech(ContactWords.bare), .attention)
    case .filling, .asking: return state.sheet(form).note(form, speech) ?? Said("")
    }
  }

  /// What is known, in lines.
  static func head(_ state: ScreenState, _ form: Form, width: Int) -> [PaneLine] {
    let speech = state.speech
    let lines: [HeadLine]
    if form.subject.client == nil {
      lines = state.sheet(form).preview(form, speech)
    } else {
      guard let record = form.seen else { return [PaneLine(text: speech(Words.loading), role: .dim)] }
      lines = state.sheet(form).head(form, record, speech)
    }
    return lines.flatMap { line -> [PaneLine] in
      guard let name = line.name else {
        return [PaneLine(text: line.said.text.clip(to: width), role: line.said.role)]
      }
      let all = PaneLine.field(nil, speech(name), line.said, labelWidth: label, width: width)
      guard all.count > line.most else { return all }
      var shown = Array(all.prefix(line.most))
      let rest = all.dropFirst(line.most - 1).map(\.text).joined(separator: " ")
      shown[line.most - 1].text = rest.clipToWords(max(1, width - label))
      return shown
    }
  }

  private static func drawName(
    _ state: ScreenState, _ entry: FormEntry, isHere: Bool, in rect: Rect, _ frame: inout Frame
  ) {
    frame.put(
      state.speech(entry.name), row: rect.row, column: rect.column, role: isHere ? .key : .normal,
      maxWidth: label - 1)
  }

  private static func drawEntry(
    _ state: ScreenState, _ form: Form, _ entry: FormEntry, in rect: Rect, _ frame: inout Frame
  ) {
    let isHere = form.focus == entry.id
    drawName(state, entry, isHere: isHere, in: rect, &frame)
    let column = rect.column + label
    let room = max(0, rect.width - label)
    guard !entry.isTyped else {
      return drawTyped(state, form, entry, isHere: isHere, row: rect.row, column: column, room: room, &frame)
    }
    let chosen = entry.choices.first { $0.code == form.code(entry.id) } ?? entry.choices.first
    let name = chosen.map { state.speech.name(of: $0) } ?? ""
    frame.put(
      isHere ? "‹ \(name) ›" : name, row: rect.row, column: column, role: isHere ? .input : .normal,
      maxWidth: room)
    if isHere { frame.cursor = Position(row: rect.row, column: column) }
  }

  private static func drawTyped(
    _ state: ScreenState, _ form: Form, _ entry: FormEntry, isHere: Bool, row: Int, column: Int, room: Int,
    _ frame: inout Frame
  ) {
    let field = form.texts[entry.id] ?? TextField()
    let meant = day(entry, form, state)
    let after = meant.map { $0.width + 2 } ?? 0
    let shown = max(1, min(room, room - after))
    if isHere {
      EntryView.draw(field, row: row, column: column, room: shown, &frame)
    } else {
      let text = TerminalText(data: field.text)
      frame.put(
        text.isEmpty ? "—" : text, row: row, column: column, role: text.isEmpty ? .dim : .normal,
        maxWidth: shown)
    }
    // The day that is meant stands behind what was typed.
    guard let meant, room > after + 4 else { return }
    let used = min(shown, TerminalText(data: field.text).width + 1)
    frame.put(meant, row: row, column: column + used + 1, role: .dim, maxWidth: max(0, room - used - 1))
  }

  /// The day that is meant by what was typed; beside an empty next appointment the one that stands already.
  private static func day(_ entry: FormEntry, _ form: Form, _ state: ScreenState) -> TerminalText? {
    guard let nearest = entry.day else { return nil }
    let today = state.context.today
    if entry.id == .next, form.text(.next).isEmpty {
      return form.seen?.summary.nextAppointment(from: today.adding(days: 1)).map {
        state.speech(ContactWords.stands, state.speech.day($0))
      }
    }
    let stands = state.sheet(form).stands(entry.id, form, state.context)
    // What is no day yet is said when it is saved.
    guard let day = try? form.day(entry.id, nearest, state.context, stands: stands) else { return nil }
    return TerminalText(data: DayText.long(day, state.context.language))
  }

  /// The columns of a long text.
  static func textWidth(_ state: ScreenState) -> Int { textWidth(inner: state.layout.form.width - 4) }

  /// One column is left for the caret behind a full line.
  private static func textWidth(inner width: Int) -> Int { max(1, width - label - 1) }

  private static func drawLong(
    _ state: ScreenState, _ form: Form, _ entry: FormEntry, in rect: Rect, _ frame: inout Frame
  ) {
    let isHere = form.focus == entry.id
    drawName(state, entry, isHere: isHere, in: rect, &frame)
    let column = rect.column + label
    let width = textWidth(inner: rect.width)
    let field = form.texts[entry.id] ?? TextField("", isLong: true)
    let lines = field.lines(width: width)
    let caret = field.place(in: lines)
    let top = max(0, isHere ? caret.line - rect.height + 1 : 0)
    for (index, line) in lines.dropFirst(top).prefix(rect.height).enumerated() {
      let text = EntryView.text(field, from: line.lowerBound, to: line.upperBound)
      frame.put(
        TerminalText(data: text), row: rect.row + index, column: column, role: isHere ? .input : .normal,
        maxWidth: width)
    }
    guard isHere, lines.indices.contains(caret.line) else {
      if field.isEmpty { frame.put("—", row: rect.row, column: column, role: .dim) }
      return
    }
    let start = lines[caret.line].lowerBound
    let before = TerminalText(data: EntryView.text(field, from: start, to: start + caret.offset)).width
    let place = Position(row: rect.row + caret.line - top, column: column + min(before, width))
    if caret.offset == lines[caret.line].count {
      frame.put("▏", row: place.row, column: place.column, role: .input)
    }
    frame.cursor = place
  }
}

extension Speech {
  /// The name of a choice; of a value that may be several things, all of theirs.
  func name(of choice: FormChoice) -> TerminalText {
    choice.labels.map { self($0) }.joined(separator: " / ")
  }
}
