import CaseloadCommand
import CaseloadCore
import CaseloadScreens
import Cells

/// A key to a rendered frame of 140x40, over clients in memory.
struct ScreenBench {
  /// Terms as they are typed; each key that changes what is filtered is measured.
  private static let typed = "seen>3m missing:cv age:27..35 licence:B"

  private let count: Int
  private let context: Context
  private let facets: [FieldID]
  private var state: ScreenState

  init(_ population: Population) {
    count = population.count
    context = Context(today: Invention.today, now: Moment(seconds: 0), actor: Actor(name: Invention.coach))
    facets = population.catalogue.fields.filter { $0.uses.contains(.facet) }.map(\.id)
    state = ScreenState(population: population, context: context, scope: CaseloadOwner(team: "Team 1"))
    keep(update(&state, .resize(width: 140, height: 40)))
    keep(render(state))
  }

  mutating func run() {
    Table.time(
      "typed filter key to frame: filter, facets, counts, list", count, filterKeys(),
      aim: aim("1.5", "2", "16"))
    Table.time(
      "filter of two terms and all \(facets.count) facets, nothing painted", count, filterAndFacets(),
      aim: aim("", "0.2", "6"))
    Table.time("cursor key to frame, everybody listed", count, cursorKeys(), aim: aim("0.8", "0.8", "0.8"))
    type("seen>3m missing:cv")
    press(.enter)
    Table.time("cursor key to frame, two terms in force", count, cursorKeys(), aim: aim("0.8", "0.8", "0.8"))
    Table.time("one client changed in place to frame", count, changes(), aim: aim("10", "10", "12"))
  }

  private func aim(_ small: String, _ city: String, _ country: String) -> String {
    count <= 1_000 ? small : count <= 100_000 ? city : country
  }

  private mutating func press(_ key: Key) { keep(update(&state, .key(key))) }

  private mutating func type(_ text: String) {
    press(.character("/"))
    for scalar in text.unicodeScalars { press(.character(scalar)) }
  }

  private mutating func filterKeys() -> Timing {
    var times: [Double] = []
    while times.count < 40 {
      press(.character("/"))
      for scalar in Self.typed.unicodeScalars {
        let before = state.filter
        let start = Timing.now()
        press(.character(scalar))
        keep(render(state))
        let time = Timing.now() - start
        if state.filter != before { times.append(time) }
      }
      press(.escape)
    }
    return Timing(times)
  }

  private func filterAndFacets() -> Timing {
    // Two lists by turns, for bars of a list that was counted just now are not counted again.
    let filters = ["seen>3m missing:cv", "seen>2m missing:cv"].compactMap { try? FilterParser.parse($0) }
    guard filters.count == 2 else { return Timing([]) }
    let population = state.population
    var round = 0
    return Timing.of(40) {
      round += 1
      let outcome = population.evaluate(filters[round % 2], context)
      for field in facets { keep(population.facet(field, of: outcome.yes, context)) }
    }
  }

  private mutating func cursorKeys() -> Timing {
    press(.home)
    return Timing.of(50) {
      press(.character("j"))
      keep(render(state))
    }
  }

  private mutating func changes() -> Timing {
    let invention = Invention.measured
    var round = 0
    var client = invention.client(0)
    return Timing.of {
      round += 1
      client = invention.client(min(count - 1, round * 7))
      client.values["cv"] = .recorded(.day(Invention.today.adding(days: -round)), source: .coach)
    } _: {
      keep(update(&state, .changed([client], removed: [])))
      keep(render(state))
    }
  }
}
