import CaseloadCore
import Cells

/// All keys, by where they work: made from the action table.
enum HelpScreen {
  static func draw(_ state: ScreenState, top: Int, in rect: Rect, _ frame: inout Frame) {
    let lines = lines(state)
    frame.box(rect, title: state.speech(Words.keys), role: .focus)
    let inner = rect.inset(rows: 1, columns: 2)
    let top = min(top, max(0, lines.count - inner.height))
    for (index, line) in lines.dropFirst(top).prefix(inner.height).enumerated() {
      line.draw(inner, line: index, labelWidth: keyWidth, &frame)
    }
    frame.cursor = Position(row: inner.row, column: inner.column)
    ScrollNote.draw(top: top, shown: inner.height, of: lines.count, state, rect, &frame)
  }

  private static let keyWidth = 18

  static func lines(_ state: ScreenState) -> [PaneLine] {
    let speech = state.speech
    let width = state.layout.body.width - 6
    var lines: [PaneLine] = []
    for section in KeysDocument.sections {
      if !lines.isEmpty { lines.append(PaneLine()) }
      lines.append(.heading(speech(section.title)))
      for action in section.actions {
        let keys = action.keys.map(\.shown).joined(separator: " ")
        lines += PaneLine.field(
          nil, keys, Said(speech(action.long)), labelWidth: keyWidth, width: width)
      }
    }
    return lines
  }
}
