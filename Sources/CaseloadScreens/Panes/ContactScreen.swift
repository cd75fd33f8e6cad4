import CaseloadCore
import Cells

/// The contact form: what was said and agreed last, then the entries, the story with all the room that is left.
enum ContactScreen {
  private static let label = 14
  /// A story that is worth its name has this many lines at least.
  private static let shortestStory = 3
  private static let usualStory = 6

  static func draw(_ state: ScreenState, _ form: ContactForm, in rect: Rect, _ frame: inout Frame) {
    let speech = state.speech
    let row = state.population.row(of: form.client)
    let name = row.map { TerminalText(data: state.population.name(at: $0).listed) } ?? ""
    let title: TerminalText = "\(speech(ContactWords.title)) · \(name)"
    frame.box(rect, title: title, note: form.isDraft ? speech(ContactWords.draft) : "", role: .focus)
    let inner = rect.inset(rows: 1, columns: 2)
    guard inner.height > 0, inner.width > label else { return }
    let lines = form.lines(hasUnanswered: state.record?.unanswered.isEmpty == false)
    let says = problem(state, form)
    // What was said then gives way to the entries, and keeps what room there is.
    let least = lines.count - 1 + shortestStory + (says.text.isEmpty ? 0 : 1)
    let head = then(state, form, width: inner.width).prefix(max(0, inner.height - least - 1))
    var line = 0
    for part in head {
      part.draw(inner, line: line, labelWidth: label, &frame)
      line += 1
    }
    if !head.isEmpty { line += 1 }
    let spare = max(1, inner.height - line - (lines.count - 1) - (says.text.isEmpty ? 0 : 1))
    // The story grows with what is told; the entries stay near it.
    let told = form.texts[.story]?.lines(width: storyWidth(inner: inner.width)).count ?? 1
    let story = min(spare, max(usualStory, told + 1))
    // In a window that is too low, the entry that has the keys is in sight.
    let heights = lines.map { $0 == [.story] ? story : 1 }
    let focus = lines.firstIndex { $0.contains(form.focus) } ?? 0
    let room = inner.height - line - (says.text.isEmpty ? 0 : 1)
    var first = 0
    while first < focus, heights[first...focus].reduce(0, +) > room { first += 1 }
    for entries in lines.dropFirst(first) where line < inner.height - (says.text.isEmpty ? 0 : 1) {
      if entries == [.story] {
        let height = min(story, inner.height - line)
        let place = Rect(row: inner.row + line, column: inner.column, width: inner.width, height: height)
        drawStory(state, form, in: place, &frame)
        line += height
        continue
      }
      let half = entries.count > 1 ? inner.width / 2 : inner.width
      for (index, entry) in entries.enumerated() {
        let width = index == entries.count - 1 ? inner.width - index * half : half - 1
        let place = Rect(row: inner.row + line, column: inner.column + index * half, width: width, height: 1)
        drawEntry(state, form, entry, in: place, &frame)
      }
      line += 1
    }
    if !says.text.isEmpty {
      frame.put(
        says.text, row: inner.endRow - 1, column: inner.column, role: says.role, maxWidth: inner.width)
    }
  }

  /// What must be known before it can be kept: what is wrong, that it may be entered twice, that it is to come.
  static func problem(_ state: ScreenState, _ form: ContactForm) -> Said {
    let speech = state.speech
    if let refusal = form.refusal { return Said(speech(refusal), .error) }
    if form.step == .saving { return Said(speech(ContactWords.saving), .attention) }
    if form.step == .leaving { return Said(speech(ContactWords.leaving), .attention) }
    if form.step == .bare { return Said(speech(ContactWords.bare), .attention) }
    if form.kind == .attempt, let record = state.record, record.number == form.client,
      record.proposesLetter(state.context.settings)
    {
      let text = speech(ContactWords.letterText, TerminalText(record.failedAttempts + 1))
      return Said(speech(ContactWords.letterNow, text), .attention)
    }
    guard case .success(let registration) = form.registration(state.record, state.context),
      let held = registration.contact.held
    else { return Said("") }
    if form.step == .doubtful,
      let double = state.record?.doubles(of: registration, on: state.context.today).first
    {
      return Said(
        speech(
          ContactWords.double, speech(double.kind.label), speech.day(held), speech.who(double.colleague)),
        .attention)
    }
    if registration.kind(on: state.context.today) == .appointment {
      let day = TerminalText(data: DayText.long(held, state.context.language))
      return Said(speech(ContactWords.appointment, day), .attention)
    }
    return Said("")
  }

