import CaseloadCore
import GRDB

/// Something typed and not saved yet.
public struct Draft: Hashable, Sendable {
  /// Which form and record it belongs to, such as `contact 12`.
  public var id: String
  /// What was typed, as the form keeps it.
  public var text: String
  /// When it was last typed in.
  public var moment: Moment
  /// A draft.
  public init(id: String, text: String, moment: Moment) {
    self.id = id
    self.text = text
    self.moment = moment
  }
}

/// The desk: a second file that belongs to one person (0600, under XDG state), for what she has not agreed to
/// share: drafts, her session, her own worklists, private notes. It has no shared lock and no journal.
public final class Desk: Sendable {
  private let queue: DatabaseQueue

  private init(_ queue: DatabaseQueue) { self.queue = queue }

  /// Opens the desk, making it and its folder where there is none. Refuses links and files that others may
  /// open.
  public static func open(_ path: String) throws(StoreError) -> Desk {
    let folder = StoreFiles.folder(of: path)
    try StoreFiles.makeFolder(folder)
    if try !isThere(path) { try StoreFiles.make(path) }
    var configuration = Configuration()
    configuration.label = "caseload.desk"
    configuration.busyMode = .timeout(Opening.busySeconds)
    configuration.prepareDatabase { db in
      _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
      try db.execute(
        sql: "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON")
    }
    var migrator = DatabaseMigrator()
    migrator.registerMigration("desk v1") { db in
      try db.execute(
        sql: """
          CREATE TABLE draft (id TEXT PRIMARY KEY, text TEXT NOT NULL, moment INTEGER NOT NULL);
          CREATE TABLE session (key TEXT PRIMARY KEY, value TEXT NOT NULL);
          CREATE TABLE worklist (name TEXT PRIMARY KEY, filter TEXT NOT NULL, place INTEGER NOT NULL);
          """)
    }
    migrator.registerMigration("desk v2") { db in
      try db.execute(
        sql: """
          CREATE TABLE note (
            store TEXT NOT NULL, client INTEGER NOT NULL, text TEXT NOT NULL, tags TEXT NOT NULL, colour TEXT,
            until TEXT NOT NULL, PRIMARY KEY (store, client)) WITHOUT ROWID
          """)
    }
    migrator.registerMigration("desk v3") { db in
      try db.execute(
        sql: """
          CREATE TABLE sweep (
            store TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, worked INTEGER NOT NULL,
            PRIMARY KEY (store, id)) WITHOUT ROWID
          """)
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if try queue.read({ try migrator.hasBeenSuperseded($0) }) {
        throw StoreError.newerSchema(found: 4, known: 3)
      }
      try migrator.migrate(queue)
      return Desk(queue)
    } catch {
      throw StoreError(error)
    }
  }

  /// Whether there is a desk at this path; throws where `open` would refuse it. Opens nothing.
  public static func isThere(_ path: String) throws(StoreError) -> Bool {
    guard try StoreFiles.exists(path) else { return false }
    try StoreFiles.checkMode(path)
    return true
  }

  /// Closes the desk.
  public func close() throws(StoreError) {
    do { try queue.close() } catch { throw StoreError(error) }
  }

  /// All drafts, latest first.
  public func drafts() throws(StoreError) -> [Draft] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT id, text, moment FROM draft ORDER BY moment DESC, id").map { row in
        Draft(id: row.text(0) ?? "", text: row.text(1) ?? "", moment: Moment(seconds: row.number(2) ?? 0))
      }
    }
  }

  /// Keeps a draft in place of the one with its id.
  public func keep(_ draft: Draft) throws(StoreError) {
    let text = try TextDoor.admit(draft.text)
    try write(
      "INSERT OR REPLACE INTO draft (id, text, moment) VALUES (?, ?, ?)",
      [draft.id, text, draft.moment.seconds])
  }

  /// Lets a draft go.
  public func removeDraft(_ id: String) throws(StoreError) {
    try write("DELETE FROM draft WHERE id = ?", [id])
  }

  /// What the session kept under this key; nil where nothing.
  public func session(_ key: String) throws(StoreError) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM session WHERE key = ?", arguments: [key])
    }
  }

  /// Keeps something of the session; nil lets it go.
  public func keepSession(_ key: String, _ value: String?) throws(StoreError) {
    guard let value else { return try write("DELETE FROM session WHERE key = ?", [key]) }
    let text = try TextDoor.admit(value)
    try write("INSERT OR REPLACE INTO session (key, value) VALUES (?, ?)", [key, text])
  }

  /// One's own worklists, in one's own order.
  public func worklists() throws(StoreError) -> [OwnWorklist] {
    try read { db in try Self.worklists(db) }
  }

  /// Keeps a worklist, at the end where its name is new.
  public func keep(_ worklist: OwnWorklist) throws(StoreError) {
    let name = try TextDoor.admit(worklist.name)
    let filter = try TextDoor.admit(worklist.filter)
    try write(
      """
      INSERT INTO worklist (name, filter, place)
      VALUES (?, ?, (SELECT coalesce(max(place), 0) + 1 FROM worklist))
      ON CONFLICT (name) DO UPDATE SET filter = excluded.filter
      """, [name, filter])
  }

  /// Puts worklists in place of those that there are, in one transaction with the reading of these.
  func replaceWorklists(_ new: @Sendable ([OwnWorklist]) -> [OwnWorklist]) throws(StoreError) -> [OwnWorklist]
  {
    do {
      return try queue.write { db in
        let lists = try new(Self.worklists(db)).map {
          OwnWorklist(name: try TextDoor.admit($0.name), filter: try TextDoor.admit($0.filter))
        }
        try db.execute(sql: "DELETE FROM worklist")
        for (place, list) in lists.enumerated() {
          try db.execute(
            sql: "INSERT INTO worklist (name, filter, place) VALUES (?, ?, ?)",
            arguments: [list.name, list.filter, place])
        }
        return lists
      }
    } catch {
      throw StoreError(error)
    }
  }

  private static func worklists(_ db: Database) throws -> [OwnWorklist] {
    try Row.fetchAll(db, sql: "SELECT name, filter FROM worklist ORDER BY place, name").map { row in
      OwnWorklist(name: row.text(0) ?? "", filter: row.text(1) ?? "")
    }
  }

  /// Lets a worklist go.
  public func removeWorklist(_ name: String) throws(StoreError) {
    try write("DELETE FROM worklist WHERE name = ?", [name])
  }

  func read<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) throws(StoreError)
    -> Result
  {
    do { return try queue.read(body) } catch { throw StoreError(error) }
  }

  private func write(_ sql: String, _ arguments: StatementArguments) throws(StoreError) {
    try write { db in try db.execute(sql: sql, arguments: arguments) }
  }

  func write<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) throws(StoreError) -> Result {
    do { return try queue.write(body) } catch { throw StoreError(error) }
  }

  /// Takes what was written ahead into the file and cuts it off, so that what was overwritten stands nowhere. While
  /// another of one's own programs reads, SQLite does so when the last of them closes the desk: what was kept is kept.
  func forgetOverwritten() {
    do { _ = try queue.writeWithoutTransaction { db in try db.checkpoint(.truncate) } } catch { _ = error }
  }
}
