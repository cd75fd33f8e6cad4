import ArgumentParser
import CaseloadCore
import Cells

/// `caseload list`: who passes a filter.
struct ListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: HelpWords.list.spoken,
      discussion: HelpText.text(
        [
          "caseload list '@forgotten'",
          "caseload list 'licence:B hours>=24' --unknown --format csv",
          "caseload list 'missing:cv' --columns number,name,seen,cv",
        ], HelpWords.listMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: FilterOptions

  @Option(name: .long, help: OptionWords.columns.help, completion: ShellCompletion.columns)
  var columns: String = "number,name,age,seen,next"

  @Option(
    name: .long, parsing: .unconditional, help: OptionWords.sort.help, completion: ShellCompletion.sorting)
  var sort: String = "name"

  @Flag(name: .long, help: OptionWords.unknown.help)
  var unknown = false

  @Flag(name: .long, help: OptionWords.closed.help)
  var closed = false

  func run() throws {
    let scope = try OpenScope(options, closedToo: closed)
    let filter = try scope.parse(filter.text)
    let fields = try scope.fields(columns, for: .list)
    let keys = try scope.sortKeys(sort)
    let outcome = try scope.evaluate(filter)
    let population = scope.population
    var rows: [[ReportCell]] = []
    for row in population.order(keys, scope.context).lazy.map(Int.init) {
      let passes = outcome.yes.contains(row)
      guard passes || (unknown && outcome.unknown.contains(row)) else { continue }
      var cells = fields.map { scope.cell($0, at: row, output.format) }
      if unknown { cells.append(.text(answer(passes))) }
      rows.append(cells)
    }
    var titles = fields.map { field in
      Report.Column(
        id: field.id.text, title: field.short.text(in: scope.context.language), isNumber: field.isNumber)
    }
    if unknown { titles.append(Report.Column(id: "answer", title: ReportWords.answer.spoken)) }
    let report = Report(columns: titles, rows: rows, notes: [scope.counts(outcome)])
    try Console.print(report, output.format)
    if outcome.yes.isEmpty { throw Ending.nothingFound }
  }

  /// The answer of one client: a word for people, a code for machines.
  private func answer(_ passes: Bool) -> String {
    guard output.format == .table else { return passes ? "yes" : "unknown" }
    return (passes ? ReportWords.passes : ReportWords.unknownAnswer).spoken
  }
}

extension Field {
  /// Shown to the right, as numbers are.
  var isNumber: Bool {
    if case .number = kind { return true }
    return false
  }
}
