import ArgumentParser
import CaseloadCore
import CaseloadScreens
import CaseloadStore
import CaseloadTerminal
import Cells

/// `caseload` without a command: the dashboard.
struct DashboardCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dashboard", abstract: HelpWords.dashboard.spoken,
      discussion: HelpText.text(
        [
          "caseload", "caseload --store demo.sqlite --coach \"J. de Vries\"",
          "caseload --scheme high-contrast --language nl", "caseload --plain",
        ], HelpWords.dashboardKeys, HelpWords.dashboardMore))
  }

  @OptionGroup var options: StoreOptions

  @Option(
    name: .long, help: OptionWords.scheme.help,
    completion: .list(["default", "high-contrast", "monochrome"]))
  var scheme: String = "default"

  @Flag(name: .long, help: OptionWords.plain.help)
  var plain = false

  func run() throws {
    let surroundings = options.surroundings()
    let scheme = try Self.scheme(named: scheme)
    let store = try StoreOpening.existing(options, surroundings)
    // A second file: it is read while the caseload is.
    let (deskPath, storePath) = (surroundings.deskPath, store.path)
    let ahead = Ahead { DeskSession(path: deskPath, store: storePath) }
    var context = try StoreOpening.context(store, options, surroundings)
    let scope = options.scope(context)
    // The number of the last change is read first: what changes while the caseload loads is then read again.
    let (lastChange, population, transfers) = try StoreOpening.saying {
      () throws(StoreError) in
      (try store.changes(since: .max).last, try store.load(scope), try store.waitingTransfers())
    }
    let clock = DayClock(pinned: options.today)
    guard !plain else {
      let desk = ahead.value
      // Asked for, else what she switched to last, else the locale's.
      context.language = options.language ?? desk.language ?? context.language
      var state = ScreenState(
        population: population, context: context, scope: options.owner(population, scope, context),
        own: desk.worklists, session: desk.session, forms: desk.forms, transfers: transfers,
        notes: desk.notes, sweeps: desk.sweeps)
      take(surroundings.configPath, &state)
      let loop = PlainLoop(
        store: store, scope: scope, state: state, lastChange: lastChange, clock: clock, desk: desk,
        input: LineInput(watch: try? FolderWatch(path: store.watchedFolder)))
      try loop.run()
      return try end(store, desk, loop.language)
    }
    let terminal: Terminal
    do {
      terminal = try Terminal(
        .init(scheme: scheme, colour: surroundings.environment["NO_COLOR", default: ""].isEmpty))
      terminal.watch(try FolderWatch(path: store.watchedFolder))
    } catch {
      throw Failure(.usage, error.said)
    }
    defer { terminal.close() }
    let desk = ahead.value
    context.language = options.language ?? desk.language ?? context.language
    var state = ScreenState(
      population: population, context: context, scope: options.owner(population, scope, context),
      own: desk.worklists, session: desk.session, forms: desk.forms, transfers: transfers,
      notes: desk.notes, sweeps: desk.sweeps)
    take(surroundings.configPath, &state)
    let loop = DashboardLoop(
      terminal: terminal, store: store, scope: scope, state: state, lastChange: lastChange,
      clock: clock, desk: desk, editor: OwnEditor(surroundings))
    let code = loop.run()
    terminal.close()
    store.tellOfWaits(StoreOpening.sayWait(in: loop.language))
    try end(store, desk, loop.language)
    if code != 0 { throw ExitCode(code) }
  }

  /// After the screen, or the last line: says what could not be kept, and closes the store.
  private func end(_ store: Store, _ desk: DeskSession, _ language: Language) throws {
    if let complaint = desk.complaint(in: language) { Console.warn(complaint) }
    try StoreOpening.saying { () throws(StoreError) in try store.close() }
  }

  /// Takes the user's own keys; where her file is wrong the dashboard starts with the usual ones and says so.
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

  private static func scheme(named name: String) throws -> Scheme {
    switch name {
    case "default": return .standard
    case "high-contrast": return .highContrast
    case "monochrome": return .monochrome
    default: throw Failure(.usage, said(FailureWords.noScheme, TerminalText(data: name)))
    }
  }
}

extension TerminalError {
  /// One line that says what is wrong and what helps.
  var said: TerminalText {
    switch self {
    case .noTerminal: CaseloadCommand.said(FailureWords.noTerminal)
    case .noTerm: CaseloadCommand.said(FailureWords.noTerm)
    case .unknownTerm(let name): CaseloadCommand.said(FailureWords.unknownTerm, name)
    case .noCursorAddressing(let name): CaseloadCommand.said(FailureWords.noCursor, name)
    case .system(let number): CaseloadCommand.said(FailureWords.terminalSystem, TerminalText(Int(number)))
    }
  }
}

extension Store {
  /// The folder of the file that changes when something was committed.
  var watchedFolder: String {
    watchedPath.lastIndex(of: "/").map { String(watchedPath[..<$0]) } ?? "."
  }
}

extension StoreOptions {
  /// Whose caseload this is: the coach and team asked for, or those that all clients share. Whom a coach stands in for
  /// makes the caseload nobody else's.
  func owner(_ population: Population, _ scope: Scope, _ context: Context) -> CaseloadOwner {
    var own = population.alive
    var coach = coach
    if case .coach(let name, let others) = scope, !others.isEmpty {
      own = population.clients(ofCoach: name)
      coach = name
    }
    func only(_ field: FieldID) -> String? { population.only(field, of: own, context) }
    return CaseloadOwner(coach: coach ?? only("coach"), team: team ?? only("team"))
  }
}

extension Population {
  /// The text that all clients of some rows have in a field; nil where they differ.
  func only(_ field: FieldID, of clients: Selection, _ context: Context) -> String? {
    var found: String?
    for row in 0..<rows where clients.contains(row) {
      guard case .text(let text)? = value(field, at: row, context).content else { return nil }
      if found == nil { found = text } else if found != text { return nil }
    }
    return found
  }
}
