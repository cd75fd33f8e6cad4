import CaseloadCore
import Testing

/// The program against the naive evaluator.
@Suite struct OracleTests {
  static let notes: [String: Set<ClientNumber>] = [
    "forklift": [ClientNumber(3), ClientNumber(7), ClientNumber(400)], "a \"b\" \\c": [],
  ]
  private static let own: [ClientNumber: PrivateNote] = [
    ClientNumber(2): PrivateNote(tags: ["Førklift", "zzp"], until: .latest),
    ClientNumber(5): PrivateNote(tags: ["fork"], until: .latest),
  ]

  struct Difference: CustomStringConvertible {
    var filter: Filter
    var client: ClientFacts
    var fast: Truth
    var slow: Truth
    var description: String {
      "\(filter.printed()): program says \(fast), oracle \(slow)\n\(filter)\nclient \(client)"
    }
  }

  /// The first difference over pairs of clients and filters.
  static func compare(
    seed: UInt64, clients count: Int, filters: Int, isWrong: Bool = false, knowsAbsences: Bool = true
  )
    -> (pairs: Int, unknowns: Int, yes: Int, first: Difference?)
  {
    var clients = Clients(seed: seed)
    let facts = (1...count).map { clients.client(Int32($0)) }
    var population = Population()
    for client in facts { population.put(client) }
    var context = Clients.context
    context.calendar = Clients.calendar(seed: seed)
    var links = FilterLinks(worklists: Filters.worklists, notes: notes)
    links.take(own)
    var generator = Filters(seed: seed &+ 1)
    var pairs = 0
    var unknowns = 0
    var yes = 0
    for _ in 0..<filters {
      let filter = generator.filter()
      let outcome = population.evaluate(filter, context, links)
      for (row, client) in facts.enumerated() {
        let fast: Truth = outcome.yes.contains(row) ? .yes : outcome.unknown.contains(row) ? .unknown : .no
        var oracle = Oracle(client: client)
        oracle.notes = notes
        oracle.tags = links.tags
        oracle.isWrong = isWrong
        if knowsAbsences { oracle.absences = context.calendar.absences }
        let slow = oracle.truth(filter)
        pairs += 1
        if fast == .unknown { unknowns += 1 }
        if fast == .yes { yes += 1 }
        if fast != slow {
          return (pairs, unknowns, yes, Difference(filter: filter, client: client, fast: fast, slow: slow))
        }
      }
    }
    return (pairs, unknowns, yes, nil)
  }

  @Test(arguments: [1, 2_026, 77_000, 4_242_424] as [UInt64])
  func `the program agrees with the oracle on a quarter of ten thousand pairs`(seed: UInt64) {
    let result = Self.compare(seed: seed, clients: 25, filters: 420)
    #expect(
      result.first == nil, "seed \(seed), after \(result.pairs) pairs: \(result.first?.description ?? "")")
    // Agreement on nothing but no would prove nothing.
    if result.first == nil {
      #expect(result.pairs >= 2_500)
      #expect(result.yes > result.pairs / 20)
      #expect(result.unknowns > result.pairs / 20)
    }
  }

  @Test func `an evaluator that knows of no absence is noticed`() {
    #expect(
      [1, 2_026, 77_000, 4_242_424].contains {
        Self.compare(seed: $0, clients: 25, filters: 420, knowsAbsences: false).first != nil
      })
  }

  @Test func `a wrong evaluator is noticed`() {
    #expect(Self.compare(seed: 1, clients: 25, filters: 420, isWrong: true).first != nil)
  }
}
