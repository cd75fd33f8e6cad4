import CaseloadCore
import CaseloadStore

/// How many conversations a week a forecast counts with, and where that number comes from.
struct ConversationRate {
  /// The number.
  let perWeek: Int
  /// Where it comes from, in words.
  let words: String

  /// As many full weeks are looked back at, the one of today left out.
  private static let fullWeeks = 8

  /// The number that was asked for.
  init(asked number: Int, _ context: Context) {
    perWeek = number
    words = ForecastWords.given.text(in: context.language, [String(number)])
  }

  /// What was really held, by the record: the conversations with the clients who are the coach's now, on the days on
  /// which the coach worked, five of which are a week; to the nearest whole number. Days away make nobody slower, and
  /// what a stand-in held on them makes nobody quicker.
  /// Nil where none is recorded.
  init?(byRecordOf caseload: OneCaseload) throws(StoreError) {
    let context = caseload.context
    let last = context.today.adding(days: 0 - context.today.weekday)
    let days = last.adding(days: 1 - 7 * Self.fullWeeks)...last
    let own = Forecast.CoachDays(context.calendar, coach: caseload.coach)
    let worked = own.worked(in: days)
    let held = try caseload.store.conversations(ofCoach: caseload.owner, in: days)
      .filter { own.works(on: $0.key) }.reduce(0) { $0 + $1.value }
    guard held > 0, worked > 0 else { return nil }
    perWeek = (10 * held + worked) / (2 * worked)
    words = ForecastWords.byRecord.text(
      held, in: context.language, String(perWeek), String(worked), DayText.short(days.lowerBound, context),
      DayText.short(days.upperBound, context))
  }
}
