import Testing

@testable import CaseloadCore

@Suite struct ValueTextTests {
  private func text(_ value: Value, of id: FieldID, _ language: Language = .english) throws -> String {
    ValueText.text(value, of: try #require(Catalogue.standard[id]), context("2026-11-21", language))
  }

  private func places(_ id: FieldID, _ codes: String...) throws -> ChoiceSet {
    let field = try #require(Catalogue.standard[id])
    return ChoiceSet(try codes.map { ChoiceSet(place: try #require(field.place(of: $0))) })
  }

  @Test func statesAreWordsAndDiffer() throws {
    let values = [
      Value(state: .empty, source: .register), Value(state: .notKnown, source: .coach),
      Value(state: .declined, source: .coach), Value(state: .waived, source: .coach),
      .recorded(.oneOf(try places("heavy", "no")), source: .coach),
    ]
    for language in Language.allCases {
      let words = try values.map { try text($0, of: "heavy", language) }
      #expect(Set(words).count == values.count)
      #expect(words.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func aWaiverSaysUntilWhenAndWhy() throws {
    let waived = Value(
      state: .waived, source: .coach, reason: "no licence needed here", until: day("2027-02-01"))
    #expect(try text(waived, of: "licence") == "does not apply until 1 Feb 2027 (no licence needed here)")
  }

  @Test func whatIsNotUnderstoodStaysReadable() throws {
    let raw = Value(state: .empty, source: .register, raw: "Syrisch rijbewijs")
    #expect(try text(raw, of: "licence") == "not understood: Syrisch rijbewijs")
  }

  @Test func partialChoicesAreAlternatives() throws {
    let mbo = Value.recorded(
      .oneOf(try places("education", "mbo1", "mbo2", "mbo3", "mbo4")), source: .register)
    #expect(try text(mbo, of: "education") == "mbo 1 or mbo 2 or mbo 3 or mbo 4")
    #expect(try text(mbo, of: "education", .dutch) == "mbo 1 of mbo 2 of mbo 3 of mbo 4")
  }

  @Test func openListsSaySo() throws {
    let b = try places("licence", "B", "BE")
    #expect(try text(.recorded(.several(b, complete: true), source: .register), of: "licence") == "B, BE")
    #expect(
      try text(.recorded(.several(b, complete: false), source: .register), of: "licence")
        == "B, BE, …")
    #expect(try text(.recorded(.words([], complete: true), source: .coach), of: "skills") == "none")
    #expect(try text(.recorded(.words([], complete: false), source: .coach), of: "skills") != "none")
  }

  @Test func licencesSayWhatTheyGive() throws {
    let field = try #require(Catalogue.standard["licence"])
    let be = Content.several(try places("licence", "BE"), complete: true)
    #expect(ValueText.implied(be, of: field, .english) == "gives AM, B")
    #expect(
      ValueText.implied(.several(try places("licence", "T"), complete: true), of: field, .english) == "")
  }

  @Test func rangesAndNumbers() throws {
    #expect(try text(.recorded(.span(16...24), source: .coach), of: "hours") == "16–24")
    #expect(try text(.recorded(.exactly(0), source: .register), of: "children") == "0")
  }

  @Test func experienceSaysHowLong() throws {
    func words(_ item: Experience) -> String { ValueText.text(item, context()) }
    #expect(words(Experience(occupation: "cleaning", months: 74)) == "cleaning 6 y 2 m")
    #expect(words(Experience(occupation: "driver", months: 24)) == "driver 2 y")
    #expect(words(Experience(occupation: "driver", months: 0)) == "driver 0 m")
    #expect(words(Experience(occupation: "driver")) == "driver")
    // From the first to the last day, both worked.
    #expect(
      words(Experience(occupation: "cook", from: day("2020-01-01"), to: day("2021-12-31"))) == "cook 2 y")
    #expect(words(Experience(occupation: "cook", from: day("2026-05-22"), ongoing: true)) == "cook 6 m")
  }

  @Test func namesAsListedAndAsSpoken() {
    let name = PersonName(family: "Berg", prefix: "van den", given: "Jan")
    #expect(name.listed == "Berg, Jan van den")
    #expect(name.spoken == "Jan van den Berg")
    #expect(PersonName(family: "王").listed == "王")
    #expect(PersonName(family: "Berg", prefix: "van den").listed == "Berg, van den")
  }

  @Test func lastSeenInWords() {
    func words(_ known: String?, _ unconfirmed: String?, _ since: String?, _ start: String?) -> String {
      let seen = LastSeen(
        known: known.map { day($0) }, unconfirmed: unconfirmed.map { day($0) },
        historySince: since.map { day($0) }, start: start.map { day($0) }, today: day("2026-11-21"))
      return LastSeenText.short(seen, context())
    }
    #expect(words("2026-07-09", nil, "2025-01-01", "2025-01-01") == "4 m 12 d")
    #expect(words("2026-07-09", "2026-10-02", "2025-01-01", "2025-01-01") == "unconfirmed")
    #expect(words("2026-07-09", nil, "2026-10-01", "2025-01-01") == "4 m 12 d ?")
    #expect(words(nil, nil, "2025-01-01", "2025-01-01") == "never")
    #expect(words(nil, "2026-10-02", "2025-01-01", "2025-01-01") == "unconfirmed")
    #expect(words(nil, nil, nil, "2025-01-01") == "unknown")
    #expect(words(nil, nil, "2026-10-01", "2025-01-01") == "unknown")
  }
}
