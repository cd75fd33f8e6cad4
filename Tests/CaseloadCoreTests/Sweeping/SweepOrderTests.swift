import CaseloadCore
import Testing

/// One order for the sweep on the screen and for the sheet of the shell.
@Suite struct SweepOrderTests {
  private let today = Day(iso: "2026-11-20") ?? .earliest
  private var context: Context { Context(today: today, now: Moment(seconds: 0), actor: Actor(name: "A")) }

  /// Clients last seen so many days ago.
  private func population(_ ago: [Int32: Int?]) -> Population {
    var population = Population()
    for (number, days) in ago.sorted(by: { $0.key < $1.key }) {
      var summary = Summary(historySince: Day(iso: "2020-01-01"))
      summary.lastConversation = days.map { today.adding(days: -$0) }
      population.put(ClientFacts(number: ClientNumber(number), values: [:], summary: summary))
    }
    return population
  }

  private func order(_ filter: String, _ rows: [Int], _ population: Population) throws -> [Int32] {
    population.sweepOrder(rows, of: try FilterParser.parse(filter, worklists: Worklist.builtIn), context)
      .map { population.number(at: $0).number }
  }

  @Test(arguments: ["@forgotten", "@overdue", "@never-seen", "missing:cv @forgotten"])
  func ofPeopleOutOfSightThoseFirstWhoAreLongest(filter: String) throws {
    let population = population([1: 100, 2: 300, 3: nil, 4: 300, 5: 200])
    // Whatever the list is sorted by, and of two for as long the lower number; of whom nothing is known comes last.
    #expect(try order(filter, [4, 3, 2, 1, 0], population) == [2, 4, 5, 1, 3])
    #expect(try order(filter, [0, 1, 2, 3, 4], population) == [2, 4, 5, 1, 3])
  }

  @Test func ofWhoIsQuietThoseFirstToWhomNobodyWentForLongest() throws {
    var population = population([1: 10, 2: 10, 3: 200])
    for (number, days) in [(1, 150), (2, 400), (3, 200)] as [(Int32, Int)] {
      var summary = Summary(historySince: Day(iso: "2020-01-01"))
      summary.lastConversation = today.adding(days: number == 3 ? -200 : -10)
      summary.lastOurs = today.adding(days: -days)
      population.put(ClientFacts(number: ClientNumber(number), values: [:], summary: summary))
    }
    #expect(try order("@quiet", [0, 1, 2], population) == [2, 3, 1])
    #expect(try order("@forgotten", [0, 1, 2], population) == [3, 1, 2])
  }

  @Test(arguments: ["", "@no-cv", "missing:cv"])
  func anyOtherListIsAsItStands(filter: String) throws {
    let population = population([1: 100, 2: 300, 3: nil])
    #expect(try order(filter, [2, 0, 1], population) == [3, 1, 2])
  }
}
