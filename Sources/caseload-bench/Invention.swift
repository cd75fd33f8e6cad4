import CaseloadCore

/// Invented clients for measuring: as many as wanted, always the same ones for a seed, with 36 fields filled the
/// way a department's register fills them. Nobody of them exists; their words are drawn from short lists.
struct Invention {
  /// The day on which everything is measured.
  static let today = Day(year: 2026, month: 11, day: 21) ?? .latest

  /// The fields that are filled, in the order of an export's columns.
  static let fields: [FieldID] = [
    "name", "birth", "phone", "postcode", "district", "team", "coach", "assigned", "intake", "benefit",
    "status", "track", "ladder", "frequency", "gender", "household", "children", "language", "speaks",
    "writes", "education", "experience", "licence", "transport", "hours", "irregular", "travel", "heavy",
    "skills", "wants", "sector", "job-ready", "cv", "plan", "physical", "return",
  ]

  let catalogue = Catalogue.standard
  private let fields: [Field]
  private let seed: UInt64

  init(seed: UInt64 = 20_261_121) {
    self.seed = seed
    fields = Self.fields.compactMap { [catalogue] in catalogue[$0] }
  }

  /// The client of a place, counted from 0; her number is one more. Coaches have 120 clients each.
  func client(_ place: Int) -> ClientFacts {
    var draw = Draw(seed: seed &+ UInt64(truncatingIfNeeded: place) &* 0x9E37_79B9_7F4A_7C15)
    var values: [FieldID: Value] = [:]
    values.reserveCapacity(fields.count)
    for field in fields {
      guard let value = value(field, place, &draw) else { continue }
      values[field.id] = value
    }
    return ClientFacts(
      number: ClientNumber(Int32(clamping: place + 1)), values: values, summary: summary(&draw))
  }

  /// A population of the first clients.
  func population(_ count: Int) -> Population {
    var population = Population(catalogue: catalogue)
    population.reserve(count)
    for place in 0..<count { population.put(client(place)) }
    return population
  }

  private func value(_ field: Field, _ place: Int, _ draw: inout Draw) -> Value? {
    let chance = draw.below(100)
    if chance >= Self.filled[field.id] ?? 85 {
      // Most of what is not filled nobody asked; of a little somebody did.
      if chance > 97 { return Value(state: .notKnown, source: .coach) }
      return nil
    }
    let content = self.content(field, place, &draw)
    return .recorded(content, source: field.owner == .coach ? .coach : .register, day: Self.today)
  }

  /// How many of a hundred have a field filled, where it is not 85.
  private static let filled: [FieldID: Int] = [
    "name": 100, "birth": 100, "team": 100, "coach": 100, "assigned": 100, "intake": 98, "benefit": 97,
    "status": 100, "track": 97, "gender": 100, "postcode": 99, "district": 98, "frequency": 20, "return": 3,
    "cv": 60, "plan": 70, "job-ready": 60, "heavy": 55, "skills": 50, "wants": 60, "experience": 60,
    "physical": 60,
  ]

