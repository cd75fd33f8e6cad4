import CaseloadCore
import Testing

/// What a population keeps is put right for one client who changes; it must be what a population built anew says.
@Suite struct PopulationPatchTests {
  static let context = Clients.context
  static let filters: [Filter] =
    Worklist.builtIn.map { .worklist($0.id) }
    + Catalogue.standard.fields.map { .state(.missing, $0.id) }
    + [.test("gaps", .numbers([2...Int.max])), .test("next", .days([.today(.greaterOrEqual)]))]

  static func facets(_ population: Population, _ list: Selection) -> [Facet] {
    Catalogue.standard.fields.map { population.facet($0.id, of: list, context) }
  }

  /// A population that has worked everything out, so that everything has to be put right.
  static func warm(_ population: Population) {
    for filter in filters { _ = population.evaluate(filter, context) }
    _ = facets(population, population.alive)
    for field in ["name", "seen", "track"] as [FieldID] { _ = population.order([SortKey(field)], context) }
  }

  @Test(arguments: 1...6) func `one client who changes changes what was worked out for everybody`(seed: Int) {
    var clients = Clients(seed: UInt64(seed))
    var facts = (1...130).map { clients.client(Int32($0)) }
    var population = PopulationTests.population(facts)
    Self.warm(population)
    for _ in 0..<12 {
      let place = Int.random(in: 0..<facts.count, using: &clients.random)
      var client = clients.client(Int32(place + 1))
      // Now and then only one thing of her changes.
      if clients.random.chance(50), let field = client.values.keys.sorted().first {
        let value = client.values[field]
        client = facts[place]
        client.values[field] = value
      }
      facts[place] = client
      population.put(client)
      let anew = PopulationTests.population(facts)
      for filter in Self.filters {
        #expect(population.evaluate(filter, Self.context) == anew.evaluate(filter, Self.context))
      }
      #expect(Self.facets(population, population.alive) == Self.facets(anew, anew.alive))
      let list = anew.evaluate(.worklist("forgotten"), Self.context).yes
      #expect(Self.facets(population, list) == Self.facets(anew, list))
      for field in ["name", "seen", "track"] as [FieldID] {
        let key = SortKey(field)
        #expect(population.order([key], Self.context) == anew.order([key], Self.context))
      }
    }
  }

  @Test func `many clients at once are put in as one by one`() {
    var clients = Clients(seed: 77)
    let before = (1...90).map { clients.client(Int32($0)) }
    let after = (1...90).map { clients.client(Int32($0)) }
    var population = PopulationTests.population(before)
    Self.warm(population)
    population.put(after)
    let anew = PopulationTests.population(after)
    for filter in Self.filters {
      #expect(population.evaluate(filter, Self.context) == anew.evaluate(filter, Self.context))
    }
    #expect(Self.facets(population, population.alive) == Self.facets(anew, anew.alive))
  }

  @Test(arguments: [0, 1, 63, 64, 65, 2_047, 2_048, 2_049, 70_001]) func `bits are counted`(rows: Int) {
    var random = Seeded(UInt64(rows) + 1)
    var (left, right) = (Selection(rows: rows), Selection(rows: rows))
    var (inLeft, inBoth) = (0, 0)
    for row in 0..<rows {
      let (first, second) = (Bool.random(using: &random), Bool.random(using: &random))
      if first { left.insert(row) }
      if second { right.insert(row) }
      inLeft += first ? 1 : 0
      inBoth += first && second ? 1 : 0
    }
    #expect(left.count == inLeft)
    #expect(left.countInCommon(with: right) == inBoth)
    #expect(Selection(allOf: rows).count == rows)
    #expect(Selection(allOf: rows).countInCommon(with: left) == inLeft)
  }
}
