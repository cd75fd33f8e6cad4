import CaseloadCore

/// What stands in a client's fields, in keeping with her life.
struct InventedFields {
  let life: Life
  let place: Int
  let today: Day
  let teams: InventedTeams
  let language: Language
  /// The choices of the field `sector`, for their names.
  let sectors: [Choice]

  /// The content of a field; nil where it does not concern her, so that it stays empty.
  func content(_ field: Field, _ draw: inout Draw) -> Content? {
    switch field.group {
    case .identity: identity(field, &draw)
    case .service: service(field, &draw)
    case .person: person(field, &draw)
    case .work: work(field, &draw)
    case .health, .monitoring: other(field, &draw)
    }
  }

  private func identity(_ field: Field, _ draw: inout Draw) -> Content? {
    switch field.id {
    case "name": return .name(life.culture.name(isWoman: life.isWoman, &draw))
    case "birth":
      // Now and then only the year is known, as of people without papers.
      guard draw.below(1_000) < 8, let first = Day(year: life.birth.parts.year, month: 1, day: 1) else {
        return .day(life.birth)
      }
      return .days(first...first.adding(months: 12).adding(days: -1))
    // Numbers that begin with 06-0, and the domain example.org, are nobody's.
    case "phone": return .text("06-0" + String(1_000_000 + draw.below(9_000_000)))
    case "email": return .text("client\(place + 1)@example.org")
    case "address": return .text(draw.one(Self.streets) + " \(1 + draw.low(0...180)), Waterstad")
    case "postcode":
      return .text("\(1_000 + draw.below(10)) " + draw.one(Self.letters) + draw.one(Self.letters))
    case "district": return .text(draw.one(Self.districts))
    case "interpreter": return yesNo(field, life.speaks < 2 ? 80 : 3, &draw)
    case "secret": return yesNo(field, 1, &draw)
    case "representative":
      return draw.percent(6) ? .text(say(Phrase("demo.administrator", "administrator"))) : nil
    default: return choice(field, &draw)
    }
  }

  private func service(_ field: Field, _ draw: inout Draw) -> Content? {
    let coach = teams.coach(of: place)
    switch field.id {
    case "team": return .text(teams.team(ofCoach: coach))
    case "coach": return .text(teams.name(ofCoach: coach))
    case "assigned": return .day(life.assigned)
    case "intake": return .day(life.intake)
    case "benefit": return .day(life.benefit)
    case "status": return .oneOf(ChoiceSet(place: life.status.rawValue))
    case "since":
      let days = max(1, today.days(since: life.intake))
      return .day(life.status == .active ? life.intake : today.adding(days: -draw.low(1...min(days, 300))))
    case "reason":
      guard life.status != .active else { return nil }
      return .text(say(Self.reasons[life.status.rawValue - 1]))
    case "return":
      guard life.status == .paused, draw.percent(90) else { return nil }
      return .day(today.adding(days: draw.within(-20...85)))
    case "track": return code(field, life.track.rawValue)
    case "ladder":
      let weights =
        switch life.track {
        case .work: [1, 4, 18, 36, 28, 13]
        case .development: [4, 18, 42, 28, 7, 1]
        case .participation: [14, 34, 36, 14, 2, 0]
        case .care: [38, 38, 20, 4, 0, 0]
        }
      return .oneOf(ChoiceSet(place: draw.weighed(weights)))
    case "exemption":
      return draw.percent(life.track == .care ? 34 : 4)
        ? .day(today.adding(days: draw.within(-15...500))) : nil
    case "job-ready": return yesNo(field, life.track == .work ? 58 : 16, &draw)
    case "frequency": return .exactly([2, 4, 6, 8, 12][draw.weighed([4, 22, 30, 28, 16])])
    default: return nil
    }
  }

