import CaseloadCore
import Cells

/// What a screen says as lines, one thing after another: no borders, no columns. Screens that have no reading of
/// their own here are read off their frame, so that every screen can be reached.
struct PlainPage {
  private let state: ScreenState
  private let speech: Speech

  init(_ state: ScreenState) {
    self.state = state
    speech = state.speech
  }

  /// The lines of where the user is, the list left out: that is read client by client.
  var lines: [TerminalText] {
    switch state.mode {
    case .browse:
      switch state.focus {
      case .list: return list
      case .monitoring: return said(MonitoringPane.lines(state, width: Self.width))
      case .legend: return LegendText(state).lines.map(\.text)
      case .characteristics: return drawn
      }
    case .worklists(let index): return worklists(index)
    case .sort(let index): return menu(state.sortFields, index)
    case .fields(_, let index, _): return menu(state.editableFields, index)
    case .tableField(let entry): return menu(state.fields(of: entry), entry.index)
    case .name(let entry, _): return naming(entry)
    case .question(let id, _): return [speech(ListWords.askDelete, "@\(data: id)")]
    case .importing: return importing
    case .form(let form, _): return entry(form)
    case .sweep:
      let title = state.sweep.map { [SweepScreen.title($0, state)] } ?? []
      return title + said(SweepScreen.lines(state, width: Self.width))
    case .errands, .offers, .contacts, .transfers, .absences, .sweeps, .stops:
      let lines = PickScreen.lines(state, width: Self.width)
      return state.choices == 0 ? lines : lines + [speech(PlainWords.choose)]
    case .ahead: return [speech(AheadWords.title)] + AheadScreen.lines(state, width: Self.width)
    case .conflict(let conflict, _, _):
      return said(ConflictScreen.lines(state, conflict, width: Self.width))
    case .record, .visit, .alone: return said(RecordScreen.lines(state, width: Self.width))
    default: return drawn
    }
  }

  /// Wide enough that a line is broken only where its text is.
  static let width = 400

  /// How many, and who is under the cursor.
  var list: [TerminalText] { [counts, client] }

  /// "19 yes, 4 unknown of 118."
  var counts: TerminalText {
    let counts = state.filterCounts
    if state.filterText.isEmpty { return speech(PlainWords.everybody, counts.all) }
    return speech(
      PlainWords.counts, TerminalText(counts.yes), TerminalText(counts.unknown), TerminalText(counts.all))
  }

  /// "3 of 19: Bakker, Fatima, 34, last seen 4 months ago, forgotten."
  var client: TerminalText {
    guard let row = state.cursorRow else { return speech(PlainWords.nobody) }
    let words = PlainClient(state, row).words
    guard let rank = state.rank else { return "\(words)." }
    return speech(PlainWords.place, TerminalText(rank + 1), TerminalText(state.shownCount), words)
  }

  private func worklists(_ index: Int) -> [TerminalText] {
    let items = state.links.worklists.map { worklist -> TerminalText in
      let count = state.counts[worklist.id]
      let counts = speech(
        PlainWords.counts, TerminalText(count?.yes ?? 0), TerminalText(count?.unknown ?? 0),
        TerminalText(state.population.count))
      return "\(speech.fullName(of: worklist)): \(counts) \(data: worklist.definition(state.context))"
    }
    return numbered(items, index)
  }

  private func menu(_ fields: [FieldID], _ index: Int) -> [TerminalText] {
    numbered(fields.map { id in state.population.catalogue[id].map { speech($0.label) } ?? "" }, index)
  }

  /// The line of a menu that the cursor went to from another of its lines; nil where it did not.
  func lineOfMenu(_ before: Mode) -> TerminalText? {
    guard let index = state.choice, before.isSameList(as: state.mode) else { return nil }
    // Over the lines of a list stands its title.
    let line =
      switch state.mode {
      case .worklists, .sort, .fields, .tableField: index
      default: index + 1
      }
    let lines = lines
    return lines.indices.contains(line) ? lines[line] : nil
  }

  /// What is asked for, or why the last text was refused; and what is typed already.
  private func naming(_ entry: NameEntry) -> [TerminalText] {
    let typed: [TerminalText] = entry.field.isEmpty ? [] : [TerminalText(data: entry.field.text)]
    return [entry.refusal ?? speech(entry.asked.hint)] + typed + [
      speech(PlainWords.typeText, word(of: "back"))
    ]
  }

