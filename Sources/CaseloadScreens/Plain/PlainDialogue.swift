import CaseloadCore
import Cells

/// The linear mode: lines in, lines out, over the very state, update, actions and words of the screens. It is for
/// screen readers, for slow lines and for scripts. One thing is said at a time: what the line that was typed changed.
public struct PlainDialogue: Sendable {
  /// True once the user asked to end.
  public private(set) var hasEnded = false
  private var before: Glimpse?

  /// A dialogue that has not begun.
  public init() {}

  /// What is said first.
  public mutating func open(_ state: ScreenState) -> [TerminalText] {
    before = Glimpse(state)
    let scope = state.scope.isEmpty ? state.speech(Words.severalCoaches) : TerminalText(data: state.scope)
    var lines = [state.speech(PlainWords.hello, scope)]
    if !state.filterText.isEmpty {
      lines.append(state.speech(PlainWords.filter, TerminalText(data: state.filterText)))
    }
    return lines + PlainPage(state).list
  }

  /// Takes one line in. What the world must do for it is returned as effects; what there is to say is said by
  /// `news` once these are done.
  public mutating func take(_ line: String, _ state: inout ScreenState) -> (
    effects: [Effect], lines: [TerminalText]
  ) {
    state.message = nil
    before = Glimpse(state)
    return PlainCommand(line, state).perform(&state)
  }

  /// What changed since the last line that was taken or the last news.
  public mutating func news(_ state: ScreenState, effects: [Effect] = []) -> [TerminalText] {
    if effects.contains(.quit) {
      hasEnded = true
      return [state.speech(PlainWords.ended)]
    }
    let now = Glimpse(state)
    defer { before = now }
    return now.said(after: before, state)
  }
}

/// What can change by one line, to say only that.
struct Glimpse: Equatable {
  private let mode: Mode
  private let focus: Pane
  private let counts: [Int]
  private let filter: String
  private let sort: SortKey
  private let showsUnknown: Bool
  private let cursor: ClientNumber?
  private let marks: Int
  private let language: Language
  private let today: Day

  init(_ state: ScreenState) {
    mode = state.mode
    focus = state.focus
    let found = state.filterCounts
    counts = [found.yes, found.unknown, found.all, state.shownCount]
    filter = state.filterText
    sort = state.sort
    showsUnknown = state.showsUnknown
    cursor = state.cursor
    marks = state.marks.count
    language = state.context.language
    today = state.context.today
  }

  /// The lines for what is other than before, the widest first.
  func said(after before: Glimpse?, _ state: ScreenState) -> [TerminalText] {
    let page = PlainPage(state)
    var lines: [TerminalText] = []
    if let message = state.message { lines.append(message.text) }
    guard let before else { return lines + page.lines }
    let isElsewhere = mode != before.mode || focus != before.focus || language != before.language
    if isElsewhere, mode != .browse || focus != .list { return lines + page.lines }
    if mode != .browse || focus != .list {
      // In a record or a pane another client is another page.
      return cursor == before.cursor && state.message == nil ? lines : lines + page.lines
    }
    if today != before.today { lines.append(state.speech.day(today)) }
    if sort != before.sort, let field = state.population.catalogue[sort.field] {
      let words = sort.ascending ? PlainWords.sortedBy : PlainWords.sortedDown
      lines.append(state.speech(words, state.speech(field.label)))
    }
    if marks != before.marks { lines.append(state.speech(PlainWords.markedNow, marks)) }
    if isElsewhere || filter != before.filter || counts != before.counts
      || showsUnknown != before.showsUnknown
    {
      return lines + page.list
    }
    if cursor != before.cursor || sort != before.sort { lines.append(page.client) }
    return lines
  }
}
