import CaseloadCore
import Cells

/// All keys: those that work where the page was opened, then the rest by where they work. Made from the action
/// table.
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
    for section in sections(state) {
      if !lines.isEmpty { lines.append(PaneLine()) }
      lines.append(.heading(section.title))
      for action in section.actions {
        let keys = action.keys.map(\.shown).joined(separator: " ")
        lines += PaneLine.field(
          nil, keys, Said(speech(action.long)), labelWidth: keyWidth, width: width)
      }
    }
    return lines
  }

  /// Each action once: where it works here it stands with what works here.
  private static func sections(_ state: ScreenState) -> [(title: TerminalText, actions: [Action])] {
    let speech = state.speech
    guard case .help(_, let beneath) = state.mode else { return [] }
    let place = state.place(of: beneath)
    let isHere = { (action: Action) in !action.places.isDisjoint(with: place) }
    let name = Places.named.first { $0.place == place }.map { speech($0.name) } ?? ""
    let here = (title: speech(Words.keysHere, name), actions: ActionTable.all.filter(isHere))
    let rest = KeysDocument.sections.map { section in
      (title: speech(section.title), actions: section.actions.filter { !isHere($0) })
    }
    return ([here] + rest).filter { !$0.actions.isEmpty }
  }
}
