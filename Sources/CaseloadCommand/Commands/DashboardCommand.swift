import ArgumentParser
import CaseloadCore
import CaseloadScreens
import CaseloadStore
import CaseloadTerminal
import Cells

/// `caseload` without a command: the dashboard.
struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Open the dashboard (the default).",
    discussion: """
      caseload
      caseload --store demo.sqlite --coach "J. de Vries"
      caseload --scheme high-contrast --language nl

      In it ? shows the keys, / takes a filter, and q leaves; the next start begins where you were.
      """)

  @OptionGroup var options: StoreOptions

  @Option(
    name: .long, help: "Colours: default, high-contrast or monochrome.",
    completion: .list(["default", "high-contrast", "monochrome"]))
  var scheme: String = "default"

  func run() throws {
    let surroundings = options.surroundings()
    let scheme = try Self.scheme(named: scheme)
    let store = try StoreOpening.existing(options, surroundings)
    // A second file: it is read while the caseload is.
    let (deskPath, storePath) = (surroundings.deskPath, store.path)
    let ahead = Ahead { DeskSession(path: deskPath, store: storePath) }
    let context = try StoreOpening.context(store, options, surroundings)
    let scope = options.scope(context)
    // The number of the last change is read first: what changes while the caseload loads is then read again.
    let (lastChange, population) = try StoreOpening.saying(options, surroundings) {
      () throws(StoreError) in (try store.changes(since: .max).last, try store.load(scope))
    }
    let terminal: Terminal
    do {
      terminal = try Terminal(
        .init(scheme: scheme, colour: surroundings.environment["NO_COLOR", default: ""].isEmpty))
      terminal.watch(try FolderWatch(path: store.watchedFolder))
    } catch {
      throw Failure(.usage, error.message)
    }
    defer { terminal.close() }
    let desk = ahead.value
    var state = ScreenState(
      population: population, context: context, scope: options.title(population, context),
      own: desk.worklists, session: desk.session)
    take(surroundings.configPath, &state)
    let loop = DashboardLoop(
      terminal: terminal, store: store, scope: scope, state: state, lastChange: lastChange,
      clock: DayClock(pinned: options.today), desk: desk)
    let code = loop.run()
    terminal.close()
    if let complaint = desk.complaint(in: context.language) { Console.warn(complaint) }
    try StoreOpening.saying(options, surroundings) { () throws(StoreError) in try store.close() }
    if code != 0 { throw ExitCode(code) }
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
    default: throw Failure(.usage, "no colour scheme \"\(data: name)\": default, high-contrast or monochrome")
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
  /// Whose caseload this is: the coach and team asked for, or those that all clients share.
  func title(_ population: Population, _ context: Context) -> String {
    func only(_ field: FieldID) -> String? { population.only(field, context) }
    let title = [coach ?? only("coach"), team ?? only("team")].compactMap { $0 }.joined(separator: " · ")
    return title.isEmpty ? "several coaches" : title
  }
}

extension Population {
  /// The text that all clients have in a field; nil where they differ.
  func only(_ field: FieldID, _ context: Context) -> String? {
    var found: String?
    for row in 0..<rows where alive.contains(row) {
      guard case .text(let text)? = value(field, at: row, context).content else { return nil }
      if found == nil { found = text } else if found != text { return nil }
    }
    return found
  }
}
