import CaseloadCore
import GRDB

/// Reads clients whole, row by row, without a row object between.
struct ClientReader {
  let columns: ClientColumns
  /// The fields of the columns, with their places in the catalogue.
  let fields: [(id: FieldID, kind: Kind, place: Int)]
  /// Everything but the condition, put together once.
  private let selection: String
  /// One client with all that her checksum covers, which stands last.
  private let wholeClient: String
  private let seeds: [(column: Int, seed: UInt64)]

  init(_ columns: ClientColumns) {
    self.columns = columns
    fields = columns.columns.map { ($0.field.id, $0.field.kind, $0.place) }
    let tables = "FROM client LEFT JOIN summary ON summary.client = client.number"
    selection =
      "SELECT client.number, register_day, absent_since, \(columns.list()), \(Summaries.list) \(tables)"
    wholeClient = """
      SELECT \(Checksums.clientList(columns)), \(Summaries.list), client.checksum \(tables)
      WHERE client.number = ?
      """
    seeds = Checksums.clientSeeds(columns)
  }

  func sql(_ condition: String) -> String {
    "\(selection) WHERE \(condition) ORDER BY client.number"
  }

  func open(_ closedToo: Bool) -> String { closedToo ? "" : " AND status IS NOT 'closed'" }

  /// Reads the clients of a scope.
  func read(_ scope: Scope, closedToo: Bool, _ db: Database, _ body: (ClientFacts) -> Void) throws {
    try walk(rows(scope, closedToo, db), SideCursor(db, nil, columns), body)
  }

  private func rows(_ scope: Scope, _ closedToo: Bool, _ db: Database) throws -> RawStatement {
    try Self.statement(sql(Self.condition(scope) + open(closedToo)), scope, db)
  }

  static func condition(_ scope: Scope) -> String {
    switch scope {
    case .all: "true"
    case .coach(_, let others) where !others.isEmpty:
      "coach IN (?\(String(repeating: ", ?", count: others.count)))"
    case .coach: "coach = ?"
    case .team: "team = ?"
    }
  }

  static func statement(_ sql: String, _ scope: Scope, _ db: Database) throws -> RawStatement {
    let rows = try RawStatement(db, sql)
    switch scope {
    case .all: break
    case .coach(let name, let others):
      for (place, name) in ([name] + others).enumerated() { rows.bind(place + 1, name) }
    case .team(let name): rows.bind(1, name)
    }
    return rows
  }

  /// Reads one client, if she is there.
  func read(
    _ number: ClientNumber, closedToo: Bool, _ db: Database, _ body: (ClientFacts) -> Void
  ) throws {
    let rows = try RawStatement(kept: sql("client.number = ?" + open(closedToo)), db)
    rows.bind(1, Int64(number.number))
    try walk(rows, SideCursor(db, number, columns), body)
  }

  /// A client with the days of her row, its checksum verified; nil where there is none.
  func whole(_ number: ClientNumber, _ db: Database) throws
    -> (facts: ClientFacts, absentSince: Day?, createdDay: Day?)?
  {
    let row = try RawStatement(kept: wholeClient, db)
    row.bind(1, Int64(number.number))
    guard try row.step() else { return nil }
    let own = ClientColumns.own.count
    let checksum = own + fields.count + Summaries.count
    guard row.checksum(seeds) == UInt64(bitPattern: row.integer(checksum)) else {
      throw StoreError.damaged("client \(number.number)")
    }
    var sides = try SideCursor(db, number, columns)
    let days = ClientColumns.ownDays.map { place in row.withBytes(place) { $0.flatMap { Day(iso: $0) } } }
    let facts = facts(
      row, number.number, registerDay: days[0], isAbsent: !row.isNull(ClientColumns.absentSince),
      beside: try sides.take(number.number), fieldsFrom: own)
    return (facts, days[2], days[1])
  }

  private func walk(_ rows: RawStatement, _ sides: SideCursor, _ body: (ClientFacts) -> Void) throws {
    var sides = sides
    while try rows.step() {
      let number = Int32(clamping: rows.integer(0))
      let registerDay = rows.withBytes(1) { $0.flatMap { Day(iso: $0) } }
      body(
        facts(
          rows, number, registerDay: registerDay, isAbsent: !rows.isNull(2),
          beside: try sides.take(number), fieldsFrom: 3))
    }
  }

  /// The client of a row whose fields begin at a column, her summary behind them.
  private func facts(
    _ row: RawStatement, _ number: Int32, registerDay: Day?, isAbsent: Bool,
    beside: [Int: ClientFields.Side], fieldsFrom start: Int
  ) -> ClientFacts {
    var values: [FieldID: Value] = [:]
    values.reserveCapacity(fields.count)
    for (place, field) in fields.enumerated() {
      let side = beside.isEmpty ? nil : beside[place]
      if side == nil, row.isNull(start + place) { continue }
      if let value = ClientFields.value(
        text: row.text(start + place), kind: field.kind, side: side, registerDay: registerDay)
      {
        values[field.id] = value
      }
    }
    return ClientFacts(
      number: ClientNumber(number), values: values,
      summary: Summaries.read(row, from: start + fields.count), isAbsentFromRegister: isAbsent)
  }
}
