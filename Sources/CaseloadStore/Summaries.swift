import CaseloadCore
import GRDB

/// One row per client of what contacts and errands come to, worked out by `Summary` alone and written in the
/// transaction of the contact that changes it.
enum Summaries {
  /// The columns that `read` reads, in its order.
  static let list = """
    last_day, last_by, last_channel, last_ours, unconfirmed, appointments, unanswered_since, conversations,
    open_errands, next_errand, waiting_on, history_since, last_unsure
    """
  /// How many columns `list` names.
  static let count = 13
  /// The place of one of them that no summary leaves empty.
  static let conversations = 7

  /// Works out a client's summary from her contacts and errands and writes it; `history` replaces the days
  /// between which her contacts are known.
  static func recompute(_ client: Int32, history: ClosedRange<Day>? = nil, _ db: Database) throws {
    var known = history
    if known == nil { known = try self.history(client, db) }
    let summary = Summary(
      contacts: try Contacts.of(client, db), errands: try Errands.of(client, db),
      historySince: known?.lowerBound)
    try write(summary, known?.upperBound, client, db)
  }

  /// The days between which a client's contacts are known here; nil where none are.
  static func history(_ client: Int32, _ db: Database) throws -> ClosedRange<Day>? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT history_since, history_until FROM summary WHERE client = ?"),
        arguments: [client]), let since = row.day(0)
    else { return nil }
    return since...max(since, row.day(1) ?? since)
  }

  private static func write(_ summary: Summary, _ until: Day?, _ client: Int32, _ db: Database) throws {
    // Nothing is known: no row, as before anything was, so that an undo leaves none behind.
    guard until != nil || summary != Summary() else {
      try db.cachedStatement(sql: "DELETE FROM summary WHERE client = ?").execute(arguments: [client])
      return
    }
    let appointments = summary.appointments.map(\.iso).joined(separator: ",")
    let waiting = WaitingOn.allCases.filter { summary.waitingOn.contains($0) }.map(\.rawValue)
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO summary (client, last_day, last_by, last_channel, last_ours, unconfirmed,
          appointments, unanswered_since, conversations, open_errands, next_errand, waiting_on,
          history_since, last_unsure, history_until)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      client, summary.lastConversation?.iso, summary.lastBy.isEmpty ? nil : summary.lastBy,
      summary.lastConversation == nil ? nil : summary.lastChannel.rawValue, summary.lastOurs?.iso,
      summary.latestUnconfirmed?.iso, appointments.isEmpty ? nil : appointments,
      summary.unansweredSince?.iso, summary.conversations, summary.openErrands, summary.nextErrand?.iso,
      waiting.isEmpty ? nil : waiting.joined(separator: ","), summary.historySince?.iso,
      summary.lastUnsure?.iso, until?.iso,
    ])
  }

  /// A summary from a row whose columns of `list` begin at `start`.
  static func read(_ row: RawStatement, from start: Int) -> Summary {
    func day(_ place: Int) -> Day? {
      row.withBytes(start + place) { bytes in
        bytes.flatMap { Day(iso: $0) }
      }
    }
    var summary = Summary(historySince: day(11))
    summary.lastConversation = day(0)
    summary.lastBy = row.text(start + 1) ?? ""
    summary.lastChannel = row.text(start + 2).flatMap { Channel(rawValue: $0) } ?? .unknown
    summary.lastOurs = day(3)
    summary.lastUnsure = day(12)
    summary.latestUnconfirmed = day(4)
    summary.appointments =
      row.text(start + 5)?.split(separator: ",").compactMap { Day(iso: $0) } ?? []
    summary.unansweredSince = day(6)
    summary.conversations = Int(row.integer(start + 7))
    summary.openErrands = Int(row.integer(start + 8))
    summary.nextErrand = day(9)
    summary.waitingOn = Set(
      row.text(start + 10)?.split(separator: ",").compactMap { WaitingOn(rawValue: String($0)) } ?? [])
    return summary
  }
}

/// Contacts as the store keeps them.
enum Contacts {
  /// The contacts of a client in the order in which they were stored.
  static func of(_ client: Int32, _ db: Database) throws -> [Contact] {
    // A cursor copies no row: somebody may have hundreds.
    var contacts: [Contact] = []
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, kind, held, logged, channel, initiative, colleague, story, agreed, answered, source,
            said, agreed_by, heard, failure, minutes
          FROM contact WHERE client = ? ORDER BY id
          """), arguments: [client])
    while let row = try rows.next() {
      contacts.append(
        Contact(
          id: row.number(0) ?? 0, client: ClientNumber(client),
          kind: row.text(1).flatMap { ContactKind(rawValue: $0) } ?? .unconfirmed, held: row.day(2),
          logged: row.day(3), channel: row.text(4).flatMap { Channel(rawValue: $0) } ?? .unknown,
          initiative: row.text(5).flatMap { Initiative(rawValue: $0) } ?? .unknown,
          colleague: row.text(6) ?? "", story: row.text(7) ?? "", said: row.text(11) ?? "",
          agreed: row.text(8) ?? "", agreedBy: row.text(12).flatMap { WaitingOn(rawValue: $0) },
          heard: row.text(13).flatMap { Heard(rawValue: $0) },
          failure: row.text(14).flatMap { AttemptFailure(rawValue: $0) },
          minutes: row.number(15).map { Int($0) },
          answered: row.day(9), source: row.text(10).flatMap { Source(rawValue: $0) } ?? .coach))
    }
    return contacts
  }
}

/// Errands as the store keeps them.
enum Errands {
  private static let columns = "id, client, text, due, waiting_on, done, kind, snoozed, snooze_reason"

  /// The errands of a client in the order in which they were stored.
  static func of(_ client: Int32, _ db: Database) throws -> [Errand] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT \(columns) FROM errand WHERE client = ? ORDER BY id"),
      arguments: [client]
    ).map { read($0) }
  }

  /// The errands of no client.
  static func free(_ db: Database) throws -> [Errand] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT \(columns) FROM errand WHERE client IS NULL ORDER BY id")
    ).map { read($0) }
  }

  private static func read(_ row: Row) -> Errand {
    Errand(
      id: row.number(0) ?? 0, client: row.number(1).map { ClientNumber(Int32(clamping: $0)) },
      text: row.text(2) ?? "", due: row.day(3),
      waitingOn: row.text(4).flatMap { WaitingOn(rawValue: $0) } ?? .us, done: row.day(5),
      kind: row.text(6).flatMap { ErrandKind(rawValue: $0) } ?? .plain, snoozed: row.day(7),
      snoozeReason: row.text(8) ?? "")
  }
}
