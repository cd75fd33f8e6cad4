import CaseloadCore
import Testing

@Suite struct SweepTests {
  private let today = Day(iso: "2026-11-20") ?? .earliest

  private func sweep(_ count: Int32) -> Sweep {
    Sweep(id: "s", filter: "@forgotten", clients: (1...count).map { ClientNumber($0) }, made: today)
  }

  private func number(_ sweep: Sweep) -> Int32? { sweep.current?.number }

  @Test func itWalksTheListToItsEnd() {
    var sweep = sweep(3)
    #expect(sweep.number == 1)
    sweep.put(.reached, of: ClientNumber(1), on: today)
    #expect(number(sweep) == 2)
    sweep.put(.tried, of: ClientNumber(2), on: today)
    sweep.put(.dated(today.adding(days: 3)), of: ClientNumber(3), on: today)
    #expect(sweep.current == nil)
    #expect(!sweep.isDone)
    #expect(sweep.tally.text(in: .english) == "1 reached, 1 with a date, 1 tried")
  }

  @Test func whoWasTriedComesBackOnALaterDay() {
    var sweep = sweep(2)
    sweep.put(.tried, of: ClientNumber(1), on: today)
    sweep.put(.reached, of: ClientNumber(2), on: today)
    sweep.resume(on: today)
    #expect(sweep.current == nil)
    sweep.resume(on: today.adding(days: 3))
    #expect(number(sweep) == 1)
    sweep.put(.reached, of: ClientNumber(1), on: today.adding(days: 3))
    #expect(sweep.isDone)
    #expect(sweep.tally.all == 2)
  }

  @Test func whoIsParkedReturnsByHerself() {
    var sweep = sweep(1)
    sweep.put(.parked(until: today.adding(days: 10)), of: ClientNumber(1), on: today)
    sweep.resume(on: today.adding(days: 9))
    #expect(sweep.current == nil)
    sweep.resume(on: today.adding(days: 10))
    #expect(number(sweep) == 1)
  }

  @Test func whoIsPassedOverComesInTheNextRound() {
    var sweep = sweep(3)
    sweep.pass(on: today)
    sweep.put(.reached, of: ClientNumber(2), on: today)
    sweep.put(.reached, of: ClientNumber(3), on: today)
    #expect(sweep.current == nil)
    #expect(sweep.tally.count(.left) == 1)
    let goesOn = sweep.beginRound(on: today)
    #expect(goesOn)
    #expect(number(sweep) == 1)
  }

  @Test func theTelephoneRingsForAnotherOfTheList() {
    var sweep = sweep(3)
    sweep.put(.reached, of: ClientNumber(2), on: today)
    #expect(number(sweep) == 1)
    sweep.put(.reached, of: ClientNumber(1), on: today)
    #expect(number(sweep) == 3)
    // Who is not in the list changes nothing.
    sweep.put(.reached, of: ClientNumber(9), on: today)
    #expect(sweep.tally.all == 3)
  }

  @Test func stepsAreTakenBackOneByOne() {
    let start = sweep(3)
    var sweep = start
    sweep.put(.tried, of: ClientNumber(1), on: today)
    sweep.pass(on: today)
    sweep.put(.reached, of: ClientNumber(3), on: today)
    #expect(!sweep.lastIsPass)
    let last = sweep.takeBack()
    #expect(last == ClientNumber(3))
    #expect(sweep.lastIsPass)
    let others = [sweep.takeBack(), sweep.takeBack()]
    #expect(others == [ClientNumber(2), ClientNumber(1)])
    #expect(sweep == start)
    let none = sweep.takeBack()
    #expect(none == nil)
  }

  @Test func whatTheStoreUndidIsTakenBackHereToo() {
    var sweep = sweep(3)
    sweep.put(.reached, of: ClientNumber(1), on: today)
    sweep.pass(on: today)
    sweep.takeBack(ClientNumber(1))
    #expect(number(sweep) == 1)
    #expect(sweep.entry(of: ClientNumber(1))?.outcome == nil)
    // Nothing of hers is left to take back.
    sweep.takeBack(ClientNumber(1))
    #expect(number(sweep) == 1)
  }

  @Test func backGoesToWhoStoodBefore() {
    var sweep = sweep(2)
    sweep.goBack()
    #expect(number(sweep) == 1)
    sweep.put(.reached, of: ClientNumber(1), on: today)
    sweep.put(.reached, of: ClientNumber(2), on: today)
    sweep.goBack()
    #expect(number(sweep) == 2)
    sweep.goBack()
    #expect(number(sweep) == 1)
    #expect(sweep.tally.count(.reached) == 2)
  }

