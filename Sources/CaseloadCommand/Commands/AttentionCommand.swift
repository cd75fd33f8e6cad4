import ArgumentParser
import CaseloadCore
import Cells

/// `caseload attention`: with how many clients somebody talked lately, by how far they are from work.
struct AttentionCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attention", abstract: HelpWords.attention.spoken,
      discussion: HelpText.text(
        ["caseload attention", "caseload attention --format csv"], HelpWords.attentionMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let caseload = try OneCaseload(options)
    let context = caseload.context
    let attention = caseload.population.attention(to: caseload.own, context)
    try Console.print(AttentionPage(attention, context).report(output.format), output.format)
    if attention.lines.isEmpty { throw Ending.nothingFound }
  }
}

/// What `caseload attention` prints.
struct AttentionPage {
  let attention: Attention
  let context: Context

  init(_ attention: Attention, _ context: Context) {
    self.attention = attention
    self.context = context
  }

  /// The steps by name for people, by code for machines.
  func report(_ format: OutputFormat, catalogue: Catalogue = .standard) -> Report {
    let choices = catalogue[Attention.field]?.choices ?? []
    let language = context.language
    func step(_ place: Int?) -> ReportCell {
      guard let place, choices.indices.contains(place) else {
        return format == .table ? .text(ForecastWords.noStep.text(in: language)) : .none
      }
      return .text(format == .table ? choices[place].label.text(in: language) : choices[place].code)
    }
    let span = context.settings.attentionSpan.value.words(in: language)
    return Report(
      columns: [
        .init(id: "ladder", title: ForecastWords.step.text(in: language)),
        .init(id: "clients", title: ForecastWords.clients.text(in: language), isNumber: true),
        .init(id: "talked", title: ForecastWords.talked.text(in: language), isNumber: true),
        .init(id: "unknown", title: ForecastWords.notKnown.text(in: language), isNumber: true),
      ],
      rows: attention.lines.map {
        [step($0.choice), .number($0.clients), .number($0.talked), .number($0.unknown)]
      },
      notes: [ForecastWords.since.text(in: language, [DayText.short(attention.first, context), span])])
  }
}
