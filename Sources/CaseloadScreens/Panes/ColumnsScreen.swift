import CaseloadCore
import Cells

/// The columns to choose from, beside the list, which follows each key.
enum ColumnsScreen {
  static let title = Phrase("screens.columns.title", "Columns")
  static let titleOf = Phrase("screens.columns.title-of", "Columns of @{0}")
  static let noRoom = Phrase("screens.columns.no-room", "no room")
  static let automatic = Phrase("screens.columns.automatic", "automatic")

  /// Which pane gives its place to the menu: not the list, where the choice is seen, if another is there.
  static func place(_ layout: Layout) -> Int { layout.panes.count > 1 ? 1 : 0 }

  static func draw(_ state: ScreenState, _ menu: ColumnMenu, in rect: Rect, _ frame: inout Frame) {
    let speech = state.speech
    let columns = state.columnsNow
    let onScreen = state.listColumns.compactMap(\.field)
    let title =
      state.viewKey.isEmpty ? speech(title) : speech(titleOf, TerminalText(data: state.viewKey))
    frame.box(
      rect, title: title, note: state.chosenColumns == nil ? speech(automatic) : "", role: .focus)
    let inner = rect.inset()
    guard inner.height > 0 else { return }
    let top = max(0, min(menu.index - inner.height / 2, menu.order.count - inner.height))
    for (line, id) in menu.order.dropFirst(top).prefix(inner.height).enumerated() {
      guard let field = state.population.catalogue[id] else { continue }
      let row = inner.row + line
      let column = columns.first { $0.field == id }
      let note: TerminalText
      if column == nil {
        note = ""
      } else if !onScreen.contains(id) {
        note = speech(noRoom)
      } else {
        note = state.listColumns.first { $0.field == id }.map { TerminalText($0.width) } ?? ""
      }
      frame.put(column == nil ? "·" : "✓", row: row, column: inner.column, role: column == nil ? .dim : .good)
      let room = max(0, inner.width - 3 - note.width)
      frame.put(
        speech(field.label), row: row, column: inner.column + 2, role: column == nil ? .dim : .normal,
        maxWidth: room)
      frame.put(note, row: row, column: inner.endColumn - note.width, role: .dim)
      guard top + line == menu.index else { continue }
      frame.restyle(Rect(row: row, column: inner.column, width: inner.width, height: 1), role: .selected)
      frame.cursor = Position(row: row, column: inner.column)
    }
    ScrollNote.draw(top: top, shown: inner.height, of: menu.order.count, state, rect, &frame)
  }
}
