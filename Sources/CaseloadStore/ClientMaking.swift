import CaseloadCore
import GRDB

/// Makes and removes the records of clients who are added by hand.
struct ClientMaking {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// The day from which a client's record is there; nil where there is none.
  func created(_ client: Int64) throws -> Value? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT created_day FROM client WHERE number = ?"), arguments: [client])
    else { return nil }
    return .recorded(.day(row.day(0) ?? .earliest), source: .coach)
  }

  /// Makes an empty record under a number that nobody ever had.
  func make(_ client: Int64, on day: Day) throws {
    guard (1...Int64(Int32.max)).contains(client) else { throw StoreError.refused(.noNumbers) }
    try db.execute(
      sql: "INSERT INTO client (number, created_day, checksum) VALUES (?, ?, 0)",
      arguments: [client, day.iso])
  }

  /// Removes a record in which nothing is left. What still belongs to it would go with it, so it stands in the way.
  func remove(_ client: Int64, _ columns: ClientColumns) throws {
    let fields = columns.columns.map { "\($0.quoted) IS NOT NULL" }.joined(separator: " OR ")
    let isFilled = try Bool.fetchOne(
      db,
      sql: """
        SELECT created_import IS NOT NULL OR \(fields)
          OR EXISTS (SELECT 1 FROM contact WHERE client = number)
          OR EXISTS (SELECT 1 FROM errand WHERE client = number)
          OR EXISTS (SELECT 1 FROM plan WHERE client = number)
          OR EXISTS (SELECT 1 FROM transfer WHERE client = number)
          OR EXISTS (SELECT 1 FROM offer WHERE client = number)
          OR EXISTS (SELECT 1 FROM profile WHERE client = number)
        FROM client WHERE number = ?
        """, arguments: [client])
    if isFilled == true { throw StoreError.refused(.notEmpty) }
    // The next export of the register would be about nobody.
    let hasKey = try Int.fetchOne(db, sql: "SELECT 1 FROM client_key WHERE client = ?", arguments: [client])
    if hasKey != nil { throw StoreError.refused(.hasKey) }
    try db.execute(sql: "DELETE FROM client WHERE number = ?", arguments: [client])
  }

  /// The number that the next client gets.
  func next() throws -> Int64 {
    let last = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM sqlite_sequence WHERE name = 'client'") ?? 0
    let highest = try Int64.fetchOne(db, sql: "SELECT max(number) FROM client") ?? 0
    return max(last, highest) &+ 1
  }
}
