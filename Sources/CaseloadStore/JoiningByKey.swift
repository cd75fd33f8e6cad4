import CaseloadCore
import GRDB

/// What became of a register's key that was given to a client.
public enum KeyOutcome: Hashable, Sendable {
  /// From now on the register's rows under this key are about her.
  case kept
  /// The register has a record under this key already: it is this client.
  case taken(ClientNumber)
  /// She has a key of this register.
  case hasOne
}

extension Store {
  /// Gives a client who was added by hand the register's key, so that the register's next export is about her and makes
  /// nobody new. The key goes into its own table and nowhere else: the journal says that it was given, not which.
  public func keep(
    _ key: RegisterKey, of client: ClientNumber, register: String, _ id: ChangeID, _ context: Context
  ) throws(StoreError) -> KeyOutcome {
    try write(id) { db in
      if try Journal.seq(of: id, db) != nil { return .kept }
      let text = try TextDoor.admit(key.text)
      let owner = try Int32.fetchOne(
        db, sql: "SELECT client FROM client_key WHERE register = ? AND key = ?", arguments: [register, text])
      if let owner { return owner == client.number ? .hasOne : .taken(ClientNumber(owner)) }
      let has = try Int.fetchOne(
        db, sql: "SELECT 1 FROM client_key WHERE register = ? AND client = ?",
        arguments: [register, client.number])
      if has != nil { return .hasOne }
      let isThere = try Int.fetchOne(
        db, sql: "SELECT 1 FROM client WHERE number = ?", arguments: [client.number])
      guard isThere != nil else { throw StoreError.unknownRecord("client \(client)") }
      try db.execute(
        sql: "INSERT INTO client_key (register, key, client, checksum) VALUES (?, ?, ?, 0)",
        arguments: [register, text, client.number])
      try Checksums.refresh(.key, "register = ? AND key = ?", [register, text], db)
      try journalKey("key", client, register, id, context, db)
      return .kept
    }
  }

  /// Takes the key of a client away again who was added by hand, as long as the register has said nothing of her;
  /// whether there was one to take.
  public func forgetKey(
    of client: ClientNumber, register: String, _ id: ChangeID, _ context: Context
  ) throws(StoreError) -> Bool {
    try write(id) { db in
      if try Journal.seq(of: id, db) != nil { return true }
      let isTheRegisters = try Bool.fetchOne(
        db, sql: "SELECT NOT \(Self.isStillAwaited) FROM client WHERE number = ?", arguments: [client.number])
      guard isTheRegisters == false else { return false }
      try db.execute(
        sql: "DELETE FROM client_key WHERE register = ? AND client = ?", arguments: [register, client.number])
      guard db.changesCount > 0 else { return false }
      try journalKey("key-gone", client, register, id, context, db)
      return true
    }
  }

  /// SQL that is true of a client who was added by hand and of whom no register has said anything yet. What an import
  /// said that was taken back is not said any more.
  static let isStillAwaited = """
    (client.created_import IS NULL AND NOT EXISTS (
      SELECT 1 FROM journal_part JOIN journal ON journal.seq = journal_part.seq
      JOIN import ON import.id = journal.import
      WHERE journal_part.client = client.number AND journal.kind = 'import' AND import.undone IS NULL)
    AND NOT EXISTS (
      SELECT 1 FROM contact WHERE contact.client = client.number AND contact.created_import IS NOT NULL)
    AND NOT EXISTS (
      SELECT 1 FROM side WHERE side.client = client.number AND side.register_said IS NOT NULL))
    """

  private func journalKey(
    _ kind: String, _ client: ClientNumber, _ register: String, _ id: ChangeID, _ context: Context,
    _ db: Database
  ) throws {
    let parts = try JournalPayload.parts(reason: register, edits: [], about: [client]) { _ in nil }
    try Journal.append(
      JournalHeader(
        kind: kind, change: id, author: context.actor.name, moment: context.now, undoes: nil, importID: nil),
      parts, db)
  }
}
