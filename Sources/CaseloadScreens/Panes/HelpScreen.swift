import CaseloadCore
import Cells

/// All keys: those that work where the page was opened, then the rest by where they work; narrowed by what is typed,
/// with a cursor on the action that Enter does. Made from the action table.
enum HelpScreen {
  static func draw(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    let (lines, cursor) = page(state)
    let speech = state.speech
    let count = state.actionChoices.count
    frame.box(
      rect, title: speech(Words.keys),
      note: speech(PickWords.of, TerminalText(count), TerminalText(ActionTable.all.count)), role: .focus)
    let inner = rect.inset(rows: 1, columns: 2)
    guard !lines.isEmpty else {
      frame.put(speech(PickWords.noAction), in: inner, role: .attention)
      return
    }
    let top = max(0, min(cursor.lowerBound - inner.height / 2, lines.count - inner.height))
    for (index, line) in lines.dropFirst(top).prefix(inner.height).enumerated() {
      line.draw(inner, line: index, labelWidth: keyWidth, &frame)
      guard cursor.contains(top + index) else { continue }
      frame.restyle(
        Rect(row: inner.row + index, column: inner.column, width: inner.width, height: 1), role: .selected)
    }
    ScrollNote.draw(top: top, shown: inner.height, of: lines.count, state, rect, &frame)
  }

  private static let keyWidth = 18

  static func lines(_ state: ScreenState) -> [PaneLine] { page(state).lines }

  /// The lines, and those of the action under the cursor.
  private static func page(_ state: ScreenState) -> (lines: [PaneLine], cursor: Range<Int>) {
    guard case .actions(let pick, _) = state.mode else { return ([], 0..<0) }
    let speech = state.speech
    let width = state.layout.body.width - 6
    var lines: [PaneLine] = []
    var cursor = 0..<0
    var index = 0
    for (number, section) in state.actionSections.enumerated() {
      if !lines.isEmpty { lines.append(PaneLine()) }
      lines.append(.heading(section.title))
      for choice in section.choices {
        let start = lines.count
        let keys = state.keymap.keys(of: choice.action).map(\.shown).joined(separator: " ")
        lines += PaneLine.field(
          nil, keys.isEmpty ? "—" : keys, Said(speech(choice.action.long)), labelWidth: keyWidth, width: width
        )
        // Of the other sections the heading says where they work.
        if number == 0, let reason = choice.reason {
          lines += PaneLine.field(nil, "", Said("✗ \(reason)", .dim), labelWidth: keyWidth, width: width)
        }
        if index == pick.index { cursor = start..<lines.count }
        index += 1
      }
    }
    return (lines, cursor)
  }
}
