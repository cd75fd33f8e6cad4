import ArgumentParser
import CaseloadCore

/// `caseload fields`: the catalogue.
struct FieldsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "fields", abstract: HelpWords.fields.spoken,
      discussion: HelpText.text(
        ["caseload fields", "caseload fields --language nl --format json"], HelpWords.fieldsMore))
  }

  @OptionGroup var output: OutputOptions

  @Option(name: .long, help: OptionWords.language.help)
  var language: Language?

  func run() throws {
    let language = Spoken.language
    let rows: [[ReportCell]] = Catalogue.standard.fields.map { field in
      let choices = field.choices.map(\.code)
      return [
        .text(field.id.text), .text(field.label.text(in: language)),
        .text(field.group.label.text(in: language)),
        .text(use(of: field)),
        output.format == .json ? .list(choices) : .text(choices.joined(separator: " ")),
        .text(field.definition.text(in: language)),
      ]
    }
    let report = Report(
      columns: [
        .init(id: "field", title: ReportWords.field.spoken),
        .init(id: "label", title: ReportWords.name.spoken),
        .init(id: "group", title: ReportWords.group.spoken), .init(id: "use", title: ReportWords.use.spoken),
        .init(id: "choices", title: ReportWords.choices.spoken),
        .init(id: "definition", title: ReportWords.definition.spoken),
      ], rows: rows)
    try Console.print(report, output.format)
  }

  /// What a field may be used for: a word for people, a code for machines.
  private func use(of field: Field) -> String {
    let forPeople = output.format == .table
    if field.isProtected { return forPeople ? ReportWords.protected.spoken : "protected" }
    guard field.uses.contains(.matching) else { return "" }
    return forPeople ? ReportWords.forVacancies.spoken : "matching"
  }
}
