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
        ], HelpWords.exportMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var filter: FilterOptions

  @Flag(name: .long, help: OptionWords.exportProfiles.help)
  var profiles = false

  @Option(name: .long, help: OptionWords.exportOutput.help)
  var output: String

  @Option(name: .long, help: OptionWords.exportRegister.help)
  var register: String = ProfilesImporting.register

  func validate() throws {
    if !profiles { throw ValidationError(ProfileWords.sayWhat.spoken) }
  }

  func run() throws {
    guard !FileManager.default.fileExists(atPath: output) else {
      throw Failure(.usage, said(FailureWords.thereAlready, TerminalText(data: output)))
    }
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
