import GRDB
import GRDBSQLite

/// A prepared statement without GRDB's rows between: for reading whole tables and for bulk writing. Lives
/// only inside the database access in which it was made.
final class RawStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer
  /// GRDB's own statement, which it keeps and finalizes; nil where this one is ours.
  private let kept: Statement?

  /// Prepares one statement of fixed SQL.
  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else { throw StoreError.closed }
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw Self.error(connection) }
    self.connection = connection
    statement = prepared
    kept = nil
  }

  /// A statement of fixed SQL that the connection keeps prepared, for what is read again and again. Only one at
  /// a time may stand on rows.
  init(kept sql: String, _ db: Database) throws {
    guard let connection = db.sqliteConnection else { throw StoreError.closed }
    let statement = try db.cachedStatement(sql: sql)
    self.connection = connection
    self.statement = statement.sqliteStatement
    kept = statement
    sqlite3_reset(self.statement)
  }

  deinit {
    if kept == nil {
      sqlite3_finalize(statement)
    } else {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
  }

  /// SQLite's own words, which name tables and columns, never values.
  private static func error(_ connection: OpaquePointer) -> StoreError {
    .database(
      code: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)))
  }

  /// The next row; false after the last.
  func step() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw Self.error(connection)
    }
  }

  /// Runs a statement that gives no rows, and makes it ready for the next.
  func run() throws {
    _ = try step()
    reset()
  }

  /// Ready to run again; what was bound stays.
  func reset() { sqlite3_reset(statement) }

  /// Binds NULL (places count from 1).
  func bindNull(_ place: Int) { sqlite3_bind_null(statement, Int32(truncatingIfNeeded: place)) }
  /// Binds a whole number.
  func bind(_ place: Int, _ number: Int64) {
    sqlite3_bind_int64(statement, Int32(truncatingIfNeeded: place), number)
  }
  /// Binds a text's UTF-8 bytes; SQLite keeps a copy.
  func bind(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    _ = bytes.withMemoryRebound(to: CChar.self) { text in
      if let base = text.baseAddress {
        return sqlite3_bind_text64(
          statement, Int32(truncatingIfNeeded: place), base, UInt64(text.count), transient,
          UInt8(SQLITE_UTF8))
      } else {
        return sqlite3_bind_text64(
          statement, Int32(truncatingIfNeeded: place), "", 0, transient, UInt8(SQLITE_UTF8))
      }
    }
  }
  /// Binds a text, or NULL.
  func bind(_ place: Int, _ text: String?) {
    guard var text else { return bindNull(place) }
    text.withUTF8 { bind(place, $0) }
  }
  /// Binds bytes of UTF-8 without a copy: they must stay where they are until the statement is bound anew or gone.
  func borrow(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>?) {
    guard let bytes else { return bindNull(place) }
    guard let base = bytes.baseAddress else { return bind(place, bytes) }
    base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
      _ = sqlite3_bind_text64(
        statement, Int32(truncatingIfNeeded: place), text, UInt64(bytes.count), nil, UInt8(SQLITE_UTF8))
    }
  }

  /// Binds what another statement's row holds.
  func bind(_ place: Int, from other: RawStatement, column: Int) {
    sqlite3_bind_value(
      statement, Int32(truncatingIfNeeded: place),
      sqlite3_column_value(other.statement, Int32(truncatingIfNeeded: column)))
  }

  /// Whether a column (counted from 0) is NULL.
  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(truncatingIfNeeded: column)) == SQLITE_NULL
  }
  /// A column as a whole number; 0 where NULL.
  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(truncatingIfNeeded: column)) }
  /// A column as text; nil where NULL.
  func text(_ column: Int) -> String? {
    withBytes(column) { bytes in bytes.map { String(decoding: $0, as: UTF8.self) } }
  }
  /// A column's bytes as text; nil where NULL. They are SQLite's own until the next step.
  func withBytes<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result) rethrows
    -> Result
  {
    let place = Int32(truncatingIfNeeded: column)
    guard let start = sqlite3_column_text(statement, place) else { return try body(nil) }
    return try body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, place))))
  }
  /// A column's bytes as text, as `withBytes` gives them, at one call into SQLite's columns; nil where NULL. Whole
  /// numbers are written into `digits`, 20 bytes at least, where SQLite would format and allocate.
  @inline(__always)
  func bytes(_ column: Int, digits: UnsafeMutableBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard let value = sqlite3_column_value(statement, Int32(truncatingIfNeeded: column)) else { return nil }
    switch sqlite3_value_type(value) {
    case SQLITE_NULL: return nil
    case SQLITE_INTEGER: return Self.written(sqlite3_value_int64(value), digits)
    default:
      guard let start = sqlite3_value_text(value) else { return nil }
      return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
    }
  }

  private static func written(
    _ number: Int64, _ digits: UnsafeMutableBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    var place = digits.count
    var rest = number.magnitude
    repeat {
      guard place > 1 else { return nil }
      place -= 1
      digits[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 {
      place -= 1
      digits[place] = UInt8(ascii: "-")
    }
    return UnsafeBufferPointer(rebasing: digits[place...])
  }

  /// Whether a column holds these bytes, or both are nothing.
  func holds(_ bytes: UnsafeBufferPointer<UInt8>?, _ column: Int) -> Bool {
    withBytes(column) { mine in
      switch (mine, bytes) {
      case (nil, nil): return true
      case (let mine?, let bytes?): return mine.count == bytes.count && mine.elementsEqual(bytes)
      default: return false
      }
    }
  }

  /// The checksum of columns of the row, each with its seed.
  func checksum(_ columns: [(column: Int, seed: UInt64)]) -> UInt64 {
    var sum: UInt64 = 0
    for (column, seed) in columns {
      withBytes(column) { bytes in
        if let bytes { sum &+= RowChecksum.hash(bytes, seed: seed) }
      }
    }
    return sum
  }
}
