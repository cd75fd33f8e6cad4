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
  private var scope: Scope
  private let clock: DayClock
  private let desk: DeskSession
  private var state: ScreenState
  private var lastChange: Int64
  private var shelf: RecordShelf
  private let editor: OwnEditor
  private let drafts = DraftShelf()
  private let ids = KeepIDs()
  /// Set when the dashboard is to end: the exit code.
  private var ended: Int32?

  init(
    terminal: Terminal, store: Store, scope: Scope, state: ScreenState, lastChange: Int64, clock: DayClock,
    desk: DeskSession, editor: OwnEditor
  ) {
    self.editor = editor
    self.terminal = terminal
    self.store = store
    self.scope = scope
    self.state = state
    self.lastChange = lastChange
    self.clock = clock
    self.desk = desk
    shelf = RecordShelf(state.context)
    thread = StoreThread(waker: terminal.waker)
    let thread = thread
    terminal.willSuspend = { thread.finish() }
    // A stopped program that holds the store must not look like a save that goes on. Language is switched on the
    // main thread; the one that she began with will do for a line like this.
    let language = state.context.language
    store.tellOfWaits { wait in
      thread.post(.message(.waiting(StoreOpening.words(of: wait, in: language).string)))
    }
  }

  /// Runs until the user quits or the terminal or a signal ends it; gives the process's exit code.
  func run() -> Int32 {
    perform(update(&state, .resize(width: terminal.size.width, height: terminal.size.height)))
    perform(start(&state))
    terminal.draw(render(state))
    while ended == nil {
      readAhead()
      var isChanged = handle(terminal.nextEvent(timeout: clock.millisecondsToMidnight))
      // Keys that came while the last frame was drawn go into the next one together.
      while ended == nil, terminal.hasPendingEvents, let event = terminal.nextEvent(timeout: 0) {
        isChanged = handle(event) || isChanged
      }
      if ended == nil, isChanged { terminal.draw(render(state)) }
    }
    keep(state.session)
    thread.finish()
    return ended ?? 0
  }

  /// Takes in an event; whether there is anything to draw.
  private func handle(_ event: Event?) -> Bool {
    state.tick(clock.stamped(state.context).now)
    let day = clock.newDay(after: state.context.today)
    if let day {
      perform(update(&state, .midnight(day)))
      followScope()
    }
    switch event {
    case nil, .midnight: return day != nil
    case .wake: return takeNews() || day != nil
    case .hangup: ended = 128 + SIGHUP
    case .terminate(let signal): ended = 128 + signal
    case .some(let event): perform(update(&state, event))
    }
    return true
  }

  /// Takes results of effects, and asks what other processes changed; whether there is anything to draw. A wake
  /// without a result may be of a terminal that was given back and shows something else.
  private func takeNews() -> Bool {
    let results = thread.takeResults()
    var isChanged = results.isEmpty
    for result in results {
      switch result {
      case .message(let message):
        switch message {
        case .changed(let clients, let removed): shelf.forget(clients.map(\.number) + removed)
        case .reloaded: shelf.forgetAll()
        default: break
        }
        perform(update(&state, message))
        isChanged = true
      case .record(let record, let key):
        shelf.put(record, key)
        let isInSight = record.number == state.subject && state.record != record
        guard isInSight || record.number == .nobody else { continue }
        perform(update(&state, .record(record)))
        isChanged = true
      case .upToDate(let change): lastChange = max(lastChange, change)
      }
    }
    followScope()
    let (store, scope, context, since) = (store, scope, state.context, lastChange)
    if let last = Store.lastChange(watching: store.watchedPath), last > since {
      thread.run { DashboardWork.changes(store, since: since, scope, context) }
    }
    return isChanged
  }

  /// On another day, or with another calendar, she may stand in for somebody else: then all are read again.
  private func followScope() {
    let (store, now, context) = (store, scope.on(state.context), state.context)
    guard now != scope else { return }
    scope = now
    thread.run { DashboardWork.reload(store, now, context) }
  }

  /// Has the records beside the cursor read, while nobody waits for them.
  private func readAhead() {
    for number in state.besideCursor where shelf.asks(for: number, state.context) {
      let (store, context) = (store, state.context)
      thread.run { DashboardWork.recordAhead(store, number, context) }
    }
  }

  /// Shows a record that is on the shelf at once, and has any other one read.
  private func load(_ number: ClientNumber) {
    let (store, context) = (store, state.context)
    if let record = shelf.record(of: number, context) {
      perform(update(&state, .record(record)))
    } else {
      thread.run { DashboardWork.record(store, number, context) }
    }
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
    thread.run { desk.keep(lists, in: language).map { [.message($0)] } ?? [] }
  }

  private func perform(_ effects: [Effect]) {
    let (store, context) = (store, state.context)
    for effect in effects {
      switch effect {
      case .loadRecord(let number): load(number)
      case .loadHistory(let number):
        thread.run { DashboardWork.record(store, number, context, changes: nil) }
      case .searchNotes(let text): thread.run { DashboardWork.notes(store, text, context) }
      case .searchPhones(let digits): thread.run { DashboardWork.phones(store, digits, context) }
      case .lookAhead(let coach): thread.run { DashboardWork.ahead(store, coach, context) }
      case .loadColleagues: thread.run { DashboardWork.colleagues(store, context) }
      case .keepWorklists(let lists): keep(lists)
      case .keep(let keeping, let subject):
        let work = ChangeWork(store: store, context: clock.stamped(context), ids: ids)
        thread.run { work.keep(keeping, for: subject) }
      case .keepNotes(let changes, let purpose):
        let desk = desk
        thread.run { [.message(desk.keep(changes, for: purpose, context))] }
      case .keepSweep(let sweep, let id):
        let (desk, now) = (desk, clock.stamped(context).now)
        thread.run { desk.keep(sweep, id: id, at: now, in: context.language).map { [.message($0)] } ?? [] }
      case .undo(let way, let client):
        let work = ChangeWork(store: store, context: clock.stamped(context), ids: ids)
        thread.run { work.take(way, of: client) }
      case .keepDraft(let subject, let draft):
        let (desk, drafts, now) = (desk, drafts, clock.stamped(context).now)
        guard drafts.put(draft, of: subject) else { continue }
        thread.run {
          guard let draft = drafts.take(subject) else { return [] }
          return desk.keep(draft, of: subject, at: now, in: context.language).map { [.message($0)] } ?? []
        }
      case .importing(let wish, let run):
        let thread = thread
        let work = ImportWork(store: store, context: context, run: run) { thread.post($0) }
        thread.run { work.perform(wish) }
      case .saveSession(let session): keep(session)
      case .keepLanguage(let language): keep(language)
      case .copy(let text): terminal.copy(text)
      case .openEditor(let text):
        let news = terminal.suspend { editor.edit(text) }
        perform(update(&state, .edited(news)))
      case .suspend: terminal.stop()
      case .redraw: terminal.redraw()
      case .quit: ended = 0
      }
    }
  }
}
