import CaseloadCore
import GRDB

/// Hand-overs as the store keeps them.
enum Transfers {
  private static let columns =
    "transfer.id, client, from_coach, to_coach, proposed, note, answer, answered, transfer.reason"

  /// The hand-overs of a client, the newest first.
  static func of(_ client: Int32, _ db: Database) throws -> [Transfer] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT \(columns) FROM transfer WHERE client = ? ORDER BY id DESC"),
      arguments: [client]
    ).map { read($0) }
  }

  /// Those that wait for an answer, and of each client the last where it was declined, with the clients' names; in the
  /// order in which they were offered.
  static func waiting(_ db: Database) throws -> [WaitingTransfer] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(columns), client.name FROM transfer JOIN client ON client.number = transfer.client
          WHERE answer IS NULL OR answer = 'declined'
            AND transfer.id = (SELECT max(id) FROM transfer AS other WHERE other.client = transfer.client)
          ORDER BY transfer.id
          """)
    ).map { row in
      var name = PersonName(family: "")
      if let text = row.text(9), case .name(let read)? = ContentText.content(text, kind: .name) {
        name = read
      }
      return WaitingTransfer(read(row), name: name)
    }
  }

  private static func read(_ row: Row) -> Transfer {
    Transfer(
      id: row.number(0) ?? 0, client: ClientNumber(Int32(clamping: row.number(1) ?? 0)),
      from: row.text(2) ?? "", to: row.text(3) ?? "", proposed: row.day(4), note: row.text(5) ?? "",
      answer: row.text(6).flatMap { TransferAnswer(rawValue: $0) }, answered: row.day(7),
      reason: row.text(8) ?? "")
  }
}

/// Absences as the store keeps them.
enum Absences {
  /// All of them, in the order in which they were stored. One without a first day is none: it is damaged, and `check`
  /// says so.
  static func all(_ db: Database) throws -> [Absence] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT id, colleague, first_day, last_day, stand_in FROM absence ORDER BY id")
    ).compactMap { row in
      guard let colleague = row.text(1), let first = row.day(2) else { return nil }
      return Absence(
        id: row.number(0) ?? 0, colleague: colleague, first: first, last: row.day(3),
        standIn: row.text(4) ?? "")
    }
  }
}

extension Store {
  /// Who is away when, and who stands in.
  public func calendar() throws(StoreError) -> AbsenceCalendar {
    try read { db in AbsenceCalendar(try Absences.all(db)) }
  }

  /// The hand-overs that wait for somebody: open, or declined and neither put aside nor offered anew.
  public func waitingTransfers() throws(StoreError) -> [WaitingTransfer] {
    try read { db in try Transfers.waiting(db) }
  }

  /// The colleagues whom the store knows, by name: coaches of clients, and whoever is named in an absence or a
  /// hand-over. The team is that of all open clients of theirs, where it is one and the same.
  public func colleagues() throws(StoreError) -> [Colleague] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT name, CASE WHEN count(team) = count(client) AND count(DISTINCT team) = 1 THEN max(team) END FROM (
            SELECT coach AS name, team, number AS client FROM client
              WHERE coach IS NOT NULL AND status IS NOT 'closed'
            UNION ALL SELECT colleague, NULL, NULL FROM absence
            UNION ALL SELECT stand_in, NULL, NULL FROM absence
            UNION ALL SELECT to_coach, NULL, NULL FROM transfer)
          WHERE name IS NOT NULL GROUP BY name ORDER BY name
          """
      ).compactMap { row in row.text(0).map { Colleague($0, team: row.text(1)) } }
    }
  }
}
