import CaseloadCore
import GRDB
import GRDBSQLite

/// What can be said of a store without reading its clients: for `caseload doctor`. Holds no personal data.
public struct StoreHealth: Hashable, Sendable {
  /// Why the store cannot be used; nil where it can, and where there is none yet.
  public var problem: StoreError?
  /// Whether there is a store.
  public var exists = false
  /// Who may open it, as chmod writes it, such as `0600`.
  public var mode: String?
  /// Who may do what with its folder (or with the nearest one above that is there).
  public var folderMode: String?
  /// Whether others may put files in the place of the store's, for its folder lets them write.
  public var isFolderOpen = false
  /// The kind of file system, such as `ext4`; nil where the system does not say.
  public var fileSystem: String?
  /// Bytes that may still be written there; nil where the system does not say.
  public var freeBytes: Int64?
  /// Its schema's number; nil where the store could not be read.
  public var schema: Int?
  /// How many changes the journal holds; nil where the store could not be read.
  public var changes: Int64?
  /// Whether the journal's last entry is what was written.
  public var isHeadWhole = true
  /// Whether another process held the store all the while; it was not read then.
  public var isHeld = false
  /// The process that held it, where it is known.
  public var holder: Int32?

  /// The newest schema this program knows.
  public static let newestSchema = Schema.version
  /// SQLite as it runs here, such as `3.40.1`.
  public static var sqliteVersion: String { String(cString: sqlite3_libversion()) }
}

extension StoreHealth {
  /// Looks at the store at a path, changing nothing in it; waits at most half a second for whoever writes.
  public static func look(at path: String) -> StoreHealth {
    var health = StoreHealth()
    do throws(StoreError) {
      try health.lookAround(path)
      guard health.exists else { return health }
      try StoreFiles.checkMode(path)
      try health.lookInside(path)
    } catch {
      if case .busy(let holder) = error {
        health.isHeld = true
        health.holder = holder
      } else {
        health.problem = error
      }
    }
    return health
  }

  /// The file and its folder, without opening anything.
  private mutating func lookAround(_ path: String) throws(StoreError) {
    var folder = StoreFiles.folder(of: path)
    // Where there is no folder yet it will be made below one that is there.
    while (try? StoreFiles.mode(folder)) == nil, folder != "/", folder != "." {
      folder = StoreFiles.folder(of: folder)
    }
    fileSystem = try FileSystem.kind(of: folder)
    freeBytes = FileSystem.freeBytes(folder)
    exists = try StoreFiles.exists(path)
    guard exists else { return try FileSystem.checkLocal(folder) }
    mode = StoreFiles.text(try StoreFiles.mode(path))
    let bits = try StoreFiles.mode(folder)
    folderMode = StoreFiles.text(bits)
    isFolderOpen = bits & 0o022 != 0
    try FileSystem.checkLocal(folder)
  }

  /// The schema and the journal's last entry, under the lock, by which recovery is safe too.
  private mutating func lookInside(_ path: String) throws(StoreError) {
    let lock = try StoreLock(path: path + ".lock")
    try lock.acquire(limit: 500) { _ in }
    defer { lock.release() }
    let queue = try Opening.queue(path)
    do {
      (schema, changes, isHeadWhole) = try queue.read { db in
        let checker = Checker(db, ClientColumns(catalogue: .standard))
        return (
          try Int.fetchOne(db, sql: "PRAGMA user_version"), try Journal.head(db).seq,
          try checker.isHeadWhole()
        )
      }
      try queue.close()
    } catch {
      throw StoreError(error)
    }
  }
}
