import CaseloadCore
import Testing

@Suite struct FacetTests {
  @Test func `a bar counts exactly whom its filter lets pass`() throws {
    var clients = Clients(seed: 21)
    let population = PopulationTests.population((1...150).map { clients.client($0) })
    let context = Clients.context
    let list = population.evaluate(.word("a"), context).yes
    for field in Catalogue.standard.fields {
      let facet = population.facet(field.id, of: list, context)
      #expect(facet.ofList == list.count && facet.ofAll == 150)
      for bar in facet.bars {
        let yes = population.evaluate(bar.filter, context).yes
        #expect(
          bar.inAll == yes.count && bar.inList == yes.countInCommon(with: list), "\(field.id) \(bar.code)")
        #expect(try FilterParser.parse(bar.filter.printed()) == bar.filter, "\(field.id) \(bar.code)")
      }
    }
    #expect(population.facet("coach", of: list, context).bars.isEmpty)
    #expect(population.facet("phone", of: list, context).bars.isEmpty)
    #expect(
      population.facet("age", of: list, context).bars.map(\.code).prefix(4) == [
        "..26", "27..34", "35..49", "50..",
      ])
  }
}

@Suite struct WorklistTests {
  @Test func `every worklist says what it is in both languages, with the settings in force`() {
    var context = Clients.context
    context.settings.forgottenAfter = Setting(Period(days: 70))
    for list in Worklist.builtIn {
      for language in Language.allCases {
        context.language = language
        let text = list.definition(context)
        #expect(!text.isEmpty && !text.contains("{") && !text.contains("}"), "\(list.id)")
      }
      #expect(Translations.dutch["worklist.\(list.id).label"] != nil, "\(list.id)")
      #expect(Translations.dutch["worklist.\(list.id).definition"] != nil, "\(list.id)")
    }
    context.language = .dutch
    let forgotten = Worklist.builtIn.first { $0.id == "forgotten" }
    #expect(forgotten?.definition(context).contains("langer dan 10 weken") == true)
    #expect(Set(Worklist.builtIn.map(\.id)).count == Worklist.builtIn.count)
  }

  @Test(arguments: [
    // Seen on the last day of a month: forgotten from the day after the clamped end.
    ("2025-11-30", "2026-02-28", Truth.no), ("2025-11-30", "2026-03-01", .yes),
    ("2023-11-30", "2024-02-29", .no), ("2023-11-30", "2024-03-01", .yes),
    ("2024-02-29", "2024-05-29", .no), ("2024-02-29", "2024-05-30", .yes),
    ("2026-08-21", "2026-11-21", .no), ("2026-08-20", "2026-11-21", .yes),
  ])
  func `forgotten begins the day after last seen and three months`(seen: String, today: String, truth: Truth)
    throws
  {
    var client = ClientFacts(number: ClientNumber(1), summary: Summary(historySince: Day(iso: "2020-01-01")))
    client.summary.lastConversation = Day(iso: seen)
    let population = PopulationTests.population([client])
    var context = Clients.context
    context.today = try #require(Day(iso: today))
    for filter in [Filter.worklist("forgotten"), try FilterParser.parse("seen>3m")] {
      let outcome = population.evaluate(filter, context)
      #expect((outcome.yes.contains(0) ? Truth.yes : outcome.unknown.contains(0) ? .unknown : .no) == truth)
    }
  }
}
