import CaseloadCore
import Testing

struct SpokenDayTests {
  // A Sunday.
  private let today = Day(iso: "2026-11-22") ?? .earliest

  @Test(
    "A day as it is said at a form, in both languages",
    arguments: [
      ("today", "2026-11-22"), ("vandaag", "2026-11-22"), (" Tomorrow ", "2026-11-23"),
      ("gisteren", "2026-11-21"),
      ("overmorgen", "2026-11-24"), ("+2w", "2026-12-06"), ("-3d", "2026-11-19"), ("+1m", "2026-12-22"),
      ("+1j", "2027-11-22"), ("28/11", "2026-11-28"), ("28 nov", "2026-11-28"), ("3 jan", "2027-01-03"),
      ("2026-11-28", "2026-11-28"), ("28-11-2026", "2026-11-28"), ("28-11-26", "2026-11-28"),
      // Of the weekdays the last one: one tells of days that were.
      ("fri", "2026-11-20"), ("vr", "2026-11-20"), ("tue", "2026-11-17"), ("di", "2026-11-17"),
    ])
  func said(_ text: String, _ iso: String) { #expect(Day(said: text, on: today)?.iso == iso) }

  @Test("What has no year or is a weekday is looked for in one direction where only that makes sense")
  func directions() {
    #expect(Day(said: "fri", on: today, .future)?.iso == "2026-11-27")
    #expect(Day(said: "tue", on: today, .past)?.iso == "2026-11-17")
    #expect(Day(said: "20 nov", on: today, .future)?.iso == "2027-11-20")
    #expect(Day(said: "28 nov", on: today, .past)?.iso == "2025-11-28")
    #expect(Day(said: "29 feb", on: today) == nil, "there is none near")
  }

  @Test(
    "What says no day is none",
    arguments: [
      "", "  ", "s", "t5", "+", "+w", "+9999999999w", "+2", "32/11", "1980", "nov", "noon", "2026-02-30", "m",
    ])
  func unsaid(_ text: String) { #expect(Day(said: text, on: today) == nil) }

  @Test("One tries again on a day from Monday to Friday")
  func workingDays() {
    #expect(today.nextWorkingDay.iso == "2026-11-23")
    #expect((Day(iso: "2026-11-20") ?? .earliest).nextWorkingDay.iso == "2026-11-23")
    #expect((Day(iso: "2026-11-18") ?? .earliest).nextWorkingDay.iso == "2026-11-19")
  }
}