  /// The step of the import, what went wrong, and what may be typed.
  private var importing: [TerminalText] {
    let entry = state.importing
    let problem: [TerminalText] = entry.problem.map { [TerminalText(data: $0)] } ?? []
    switch entry.step {
    case .path, .day:
      let isPath = entry.step == .path
      let field = isPath ? entry.path : entry.day
      let asked: TerminalText =
        "\(speech(isPath ? ImportWords.file : ImportWords.drawn)): \(speech(isPath ? ImportWords.fileHint : ImportWords.drawnHint))"
      guard !field.isEmpty else { return problem + [asked, speech(PlainWords.typeText, word(of: "back"))] }
      return problem + [
        asked, TerminalText(data: field.text),
        speech(PlainWords.typeOrTake, word(of: "import-next"), word(of: "back")),
      ]
    case .looking, .taking: return problem + [speech(ImportWords.looking)]
    case .preview:
      return said(ImportScreen.lines(state)) + [
        speech(PlainWords.goOn, word(of: "import-next"), word(of: "back"))
      ]
    }
  }

  /// The entry of a form that is asked for, what stands there, and how one goes on.
  private func entry(_ form: Form) -> [TerminalText] {
    let sheet = state.sheet(form)
    var lines: [TerminalText] = [
      form.subject.client.map { "\(sheet.title(speech)): \(data: state.name(of: $0))" } ?? sheet.title(speech)
    ]
    let note = FormScreen.note(state, form)
    if form.refusal != nil || form.step != .filling, !note.text.isEmpty { lines.append(note.text) }
    guard let entry = state.focused(form) else { return lines }
    if entry.input == .long { lines += FormScreen.head(state, form, width: Self.width).map(\.plain) }
    lines.append("\(speech(entry.name)): \(speech(entry.about))")
    if entry.isTyped {
      lines += TerminalText.lines(data: form.text(entry.id)).filter { !$0.isEmpty }
    } else {
      let names = entry.choices.map { speech.name(of: $0) }
      let chosen = entry.choices.firstIndex { $0.code == form.code(entry.id) } ?? 0
      if names.indices.contains(chosen) {
        lines.append(speech(PlainWords.choices, names.joined(separator: ", "), names[chosen]))
      }
    }
    return lines + [
      speech(PlainWords.inForm, word(of: "next-entry"), word(of: "save-form"), word(of: "back"))
    ]
  }

  /// What an action is called on a line.
  private func word(of id: String) -> TerminalText { ActionTable.action(id).map { speech($0.short) } ?? "" }

  private func numbered(_ items: [TerminalText], _ index: Int) -> [TerminalText] {
    let lines = items.enumerated().map { place, item -> TerminalText in
      place == index ? "\(place + 1) (\(speech(PlainWords.here))): \(item)" : "\(place + 1): \(item)"
    }
    return lines + [speech(PlainWords.choose)]
  }

  private func said(_ lines: [PaneLine]) -> [TerminalText] { lines.map(\.plain).filter { !$0.isEmpty } }

  /// The frame's own text without what is drawn around it.
  private var drawn: [TerminalText] {
    var wide = state
    wide.size = ScreenState.Size(width: 100, height: 200)
    if state.mode == .browse { wide.isZoomed = true }
    let frame = render(wide)
    let body = wide.layout.body
    return (body.row..<min(body.endRow, frame.height)).map { PlainPage.undrawn(frame.line($0)) }
      .filter { !$0.isEmpty }
  }

  /// A line without borders and bars, and without the room between columns.
  static func undrawn(_ line: String) -> TerminalText {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      let isDrawn = (0x2500..<0x25A0).contains(scalar.value)
      if scalar == " " || isDrawn {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      } else {
        word.append(scalar)
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return TerminalText(data: words.joined(separator: " "))
  }
}

extension PaneLine {
  /// The line to be listened to: its label, then what is said.
  var plain: TerminalText {
    let text: TerminalText = "\(sign)\(text)"
    if label.isEmpty { return text }
    return text.isEmpty ? label : "\(label): \(text)"
  }
}
