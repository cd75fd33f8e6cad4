import Testing

@testable import CaseloadCore

@Suite struct ForecastTests {
  private static let weeks = 52

  /// A caseload as a forecast reads it, and as the naive simulation does.
  private struct Case {
    var clients: [Forecast.Client] = []
    var naive: NaiveForecast
    var calendar: AbsenceCalendar
    var today: Day
    var conversations: Int
    var months: Int

    init(seed: UInt64) {
      var random = Seeded(seed)
      let today = Day(number: 20_000 + Int32.random(in: 0..<1_000, using: &random))
      self.today = today
      conversations = random.one([0, 1, 3, 4, 7, 12, 18, 23])
      months = random.one([1, 2, 3, 4])
      var away: [ClosedRange<Day>] = []
      var from = today.adding(days: Int.random(in: -20...30, using: &random))
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let last = from.adding(days: Int.random(in: 0...25, using: &random))
        away.append(from...last)
        from = last.adding(days: Int.random(in: 2...60, using: &random))
      }
      let standIn = random.chance(40) ? "B. Bos" : ""
      calendar = AbsenceCalendar(
        away.map {
          Absence(colleague: "A. Akkerman", first: $0.lowerBound, last: $0.upperBound, standIn: standIn)
        })
      var people: [NaiveForecast.Person] = []
      for number in 1...Int32.random(in: 1...90, using: &random) {
        var person = NaiveForecast.Person(number: number)
        if !random.chance(8) {
          person.seen = today.adding(days: 0 - Int.random(in: 0...150, using: &random))
        }
        if !random.chance(6) { person.weeks = random.one([1, 2, 4, 6, 8, 12, 26]) }
        person.isPaused = random.chance(15)
        if person.isPaused, !random.chance(15) {
          person.returns = today.adding(days: Int.random(in: -60...90, using: &random))
        }
        for _ in 0..<random.one([0, 0, 0, 1, 1, 3]) {
          person.dates.append(today.adding(days: Int.random(in: 0...70, using: &random)))
        }
        people.append(person)
        let facts = Contactability.Facts(
          isClosed: false, isPaused: person.isPaused, returns: person.returns,
          lastSeen: LastSeen(
            known: person.seen, unconfirmed: nil,
            historySince: person.seen == nil ? nil : Day(iso: "2020-01-01"), start: nil, today: today),
          frequency: person.weeks, appointment: person.dates.min())
        clients.append(
          Forecast.Client(number: ClientNumber(number), facts: facts, appointments: person.dates))
      }
      naive = NaiveForecast(
        people, conversations: conversations, months: months, away: away, hasStandIn: !standIn.isEmpty)
    }

