import CaseloadCore
import GRDB

/// Private notes, by the store whose clients they are about. What is let go is gone from the file too, and not only
/// from the table: the desk's pages are overwritten, and what was written ahead is taken in and cut off.
extension Desk {
  /// One's own notes about the clients of a store.
  public func notes(of store: String) throws(StoreError) -> [ClientNumber: PrivateNote] {
    try read { db in try Self.notes(of: store, db) }
  }

  /// Deletes the notes about the clients of a store whose last day is before a day. Gives what became of each.
  public func dropExpired(of store: String, on day: Day) throws(StoreError) -> [NoteChange] {
    // Nothing is written where nothing has expired: whoever only reads must not wait for who writes.
    guard try notes(of: store).contains(where: { $0.value.until < day }) else { return [] }
    let dropped = try write { db in
      // What was given a later day meanwhile stays.
      let expired = try Self.notes(of: store, db).filter { $0.value.until < day }
      let changes = expired.map { NoteChange($0.key, old: $0.value, new: nil) }.sorted {
        $0.client < $1.client
      }
      for change in changes { try Self.put(change, store, db) }
      return changes
    }
    if !dropped.isEmpty { forgetOverwritten() }
    return dropped
  }

  private static func notes(of store: String, _ db: Database) throws -> [ClientNumber: PrivateNote] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT client, text, tags, colour, until FROM note WHERE store = ?", arguments: [store])
    var notes: [ClientNumber: PrivateNote] = [:]
    for row in rows {
      guard let client = row.number(0).flatMap({ Int32(exactly: $0) }) else { continue }
      notes[ClientNumber(client)] = Self.note(row, from: 1)
    }
    return notes
  }

  /// Keeps notes in one transaction, each beside what another of one's own programs kept meanwhile. Gives what became
  /// of each: what stood, and what stands now.
  public func keep(_ changes: [NoteChange], of store: String) throws(StoreError) -> [NoteChange] {
    let kept = try write { db in
      try changes.map { change in
        let row = try Row.fetchOne(
          db.cachedStatement(
            sql: "SELECT text, tags, colour, until FROM note WHERE store = ? AND client = ?"),
          arguments: [store, change.client.number])
        let current = row.map { Self.note($0, from: 0) }
        let kept = NoteChange(change.client, old: current, new: change.over(current))
        try Self.put(kept, store, db)
        return kept
      }
    }
    if kept.contains(where: { $0.old != nil }) { forgetOverwritten() }
    return kept
  }

  private static func put(_ change: NoteChange, _ store: String, _ db: Database) throws {
    guard let note = change.new else {
      try db.cachedStatement(sql: "DELETE FROM note WHERE store = ? AND client = ?")
        .execute(arguments: [store, change.client.number])
      return
    }
    let (text, tags) = (
      try TextDoor.admit(note.text), try TextDoor.admit(note.tags.joined(separator: " "))
    )
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO note (store, client, text, tags, colour, until) VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(
      arguments: [store, change.client.number, text, tags, note.colour?.rawValue, note.until.iso])
  }

  private static func note(_ row: Row, from first: Int) -> PrivateNote {
    PrivateNote(
      text: row.text(first) ?? "", tags: PrivateNote.tags(in: row.text(first + 1) ?? ""),
      colour: row.text(first + 2).flatMap { NoteColour(rawValue: $0) },
      // A day that cannot be read must not keep it for ever.
      until: row.day(first + 3) ?? .earliest)
  }
}
