import GRDB

@testable import CaseloadStore

/// What the store's tables hold, byte for byte.
struct TableDump: Equatable {
  /// Tables that an undo does not put back, and why.
  ///
  /// The journal grows by every undo: that is its meaning. `sqlite_sequence` remembers the ids of records that were
  /// taken away, so that nobody else gets them and a redo finds its own place (`RecordIDs`).
  static func isLeftOut(_ table: String) -> Bool {
    table.hasPrefix("journal") || table == "sqlite_sequence"
  }

  /// The rows of each table, each as SQL literals: `''` is not NULL, and 1 is not '1'.
  let rows: [String: [String]]

  init(_ store: Store) throws { self = try store.read { try TableDump($0) } }

  init(_ db: Database) throws {
    let tables = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    var rows: [String: [String]] = [:]
    for table in tables where !Self.isLeftOut(table) {
      let columns = try db.columns(in: table).map { "quote(\"\($0.name)\")" }
      rows[table] = try String.fetchAll(
        db, sql: "SELECT \(columns.joined(separator: " || ',' || ")) AS line FROM \"\(table)\" ORDER BY line")
    }
    self.rows = rows
  }

  /// Where two dumps differ, a few lines of each; empty where they do not.
  func differences(_ other: TableDump) -> [String] {
    Set(rows.keys).union(other.rows.keys).sorted().flatMap { table in
      let (mine, theirs) = (Set(rows[table] ?? []), Set(other.rows[table] ?? []))
      return mine.subtracting(theirs).sorted().prefix(3).map { "\(table) - \($0)" }
        + theirs.subtracting(mine).sorted().prefix(3).map { "\(table) + \($0)" }
    }
  }
}
