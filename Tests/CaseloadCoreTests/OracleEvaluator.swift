import CaseloadCore

/// The naive evaluator: one client at a time, written from product.md alone, by listing what each value may be
/// and trying each. It shares with the program only the declared types, the catalogue's relations, calendar days
/// and folding.
struct Oracle {
  var client: ClientFacts
  var today = Clients.today
  var settings = Settings()
  var worklists = Filters.worklists
  var notes: [String: Set<ClientNumber>] = [:]
  var tags: [String: Set<ClientNumber>] = [:]
  /// Who is away when.
  var absences: [Absence] = []
  /// Turns the oracle wrong on purpose: unknown becomes no. The comparison has to notice.
  var isWrong = false

  func truth(_ filter: Filter) -> Truth {
    switch filter {
    case .all: .yes
    case .and(let parts): parts.map(truth).min { $0.rawValue < $1.rawValue } ?? .yes
    case .or(let parts): parts.map(truth).max { $0.rawValue < $1.rawValue } ?? .no
    case .not(let inner): truth(inner) == .yes ? .no : truth(inner) == .no ? .yes : .unknown
    case .word(let text): word(text)
    case .tag(let text):
      tags.contains { $0.value.contains(client.number) && $0.key.hasPrefix(Folding.fold(text)) } ? .yes : .no
    case .note(let text): notes[text].map { $0.contains(client.number) ? .yes : .no } ?? .unknown
    case .worklist(let name): worklist(name)
    case .state(let state, let field): self.state(state, field) ? .yes : .no
    case .test(let field, let test):
      { truth in isWrong && truth == .unknown ? .no : truth }(self.test(field, test))
    }
  }

  func value(_ field: FieldID) -> Value { client.values[field] ?? .empty }

  /// What is recorded and understood.
  func content(_ field: FieldID) -> Content? {
    let value = value(field)
    return value.state == .recorded && value.raw == nil ? value.content : nil
  }

  /// Yes if all pass, no if none does.
  static func all(_ possibilities: [Bool]) -> Truth {
    if possibilities.isEmpty { return .unknown }
    return possibilities.allSatisfy { $0 } ? .yes : possibilities.contains(true) ? .unknown : .no
  }

  private func word(_ text: String) -> Truth {
    if Int32(text) == client.number.number { return .yes }
    return test("name", .texts([text]))
  }

