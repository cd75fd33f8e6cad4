import CaseloadCore
import CaseloadScreens
import CaseloadStore
import CaseloadTerminal
import Cells

/// What the dashboard and the linear mode begin with: the store, the desk, the caseload and the user's own keys.
struct DashboardStart {
  let store: Store
  let scope: Scope
  /// The change up to which the caseload was read.
  let lastChange: Int64
  let clock: DayClock
  let surroundings: Surroundings
  private let options: StoreOptions
  private let context: Context
  private let population: Population
  private let transfers: [WaitingTransfer]
  private let ahead: Ahead<DeskSession>

  /// Opens the store and loads the caseload that was asked for.
  init(_ options: StoreOptions) throws {
    self.options = options
    surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    self.store = store
    // A second file: it is read while the caseload is.
    let (deskPath, storePath) = (surroundings.deskPath, store.path)
    ahead = Ahead { DeskSession(path: deskPath, store: storePath) }
    context = try StoreOpening.context(store, options, surroundings)
    let scope = options.scope(context)
    self.scope = scope
    // The number of the last change is read first: what changes while the caseload loads is then read again.
    (lastChange, population, transfers) = try StoreOpening.saying {
      () throws(StoreError) in
      (try store.changes(since: .max).last, try store.load(scope), try store.waitingTransfers())
    }
    clock = DayClock(pinned: options.today)
  }

  /// What lies on the desk; waits until it is read.
  var desk: DeskSession { ahead.value }

  /// The state that the screen, or the first line, shows.
  func state() -> ScreenState {
    let desk = desk
    var context = context
    // Asked for, else what was switched to last, else the locale's.
    context.language = options.language ?? desk.language ?? context.language
    var state = ScreenState(
      population: population, context: context, scope: options.owner(population, scope, context),
      own: desk.worklists, session: desk.session, forms: desk.forms, transfers: transfers,
      notes: desk.notes, sweeps: desk.sweeps)
    take(surroundings.configPath, &state)
    return state
  }

  /// Takes the user's own keys; where the file is wrong the dashboard starts with the usual ones and says so.
  private func take(_ path: String, _ state: inout ScreenState) {
    let (configuration, problems) = Configuration.load(path)
    state.keymap = configuration.keymap
    state.usesClipboard = configuration.clipboard
    guard let first = problems.first else { return }
    let speech = Speech(state.context)
    let text = first.text("config.toml", speech)
    state.warn(
      problems.count == 1
        ? speech(ConfigurationWords.usual, text)
        : speech(ConfigurationWords.more, text, TerminalText(problems.count - 1)))
  }

  /// After the screen, or the last line: says what could not be kept, and closes the store.
  func end(_ language: Language) throws {
    if let complaint = desk.complaint(in: language) { Console.warn(complaint) }
    try StoreOpening.saying { () throws(StoreError) in try store.close() }
  }

  /// Runs the linear mode, at once in a sweep of the clients of a filter where one is said.
  func runPlain(sweeping filter: String? = nil) throws {
    var state = state()
    var first: [Effect] = []
    if let filter {
      do throws(FilterError) {
        first = try state.sweep(filter)
      } catch {
        throw Failure(.usage, TerminalText(data: error.message))
      }
    }
    let loop = PlainLoop(
      store: store, scope: scope, state: state, lastChange: lastChange, clock: clock, desk: desk,
      input: LineInput(watch: try? FolderWatch(path: store.watchedFolder)))
    try loop.run(first)
    try end(loop.language)
  }
}