  @Test func whatOthersDoIsTold() {
    var sweep = sweep(3)
    sweep.put(.reached, of: ClientNumber(1), on: today)
    // The first left the list because she was reached, the second by a colleague; the fifth is new to it.
    let now: Set = [ClientNumber(3), ClientNumber(5)]
    let news = sweep.follow(still: now, surely: now, on: today)
    #expect(news.left == [ClientNumber(2)])
    #expect(news.arrived == [ClientNumber(5)])
    #expect(number(sweep) == 3)
    #expect(sweep.entry(of: ClientNumber(1))?.outcome == .reached)
    sweep.add(news.arrived + news.arrived, on: today)
    #expect(sweep.tally.all == 4)
    let again = sweep.follow(still: now, surely: now, on: today)
    #expect(again.isEmpty)
    // Of whom it is only not known any more whether she is on it stays.
    let unknown = sweep.follow(still: now, surely: [], on: today)
    #expect(unknown.isEmpty)
    // Whom one repaired oneself is no news.
    let mine = sweep.follow(still: [ClientNumber(5)], surely: [], mine: [ClientNumber(3)], on: today)
    #expect(mine.isEmpty)
    #expect(sweep.entry(of: ClientNumber(3))?.outcome == .repaired)
  }

  /// Whatever is done, interrupted and changed outside, each client of the list is in exactly one part of the tally, the
  /// turn is never given to whom something became of today, and the sweep comes to an end.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func anyOrderAccountsForEachExactlyOnce(seed: UInt64) {
    var random = Seeded(seed)
    var sweep = sweep(Int32.random(in: 1...25, using: &random))
    var day = today
    var members = Set(sweep.entries.map(\.client))
    for _ in 0..<200 {
      let client = sweep.current
      switch Int.random(in: 0..<12, using: &random) {
      case 0: if let client { sweep.put(.reached, of: client, on: day) }
      case 1: if let client { sweep.put(.tried, of: client, on: day) }
      case 2: if let client { sweep.put(.dated(day.adding(days: 4)), of: client, on: day) }
      case 3: if let client { sweep.put(.parked(until: day.adding(days: 5)), of: client, on: day) }
      case 4: if let client { sweep.put(.gone(.closed), of: client, on: day) }
      case 5: sweep.pass(on: day)
      case 6: sweep.goBack()
      case 7: _ = sweep.takeBack()
      case 8:
        // Another of the list rings.
        if let other = members.sorted().randomElement(using: &random) {
          sweep.put(.reached, of: other, on: day)
        }
      case 9:
        day = day.adding(days: 1)
        sweep.resume(on: day)
      case 10:
        let now = members.filter { _ in Int.random(in: 0..<8, using: &random) > 0 }
        let stranger = ClientNumber(Int32.random(in: 90...99, using: &random))
        let list = now.union([stranger])
        let news = sweep.follow(still: list, surely: list, on: day)
        for left in news.left { #expect(sweep.entry(of: left)?.outcome == .elsewhere) }
        sweep.add(news.arrived, on: day)
        members.insert(stranger)
      default: _ = sweep.beginRound(on: day)
      }
      let parts = SweepTally.Part.allCases.map { sweep.tally.count($0) }.reduce(0, +)
      #expect(parts == sweep.entries.count)
      #expect(Set(sweep.entries.map(\.client)).count == sweep.entries.count)
      #expect(members == Set(sweep.entries.map(\.client)))
      // Nobody is skipped: where the turn is nobody's, another round finds everybody who is open.
      var another = sweep
      let goesOn = another.beginRound(on: day)
      #expect(goesOn == !sweep.open(on: day).isEmpty)
    }
    // Whoever is left is called until nobody is.
    var calls: [ClientNumber: Int] = [:]
    for _ in 0..<400 where !sweep.isDone {
      sweep.resume(on: day)
      guard let client = sweep.current, sweep.entry(of: client)?.isOpen(on: day) == true else {
        day = day.adding(days: 1)
        continue
      }
      calls[client, default: 0] += 1
      sweep.put(.reached, of: client, on: day)
    }
    #expect(sweep.isDone)
    #expect(calls.values.allSatisfy { $0 == 1 })
    #expect(sweep.tally.count(.left) == 0)
  }

  @Test func aRegistrationSaysWhatBecameOfHer() {
    func outcome(_ kind: ContactKind, _ held: Day) -> SweepOutcome? {
      SweepOutcome(Registration(Contact(client: ClientNumber(1), kind: kind, held: held)), on: today)
    }
    #expect(outcome(.conversation, today) == .reached)
    #expect(outcome(.conversation, today.adding(days: 2)) == .dated(today.adding(days: 2)))
    #expect(outcome(.attempt, today) == .tried)
    // A message is not a contact.
    #expect(outcome(.messageOut, today) == nil)
    #expect(outcome(.messageIn, today) == nil)
  }
}
