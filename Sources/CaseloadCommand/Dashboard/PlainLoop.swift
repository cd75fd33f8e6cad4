import CaseloadCore
import CaseloadScreens
import CaseloadStore
import CaseloadTerminal
import Cells

/// The dashboard's loop without a screen: a line in, the lines out that say what it changed. State, update, effects
/// and words are those of the screens.
final class PlainLoop {
  private let store: Store
  private var scope: Scope
  private let clock: DayClock
  private let desk: DeskSession
  private let ids = KeepIDs()
  private let input: LineInput
  private var dialogue = PlainDialogue()
  private var state: ScreenState
  private var lastChange: Int64

  /// What the user reads now; she may have changed it.
  var language: Language { state.context.language }

  init(
    store: Store, scope: Scope, state: ScreenState, lastChange: Int64, clock: DayClock, desk: DeskSession,
    input: LineInput
  ) {
    self.store = store
    self.scope = scope
    self.state = state
    self.lastChange = lastChange
    self.clock = clock
    self.desk = desk
    self.input = input
  }

  /// Runs until the user ends it or there are no more lines. `first` is what the state that it began with asks for.
  func run(_ first: [Effect] = []) throws {
    perform(start(&state) + first)
    try say(dialogue.open(state))
    while !dialogue.hasEnded {
      Console.prompt()
      switch input.next(timeout: clock.millisecondsToMidnight) {
      case .end:
        perform([.saveSession(state.session)])
        return
      case .line(let line):
        takeNews()
        let (effects, lines) = dialogue.take(line, &state)
        perform(effects)
        // Answers came in at once: those who were found are known.
        perform(dialogue.settle(&state))
        try say(lines + dialogue.news(state, effects: effects))
      case .wake, .time:
        takeNews()
        try say(dialogue.news(state))
      }
    }
  }

  /// The new day, and what other processes changed.
  private func takeNews() {
    if let day = clock.newDay(after: state.context.today) { perform(update(&state, .midnight(day))) }
    if let last = Store.lastChange(watching: store.watchedPath), last > lastChange {
      take(DashboardWork.changes(store, since: lastChange, scope, state.context))
    }
    // On another day, or with another calendar, she may stand in for somebody else: then all are read again.
    let now = scope.on(state.context)
    guard now != scope else { return }
    scope = now
    take(DashboardWork.reload(store, now, state.context))
  }

  /// There is no key to keep waiting: effects are done at once, and their answers taken in.
  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .loadRecord(let number): take(DashboardWork.record(store, number, state.context))
      case .loadHistory(let number):
        take(DashboardWork.record(store, number, state.context, changes: nil))
      case .searchNotes(let text): take(DashboardWork.notes(store, text, state.context))
      case .searchPhones(let digits): take(DashboardWork.phones(store, digits, state.context))
      case .lookAhead(let coach): take(DashboardWork.ahead(store, coach, state.context))
      case .loadColleagues: take(DashboardWork.colleagues(store, state.context))
      case .keepWorklists(let lists):
        if let told = desk.keep(lists, in: language) { perform(update(&state, told)) }
      case .keep(let keeping, let subject):
        let work = ChangeWork(store: store, context: clock.stamped(state.context), ids: ids)
        take(work.keep(keeping, for: subject))
      case .keepNotes(let changes, let purpose):
        perform(update(&state, desk.keep(changes, for: purpose, state.context)))
      case .keepSweep(let sweep, let id):
        let now = clock.stamped(state.context).now
        if let told = desk.keep(sweep, id: id, at: now, in: language) { perform(update(&state, told)) }
      case .undo(let way, let client):
        take(ChangeWork(store: store, context: clock.stamped(state.context), ids: ids).take(way, of: client))
        takeNews()
      case .keepDraft(let subject, let draft):
        let now = clock.stamped(state.context).now
        if let told = desk.keep(draft, of: subject, at: now, in: language) { perform(update(&state, told)) }
      case .saveSession(let session): desk.keep(session)
      case .keepLanguage(let language): desk.keep(language)
      case .importing(let wish, let run):
        // How far it is is said by nobody: lines that come while one listens are noise.
        take(ImportWork(store: store, context: state.context, run: run) { _ in }.perform(wish))
      // These are a screen's; a clipboard is a terminal's.
      case .suspend, .redraw, .quit, .copy: break
      case .openEditor: perform(update(&state, .edited(.noEditor)))
      }
    }
  }

  private func take(_ results: [DashboardResult]) {
    for result in results {
      switch result {
      case .message(let message): perform(update(&state, message))
      case .record(let record, _): perform(update(&state, .record(record)))
      case .upToDate(let change): lastChange = max(lastChange, change)
      }
    }
  }

  private func say(_ lines: [TerminalText]) throws {
    if !lines.isEmpty { try Console.say(lines: lines) }
  }
}
