import CaseloadCore
import GRDB

/// Which tables carry checksums, over which columns, and how they are brought up to date.
enum Checksums {
  /// A table whose rows carry a checksum over these columns.
  enum Table: String, CaseIterable {
    case contact, errand, plan, side, offer, profile, transfer, absence
    case key = "client_key"
    case handed = "handed_over"

    /// The columns that the checksum covers; all but the checksum itself.
    var columns: [String] {
      switch self {
      case .contact:
        ["id"] + RecordFields.columns(of: .contact).map(\.field.text) + ["created_import", "folded"]
      case .errand: ["id"] + RecordFields.columns(of: .errand).map(\.field.text)
      case .plan: ["id"] + RecordFields.columns(of: .plan).map(\.field.text)
      case .transfer: ["id"] + RecordFields.columns(of: .transfer).map(\.field.text)
      case .absence: ["id"] + RecordFields.columns(of: .absence).map(\.field.text)
      case .side:
        [
          "client", "field", "state", "source", "day", "raw", "reason", "until", "register_apart",
          "register_said",
        ]
      case .offer: ["id", "client", "field", "said", "source", "day", "import", "said_before", "decided"]
      case .profile: ["client", "json"]
      case .key: ["register", "key", "client"]
      case .handed: ["client", "register", "field", "said", "day"]
      }
    }

    /// Columns as a list for SQL, quoted.
    var list: String { columns.map { "\"\($0)\"" }.joined(separator: ", ") }
    /// Each column's place in `list`, with its seed.
    var seeded: [(column: Int, seed: UInt64)] {
      columns.enumerated().map { ($0.offset, RowChecksum.seed($0.element)) }
    }
  }

  /// Works out the checksum of the rows that a condition of fixed SQL names, and writes it.
  static func refresh(
    _ table: Table, _ condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT \(table.list) FROM \(table.rawValue) WHERE \(condition)"),
        arguments: arguments)
    else { return }
    let sum = of(row, table.seeded)
    try db.cachedStatement(sql: "UPDATE \(table.rawValue) SET checksum = ? WHERE \(condition)")
      .execute(arguments: [Int64(bitPattern: sum)] + arguments)
  }

  /// The checksum of the first columns of a row.
  static func of(_ row: Row, _ columns: [(column: Int, seed: UInt64)]) -> UInt64 {
    var sum: UInt64 = 0
    for (column, seed) in columns {
      var text: String
      switch (row[column] as DatabaseValue).storage {
      case .null: continue
      case .string(let string): text = string
      case .int64(let number): text = String(number)
      case .double(let number): text = String(number)
      case .blob(let data): text = String(decoding: data, as: UTF8.self)
      }
      sum &+= text.withUTF8 { RowChecksum.hash($0, seed: seed) }
    }
    return sum
  }

  /// The seeds of the wide table's columns as `clientList` names them.
  static func clientSeeds(_ columns: ClientColumns) -> [(column: Int, seed: UInt64)] {
    (ClientColumns.own + columns.columns.map(\.name)).enumerated().map {
      ($0.offset, RowChecksum.seed($0.element))
    }
  }

  /// The wide table's columns that its checksum covers: the store's own first, then the fields.
  static func clientList(_ columns: ClientColumns) -> String {
    ClientColumns.own.joined(separator: ", ") + ", " + columns.list()
  }

  /// Works out a client's checksum and writes it.
  static func refreshClient(_ client: Int32, _ columns: ClientColumns, _ db: Database) throws {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT \(clientList(columns)) FROM client WHERE number = ?"),
        arguments: [client])
    else { return }
    try db.cachedStatement(sql: "UPDATE client SET checksum = ? WHERE number = ?")
      .execute(arguments: [Int64(bitPattern: of(row, clientSeeds(columns))), client])
  }
}
