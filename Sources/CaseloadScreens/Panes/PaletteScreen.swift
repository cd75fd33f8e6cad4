import CaseloadCore
import Cells

/// The palette: the actions that match what is typed, the best first, each with its key, its name, its id, and what
/// it does or why it cannot be done here.
enum PaletteScreen {
  /// The id has a column of its own from this inner width.
  private static let withID = 96

  static func draw(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    guard case .actions(let pick, _) = state.mode else { return }
    let speech = state.speech
    let choices = state.actionChoices
    frame.box(
      rect, title: speech(PickWords.command),
      note: speech(PickWords.of, TerminalText(choices.count), TerminalText(ActionTable.all.count)),
      role: .focus)
    let inner = rect.inset(rows: 1, columns: 2)
    guard choices.indices.contains(pick.index) else {
      frame.put(speech(PickWords.noAction), in: inner, role: .attention)
      return
    }
    // The sentence of the action under the cursor stands whole at the bottom.
    let words = detail(choices[pick.index], speech, width: inner.width)
    let hasDetail = inner.height > words.count + 4
    let (bottom, list) = inner.splitBottom(hasDetail ? words.count + 1 : 0)
    let top = max(0, min(pick.index - list.height / 2, choices.count - list.height))
    for (line, choice) in choices.dropFirst(top).prefix(list.height).enumerated() {
      drawChoice(
        choice, state, Rect(row: list.row + line, column: list.column, width: list.width, height: 1), &frame)
      guard top + line == pick.index else { continue }
      frame.restyle(
        Rect(row: list.row + line, column: list.column, width: list.width, height: 1), role: .selected)
    }
    guard hasDetail else { return }
    for (line, said) in words.enumerated() {
      frame.put(said.text, in: bottom, line: line + 1, role: said.role)
    }
  }

  private static func drawChoice(
    _ choice: ActionChoice, _ state: ScreenState, _ rect: Rect, _ frame: inout Frame
  ) {
    let speech = state.speech
    let role: Role = choice.reason == nil ? .normal : .dim
    let key = state.keymap.keys(of: choice.action).first?.shown ?? ""
    frame.put(key, row: rect.row, column: rect.column, role: choice.reason == nil ? .key : .dim, maxWidth: 9)
    var column = rect.column + 10
    frame.put(speech(choice.action.short), row: rect.row, column: column, role: role, maxWidth: 20)
    column += 21
    if rect.width >= withID {
      frame.put(TerminalText(data: choice.action.id), row: rect.row, column: column, role: .dim, maxWidth: 18)
      column += 19
    }
    let text = choice.reason.map { "✗ \($0)" as TerminalText } ?? speech(choice.action.long)
    let mark: TerminalText = choice.isRecent ? "  \(speech(PickWords.recent))" : ""
    let room = max(0, rect.endColumn - column - mark.width)
    frame.put(text.clipToWords(room), row: rect.row, column: column, role: .dim, maxWidth: room)
    frame.put(mark, row: rect.row, column: rect.endColumn - mark.width, role: .dim)
  }

  private static func detail(_ choice: ActionChoice, _ speech: Speech, width: Int) -> [Said] {
    let id = TerminalText(data: choice.action.id)
    var said = [Said("\(id): \(speech(choice.action.long))")]
    if let reason = choice.reason { said.append(Said("✗ \(reason)", .attention)) }
    return said.flatMap { said in said.text.wrap(to: width).map { Said($0, said.role) } }
  }
}
