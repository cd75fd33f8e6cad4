import CaseloadCore
import Testing

@Suite struct WeekAheadTests {
  private let monday = Day(iso: "2026-11-23") ?? .earliest

  private func context(_ absences: [Absence] = []) -> Context {
    Context(
      today: monday, now: Moment(seconds: 0), actor: Actor(name: "A. Akkerman"),
      calendar: AbsenceCalendar(absences))
  }

  private func facts(
    seen: String, weeks: Int = 4, appointment: Day? = nil, returns: Day? = nil, isClosed: Bool = false
  ) -> Contactability.Facts {
    Contactability.Facts(
      isClosed: isClosed, isPaused: returns != nil, returns: returns,
      lastSeen: LastSeen(
        known: Day(iso: seen), unconfirmed: nil, historySince: Day(iso: "2025-01-01"), start: nil,
        today: monday),
      frequency: weeks, appointment: appointment)
  }

  private func record(contacts: [Contact] = [], errands: [Errand] = []) -> ClientRecord {
    ClientRecord(
      number: ClientNumber(7),
      values: ["coach": .recorded(.text("A. Akkerman"), source: .register)],
      contacts: contacts, errands: errands)
  }

  private func lines(_ items: [WeekAhead.Item]) -> [String] {
    items.map { "\($0.group.rawValue) \($0.reason.rawValue) \($0.day?.iso ?? "-")" }
  }

  @Test func contactIsDueOnItsDay() {
    let week = WeekAhead(context())
    #expect(
      lines(week.items(record(), facts(seen: "2026-10-20"))) == ["due contact 2026-11-18"])
    #expect(
      lines(week.items(record(), facts(seen: "2026-10-28"))) == ["ahead contact 2026-11-26"])
    #expect(week.items(record(), facts(seen: "2026-11-02")).isEmpty)
    #expect(week.items(record(), facts(seen: "2026-10-20", isClosed: true)).isEmpty)
    let dated = facts(seen: "2026-10-20", appointment: Day(iso: "2026-12-04"))
    #expect(week.items(record(), dated).isEmpty)
  }

  @Test func outOfSightBySundayIsTheRuleOnSunday() {
    let week = WeekAhead(context())
    func day(_ seen: String) -> String? {
      week.items(record(), facts(seen: seen)).first { $0.group == .outOfSight }?.day?.iso
    }
    #expect(day("2026-08-27") == "2026-11-28")
    #expect(day("2026-08-28") == "2026-11-29")
    #expect(day("2026-08-29") == nil)
    #expect(day("2026-07-01") == "2026-10-02")
  }

  @Test func aMessageWaitsForWhoIsBack() {
    let message = Contact(client: ClientNumber(7), kind: .messageIn, held: monday, source: .coach)
    func week(_ last: Int) -> [String] {
      var context = context()
      context.calendar = AbsenceCalendar([
        Absence(colleague: "A. Akkerman", first: monday, last: monday.adding(days: last))
      ])
      return lines(WeekAhead(context).items(record(contacts: [message]), facts(seen: "2026-11-20")))
    }
    #expect(week(2) == ["waiting message 2026-11-23"])
    #expect(week(9) == [])
  }

  @Test func errandsAndMessagesStandWhereTheyBelong() {
    let number = ClientNumber(7)
    let errands = [
      Errand(client: number, text: "late", due: monday.adding(days: -3)),
      Errand(client: number, text: "soon", due: monday.adding(days: 2)),
      Errand(client: number, text: "later", due: monday.adding(days: 9)),
      Errand(client: number, text: "open"),
      Errand(client: number, text: "hers", waitingOn: .client),
      Errand(client: number, text: "done", due: monday, done: monday),
    ]
    let contacts = [
      Contact(client: number, kind: .appointment, held: monday, source: .coach),
      Contact(client: number, kind: .messageIn, held: monday.adding(days: -1), source: .coach),
    ]
    let items = WeekAhead(context()).items(
      record(contacts: contacts, errands: errands), facts(seen: "2026-11-20", appointment: monday))
    #expect(
      lines(items) == [
        "ahead appointment 2026-11-23", "due errand 2026-11-20", "ahead errand 2026-11-25",
        "waiting errand -", "waiting message 2026-11-22",
      ])
  }

  @Test func whatFallsInAnAbsenceStandsOnTheDayAfter() {
    let away = Absence(colleague: "A. Akkerman", first: monday, last: monday.adding(days: 2))
    let week = WeekAhead(context([away]))
    let errand = Errand(client: ClientNumber(7), text: "late", due: monday.adding(days: 1))
    let back = facts(seen: "2026-11-20", returns: monday)
    #expect(
      lines(week.items(record(errands: [errand]), back)) == [
        "ahead return 2026-11-26", "ahead errand 2026-11-26",
      ])
    #expect(
      lines(week.items(record(), facts(seen: "2026-10-26"))) == ["ahead contact 2026-11-26"])
  }
}
