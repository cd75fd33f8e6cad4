import CaseloadCore
import Cells

/// What stands in the way of an undo, field by field: what the reader wrote, what stands there now, by whom and when.
enum ConflictScreen {
  static func draw(
    _ state: ScreenState, _ conflict: UndoConflict, top: Int, in rect: Rect, _ frame: inout Frame
  ) {
    frame.box(rect, title: state.speech(UndoWords.title), role: .focus)
    let inner = rect.inset(rows: 1, columns: 2)
    let lines = lines(state, conflict, width: inner.width)
    let top = min(top, max(0, lines.count - inner.height))
    for (index, line) in lines.dropFirst(top).prefix(inner.height).enumerated() {
      line.draw(inner, line: index, labelWidth: RecordScreen.labelWidth(inner.width), &frame)
    }
    frame.cursor = Position(row: inner.row, column: inner.column)
    ScrollNote.draw(top: top, shown: inner.height, of: lines.count, state, rect, &frame)
  }

  static func lines(_ state: ScreenState, _ conflict: UndoConflict, width: Int) -> [PaneLine] {
    let speech = state.speech
    let label = RecordScreen.labelWidth(width)
    var lines = PaneLine.wrapped(state.cannot(conflict), width: width, role: .attention)
    lines += PaneLine.wrapped(speech(UndoText.why), width: width, role: .dim)
    for value in conflict.values {
      let words = UndoText.lines(value, speech.context)
      lines.append(PaneLine())
      lines += PaneLine.field(
        nil, joined(words.field), Said(joined(words.mine)), labelWidth: label, width: width)
      lines += PaneLine.field(nil, "", Said(joined(words.now), .attention), labelWidth: label, width: width)
      lines += PaneLine.field(nil, "", Said(joined(words.who), .dim), labelWidth: label, width: width)
    }
    return lines
  }

  /// A text of several lines on one.
  private static func joined(_ text: String) -> TerminalText {
    TerminalText.lines(data: text).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
