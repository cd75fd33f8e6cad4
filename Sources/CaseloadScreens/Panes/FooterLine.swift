import CaseloadCore
import Cells

/// The keys that work here now, made from the action table and cut with `…` where they do not fit; before them a
/// message, until the next key.
enum FooterLine {
  static func draw(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    let speech = state.speech
    var column = rect.column + 1
    let end = rect.endColumn - 1
    if let message = state.message ?? waiting(state) {
      column += frame.put(
        message.text, row: rect.row, column: column, role: message.role, maxWidth: max(0, end - column))
      column += 3
    }
    let here = ActionTable.all.filter {
      $0.footer != .hidden && !$0.places.isDisjoint(with: state.place) && $0.unavailable(state) == nil
    }
    let pinned = here.filter { $0.footer == .pinned }
    let shown = here.filter { $0.footer == .shown }
    let pinnedWidth = width(pinned, speech)
    let fitsAll = column + width(shown, speech) + pinnedWidth - 2 <= end
    // The sign for what does not fit takes three columns.
    let room = fitsAll ? end : end - pinnedWidth - 3
    for action in shown {
      guard column + width(action, speech) <= room else { break }
      column += draw(action, speech, row: rect.row, column: column, &frame) + 2
    }
    if !fitsAll, column < end { column += frame.put("…", row: rect.row, column: column, role: .dim) + 2 }
    for action in pinned where column + width(action, speech) <= end {
      column += draw(action, speech, row: rect.row, column: column, &frame) + 2
    }
  }

  /// Why the result does not follow the last letters.
  private static func waiting(_ state: ScreenState) -> Said? {
    guard case .filter = state.mode, state.isStale, state.filterError == nil else { return nil }
    return Said(state.speech(Words.notFinished), .dim)
  }

  private static func key(_ action: Action) -> TerminalText { action.keys.first?.shown ?? "" }

  private static func width(_ action: Action, _ speech: Speech) -> Int {
    key(action).width + 1 + speech(action.short).width
  }

  /// All of them with the space behind each.
  private static func width(_ actions: [Action], _ speech: Speech) -> Int {
    var total = 0
    for action in actions { total += width(action, speech) + 2 }
    return total
  }

  private static func draw(
    _ action: Action, _ speech: Speech, row: Int, column: Int, _ frame: inout Frame
  ) -> Int {
    let used = frame.put(key(action), row: row, column: column, role: .key)
    return used + 1 + frame.put(speech(action.short), row: row, column: column + used + 1)
  }
}
