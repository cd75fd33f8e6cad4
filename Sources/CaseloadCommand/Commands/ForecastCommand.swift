import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload forecast`: who will be out of sight by when, with so many conversations a week.
struct ForecastCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "forecast", abstract: HelpWords.forecast.spoken,
      discussion: HelpText.text(
        [
          "caseload forecast", "caseload forecast --conversations 18 --weeks 13",
          "caseload forecast --frequency 8 --forgotten 4m --format csv",
        ], HelpWords.forecastMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ForecastWords.conversations.help)
  var conversations: Int?
  @Option(help: ForecastWords.weeks.help)
  var weeks: Int = 26
  @Option(help: ForecastWords.frequency.help)
  var frequency: Int?
  @Option(help: ForecastWords.forgotten.help)
  var forgotten: String?

  func run() throws {
    try check(conversations, "conversations", 0...1_000)
    try check(weeks, "weeks", 1...520)
    try check(frequency, "frequency", 1...520)
    let period = try forgotten.map { try self.period($0) }
    let caseload = try OneCaseload(options)
    let context = caseload.context
    let rate =
      try conversations.map { ConversationRate(asked: $0, context) }
      ?? StoreOpening.saying { () throws(StoreError) in try ConversationRate(byRecordOf: caseload) }
    guard let rate else { throw Failure(.usage, said(ForecastWords.noRate)) }
    let clients = caseload.forecastClients
    let days = Forecast.CoachDays(context.calendar, coach: caseload.coach)
    func forecast(_ after: Period?, _ frequency: Int?) -> Forecast {
      Forecast(
        clients,
        Forecast.Assumptions(
          conversations: rate.perWeek, weeks: weeks,
          forgottenAfter: after ?? context.settings.forgottenAfter.value, frequency: frequency),
        days, from: context.today)
    }
    let now = forecast(nil, nil)
    let isAsked = period != nil || frequency != nil
    let page = ForecastPage(
      now: now, whatIf: isAsked ? forecast(period, frequency) : nil, rate: rate, caseload: caseload,
      period: period, frequency: frequency)
    try page.print(output.format)
    if now.outOfSight.isEmpty { throw Ending.nothingFound }
  }

  private func check(_ number: Int?, _ option: String, _ range: ClosedRange<Int>) throws {
    guard let number, !range.contains(number) else { return }
    throw Failure(
      .usage,
      said(
        ForecastWords.noNumber, TerminalText(data: option), TerminalText(range.lowerBound),
        TerminalText(range.upperBound)))
  }

  /// A length of time, as the setting itself is typed.
  private func period(_ text: String) throws -> Period {
    var trial = Settings()
    guard trial.set(.forgottenAfter, to: text, version: 1, since: nil, keptBy: nil) else {
      throw Failure(.usage, said(ForecastWords.noPeriod, TerminalText(data: text)))
    }
    return trial.forgottenAfter.value
  }
}
