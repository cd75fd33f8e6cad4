import CaseloadCore
import Foundation
import GRDB
import Synchronization

/// The clients' record in one file: opens it, applies changes, loads what a screen or a report works on.
///
/// Its methods block; call them from one thread that may wait. They may be called from any thread, one at a
/// time goes in. Each throws `StoreError`.
public final class Store: @unchecked Sendable {
  /// Where the store's file is.
  public let path: String
  /// The file beside the store that dashboards watch; its first line is the number of the last change.
  public var watchedPath: String { path + ".lock" }
  /// Who is asking, unless a method's context says so.
  public let actor: Actor
  /// The catalogue whose fields are stored.
  public let catalogue: Catalogue

  let columns: ClientColumns
  let reader: ClientReader
  let lock: StoreLock
  private let waitLimit: Int
  /// Who is told of waits.
  private struct Told {
    var tell: @Sendable (LockWait) -> Void
  }
  private let told: Mutex<Told>
  /// One at a time: guards `queue` and the lock's state, which is why `@unchecked Sendable` is true.
  private let access = NSRecursiveLock()
  private var queue: DatabaseQueue?
  /// It was closed by whoever uses it; without this and without a queue, the disk failed.
  private var isClosed = false
  /// Stands in for a disk that fails at COMMIT, in tests.
  var failCommit: ((Database) throws -> Void)?

  private init(
    path: String, actor: Actor, catalogue: Catalogue, lock: StoreLock, waitLimit: Int,
    onWait: @escaping @Sendable (LockWait) -> Void
  ) {
    self.path = path
    self.actor = actor
    self.catalogue = catalogue
    self.lock = lock
    self.waitLimit = waitLimit
    told = Mutex(Told(tell: onWait))
    columns = ClientColumns(catalogue: catalogue)
    reader = ClientReader(columns)
  }

  deinit {
    // Whoever forgot to close: SQLite checkpoints when the last connection goes, and that needs the lock. An
    // error here loses nothing; what was committed stands in the -wal.
    do { try close() } catch { _ = error }
  }

  /// Opens the store at `path`; with `create`, makes it (0600, its folder 0700) where there is none.
  ///
  /// `onWait` is called once when the wait for another process passes two seconds; after `waitLimit`
  /// milliseconds the wait ends with `StoreError.busy`. A symbolic link, a network file system, a file that
  /// others may open, one that is no store and one with a newer schema are refused and left as they are.
  public static func open(
    _ path: String, create: Bool = false, actor: Actor, catalogue: Catalogue = .standard,
    waitLimit: Int = 30_000, onWait: @escaping @Sendable (LockWait) -> Void = { _ in }
  ) throws(StoreError) -> Store {
    let folder = StoreFiles.folder(of: path)
    let exists = try StoreFiles.exists(path)
    if !exists {
      guard create else { throw .notFound(path) }
      try StoreFiles.makeFolder(folder)
    }
    try FileSystem.checkLocal(folder)
    if exists {
      // A store has its lock beside it, and while it has none nobody holds it open: only then it is looked into.
      if try !StoreFiles.exists(path + ".lock") { try StoreFiles.checkIsStore(path) }
      try StoreFiles.checkMode(path)
    }
    let lock = try StoreLock(path: path + ".lock")
    let store = Store(
      path: path, actor: actor, catalogue: catalogue, lock: lock, waitLimit: waitLimit, onWait: onWait)
    // Recovery of a store that a killed process left runs here too, under the lock.
    try store.locked { () throws(StoreError) in
      if try !StoreFiles.exists(path) { try StoreFiles.make(path) }
      try store.connect()
    }
    return store
  }

  /// Who is told, from now on, of a wait that passes two seconds: a screen that is up has another place for such words
  /// than the shell that opened the store. Called on the thread that waits.
  public func tellOfWaits(_ tell: @escaping @Sendable (LockWait) -> Void) { told.withLock { $0.tell = tell } }

