import CaseloadCore
import Cells

/// The caseload: only the rows in sight are looked at.
enum ListPane {
  /// How many clients fit: a border above and below, and the heads.
  static func rows(in rect: Rect) -> Int { max(0, rect.height - 3) }

  static func draw(_ state: ScreenState, in rect: Rect, isFocused: Bool, _ frame: inout Frame) {
    let speech = state.speech
    let inner = rect.inset()
    let window = state.window(rows: rows(in: rect))
    drawBorder(state, rect, windowCount: window.count, isFocused: isFocused, &frame)
    let columns = ListColumns(state: state, width: inner.width).fitting
    drawHeads(state, columns, inner.splitTop(1).part, &frame)
    guard !window.isEmpty else {
      drawNobody(state, inner.splitTop(2).rest.inset(rows: 0, columns: 1), &frame)
      return
    }
    for (line, row) in window.enumerated() {
      let place = Rect(row: inner.row + 1 + line, column: inner.column, width: inner.width, height: 1)
      ListRow(state, row, speech).draw(state, columns, place, isFocused: isFocused, &frame)
      if isFocused, row == state.cursorRow { frame.cursor = Position(row: place.row, column: place.column) }
    }
  }

  private static func drawBorder(
    _ state: ScreenState, _ rect: Rect, windowCount: Int, isFocused: Bool, _ frame: inout Frame
  ) {
    let speech = state.speech
    let role: Role = isFocused ? .focus : .border
    let counts = state.filterCounts
    let note: TerminalText =
      state.showsUnknown && counts.unknown > 0
      ? speech(
        Words.ofWithUnknown, TerminalText(counts.yes), TerminalText(counts.unknown), TerminalText(counts.all))
      : speech(Words.of, TerminalText(state.shownCount), TerminalText(counts.all))
    frame.box(rect, title: "1 \(speech(Words.caseload))", note: note, role: role)
    guard rect.height >= 3 else { return }
    let room = rect.width - 6
    var used = 0
    if !state.marks.isEmpty {
      let outside = state.marks.keys.reduce(0) { count, number in
        state.population.row(of: number).map { state.shown.contains($0) } == true ? count : count + 1
      }
      let marked = TerminalText(state.marks.count)
      let text =
        outside == 0
        ? speech(Words.marked, marked) : speech(Words.markedElsewhere, marked, TerminalText(outside))
      used = frame.put(
        " \(text.clip(to: max(0, room))) ", row: rect.endRow - 1, column: rect.column + 2, role: .attention)
    }
    let sort = hiddenSort(state)
    if !sort.isEmpty, used == 0, sort.width <= room {
      used = frame.put(" \(sort) ", row: rect.endRow - 1, column: rect.column + 2, role: role)
    }
    if windowCount < state.shownCount, let rank = state.rank {
      let text = speech(Words.rowOf, TerminalText(rank + 1), TerminalText(state.shownCount))
      guard used + text.width + 3 <= room else { return }
      frame.put(
        " \(text) ", row: rect.endRow - 1, column: rect.endColumn - text.width - 4, role: role)
    }
  }

  /// What the list is sorted by, where not all of it stands over a column.
  private static func hiddenSort(_ state: ScreenState) -> TerminalText {
    let heads = Set(state.listColumns.compactMap(\.field))
    guard state.sorts.contains(where: { !heads.contains($0.field) }) else { return "" }
    return state.sorts.compactMap { key in
      state.population.catalogue[key.field].map { "\(state.speech($0.short))\(state.sortSign(key.field))" }
    }.joined(separator: " ")
  }

  private static func drawHeads(
    _ state: ScreenState, _ columns: [ListColumn], _ rect: Rect, _ frame: inout Frame
  ) {
    let speech = state.speech
    var column = rect.column + 2
    for part in columns {
      var head = part.head(speech, state.population.catalogue)
      let sign = part.field.map { state.sortSign($0) } ?? ""
      let isSorted = !sign.isEmpty
      // A head as wide as its column gives its last letters to the sign.
      if isSorted { head = "\(head.clip(to: max(0, part.width - sign.width)))\(sign)" }
      frame.put(
        head.pad(to: part.width, alignment: part.alignment), row: rect.row, column: column, role: .header,
        attributes: isSorted ? .bold : [], maxWidth: max(0, rect.endColumn - column))
      column += part.width + 1
    }
  }

  /// An empty list says why, and which key helps.
  private static func drawNobody(_ state: ScreenState, _ rect: Rect, _ frame: inout Frame) {
    let speech = state.speech
    var texts: [TerminalText] = []
    if state.population.count == 0 {
      texts = [speech(Words.noClients)]
    } else if state.filterError != nil {
      texts = [speech(Words.lastReadable)]
    } else {
      texts.append(speech(Words.nobodyFits))
      let unknown = state.outcome.unknown.count
      if unknown > 0 { texts.append(speech(Words.unknownsMayFit, TerminalText(unknown))) }
      if state.mode == .browse { texts.append(speech(Words.escClears)) }
    }
    var line = 0
    for text in texts {
      for part in text.wrap(to: rect.width) {
        frame.put(part, in: rect, line: line)
        line += 1
      }
    }
  }
}
