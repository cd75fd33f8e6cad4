import Testing

@testable import CaseloadCore

/// Worked by hand from the design's "What counts as seen".
@Suite struct LastSeenTests {
  private let threeMonths = Settings().forgottenAfter.value

  private func seen(
    known: String? = nil, unconfirmed: String? = nil, since: String? = nil, start: String? = nil,
    today: String = "2026-11-21"
  ) -> LastSeen {
    LastSeen(
      known: known.map { day($0) }, unconfirmed: unconfirmed.map { day($0) },
      historySince: since.map { day($0) }, start: start.map { day($0) }, today: day(today))
  }

  @Test func thePeriodTheProgramComesWith() { #expect(threeMonths == Period(months: 3)) }

  @Test(arguments: [
    // 30 November and three months: the end of February, in a leap year and in another.
    ("2026-11-30", "2027-02-28", Truth.no), ("2026-11-30", "2027-03-01", .yes),
    ("2027-11-30", "2028-02-28", .no), ("2027-11-30", "2028-02-29", .no), ("2027-11-30", "2028-03-01", .yes),
    // 28 and 29 November end on the same day as 30 November in a common year, and a day apart in a leap year.
    ("2026-11-28", "2027-03-01", .yes), ("2027-11-28", "2028-02-28", .no), ("2027-11-28", "2028-02-29", .yes),
    // From 29 February on.
    ("2028-02-29", "2028-05-29", .no), ("2028-02-29", "2028-05-30", .yes),
    // From a month's end to a shorter month's end.
    ("2027-01-31", "2027-04-30", .no), ("2027-01-31", "2027-05-01", .yes),
    ("2026-08-20", "2026-11-20", .no), ("2026-08-20", "2026-11-21", .yes), ("2026-11-21", "2026-11-21", .no),
  ])
  func forgottenFromTheDayAfterThreeMonths(known: String, today: String, expected: Truth) {
    let seen = seen(known: known, since: "2020-01-01", start: "2020-01-01", today: today)
    #expect(seen.isLongerAgo(than: threeMonths, on: day(today)) == expected)
  }

  @Test func neverCountsFromTheStartDay() {
    let never = seen(since: "2026-01-01", start: "2026-08-21")
    #expect(never.isNever)
    #expect(never.isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .no)
    #expect(never.isLongerAgo(than: threeMonths, on: day("2026-11-22")) == .yes)
  }

  @Test func withoutAStartDayNothingCanBeCounted() {
    let noStart = seen(since: "2020-01-01")
    #expect(noStart.isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .unknown)
  }

  @Test func withoutAHistoryNoConversationIsUnknownNotNever() {
    let unknown = seen(start: "2026-01-01")
    #expect(!unknown.isNever)
    #expect(unknown.isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .unknown)
    // Of who came last week nothing is known either: last seen is unknown, and so is every test of it.
    #expect(seen(start: "2026-11-14").isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .unknown)
    #expect(
      seen(since: "2026-11-01", start: "2026-11-14").isLongerAgo(than: threeMonths, on: day("2026-11-21"))
        == .no)
  }

  @Test func aHistoryThatBeginsInsideTheWindowLeavesUnknown() {
    // The window of three months before 21 November 2026 begins on 21 August.
    let inside = seen(since: "2026-10-01", start: "2025-01-01")
    #expect(!inside.isNever)
    #expect(inside.isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .unknown)
    // A history from before the window on tells: no talk in it, whatever was before.
    let before = seen(since: "2026-08-21", start: "2025-01-01")
    #expect(before.isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .yes)
    #expect(!before.isNever)
    // An older conversation that the register told does not tell what came between.
    let gap = seen(known: "2026-02-01", since: "2026-10-01", start: "2025-01-01")
    #expect(gap.isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .unknown)
    // A conversation inside the window settles it.
    let talked = seen(known: "2026-11-01", since: "2026-10-01", start: "2025-01-01")
    #expect(talked.isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .no)
  }