  /// The client's own words and the step agreed last time; a message that waits.
  static func then(_ state: ScreenState, _ form: ContactForm, width: Int) -> [PaneLine] {
    let speech = state.speech
    guard let record = state.record, record.number == form.client else {
      return [PaneLine(text: speech(Words.loading), role: .dim)]
    }
    var lines: [PaneLine] = []
    func add(_ name: Phrase, _ text: TerminalText, _ role: Role, most: Int) {
      let all = PaneLine.field(nil, speech(name), Said(text, role), labelWidth: label, width: width)
      guard all.count > most else { return lines.append(contentsOf: all) }
      var shown = Array(all.prefix(most))
      let rest = all.dropFirst(most - 1).map(\.text).joined(separator: " ")
      shown[most - 1].text = rest.clipToWords(max(1, width - label))
      lines += shown
    }
    func joined(_ text: String) -> TerminalText {
      TerminalText.lines(data: text).filter { !$0.isEmpty }.joined(separator: " ")
    }
    if let last = record.contacts.first(where: { $0.kind == .conversation && $0.held != nil }),
      let held = last.held
    {
      let words = last.said.isEmpty ? joined(last.story) : "“\(joined(last.said))”"
      add(
        ContactWords.then, "\(speech.day(held)), \(speech(last.channel.label)): \(words)", .dim, most: 2)
      // A step stays until another is agreed.
      if let last = record.contacts.first(where: { $0.kind == .conversation && !$0.agreed.isEmpty }) {
        let by = last.agreedBy.map { " (\(speech($0.label)))" as TerminalText } ?? ""
        add(ContactWords.agreedThen, "\(joined(last.agreed))\(by)", .normal, most: 2)
      }
    } else {
      add(ContactWords.then, speech(ContactWords.noContact), .dim, most: 1)
    }
    if let planned = record.appointment(on: state.context.today), !planned.story.isEmpty {
      add(ContactWords.planned, joined(planned.story), .attention, most: 2)
    }
    if let message = record.unanswered.first, let day = message.held ?? message.logged {
      lines.append(
        PaneLine(
          text: speech(ContactWords.waiting, speech.day(day), joined(message.story)).clip(to: width),
          role: .attention))
    }
    return lines
  }

  private static func drawEntry(
    _ state: ScreenState, _ form: ContactForm, _ entry: ContactForm.Entry, in rect: Rect, _ frame: inout Frame
  ) {
    let speech = state.speech
    let isHere = form.focus == entry
    frame.put(
      speech(ContactWords.name(entry)), row: rect.row, column: rect.column, role: isHere ? .key : .normal,
      maxWidth: label - 1)
    let column = rect.column + label
    let room = max(0, rect.width - label)
    guard let choices = form.choices(entry) else {
      return drawTyped(state, form, entry, isHere: isHere, row: rect.row, column: column, room: room, &frame)
    }
    let chosen = speech(choices.labels[choices.chosen])
    frame.put(
      isHere ? "‹ \(chosen) ›" : chosen, row: rect.row, column: column, role: isHere ? .input : .normal,
      maxWidth: room)
    if isHere { frame.cursor = Position(row: rect.row, column: column) }
  }

  private static func drawTyped(
    _ state: ScreenState, _ form: ContactForm, _ entry: ContactForm.Entry, isHere: Bool, row: Int,
    column: Int,
    room: Int, _ frame: inout Frame
  ) {
    let field = form.texts[entry] ?? TextField()
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
  private static func day(
    _ entry: ContactForm.Entry, _ form: ContactForm, _ state: ScreenState
  ) -> TerminalText? {
    let today = state.context.today
    let nearest: Day.Nearest
    switch entry {
    case .day: nearest = .any
    case .next:
      if form.text(.next).isEmpty {
        let record = state.record.flatMap { $0.number == form.client ? $0 : nil }
        return record?.summary.nextAppointment(from: today.adding(days: 1)).map {
          state.speech(ContactWords.stands, state.speech.day($0))
        }
      }
      nearest = .future
    case .tryAgain: nearest = .future
    default: return nil
    }
    return Day(said: form.text(entry), on: today, nearest).map {
      TerminalText(data: DayText.long($0, state.context.language))
    }
  }

  /// The columns of the story.
  static func storyWidth(_ state: ScreenState) -> Int { storyWidth(inner: state.layout.form.width - 4) }

  /// One column is left for the caret behind a full line.
  private static func storyWidth(inner width: Int) -> Int { max(1, width - label - 1) }

  private static func drawStory(
    _ state: ScreenState, _ form: ContactForm, in rect: Rect, _ frame: inout Frame
  ) {
    let isHere = form.focus == .story
    frame.put(
      state.speech(ContactWords.name(.story)), row: rect.row, column: rect.column,
      role: isHere ? .key : .normal,
      maxWidth: label - 1)
    let column = rect.column + label
    let width = storyWidth(inner: rect.width)
    let field = form.texts[.story] ?? TextField("", isLong: true)
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