  private func content(_ field: Field, _ place: Int, _ draw: inout Draw) -> Content {
    switch field.id {
    case "birth": return .day(Self.today.adding(days: -(18 * 365 + draw.below(48 * 365))))
    case "return": return .day(Self.today.adding(days: draw.below(90)))
    case "coach": return .text("Coach \(place / 120 + 1)")
    case "team": return .text("Team \(place / 1_200 + 1)")
    case "status": return .oneOf(ChoiceSet(place: draw.below(100) < 92 ? 0 : draw.below(2) + 1))
    case "frequency": return .exactly([4, 6, 8, 12][draw.below(4)])
    case "phone": return .text("06-0" + String(1_000_000 + draw.below(9_000_000)))
    case "postcode":
      // Some 9,000 postcodes in a city of 30,000 clients.
      let area = 1_000 + (place / 30_000 * 90 + draw.below(90)) % 9_000
      return .text("\(area) " + draw.one(Self.letters) + draw.one(Self.letters))
    case "district": return .text(draw.one(Self.districts))
    case "language": return .text(draw.below(100) < 55 ? "Dutch" : draw.one(Self.languages))
    default: break
    }
    switch field.kind {
    case .name: return .name(name(&draw))
    case .text: return .text(draw.one(Self.districts))
    case .choice(let choices, _): return .oneOf(ChoiceSet(place: draw.below(choices.count)))
    case .choices(let choices, _):
      var set = ChoiceSet(place: draw.below(choices.count))
      if draw.below(3) == 0 { set.formUnion(ChoiceSet(place: draw.below(choices.count))) }
      return .several(set, complete: false)
    case .day: return .day(Self.today.adding(days: -draw.below(1_500)))
    case .number: return .exactly(draw.below(5))
    case .span:
      let low = 8 + 4 * draw.below(6)
      return .span(low...low + 4 * draw.below(3))
    case .words:
      return .words(
        draw.below(3) == 0 ? [draw.one(Self.words), draw.one(Self.words)] : [draw.one(Self.words)],
        complete: false)
    case .experience: return .experience([Experience(occupation: draw.one(Self.words))], complete: false)
    }
  }

  private func name(_ draw: inout Draw) -> PersonName {
    PersonName(
      family: draw.one(Self.beginnings) + draw.one(Self.ends),
      prefix: draw.below(4) == 0 ? draw.one(["van", "van den", "de"]) : "", given: draw.one(Self.given))
  }

  private func summary(_ draw: inout Draw) -> Summary {
    var summary = Summary(historySince: Self.today.adding(days: -1_500))
    if draw.below(100) < 85 {
      let day = Self.today.adding(days: -draw.below(240))
      summary.lastConversation = day
      summary.lastBy = "Coach \(draw.below(40) + 1)"
      summary.lastChannel = Channel.allCases[draw.below(4)]
      summary.conversations = 1 + draw.below(20)
      if draw.below(3) > 0 { summary.lastOurs = day }
    }
    if draw.below(4) == 0 { summary.appointments = [Self.today.adding(days: draw.below(40))] }
    if draw.below(5) == 0 {
      summary.openErrands = 1
      summary.nextErrand = Self.today.adding(days: draw.below(30) - 10)
      summary.waitingOn = [draw.below(2) == 0 ? .us : .client]
    }
    return summary
  }

  private static let letters = ["A", "B", "C", "E", "H", "L", "N", "P", "R", "T"]
  private static let districts = ["North", "East", "South", "West", "Centre", "Harbour", "Mills", "Meadows"]
  private static let languages = ["Arabic", "Tigrinya", "Turkish", "Polish", "Ukrainian", "Somali", "Farsi"]
  private static let words = [
    "cleaning", "forklift", "selling", "cooking", "typing", "driving", "sewing", "welding", "planting",
    "painting", "baking", "bookkeeping", "packing", "reception", "caring", "repairing", "carpentry",
    "teaching",
  ]
  private static let beginnings = [
    "Ak", "Bak", "Ber", "Dijk", "El", "Gro", "Haan", "Jan", "Ko", "Laan", "Mei", "No", "Oud", "Pos", "Rui",
    "Sme", "Tim", "Ve", "Wou", "Zan",
  ]
  private static let ends = [
    "sen", "ker", "man", "stra", "huis", "ning", "mer", "ters", "berg", "wijk", "da", "ma", "lez", "ski",
  ]
  private static let given = [
    "Fatima", "Jan", "Łukasz", "Aylin", "Ruud", "Şahin", "Thị", "Els", "Mo", "Ana", "Noor", "Piet", "Sem",
    "Joy", "Amal", "Kees", "Zoë", "Ivan", "Mei", "Omar",
  ]
}

/// A stream of draws from a seed: SplitMix64 (Steele, Lea and Flood, 2014).
struct Draw {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 up to, not including, `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % max(1, bound) }

  /// One of a list.
  mutating func one(_ list: [String]) -> String { list[below(list.count)] }
}
