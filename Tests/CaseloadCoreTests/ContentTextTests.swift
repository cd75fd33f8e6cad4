import Testing

@testable import CaseloadCore

/// Contents of a field, made from a seed: every shape that the field's kind allows.
struct ContentMaker {
  var state: UInt64

  mutating func number(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private static let scraps = [
    "", "a", "b c", " ", ",", ";", "|", "\\", "…", "-", "\\-", "\n", "\r\n", "e\u{301}", ";\u{301}", "..",
    "é",
    "\u{202E}", "=1+1", "\"", "+", "نص", "👩‍🔧", "\\n",
  ]

  mutating func text() -> String {
    var text = ""
    for _ in 0..<number(4) { text += Self.scraps[number(Self.scraps.count)] }
    return text
  }

  mutating func day() -> Day { Day(number: Int32(number(4_000_000)) - 800_000) }

  mutating func set(_ choices: [Choice]) -> ChoiceSet {
    var set: ChoiceSet = []
    for place in choices.indices where number(3) == 0 { set.insert(ChoiceSet(place: place)) }
    return set
  }

  mutating func range() -> ClosedRange<Int> {
    let low = number(2_000) - 1_000
    return low...(low + number(3))
  }

  mutating func experience() -> Experience {
    Experience(
      occupation: text(), sector: number(2) == 0 ? text() : nil, from: number(2) == 0 ? day() : nil,
      to: number(2) == 0 ? day() : nil, ongoing: number(2) == 0, months: number(2) == 0 ? number(500) : nil)
  }

  mutating func content(_ kind: Kind) -> Content {
    switch kind {
    case .text: return .text(text())
    case .name: return .name(PersonName(family: text(), prefix: text(), given: text()))
    case .choice(let choices, _): return .oneOf(set(choices))
    case .choices(let choices, _): return .several(set(choices), complete: number(2) == 0)
    case .day:
      let first = day()
      return .days(first...first.adding(days: number(2) * number(400)))
    case .number: return .number(range())
    case .span: return .span(range())
    case .words:
      var words: [String] = []
      for _ in 0..<number(4) { words.append(text()) }
      return .words(words, complete: number(2) == 0)
    case .experience:
      var items: [Experience] = []
      for _ in 0..<number(4) { items.append(experience()) }
      return .experience(items, complete: number(2) == 0)
    }
  }
}

@Suite struct ContentTextTests {
  @Test func everyContentComesBackAsItWas() {
    var maker = ContentMaker(state: 20_261_121)
    for field in Catalogue.standard.fields {
      for _ in 0..<300 {
        let content = maker.content(field.kind)
        guard let text = ContentText.text(content, kind: field.kind) else {
          Issue.record("no text for \(content) of \(field.id)")
          continue
        }
        let back = ContentText.content(text, kind: field.kind)
        #expect(back.map { Self.scalars($0) } == Self.scalars(content), "\(field.id): «\(text)»")
      }
    }
  }

  /// Swift's `==` takes composed and decomposed letters for the same; the scalars must be the same too.
  private static func scalars(_ content: Content) -> [UInt32] {
    String(reflecting: content).unicodeScalars.map(\.value)
  }

  @Test(
    arguments: [
      ("education", Content.oneOf(ChoiceSet(place: 4)), "mbo2"),
      ("education", .oneOf([ChoiceSet(place: 3), ChoiceSet(place: 4)]), "mbo1|mbo2"),
      ("licence", .several([ChoiceSet(place: 5), ChoiceSet(place: 11)], complete: true), "B,CE"),
      ("licence", .several(ChoiceSet(place: 5), complete: false), "B,…"),
      ("licence", .several([], complete: false), "…"), ("licence", .several([], complete: true), ""),
      ("hours", .span(16...24), "16..24"), ("hours", .span(24...24), "24"),
      ("children", .exactly(-3), "-3"),
      ("name", .name(PersonName(family: "Berg", prefix: "van den", given: "Jan")), "Berg, Jan, van den"),
      ("name", .name(PersonName(family: "Çelik")), "Çelik"),
      ("name", .name(PersonName(family: "A, B", prefix: "de")), "A\\, B, , de"),
      ("skills", .words(["forklift", "a;b"], complete: true), "forklift; a\\;b"),
      ("skills", .words(["…"], complete: false), "\\…; …"),
      ("phone", .text("a\\b; c"), "a\\b; c"),
    ] as [(FieldID, Content, String)])
  func theTextIsTheOnePeopleKnow(field: FieldID, content: Content, text: String) throws {
    let kind = try #require(Catalogue.standard[field]).kind
    #expect(ContentText.text(content, kind: kind) == text)
    #expect(ContentText.content(text, kind: kind) == content)
  }

  @Test func daysAndExperience() throws {
    let first = try #require(Day(iso: "1990-01-01"))
    let last = try #require(Day(iso: "1990-12-31"))
    #expect(ContentText.text(.day(first), kind: .day) == "1990-01-01")
    #expect(ContentText.text(.days(first...last), kind: .day) == "1990-01-01..1990-12-31")
    let items = [
      Experience(occupation: "driver", sector: "logistics", from: first, to: last, months: 12),
      Experience(occupation: "cook", from: first, ongoing: true),
      Experience(occupation: "cleaning"),
    ]
    #expect(
      ContentText.text(.experience(items, complete: false), kind: .experience)
        == "driver|logistics|1990-01-01..1990-12-31|12; cook||1990-01-01..+; cleaning; …")
  }

  @Test(
    arguments: [
      ("education", "mbo9"), ("education", "mbo2,mbo3"), ("licence", "B,"), ("licence", "…,B"),
      ("birth", "1990-02-30"), ("birth", "1991-01-01..1990-01-01"), ("hours", "16..x"), ("hours", ""),
      ("children", "99999999999999999999"), ("name", "a,b,c,d"), ("experience", "a|b|1990"),
    ] as [(FieldID, String)])
  func whatMeansNothingIsNothing(field: FieldID, text: String) throws {
    let kind = try #require(Catalogue.standard[field]).kind
    #expect(ContentText.content(text, kind: kind) == nil)
  }

  @Test func aContentOfAnotherKindHasNoText() throws {
    let kind = try #require(Catalogue.standard["education"]).kind
    #expect(ContentText.text(.text("mbo2"), kind: kind) == nil)
    #expect(ContentText.text(.oneOf(ChoiceSet(place: 60)), kind: kind) == nil)
  }
}
