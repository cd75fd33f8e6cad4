import CaseloadCore
import Cells

/// What the thing under the focus means: a field, a bar or a worklist, with the settings in force; then the signs.
enum LegendPane {
  static func draw(_ state: ScreenState, in rect: Rect, isFocused: Bool, _ frame: inout Frame) {
    frame.box(
      rect, title: "4 \(state.speech(Words.legend))", role: isFocused ? .focus : .border)
    let inner = rect.inset()
    guard inner.height > 0 else { return }
    let text = text(state, width: inner.width)
    let signs = signs(state, width: inner.width)
    // The signs stand at the bottom as long as there is room for both, and follow the text where there is not.
    let gap = inner.height - text.count - signs.count
    let lines = text + Array(repeating: PaneLine(), count: max(1, gap)) + signs
    for (index, line) in lines.dropFirst(isFocused ? state.legendTop : 0).prefix(inner.height).enumerated() {
      line.draw(inner, line: index, labelWidth: 0, &frame)
    }
    if isFocused { frame.cursor = Position(row: inner.row, column: inner.column) }
  }

  /// The legend as one line or a few, where it has no pane.
  static func drawLine(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let lines = LegendText(state).lines
    guard let first = lines.first else { return }
    guard rect.height == 1 else {
      return drawLines(first.text, lines.dropFirst().map(\.text), in: rect, &frame)
    }
    let room = max(0, rect.width - 4 - first.text.width)
    let body = Sentences.fitting(lines.dropFirst().map(\.text), width: room)
    var column = rect.column + 1
    column += frame.put(
      "\(first.text): ", row: rect.row, column: column, attributes: .bold, maxWidth: max(0, rect.width - 2))
    frame.put(body, row: rect.row, column: column, role: .dim, maxWidth: max(0, rect.endColumn - 1 - column))
  }

  /// The name and the sentences over several lines; what has no room in the last ends with `…`.
  private static func drawLines(
    _ name: TerminalText, _ sentences: [TerminalText], in rect: Rect, _ frame: inout Frame
  ) {
    let width = max(1, rect.width - 2)
    let head: TerminalText = "\(name):"
    let text: TerminalText = "\(head) \(sentences.joined(separator: " "))"
    var lines = text.wrap(to: width)
    if lines.count > rect.height {
      let rest = lines.dropFirst(rect.height - 1).joined(separator: " ")
      lines = lines.prefix(rect.height - 1) + [rest.clipToWords(width)]
    }
    for (index, line) in lines.enumerated() {
      frame.put(line, row: rect.row + index, column: rect.column + 1, role: .dim, maxWidth: width)
    }
    // The name is put again over itself, so that it stands out as in one line.
    frame.put(head, row: rect.row, column: rect.column + 1, attributes: .bold, maxWidth: width)
  }

  static func lines(_ state: ScreenState) -> [PaneLine] {
    let width = (state.layout.rect(of: .legend)?.width ?? 26) - 2
    return text(state, width: width) + [PaneLine()] + signs(state, width: width)
  }

  private static func text(_ state: ScreenState, width: Int) -> [PaneLine] {
    LegendText(state).lines.enumerated().flatMap { index, said -> [PaneLine] in
      let lines = PaneLine.wrapped(said.text, width: width, role: said.role)
      return index == 0 ? lines.map { .heading($0.text) } : lines
    }
  }

  /// The signs, two beside each other where they fit.
  private static func signs(_ state: ScreenState, width: Int) -> [PaneLine] {
    let speech = state.speech
    let signs =
      [
        LegendWords.signOverdue, LegendWords.signUnknown, LegendWords.signMarked, LegendWords.signMissing,
        LegendWords.signWaived, LegendWords.signThere, LegendWords.signEmpty, LegendWords.signHere,
      ].map { speech($0) } + (state.standingIn.isEmpty ? [] : [speech(AbsenceWords.sign)])
    var lines: [PaneLine] = []
    var rest = signs[...]
    while let first = rest.popFirst() {
      let half = width / 2
      if let second = rest.first, first.width < half, second.width <= width - half {
        rest = rest.dropFirst()
        lines.append(PaneLine(text: "\(first.pad(to: half))\(second)", role: .dim))
      } else {
        lines.append(PaneLine(text: first.clip(to: width), role: .dim))
      }
    }
    return lines
  }
}
