import Testing

@testable import CaseloadCore

@Suite struct FuzzyTests {
  @Test(arguments: [
    ("bakker", "Bakker, Fatima"), ("fat bak", "Bakker, Fatima"), ("bkr", "Bakker, Fatima"),
    ("lukasz", "Nowak, Łukasz"), ("OZT", "Öztürk, Şahin"), ("kker", "Bakker, Fatima"),
    ("vdb", "van den Berg"), ("", "anything"),
  ]) func finds(_ typed: String, _ text: String) { #expect(Fuzzy(typed).score(text) != nil) }

  @Test(arguments: [
    ("bakkers", "Bakker, Fatima"), ("bak jan", "Bakker, Fatima"), ("rkb", "Bakker"), ("q", "Bakker"),
  ])
  func findsNot(_ typed: String, _ text: String) { #expect(Fuzzy(typed).score(text) == nil) }

  @Test func theNearestIsTheFirst() throws {
    let texts = ["Bos, Ali", "Bosman, Ali", "Abos, Ali", "Boris, Ali"]
    let scores = try texts.map { try #require(Fuzzy("bos").score($0)) }
    #expect(scores == scores.sorted(by: >))
    #expect(Set(scores).count == scores.count)
  }
}
