import CaseloadCore
import GRDB

/// Walks the side table along with the clients, both in the order of their numbers.
struct SideCursor {
  private let rows: RawStatement
  private let columns: ClientColumns
  private var current: Int32?

  private static let sql = "SELECT client, field, \(ClientFields.Side.list) FROM side"

  init(_ db: Database, _ number: ClientNumber?, _ columns: ClientColumns) throws {
    self.columns = columns
    if let number {
      rows = try RawStatement(kept: Self.sql + " WHERE client = ?", db)
      rows.bind(1, Int64(number.number))
    } else {
      rows = try RawStatement(db, Self.sql + " ORDER BY client")
    }
    try advance()
  }

  /// What stands beside the clients of a part of the caseload.
  init(_ db: Database, _ part: CaseloadPart, _ columns: ClientColumns) throws {
    self.columns = columns
    rows = try part.statement("\(Self.sql) WHERE \(part.ofClient) ORDER BY client", db)
    try advance()
  }

  private mutating func advance() throws {
    current = try rows.step() ? Int32(clamping: rows.integer(0)) : nil
  }

  /// Calls `body` with each place of a column of this client beside which something stands: nil where that is a state
  /// and nothing else that a caseload in memory keeps, else all of it.
  mutating func each(
    _ number: Int32, _ body: (_ place: Int, State, ClientFields.Side?) throws -> Void
  ) throws {
    while let client = current, client <= number {
      if client == number, let place = rows.withBytes(1, { $0.flatMap { columns.place(named: $0) } }) {
        guard let state = rows.text(2).flatMap({ State(rawValue: $0) }) else {
          throw StoreError.damaged("side")
        }
        let isStateAlone = state != .recorded && rows.isNull(5)
        try body(place, state, isStateAlone ? nil : ClientFields.Side(rows, from: 2))
      }
      try advance()
    }
  }

  /// What stands beside the fields of this client, by the places of their columns.
  mutating func take(_ number: Int32) throws -> [Int: ClientFields.Side] {
    var found: [Int: ClientFields.Side] = [:]
    while let client = current, client <= number {
      if client == number, let field = rows.text(1), let place = columns.place(of: FieldID(field)) {
        found[place] = try ClientFields.Side(rows, from: 2)
      }
      try advance()
    }
    return found
  }
}

extension ClientFields.Side {
  /// What stands in the columns of `list`, the first of them at `start`.
  init(_ row: RawStatement, from start: Int) throws(StoreError) {
    guard let state = row.text(start).flatMap({ State(rawValue: $0) }),
      let source = row.text(start + 1).flatMap({ Source(rawValue: $0) })
    else { throw .damaged("side") }
    func day(_ place: Int) -> Day? { row.text(start + place).flatMap { Day(iso: $0) } }
    self.init(
      state: state, source: source, day: day(2), raw: row.text(start + 3), reason: row.text(start + 4),
      until: day(5), registerApart: row.integer(start + 6) == 1, registerSaid: row.text(start + 7))
  }
}
