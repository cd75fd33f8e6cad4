import CaseloadCore
import Cells

/// The line under the filter: the worklists with live counts; while a text is typed, what is wrong with it.
enum StripLine {
  static func draw(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    guard !rect.isEmpty else { return }
    if case .filter(let entry) = state.mode, let error = state.filterError {
      return drawError(error, entry, state, in: rect, &frame)
    }
    drawWorklists(state, in: rect, &frame)
  }

  private static func drawWorklists(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    let inForce = state.filter.worklistNames
    let count = state.links.worklists.count
    let more = state.speech(Words.more, TerminalText(count))
    let end = rect.endColumn - 1
    var column = rect.column + 1
    var shown = 0
    for worklist in state.links.worklists {
      guard let number = state.counts[worklist.id] else { continue }
      let isInForce = worklist.rule == .filter(.all) ? state.filter == .all : inForce.contains(worklist.id)
      // Who is on no list needs no room here; w shows all.
      if !isInForce, number.yes + number.unknown == 0 { continue }
      let text = text(worklist, number, isInForce: isInForce)
      if column + text.width > end - more.width - 2 { break }
      frame.put(
        text, row: rect.row, column: column,
        role: isInForce ? .focus : .normal)
      column += text.width + 2
      shown += 1
    }
    if shown < count { frame.put(more, row: rect.row, column: end - more.width, role: .dim) }
  }

  /// "@forgotten 23", with those of whom it is unknown: "@forgotten 0 ?24". 0 alone would say that nobody is.
  static func text(
    _ worklist: Worklist, _ count: ScreenState.WorklistCount, isInForce: Bool
  ) -> TerminalText {
    let unknown: TerminalText = count.unknown > 0 ? " ?\(count.unknown)" : ""
    let text: TerminalText = "@\(data: worklist.id) \(count.yes)\(unknown)"
    return isInForce ? "[\(text)]" : text
  }

  /// A caret under the place, what is wrong, and what may have been meant.
  private static func drawError(
    _ error: FilterError, _ entry: FilterEntry, _ state: ScreenState, in rect: Rect, _ frame: inout Frame
  ) {
    let room = max(1, TopLines.entryRoom(state, width: rect.width))
    let shift = EntryView.shift(entry.field, room: room)
    let before = TerminalText(data: EntryView.text(entry.field, from: shift, to: error.range.lowerBound))
    let caret = rect.column + 3 + min(before.width, room)
    var text = TerminalText(data: error.message)
    // Some messages name the nearest word themselves.
    if let suggestion = error.suggestion, !error.message.contains(suggestion) {
      text = state.speech(Words.didYouMean, text, TerminalText(data: suggestion))
    }
    frame.put("▴", row: rect.row, column: caret, role: .error)
    // Where the words do not fit behind the caret they stand before it.
    let behind = rect.endColumn - 1 - caret - 2
    if text.width <= behind || behind >= caret - rect.column - 2 {
      frame.put(text, row: rect.row, column: caret + 2, role: .error, maxWidth: max(0, behind))
    } else {
      let room = caret - rect.column - 2
      let shown = text.clip(to: room)
      frame.put(shown, row: rect.row, column: caret - 1 - shown.width, role: .error)
    }
  }
}
