import CaseloadCore
import Cells

/// The keys that work here now, made from the action table and cut with `…` where they do not fit; before them a
/// message, until the next key.
enum FooterLine {
  static func draw(_ state: ScreenState, in rect: Rect, _ frame: inout Frame) {
    var column = rect.column + 1
    let end = rect.endColumn - 1
    if let message = state.message ?? waiting(state) {
      column += frame.put(
        message.text, row: rect.row, column: column, role: message.role, maxWidth: max(0, end - column))
      column += 3
    }
    let keys = Keys(state)
    let pinned = keys.here.filter { $0.action.footer == .pinned }
    let shown = keys.here.filter { $0.action.footer == .shown }
    let pinnedWidth = keys.width(pinned)
    let fitsAll = column + keys.width(shown) + pinnedWidth - 2 <= end
    // The sign for what does not fit takes three columns.
    let room = fitsAll ? end : end - pinnedWidth - 3
    for item in shown {
      guard column + item.width <= room else { break }
      column += draw(item, row: rect.row, column: column, &frame) + 2
    }
    if !fitsAll, column < end { column += frame.put("…", row: rect.row, column: column, role: .dim) + 2 }
    // Beside a long message the last ones stay: the way to all keys, and the way out.
    var last = pinned[...]
    while last.count > 1, column + keys.width(Array(last)) - 2 > end { last = last.dropFirst() }
    for item in last where column + item.width <= end {
      column += draw(item, row: rect.row, column: column, &frame) + 2
    }
  }

  /// One key with its word.
  private struct Item {
    var action: Action
    var key: TerminalText
    var word: TerminalText
    var width: Int { key.width + 1 + word.width }
  }

  /// What works here and has a key, in the order of the table, the most useful first; but what is done here and not in
  /// the panes comes before what she knows from there.
  private struct Keys {
    var here: [Item] = []

    init(_ state: ScreenState) {
      let speech = state.speech
      let place = state.place
      for action in ActionTable.all
      where action.footer != .hidden && !action.places.isDisjoint(with: place) {
        guard let key = state.keymap.keys(of: action, in: place).first, action.unavailable(state) == nil
        else {
          continue
        }
        here.append(Item(action: action, key: key.shown, word: speech(action.short)))
      }
      let isOwn = { (item: Item) in item.action.places.isDisjoint(with: .panes) }
      here = here.filter(isOwn) + here.filter { !isOwn($0) }
    }

    /// All of them with the space behind each.
    func width(_ items: [Item]) -> Int { items.reduce(0) { $0 + $1.width + 2 } }
  }

  /// Why the result does not follow the last letters.
  private static func waiting(_ state: ScreenState) -> Said? {
    guard case .filter = state.mode, state.isStale, state.filterError == nil else { return nil }
    return Said(state.speech(Words.notFinished), .dim)
  }

  private static func draw(_ item: Item, row: Int, column: Int, _ frame: inout Frame) -> Int {
    let used = frame.put(item.key, row: row, column: column, role: .key)
    return used + 1 + frame.put(item.word, row: row, column: column + used + 1)
  }
}
