import CaseloadCore
import GRDB

/// The history that a first registration gives: from its day on a client's contacts are known here. Undone, it gave
/// none; a client of whom nothing was known before is not somebody to whom nobody talked.
enum OwnHistory {
  /// Brings the histories in line with contacts that just went from one client to another: who gave her only one away
  /// has none any more, and who got her first has one from the day on which it was registered.
  static func followMoves(_ edits: [Edit], _ db: Database) throws {
    for client in Set(edits.flatMap(moved)).sorted() {
      let (known, first) = (try Summaries.history(client, db), try firstRegistered(client, db))
      if known != nil, first == nil {
        try clear(client, db)
      } else if known == nil, let first {
        try Summaries.recompute(client, history: first...first, db)
      }
    }
  }

  /// The two clients between whom an edit moves a contact; nobody where it moves none.
  private static func moved(_ edit: Edit) -> [Int32] {
    guard edit.record.kind == .contact, edit.field == "client", case .number(let old)? = edit.old?.content,
      case .number(let new)? = edit.new?.content
    else { return [] }
    return [old.lowerBound, new.lowerBound].compactMap { Int32(exactly: $0) }
  }

  /// What an import made known stays known.
  private static func clear(_ client: Int32, _ db: Database) throws {
    let isThere = try Int.fetchOne(db, sql: "SELECT 1 FROM client WHERE number = ?", arguments: [client])
    guard isThere != nil, try !isImported(client, db) else { return }
    try db.execute(
      sql: "UPDATE summary SET history_since = NULL, history_until = NULL WHERE client = ?",
      arguments: [client])
    try Summaries.recompute(client, db)
  }

  /// Brings the histories of clients in line with an undo or a redo that was just applied.
  static func follow(_ way: Undoing, _ edits: [Edit], _ clients: [ClientNumber], _ db: Database) throws {
    try followMoves(edits, db)
    // Only a registration gives a history, and its contact says that a coach wrote it.
    guard edits.contains(where: { $0.record.kind == .contact && $0.field == "source" }) else { return }
    for client in clients {
      let known = try Summaries.history(client.number, db)
      let first = try firstRegistered(client.number, db)
      switch way {
      case .undo where known != nil && first == nil: try clear(client.number, db)
      case .redo where known == nil:
        guard let first else { continue }
        try Summaries.recompute(client.number, history: first...first, db)
      default: continue
      }
    }
  }

  /// The first day on which a contact of hers that stands was registered here; nil where none was.
  private static func firstRegistered(_ client: Int32, _ db: Database) throws -> Day? {
    try String.fetchOne(
      db,
      sql: "SELECT min(logged) FROM contact WHERE client = ? AND source = ? AND logged IS NOT NULL",
      arguments: [client, Source.coach.rawValue]
    ).flatMap { Day(iso: $0) }
  }

  private static func isImported(_ client: Int32, _ db: Database) throws -> Bool {
    try Int.fetchOne(
      db,
      sql: """
        SELECT 1 FROM import_touch JOIN import ON import.id = import_touch.import
        WHERE client = ? AND what = 'history' AND undone IS NULL
        """, arguments: [client]) != nil
  }
}
