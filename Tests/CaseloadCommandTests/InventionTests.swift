import CaseloadCore
import Testing

@testable import CaseloadCommand

@Suite("The invented department")
struct InventionTests {
  private static let invention = Invention(seed: 7)
  private static let count = 3_000
  private static let clients = (0..<count).map { invention.client($0) }
  private static let contacts = (0..<count).map { invention.contacts(of: $0) }

  @Test("the same seed and day give the same clients and contacts, another seed others")
  func seeds() {
    let again = Invention(seed: 7)
    let other = Invention(seed: 8)
    var same = 0
    for place in 0..<200 {
      #expect(again.client(place) == Self.clients[place])
      #expect(again.contacts(of: place) == Self.contacts[place])
      if other.client(place) == Self.clients[place] { same += 1 }
    }
    #expect(same == 0)
  }

  @Test("about one in six is forgotten, and of few that is unknown")
  func forgotten() throws {
    var population = Population(catalogue: Self.invention.catalogue)
    for client in Self.clients where client.values["status"]?.content != .oneOf(ChoiceSet(place: 3)) {
      population.put(client)
    }
    let context = Context(
      today: Self.invention.today.adding(days: 1), now: Moment(seconds: 0), actor: Actor(name: "coach"))
    let outcome = population.evaluate(try FilterParser.parse("@forgotten"), context)
    let share = Double(outcome.yes.count) / Double(population.count)
    #expect((0.15...0.20).contains(share), "\(share)")
    #expect((0.01...0.10).contains(Double(outcome.unknown.count) / Double(population.count)))
    let overdue = population.evaluate(try FilterParser.parse("@overdue"), context).yes.count
    #expect(overdue > outcome.yes.count / 2 && overdue < population.count / 2)
  }

  @Test("every value can be kept, and every state and texts nobody understands occur")
  func values() {
    var states: [State: Int] = [:]
    var raws = 0
    for client in Self.clients {
      for (id, value) in client.values {
        states[value.state, default: 0] += 1
        if value.raw != nil { raws += 1 }
        guard let content = value.content, let field = Self.invention.catalogue[id] else { continue }
        #expect(ContentText.text(content, kind: field.kind) != nil, "\(id.text)")
      }
    }
    for state in State.allCases { #expect(states[state, default: 0] > 20, "\(state)") }
    #expect(raws > 50)
  }

  @Test("a field is filled for some and empty for others, as far as it concerns people at all")
  func gaps() {
    for field in Self.invention.catalogue.fields where Self.invention.fields.contains(field.id) {
      let there = Self.clients.filter { $0.values[field.id]?.content != nil }.count
      #expect(there > 0, "\(field.id.text)")
      if !["name", "team", "coach", "status"].contains(field.id.text) {
        #expect(there < Self.count, "\(field.id.text)")
      }
    }
  }

  @Test("what depends on each other agrees")
  func agreement() {
    func code(_ client: ClientFacts, _ id: FieldID) -> String? {
      guard case .oneOf(let set)? = client.values[id]?.content, let place = set.places.first else {
        return nil
      }
      return Self.invention.catalogue[id]?.choices[place].code
    }
    for client in Self.clients {
      if case .number(let children)? = client.values["children"]?.content {
        if code(client, "household") == "single-parent" { #expect(children.lowerBound > 0) }
        if children.upperBound == 0 { #expect(client.values["youngest"]?.content == nil) }
      }
      if case .days(let birth)? = client.values["birth"]?.content {
        #expect((17...66).contains(Self.invention.today.years(since: birth.upperBound)))
        if case .days(let young)? = client.values["youngest"]?.content {
          #expect(young.lowerBound > birth.upperBound)
        }
      }
      if case .days(let benefit)? = client.values["benefit"]?.content,
        case .days(let intake)? = client.values["intake"]?.content
      {
        #expect(benefit.lowerBound <= intake.lowerBound && intake.upperBound <= Self.invention.today)
      }
    }
  }

  @Test("names sound of many languages, with prefixes, and few are alike")
  func names() {
    let names = Self.clients.compactMap { client -> PersonName? in
      if case .name(let name)? = client.values["name"]?.content { name } else { nil }
    }
    #expect(Set(names).count > names.count * 8 / 10)
    for prefix in ["van den", "de", "el", "van 't"] {
      #expect(names.contains { $0.prefix == prefix }, "\(prefix)")
    }
    for sign: Character in ["ç", "ł", "đ", "Ş", "ć"] {
      #expect(names.contains { $0.listed.contains(sign) || $0.listed.contains(sign.uppercased()) }, "\(sign)")
    }
    let languages = Set(Self.clients.compactMap { $0.values["language"]?.content })
    #expect(languages.count == Culture.all.count)
  }

  @Test("contacts of every kind, told, on weekdays, none before the history or after the day drawn")
  func contactsOfEveryKind() {
    let all = Self.contacts.flatMap { $0 }
    for kind in ContactKind.allCases { #expect(all.contains { $0.kind == kind }, "\(kind)") }
    for contact in all {
      let day = contact.held ?? contact.logged ?? .earliest
      #expect(day >= Self.invention.since)
      // What was written down late may have been written down on a Saturday.
      #expect(contact.held.map { $0.weekday < 6 } ?? true)
      #expect(contact.kind == .appointment ? day > Self.invention.today : day <= Self.invention.today)
      #expect(contact.kind == .appointment || !contact.story.isEmpty)
      #expect(!contact.story.contains("{") && !contact.agreed.contains("{"))
      #expect(!contact.colleague.isEmpty)
    }
    let talks = all.filter { $0.kind == .conversation }
    #expect(talks.filter { !$0.agreed.isEmpty }.count > talks.count / 2)
    #expect(Set(talks.map(\.story)).count > 200)
    #expect(all.contains { $0.kind == .messageIn && $0.answered == nil })
    #expect(all.contains { $0.kind == .unconfirmed && $0.held == nil })
  }

  @Test("a client's summary is what her contacts and errands come to")
  func summaries() {
    for place in 0..<500 {
      let summary = Summary(
        contacts: Self.contacts[place], errands: Self.invention.errands(of: place),
        historySince: Self.invention.since)
      #expect(Self.clients[place].summary == summary)
    }
  }

  @Test("coaches have names of their own, and caseloads from 80 to 150")
  func coaches() {
    let teams = InventedTeams(seed: 7)
    #expect(teams.coaches(of: 30_000) == 250)
    #expect(teams.teams(of: 30_000) == 25)
    #expect(teams.coaches(of: 1) == 1)
    #expect(Set((0..<1_200).map { teams.name(ofCoach: $0) }).count == 1_200)
    let sizes = Dictionary(grouping: 0..<12_000) { teams.coach(of: $0) }.mapValues(\.count)
    #expect(sizes.values.allSatisfy { (80...150).contains($0) })
  }

  @Test("in Dutch its words are Dutch, and its people the same")
  func dutch() {
    let dutch = Invention(seed: 7, language: .dutch)
    let stories = (0..<300).flatMap { dutch.contacts(of: $0).map(\.story) }
    #expect(stories.contains { $0.contains("Geen gehoor") })
    #expect(!stories.contains { $0.contains("No answer") })
    for place in 0..<100 { #expect(dutch.client(place).values["name"] == Self.clients[place].values["name"]) }
  }
}
