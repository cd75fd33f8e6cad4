import ArgumentParser
import CaseloadCore

/// Options that every command with a store takes.
struct StoreOptions: ParsableArguments {
  @Option(name: .long, help: OptionWords.store.help, completion: .file(extensions: ["sqlite"]))
  var store: String?

  @Option(name: .long, help: OptionWords.today.help)
  var today: Day?

  @Option(name: .long, help: OptionWords.coach.help)
  var coach: String?

  @Option(name: .long, help: OptionWords.team.help)
  var team: String?

  @Flag(name: .long, help: OptionWords.all.help)
  var all = false

  @Option(name: .long, help: OptionWords.language.help)
  var language: Language?

  /// The surroundings with what was asked for.
  func surroundings() -> Surroundings {
    var surroundings = Surroundings.current()
    if let today { surroundings.today = today }
    return surroundings
  }

  func validate() throws {
    if coach != nil, team != nil { throw ValidationError(FailureWords.coachOrTeam.spoken) }
  }
}

/// Options of commands that print.
struct OutputOptions: ParsableArguments {
  @Option(name: .long, help: OptionWords.format.help)
  var format: OutputFormat = .table
}

/// A filter as words of the shell: they are joined by spaces.
struct FilterOptions: ParsableArguments {
  @Argument(
    help: OptionWords.filter.help(OptionWords.filterMore), completion: ShellCompletion.filter)
  var filter: [String] = []

  var text: String { filter.joined(separator: " ") }
}

extension Day: ExpressibleByArgument {
  /// A day of the shell: yyyy-mm-dd, or as a Dutch date has it.
  public init?(argument: String) { self.init(typed: argument) }
}

extension Language: ExpressibleByArgument {}
