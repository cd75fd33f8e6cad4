import ArgumentParser
import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells
import Foundation

/// `caseload export`: clients in a format for other systems.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: HelpWords.export.spoken,
      discussion: HelpText.text(
        [
          "caseload export --profiles --output profiles.json",
          "caseload export --profiles 'track:work' --output profiles.json",
          "caseload export --changes-since 2026-11-14 --mapping department.toml --output changes.csv",
          "caseload export --changes-since 2026-11-14 --like export.csv --output changes.csv",
        ], HelpWords.exportMore, HelpWords.exportChanges))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var filter: FilterOptions

  @Flag(name: .long, help: OptionWords.exportProfiles.help)
  var profiles = false

  @Option(name: .long, help: OptionWords.exportOutput.help)
  var output: String

  @Option(name: .long, help: OptionWords.changesSince.help)
  var changesSince: Day?

  @Option(name: .long, help: OptionWords.exportMapping.help, completion: .file(extensions: ["toml"]))
  var mapping: String?

  @Option(name: .long, help: OptionWords.exportLike.help, completion: .file())
  var like: String?

  @Flag(name: .long, help: OptionWords.exportAgain.help)
  var again = false

  @Option(name: .long, help: OptionWords.exportRegister.help)
  var register: String?

  func validate() throws {
    if !profiles, changesSince == nil { throw ValidationError(ChangesWords.sayWhat.spoken) }
    if profiles, changesSince != nil { throw ValidationError(ChangesWords.one.spoken) }
    if changesSince != nil, !filter.filter.isEmpty { throw ValidationError(ChangesWords.noFilter.spoken) }
    if changesSince == nil, mapping != nil || like != nil || again {
      throw ValidationError(ChangesWords.goWith.spoken)
    }
  }

  func run() throws {
    guard !FileManager.default.fileExists(atPath: output) else {
      throw Failure(.usage, said(FailureWords.thereAlready, TerminalText(data: output)))
    }
    if let changesSince { return try writeChanges(since: changesSince) }
    let register = register ?? ProfilesImporting.register
    let scope = try OpenScope(options)
    let outcome = try scope.evaluate(try scope.parse(filter.text))
    let population = scope.population
    var numbers: [ClientNumber] = []
    outcome.yes.forEach { numbers.append(population.number(at: $0)) }
    var written: [JSONText.Value] = []
    var withoutConsent = 0
    for number in numbers {
      guard let record = try scope.asking({ () throws(StoreError) in try scope.store.record(of: number) })
      else {
        continue
      }
      let kept = try scope.asking { () throws(StoreError) in
        try scope.store.profile(of: number, register: register)
      }
      guard kept != nil || record.values["consent"]?.content == .oneOf(ChoiceSet(place: 0)) else {
        withoutConsent += 1
        continue
      }
      guard
        let profile = ProfileExport.profile(
          id: kept?.id.text ?? "caseload-\(number)", kept: kept?.json, values: record.values)
      else {
        throw Failure(.store, said(ProfileWords.damaged, TerminalText(Int(number.number))))
      }
      written.append(profile)
    }
    try write(written)
    try Console.say(
      said(
        ProfileWords.written, numbers.count, TerminalText(data: output),
        said(ProfileWords.profiles, written.count), said(ImportWords.clients, population.count)))
    if withoutConsent > 0 {
      try Console.say(said(ProfileWords.withoutConsent, TerminalText(withoutConsent)))
    }
    if written.isEmpty { throw Ending.nothingFound }
  }

  /// Writes what was changed here since a day, for the register.
  private func writeChanges(since: Day) throws {
    // A dash would be the standard output elsewhere, and a terminal or a pipe is a file too.
    guard output != "-", !output.utf8.starts(with: "/dev/".utf8) else {
      throw Failure(.usage, said(ChangesWords.aFile))
    }
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = try StoreOpening.context(store, options, surroundings)
    guard since <= context.today else {
      throw Failure(.usage, said(ChangesWords.dayToCome, TerminalText(data: since.iso)))
    }
    var export = ChangesExport(
      store: store, context: context, since: since, output: output,
      register: try StoreOpening.register(register, store))
    export.again = again
    if let coach = options.coach { export.scope = .coach(coach) }
    if let team = options.team { export.scope = .team(team) }
    try export.run(try changesFile(store, context))
    try StoreOpening.saying { () throws(StoreError) in try store.close() }
  }

  /// The register's columns: those of an export of it, of a mapping, or of the mapping it was imported with last.
  private func changesFile(_ store: Store, _ context: Context) throws -> ChangesFile {
    let named = try MappingOption.read(mapping)
    do {
      if let like {
        let file = try ImportFile(path: like)
        return try ChangesFile(like: file.reader, named, catalogue: store.catalogue, day: context.today)
      }
      if let named { return try ChangesFile(named, catalogue: store.catalogue, day: context.today) }
      let last = try StoreOpening.saying { () throws(StoreError) in try store.imports() }
        .first { $0.kind == "clients" && $0.undone == nil }
      if let last, let known = try ShippedMappings.named(last.source.mapping) {
        return try ChangesFile(known, catalogue: store.catalogue, day: context.today)
      }
    } catch let error as ExchangeError {
      if case .noKeyColumn = error, like == nil { throw Failure(.usage, said(ChangesWords.noKey)) }
      throw Failure(error.ending, error)
    }
    throw Failure(.usage, said(ChangesWords.whichColumns))
  }

  private func write(_ written: [JSONText.Value]) throws {
    guard !written.isEmpty else { return }
    do {
      let file = PrivateFile(path: output, mark: "export")
      try file.append(Array(ProfileExport.text(written).utf8))
      guard try file.finishNew() else {
        throw Failure(.usage, said(FailureWords.thereAlready, TerminalText(data: output)))
      }
    } catch let error as ExchangeError {
      throw Failure(.store, error)
    }
  }
}
