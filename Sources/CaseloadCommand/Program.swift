import ArgumentParser
import CaseloadCore
import CaseloadExchange
import CaseloadTerminal
import Cells
import Glibc

/// The program `caseload`: everything the executable does.
public enum Program {
  /// Runs one command of the shell and gives the process's exit code (screens.md, "Without the screen").
  public static func run(_ arguments: [String]) -> Int32 {
    Hardening.apply()
    // A reader that goes away (`| head`) ends the output, not the program.
    signal(SIGPIPE, SIG_IGN)
    let surroundings = Surroundings.current()
    let language = surroundings.language(asked: Spoken.asked(in: arguments))
    return Spoken.$writesUTF8.withValue(surroundings.writesUTF8) {
      Spoken.$language.withValue(language) { speak(arguments) }
    }
  }

  /// Parses and runs in the language that was chosen.
  private static func speak(_ arguments: [String]) -> Int32 {
    do {
      let line = CommandLineWords(arguments, commands: RootCommand.names)
      if let word = line.unknownCommand { throw unknown(word) }
      var command = try RootCommand.parseAsRoot(line.arguments)
      try command.run()
      return Ending.found.rawValue
    } catch {
      return end(error, arguments)
    }
  }

  private static func unknown(_ word: String) -> Failure {
    let near = Nearest.word(to: word, among: RootCommand.names)
    let typed = TerminalText(data: word)
    return Failure(
      .usage,
      near.map { said(FailureWords.noCommandNear, typed, TerminalText(data: $0)) }
        ?? said(FailureWords.noCommand, typed))
  }

  /// Whether a word of the shell looks like a filter's `-term`, which the shell's conventions make an option.
  private static func isFilterTakenForOption(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count > 2, bytes[0] == UInt8(ascii: "-"), bytes[1] != UInt8(ascii: "-") else { return false }
    return true
  }

  /// Says what ended a command, on the stream where it belongs, and gives the exit code.
  private static func end(_ error: any Error, _ arguments: [String]) -> Int32 {
    if let ending = error as? Ending { return ending.rawValue }
    // A dashboard that a signal ended says so, as shells do: 128 and the signal.
    if let code = error as? ExitCode { return code.rawValue }
    if let failure = error as? Failure {
      Console.warn("caseload: \(failure.text)")
      return failure.ending.rawValue
    }
    if let failure = error as? Console.WriteError {
      let reason = TerminalText(data: SystemReason.text(failure.code, in: Spoken.language))
      Console.warn("caseload: \(said(FailureWords.output, reason))")
      return Ending.store.rawValue
    }
    let code = RootCommand.exitCode(for: error)
    let lines = TerminalText.lines(data: ParserWords.said(RootCommand.fullMessage(for: error)))
    if code == .success {
      for line in lines { try? Console.say(line) }
      return Ending.found.rawValue
    }
    for line in lines { Console.warn(line) }
    if arguments.contains(where: { isFilterTakenForOption($0) }) {
      Console.warn(said(FailureWords.dashFilter))
    }
    return Ending.usage.rawValue
  }
}

/// A command that ends with words for people. The words hold no personal data.
struct Failure: Error {
  /// The exit code.
  var ending: Ending
  /// What went wrong and what helps.
  var text: TerminalText

  init(_ ending: Ending, _ text: TerminalText) {
    self.ending = ending
    self.text = text
  }
}

/// `caseload` itself; without a subcommand it opens the dashboard.
struct RootCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "caseload", abstract: HelpWords.root.spoken, discussion: discussion,
      version: Version.current,
      subcommands: [
        DashboardCommand.self, ListCommand.self, ShowCommand.self, ContactCommand.self,
        SetCommand.self, WaiveCommand.self, ErrandCommand.self, TodayCommand.self, WeekCommand.self,
        AttentionCommand.self,
        SweepCommand.self, ForecastCommand.self, AssignCommand.self,
        AbsenceCommand.self, JoinCommand.self, KeyCommand.self, PrivateCommand.self, FacetsCommand.self,
        WorklistsCommand.self, FieldsCommand.self, SettingsCommand.self, UndoCommand.self, RedoCommand.self,
        ImportCommand.self, UndoImportCommand.self, CheckCommand.self, DoctorCommand.self, ExportCommand.self,
        DemoCommand.self, ConfigCommand.self, ManualCommand.self,
      ],
      defaultSubcommand: DashboardCommand.self)
  }

  /// The names of all commands.
  static var names: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  private static var discussion: String {
    let examples = [
      "  caseload import export.csv --drawn 2026-11-20",
      "  caseload import --contacts contacts.csv --drawn 2026-11-20", "  caseload",
    ]
    return [HelpWords.rootBegin.spoken, examples.joined(separator: "\n"), HelpWords.rootCodes.spoken]
      .joined(separator: "\n\n")
  }
}
