import CaseloadCore
import Cells

/// The rows of a table of one field: how many of the list, of the caseload, the shares, and a bar.
struct PlainRows {
  private let state: ScreenState
  private let content: TableContent
  private let rect: Rect
  private let speech: Speech

  init(_ state: ScreenState, _ content: TableContent, _ rect: Rect) {
    self.state = state
    self.content = content
    self.rect = rect
    speech = state.speech
  }

  private struct NumberColumn {
    var head: TerminalText
    var width: Int
    var text: (Facet.Bar) -> TerminalText
    var total: TerminalText
  }

  /// The columns of numbers, the most important first: where room is short the last are left out.
  private var numbers: [NumberColumn] {
    let facet = content.rowFacet
    func column(
      _ head: Phrase, _ total: TerminalText, _ text: @escaping (Facet.Bar) -> TerminalText
    ) -> NumberColumn {
      let head = speech(head)
      return NumberColumn(head: head, width: max(head.width, total.width, 4), text: text, total: total)
    }
    return [
      column(TableWords.list, TerminalText(facet.ofList)) { TerminalText($0.inList) },
      column(TableWords.share, speech.share(facet.ofList, of: facet.ofList)) {
        speech.share($0.inList, of: facet.ofList)
      },
      column(TableWords.caseload, TerminalText(facet.ofAll)) { TerminalText($0.inAll) },
      column(TableWords.share, speech.share(facet.ofAll, of: facet.ofAll)) {
        speech.share($0.inAll, of: facet.ofAll)
      },
    ]
  }

  func draw(_ frame: inout Frame) {
    let labels = content.rows.map { TerminalText(data: $0.label.text(in: state.context.language)) }
    let longest = max(speech(TableWords.total).width, labels.map(\.width).max() ?? 0)
    var numbers = numbers
    func used() -> Int { numbers.reduce(2) { $0 + $1.width + 2 } }
    while numbers.count > 2, rect.width - used() < min(longest, 16) + 2 { numbers.removeLast() }
    let labelWidth = max(1, min(longest, 40, rect.width - used()))
    let barStart = labelWidth + used() + 2
    let barWidth = max(0, rect.width - barStart - 1)
    let most = content.rows.map(\.inList).max() ?? 0

    var column = rect.column + 2 + labelWidth
    for number in numbers {
      column += 2
      frame.put(
        number.head.pad(to: number.width, alignment: .right), row: rect.row, column: column, role: .header)
      frame.put(
        number.total.pad(to: number.width, alignment: .right), row: rect.row + 1, column: column, role: .dim)
      column += number.width
    }
    frame.put(
      speech(TableWords.total), row: rect.row + 1, column: rect.column + 2, role: .dim, maxWidth: labelWidth)

    let shown = max(0, rect.height - 2)
    let top = TableScreen.top(content, shown)
    for line in 0..<min(shown, content.rows.count - top) {
      let bar = content.rows[top + line]
      let row = rect.row + 2 + line
      let role: Role = bar.isState ? .unknown : bar.inList == 0 ? .dim : .normal
      if state.cursorRow.map({ bar.rows.contains($0) }) == true {
        frame.put("▸", row: row, column: rect.column, role: .focus)
      }
      frame.put(labels[top + line], row: row, column: rect.column + 2, role: role, maxWidth: labelWidth)
      var column = rect.column + 2 + labelWidth
      for number in numbers {
        column += 2
        frame.put(
          number.text(bar).pad(to: number.width, alignment: .right), row: row, column: column,
          role: bar.inList == 0 ? .dim : .normal)
        column += number.width
      }
      frame.put(
        .bar(part: bar.inList, whole: max(1, most), width: barWidth), row: row,
        column: rect.column + barStart, role: .bar)
      guard top + line == content.rowIndex else { continue }
      frame.restyle(Rect(row: row, column: rect.column, width: rect.width, height: 1), role: .selected)
      frame.cursor = Position(row: row, column: rect.column)
    }
  }
}
