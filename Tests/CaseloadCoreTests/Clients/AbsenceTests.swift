import Testing

@testable import CaseloadCore

/// Absences, the days on which what is due asks, and what of them is refused. 23 November 2026 is a Monday.
struct AbsenceTests {
  private func absence(
    _ colleague: String, _ first: String, _ last: String?, _ standIn: String = "", id: Int64 = 0
  ) -> Absence {
    Absence(id: id, colleague: colleague, first: day(first), last: last.map { day($0) }, standIn: standIn)
  }

  private func asks(_ calendar: AbsenceCalendar, _ due: String) -> String? {
    calendar.asks(day(due), for: "Vries")?.iso
  }

  @Test(
    "What is due while a colleague is away asks on the first working day after; the weekend belongs to it")
  func waits() {
    let calendar = AbsenceCalendar([absence("Vries", "2026-11-23", "2026-12-04")])
    #expect(asks(calendar, "2026-11-22") == "2026-11-22")
    for due in ["2026-11-23", "2026-11-28", "2026-12-04", "2026-12-05", "2026-12-06"] {
      #expect(asks(calendar, due) == "2026-12-07")
    }
    #expect(asks(calendar, "2026-12-07") == "2026-12-07")
    #expect(calendar.asks(day("2026-11-25"), for: "Bos") == day("2026-11-25"))
    #expect(calendar.held(day("2026-12-06"), for: "Vries") == day("2026-11-22"))
    #expect(calendar.held(day("2026-12-07"), for: "Vries") == nil)
  }

  @Test("Two absences with a weekend between are one stretch; one without an end never asks")
  func inARow() {
    let calendar = AbsenceCalendar([
      absence("Vries", "2026-11-23", "2026-11-27"), absence("Vries", "2026-11-30", nil, id: 2),
    ])
    #expect(asks(calendar, "2026-11-24") == nil)
    #expect(calendar.held(day("2027-06-01"), for: "Vries") == day("2026-11-22"))
  }

  @Test("With a stand-in nothing waits, but on the days on which she is away herself")
  func standIn() {
    let calendar = AbsenceCalendar([
      absence("Vries", "2026-11-23", "2026-12-04", "Bos"), absence("Bos", "2026-11-26", "2026-11-26", id: 2),
    ])
    #expect(asks(calendar, "2026-11-25") == "2026-11-25")
    #expect(asks(calendar, "2026-11-26") == "2026-11-27")
    #expect(calendar.colleagues(coveredBy: "Bos", on: day("2026-11-26")) == ["Vries"])
    #expect(calendar.colleagues(coveredBy: "Bos", on: day("2026-12-05")) == [])
  }

  @Test("Two due days never change places, and what asks today is what is due up to the last attended day")
  func property() {
    for seed in UInt64(1)...40 {
      let calendar = Clients.calendar(seed: seed)
      for coach in Clients.texts {
        var before = Day.earliest
        for step in -100...140 {
          let due = Clients.today.adding(days: step)
          let asks = calendar.asks(due, for: coach)
          #expect(asks.map { $0 >= due && $0 >= before } ?? true)
          before = asks ?? .latest
          for today in [0, 3, 6] {
            let today = Clients.today.adding(days: today)
            let limit = calendar.held(today, for: coach) ?? today
            #expect((asks ?? .latest) <= today && asks != nil || due > limit, "seed \(seed)")
            #expect(due <= limit ? (asks ?? .latest) <= today : true, "seed \(seed)")
          }
        }
      }
    }
  }

  @Test("Overlapping days, an end before the beginning and oneself as stand-in are refused")
  func refusals() {
    let one = absence("Vries", "2026-11-23", "2026-12-04", id: 1)
    func refusal(_ absence: Absence) -> Absence.Refusal? { absence.refusal(among: [one]) }
    #expect(refusal(absence("Vries", "2026-12-04", nil)) == .overlaps(one))
    #expect(refusal(absence("Vries", "2026-12-05", nil)) == nil)
    #expect(refusal(absence("Bos", "2026-12-04", nil)) == nil)
    #expect(refusal(absence("Vries", "2026-11-01", "2026-12-31", id: 1)) == nil)
    #expect(refusal(absence("Bos", "2026-12-04", "2026-12-03")) == .endsBefore)
    #expect(refusal(absence("Bos", "2026-12-04", nil, "Bos")) == .oneself)
    #expect(refusal(absence("", "2026-12-04", nil)) == .nobody)
  }

  @Test("Who is back on a day was away until the day before; days that have not begun are gone")
  func ending() {
    let one = absence("Vries", "2026-11-23", nil)
    #expect(one.ended(backOn: day("2026-11-25"))?.last == day("2026-11-24"))
    #expect(one.ended(backOn: day("2026-11-23")) == nil)
  }

  @Test("A failed attempt is tried again on a working day on which somebody is there")
  func tryAgain() {
    var context = Clients.context
    context.today = day("2026-11-20")
    let record = ClientRecord(
      number: ClientNumber(1), values: ["coach": .recorded(.text("Vries"), source: .register)])
    #expect(record.dayToTryAgain(after: context.today, context) == day("2026-11-23"))
    context.calendar = AbsenceCalendar([absence("Vries", "2026-11-23", "2026-12-04")])
    #expect(record.dayToTryAgain(after: context.today, context) == day("2026-12-07"))
    context.calendar = AbsenceCalendar([absence("Vries", "2026-11-23", "2026-12-04", "Bos")])
    #expect(record.dayToTryAgain(after: context.today, context) == day("2026-11-23"))
  }

  @Test(
    "A change of the calendar is seen by lists that were counted before, and by a client who changes after")
  func cached() {
    var facts = ClientFacts(number: ClientNumber(1))
    facts.values["coach"] = .recorded(.text("Vries"), source: .register)
    facts.summary.nextErrand = day("2026-11-24")
    facts.summary.openErrands = 1
    var population = Population()
    population.put(facts)
    var context = Clients.context
    context.today = day("2026-11-25")
    let links = FilterLinks(worklists: Worklist.builtIn)
    func count() -> Int { population.evaluate(.worklist("due-today"), context, links).yes.count }
    #expect(count() == 1)
    context.calendar = AbsenceCalendar([absence("Vries", "2026-11-23", "2026-12-04")])
    #expect(count() == 0)
    facts.summary.openErrands = 2
    population.put(facts)
    #expect(count() == 0)
    facts.values["coach"] = .recorded(.text("Bos"), source: .register)
    population.put(facts)
    #expect(count() == 1)
    #expect(population.evaluate(.worklist("standing-in"), context, links).yes.isEmpty)
  }
}
