import Testing

@testable import CaseloadCore

@Suite struct DayTextTests {
  @Test func shortDaysLeaveThisYearOut() {
    #expect(DayText.short(day("2026-07-09"), context()) == "9 Jul")
    #expect(DayText.short(day("2025-07-09"), context()) == "9 Jul 2025")
    #expect(DayText.short(day("2027-05-01"), context("2026-11-21", .dutch)) == "1 mei 2027")
  }

  @Test func longDaysNameTheWeekday() {
    #expect(DayText.long(day("2026-11-21"), .english) == "Sat 21 Nov 2026")
    #expect(DayText.long(day("2028-02-29"), .dutch) == "di 29 feb 2028")
  }

  @Test(arguments: [
    ("2026-07-09", "2026-11-21", "4 m 12 d"), ("2026-11-09", "2026-11-21", "12 d"),
    ("2026-11-21", "2026-11-21", "0 d"), ("2026-08-21", "2026-11-21", "3 m 0 d"),
    ("2026-08-22", "2026-11-21", "2 m 30 d"), ("2025-11-21", "2026-11-21", "12 m 0 d"),
    // Clamped as periods are: 30 November and three months is the end of February.
    ("2026-11-30", "2027-02-28", "3 m 0 d"), ("2027-11-30", "2028-02-28", "2 m 29 d"),
    ("2028-02-29", "2028-03-01", "1 d"), ("2028-01-31", "2028-02-29", "1 m 0 d"),
  ])
  func elapsed(from: String, to: String, text: String) {
    #expect(DayText.elapsed(from: day(from), to: day(to), .english) == text)
  }

  @Test func elapsedAddsUpToTheLaterDay() {
    var random = Seeded(11)
    for _ in 0..<2000 {
      let from = Day(number: Int32.random(in: 18_000...22_000, using: &random))
      let to = from.adding(days: Int.random(in: 0...900, using: &random))
      let (months, days) = DayText.parts(from: from, to: to)
      #expect(from.adding(months: months).adding(days: days) == to, "\(from.iso) \(to.iso)")
      #expect(from.adding(months: months + 1) > to, "\(from.iso) \(to.iso)")
    }
  }

  @Test func aDayThatIsStillToComeIsNothingElapsed() {
    #expect(DayText.parts(from: day("2026-12-01"), to: day("2026-11-21")) == (0, 0))
  }

  @Test(arguments: [
    ("1979-01-01", "1979-12-31", "1979"), ("1988-05-01", "1988-05-31", "May 1988"),
    ("1988-02-01", "1988-02-29", "Feb 1988"), ("1988-02-01", "1988-02-28", "1 Feb 1988 … 28 Feb 1988"),
    ("1988-05-03", "1988-05-03", "3 May 1988"), ("1978-11-22", "1979-11-21", "22 Nov 1978 … 21 Nov 1979"),
  ])
  func partialDays(first: String, last: String, text: String) {
    #expect(DayText.interval(day(first)...day(last), context()) == text)
  }
}
