import CaseloadCore
import Cells

/// The menus: all worklists with counts and definitions, and the columns to sort by. A menu takes the list's
/// place, so that the other panes stay in sight.
enum MenuScreen {
  /// One line of a menu.
  struct Item {
    var name: TerminalText
    var note: TerminalText
    var definition: TerminalText
    var isInForce: Bool
  }

  static func draw(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    let (title, items, index) = content(state)
    frame.box(rect, title: title, note: note(state), role: .focus)
    let inner = rect.inset()
    drawScroll(state, index, of: items.count, shown: inner.height, rect, &frame)
    let noteWidth = min(max(items.map(\.note.width).max() ?? 0, 4), 14)
    // Names are whole where there is any room for it: they are what is chosen.
    let usual = min(24, max(12, inner.width / 2))
    let longest = items.map(\.name.width).max() ?? 0
    let nameWidth = longest <= usual ? usual : min(longest, max(usual, inner.width - 3 - noteWidth))
    let top = max(0, min(index - inner.height / 2, items.count - inner.height))
    for (line, item) in items.dropFirst(top).prefix(inner.height).enumerated() {
      let row = inner.row + line
      frame.put(item.isInForce ? "▸" : " ", row: row, column: inner.column, role: .focus)
      frame.put(item.name, row: row, column: inner.column + 2, maxWidth: nameWidth)
      frame.put(
        item.note.pad(to: noteWidth), row: row, column: inner.column + 3 + nameWidth,
        maxWidth: max(0, inner.width - nameWidth - 3))
      let column = 3 + nameWidth + noteWidth + 2
      if inner.width - column >= 20 {
        frame.put(
          item.definition, row: row, column: inner.column + column, role: .dim, maxWidth: inner.width - column
        )
      }
      guard top + line == index else { continue }
      frame.restyle(Rect(row: row, column: inner.column, width: inner.width, height: 1), role: .selected)
      frame.cursor = Position(row: row, column: inner.column)
    }
  }

  /// Whom the menu is about: worklists count everyone; fields are looked at in the list whose place the menu takes.
  private static func note(_ state: ScreenState) -> TerminalText {
    let all = TerminalText(state.population.count)
    if case .worklists = state.mode { return state.speech(Words.clients, all) }
    return state.speech(Words.of, TerminalText(state.shownCount), all)
  }

  /// Says on the lower border that there is more than is in sight, and the quick way there.
  private static func drawScroll(
    _ state: ScreenState, _ index: Int, of count: Int, shown: Int, _ rect: Rect, _ frame: inout Frame
  ) {
    guard count > shown, rect.height >= 3 else { return }
    let speech = state.speech
    let row = speech(Words.rowOf, TerminalText(index + 1), TerminalText(count))
    let both: TerminalText = "\(speech(Words.letterJumps)) · \(row)"
    let text = both.width <= rect.width - 6 ? both : row
    guard text.width <= rect.width - 6 else { return }
    frame.put(" \(text) ", row: rect.endRow - 1, column: rect.endColumn - text.width - 4, role: .focus)
  }

  private static func content(_ state: ScreenState) -> (TerminalText, [Item], Int) {
    let speech = state.speech
    switch state.mode {
    case .worklists(let index):
      // Counts stand under each other by their last digit.
      let digits = state.counts.values.map { TerminalText($0.yes).width }.max() ?? 1
      let items = state.links.worklists.map { worklist in
        let count = state.counts[worklist.id]
        let unknown = count.map { $0.unknown > 0 ? " ?\($0.unknown)" as TerminalText : "" } ?? ""
        return Item(
          name:
            "\(speech.name(of: worklist))\(state.isUnsaved && state.baseWorklist == worklist.id ? "*" as TerminalText : "")",
          note: worklist.problem == nil
            ? "\(TerminalText(count?.yes ?? 0).pad(to: digits, alignment: .right))\(unknown)" : "✗",
          definition: worklist.problem.map {
            speech(ListWords.unreadableShort, TerminalText(data: $0.message))
          } ?? TerminalText(data: worklist.definition(state.context)),
          isInForce: worklist.id == (state.worklistInForce?.id ?? (state.filter == .all ? "all" : "")))
      }
      return (speech(Words.worklists), items, index)
    case .sort(let index):
      let items = fields(state.sortFields, state) { (state.sortSign($0), state.sortPlace(of: $0) != nil) }
      return (speech(Words.sortBy), items, index)
    case .tableField(let menu):
      let view = menu.table
      let now = menu.isForColumns ? view.columns?.field : view.rows.field
      let items = fields(state.fields(of: menu), state) { ("", $0 == now) }
      let title = speech(menu.isForColumns ? TableWords.fieldOfColumns : TableWords.fieldOfRows)
      return (title, items, menu.index)
    case .fields(let client, let index, _):
      let missing = Set(state.cursorRow.map { state.population.missing(at: $0, state.context) } ?? [])
      let items = fields(state.editableFields, state) { id in
        if missing.contains(id) { return ("✗", false) }
        guard let row = state.cursorRow, let field = state.population.catalogue[id] else {
          return ("", false)
        }
        let value = state.record?.values[id] ?? state.population.value(id, at: row, state.context)
        let isEmpty = value.state == .empty && value.raw == nil
        return (isEmpty ? "" : speech.value(value, of: field).text.clipToWords(14), false)
      }
      return ("\(speech(FormWords.pick)) · \(data: state.name(of: client))", items, index)
    default: return ("", [], 0)
    }
  }

  /// Fields with their definitions; of each a note, and whether it is in use.
  private static func fields(
    _ ids: [FieldID], _ state: ScreenState, _ note: (FieldID) -> (TerminalText, Bool)
  ) -> [Item] {
    ids.compactMap { id in
      guard let field = state.population.catalogue[id] else { return nil }
      let (note, isInForce) = note(id)
      return Item(
        name: state.speech(field.label), note: note, definition: state.speech(field.definition),
        isInForce: isInForce)
    }
  }
}
