import CaseloadCore

/// An invented department: as many clients as wanted, always the same ones for a seed and a day, with the names,
/// gaps, stories and contacts of a real one. The one generator of demonstrations and of the benchmark. Nobody in
/// it exists.
package struct Invention: Sendable {
  /// The day on which everything is measured.
  package static let today = Day(year: 2026, month: 11, day: 21) ?? .latest

  /// The 36 fields that a register's export fills, for the benchmark's table.
  package static let registerFields: [FieldID] = [
    "name", "birth", "phone", "postcode", "district", "team", "coach", "assigned", "intake", "benefit",
    "status", "track", "ladder", "frequency", "gender", "household", "children", "language", "speaks",
    "writes", "education", "experience", "licence", "transport", "hours", "irregular", "travel", "heavy",
    "skills", "wants", "sector", "job-ready", "cv", "plan", "physical", "return",
  ]

  package let catalogue = Catalogue.standard
  /// The day drawn: everything up to it has happened.
  package let today: Day
  /// The day from which all contacts are known.
  package var since: Day { today.adding(months: -13) }
  /// The fields that are filled.
  package let fields: [FieldID]
  let teams: InventedTeams
  private let seed: UInt64
  private let language: Language
  private let topics: [(field: Field, topic: UInt64)]
  private let sectors: [Choice]

  package init(
    seed: UInt64 = 20_261_121, today: Day = Invention.today, language: Language = .english,
    fields: [FieldID]? = nil
  ) {
    self.seed = seed
    self.today = today
    self.language = language
    self.fields = fields ?? catalogue.fields.filter { $0.owner != .derived && $0.id != "offers" }.map(\.id)
    teams = InventedTeams(seed: seed)
    topics = self.fields.compactMap { [catalogue] id in
      catalogue[id].map { ($0, Draw.topic(id.text)) }
    }
    sectors = catalogue["sector"]?.choices ?? []
  }

  /// The client of a place, counted from 0, with what her contacts come to; her number is one more.
  package func client(_ place: Int) -> ClientFacts {
    let life = Life(seed: seed, place: place, today: today)
    let summary = Summary(
      contacts: encounters(life, place, language: nil), errands: errands(of: place), historySince: since)
    return ClientFacts(
      number: ClientNumber(Int32(clamping: place + 1)), values: values(life, place), summary: summary)
  }

  /// What a register says of her.
  package func values(of place: Int) -> [FieldID: Value] {
    values(Life(seed: seed, place: place, today: today), place)
  }

  private func values(_ life: Life, _ place: Int) -> [FieldID: Value] {
    let invented = InventedFields(
      life: life, place: place, today: today, teams: teams, language: language, sectors: sectors)
    var values: [FieldID: Value] = [:]
    values.reserveCapacity(topics.count)
    for (field, topic) in topics {
      var draw = Draw(seed, place, topic)
      values[field.id] =
        Gaps.gap(field, &draw)
        ?? invented.content(field, &draw).map { content in
          .recorded(content, source: field.owner == .coach ? .coach : .register, day: today)
        }
    }
    // Who has no plan has no day to look at it again, and who has no licence none on which it ends.
    if values["plan"]?.content == nil { values["plan-review"] = nil }
    if !holdsLicence(values["licence"]) {
      values["licence-until"] = nil
      values["licence-foreign"] = nil
    }
    return values
  }

  private func holdsLicence(_ value: Value?) -> Bool {
    guard case .several(let set, _)? = value?.content, let choices = catalogue["licence"]?.choices else {
      return false
    }
    return set.places.contains { !choices[$0].isNone }
  }

  /// Her contacts since `since`, oldest first, with what was said.
  package func contacts(of place: Int) -> [Contact] {
    encounters(Life(seed: seed, place: place, today: today), place, language: language)
  }

  private func encounters(_ life: Life, _ place: Int, language: Language?) -> [Contact] {
    Encounters(
      life, place: place, seed: seed, today: today, since: since, teams: teams, language: language
    ).contacts
  }

  /// What is to be done for her or by her; one client in six has something.
  package func errands(of place: Int) -> [Errand] {
    var draw = Draw(seed, place, 3)
    guard draw.percent(16) else { return [] }
    return [
      Errand(
        client: ClientNumber(Int32(clamping: place + 1)), text: draw.one(Stories.errands).text(in: language),
        due: today.adding(days: draw.within(-12...30)), waitingOn: draw.percent(60) ? .us : .client)
    ]
  }

  /// A population of the first clients.
  package func population(_ count: Int) -> Population {
    var population = Population(catalogue: catalogue)
    population.reserve(count)
    for place in 0..<count { population.put(client(place)) }
    return population
  }

  /// The name of the coach who has the client of a place.
  package func coach(of place: Int) -> String { teams.name(ofCoach: teams.coach(of: place)) }
}
