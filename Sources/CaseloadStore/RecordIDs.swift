import CaseloadCore
import GRDB

/// The ids of contacts, errands, plans, hand-overs and absences. One that was taken back is not given again: what is done again later must
/// find its own place empty, and nobody else's record in it. SQLite keeps the highest for tables that ask for it
/// (`sqlite_sequence`, an ordinary table); ours are kept there beside that of the clients.
struct RecordIDs {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// The id that the next record of a kind gets.
  func next(_ kind: RecordKind) throws -> Int64 {
    let (next, overflow) = try last(kind).addingReportingOverflow(1)
    if overflow { throw StoreError.damaged(kind.rawValue) }
    return next
  }

  /// The highest id that a record of a kind ever had; 0 where there was none.
  func last(_ kind: RecordKind) throws -> Int64 {
    let last: Int64?
    switch kind {
    case .contact: last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM contact")
    case .errand: last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM errand")
    case .plan: last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM plan")
    case .transfer: last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM transfer")
    case .absence: last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM absence")
    // Only an import makes them.
    case .client, .setting, .offer: throw StoreError.refused(.kind(kind.rawValue))
    }
    return max(last ?? 0, try retired(kind))
  }

  /// Remembers that a record of this id was there.
  func retire(_ record: RecordRef) throws {
    guard record.id > (try retired(record.kind)) else { return }
    try db.execute(sql: "DELETE FROM sqlite_sequence WHERE name = ?", arguments: [record.kind.rawValue])
    try db.execute(
      sql: "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)",
      arguments: [record.kind.rawValue, record.id])
  }

  private func retired(_ kind: RecordKind) throws -> Int64 {
    try Int64.fetchOne(
      db, sql: "SELECT max(seq) FROM sqlite_sequence WHERE name = ?", arguments: [kind.rawValue]) ?? 0
  }
}