  /// Closes the store; what is asked of it later throws `closed`. Closing twice is no error.
  public func close() throws(StoreError) {
    try locked { () throws(StoreError) in
      isClosed = true
      guard let open = queue else { return }
      queue = nil
      do { try open.close() } catch { throw StoreError(error) }
    }
  }

  /// Runs `body` with this process alone in the store.
  func locked<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
    access.lock()
    defer { access.unlock() }
    try lock.acquire(limit: waitLimit, onWait: told.withLock { $0 }.tell)
    defer { lock.release() }
    return try body()
  }

  private func connect() throws(StoreError) {
    let open = try Opening.queue(path)
    do {
      try Schema.migrator(columns).migrate(open)
      try open.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try Schema.addMissingColumns(columns, db)
          return .commit
        }
      }
    } catch {
      throw StoreError(error)
    }
    queue = open
  }

  /// The connection. Where a disk failed it was given up; the disk may be well again.
  private func connection() throws(StoreError) -> DatabaseQueue {
    if queue == nil, !isClosed { try locked { () throws(StoreError) in try connect() } }
    guard let queue else { throw .closed }
    return queue
  }

  /// Reads; all that `body` reads is of one moment.
  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    access.lock()
    defer { access.unlock() }
    let queue = try connection()
    do { return try queue.read(body) } catch { throw StoreError(error) }
  }

  /// Without a transaction and under the lock: checkpoints, checks and dry runs.
  func maintain<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try locked { () throws(StoreError) in
      let queue = try connection()
      do { return try queue.writeWithoutTransaction(body) } catch { throw StoreError(error) }
    }
  }

  /// Runs a write and takes it back.
  func rehearse<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try maintain { db in
      try db.beginTransaction(.immediate)
      do {
        let result = try body(db)
        try db.rollback()
        return result
      } catch {
        if db.isInsideTransaction { try db.rollback() }
        throw error
      }
    }
  }

  /// Writes in one immediate transaction under the lock, and wakes who watches. `id` is the change that the
  /// transaction journals: when COMMIT fails, the store is opened again and asked whether it stands.
  func write<Result>(_ id: ChangeID, _ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try locked { () throws(StoreError) in
      let queue = try connection()
      var computed: Result?
      var number: Int64 = 0
      do {
        try queue.writeWithoutTransaction { db in
          try db.beginTransaction(.immediate)
          do {
            let result = try body(db)
            number = try Journal.head(db).seq
            computed = result
            try failCommit?(db)
            try db.commit()
          } catch {
            // After a failed COMMIT SQLite may have ended the transaction itself.
            if db.isInsideTransaction { try db.rollback() }
            throw error
          }
        }
      } catch {
        // Before COMMIT an error means that nothing stands; after it, only the file can say.
        guard computed != nil, try stands(id, after: StoreError(error)) else { throw StoreError(error) }
      }
      guard let computed else { throw .closed }
      lock.publish(number)
      return computed
    }
  }

  /// After an error from COMMIT: opens the store again and looks whether the change stands. Throws `notSaved`
  /// where it certainly does not, `unknownWhetherSaved` where the store cannot be read.
  private func stands(_ id: ChangeID, after failure: StoreError) throws(StoreError) -> Bool {
    var code: Int32 = 0
    if case .database(let number, _) = failure { code = number }
    // The old connection is of no more use; closing it may fail for the same reason as COMMIT did.
    do { try queue?.close() } catch { _ = error }
    queue = nil
    let saved: Bool
    do {
      try connect()
      saved = try read { db in try Journal.seq(of: id, db) != nil }
      if saved { try writeBack() }
    } catch {
      throw .unknownWhetherSaved(code: code)
    }
    if !saved { throw .notSaved(code: code) }
    return true
  }

  /// Writes everything into the database's file and syncs it. What can be read after an error may stand in memory only,
  /// for it may have been the sync that failed.
  private func writeBack() throws(StoreError) {
    let isBusy = try maintain { db in try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(FULL)")?.number(0) != 0
    }
    if isBusy { throw .busy(holder: nil) }
  }
}
