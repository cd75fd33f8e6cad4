import CaseloadCore
import Foundation
import GRDB

/// The table of imports and of what each touched beside the values that its changes name.
struct ImportRegister {
  let db: Database

  init(_ db: Database) { self.db = db }

  func nextID() throws -> Int64 {
    let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM import") ?? 0
    let (next, overflow) = last.addingReportingOverflow(1)
    if overflow { throw StoreError.damaged("import") }
    return next
  }

  /// The latest day drawn of what is in of a register.
  func lastDrawn(_ kind: String, _ register: String) throws -> Day? {
    try String.fetchOne(
      db, sql: "SELECT max(drawn) FROM import WHERE kind = ? AND register = ? AND undone IS NULL",
      arguments: [kind, register]
    ).flatMap { Day(iso: $0) }
  }

  func insert(_ id: Int64, _ change: ChangeID, _ kind: String, _ source: ImportSource) throws {
    try db.execute(
      sql: """
        INSERT INTO import (id, change, kind, register, mapping, mapping_version, file_digest, drawn, is_full,
          read, new, changed, unchanged, refused) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0)
        """,
      arguments: [
        id, change.text, kind, source.register, source.mapping, source.mappingVersion, source.fileDigest,
        source.drawn.iso, source.isFull,
      ])
  }

  func delete(_ id: Int64) throws {
    try db.execute(sql: "DELETE FROM import WHERE id = ?", arguments: [id])
  }

  func complete(_ id: Int64, _ counts: ImportCounts) throws {
    try db.execute(
      sql: "UPDATE import SET read = ?, new = ?, changed = ?, unchanged = ?, refused = ? WHERE id = ?",
      arguments: [counts.read, counts.new, counts.changed, counts.unchanged, counts.refused, id])
  }

  /// Whether the last import of the same register is of the same file, drawn the same day.
  func isRepeat(_ id: Int64, _ source: ImportSource) throws -> Bool {
    try Int.fetchOne(
      db,
      sql: """
        SELECT 1 FROM import WHERE id = (SELECT max(id) FROM import WHERE id < ?1 AND undone IS NULL
            AND register = ?2 AND kind = (SELECT kind FROM import WHERE id = ?1))
          AND file_digest = ?3 AND drawn = ?4 AND mapping = ?5 AND mapping_version = ?6
        """,
      arguments: [
        id, source.register, source.fileDigest, source.drawn.iso, source.mapping, source.mappingVersion,
      ]) != nil
  }

  /// Notes what something was before this import; the first note stays.
  func touch(_ id: Int64, _ client: Int32, _ what: String, was: String?) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO import_touch (import, client, what, was) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [id, client, what, was])
  }

  /// The result of an import that is in already.
  func result(of change: ChangeID) throws -> ImportResult {
    let entry = try entries("WHERE change = ?", [change.text]).first
    return ImportResult(id: entry?.id, counts: entry?.counts ?? ImportCounts(), refused: [])
  }

  func entries(_ condition: String, _ arguments: StatementArguments) throws -> [ImportEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, kind, register, mapping, mapping_version, drawn, file_digest, is_full, read, new, changed,
          unchanged, refused, undone FROM import \(condition) ORDER BY id DESC
        """, arguments: arguments
    ).map { row in
      func count(_ place: Int) -> Int { Int(row.number(place) ?? 0) }
      var counts = ImportCounts()
      counts.read = count(8)
      counts.new = count(9)
      counts.changed = count(10)
      counts.unchanged = count(11)
      counts.refused = count(12)
      return ImportEntry(
        id: row.number(0) ?? 0, kind: row.text(1) ?? "",
        source: ImportSource(
          register: row.text(2) ?? "", mapping: row.text(3) ?? "", mappingVersion: row.text(4) ?? "",
          drawn: row.day(5) ?? .earliest, fileDigest: row.text(6) ?? "", isFull: row.number(7) == 1),
        counts: counts, undone: row.text(13).map { ChangeID($0) })
    }
  }

  /// What the journal keeps of an import.
  func payload(_ source: ImportSource, _ counts: ImportCounts) throws -> JournalPart {
    try .lines([
      "register": source.register, "mapping": source.mapping, "mappingVersion": source.mappingVersion,
      "drawn": source.drawn.iso, "fileDigest": source.fileDigest, "read": String(counts.read),
      "new": String(counts.new), "changed": String(counts.changed), "unchanged": String(counts.unchanged),
      "refused": String(counts.refused),
    ])
  }
}

extension Store {
  /// The imports that were taken in, latest first.
  public func imports() throws(StoreError) -> [ImportEntry] {
    try read { db in try ImportRegister(db).entries("", []) }
  }
}
