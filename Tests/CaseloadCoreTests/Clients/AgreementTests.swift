import CaseloadCore
import Testing

@Suite struct AgreementTests {
  private func adds(_ field: FieldID, _ mine: String, _ theirs: String) throws -> Bool {
    let kind = try #require(Catalogue.standard[field]?.kind)
    func value(_ text: String) throws -> Value {
      .recorded(try #require(ContentText.content(text, kind: kind)), source: .register)
    }
    return try !value(mine).addsNothing(to: value(theirs), kind: kind)
  }

  @Test(arguments: [
    ("education", "mbo1|mbo2|mbo3|mbo4", "mbo3", false), ("education", "mbo3", "mbo1|mbo2|mbo3|mbo4", true),
    ("education", "mbo3", "mbo2", true), ("licence", "B,…", "B,CE", false), ("licence", "C,…", "CE", false),
    ("licence", "B", "B,CE", true), ("licence", "B,A,…", "B", true), ("phone", "06 12-34", "0612 34", false),
    ("phone", "+3161234", "061234", true), ("email", "A@x.nl", "a@x.nl", false),
    ("email", "a.b@x.nl", "ab@x.nl", true),
    ("birth", "1990-01-01..1990-12-31", "1990-05-01", false), ("birth", "1990-05-01", "1990-05-02", true),
    ("hours", "16..32", "24", true), ("hours", "24", "24", false),
    ("skills", "Typing; …", "selling; typing", false),
    ("skills", "typing", "selling; typing", true),
    ("name", "BERG, Jan, van den", "Berg, Jan, van den", false),
    ("name", "Berg, Piet", "Berg, Jan", true), ("children", "2", "3", true),
  ])
  func says(_ field: String, _ mine: String, _ theirs: String, _ isNew: Bool) throws {
    #expect(try adds(FieldID(field), mine, theirs) == isNew)
  }

  @Test func statesAndTextsAddWhatTheyAre() throws {
    let kind = Kind.yesNo
    let recorded = Value.recorded(.oneOf(ChoiceSet(place: 0)), source: .coach)
    let declined = Value(state: .declined, source: .questionnaire)
    #expect(!declined.addsNothing(to: recorded, kind: kind))
    #expect(declined.addsNothing(to: Value(state: .declined, source: .coach), kind: kind))
    var odd = recorded
    odd.raw = "iets"
    #expect(!odd.addsNothing(to: recorded, kind: kind))
    #expect(recorded.addsNothing(to: odd, kind: kind))
  }
}
