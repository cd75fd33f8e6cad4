import ArgumentParser
import CaseloadCore

/// `caseload worklists`: the named filters with their counts and definitions.
struct WorklistsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "worklists", abstract: HelpWords.worklists.spoken)
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let scope = try OpenScope(options)
    let total = scope.population.count
    let rows: [[ReportCell]] = try Worklist.builtIn.map { worklist in
      let outcome = try scope.evaluate(try scope.parse("@" + worklist.id))
      return [
        .text("@" + worklist.id), .text(worklist.label.text(in: scope.context.language)),
        .number(outcome.yes.count), .number(outcome.unknown.count), .number(total),
        .text(worklist.definition(scope.context)),
      ]
    }
    let report = Report(
      columns: [
        .init(id: "worklist", title: ReportWords.worklist.spoken),
        .init(id: "label", title: ReportWords.name.spoken),
        .init(id: "yes", title: ReportWords.yes.spoken, isNumber: true),
        .init(id: "unknown", title: ReportWords.unknown.spoken, isNumber: true),
        .init(id: "of", title: ReportWords.of.spoken, isNumber: true),
        .init(id: "definition", title: ReportWords.definition.spoken),
      ], rows: rows)
    try Console.print(report, output.format)
  }
}
