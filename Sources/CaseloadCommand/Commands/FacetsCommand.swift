import ArgumentParser
import CaseloadCore
import Cells

/// `caseload facets`: how the fields of a list are distributed against the whole caseload.
struct FacetsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "facets", abstract: HelpWords.facets.spoken,
      discussion: HelpText.text(
        [
          "caseload facets '@forgotten'",
          "caseload facets 'missing:cv' --fields education,licence --format json",
          "caseload facets '@forgotten' --fields seen",
        ]))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: FilterOptions

  @Option(name: .long, help: OptionWords.facetFields.help, completion: ShellCompletion.bars)
  var fields: String?

  func run() throws {
    let scope = try OpenScope(options)
    let filter = try scope.parse(filter.text)
    let fields =
      try fields.map { list in
        let fields = try scope.fields(list, for: .filter)
        if let field = fields.first(where: { !$0.isCounted }) {
          throw Failure(.usage, said(FailureWords.notCounted, TerminalText(data: field.id.text)))
        }
        return fields
      } ?? scope.population.catalogue.fields.filter { $0.uses.contains(.facet) }
    let outcome = try scope.evaluate(filter)
    var rows: [[ReportCell]] = []
    for field in fields {
      let facet = scope.population.table(Facet.Axis(field.id), of: outcome.yes, scope.context)
      for bar in facet.bars {
        rows.append([
          .text(output.format == .table ? field.label.text(in: scope.context.language) : field.id.text),
          .text(output.format == .table ? bar.label.text(in: scope.context.language) : bar.code),
          .number(bar.inList), .number(facet.ofList), .number(bar.inAll), .number(facet.ofAll),
        ])
      }
    }
    let report = Report(
      columns: [
        .init(id: "field", title: ReportWords.field.spoken),
        .init(id: "value", title: ReportWords.value.spoken),
        .init(id: "list", title: ReportWords.inList.spoken, isNumber: true),
        .init(id: "of-list", title: ReportWords.ofList.spoken, isNumber: true),
        .init(id: "all", title: ReportWords.inCaseload.spoken, isNumber: true),
        .init(id: "of-all", title: ReportWords.ofList.spoken, isNumber: true),
      ], rows: rows, notes: [scope.counts(outcome)])
    try Console.print(report, output.format)
    if outcome.yes.isEmpty { throw Ending.nothingFound }
  }
}