    var forecast: Forecast {
      Forecast(
        clients.reversed(),
        Forecast.Assumptions(
          conversations: conversations, weeks: ForecastTests.weeks, forgottenAfter: Period(months: months)),
        Forecast.CoachDays(calendar, coach: "A. Akkerman"), from: today)
    }
  }

  private func first(_ forecast: Forecast) -> [Int32: Day] {
    forecast.outOfSight.reduce(into: [:]) { $0[$1.client.number] = $1.day }
  }

  private func counts(_ forecast: Forecast) -> [[Int]] {
    forecast.weeks.map { [$0.outOfSight, $0.conversations] }
  }

  @Test(arguments: 0..<120)
  func aYearIsAsTheNaiveSimulationHasIt(seed: Int) {
    var random = Case(seed: UInt64(seed))
    let forecast = random.forecast
    random.naive.run(from: random.today, weeks: Self.weeks)
    #expect(counts(forecast) == random.naive.counts)
    #expect(first(forecast) == random.naive.first)
    #expect(forecast.counted + forecast.unknown.count == random.clients.count)
  }

  @Test func fridaysAppointmentsTakeRoomFromMonday() {
    let monday = Day(iso: "2026-11-23") ?? .earliest
    func client(_ number: Int32, dates: [Day]) -> Forecast.Client {
      let seen = LastSeen(
        known: monday.adding(days: -60), unconfirmed: nil, historySince: Day(iso: "2020-01-01"), start: nil,
        today: monday)
      return Forecast.Client(
        number: ClientNumber(number),
        facts: Contactability.Facts(
          isClosed: false, isPaused: false, returns: nil, lastSeen: seen, frequency: 4,
          appointment: dates.first), appointments: dates)
    }
    func held(_ appointments: Int32) -> Int? {
      let clients =
        (1...5).map { client($0, dates: []) }
        + (0..<appointments).map { client(100 + $0, dates: [monday.adding(days: 4)]) }
      return Forecast(
        clients, Forecast.Assumptions(conversations: 5, weeks: 1, forgottenAfter: Period(months: 3)),
        Forecast.CoachDays(AbsenceCalendar(), coach: ""), from: monday
      ).weeks.first?.conversations
    }
    #expect((0...5).map { held($0) } == [5, 5, 5, 5, 5, 5])
  }

  @Test func aSimulationThatCallsPeopleTooEarlyIsFoundOut() {
    let found = (0..<40).count { seed in
      var random = Case(seed: UInt64(seed))
      random.naive.callsEarly = true
      random.naive.run(from: random.today, weeks: Self.weeks)
      return counts(random.forecast) != random.naive.counts || first(random.forecast) != random.naive.first
    }
    #expect(found >= 20)
  }

  @Test(arguments: 200..<230)
  func withoutConversationsItIsTheRuleItself(seed: Int) {
    let random = Case(seed: UInt64(seed))
    let clients = random.clients.map { Forecast.Client(number: $0.number, facts: $0.facts, appointments: []) }
    let after = Period(months: random.months)
    let forecast = Forecast(
      clients, Forecast.Assumptions(conversations: 0, weeks: 20, forgottenAfter: after),
      Forecast.CoachDays(AbsenceCalendar(), coach: ""), from: random.today)
    let unknown = Set(forecast.unknown)
    for client in clients where !unknown.contains(client.number) {
      let days = random.today.number...(forecast.weeks.last?.last.number ?? 0)
      let first = days.lazy.map { Day(number: $0) }
        .first { Contactability.forgotten(client.facts, after: after, on: $0) == .yes }
      #expect(forecast.day(of: client.number) == first)
    }
  }

  @Test func anotherFrequencyIsAboutTheSameClients() {
    let random = Case(seed: 5)
    let forecast = random.forecast
    let other = Forecast(
      random.clients,
      Forecast.Assumptions(
        conversations: random.conversations, weeks: 10, forgottenAfter: Period(months: 3), frequency: 8),
      Forecast.CoachDays(random.calendar, coach: "A. Akkerman"), from: random.today)
    #expect(other.unknown == forecast.unknown)
    #expect(other.needed.tenths == (20 * other.counted + 8) / 16)
  }

  @Test func conversationsNeededAreAnExactSum() {
    #expect(ConversationsNeeded(every: []).tenths == 0)
    #expect(ConversationsNeeded(every: [3, 3, 3]).tenths == 10)
    #expect(ConversationsNeeded(every: [4, 6, 12, 12]).tenths == 6)
    #expect(ConversationsNeeded(every: Array(repeating: 7, count: 70)).tenths == 100)
    // The harmonic number of 52 is 4.538…; no common measure of 1 to 200 fits a number.
    #expect(ConversationsNeeded(every: Array(1...52)).tenths == 45)
    #expect(ConversationsNeeded(every: Array(1...200)).tenths == nil)
  }

  @Test func whoIsClosedIsNotInIt() {
    var client = Case(seed: 1).clients[0]
    client.facts.isClosed = true
    let forecast = Forecast(
      [client], Forecast.Assumptions(conversations: 1, weeks: 2, forgottenAfter: Period(months: 1)),
      Forecast.CoachDays(AbsenceCalendar(), coach: ""), from: Day(number: 20_000))
    #expect(forecast.counted == 0 && forecast.unknown.isEmpty && forecast.weeks.count == 2)
  }
}