  static func holds(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Folding.bytes(text), Folding.bytes(part))
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { Array(text[$0..<($0 + part.count)]) == part }
  }

  // MARK: Values

  func test(_ id: FieldID, _ test: FieldTest) -> Truth {
    guard let field = Catalogue.standard[id] else { return .unknown }
    switch test {
    case .never: return never
    case .days(let tests): return days(field, tests)
    case .numbers(let ranges): return numbers(field, ranges)
    case .choices(let tests): return choices(field, tests)
    case .texts(let texts): return text(field) { item in texts.contains { Self.holds(item, $0) } }
    case .exactly(let texts):
      return text(field) { item in texts.contains { Folding.fold($0) == Folding.fold(item) } }
    case .experience(let test): return experience(test)
    }
  }

  private func text(_ field: Field, _ passes: (String) -> Bool) -> Truth {
    if field.id == "seen-channel" {
      guard client.summary.lastConversation != nil, client.summary.lastChannel != .unknown else {
        return .unknown
      }
      return passes(client.summary.lastChannel.rawValue) ? .yes : .no
    }
    switch content(field.id) {
    case .text(let text): return passes(text) ? .yes : .no
    case .name(let name): return passes(name.listed) || passes(name.spoken) ? .yes : .no
    case .words(let words, let complete):
      return words.contains(where: passes) ? .yes : complete ? .no : .unknown
    default: return .unknown
    }
  }

  private func numbers(_ field: Field, _ ranges: [ClosedRange<Int>]) -> Truth {
    func passes(_ number: Int) -> Bool { ranges.contains { $0.contains(number) } }
    switch field.id {
    case "number": return passes(Int(client.number.number)) ? .yes : .no
    case "errands": return passes(client.summary.openErrands) ? .yes : .no
    case "gaps": return passes(missing.count) ? .yes : .no
    case "age":
      guard case .days(let births)? = content("birth") else { return .unknown }
      return Self.all(each(births).map { passes(today.years(since: $0)) })
    default:
      switch content(field.id) {
      case .number(let range): return Self.all(range.map(passes))
      case .span(let range): return range.contains(where: passes) ? .yes : .no
      default: return .unknown
      }
    }
  }

  private func each(_ days: ClosedRange<Day>) -> [Day] {
    (days.lowerBound.number...days.upperBound.number).map { Day(number: $0) }
  }

  private func choices(_ field: Field, _ tests: [ChoiceTest]) -> Truth {
    let codes = field.choices.map(\.code)
    /// Whether the choice at a place is the same as or above another.
    func isAtLeast(_ place: Int, _ other: Int) -> Bool {
      guard case .choice(_, let order) = field.kind else { return place == other }
      if place == other { return true }
      switch order {
      case .none: return false
      case .listed: return place > other
      case .partial(let below): return below[place].contains(place: other)
      }
    }
    func passes(_ place: Int) -> Bool {
      tests.contains { test in
        func at(_ code: String) -> Int { codes.firstIndex(of: code) ?? -1 }
        switch test {
        case .one(let code): return place == at(code)
        case .from(let code): return isAtLeast(place, at(code))
        case .above(let code): return isAtLeast(place, at(code)) && place != at(code)
        case .upTo(let code): return isAtLeast(at(code), place)
        case .below(let code): return isAtLeast(at(code), place) && place != at(code)
        case .between(let low, let high): return isAtLeast(place, at(low)) && isAtLeast(at(high), place)
        }
      }
    }
    var recorded = content(field.id)
    if field.id == "waiting" {
      let waits = client.summary.waitingOn.map(\.rawValue)
      let places = (waits.isEmpty ? ["none"] : waits).compactMap { codes.firstIndex(of: $0) }
      recorded = .several(ChoiceSet(places.map { ChoiceSet(place: $0) }), complete: true)
    }
    switch (recorded, field.kind) {
    case (.oneOf(let set), _): return Self.all(set.places.map(passes))
    case (.several(let set, let complete), .choices(let choices, let implies)):
      // The worlds that may be: what is held, with what it gives; and, where the list is not closed, any
      // one choice more.
      let nothing = choices.indices.filter { choices[$0].isNone }
      func world(_ held: [Int]) -> Bool {
        let closed = Set(held + held.flatMap { implies[$0].places })
        let holdsNothing = closed.subtracting(nothing).isEmpty
        return closed.contains(where: passes) || (holdsNothing && nothing.contains(where: passes))
      }
      if complete || set.places.contains(where: nothing.contains) { return world(set.places) ? .yes : .no }
      let more = choices.indices.filter { !nothing.contains($0) }.map { set.places + [$0] }
      return Self.all(([set.places] + more).map(world))
    default: return .unknown
    }
  }

  private func experience(_ test: ExperienceTest) -> Truth {
    guard case .experience(let stretches, let complete)? = content("experience") else { return .unknown }
    let truths = stretches.map { stretch -> Truth in
      var truth = Truth.yes
      if !test.words.isEmpty {
        truth =
          stretch.occupation.isEmpty
          ? .unknown : test.words.allSatisfy { Self.holds(stretch.occupation, $0) } ? .yes : .no
      }
      if !test.sectors.isEmpty {
        truth = truth && (stretch.sector.map { test.sectors.contains($0) ? .yes : .no } ?? .unknown)
      }
      for length in test.lengths { truth = truth && self.length(stretch, length) }
      return truth
    }
    if truths.contains(.yes) { return .yes }
    return truths.contains(.unknown) || !complete ? .unknown : .no
  }

  private func length(_ stretch: Experience, _ test: ExperienceTest.Length) -> Truth {
    let after: Day
    let start: Day
    if let from = stretch.from, let to = stretch.ongoing ? today : stretch.to {
      (start, after) = (from, to.adding(days: 1))
    } else if let months = stretch.months, let first = Day(year: 2001, month: 1, day: 1) {
      (start, after) = (first, first.adding(months: months))
    } else {
      return .unknown
    }
    return compare(after, test.comparison, start.adding(test.period)) ? .yes : .no
  }

  private func compare<Item: Comparable>(_ left: Item, _ comparison: Comparison, _ right: Item) -> Bool {
    switch comparison {
    case .less: left < right
    case .lessOrEqual: left < right || left == right
    case .equal: left == right
    case .greaterOrEqual: left > right || left == right
    case .greater: left > right
    }
  }
}
