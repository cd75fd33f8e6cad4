import Testing

@testable import CaseloadCore

/// With how many clients somebody talked in the last weeks, by the step of the participation ladder they are on.
@Suite struct AttentionTests {
  private let context = Clients.context

  private func client(_ number: Int32, step: Int?, seen: Int?, status: Int? = nil, history: Bool = true)
    -> ClientFacts
  {
    var summary = Summary(historySince: history ? Day(iso: "2020-01-01") : nil)
    summary.lastConversation = seen.map { context.today.adding(days: 0 - $0) }
    var facts = ClientFacts(number: ClientNumber(number), summary: summary)
    facts.values["intake"] = .recorded(.day(day("2025-01-01")), source: .register)
    if let step { facts.values["ladder"] = .recorded(.oneOf(ChoiceSet(place: step)), source: .register) }
    if let status { facts.values["status"] = .recorded(.oneOf(ChoiceSet(place: status)), source: .register) }
    return facts
  }

  @Test func eachClientCountsOnceAndUnknownIsNeitherYesNorNo() throws {
    let closed = try #require(Catalogue.standard["status"]?.place(of: "closed"))
    var population = Population()
    for facts in [
      client(1, step: 0, seen: 28), client(2, step: 0, seen: 29),
      client(3, step: 0, seen: nil, history: false),
      client(4, step: 4, seen: 0), client(5, step: nil, seen: 3), client(6, step: 4, seen: 0, status: closed),
    ] { population.put(facts) }
    let attention = population.attention(to: population.alive, context)
    #expect(attention.first == context.today.adding(days: -28))
    #expect(attention.lines.map(\.choice) == [0, 4, nil])
    #expect(attention.lines.map(\.clients) == [3, 1, 1])
    #expect(attention.lines.map(\.talked) == [1, 1, 1])
    #expect(attention.lines.map(\.unknown) == [1, 0, 0])
  }
}
