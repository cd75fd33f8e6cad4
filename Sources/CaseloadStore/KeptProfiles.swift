import CaseloadCore
import GRDB

/// Jobseekers' profiles of an import, kept beside the clients as they came (less their id), so that what the
/// catalogue has no field for can be given back.
public final class KeptProfiles {
  private let register: String
  private let stage: StagingDatabase

  /// Begins; what is added is private until a session merges it.
  public init(_ store: Store, register: String) throws(StoreError) {
    self.register = register
    stage = try StagingDatabase(
      beside: store, sql: "CREATE TABLE staged (id INTEGER PRIMARY KEY, key TEXT, json TEXT)")
    try stage.prepare(["INSERT INTO staged VALUES (NULL, ?, ?)"])
  }

  /// Adds the profile of the client with this key.
  public func add(key: RegisterKey, json: String) throws(StoreError) {
    let (key, json) = (try TextDoor.admit(key.text), try TextDoor.admit(json))
    try stage.insert { statements in
      statements[0].bind(1, key)
      statements[0].bind(2, json)
      try statements[0].run()
    }
  }

  /// Removes what was staged.
  public func discard() { stage.discard() }

  /// Writes the profiles that differ from what is kept, inside the transaction of an import; what was kept before
  /// is noted with the import, so that it can be taken back. Gives how many differ.
  func write(as importID: Int64, _ db: Database) throws -> Int {
    try stage.read { staged in
      let rows = try RawStatement(staged, "SELECT key, json FROM staged ORDER BY id")
      var count = 0
      while try rows.step() {
        guard let key = rows.text(0), let json = rows.text(1),
          let client = try Int32.fetchOne(
            db.cachedStatement(sql: "SELECT client FROM client_key WHERE register = ? AND key = ?"),
            arguments: [register, key])
        else { continue }
        let before = try Self.json(client, db)
        guard before != json else { continue }
        try ImportRegister(db).touch(importID, client, Self.touch, was: before)
        try Self.put(json, client, db)
        count += 1
      }
      return count
    }
  }

  /// What `import_touch` calls a profile.
  static let touch = "profile"

  static func json(_ client: Int32, _ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT json FROM profile WHERE client = ?"), arguments: [client])
  }

  /// Keeps a profile, or takes it away.
  static func put(_ json: String?, _ client: Int32, _ db: Database) throws {
    guard let json else {
      return try db.execute(sql: "DELETE FROM profile WHERE client = ?", arguments: [client])
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO profile (client, json, checksum) VALUES (?, ?, 0)
        ON CONFLICT (client) DO UPDATE SET json = excluded.json
        """
    ).execute(arguments: [client, json])
    try Checksums.refresh(.profile, "client = ?", [client], db)
  }
}

extension Store {
  /// What is kept of a client's profile, and the id under which it came: the exchange format's own, which leaves
  /// in that format only. Nil where she came by another road.
  public func profile(
    of client: ClientNumber, register: String
  ) throws(StoreError) -> (id: RegisterKey, json: String)? {
    try read { db in
      guard let json = try KeptProfiles.json(client.number, db),
        let key = try String.fetchOne(
          db, sql: "SELECT key FROM client_key WHERE client = ? AND register = ?",
          arguments: [client.number, register])
      else { return nil }
      return (RegisterKey(key), json)
    }
  }
}
