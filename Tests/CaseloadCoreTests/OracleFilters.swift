import CaseloadCore

/// Filters for tests: everything that the language can say, values near those of `Clients`.
struct Filters {
  var clients: Clients
  static let fields = Catalogue.standard.fields.filter { $0.uses.contains(.filter) }
  static let worklists =
    Worklist.builtIn + [
      Worklist(saved: "mine", label: "mine", filter: .or([.worklist("forgotten"), .state(.missing, "cv")]))
    ]

  init(seed: UInt64) { clients = Clients(seed: seed) }

  mutating func filter(_ depth: Int = 3) -> Filter {
    let roll = Int.random(in: 0..<100, using: &clients.random)
    if depth > 0, roll < 45 {
      if roll < 12 { return .not(filter(depth - 1)) }
      let parts = (0..<Int.random(in: 2...3, using: &clients.random)).map { _ in filter(depth - 1) }
      return roll < 28 ? .and(parts) : .or(parts)
    }
    return term()
  }

  mutating func term() -> Filter {
    switch Int.random(in: 0..<100, using: &clients.random) {
    case 0..<8:
      return .word(
        clients.random.one([
          "bakker", "luk", "vries", "van den berg", "e", "7", "ozt", "berg, jan", "or", "zz",
        ]))
    case 8..<20:
      return .state(clients.random.one(StateTest.allCases), clients.random.one(Self.fields).id)
    case 20..<31: return .worklist(clients.random.one(Self.worklists).id)
    case 31: return .tag(clients.random.one(["fork", "Førklift", "zzp", "unheard"]))
    case 32..<35: return .note(clients.random.one(["forklift", "a \"b\" \\c", "unheard"]))
    case 35..<45:
      return clients.random.chance(20) ? .test("seen", .never) : .test("seen", .days(days()))
    default: return test(clients.random.one(Self.fields))
    }
  }

  mutating func test(_ field: Field) -> Filter {
    switch field.kind {
    case .choice(let choices, let order):
      return .test(field.id, .choices(choiceTests(choices.map(\.code), isOrdered: order != .none)))
    case .choices(let choices, _):
      return .test(field.id, .choices(choiceTests(choices.map(\.code), isOrdered: false)))
    case .number, .span:
      let scale = field.id == "age" ? 60 : 45
      var ranges: [ClosedRange<Int>] = []
      for _ in 0..<Int.random(in: 1...2, using: &clients.random) {
        let low = Int.random(in: 0...scale, using: &clients.random)
        ranges.append(
          clients.random.one([low...low, low...(low + 6), Int.min...low, low...Int.max]))
      }
      return .test(field.id, .numbers(ranges))
    case .day: return .test(field.id, .days(days()))
    case .text(let isRepeated):
      if !isRepeated, !field.uses.contains(.list) { return .state(.has, field.id) }
      let texts = clients.random.few(
        ["noord", "NOORD 2", "c", "de vries", "in-person", "phone", "polish"], 2)
      return .test(field.id, clients.random.chance(50) ? .texts(texts) : .exactly(texts))
    case .name: return .test(field.id, .texts(clients.random.few(["berg", "fatima bakker", "łuk", "q"], 2)))
    case .words:
      let texts = clients.random.few(["driver", "computer", "francais", "nothing"], 2)
      return .test(field.id, clients.random.chance(50) ? .texts(texts) : .exactly(texts))
    case .experience:
      var test = ExperienceTest(words: clients.random.few(["driver", "truck", "care"], 2))
      if clients.random.chance(40) { test.sectors = clients.random.few(["logistics", "care"], 2) }
      if clients.random.chance(70) {
        test.lengths = [ExperienceTest.Length(clients.random.one(Comparison.allCases), period())]
      }
      if clients.random.chance(40), !(test.sectors.isEmpty && test.lengths.isEmpty) { test.words = [] }
      return .test(field.id, .experience(test))
    }
  }

  mutating func choiceTests(_ codes: [String], isOrdered: Bool) -> [ChoiceTest] {
    guard isOrdered, clients.random.chance(60) else { return clients.random.few(codes, 3).map { .one($0) } }
    let (low, high) = (clients.random.one(codes), clients.random.one(codes))
    let single: [ChoiceTest] = [
      .above(low), .from(low), .upTo(low), .below(low), .between(low, high),
    ]
    if clients.random.chance(60) { return [clients.random.one(single)] }
    return [clients.random.one([.one(low), .from(low), .upTo(low), .between(low, high)]), .one(high)]
  }

  mutating func period() -> Period {
    clients.random.one([
      Period(months: 1), Period(months: 3), Period(months: 12), Period(months: 24), Period(days: 56),
      Period(days: 10), Period(months: 18, days: 3), Period(),
    ])
  }

  mutating func days() -> [DayTest] {
    let first = clients.day()
    let last = first.adding(days: Int.random(in: 0...90, using: &clients.random))
    if clients.random.chance(60) {
      return [
        clients.random.one([
          .period(clients.random.one(Comparison.allCases), period()),
          .period(clients.random.one([.greater, .lessOrEqual]), Period(months: 3)),
          .today(clients.random.one(Comparison.allCases)), .dates(from: first, to: nil),
          .dates(from: nil, to: last), .dates(from: first, to: last), .periods(period(), period()),
        ])
      ]
    }
    return [
      clients.random.one([
        .period(.greaterOrEqual, period()), .period(.lessOrEqual, period()), .period(.equal, period()),
        .dates(from: first, to: last),
      ]),
      clients.random.one([.today(.equal), .dates(from: nil, to: first), .periods(period(), period())]),
    ]
  }
}