  @Test func anUnconfirmedContactIsNeitherYesNorNo() {
    let after = seen(known: "2026-07-09", unconfirmed: "2026-10-02", since: "2025-01-01", start: "2025-01-01")
    #expect(after.isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .unknown)
    #expect(after.unconfirmed == day("2026-10-02"))
    // Long ago itself: even if it was a talk, it is more than three months past.
    let bothOld = seen(
      known: "2026-05-01", unconfirmed: "2026-06-02", since: "2025-01-01", start: "2025-01-01")
    #expect(bothOld.isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .yes)
    // Before the conversation that is known, it changes nothing.
    let before = seen(
      known: "2026-11-09", unconfirmed: "2026-10-02", since: "2025-01-01", start: "2025-01-01")
    #expect(before.mayBeUntil == nil)
    #expect(before.unconfirmed == nil)
    #expect(before.isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .no)
    let only = seen(unconfirmed: "2026-10-02", since: "2025-01-01", start: "2025-01-01")
    #expect(!only.isNever)
    #expect(only.isLongerAgo(than: threeMonths, on: day("2026-11-21")) == .unknown)
  }

  private func facts(
    closed: Bool = false, paused: Bool = false, returns: String? = nil, known: String? = "2026-07-09",
    since: String? = "2025-01-01", frequency: Int? = 6, appointment: String? = nil
  ) -> Contactability.Facts {
    Contactability.Facts(
      isClosed: closed, isPaused: paused, returns: returns.map { day($0) },
      lastSeen: seen(known: known, since: since, start: "2025-01-01"), frequency: frequency,
      appointment: appointment.map { day($0) })
  }

  private func forgotten(_ facts: Contactability.Facts, _ today: String = "2026-11-21") -> Truth {
    Contactability.forgotten(facts, after: threeMonths, on: day(today))
  }

  @Test func closedClientsAreNotForgotten() {
    #expect(forgotten(facts()) == .yes)
    #expect(forgotten(facts(closed: true)) == .no)
    #expect(forgotten(facts(closed: true, since: nil)) == .no)
  }

  @Test func anAppointmentDoesNotMendBeingForgotten() {
    #expect(forgotten(facts(appointment: "2026-12-01")) == .yes)
  }

  @Test func pausedClientsCountFromTheirReturnDay() {
    #expect(forgotten(facts(paused: true, returns: "2026-12-24")) == .no)
    #expect(forgotten(facts(paused: true, returns: "2026-08-21")) == .no)
    #expect(forgotten(facts(paused: true, returns: "2026-08-20")) == .yes)
    #expect(forgotten(facts(paused: true, returns: "2026-11-30"), "2027-02-28") == .no)
    #expect(forgotten(facts(paused: true, returns: "2026-11-30"), "2027-03-01") == .yes)
    // A pause without a return day: nothing to count from, but who was seen lately is not forgotten.
    #expect(forgotten(facts(paused: true)) == .unknown)
    #expect(forgotten(facts(paused: true, known: "2026-11-01")) == .no)
  }

  @Test func overdueIsLastSeenAndTheFrequencyBeforeToday() {
    // 9 July and six weeks is 20 August.
    func overdue(_ facts: Contactability.Facts, _ today: String) -> Truth {
      Contactability.overdue(facts, on: day(today))
    }
    #expect(overdue(facts(), "2026-08-20") == .no)
    #expect(overdue(facts(), "2026-08-21") == .yes)
    #expect(overdue(facts(appointment: "2026-08-21"), "2026-08-21") == .no)
    #expect(overdue(facts(closed: true), "2026-08-21") == .no)
    #expect(overdue(facts(frequency: nil), "2026-08-21") == .unknown)
    // A frequency that no calendar holds has not come, and does not end the program.
    #expect(overdue(facts(frequency: Int.max), "2026-08-21") != .yes)
  }
}
