import CaseloadCore
import GRDB

/// Reads clients whole, row by row, without a row object between.
struct ClientReader {
  let columns: ClientColumns
  /// The fields of the columns, with their places in the catalogue.
  private let fields: [(id: FieldID, kind: Kind, place: Int)]

  init(_ columns: ClientColumns) {
    self.columns = columns
    fields = columns.columns.map { ($0.field.id, $0.field.kind, $0.place) }
  }

  private func sql(_ condition: String) -> String {
    """
    SELECT client.number, register_day, absent_since, \(columns.list()), \(Summaries.list)
    FROM client LEFT JOIN summary ON summary.client = client.number
    WHERE \(condition) ORDER BY client.number
    """
  }

  private func open(_ closedToo: Bool) -> String { closedToo ? "" : " AND status IS NOT 'closed'" }

  /// Reads the clients of a scope.
  func read(_ scope: Scope, closedToo: Bool, _ db: Database, _ body: (ClientFacts) -> Void) throws {
    try walk(rows(scope, closedToo, db), SideCursor(db, nil, columns), body)
  }

  private func rows(_ scope: Scope, _ closedToo: Bool, _ db: Database) throws -> RawStatement {
    let rows: RawStatement
    switch scope {
    case .all: rows = try RawStatement(db, sql("true" + open(closedToo)))
    case .coach(let name):
      rows = try RawStatement(db, sql("coach = ?" + open(closedToo)))
      rows.bind(1, name)
    case .team(let name):
      rows = try RawStatement(db, sql("team = ?" + open(closedToo)))
      rows.bind(1, name)
    }
    return rows
  }

  /// Reads one client, if she is there.
  func read(
    _ number: ClientNumber, closedToo: Bool, _ db: Database, _ body: (ClientFacts) -> Void
  ) throws {
    let rows = try RawStatement(db, sql("client.number = ?" + open(closedToo)))
    rows.bind(1, Int64(number.number))
    try walk(rows, SideCursor(db, number, columns), body)
  }

  /// Fills a population with the clients of a scope.
  func fill(_ loading: inout PopulationLoading, _ scope: Scope, closedToo: Bool, _ db: Database) throws {
    let rows = try rows(scope, closedToo, db)
    var sides = try SideCursor(db, nil, columns)
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
      loading.end(Summaries.read(rows, from: 3 + fields.count), isAbsentFromRegister: !rows.isNull(2))
    }
  }

  private func walk(_ rows: RawStatement, _ sides: SideCursor, _ body: (ClientFacts) -> Void) throws {
    var sides = sides
    while try rows.step() {
      let number = Int32(clamping: rows.integer(0))
      let registerDay = rows.text(1).flatMap { Day(iso: $0) }
      let beside = try sides.take(number)
      var values: [FieldID: Value] = [:]
      values.reserveCapacity(fields.count)
      for (place, field) in fields.enumerated() {
        let side = beside.isEmpty ? nil : beside[place]
        if side == nil, rows.isNull(3 + place) { continue }
        if let value = ClientFields.value(
          text: rows.text(3 + place), kind: field.kind, side: side, registerDay: registerDay)
        {
          values[field.id] = value
        }
      }
      body(
        ClientFacts(
          number: ClientNumber(number), values: values,
          summary: Summaries.read(rows, from: 3 + fields.count),
          isAbsentFromRegister: !rows.isNull(2)))
    }
  }
}

/// Walks the side table along with the clients, both in the order of their numbers.
struct SideCursor {
  private let rows: RawStatement
  private let columns: ClientColumns
  private var current: Int32?

  init(_ db: Database, _ number: ClientNumber?, _ columns: ClientColumns) throws {
    self.columns = columns
    rows = try RawStatement(
      db,
      """
      SELECT client, field, \(ClientFields.Side.list) FROM side \(number == nil ? "" : "WHERE client = ?")
      ORDER BY client
      """)
    if let number { rows.bind(1, Int64(number.number)) }
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
