import CaseloadCore
import Testing

/// Tables of one field and of two crossed: who is counted where, and that nobody is left out.
@Suite struct FrequencyTests {
  private static let counted = Catalogue.standard.fields.filter(\.isCounted)

  private struct Caseload {
    var facts: [ClientFacts]
    var population: Population
    var list: Selection

    init(seed: UInt64, count: Int32 = 150) {
      var clients = Clients(seed: seed)
      facts = (1...count).map { clients.client($0) }
      population = PopulationTests.population(facts)
      list = population.evaluate(.word("a"), Clients.context).yes
    }
  }

  private static func axes(_ field: Field) -> [Facet.Axis] {
    field.kind == .day
      ? [Facet.Axis(field.id)] + DayUnit.allCases.map { Facet.Axis(field.id, unit: $0) }
      : [Facet.Axis(field.id)]
  }

  @Test(arguments: [3, 2_026, 88] as [UInt64])
  func `rows with what is not known add up to the clients where a client has one value`(seed: UInt64) {
    let caseload = Caseload(seed: seed)
    #expect(caseload.list.count > 10 && caseload.list.count < 150)
    for field in Self.counted where !field.isMultiple {
      for axis in Self.axes(field) {
        let table = caseload.population.table(axis, of: caseload.list, Clients.context)
        #expect(
          table.bars.reduce(0) { $0 + $1.inList } + table.inNoBar == table.ofList, "\(axis)")
        #expect(table.ofList == caseload.list.count && table.inNoBar == 0, "\(axis)")
        #expect(table.bars.reduce(0) { $0 + $1.inAll } == table.ofAll, "\(axis)")
      }
      // The pane's bars too; what is one of many values may be in none.
      let facet = caseload.population.facet(field.id, of: caseload.list, Clients.context)
      #expect(facet.bars.reduce(0) { $0 + $1.inList } + facet.inNoBar == facet.ofList, "\(field.id)")
    }
  }

  @Test func `where a client has several values she is in a row at least, or counted as in none`() {
    let caseload = Caseload(seed: 5)
    for field in Self.counted where field.isMultiple {
      let table = caseload.population.table(Facet.Axis(field.id), of: caseload.list, Clients.context)
      var somewhere = Selection(rows: caseload.population.rows)
      for bar in table.bars { somewhere.formUnion(bar.rows) }
      #expect(somewhere.countInCommon(with: caseload.list) + table.inNoBar == table.ofList, "\(field.id)")
      #expect(table.isMultiple)
    }
  }

  @Test func `a row counts exactly whom its filter lets pass, and its filter can be typed`() throws {
    let caseload = Caseload(seed: 21)
    for field in Self.counted {
      for axis in Self.axes(field) {
        for bar in caseload.population.table(axis, of: caseload.list, Clients.context).bars {
          let read = try FilterParser.parse(bar.filter.printed())
          #expect(read == bar.filter, "\(bar.filter.printed())")
          let yes = caseload.population.evaluate(read, Clients.context).yes
          #expect(bar.inAll == yes.count && bar.inList == yes.countInCommon(with: caseload.list), "\(axis)")
        }
      }
    }
  }

  @Test(arguments: [7, 99] as [UInt64]) func `crossing agrees with counting one client after another`(
    seed: UInt64
  ) throws {
    let caseload = Caseload(seed: seed, count: 60)
    var dice = Seeded(seed)
    for _ in 0..<25 {
      let (row, column) = (dice.one(Self.counted), dice.one(Self.counted))
      let axes = (dice.one(Self.axes(row)), dice.one(Self.axes(column)))
      let cross = caseload.population.cross(axes.0, axes.1, of: caseload.list, Clients.context)
      // The oracle asks each client whether she is in a bar.
      func members(_ bar: Facet.Bar) -> Set<Int32> {
        Set(
          caseload.facts.filter { Oracle(client: $0).truth(bar.filter) == .yes }.map(\.number.number))
      }
      let rows = cross.rows.bars.map(members)
      let columns = cross.columns.bars.map(members)
      let list = Set(PopulationTests.numbers(caseload.population, caseload.list))
      for (r, row) in rows.enumerated() {
        #expect(cross.rows.bars[r].inList == row.intersection(list).count)
        for (c, column) in columns.enumerated() {
          let both = row.intersection(column)
          #expect(cross.inList[r][c] == both.intersection(list).count, "\(axes) \(r) \(c)")
          #expect(cross.inAll[r][c] == both.count)
        }
      }
    }
  }

  @Test func `narrowing to a cell is narrowing to its row and to its column`() throws {
    let caseload = Caseload(seed: 14)
    let cross = caseload.population.cross(
      Facet.Axis("seen"), Facet.Axis("age"), of: caseload.population.alive, Clients.context)
    for (r, row) in cross.rows.bars.enumerated() {
      for (c, column) in cross.columns.bars.enumerated() {
        let filter = row.filter.and(column.filter)
        #expect(try FilterParser.parse(filter.printed()) == filter, "\(filter.printed())")
        #expect(caseload.population.evaluate(filter, Clients.context).yes.count == cross.inAll[r][c])
      }
    }
  }

  @Test func `neither the coach nor what is different for everybody is counted`() {
    let ids = Set(Self.counted.map(\.id))
    for id in ["coach", "name", "number", "phone", "email", "address", "postcode", "seen-by"] as [FieldID] {
      #expect(!ids.contains(id), "\(id)")
    }
    #expect(ids.isSuperset(of: ["seen", "cv", "plan", "next", "birth", "experience", "gaps", "licence"]))
  }
}

