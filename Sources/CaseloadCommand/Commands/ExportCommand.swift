import ArgumentParser
import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells

/// `caseload export`: clients in a format for other systems.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write clients for another system.",
    discussion: """
      caseload export --profiles --output profiles.json
      caseload export --profiles 'track:work' --output profiles.json

      Profiles are of the Dutch exchange format for jobseekers. Who came in as a profile goes out with all that
      came, and what has changed since in its place. Of the others only those go who consent to it (consent:yes),
      under a number that means nothing elsewhere. What is protected never goes but as it came. It ends with 1
      when nobody is left to write.
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var filter: FilterOptions

  @Flag(name: .long, help: "Jobseekers' profiles, as JSON.")
  var profiles = false

  @Option(name: .long, help: "The file, which only you can read. One that is there is replaced.")
  var output: String

  @Option(name: .long, help: "The register whose ids the profiles have.")
  var register: String = ProfilesImporting.register

  func validate() throws {
    if !profiles { throw ValidationError("say what to write: --profiles") }
  }

  func run() throws {
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
        throw Failure(.store, "the kept profile of client \(Int(number.number)) is damaged: caseload check")
      }
      written.append(profile)
    }
    try write(written)
    try Console.say(
      "\(data: output): \(written.count) profiles of \(population.count) clients; \(numbers.count) pass the filter"
    )
    if withoutConsent > 0 { try Console.say("left out: \(withoutConsent) without consent to share") }
    if written.isEmpty { throw Ending.nothingFound }
  }

  private func write(_ written: [JSONText.Value]) throws {
    guard !written.isEmpty else { return }
    do {
      let file = PrivateFile(path: output, mark: "export")
      try file.append(Array(ProfileExport.text(written).utf8))
      try file.finish()
    } catch {
      throw Failure(.store, TerminalText(data: error.description))
    }
  }
}
