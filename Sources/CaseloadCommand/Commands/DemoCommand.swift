import ArgumentParser
import CaseloadCore
import CaseloadExchange
import CaseloadScreens
import CaseloadStore
import Cells
import Glibc

/// `caseload demo`: a store of invented clients to look around in.
struct DemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demo", abstract: HelpWords.demo.spoken,
      discussion: HelpText.text(
        [
          "caseload demo --store demo.sqlite", "caseload demo --department --store demo.sqlite",
          "caseload --store demo.sqlite",
          "caseload demo --clients 30000 --seed 7 --store city.sqlite",
        ], HelpWords.demoMore))
  }

  @OptionGroup var options: StoreOptions

  @Option(name: .long, help: OptionWords.clients.help)
  var clients: Int?

  @Option(name: .long, help: OptionWords.seed.help)
  var seed: UInt64?

  @Option(
    name: .long, help: OptionWords.fixtures.help,
    completion: .directory)
  var fixtures: String?

  @Flag(name: .long, help: OptionWords.department.help)
  var department = false

  func validate() throws {
    if let clients, !(1...100_000).contains(clients) {
      throw ValidationError(DemoWords.clientsRange.spoken)
    }
    if seed != nil, clients == nil { throw ValidationError(DemoWords.seedGoesWith.spoken) }
    if department, clients != nil { throw ValidationError(DemoWords.clientsOrDepartment.spoken) }
    if fixtures != nil, clients != nil { throw ValidationError(DemoWords.clientsOrFixtures.spoken) }
  }

  func run() throws {
    let surroundings = options.surroundings()
    let context = surroundings.context(language: Spoken.language)
    let say = Speech(context)
    guard let path = options.store else { throw Failure(.usage, say(DemoWords.sayWhere)) }
    var status = stat()
    guard lstat(path, &status) != 0 else {
      throw Failure(.store, say(DemoWords.thereAlready, TerminalText(data: path)))
    }
    if let clients {
      try invent(clients, path, context, say)
    } else {
      try takeFixtures(path, context, say)
    }
  }

  /// A department of this size.
  private func invent(_ count: Int, _ path: String, _ context: Context, _ say: Speech) throws {
    let invention = Invention(
      seed: seed ?? 1, today: context.today.adding(days: -1), language: context.language)
    let making = DepartmentMaking(
      invention: invention, count: count, context: context,
      labels: (say(DemoWords.inventing), say(DemoWords.inventingContacts)))
    try make(path, context, making.fill)
    let coaches = invention.teams.coaches(of: count)
    try Console.say(
      say(
        DemoWords.madeDepartment, TerminalText(data: path), TerminalText(count), TerminalText(coaches),
        TerminalText(invention.teams.teams(of: count)), TerminalText(data: invention.today.iso)))
    try Console.say(say(DemoWords.open, TerminalText(data: path)))
    if coaches > 1 {
      try Console.say(
        say(DemoWords.openCoach, TerminalText(data: path), TerminalText(data: invention.coach(of: 0))))
    }
  }

  /// The invented exports that come with the program.
  private func takeFixtures(_ path: String, _ context: Context, _ say: Speech) throws {
    guard let folder = fixtures ?? FixtureMaking.found() else {
      throw Failure(.store, say(DemoWords.noFixtures))
    }
    let making = FixtureMaking(folder: folder, context: context, fromTables: department)
    try make(path, context, making.fill)
    try Console.say(say(DemoWords.made, TerminalText(data: path), TerminalText(data: making.drawn.iso)))
    try Console.say(say(DemoWords.open, TerminalText(data: path)))
  }

  private func make(_ path: String, _ context: Context, _ fill: (Store) throws -> Void) throws {
    do {
      try Store.make(path, actor: context.actor, fill)
    } catch let error as StoreError {
      throw Failure(error)
    } catch let error as ExchangeError {
      throw Failure(error.ending, error)
    }
  }
}

/// What `caseload demo` says.
private enum DemoWords {
  static let clientsRange = Phrase("demo.clients-range", "--clients takes a number from 1 to 100000")
  static let seedGoesWith = Phrase("demo.seed-goes-with", "--seed goes with --clients")
  static let clientsOrDepartment = Phrase(
    "demo.clients-or-department", "give --clients or --department, not both")
  static let clientsOrFixtures = Phrase(
    "demo.clients-or-fixtures", "give --clients or --fixtures, not both")
  static let sayWhere = Phrase("demo.say-where", "say where to make it: --store demo.sqlite")
  static let thereAlready = Phrase(
    "demo.there-already", "{0} is there already; a demonstration never overwrites anything")
  static let noFixtures = Phrase(
    "demo.no-fixtures", "the invented exports were not found; name their folder with --fixtures")
  static let made = Phrase("demo.made", "made {0}: invented clients, drawn {1}")
  static let madeDepartment = Phrase(
    "demo.made-department", "made {0}: {1} invented clients (coaches: {2}, teams: {3}), drawn {4}")
  static let open = Phrase("demo.open", "Open it: caseload --store {0}")
  static let openCoach = Phrase(
    "demo.open-coach", "One coach's caseload: caseload --store {0} --coach \"{1}\"")
  static let inventing = Phrase("demo.inventing", "inventing clients")
  static let inventingContacts = Phrase("demo.inventing-contacts", "inventing contacts")
}
