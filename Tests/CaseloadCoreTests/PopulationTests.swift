import CaseloadCore
import Testing

@Suite struct PopulationTests {
  static let context = Clients.context

  static func population(_ facts: [ClientFacts]) -> Population {
    var population = Population()
    population.reserve(facts.count)
    for client in facts { population.put(client) }
    return population
  }

  /// Everything one can read of a client.
  static func reading(_ population: Population, _ number: ClientNumber) -> [AnyHashable] {
    guard let row = population.row(of: number) else { return [] }
    let values = Catalogue.standard.fields.map { AnyHashable(population.value($0.id, at: row, context)) }
    return values + [
      population.summary(at: row), population.name(at: row), population.isAbsentFromRegister(at: row),
    ]
  }

  @Test func `values come back as they were put in`() {
    var clients = Clients(seed: 3)
    for number in 1...60 {
      let facts = clients.client(Int32(number))
      let population = Self.population([facts])
      #expect(population.summary(at: 0) == facts.summary)
      for field in Catalogue.standard.fields where field.owner != .derived {
        let (put, got) = (facts.values[field.id] ?? .empty, population.value(field.id, at: 0, Self.context))
        #expect(put.state == got.state && put.raw == got.raw, "\(field.id)")
        if case .text(repeated: false) = field.kind, field.id != "postcode", put.raw == nil {
          #expect(got.content == nil)
        } else {
          #expect(put.content == got.content, "\(field.id)")
        }
      }
    }
  }

