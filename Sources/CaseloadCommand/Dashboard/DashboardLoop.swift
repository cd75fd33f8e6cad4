import CaseloadCore
import CaseloadScreens
import CaseloadStore
import CaseloadTerminal
import Cells
import Glibc

/// The dashboard's main loop: events in, state changed, one frame out for all that was waiting.
final class DashboardLoop {
  /// What the user reads now; she may have changed it.
  var language: Language { state.context.language }

  private let terminal: Terminal
  private let store: Store
  private let thread: StoreThread
  private let scope: Scope
  private let clock: DayClock
  private let desk: DeskSession
  private var state: ScreenState
  private var lastChange: Int64
  /// Set when the dashboard is to end: the exit code.
  private var ended: Int32?

  init(
    terminal: Terminal, store: Store, scope: Scope, state: ScreenState, lastChange: Int64, clock: DayClock,
    desk: DeskSession
  ) {
    self.terminal = terminal
    self.store = store
    self.scope = scope
    self.state = state
    self.lastChange = lastChange
    self.clock = clock
    self.desk = desk
    thread = StoreThread(waker: terminal.waker)
    let thread = thread
    terminal.willSuspend = { thread.finish() }
  }

  /// Runs until the user quits or the terminal or a signal ends it; gives the process's exit code.
  func run() -> Int32 {
    perform(update(&state, .resize(width: terminal.size.width, height: terminal.size.height)))
    perform(start(&state))
    terminal.draw(render(state))
    while ended == nil {
      handle(terminal.nextEvent(timeout: clock.millisecondsToMidnight))
      // Keys that came while the last frame was drawn go into the next one together.
      while ended == nil, terminal.hasPendingEvents, let event = terminal.nextEvent(timeout: 0) {
        handle(event)
      }
      if ended == nil { terminal.draw(render(state)) }
    }
    keep(state.session)
    thread.finish()
    return ended ?? 0
  }

  private func handle(_ event: Event?) {
    if let day = clock.newDay(after: state.context.today) { perform(update(&state, .midnight(day))) }
    switch event {
    case nil, .midnight: return
    case .wake: takeNews()
    case .hangup: ended = 128 + SIGHUP
    case .terminate(let signal): ended = 128 + signal
    case .some(let event): perform(update(&state, event))
    }
  }

  /// Takes results of effects, and asks what other processes changed.
  private func takeNews() {
    for result in thread.takeResults() {
      switch result {
      case .message(let message): perform(update(&state, message))
      case .upToDate(let change): lastChange = max(lastChange, change)
      }
    }
    let (store, scope, context, since) = (store, scope, state.context, lastChange)
    guard let last = Store.lastChange(watching: store.watchedPath), last > since else { return }
    thread.run { DashboardWork.changes(store, since: since, scope, context) }
  }

  /// Keeps where the user is, on the store's thread: the desk is a file too.
  private func keep(_ session: Session) {
    let desk = desk
    thread.run {
      desk.keep(session)
      return []
    }
  }

  /// Keeps the language for the next start, beside the session.
  private func keep(_ language: Language) {
    let desk = desk
    thread.run {
      desk.keep(language)
      return []
    }
  }

  /// Keeps her own worklists on the desk; that they could not be kept is said at once.
  private func keep(_ lists: [OwnWorklist]) {
    let (desk, language) = (desk, state.context.language)
    thread.run { desk.keep(lists).map { [.message(.failed($0.message(in: language)))] } ?? [] }
  }

  private func perform(_ effects: [Effect]) {
    let (store, context) = (store, state.context)
    for effect in effects {
      switch effect {
      case .loadRecord(let number): thread.run { DashboardWork.record(store, number, context) }
      case .searchNotes(let text): thread.run { DashboardWork.notes(store, text, context) }
      case .searchPhones(let digits): thread.run { DashboardWork.phones(store, digits, context) }
      case .keepWorklists(let lists): keep(lists)
      case .saveSession(let session): keep(session)
      case .keepLanguage(let language): keep(language)
      case .copy(let text): terminal.copy(text)
      case .suspend: terminal.stop()
      case .redraw: terminal.redraw()
      case .quit: ended = 0
      }
    }
  }
}
