import CaseloadCore

/// Clients for tests: all states, partial values, lists whole and not, days around month ends.
struct Clients {
  var random: Seeded
  static let today = Day(year: 2026, month: 5, day: 31) ?? .earliest
  static var context: Context {
    Context(today: today, now: Moment(seconds: 0), actor: Actor(name: "J. de Vries"))
  }
  /// Absences of a few of those who are coaches here, around today, most of them short; some in a row, some with a
  /// stand-in who may be away herself. Never two of the same days of one colleague.
  static func calendar(seed: UInt64) -> AbsenceCalendar {
    var random = Seeded(seed &* 31)
    var absences: [Absence] = []
    for colleague in Self.texts {
      var first = today.adding(days: -Int.random(in: 0...70, using: &random))
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let isOpen = random.chance(15)
        let last = first.adding(days: random.one([0, 1, 4, 6, 11, 40]))
        absences.append(
          Absence(
            id: Int64(absences.count + 1), colleague: colleague, first: first, last: isOpen ? nil : last,
            standIn: random.chance(50) ? random.one(Self.texts) : ""))
        if isOpen { break }
        first = last.adding(days: random.one([1, 2, 3, 9]))
      }
    }
    return AbsenceCalendar(absences)
  }
  static let words = ["forklift", "Computer", "sales", "Français", "care", "driver", "truck driver", "nurse"]
  static let families = ["Bakker", "Berg", "Çelik", "Nowak", "Öztürk", "Vries", "Łuczak"]
  static let givens = ["Fatima", "Jan", "Łukasz", "Ruud", ""]
  static let texts = ["Noord", "Noord 2", "West", "J. de Vries", "M. Çelik", "Polish"]

  init(seed: UInt64) { random = Seeded(seed) }

  mutating func day() -> Day {
    if random.chance(40) {
      // The days around which periods of months and weeks end.
      let edge = Self.today.adding(months: -random.one([0, 1, 2, 3, 6, 12, 24]))
      return edge.adding(days: Int.random(in: -3...3, using: &random))
    }
    return Self.today.adding(days: Int.random(in: -900...120, using: &random))
  }

  mutating func days() -> ClosedRange<Day> {
    let first = day()
    if random.chance(75) { return first...first }
    return first...first.adding(days: random.one([5, 30, 364]))
  }

  mutating func births() -> ClosedRange<Day> {
    let year = Int.random(in: 1960...2009, using: &random)
    let first = Day(year: year, month: random.one([1, 2, 5, 6, 12]), day: random.one([1, 28, 31])) ?? day()
    let leap = Day(year: 2000, month: 2, day: 29) ?? first
    let start = random.chance(10) ? leap : first
    return random.chance(75) ? start...start : start...start.adding(days: random.one([30, 364]))
  }

  mutating func content(_ field: Field) -> Content {
    switch field.kind {
    case .text: return .text(random.one(Self.texts))
    case .name:
      return .name(
        PersonName(
          family: random.one(Self.families), prefix: random.one(["", "", "van den", "de"]),
          given: random.one(Self.givens)))
    case .choice(let choices, _):
      let set = random.few(Array(choices.indices), random.chance(75) ? 1 : 4)
      return .oneOf(ChoiceSet(set.map { ChoiceSet(place: $0) }))
    case .choices(let choices, _):
      let set = random.chance(15) ? [] : random.few(Array(choices.indices), 3)
      return .several(ChoiceSet(set.map { ChoiceSet(place: $0) }), complete: random.chance(50))
    case .day:
      let range = field.id == "birth" ? births() : days()
      return .days(range)
    case .number:
      let low = Int.random(in: 0...8, using: &random)
      return .number(low...(random.chance(75) ? low : low + random.one([1, 4])))
    case .span:
      let low = random.one([0, 8, 16, 24, 32, 40])
      return .span(low...(low + random.one([0, 8, 16])))
    case .words:
      return .words(random.chance(15) ? [] : random.few(Self.words, 3), complete: random.chance(50))
    case .experience:
      var stretches: [Experience] = []
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let from = random.chance(70) ? day().adding(months: -random.one([0, 12, 24, 36])) : nil
        let isOngoing = random.chance(20)
        let to = !isOngoing && random.chance(60) ? from?.adding(months: random.one([3, 12, 24, 30])) : nil
        stretches.append(
          Experience(
            occupation: random.one(Self.words + [""]), sector: random.one([nil, "logistics", "care", "ict"]),
            from: from, to: to.map { random.chance(50) ? $0.adding(days: -1) : $0 }, ongoing: isOngoing,
            months: random.chance(30) ? random.one([6, 12, 24, 25, 36]) : nil))
      }
      return .experience(stretches, complete: random.chance(50))
    }
  }

  mutating func value(_ field: Field) -> Value {
    let roll = Int.random(in: 0..<100, using: &random)
    let isAlive = field.id == "name" || field.id == "status" || field.id == "track"
    if roll < (isAlive ? 85 : 60) { return .recorded(content(field), source: .coach) }
    if roll < 68 { return Value(state: .notKnown, source: .coach) }
    if roll < 74 { return Value(state: .declined, source: .coach) }
    if roll < 80 { return Value(state: .waived, source: .coach, reason: "no use") }
    if roll < 84 { return Value(state: .empty, source: .register, raw: "zie dossier") }
    if roll < 87 {
      return Value(state: .recorded, content: content(field), source: .register, raw: "1/2")
    }
    return .empty
  }

  mutating func client(_ number: Int32) -> ClientFacts {
    var facts = ClientFacts(number: ClientNumber(number))
    for field in Catalogue.standard.fields where field.owner != .derived {
      let value = value(field)
      if !value.says(.empty) { facts.values[field.id] = value }
    }
    facts.summary = summary()
    facts.isAbsentFromRegister = random.chance(10)
    return facts
  }

  mutating func summary() -> Summary {
    var summary = Summary(historySince: random.chance(60) ? day().adding(months: -random.one([0, 12])) : nil)
    if random.chance(60) {
      summary.lastConversation = day()
      summary.lastBy = random.one(Self.texts)
      summary.lastChannel = random.one(Channel.allCases)
      summary.conversations = Int.random(in: 1...4, using: &random)
      if random.chance(50) { summary.lastOurs = day() }
      if random.chance(30) { summary.lastUnsure = day() }
    }
    if random.chance(25) { summary.latestUnconfirmed = day() }
    if random.chance(40) {
      summary.appointments = (0..<Int.random(in: 1...3, using: &random)).map { _ in day() }.sorted()
    }
    if random.chance(20) { summary.unansweredSince = day() }
    if random.chance(30) {
      summary.openErrands = Int.random(in: 1...3, using: &random)
      summary.waitingOn = random.one([[.us], [.client], [.us, .client]])
      if random.chance(70) { summary.nextErrand = day() }
    }
    return summary
  }
}
