import CaseloadCore
import GRDB

/// The table of what was written for registers: for each field of a client what it said when it was handed over.
struct HandedOver {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// What was handed over of a field.
  struct Entry {
    var client: Int64
    var field: FieldID
    /// In the words of `Said`; nil for nothing.
    var said: String?
  }

  /// All that was handed over to a register, in the order of clients.
  func all(_ register: String) throws -> [Entry] {
    try Row.fetchAll(
      db, sql: "SELECT client, field, said FROM handed_over WHERE register = ? ORDER BY client, field",
      arguments: [register]
    ).map { Entry(client: $0.number(0) ?? 0, field: FieldID($0.text(1) ?? ""), said: $0.text(2)) }
  }

  /// Notes what was handed over on a day.
  func note(_ entry: Entry, _ register: String, on day: Day) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO handed_over (client, register, field, said, day, checksum) VALUES (?, ?, ?, ?, ?, 0)
        ON CONFLICT (client, register, field) DO UPDATE SET said = excluded.said, day = excluded.day
        """
    ).execute(arguments: [entry.client, register, entry.field.text, entry.said, day.iso])
    try Checksums.refresh(
      .handed, "client = ? AND register = ? AND field = ?", [entry.client, register, entry.field.text], db)
  }

  /// Forgets what was handed over of a field, since the register has spoken of it again.
  func forget(_ client: Int64, _ register: String, _ field: FieldID) throws {
    try db.cachedStatement(
      sql: "DELETE FROM handed_over WHERE client = ? AND register = ? AND field = ?"
    ).execute(arguments: [client, register, field.text])
  }
}
