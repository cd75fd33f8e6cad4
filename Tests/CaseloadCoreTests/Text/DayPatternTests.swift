import Testing

@testable import CaseloadCore

@Suite struct DayPatternTests {
  private static let day = Day(iso: "1980-11-28") ?? .earliest

  @Test(arguments: [
    "28/11/1980", "28-11-1980", "28.11.1980", "1980-11-28", "1980/11/28", "28 nov 1980", "28 november 1980",
    "28 NOV 1980", "28nov1980", "28111980", "28-11-80", "28/11", "28 nov", "nov 1980", "1980-11", "11-1980",
    "11/1980", "28/11/198",
    "28/11/19",
  ]) func isTheDay(_ text: String) throws {
    #expect(try #require(DayPattern(text)).matches(Self.day...Self.day) == .yes)
  }

  @Test(arguments: [
    "27/11/1980", "28/12/1980", "28-11-1981", "1980-11-27", "28 mei 1980", "28-11-81", "dec 1980", "12-1980",
  ])
  func isAnother(_ text: String) throws {
    #expect(try #require(DayPattern(text)).matches(Self.day...Self.day) == .no)
  }

  @Test(arguments: [
    "", "bakker", "28", "1980", "32/1/1980", "28/13/1980", "06-12345678", "0612345678", "28/11/1980/1",
    "28 nov x",
    "nov", "28:11:1980", "06 1234", "13-1980", "99999999999999999999",
  ]) func isNoDay(_ text: String) { #expect(DayPattern(text) == nil) }

  @Test func aPartialDayIsPerhaps() throws {
    let year = (Day(iso: "1980-01-01") ?? .earliest)...(Day(iso: "1980-12-31") ?? .earliest)
    #expect(try #require(DayPattern("28/11/1980")).matches(year) == .unknown)
    #expect(try #require(DayPattern("nov 1980")).matches(year) == .unknown)
    #expect(try #require(DayPattern("28/11/1981")).matches(year) == .no)
    #expect(try #require(DayPattern("29/2/1981")).matches(year) == .no)
  }
}

@Suite struct ClientQueryTests {
  @Test(arguments: [
    ("06-12345678", "612345678"), ("+31 6 1234 5678", "612345678"), ("0031612345678", "612345678"),
    ("5678", "5678"),
  ]) func aTelephoneNumberIsItsDigits(_ text: String, _ digits: String) {
    #expect(ClientQuery(text).phone == digits)
  }

  @Test(arguments: ["bakker", "123", "bakker 1234", "1006 CB", "", "1234567890123456"])
  func isNoTelephoneNumber(
    _ text: String
  ) {
    #expect(ClientQuery(text).phone == nil)
  }
}
