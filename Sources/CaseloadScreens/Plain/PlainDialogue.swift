import CaseloadCore
import Cells

/// The linear mode: lines in, lines out, over the very state, update, actions and words of the screens. It is for
/// screen readers, for slow lines and for scripts. One thing is said at a time: what the line that was typed changed.
public struct PlainDialogue: Sendable {
  /// True once the user asked to end.
  public private(set) var hasEnded = false
  private var before: Glimpse?
  private var found: PlainFound?

  /// A dialogue that has not begun.
  public init() {}

  /// What is said first.
  public mutating func open(_ state: ScreenState) -> [TerminalText] {
    before = Glimpse(state)
    var lines = [state.speech(PlainWords.hello, state.scope.said(state.speech))]
    if !state.filterText.isEmpty {
      lines.append(state.speech(PlainWords.filter, TerminalText(data: state.filterText)))
    }
    // One that begins in a sweep says where it stands.
    return lines + (state.mode == .browse ? PlainPage(state).list : PlainPage(state).lines)
  }

  /// Takes one line in. What the world must do for it is returned as effects; what there is to say is said by
  /// `news` once these are done.
  public mutating func take(_ line: String, _ state: inout ScreenState) -> (
    effects: [Effect], lines: [TerminalText]
  ) {
    state.message = nil
    before = Glimpse(state)
    return PlainCommand(line, state).perform(&state, &found)
  }

  /// Ends what waited for an answer: once the effects of a line are done it is known who was found, by her telephone
  /// number too, and the best is opened.
  public mutating func settle(_ state: inout ScreenState) -> [Effect] {
    guard case .find(let entry, let beneath) = state.mode else { return [] }
    guard entry.chosen != nil else {
      let effects = update(&state, .key(.escape))
      let words = entry.field.isEmpty ? FindWords.nobodyYet : FindWords.nobody
      state.message = Said(state.speech(words, TerminalText(state.population.count)))
      return effects
    }
    // One who was found before is left: back leads to where the search began.
    if case .visit(_, _, let behind) = beneath { state.mode = .find(entry, over: behind) }
    found = PlainFound(entry)
    return update(&state, .key(.enter))
  }

  /// What changed since the last line that was taken or the last news.
  public mutating func news(_ state: ScreenState, effects: [Effect] = []) -> [TerminalText] {
    if effects.contains(.quit) {
      hasEnded = true
      return [state.speech(PlainWords.ended)]
    }
    let now = Glimpse(state)
    defer { before = now }
    if let lines = found?.lines(state), !lines.isEmpty {
      found?.beSaid()
      return (state.message.map { [$0.text] } ?? []) + lines
    }
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
  private let importing: ImportEntry
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
    importing = state.importing
    language = state.context.language
    today = state.context.today
  }

  /// The lines for what is other than before, the widest first.
  func said(after before: Glimpse?, _ state: ScreenState) -> [TerminalText] {
    let page = PlainPage(state)
    var lines: [TerminalText] = []
    if let message = state.message { lines.append(message.text) }
    guard let before else { return lines + page.lines }
    let isStep = mode == .importing && importing != before.importing
    let isElsewhere = mode != before.mode || focus != before.focus || language != before.language || isStep
    if isElsewhere, let line = page.lineOfMenu(before.mode), language == before.language {
      return lines + [line]
    }
    if isElsewhere, mode != .browse || focus != .list { return lines + page.lines }
    if mode != .browse || focus != .list {
      if marks != before.marks, state.message == nil {
        lines.append(state.speech(PlainWords.markedNow, marks))
      }
      guard cursor != before.cursor else { return lines }
      // In a pane another client is another page; a whole record is read when it is asked for.
      return lines + (state.recordTop == nil ? page.lines : [page.client])
    }
    if today != before.today { lines.append(state.speech.day(today)) }
    if sort != before.sort, let field = state.population.catalogue[sort.field] {
      let words = sort.ascending ? PlainWords.sortedBy : PlainWords.sortedDown
      lines.append(state.speech(words, state.speech(field.label)))
    }
    if marks != before.marks, state.message == nil { lines.append(state.speech(PlainWords.markedNow, marks)) }
    if isElsewhere || filter != before.filter || counts != before.counts
      || showsUnknown != before.showsUnknown
    {
      return lines + page.list
    }
    if cursor != before.cursor || sort != before.sort { lines.append(page.client) }
    return lines
  }
}
