import CaseloadCore
import GRDB
import GRDBSQLite

/// How SQLite is opened, and what is made sure of before anything is read.
enum Opening {
  /// How long SQLite itself waits for another connection, seconds. The lock file is the real queue; this is for
  /// readers that meet a recovery.
  static let busySeconds = 5.0

  /// A connection to a store's file that is there already, with every pragma set and asserted.
  static func queue(_ path: String) throws(StoreError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "caseload.store"
    configuration.busyMode = .timeout(busySeconds)
    configuration.foreignKeysEnabled = true
    configuration.publicStatementArguments = false
    configuration.prepareDatabase { db in try prepare(db, path) }
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw StoreError(error)
    }
  }

  /// A second connection to a store that is open already, for reading only.
  static func reading(_ path: String) throws(StoreError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "caseload.reading"
    configuration.readonly = true
    configuration.busyMode = .timeout(busySeconds)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw StoreError(error)
    }
  }

  /// Refuses what is not ours or too new before a byte is written; then WAL and after it FULL, in that order.
  private static func prepare(_ db: Database, _ path: String) throws {
    try checkSchema(db, path)
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    try db.execute(
      sql: """
        PRAGMA synchronous = FULL;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        """)
    let full = try Int.fetchOne(db, sql: "PRAGMA synchronous")
    let keys = try Int.fetchOne(db, sql: "PRAGMA foreign_keys")
    guard mode == "wal", full == 2, keys == 1 else {
      throw StoreError.database(code: SQLITE_MISUSE, message: "WAL, FULL or foreign keys not in force")
    }
  }

  private static func checkSchema(_ db: Database, _ path: String) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    if isEmpty, version == 0, application == 0 { return }
    guard application == Schema.application else { throw StoreError.notAStore(path) }
    guard version <= Schema.version else {
      throw StoreError.newerSchema(found: version, known: Schema.version)
    }
  }
}

extension StoreError {
  /// Any error as one of the store's. SQLite's words name tables and columns, never values.
  init(_ error: any Error) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError:
      let code = error.extendedResultCode
      self =
        error.resultCode == .SQLITE_NOTADB
        ? .notAStore("") : .database(code: code.rawValue, message: error.message ?? "")
    default: self = .database(code: SQLITE_ERROR, message: String(describing: type(of: error)))
    }
  }
}