  private func person(_ field: Field, _ draw: inout Draw) -> Content? {
    switch field.id {
    case "gender": return code(field, life.isOther ? "other" : life.isWoman ? "woman" : "man")
    case "marital":
      return code(
        field, life.hasPartner ? draw.one(["married", "married", "single", "partnership"]) : single(&draw))
    case "household":
      return code(
        field,
        draw.percent(3)
          ? "other"
          : life.children > 0
            ? (life.hasPartner ? "couple-children" : "single-parent") : life.hasPartner ? "couple" : "single")
    case "cares": return yesNo(field, life.children > 0 ? 91 : 2, &draw)
    case "children": return .exactly(life.children)
    case "care-days":
      guard life.children > 0, draw.percent(38) else { return nil }
      return draw.percent(40)
        ? set(field, ["sat", "sun"])
        : set(field, ["mon", "tue", "wed", "thu", "fri"].filter { _ in draw.percent(55) })
    case "youngest": return life.youngest.map { .day($0) }
    case "language":
      let spoken =
        draw.percent(life.culture.learnsDutch ? 96 : 70) ? life.culture.language : Culture.all[0].language
      return .text(say(spoken))
    case "speaks": return .oneOf(ChoiceSet(place: life.speaks))
    case "writes": return .oneOf(ChoiceSet(place: max(0, life.speaks - (draw.percent(45) ? 1 : 0))))
    default: return choice(field, &draw)
    }
  }

  private func single(_ draw: inout Draw) -> String {
    life.age < 27
      ? "single" : draw.one(["single", "single", "divorced", life.age > 55 ? "widowed" : "divorced"])
  }

  private func other(_ field: Field, _ draw: inout Draw) -> Content? {
    switch field.id {
    case "physical": return yesNo(field, life.age > 45 ? 44 : 22, &draw)
    case "mental": return yesNo(field, life.track == .care ? 66 : 27, &draw)
    case "support":
      return draw.percent(55)
        ? set(field, ["none"]) : set(field, [draw.one(["adaptation", "guidance", "variation"])])
    case "cv":
      return .day(today.adding(days: -draw.low(1...min(700, max(2, today.days(since: life.intake))))))
    case "cv-place": return .text(say(Phrase("demo.cv-place", "shared folder, CVs")))
    case "consent": return yesNo(field, 70, &draw)
    case "plan": return .day(planned)
    case "plan-review": return .day(planned.adding(days: 120 + draw.below(260)))
    case "workshops": return .words([say(draw.one(Self.workshops))], complete: false)
    case "debts": return yesNo(field, 41, &draw)
    default: return nil
    }
  }

  /// The plan's day: some weeks after intake, or renewed since.
  private var planned: Day {
    var draw = Draw(UInt64(bitPattern: Int64(life.birth.number)), place, 7)
    let days = max(1, today.days(since: life.intake))
    return today.adding(days: -draw.low(0...min(days, 520)))
  }

  func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

  /// Yes, in so many of a hundred.
  func yesNo(_ field: Field, _ count: Int, _ draw: inout Draw) -> Content? {
    code(field, draw.percent(count) ? "yes" : "no")
  }

  func code(_ field: Field, _ code: String) -> Content? {
    field.place(of: code).map { .oneOf(ChoiceSet(place: $0)) }
  }

  /// Several choices; nil where none is given.
  func set(_ field: Field, _ codes: [String]) -> Content? {
    var set = ChoiceSet()
    for code in codes { if let place = field.place(of: code) { set.insert(ChoiceSet(place: place)) } }
    return set == ChoiceSet() ? nil : .several(set, complete: true)
  }

  private func choice(_ field: Field, _ draw: inout Draw) -> Content? {
    guard case .choice(let choices, _) = field.kind else { return nil }
    return .oneOf(ChoiceSet(place: draw.below(choices.count)))
  }

  private static let letters = "ABCDEGHJKLMNPRSTVWXZ".map(String.init)
  private static let districts = [
    "Noord", "Centrum", "Zuidwijk", "Westpolder", "Oosterhaven", "Molenkwartier", "De Kade", "Rietlanden",
    "Stationsbuurt",
  ]
  private static let streets = [
    "Kadeweg", "Lindehof", "Molenpad", "Sluisstraat", "Touwslagersgang", "Turfmarkt", "Vlietkant",
    "Esdoornlaan",
    "Ankerplein", "Rietveldlaan", "Zeilmakershof", "Havendijk",
  ]
  /// Why paused, working, closed.
  private static let reasons = [
    Phrase("demo.reason.paused", "ill for a while"),
    Phrase("demo.reason.working", "placed, guided for half a year"),
    Phrase("demo.reason.closed", "moved to another town"),
  ]
  private static let workshops = [
    Phrase("demo.workshop.apply", "Applying for jobs"), Phrase("demo.workshop.computer", "Computer basics"),
    Phrase("demo.workshop.dutch", "Dutch at work"), Phrase("demo.workshop.strength", "What am I good at"),
  ]
}
