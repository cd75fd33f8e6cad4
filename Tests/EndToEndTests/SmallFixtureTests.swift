import Foundation
import Testing

/// Seventeen invented clients whose every answer was counted by hand in Fixtures/README.md. The figures here are
/// typed over from there; where the program disagrees, the rules decide.
@Suite("The fixture counted by hand")
struct SmallFixtureTests {
  /// One line of the table: the day, and who is forgotten and overdue, by the clients' places in the file.
  struct Line: Sendable, CustomTestStringConvertible {
    var day: String
    var forgotten: [Int]
    var maybeForgotten: [Int]
    var overdue: [Int]
    var maybeOverdue: [Int]
    var testDescription: String { day }
  }

  static let table: [Line] = [
    Line(
      day: "2028-02-29", forgotten: [1, 15], maybeForgotten: [8, 9, 13, 17], overdue: [1, 3, 6, 15],
      maybeOverdue: [7, 8, 9, 11, 12, 13, 17]),
    Line(
      day: "2028-03-01", forgotten: [1, 2, 3, 6, 15], maybeForgotten: [8, 9, 13, 17], overdue: [1, 3, 6, 15],
      maybeOverdue: [7, 8, 9, 11, 12, 13, 17]),
    Line(
      day: "2028-04-30", forgotten: [1, 2, 3, 6, 9, 10, 15], maybeForgotten: [8, 13, 17],
      overdue: [1, 2, 3, 5, 6, 9, 10, 15, 16, 17], maybeOverdue: [7, 8, 11, 12, 13]),
    Line(
      day: "2028-05-01", forgotten: [1, 2, 3, 5, 6, 9, 10, 15], maybeForgotten: [8, 13, 17],
      overdue: [1, 2, 3, 5, 6, 9, 10, 15, 16, 17], maybeOverdue: [7, 8, 11, 12, 13]),
    Line(
      day: "2028-05-29", forgotten: [1, 2, 3, 5, 6, 9, 10, 11, 15, 16, 17], maybeForgotten: [8, 13],
      overdue: [1, 2, 3, 4, 5, 6, 9, 10, 15, 16, 17], maybeOverdue: [7, 8, 11, 12, 13]),
    Line(
      day: "2028-05-30", forgotten: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 15, 16, 17],
      maybeForgotten: [8, 13],
      overdue: [1, 2, 3, 4, 5, 6, 9, 10, 15, 16, 17], maybeOverdue: [7, 8, 11, 12, 13]),
  ]

  /// Clients have the numbers of their places in the file: they were new in that order.
  private static func list(_ room: Room, _ filter: String, _ day: String) throws -> Answers {
    try Answers(room.onStore("list", filter, "--unknown", "--format", "json", "--today", day))
  }

  @Test(
    "forgotten and overdue are as counted on each day, with and without --since", arguments: [true, false])
  func table(withSince: Bool) throws {
    let room = try Room()
    try room.takeSmall(since: withSince ? "2027-01-01" : nil)
    for line in Self.table {
      let forgotten = try Self.list(room, "@forgotten", line.day)
      #expect(forgotten.numbers(answer: "yes") == line.forgotten, "forgotten on \(line.day)")
      #expect(forgotten.numbers(answer: "unknown") == line.maybeForgotten, "perhaps forgotten on \(line.day)")
      let overdue = try Self.list(room, "@overdue", line.day)
      #expect(overdue.numbers(answer: "yes") == line.overdue, "overdue on \(line.day)")
      #expect(overdue.numbers(answer: "unknown") == line.maybeOverdue, "perhaps overdue on \(line.day)")
    }
  }

  @Test("never seen, no start day, unconfirmed, paused and unanswered are the same on each day")
  func others() throws {
    let room = try Room()
    try room.takeSmall()
    for day in Self.table.map(\.day) {
      let never = try Self.list(room, "@never-seen", day)
      #expect(never.numbers(answer: "yes") == [6, 7], "\(day)")
      // Nobody knows of contacts before the history began, so these two are not "no" either.
      #expect(never.numbers(answer: "unknown") == [8, 15], "\(day)")
      #expect(try Self.list(room, "@no-start-day", day).numbers(answer: "yes") == [8], "\(day)")
      let unconfirmed = try Self.list(room, "@unconfirmed", day)
      #expect(unconfirmed.numbers(answer: "yes") == [9, 17], "\(day)")
      #expect(unconfirmed.numbers(answer: "unknown").isEmpty, "\(day)")
      #expect(try Self.list(room, "status:paused", day).numbers(answer: "yes") == [11, 12, 13], "\(day)")
      #expect(try Self.list(room, "@unanswered", day).numbers(answer: "yes") == [16], "\(day)")
    }
  }

  @Test("of the five forgotten on 1 March one has an appointment and four have none")
  func appointments() throws {
    let room = try Room()
    try room.takeSmall()
    #expect(try Self.list(room, "@forgotten has:next", "2028-03-01").numbers(answer: "yes") == [2])
    #expect(
      try Self.list(room, "@forgotten -has:next", "2028-03-01").numbers(answer: "yes") == [1, 3, 6, 15])
  }

  @Test("who is closed stands in no list")
  func closed() throws {
    let room = try Room()
    try room.takeSmall()
    let all = try Self.list(room, "", "2028-05-30").numbers(answer: "yes")
    #expect(all == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17])
  }

  @Test("the numbers of the table are the clients that the table names")
  func names() throws {
    let room = try Room()
    try room.takeSmall()
    let answers = try Self.list(room, "", "2028-05-30")
    let byNumber = Dictionary(
      answers.rows.map { ($0["number"] as? Int ?? 0, $0["name"] as? String ?? "") }, uniquingKeysWith: { $1 })
    let families = [
      1: "Bakker", 2: "Berg", 3: "Çelik", 4: "Dijkstra", 5: "Amrani", 6: "Fischer", 7: "Groen", 8: "Haddad",
      9: "Ivanova", 10: "Janssen", 11: "Kowalczyk", 12: "Leeuw", 13: "Mensah", 15: "O'Connor", 16: "Peeters",
      17: "Quispe",
    ]
    for (number, family) in families {
      #expect(byNumber[number]?.contains(family) == true, "client \(number)")
    }
  }
}
