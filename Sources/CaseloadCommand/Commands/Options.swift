import ArgumentParser
import CaseloadCore

/// Options that every command with a store takes.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .long, help: "The store's file. Default: caseload.sqlite under the XDG data home.",
    completion: .file(extensions: ["sqlite"]))
  var store: String?

  @Option(name: .long, help: "Answer as if it were this day (yyyy-mm-dd).")
  var today: Day?

  @Option(name: .long, help: "Only this coach's caseload.")
  var coach: String?

  @Option(name: .long, help: "Only this team's clients.")
  var team: String?

  @Flag(name: .long, help: "Everybody in the store, not only the caseload of the coach whose file it is.")
  var all = false

  @Option(name: .long, help: "en or nl. Default: the locale's language.")
  var language: Language?

  /// The surroundings with what was asked for.
  func surroundings() -> Surroundings {
    var surroundings = Surroundings.current()
    if let today { surroundings.today = today }
    return surroundings
  }

  func validate() throws {
    if coach != nil, team != nil { throw ValidationError("give --coach or --team, not both") }
  }
}

/// Options of commands that print.
struct OutputOptions: ParsableArguments {
  @Option(name: .long, help: "table, tsv, csv (safe in a spreadsheet) or json.")
  var format: OutputFormat = .table
}

/// A filter as words of the shell: they are joined by spaces.
struct FilterOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A filter, in quotes: 'seen>3m missing:cv'. Without one: everybody.",
      discussion: "A filter that begins with - is written after --, or with not."),
    completion: ShellCompletion.filter)
  var filter: [String] = []

  var text: String { filter.joined(separator: " ") }
}

extension Day: ExpressibleByArgument {
  /// A day of the shell: yyyy-mm-dd.
  public init?(argument: String) { self.init(iso: argument) }
}

extension Language: ExpressibleByArgument {}
