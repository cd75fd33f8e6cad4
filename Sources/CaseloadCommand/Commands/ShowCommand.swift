import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload show`: one client's record.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: HelpWords.show.spoken,
      discussion: HelpText.text(
        [
          "caseload show 7",
          "caseload show 7 --format json", "caseload show 7 --history",
        ], HelpWords.showMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: OptionWords.number.help)
  var number: Int32

  @Flag(name: .long, help: OptionWords.history.help)
  var history = false

  func run() throws {
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = try StoreOpening.context(store, options, surroundings)
    let found = try StoreOpening.saying { () throws(StoreError) in
      (
        try store.record(of: ClientNumber(number)),
        try store.facts(of: [ClientNumber(number)], closedToo: true)
      )
    }
    guard let record = found.0.map({ ClientRecord($0, context) }), let facts = found.1.first else {
      Console.warn(said(FailureWords.noClient, TerminalText(Int(number))))
      throw Ending.nothingFound
    }
    var population = Population(catalogue: store.catalogue)
    population.put(facts)
    if history {
      let pages = HistoryPage(record: record, name: population.name(at: 0).listed, context: context)
      if output.format == .table {
        try Console.say(lines: pages.lines)
      } else {
        try Console.print(pages.report, output.format)
      }
    } else if output.format == .table {
      try Console.say(lines: RecordPage(record: record, population: population, context: context).lines)
    } else {
      try Console.print(
        RecordReport(record: record, population: population, context: context).report, output.format)
    }
  }
}
