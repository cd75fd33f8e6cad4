import CaseloadCore
import Cells

/// A worklist as text, to send to a colleague.
enum PageScreen {
  static func draw(_ id: String, _ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    let speech = state.speech
    frame.box(rect, title: speech(ListWords.share, "@\(data: id)"), role: .focus)
    let inner = rect.inset(rows: 1, columns: 2)
    var line = 0
    func put(_ text: TerminalText, role: Role = .normal) {
      for part in text.wrap(to: inner.width) {
        frame.put(part, in: inner, line: line, role: role)
        line += 1
      }
    }
    for text in TerminalText.lines(data: WorklistText.text(WorklistText.closure(of: id, state.own)))
      .dropLast()
    {
      put(text)
    }
    line += 1
    put(speech(ListWords.shareHow), role: .dim)
    put(speech(ListWords.shell, "caseload worklists --share \(data: id)"), role: .dim)
    frame.cursor = Position(row: inner.row, column: inner.column)
  }
}
