import CaseloadCore
import CaseloadStore
import Cells

/// What the dashboard shows of one coach's caseload looking ahead: the pages of `caseload week`, `caseload forecast` and
/// `caseload attention` beneath each other, by the same code.
struct AheadPage {
  /// A quarter of a year: as far as one plans.
  private static let weeks = 13

  /// The lines.
  let lines: [TerminalText]

  /// Reads what is recorded of the caseload.
  init(_ caseload: OneCaseload) throws(StoreError) {
    let context = caseload.context
    var lines = try WeekPage(caseload).lines
    lines += ["", said(ForecastWords.ahead), ""]
    if let rate = try ConversationRate(byRecordOf: caseload) {
      let forecast = Forecast(
        caseload.forecastClients,
        Forecast.Assumptions(
          conversations: rate.perWeek, weeks: Self.weeks,
          forgottenAfter: context.settings.forgottenAfter.value),
        Forecast.CoachDays(context.calendar, coach: caseload.coach), from: context.today)
      lines +=
        ForecastPage(
          now: forecast, whatIf: nil, rate: rate, caseload: caseload, period: nil, frequency: nil
        ).lines
      lines.append(said(ForecastWords.whatIf))
    } else {
      lines.append(said(ForecastWords.noRate))
    }
    lines += ["", said(ForecastWords.lately), ""]
    lines +=
      AttentionPage(caseload.population.attention(to: caseload.own, context), context).report(.table).lines
    self.lines = lines
  }
}
