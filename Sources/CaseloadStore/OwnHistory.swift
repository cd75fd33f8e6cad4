import CaseloadCore
import GRDB

/// The history that registering here gives: from the day of the first contact that a coach registered, and that still
/// stands, a client's contacts are known. Where none stands there is none; a client of whom nothing was known before is
/// not somebody to whom nobody talked. It depends on what stands alone, not on the way there: undone and done again, in
/// whatever order, it is what it was.
enum OwnHistory {
  /// Brings a client's history in line with the contacts registered here. What an import made known stays known.
  static func settle(_ client: Int32, _ db: Database) throws {
    let isThere = try Int.fetchOne(db, sql: "SELECT 1 FROM client WHERE number = ?", arguments: [client])
    guard isThere != nil, try !isImported(client, db) else { return }
    let first = try firstRegistered(client, db)
    let own = first.map { $0...$0 }
    guard try Summaries.history(client, db) != own else { return }
    try db.execute(
      sql: "UPDATE summary SET history_since = NULL, history_until = NULL WHERE client = ?",
      arguments: [client])
    try Summaries.recompute(client, history: own, db)
  }

  /// Brings the histories of those in line between whom edits moved contacts.
  static func followMoves(_ edits: [Edit], _ db: Database) throws {
    let moved = edits.filter { $0.record.kind == .contact }.compactMap { JournalPayload.moved($0) }
    for client in Set(moved.flatMap { [$0.from, $0.to] }).sorted() { try settle(client, db) }
  }

  /// Brings the histories of clients in line with an undo or a redo that was just applied.
  static func follow(_ edits: [Edit], _ clients: [ClientNumber], _ db: Database) throws {
    try followMoves(edits, db)
    // Only a registration gives a history, and its contact says that a coach wrote it.
    guard edits.contains(where: { $0.record.kind == .contact && $0.field == "source" }) else { return }
    for client in clients { try settle(client.number, db) }
  }

  /// The first day on which a contact of hers that stands was registered here; nil where none was.
  private static func firstRegistered(_ client: Int32, _ db: Database) throws -> Day? {
    try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT min(logged) FROM contact WHERE client = ? AND source = ? AND logged IS NOT NULL"),
      arguments: [client, Source.coach.rawValue]
    ).flatMap { Day(iso: $0) }
  }

  private static func isImported(_ client: Int32, _ db: Database) throws -> Bool {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT 1 FROM import_touch JOIN import ON import.id = import_touch.import
          WHERE client = ? AND what = 'history' AND undone IS NULL
          """), arguments: [client]) != nil
  }
}
