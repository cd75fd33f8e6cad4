import ArgumentParser
import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells
import Foundation

/// `caseload demo`: a store of invented clients to look around in.
struct DemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demo", abstract: HelpWords.demo.spoken,
      discussion: Manual.text(
        [
          "caseload demo --store demo.sqlite",
          "caseload --store demo.sqlite",
        ], HelpWords.demoMore))
  }

  @OptionGroup var options: StoreOptions

  @Option(name: .long, help: OptionWords.fixtures.help)
  var fixtures: String?

  /// The day on which the fixtures were drawn.
  private static let drawn = Day(year: 2026, month: 11, day: 20)
  /// The day from which their contacts are complete, and the coach whose caseload opens (Fixtures/README.md).
  private static let since = Day(year: 2025, month: 11, day: 1)
  private static let coach = "J. de Vries"

  func run() throws {
    let surroundings = options.surroundings()
    let context = surroundings.context(language: Spoken.language)
    guard let path = options.store else { throw Failure(.usage, said(FailureWords.demoWhere)) }
    var status = stat()
    guard lstat(path, &status) != 0 else {
      throw Failure(.store, said(FailureWords.demoThere, TerminalText(data: path)))
    }
    guard let folder = fixtures ?? Self.foundFixtures(), let fixtureDay = Self.drawn else {
      throw Failure(.store, said(FailureWords.demoFixtures))
    }
    let drawn = context.today.adding(days: -1)
    let moved = drawn.days(since: fixtureDay)
    let plan = ImportPlan(drawn: drawn, register: "demo", isPartial: false, isDryRun: false, isForced: false)
    let store = try StoreOpening.made(options, surroundings)
    do {
      var clients = ClientsImporting(store: store, plan: plan, context: context)
      clients.isQuiet = true
      clients.adjust = { value, field in value.moved(days: moved, field) }
      _ = try clients.run(folder + "/register.csv")
      var contacts = ContactsImporting(store: store, plan: plan, context: context)
      contacts.isQuiet = true
      contacts.moveDays = moved
      _ = try contacts.run(folder + "/contacts.csv", since: Self.since?.adding(days: moved))
      try store.keep(
        .owner, Self.coach, as: .random(), reason: "demonstration", keptBy: nil, context)
      try store.close()
    } catch {
      Self.remove(store, path)
      switch error {
      case let error as StoreError: throw Failure(error)
      case let error as ExchangeError: throw Failure(error.ending, error)
      default: throw error
      }
    }
    try Console.say(
      said(FailureWords.demoMade, TerminalText(data: path), TerminalText(data: drawn.iso)))
  }

  /// Takes away what was made: half a demonstration would look like a whole one, and stand in the way of the next.
  private static func remove(_ store: Store, _ path: String) {
    // What brought us here is what is said; that the store cannot even be closed adds nothing to it.
    try? store.close()
    for end in ["", "-wal", "-shm", "-journal", ".lock"] { unlink(path + end) }
  }

  /// The folder `Fixtures` in or above the program's own folder, or where the user stands.
  private static func foundFixtures() -> String? {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    var folders = [URL(fileURLWithPath: FileManager.default.currentDirectoryPath)]
    var folder = program
    while folder.path != "/", folders.count < 12 {
      folder.deleteLastPathComponent()
      folders.append(folder)
    }
    return folders.map { $0.appendingPathComponent("Fixtures").path }
      .first { FileManager.default.isReadableFile(atPath: $0 + "/register.csv") }
  }
}

extension Value {
  /// The value with its days moved, but for days of birth: people do not get younger in a demonstration.
  fileprivate func moved(days count: Int, _ field: FieldID) -> Value {
    guard count != 0, field != "birth", field != "youngest", case .days(let days)? = content else {
      return self
    }
    var value = self
    value.content = .days(days.lowerBound.adding(days: count)...days.upperBound.adding(days: count))
    return value
  }
}
