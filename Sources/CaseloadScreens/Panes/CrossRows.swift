import CaseloadCore
import Cells

/// The rows of a crossed table: a cell for each pair of values, the totals first, what is not known apart behind a
/// line. Columns that do not fit scroll sideways; the rows' names and totals stay.
struct CrossRows {
  private let state: ScreenState
  private let content: TableContent
  private let rect: Rect
  private let speech: Speech
  private let labels: [TerminalText]
  private let heads: [TerminalText]

  init(_ state: ScreenState, _ content: TableContent, _ rect: Rect) {
    self.state = state
    self.content = content
    self.rect = rect
    speech = state.speech
    let language = state.context.language
    labels = content.rows.map { TerminalText(data: $0.label.text(in: language)) }
    heads = content.columns.map { TerminalText(data: $0.label.text(in: language)) }
  }

  private var digits: Int { max(3, TerminalText(content.rowFacet.ofAll).width) }
  private var total: TerminalText { speech(TableWords.total) }
  private var all: TerminalText { speech(TableWords.all) }
  private var totalWidth: Int { max(digits, all.width) }

  private var labelWidth: Int {
    let longest = max(total.width, labels.map(\.width).max() ?? 0)
    return max(1, min(longest, rect.width < 100 ? 18 : 30, rect.width / 3))
  }

  /// The widths of the columns: their names whole where all of them fit so, else cut to what can still be told apart.
  private func widths(_ room: Int) -> [Int] {
    let whole = heads.map { max(digits, min($0.width, 18)) }
    if whole.reduce(0, { $0 + $1 + 2 }) <= room { return whole }
    return heads.map { max(digits, min($0.width, 9)) }
  }

  /// Which columns are in sight: from the first, moved on until the one under the cursor is.
  private func visible(_ widths: [Int], _ room: Int) -> Range<Int> {
    func end(_ first: Int) -> Int {
      var used = 0
      var index = first
      while index < widths.count {
        used += widths[index] + gap(before: index)
        if used > room { break }
        index += 1
      }
      return index
    }
    var first = 0
    let cursor = content.columnIndex ?? -1
    while first < cursor, end(first) <= cursor { first += 1 }
    return first..<max(first, min(widths.count, max(first + 1, end(first))))
  }

  /// The space before a column: a line stands before the first of what is not known.
  private func gap(before index: Int) -> Int { startsStates(index) ? 4 : 2 }

  private func startsStates(_ index: Int) -> Bool {
    content.columns[index].isState && (index == 0 || !content.columns[index - 1].isState)
  }

  func draw(_ frame: inout Frame) {
    let fixed = 2 + labelWidth + 2 + totalWidth
    let room = max(0, rect.width - fixed - 2)
    let widths = widths(room)
    let visible = visible(widths, room)
    var places: [(index: Int, column: Int, width: Int)] = [
      (-1, rect.column + 2 + labelWidth + 2, totalWidth)
    ]
    var column = rect.column + fixed
    for index in visible {
      if startsStates(index) {
        for row in rect.row..<rect.endRow { frame.put("│", row: row, column: column + 2, role: .dim) }
      }
      column += gap(before: index)
      places.append((index, column, min(widths[index], max(0, rect.endColumn - column))))
      column += widths[index]
    }
    drawHeads(places, visible, &frame)
    let shown = max(0, rect.height - 2)
    let top = TableScreen.top(content, shown)
    drawRow(-1, rect.row + 1, places, &frame)
    for line in 0..<min(shown, content.rows.count - top) {
      drawRow(top + line, rect.row + 2 + line, places, &frame)
    }
  }

  private func drawHeads(
    _ places: [(index: Int, column: Int, width: Int)], _ visible: Range<Int>, _ frame: inout Frame
  ) {
    for place in places {
      let isTotal = place.index < 0
      let head = isTotal ? all : heads[place.index]
      let role: Role = isTotal || !content.columns[place.index].isState ? .header : .unknown
      frame.put(
        head.pad(to: place.width, alignment: .right), row: rect.row, column: place.column, role: role,
        attributes: place.index == content.columnIndex ? [.bold, .underline] : [])
    }
    if visible.lowerBound > 0, let first = places.dropFirst().first {
      frame.put("‹", row: rect.row, column: first.column - 2, role: .focus)
    }
    if visible.upperBound < content.columns.count {
      frame.put("›", row: rect.row, column: rect.endColumn - 1, role: .focus)
    }
  }

  private func drawRow(
    _ index: Int, _ row: Int, _ places: [(index: Int, column: Int, width: Int)], _ frame: inout Frame
  ) {
    let bar = content.rows.indices.contains(index) ? content.rows[index] : nil
    let isCursor = index == content.rowIndex
    let role: Role = bar == nil ? .dim : bar?.isState == true ? .unknown : .normal
    if let bar, state.cursorRow.map({ bar.rows.contains($0) }) == true {
      frame.put("▸", row: row, column: rect.column, role: .focus)
    }
    frame.put(
      bar == nil ? total : labels[index], row: row, column: rect.column + 2, role: role,
      attributes: isCursor ? .bold : [], maxWidth: labelWidth)
    for place in places {
      let count = count(index, place.index)
      let text: TerminalText = count == 0 ? "·" : TerminalText(count)
      let isTotal = bar == nil || place.index < 0
      frame.put(
        text.pad(to: place.width, alignment: .right), row: row, column: place.column,
        role: count == 0 || isTotal ? .dim : .normal)
      guard isCursor, place.index == content.columnIndex else { continue }
      frame.restyle(Rect(row: row, column: place.column, width: place.width, height: 1), role: .selected)
      frame.cursor = Position(row: row, column: place.column)
    }
  }

  private func count(_ row: Int, _ column: Int) -> Int {
    switch (row < 0, column < 0) {
    case (true, true): content.rowFacet.ofList
    case (true, false): content.columns[column].inList
    case (false, true): content.rows[row].inList
    case (false, false): content.inList[row][column]
    }
  }
}
