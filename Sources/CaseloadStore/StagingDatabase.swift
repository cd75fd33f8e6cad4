import CaseloadCore
import Glibc
import GRDB

/// The private database in which an import waits for its merge: a file beside the store that is ours alone
/// (0600) and has no name any more once SQLite has opened it, so that nothing stays behind, kill or not.
final class StagingDatabase {
  private var queue: DatabaseQueue?
  private var inserts: [RawStatement] = []

  /// Makes it, with tables of fixed SQL.
  init(beside store: Store, sql: String) throws(StoreError) {
    var generator = SystemRandomNumberGenerator()
    let path =
      store.path + ".stage-" + String(UInt64.random(in: 0...UInt64.max, using: &generator), radix: 16)
    try StoreFiles.make(path)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;
          """)
    }
    do {
      defer { unlink(path) }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: sql)
        // One transaction for all of staging; never committed, for nobody reads it but us.
        try db.beginTransaction(.immediate)
      }
      self.queue = queue
    } catch {
      throw StoreError(error)
    }
  }

  /// Prepares the statements that staging runs again and again.
  func prepare(_ sql: [String]) throws(StoreError) {
    guard let queue else { throw .closed }
    do {
      inserts = try queue.unsafeReentrantWrite { db in try sql.map { try RawStatement(db, $0) } }
    } catch {
      throw StoreError(error)
    }
  }

  /// Runs `body` with the prepared statements.
  func insert(_ body: ([RawStatement]) throws -> Void) throws(StoreError) {
    guard queue != nil else { throw .closed }
    // Staging belongs to one thread; the queue's own hop would cost more than the insert.
    do { try body(inserts) } catch { throw StoreError(error) }
  }

  /// Reads what was staged.
  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    guard let queue else { throw .closed }
    do { return try queue.unsafeReentrantWrite(body) } catch { throw StoreError(error) }
  }

  /// Lets it go, and with it the file.
  func discard() {
    inserts = []
    guard let open = queue else { return }
    queue = nil
    do {
      try open.writeWithoutTransaction { db in if db.isInsideTransaction { try db.rollback() } }
      try open.close()
    } catch {
      // Nothing is lost: the file has no name, and goes with the process at the latest.
      _ = error
    }
  }

  deinit { discard() }
}