  @Test func `a population changed in place is the one built anew`() {
    var clients = Clients(seed: 9)
    var facts: [ClientNumber: ClientFacts] = [:]
    var changed = Population()
    var filters = Filters(seed: 10)
    for step in 0..<700 {
      let number = Int32(Int.random(in: 1...60, using: &clients.random))
      if clients.random.chance(15) {
        changed.remove(ClientNumber(number))
        facts[ClientNumber(number)] = nil
      } else {
        let client = clients.client(number)
        changed.put(client)
        facts[client.number] = client
      }
      guard step % 50 == 49 else { continue }
      let anew = Self.population(facts.values.sorted { $0.number < $1.number })
      #expect(changed.count == facts.count)
      for number in facts.keys { #expect(Self.reading(changed, number) == Self.reading(anew, number)) }
      for _ in 0..<20 {
        let filter = filters.filter()
        let links = FilterLinks(worklists: Filters.worklists)
        let (left, right) = (
          changed.evaluate(filter, Self.context, links), anew.evaluate(filter, Self.context, links)
        )
        #expect(Self.numbers(changed, left.yes) == Self.numbers(anew, right.yes), "\(filter.printed())")
        #expect(
          Self.numbers(changed, left.unknown) == Self.numbers(anew, right.unknown), "\(filter.printed())")
      }
      for field in ["education", "licence", "district", "age", "seen", "errands"] as [FieldID] {
        let (left, right) = (
          changed.facet(field, of: changed.alive, Self.context),
          anew.facet(field, of: anew.alive, Self.context)
        )
        #expect(left == right, "\(field)")
      }
      let keys = [SortKey("track"), SortKey("seen", ascending: false)]
      #expect(
        changed.order(keys, Self.context).map { changed.number(at: Int($0)) }
          == anew.order(keys, Self.context).map { anew.number(at: Int($0)) })
    }
  }

  static func numbers(_ population: Population, _ selection: Selection) -> [Int32] {
    var numbers: [Int32] = []
    selection.forEach { numbers.append(population.number(at: $0).number) }
    return numbers.sorted()
  }

  @Test func `a copy does not see what is done to the other`() {
    var clients = Clients(seed: 12)
    let before = Self.population((1...20).map { clients.client($0) })
    let filter = Filter.state(.missing, "cv")
    let facet = before.facet("track", of: before.alive, Self.context)
    let outcome = before.evaluate(filter, Self.context)
    var after = before
    for number in 1...20 { after.put(ClientFacts(number: ClientNumber(Int32(number)))) }
    #expect(before.evaluate(filter, Self.context) == outcome)
    #expect(before.facet("track", of: before.alive, Self.context) == facet)
    #expect(after.evaluate(filter, Self.context).yes.count == 20)
  }

  @Test func `the fast rules say what Contactability says`() {
    for seed in 1...4 {
      var clients = Clients(seed: UInt64(100 + seed))
      let population = Self.population((1...400).map { clients.client($0) })
      for offset in [0, 1, -1, 28, 30, 31, 90, -61] {
        var context = Self.context
        context.today = context.today.adding(days: offset)
        context.settings.forgottenAfter = Setting(Period(months: seed, days: seed == 3 ? 4 : 0))
        context.calendar = Clients.calendar(seed: UInt64(seed))
        let forgotten = population.evaluate(.worklist("forgotten"), context)
        let overdue = population.evaluate(.worklist("overdue"), context)
        let gaps = population.evaluate(.test("gaps", .numbers([3...Int.max])), context).yes
        for row in 0..<population.rows {
          let facts = population.contactability(at: row, context)
          let after = context.settings.forgottenAfter.value
          #expect(
            truth(forgotten, row) == Contactability.forgotten(facts, after: after, on: context.today))
          #expect(truth(overdue, row) == Contactability.overdue(facts, on: context.today))
          #expect(gaps.contains(row) == (population.missing(at: row, context).count >= 3))
        }
      }
    }
  }

  func truth(_ outcome: Outcome, _ row: Int) -> Truth {
    outcome.yes.contains(row) ? .yes : outcome.unknown.contains(row) ? .unknown : .no
  }

  @Test func `unknown sorts last in both directions, ties by name, then number`() {
    var facts: [ClientFacts] = []
    for (number, family, step) in [
      (1, "Çelik", 3), (2, "bakker", nil), (3, "Bakker", 3), (4, "Ábel", nil), (5, "Zorg", 1),
      (6, "Celik", 3),
    ] as [(Int32, String, Int?)] {
      var client = ClientFacts(number: ClientNumber(number))
      client.values["name"] = .recorded(.name(PersonName(family: family)), source: .register)
      if let step { client.values["ladder"] = .recorded(.oneOf(ChoiceSet(place: step)), source: .coach) }
      facts.append(client)
    }
    let population = Self.population(facts)
    func order(_ keys: [SortKey]) -> [Int32] {
      population.order(keys, Self.context).map { population.number(at: Int($0)).number }
    }
    #expect(order([]) == [4, 2, 3, 1, 6, 5])
    #expect(order([SortKey("ladder")]) == [5, 3, 1, 6, 4, 2])
    #expect(order([SortKey("ladder", ascending: false)]) == [3, 1, 6, 5, 4, 2])
    #expect(order([SortKey("coach")]) == order([]))
    #expect(order([SortKey("ladder"), SortKey("number", ascending: false)]) == [5, 6, 3, 1, 4, 2])
  }
}

@Suite struct SelectionTests {
  @Test func `a selection is a set of rows`() {
    var random = Seeded(2)
    for rows in [0, 1, 63, 64, 65, 200] {
      var (left, right) = (Selection(rows: rows), Selection(rows: rows))
      var (leftSet, rightSet): (Set<Int>, Set<Int>) = ([], [])
      for row in 0..<rows {
        if random.chance(50) {
          left.insert(row)
          leftSet.insert(row)
        }
        if random.chance(50) {
          right.insert(row)
          rightSet.insert(row)
        }
      }
      left.insert(rows)
      left.insert(-1)
      func set(_ selection: Selection) -> Set<Int> {
        var set: Set<Int> = []
        selection.forEach { set.insert($0) }
        return set
      }
      #expect(set(left) == leftSet && left.count == leftSet.count)
      #expect(set(left.union(right)) == leftSet.union(rightSet))
      #expect(set(left.intersection(right)) == leftSet.intersection(rightSet))
      #expect(set(left.subtracting(right)) == leftSet.subtracting(rightSet))
      #expect(left.countInCommon(with: right) == leftSet.intersection(rightSet).count)
      #expect(Selection(allOf: rows).count == rows)
    }
  }
}
