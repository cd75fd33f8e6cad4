import ArgumentParser
import CaseloadCore

/// `caseload fields`: the catalogue.
struct FieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", abstract: "The fields of the record: ids, choices, definitions.",
    discussion: """
      caseload fields
      caseload fields --language nl --format json

      The ids are what filters, --columns and mappings use.
      """)

  @OptionGroup var output: OutputOptions

  @Option(name: .long, help: "en or nl. Default: the locale's language.")
  var language: Language?

  func run() throws {
    let language = Surroundings.current().language(asked: language)
    let rows: [[ReportCell]] = Catalogue.standard.fields.map { field in
      let choices = field.choices.map(\.code)
      return [
        .text(field.id.text), .text(field.label.text(in: language)),
        .text(field.group.label.text(in: language)),
        .text(field.isProtected ? "protected" : field.uses.contains(.matching) ? "for vacancies" : ""),
        output.format == .json ? .list(choices) : .text(choices.joined(separator: " ")),
        .text(field.definition.text(in: language)),
      ]
    }
    let report = Report(
      columns: [
        .init(id: "field", title: "Field"), .init(id: "label", title: "Name"),
        .init(id: "group", title: "Group"),
        .init(id: "use", title: "Use"), .init(id: "choices", title: "Choices"),
        .init(id: "definition", title: "Definition"),
      ], rows: rows)
    try Console.print(report, output.format)
  }
}
