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
    let scheme = try Self.scheme(named: scheme)
    let start = try DashboardStart(options)
    if plain { return try start.runPlain() }
    let terminal: Terminal
    do {
      terminal = try Terminal(
        .init(scheme: scheme, colour: start.surroundings.environment["NO_COLOR", default: ""].isEmpty))
      terminal.watch(try FolderWatch(path: start.store.watchedFolder))
    } catch {
      throw Failure(.usage, error.said)
    }
    defer { terminal.close() }
    let loop = DashboardLoop(
      terminal: terminal, store: start.store, scope: start.scope, state: start.state(),
      lastChange: start.lastChange, clock: start.clock, desk: start.desk,
      editor: OwnEditor(start.surroundings))
    let code = loop.run()
    terminal.close()
    start.store.tellOfWaits(StoreOpening.sayWait(in: loop.language))
    try start.end(loop.language)
    if code != 0 { throw ExitCode(code) }
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