/// Days by weeks, months and years.
@Suite struct DayBandTests {
  private static func person(_ number: Int32, seen: String? = nil, next: String? = nil) -> ClientFacts {
    var client = ClientFacts(
      number: ClientNumber(number), summary: Summary(historySince: Day(iso: "2020-01-01")))
    client.values["intake"] = Day(iso: "2024-01-10").map { .recorded(.day($0), source: .register) }
    client.summary.lastConversation = seen.flatMap { Day(iso: $0) }
    client.summary.appointments = [next.flatMap { Day(iso: $0) }].compactMap { $0 }
    return client
  }

  private static func table(
    _ axis: Facet.Axis, _ clients: [ClientFacts], _ language: Language = .english
  ) -> [String] {
    let population = PopulationTests.population(clients)
    return population.table(axis, of: population.alive, Clients.context).bars.map {
      "\($0.label.text(in: language)): \($0.inList) \($0.filter.printed())"
    }
  }

  @Test func `last seen by month, from this month back, empty months in between, never apart`() {
    let people = [
      Self.person(1, seen: "2026-05-30"), Self.person(2, seen: "2026-05-01"),
      Self.person(3, seen: "2026-02-28"), Self.person(4),
    ]
    #expect(
      Self.table(Facet.Axis("seen"), people) == [
        "May 2026: 2 seen:2026-05", "Apr 2026: 0 seen:2026-04", "Mar 2026: 0 seen:2026-03",
        "Feb 2026: 1 seen:2026-02", "never: 1 seen:never",
      ])
    #expect(
      Self.table(Facet.Axis("seen", unit: .year), people, .dutch) == [
        "2026: 3 seen:2026", "nooit: 1 seen:never",
      ])
  }

  @Test func `an unconfirmed contact is a row of its own, and so is not knowing`() {
    var unconfirmed = Self.person(1, seen: "2026-03-01")
    unconfirmed.summary.latestUnconfirmed = Day(iso: "2026-05-10")
    var noHistory = Self.person(2)
    noHistory.summary.historySince = nil
    var half = Self.person(3, seen: "2026-03-01")
    half.summary.historySince = Day(iso: "2026-04-15")
    let rows = Self.table(Facet.Axis("seen"), [unconfirmed, noHistory, half])
    #expect(rows.contains("unconfirmed: 1 @unconfirmed -empty:seen"), "\(rows)")
    #expect(rows.contains("not known: 1 unknown:seen -@unconfirmed"))
    #expect(rows.contains("partly known: 1 partial:seen -@unconfirmed"))
  }

  @Test func `appointments by week, from this week on`() {
    // Sunday 31 May 2026 is today.
    let people = [
      Self.person(1, next: "2026-06-01"), Self.person(2, next: "2026-06-14"), Self.person(3),
    ]
    #expect(
      Self.table(Facet.Axis("next"), people) == [
        "1–7 Jun: 1 next:2026-06-01..2026-06-07", "8–14 Jun: 1 next:2026-06-08..2026-06-14",
        "no appointment: 1 empty:next",
      ])
    #expect(
      Self.table(Facet.Axis("next"), [Self.person(1, next: "2026-06-30")]).first?
        .hasPrefix("29 Jun–5 Jul: 1") == true)
  }

  @Test func `what lies too far is one row`() {
    let people = [Self.person(1, seen: "2026-05-30"), Self.person(2, seen: "2021-07-01")]
    let rows = Self.table(Facet.Axis("seen"), people)
    #expect(rows.count == 37)
    #expect(rows.last == "before Jun 2023: 1 seen<=2023-05-31")
    let week = Self.table(Facet.Axis("seen", unit: .week), people)
    #expect(week.count == 27 && week.last == "before 1 Dec 2025: 1 seen<=2025-11-30")
    let ahead = Self.table(
      Facet.Axis("next"), [Self.person(1, next: "2026-06-02"), Self.person(2, next: "2027-09-01")])
    #expect(ahead.count == 27 && ahead.last == "from 30 Nov 2026: 1 next>=2026-11-30")
  }

  @Test func `a plain month, year or day is printed by its name`() throws {
    for (text, printed) in [
      ("cv:2026-02-01..2026-02-28", "cv:2026-02"), ("cv:2026-02-01..2026-02-27", "cv:2026-02-01..2026-02-27"),
      ("cv:2025-01-01..2025-12-31", "cv:2025"), ("cv:2025-01-01..2026-12-31", "cv:2025-01-01..2026-12-31"),
      ("cv:2026-05-07", "cv:2026-05-07"), ("cv:2024-02-01..2024-02-28", "cv:2024-02-01..2024-02-28"),
    ] {
      #expect(try FilterParser.parse(text).printed() == printed)
      #expect(try FilterParser.parse(printed) == FilterParser.parse(text))
    }
  }
}

/// Spellings of one text.
@Suite struct SpellingTests {
  @Test func `spellings that a filter reads as one are one row, by the commonest`() {
    let people = ["Noord", "noord", "NOORD", "Noord", "Zuid"].enumerated().map { index, district in
      var client = ClientFacts(number: ClientNumber(Int32(index + 1)))
      client.values["district"] = .recorded(.text(district), source: .register)
      return client
    }
    let population = PopulationTests.population(people)
    let bars = population.facet("district", of: population.alive, Clients.context).bars
    #expect(bars.map(\.code) == ["Noord", "Zuid"])
    #expect(bars.map(\.inAll) == [4, 1])
  }
}
