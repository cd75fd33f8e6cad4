import CaseloadCore
import Cells

/// What stands in the way of an undo, field by field: what the reader wrote, what stands there now, by whom and when.
enum ConflictScreen {
  static func draw(
    _ state: ScreenState, _ conflict: ChangeConflict, top: Int, in rect: Rect, _ frame: inout Frame
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

  static func lines(_ state: ScreenState, _ conflict: ChangeConflict, width: Int) -> [PaneLine] {
    let speech = state.speech
    let label = RecordScreen.labelWidth(width)
    var lines = PaneLine.wrapped(state.cannot(conflict), width: width, role: .attention)
    let why = if case .step = conflict.asked { UndoText.why } else { UndoText.whyNotKept }
    lines += PaneLine.wrapped(speech(why), width: width, role: .dim)
    for value in conflict.values {
      let words = UndoText.lines(value, speech.context)
      lines.append(PaneLine())
      lines += PaneLine.field(
        nil, .oneLine(data: words.field), Said(.oneLine(data: words.mine)), labelWidth: label, width: width)
      lines += PaneLine.field(
        nil, "", Said(.oneLine(data: words.now), .attention), labelWidth: label, width: width)
      lines += PaneLine.field(nil, "", Said(.oneLine(data: words.who), .dim), labelWidth: label, width: width)
    }
    return lines
  }
}
