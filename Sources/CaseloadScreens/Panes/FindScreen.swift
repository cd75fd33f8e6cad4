import CaseloadCore
import Cells

/// Who was found, and beside it what is needed on the telephone with the one under the cursor.
enum FindScreen {
  /// Room for list and card beside each other from this width.
  private static let sideBySide = 80

  static func draw(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    guard case .find(let entry, _) = state.mode else { return }
    if rect.width >= sideBySide {
      let (left, right) = rect.splitLeft(min(60, rect.width * 45 / 100))
      drawList(entry, state, in: left, &frame)
      drawCard(entry, state, in: right, &frame)
    } else {
      let (bottom, top) = rect.splitBottom(rect.height * 6 / 10)
      drawList(entry, state, in: top, &frame)
      drawCard(entry, state, in: bottom, &frame)
    }
  }

  private static func drawList(
    _ entry: FindEntry, _ state: ScreenState, in rect: Rect, _ frame: inout Frame
  ) {
    let speech = state.speech
    let isRecent = entry.field.isEmpty && !state.isLookedAt
    frame.box(
      rect, title: speech(isRecent ? FindWords.recent : FindWords.title),
      note: speech(Words.of, TerminalText(entry.count), TerminalText(state.population.count)), role: .focus)
    let inner = rect.inset()
    guard !entry.found.isEmpty else {
      let said =
        entry.field.isEmpty
        ? Said(speech(isRecent ? FindWords.nobodyYet : FindWords.typePart), .dim)
        : Said(speech(FindWords.nobody, TerminalText(state.population.count)), .attention)
      for (line, text) in said.text.wrap(to: inner.width).enumerated() {
        frame.put(text, in: inner, line: line, role: said.role)
      }
      return
    }
    let top = max(0, min(entry.index - inner.height / 2, entry.found.count - inner.height))
    let digits = entry.found.map { TerminalText(Int($0.number.number)).width }.max() ?? 0
    for (line, client) in entry.found.dropFirst(top).prefix(inner.height).enumerated() {
      guard let row = state.population.row(of: client.number) else { continue }
      let place = Rect(row: inner.row + line, column: inner.column, width: inner.width, height: 1)
      drawClient(client, row, state, digits: digits, in: place, &frame)
      guard top + line == entry.index else { continue }
      frame.restyle(place, role: .selected)
    }
  }

  /// Name, birth date and number; a sign where she is not in the list behind, or perhaps another. The numbers take
  /// no more room than the longest of them: the name is what one looks for.
  private static func drawClient(
    _ client: FoundClient, _ row: Int, _ state: ScreenState, digits: Int, in rect: Rect, _ frame: inout Frame
  ) {
    let born = Self.born(row, state)
    let number = TerminalText(Int(client.number.number))
    let right = "\(born)  \(number.pad(to: digits, alignment: .right))" as TerminalText
    let room = max(0, rect.width - right.width - 4)
    if client.isMaybe { frame.put("?", row: rect.row, column: rect.column, role: .unknown) }
    let name = state.population.name(at: row).listed
    frame.put(
      name.isEmpty ? "—" : TerminalText(data: name), row: rect.row, column: rect.column + 2,
      role: client.isMaybe ? .unknown : .normal, maxWidth: room)
    frame.put(right, row: rect.row, column: rect.endColumn - right.width - 1, role: .dim)
  }

  /// The birth date with its year, for it is compared with what the caller says.
  static func born(_ row: Int, _ state: ScreenState) -> TerminalText {
    guard let field = state.population.catalogue["birth"] else { return "" }
    let value = state.population.value("birth", at: row, state.context)
    guard case .days(let days)? = value.content else { return state.speech.value(value, of: field).text }
    return TerminalText(data: DayText.interval(days, state.context))
  }

  private static func drawCard(
    _ entry: FindEntry, _ state: ScreenState, in rect: Rect, _ frame: inout Frame
  ) {
    guard let number = entry.chosen, let row = state.population.row(of: number) else {
      frame.box(rect)
      return
    }
    let isInList = state.shown.contains(row)
    frame.box(
      rect, title: TerminalText(data: state.population.name(at: row).spoken),
      note: isInList ? "" : state.speech(FindWords.outside))
    let inner = rect.inset(rows: 1, columns: 1)
    let label = MonitoringPane.labelWidth(inner.width)
    let isMaybe = entry.found[entry.index].isMaybe
    for (line, text) in card(row, isMaybe: isMaybe, state, width: inner.width).prefix(inner.height)
      .enumerated()
    {
      text.draw(inner, line: line, labelWidth: label, &frame)
    }
  }

  /// First what tells whether the caller is who she says; then what was said and agreed, and what comes next.
  static func card(_ row: Int, isMaybe: Bool, _ state: ScreenState, width: Int) -> [PaneLine] {
    let speech = state.speech
    let label = MonitoringPane.labelWidth(width)
    var lines: [PaneLine] = [.heading(speech(FindWords.verify))]
    func add(_ field: FieldID, _ name: TerminalText, _ said: Said) {
      lines += PaneLine.field(field, name, said, labelWidth: label, width: width)
    }
    func stored(_ id: FieldID) -> Said {
      guard let field = state.population.catalogue[id] else { return .empty }
      guard let record = state.record else { return Said(speech(Words.loading), .dim) }
      return speech.value(record.values[id] ?? .empty, of: field)
    }
    add("birth", speech(FindWords.born), Said(born(row, state)))
    if isMaybe {
      add("birth", "", Said("? \(speech(FindWords.maybe))", .unknown))
    }
    for id in ["postcode", "phone", "representative"] as [FieldID] {
      let said = stored(id)
      guard id != "representative" || said != .empty, let field = state.population.catalogue[id] else {
        continue
      }
      add(id, speech(field.short), said)
    }
    if state.population.isSecret("postcode", at: row, state.context) {
      add("secret", "", Said("‼ \(speech(FindWords.secret))", .attention))
    }
    lines.append(PaneLine())
    lines.append(.heading(speech(FindWords.lastStory)))
    lines += MonitoringPane.story(state, width: width)
    lines.append(PaneLine())
    for (field, name, saids) in MonitoringFacts(state, row).all
    where ["status", "next", "waiting", "seen"].contains(field) {
      for (index, said) in saids.enumerated() { add(field, index == 0 ? name : "", said) }
    }
    return lines
  }
}
