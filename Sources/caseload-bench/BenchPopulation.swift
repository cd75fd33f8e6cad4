import CaseloadCore

/// A population of invented clients for measuring, the same for the same size: values spread over the choices of
/// each field as they are in a city, names of some thousand families.
enum BenchPopulation {
  /// A small generator, so that each run measures the same clients.
  struct Generator: RandomNumberGenerator {
    private var state: UInt64 = 42
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    mutating func below(_ bound: Int) -> Int { Int(truncatingIfNeeded: next() >> 33) % max(1, bound) }
  }

  /// The day on which everything is measured.
  static let today = Day(year: 2026, month: 11, day: 21) ?? .earliest

  /// The context that filters are evaluated in.
  static var context: Context {
    Context(today: today, now: Moment(seconds: 0), actor: Actor(name: "bench"))
  }

  /// A population of `rows` clients.
  static func population(rows: Int) -> Population {
    var population = Population()
    population.reserve(rows)
    var random = Generator()
    for row in 0..<rows { population.put(client(Int32(clamping: row + 1), &random)) }
    return population
  }

  private static let syllables = [
    "ber", "dij", "vis", "kok", "mul", "jan", "sen", "pet", "oz", "yil", "now", "ak",
  ]

  private static func name(_ random: inout Generator) -> PersonName {
    func word(_ count: Int) -> String {
      var word = ""
      for _ in 0..<count { word += syllables[random.below(syllables.count)] }
      return word.prefix(1).uppercased() + word.dropFirst()
    }
    return PersonName(
      family: word(3), prefix: random.below(4) == 0 ? "van den" : "", given: word(2))
  }

  private static func client(_ number: Int32, _ random: inout Generator) -> ClientFacts {
    var client = ClientFacts(number: ClientNumber(number))
    for field in Catalogue.standard.fields where field.owner != .derived {
      let roll = random.below(100)
      if field.id != "name", roll < 30 {
        if roll < 5 { client.values[field.id] = Value(state: .notKnown, source: .register) }
        continue
      }
      client.values[field.id] = .recorded(content(field, &random), source: .register)
    }
    client.summary.historySince = today.adding(days: -1_000)
    if random.below(10) > 0 {
      client.summary.lastConversation = today.adding(days: -random.below(300))
      client.summary.lastBy = "coach \(random.below(250))"
      client.summary.lastChannel = .phone
      client.summary.conversations = 1 + random.below(5)
    }
    if random.below(5) == 0 { client.summary.appointments = [today.adding(days: random.below(30))] }
    return client
  }

  private static func content(_ field: Field, _ random: inout Generator) -> Content {
    switch field.kind {
    case .text(let isRepeated):
      return .text("\(field.id.text) \(random.below(isRepeated ? 30 : 5_000))")
    case .name: return .name(name(&random))
    case .choice(let choices, _): return .oneOf(ChoiceSet(place: random.below(choices.count)))
    case .choices(let choices, _):
      return .several(
        [ChoiceSet(place: random.below(choices.count)), ChoiceSet(place: random.below(choices.count))],
        complete: random.below(2) == 0)
    case .day:
      let age = field.id == "birth" ? 7_000 + random.below(16_000) : random.below(1_500)
      return .day(today.adding(days: -age))
    case .number: return .exactly(random.below(12))
    case .span:
      let low = 8 * random.below(5)
      return .span(low...(low + 8))
    case .words: return .words(["word \(random.below(200))", "word \(random.below(200))"], complete: false)
    case .experience:
      let from = today.adding(days: -random.below(6_000))
      return .experience(
        [Experience(occupation: "job \(random.below(300))", from: from, to: from.adding(days: 700))],
        complete: false)
    }
  }
}
