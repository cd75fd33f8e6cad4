import Testing

@testable import CaseloadCore

@Suite struct DayTests {
  @Test func everyDayOfTwoCenturiesGoesRoundAndFollowsTheOneBefore() {
    var expected = (year: 1900, month: 1, day: 1)
    var current = day("1900-01-01")
    // 1 January 1900 was a Monday.
    var weekday = 1
    while current <= day("2100-12-31") {
      let parts = current.parts
      guard parts == expected, Day(year: parts.year, month: parts.month, day: parts.day) == current,
        Day(iso: current.iso) == current, current.weekday == weekday
      else {
        Issue.record("\(current.iso) is not \(expected) on weekday \(weekday)")
        return
      }
      current = current.adding(days: 1)
      weekday = weekday % 7 + 1
      // The calendar by its rule, not by the code under test.
      let isLeap =
        (expected.year.isMultiple(of: 4) && !expected.year.isMultiple(of: 100))
        || expected.year.isMultiple(of: 400)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      expected.day += 1
      if expected.day > lengths[expected.month - 1] {
        (expected.month, expected.day) = (expected.month + 1, 1)
      }
      if expected.month > 12 { (expected.year, expected.month) = (expected.year + 1, 1) }
    }
    #expect(current.iso == "2101-01-01")
  }

  @Test func knownDays() {
    #expect(day("1970-01-01").number == 0)
    #expect(day("2000-03-01").number == 11_017)
    #expect(day("1969-12-31").number == -1)
    #expect(Day.earliest.iso == "0001-01-01")
    #expect(Day.latest.iso == "9999-12-31")
    #expect(day("2026-11-21").weekday == 6)
    #expect(day("2028-02-29").weekday == 2)
    #expect(day("1899-12-31").weekday == 7)
  }

  @Test(arguments: [
    "", "2026", "2026-1-1", "2026-13-01", "2026-00-10", "2026-02-29", "2026-04-31", "2026-11-00",
    "0000-01-01",
    "2026/11/21", "2026-11-21 ", " 2026-11-21", "2026-11-21T00:00", "+026-11-21", "20261121", "-026-11-21",
    "2026-1١-21", "２０26-11", "2026-11-2\u{301}", "2026–11–21", "1900-02-29", "2100-02-29",
  ])
  func refusesWhatIsNoDay(text: String) { #expect(Day(iso: text) == nil) }

  @Test func readsLeapDays() {
    #expect(Day(iso: "2028-02-29") != nil)
    #expect(Day(iso: "2000-02-29") != nil)
  }

  @Test(arguments: [
    ("2026-11-30", 3, "2027-02-28"), ("2027-11-30", 3, "2028-02-29"), ("2026-11-29", 3, "2027-02-28"),
    ("2026-11-28", 3, "2027-02-28"), ("2026-10-31", 1, "2026-11-30"), ("2028-02-29", 12, "2029-02-28"),
    ("2028-02-29", 48, "2032-02-29"), ("2026-12-15", 1, "2027-01-15"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-01-31", -12, "2025-01-31"), ("2026-05-31", 0, "2026-05-31"), ("2026-02-28", 1, "2026-03-28"),
    ("2026-01-01", -1, "2025-12-01"), ("9999-12-31", 1, "9999-12-31"), ("0001-01-01", -1, "0001-01-01"),
    ("2026-01-01", Int.max, "9999-12-31"), ("2026-01-01", Int.min, "0001-01-01"),
  ])
  func addsMonthsClampedToTheirEnd(from: String, months: Int, expected: String) {
    #expect(day(from).adding(months: months).iso == expected)
  }

  @Test(arguments: [
    ("2028-02-28", 1, "2028-02-29"), ("2027-02-28", 1, "2027-03-01"), ("2026-01-01", -1, "2025-12-31"),
    ("2026-01-01", Int.max, "9999-12-31"), ("2026-01-01", Int.min, "0001-01-01"),
  ])
  func addsDaysWithinTheRange(from: String, days: Int, expected: String) {
    #expect(day(from).adding(days: days).iso == expected)
  }

  @Test func periodsAddMonthsFirst() {
    let period = Period(months: 1, days: 1)
    #expect(day("2026-01-31").adding(period) == day("2026-03-01"))
    #expect(day("2026-03-31").subtracting(period) == day("2026-02-27"))
    #expect(Period(months: Int.max, days: Int.min) == Period(months: 120_000, days: -4_000_000))
  }

  @Test(arguments: [
    ("1990-05-10", "2026-05-09", 35), ("1990-05-10", "2026-05-10", 36), ("1990-05-10", "2026-05-11", 36),
    // Born on 29 February: a birthday on 1 March in other years.
    ("2004-02-29", "2026-02-28", 21), ("2004-02-29", "2026-03-01", 22), ("2004-02-29", "2028-02-28", 23),
    ("2004-02-29", "2028-02-29", 24), ("2005-03-01", "2028-02-29", 22), ("2026-11-21", "2026-11-21", 0),
    ("2026-11-21", "2026-11-20", -1), ("1999-12-31", "2000-01-01", 0),
  ])
  func countsWholeYears(from: String, to: String, years: Int) {
    #expect(day(to).years(since: day(from)) == years)
  }

  @Test func countsDaysBothWays() {
    #expect(day("2028-03-01").days(since: day("2028-02-28")) == 2)
    #expect(day("2027-02-28").days(since: day("2027-03-01")) == -1)
    #expect(Day.latest.days(since: .earliest) == 3_652_058)
  }
}
