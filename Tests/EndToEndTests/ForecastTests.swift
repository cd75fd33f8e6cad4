import Foundation
import Testing

/// Looking ahead, with the real binary on a demonstration store.
@Suite("caseload forecast and caseload week")
struct ForecastCommandTests {
  private static let day = "2026-11-23"

  private func run(_ room: Room, _ words: String...) throws -> Shell.Output {
    try room.onStore(words + ["--today", Self.day])
  }

  @Test("the forecast has its weeks, its names, its denominators, and the what-if beside them")
  func forecast() throws {
    let room = try Room()
    try room.takeDemo()
    let plain = try run(room, "forecast", "--conversations", "3", "--weeks", "8")
    #expect(plain.status == 0, "\(plain.errors)")
    #expect(plain.text.contains("3 conversations a week, as asked"))
    #expect(plain.text.contains("not seen for more than 3 months"))
    let rows = try Answers(
      run(room, "forecast", "--conversations", "3", "--weeks", "8", "--forgotten", "4m", "--format", "json")
    ).rows
    let weeks = rows.filter { $0["kind"] as? String == "week" }
    #expect(weeks.count == 8)
    // Longer out of view is allowed: never more are out of sight.
    for week in weeks {
      let now = try #require(week["out-of-sight"] as? Int)
      #expect(try #require(week["if-out-of-sight"] as? Int) <= now)
    }
    #expect(rows.contains { $0["kind"] as? String == "client" && $0["day"] as? String == Self.day })
  }

  @Test("with how many one talked lately is counted over the caseload that the list counts")
  func attention() throws {
    let room = try Room()
    try room.takeDemo()
    let rows = try Answers(run(room, "attention", "--format", "json")).rows
    func sum(_ column: String) -> Int { rows.compactMap { $0[column] as? Int }.reduce(0, +) }
    let all = try Answers(run(room, "list", "--format", "json")).rows.count
    let seen = try Answers(run(room, "list", "seen<=4w", "--format", "json")).rows.count
    #expect(sum("clients") == all && all > 0)
    #expect(sum("talked") == seen && seen > 0)
    #expect(try room.onStore(["attention", "--all"]).status == 2)
  }

  @Test("it is of one coach's caseload, and says what it cannot read")
  func refusals() throws {
    let room = try Room()
    try room.takeDemo()
    for words in [["--all"], ["--team", "Noord"], ["--weeks", "0"], ["--forgotten", "soon"]] {
      #expect(try room.onStore(["forecast"] + words).status == 2, "\(words)")
    }
    #expect(try room.onStore(["week", "--all"]).status == 2)
  }

  @Test("the week counts out of sight as the list does on Sunday")
  func week() throws {
    let room = try Room()
    try room.takeDemo()
    let page = try run(room, "week")
    #expect(page.status == 0, "\(page.errors)")
    #expect(page.text.contains("Mon 23 Nov 2026 to Sun 29 Nov 2026"))
    let rows = try Answers(run(room, "week", "--format", "json")).rows
    func numbers(_ rows: [[String: Any]]) -> Set<Int> { Set(rows.compactMap { $0["number"] as? Int }) }
    let overdue = try Answers(
      run(room, "list", "@overdue", "--columns", "number", "--format", "json"))
    #expect(
      numbers(rows.filter { $0["part"] as? String == "due" && $0["reason"] as? String == "contact" })
        == numbers(overdue.rows))
    let forgotten = try Answers(
      room.onStore([
        "list", "@forgotten", "--columns", "number", "--format", "json", "--today", "2026-11-29",
      ]))
    #expect(numbers(rows.filter { $0["part"] as? String == "out-of-sight" }) == numbers(forgotten.rows))
  }
}
