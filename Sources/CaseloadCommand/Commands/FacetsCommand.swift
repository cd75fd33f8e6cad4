import ArgumentParser
import CaseloadCore

/// `caseload facets`: how the fields of a list are distributed against the whole caseload.
struct FacetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets", abstract: "How a list is made up, against the whole caseload.",
    discussion: """
      caseload facets '@forgotten'
      caseload facets 'missing:cv' --fields education,licence --format json
      caseload facets '@forgotten' --fields seen
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: FilterOptions

  @Option(
    name: .long, help: "Fields by id, with commas between them. Default: all that can be counted.",
    completion: ShellCompletion.bars)
  var fields: String?

  func run() throws {
    let scope = try OpenScope(options)
    let filter = try scope.parse(filter.text)
    let fields =
      try fields.map { list in
        let fields = try scope.fields(list, for: .filter)
        if let field = fields.first(where: { !$0.isCounted }) {
          throw Failure(.usage, "the field \(data: field.id.text) cannot be counted")
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
        .init(id: "field", title: "Field"), .init(id: "value", title: "Value"),
        .init(id: "list", title: "In list", isNumber: true),
        .init(id: "of-list", title: "of", isNumber: true),
        .init(id: "all", title: "In caseload", isNumber: true),
        .init(id: "of-all", title: "of", isNumber: true),
      ], rows: rows, notes: [scope.counts(outcome)])
    try Console.print(report, output.format)
    if outcome.yes.isEmpty { throw Ending.nothingFound }
  }
}
