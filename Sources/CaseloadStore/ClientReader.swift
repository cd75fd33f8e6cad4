import CaseloadCore
import GRDB

/// Reads clients whole, row by row, without a row object between.
struct ClientReader {
  let columns: ClientColumns
  /// The fields of the columns, with their places in the catalogue.
  private let fields: [(id: FieldID, kind: Kind, place: Int)]
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

  private func sql(_ condition: String) -> String {
    "\(selection) WHERE \(condition) ORDER BY client.number"
  }

  private func open(_ closedToo: Bool) -> String { closedToo ? "" : " AND status IS NOT 'closed'" }

  /// Reads the clients of a scope.
  func read(_ scope: Scope, closedToo: Bool, _ db: Database, _ body: (ClientFacts) -> Void) throws {
    try walk(rows(scope, closedToo, db), SideCursor(db, nil, columns), body)
  }

  private func rows(_ scope: Scope, _ closedToo: Bool, _ db: Database) throws -> RawStatement {
    try Self.statement(sql(Self.condition(scope) + open(closedToo)), scope, db)
  }

  /// At least how many clients a scope has: the closed ones are counted too, for that asks nothing but an index.
  private func count(_ scope: Scope, _ db: Database) throws -> Int {
    let count = try Self.statement(
      "SELECT count(*) FROM client WHERE \(Self.condition(scope))", scope, db)
    return try count.step() ? Int(clamping: count.integer(0)) : 0
  }

  private static func condition(_ scope: Scope) -> String {
    switch scope {
    case .all: "true"
    case .coach: "coach = ?"
    case .team: "team = ?"
    }
  }

  private static func statement(_ sql: String, _ scope: Scope, _ db: Database) throws -> RawStatement {
    let rows = try RawStatement(db, sql)
    switch scope {
    case .all: break
    case .coach(let name), .team(let name): rows.bind(1, name)
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

  /// Fills a population with the clients of a scope.
  func fill(_ loading: inout PopulationLoading, _ scope: Scope, closedToo: Bool, _ db: Database) throws {
    loading.reserve(try count(scope, db))
    let rows = try rows(scope, closedToo, db)
    var sides = try SideCursor(db, nil, columns)
    let summary = 3 + fields.count
    while try rows.step() {
      let number = Int32(clamping: rows.integer(0))
      let registerDay = rows.withBytes(1) { $0.flatMap { Day(iso: $0) } }
      let beside = try sides.take(number)
      loading.begin(ClientNumber(number), day: registerDay)
      for (place, field) in fields.enumerated() {
        guard !beside.isEmpty, let side = beside[place] else {
          rows.withBytes(3 + place) { text in
            if let text { loading.set(field.place, text: text) }
          }
          continue
        }
        let value = ClientFields.value(
          text: rows.text(3 + place), kind: field.kind, side: side, registerDay: registerDay)
        if let value { loading.set(field.place, value) }
      }
      let isAbsent = !rows.isNull(2)
      if rows.isNull(summary + Summaries.conversations) {
        loading.end(isAbsentFromRegister: isAbsent)
      } else {
        loading.end(Summaries.read(rows, from: summary), isAbsentFromRegister: isAbsent)
      }
    }
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

/// Walks the side table along with the clients, both in the order of their numbers.
struct SideCursor {
  private let rows: RawStatement
  private let columns: ClientColumns
  private var current: Int32?

  init(_ db: Database, _ number: ClientNumber?, _ columns: ClientColumns) throws {
    self.columns = columns
    let sql = "SELECT client, field, \(ClientFields.Side.list) FROM side"
    if let number {
      rows = try RawStatement(kept: sql + " WHERE client = ?", db)
      rows.bind(1, Int64(number.number))
    } else {
      rows = try RawStatement(db, sql + " ORDER BY client")
    }
    try advance()
  }

  private mutating func advance() throws {
    current = try rows.step() ? Int32(clamping: rows.integer(0)) : nil
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
