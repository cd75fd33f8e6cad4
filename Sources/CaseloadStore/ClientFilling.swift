import CaseloadCore
import GRDB

/// A part of the caseload that is read in one go: a scope, of everybody perhaps only the earlier or the later numbers.
struct CaseloadPart: Sendable {
  /// Which half of everybody.
  enum Half: Sendable {
    case upTo(Int64)
    case after(Int64)
  }
  var scope: Scope
  var half: Half?

  /// The condition that its clients meet, over the table of clients.
  var condition: String {
    switch half {
    case nil: ClientReader.condition(scope)
    case .upTo: "client.number <= ?1"
    case .after: "client.number > ?1"
    }
  }

  /// The condition that rows about its clients meet, over a table with a column `client`.
  var ofClient: String {
    switch half {
    case .upTo: "client <= ?1"
    case .after: "client > ?1"
    case nil:
      scope == .all
        ? "true" : "client IN (SELECT number FROM client WHERE \(ClientReader.condition(scope)))"
    }
  }

  /// A statement of fixed SQL with one of the conditions, its values bound.
  func statement(_ sql: String, _ db: Database) throws -> RawStatement {
    switch half {
    case nil: return try ClientReader.statement(sql, scope, db)
    case .upTo(let number), .after(let number):
      let statement = try RawStatement(db, sql)
      statement.bind(1, number)
      return statement
    }
  }
}

extension ClientReader {
  /// At least how many clients a scope has: the closed ones are counted too, for that asks nothing but an index.
  func count(_ scope: Scope, _ db: Database) throws -> Int {
    let count = try Self.statement(
      "SELECT count(*) FROM client WHERE \(Self.condition(scope))", scope, db)
    return try count.step() ? Int(clamping: count.integer(0)) : 0
  }

  /// Where everybody is cut in two; numbers are given one after another, so that the halves are nearly as large.
  func middle(_ db: Database) throws -> Int64? {
    let ends = try RawStatement(
      db, "SELECT (SELECT min(number) FROM client), (SELECT max(number) FROM client)")
    guard try ends.step(), !ends.isNull(0) else { return nil }
    let (first, last) = (ends.integer(0), ends.integer(1))
    return first / 2 + last / 2
  }

  /// Fills a population with the clients of a part.
  func fill(
    _ loading: inout PopulationLoading, _ part: CaseloadPart, closedToo: Bool, _ db: Database
  ) throws {
    let rows = try part.statement(sql(part.condition + open(closedToo)), db)
    var sides = try SideCursor(db, part, columns)
    let fields = fields
    let needsText = fields.map { loading.needsText($0.place) }
    let parts = SummaryText.allCases
    let summary = 3 + fields.count
    let digits = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 24)
    defer { digits.deallocate() }
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    while try rows.step() {
      let number = Int32(clamping: rows.integer(0))
      let registerDay = rows.withBytes(1) { $0.flatMap { Day(iso: $0) } }
      loading.begin(ClientNumber(number), day: registerDay)
      for place in fields.indices {
        if needsText[place] {
          guard let text = rows.bytes(3 + place, digits: digits) else { continue }
          loading.set(fields[place].place, text: text)
        } else if !rows.isNull(3 + place) {
          loading.set(fields[place].place, text: nothing)
        }
      }
      try sides.each(number) { place, state, side in
        let field = fields[place]
        if side == nil, rows.isNull(3 + place) {
          loading.set(field.place, Value(state: state, source: .register))
          return
        }
        let value = ClientFields.value(
          text: rows.text(3 + place), kind: field.kind, side: side ?? Self.alone(state),
          registerDay: registerDay)
        if let value { loading.set(field.place, value) }
      }
      for part in parts {
        if let text = rows.bytes(summary + part.rawValue, digits: digits) { loading.set(part, text: text) }
      }
      loading.end(isAbsentFromRegister: !rows.isNull(2))
    }
  }

  private static func alone(_ state: State) -> ClientFields.Side {
    ClientFields.Side(state: state, source: .register)
  }
}
