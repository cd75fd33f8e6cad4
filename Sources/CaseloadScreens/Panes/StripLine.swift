import CaseloadCore
import Cells

/// The line under the filter: the worklists with live counts; while a text is typed, what is wrong with it.
enum StripLine {
  static func draw(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    guard !rect.isEmpty else { return }
    if case .filter(let entry) = state.mode, let error = state.filterError {
      return drawError(error, entry, state, in: rect, &frame)
    }
    if case .name(let entry, _) = state.mode, let refusal = entry.refusal {
      frame.put(
        refusal, row: rect.row, column: rect.column + 3, role: .error, maxWidth: max(0, rect.width - 4))
      return
    }
    drawWorklists(state, in: rect, &frame)
  }

  private static func drawWorklists(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    let count = state.links.worklists.count
    let more = state.speech(Words.more, TerminalText(count))
    let end = rect.endColumn - 1
    let items = items(state)
    // One's own come last, and keep half of the line: they are what one made to look at.
    let own = items.filter { !$0.isBuiltIn }
    let wanted = own.reduce(0) { $0 + $1.text.width + 2 }
    let kept = min(wanted, rect.width / 2)
    var column = rect.column + 1
    var shown = 0
    for (isOwn, last) in [(false, end - more.width - 2 - kept), (true, end - more.width - 2)] {
      for item in items where item.isBuiltIn != isOwn {
        if column + item.text.width > last { break }
        frame.put(item.text, row: rect.row, column: column, role: item.role)
        column += item.text.width + 2
        shown += 1
      }
    }
    if shown < count { frame.put(more, row: rect.row, column: end - more.width, role: .dim) }
  }

  private struct Item {
    var text: TerminalText
    var role: Role
    var isBuiltIn: Bool
  }

  private static func items(_ state: ScreenState) -> [Item] {
    let inForce = state.filter.worklistNames
    return state.links.worklists.compactMap { worklist in
      if worklist.problem != nil {
        return Item(text: "@\(data: worklist.id) ✗", role: .bad, isBuiltIn: false)
      }
      guard let number = state.counts[worklist.id] else { return nil }
      let isUnsaved = state.isUnsaved && state.baseWorklist == worklist.id
      let isInForce =
        isUnsaved
        || (worklist.rule == .filter(.all) ? state.filter == .all : inForce.contains(worklist.id))
      // Who is on no list needs no room here; w shows all.
      if worklist.isBuiltIn, !isInForce, number.yes + number.unknown == 0 { return nil }
      let text = text(state.speech.name(of: worklist), number, isInForce: isInForce, isUnsaved: isUnsaved)
      return Item(text: text, role: isInForce ? .focus : .normal, isBuiltIn: worklist.isBuiltIn)
    }
  }

  /// "@forgotten 23", with those of whom it is unknown: "@forgotten 0 ?24". 0 alone would say that nobody is.
  /// An asterisk says that the filter in use is not, or no longer, what the worklist says.
  static func text(
    _ name: TerminalText, _ count: ScreenState.WorklistCount, isInForce: Bool, isUnsaved: Bool = false
  ) -> TerminalText {
    let unknown: TerminalText = count.unknown > 0 ? " ?\(count.unknown)" : ""
    let text: TerminalText = "\(name)\(isUnsaved ? "*" as TerminalText : "") \(count.yes)\(unknown)"
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
