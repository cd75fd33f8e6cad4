import CaseloadCore
import Cells

/// What this week asks of the caseload, who will be out of sight by when, and with whom one talked lately.
enum AheadScreen {
  static func draw(_ state: ScreenState, top: Int, in rect: Rect, _ frame: inout Frame) {
    frame.box(rect, title: state.speech(AheadWords.title), role: .focus)
    let inner = rect.inset(rows: 1, columns: 2)
    let lines = lines(state, width: inner.width)
    let top = min(top, max(0, lines.count - inner.height))
    for (place, line) in lines.dropFirst(top).prefix(inner.height).enumerated() {
      frame.put(line, in: inner, line: place)
    }
    frame.cursor = Position(row: inner.row, column: inner.column)
    ScrollNote.draw(top: top, shown: inner.height, of: lines.count, state, rect, &frame)
  }

  /// The lines, broken where they are too long; that they are being worked out, where they are.
  static func lines(_ state: ScreenState, width: Int) -> [TerminalText] {
    (state.ahead ?? [state.speech(AheadWords.wait)]).flatMap { $0.isEmpty ? [$0] : $0.wrap(to: width) }
  }
}

/// The words of looking ahead.
enum AheadWords {
  static let title = Phrase("screens.ahead.title", "ahead")
  static let wait = Phrase("screens.ahead.wait", "working it out…")
  static let several = Phrase(
    "action.reason.several-coaches", "Looking ahead is of one coach's caseload; here are several.")
}
