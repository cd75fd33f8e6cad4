import CaseloadCore
import CaseloadExchange
import Testing

@Suite struct DateFormTests {
  private func iso(_ days: ClosedRange<Day>?) -> String {
    guard let days else { return "nil" }
    return days.lowerBound == days.upperBound
      ? days.lowerBound.iso : "\(days.lowerBound.iso)..\(days.upperBound.iso)"
  }

  @Test(arguments: [
    ("2022-02-28", "2022-02-28"), ("28-02-2022", "2022-02-28"), ("8-2-2022", "2022-02-08"),
    ("28/02/2022", "2022-02-28"), ("28.02.2022", "2022-02-28"), ("20220228", "2022-02-28"),
    ("202202", "2022-02-01..2022-02-28"), ("2024", "2024-01-01..2024-12-31"),
    ("02-2024", "2024-02-01..2024-02-29"), ("00-02-2024", "2024-02-01..2024-02-29"),
    ("00-00-1980", "1980-01-01..1980-12-31"), ("19800000", "1980-01-01..1980-12-31"),
    ("19800200", "1980-02-01..1980-02-29"), ("2022-02", "2022-02-01..2022-02-28"),
    ("2022-02-28T13:45:00Z", "2022-02-28"), ("28-02-2022 00:00:00", "2022-02-28"),
    ("31-12-9999", "9999-12-31"),
    ("29-02-2023", "nil"), ("31-04-2022", "nil"), ("13-13-2022", "nil"), ("01-00-1980", "nil"),
    ("01-02-22", "nil"),
    ("44562", "nil"), ("0", "nil"), ("", "nil"), ("morgen", "nil"), ("2022-02-28 soon", "nil"),
    ("1-2-3-4", "nil"),
    ("99999999999999999999", "nil"), ("-1", "nil"), ("12-0012-2022", "nil"),
  ])
  func theUsualWays(_ text: String, _ wanted: String) {
    // A day of a month of four digits is no day; "12-0012-2022" must not be read as one.
    #expect(iso(DateForm.days(text, DateForm.usual)) == wanted)
  }

  @Test func whatAMappingAsksFor() {
    #expect(iso(DateForm.days("44562", [.serial])) == "2022-01-01")
    #expect(iso(DateForm.days("61", [.serial])) == "1900-03-01")
    #expect(iso(DateForm.days("60", [.serial])) == "nil")
    #expect(iso(DateForm.days("02/28/2022", [.monthFirst])) == "2022-02-28")
    #expect(iso(DateForm.days("03/04/2022", [.monthFirst])) == "2022-03-04")
    #expect(iso(DateForm.days("03/04/2022", [.dayFirst])) == "2022-04-03")
    #expect(iso(DateForm.days("2022-01-01", [.dayFirst])) == "nil")
  }
}
