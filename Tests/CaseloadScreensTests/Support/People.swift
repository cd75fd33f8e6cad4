import CaseloadCore
import Cells

@testable import CaseloadScreens

/// A small caseload that we invented: about twenty clients on 21 November 2026.
enum People {
  static let today = day("2026-11-21")
  static let context = Context(
    today: today, now: Moment(seconds: 1_795_219_200), actor: Actor(name: "J. de Vries"))

  static func day(_ iso: String) -> Day { Day(iso: iso) ?? .earliest }

  /// One client in short: what differs from nobody-asked.
  struct Person {
    var number: Int32
    var name: PersonName
    var born: String
    var gender: String
    var seen: String?
    var channel = Channel.phone
    var by = "J. de Vries"
    var next: String?
    var unconfirmed: String?
    var history: String? = "2024-01-01"
    var intake = "2024-05-01"
    var more: [FieldID: Content] = [:]
    var states: [FieldID: State] = [:]
  }

  static func facts(_ person: Person) -> ClientFacts {
    let catalogue = Catalogue.standard
    var values: [FieldID: Value] = [:]
    func set(_ id: FieldID, _ content: Content) {
      values[id] = .recorded(content, source: .register, day: day("2026-11-02"))
    }
    set("name", .name(person.name))
    if let born = Day(iso: person.born) { set("birth", .day(born)) }
    set("intake", .day(day(person.intake)))
    set("phone", .text("06-55501\(person.number)"))
    for (id, code) in [("gender", person.gender), ("status", "active"), ("track", "development")]
    where person.more[FieldID(id)] == nil {
      if let place = catalogue[FieldID(id)]?.place(of: code) {
        set(FieldID(id), .oneOf(ChoiceSet(place: place)))
      }
    }
    for (id, content) in person.more { set(id, content) }
    for (id, state) in person.states { values[id] = Value(state: state, source: .coach, day: today) }
    var summary = Summary(historySince: person.history.map { day($0) })
    summary.lastConversation = person.seen.map { day($0) }
    summary.lastOurs = summary.lastConversation
    summary.lastBy = person.seen == nil ? "" : person.by
    summary.lastChannel = person.channel
    summary.conversations = person.seen == nil ? 0 : 4
    summary.latestUnconfirmed = person.unconfirmed.map { day($0) }
    summary.appointments = [person.next].compactMap { $0 }.map { day($0) }
    return ClientFacts(number: ClientNumber(person.number), values: values, summary: summary)
  }

  /// A choice field's content by the codes.
  static func choice(_ id: FieldID, _ codes: String...) -> Content {
    let field = Catalogue.standard[id]
    var set: ChoiceSet = []
    for code in codes { field?.place(of: code).map { set.formUnion(ChoiceSet(place: $0)) } }
    if case .choices? = field?.kind { return .several(set, complete: true) }
    return .oneOf(set)
  }

  static var population: Population {
    var population = Population()
    for person in all { population.put(facts(person)) }
    return population
  }

  static func state(width: Int = 140, height: Int = 40, session: Session = Session()) -> ScreenState {
    ScreenState(
      population: population, context: context,
      scope: CaseloadOwner(coach: "J. de Vries", team: "team Noord 2"),
      size: ScreenState.Size(width: width, height: height), session: session)
  }

  /// The record of a client, as the store would read it.
  static func record(_ number: ClientNumber) -> ClientRecord {
    guard let person = all.first(where: { $0.number == number.number }) else {
      return ClientRecord(number: number)
    }
    let facts = facts(person)
    var contacts: [Contact] = []
    if let seen = person.seen {
      contacts.append(
        Contact(
          client: number, kind: .conversation, held: day(seen), channel: person.channel, initiative: .us,
          colleague: person.by,
          story: "Wants to work with people; afraid of the forklift exam.\nHeard: yes.",
          agreed: "visit the hall with Ruud"))
    }
    contacts.append(
      Contact(
        client: number, kind: .attempt, held: day("2026-06-30"), channel: .phone, initiative: .us,
        colleague: "A. Bos", story: "No answer."))
    return ClientRecord(
      number: number, values: facts.values, contacts: contacts,
      errands: number.number == 1
        ? [Errand(id: 7, client: number, text: "bus pass", due: day("2026-12-01"))] : [],
      summary: facts.summary,
      history: [
        HistoryLine(
          day: day("2026-11-02"), author: "A. Bos", what: "from the register: Phone: nothing → 06-555011"),
        HistoryLine(
          day: day("2026-10-30"), author: "A. Bos", what: "attempt of 30 Oct added", isUndone: true),
      ])
  }
}
