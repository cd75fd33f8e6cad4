import CaseloadCore
import Cells

/// One client and nothing else: no list, no filter, no worklist, no other name, for when she looks along.
enum AloneScreen {
  static func draw(_ state: ScreenState, top: Int, _ layout: Layout, _ frame: inout Frame) {
    let speech = state.speech
    frame.fill(layout.title, role: .header)
    frame.put(" caseload", in: layout.title, role: .header, attributes: .bold)
    if state.cursorRow == nil {
      frame.box(layout.body, role: .focus)
      frame.put(speech(FindWords.goneAlone), in: layout.body.inset(rows: 1, columns: 2), role: .dim)
    } else {
      RecordScreen.draw(state, top: top, in: layout.body, &frame)
    }
    FooterLine.draw(state, in: layout.footer, &frame)
  }
}
