import CaseloadCore
import GRDB

/// The fields of clients, one at a time: the wide table, and beside it what is not plain.
struct ClientFields {
  /// A row of the side table.
  struct Side {
    var state: State
    var source: Source
    var day: Day?
    var raw: String?
    var reason: String?
    var until: Day?
    /// Whether what the register last said is not what stands; then `registerSaid` is that.
    var registerApart = false
    var registerSaid: String?

    /// The columns that `init(_:from:)` reads, in its order.
    static let list = "state, source, day, raw, reason, until, register_apart, register_said"
  }

  let db: Database
  let columns: ClientColumns

  init(_ db: Database, _ columns: ClientColumns) {
    self.db = db
    self.columns = columns
  }

  /// The value now; nil where nobody touched the field.
  func value(_ client: Int64, _ field: FieldID) throws -> Value? {
    let column = try column(field)
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT CAST(\(column.quoted) AS TEXT), register_day FROM client WHERE number = ?"),
        arguments: [client])
    else { throw StoreError.unknownRecord("client \(client)") }
    let text = row.text(0)
    let registerDay = row.day(1)
    return Self.value(
      text: text, kind: column.field.kind, side: try side(client, field), registerDay: registerDay)
  }

  /// The value that a column's text and what stands beside it make.
  static func value(text: String?, kind: Kind, side: Side?, registerDay: Day?) -> Value? {
    let content = text.flatMap { ContentText.content($0, kind: kind) }
    if let text, content == nil {
      // A choice that the catalogue no longer has, or a hand that wrote past the program: not understood.
      return Value(
        state: .empty, source: side?.source ?? .register, day: side?.day ?? registerDay, raw: text)
    }
    guard let side else {
      return content.map { .recorded($0, source: .register, day: registerDay) }
    }
    return Value(
      state: side.state, content: side.state == .recorded ? content : nil, source: side.source,
      day: side.day, raw: side.raw, reason: side.reason, until: side.until)
  }

  /// What stands beside a field; nil where it is plain.
  func side(_ client: Int64, _ field: FieldID) throws -> Side? {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT \(Side.list) FROM side WHERE client = ? AND field = ?
            """), arguments: [client, field.text])
    else { return nil }
    return try Side(row, from: 0)
  }

  /// What the register last said of a field (`Said`).
  func registerSaid(_ client: Int64, _ field: FieldID) throws -> String? {
    if let side = try side(client, field), side.registerApart { return side.registerSaid }
    guard let value = try value(client, field), value.source == .register else { return nil }
    return try Said.text(value, kind: try column(field).field.kind)
  }

  /// Sets a value. The row's checksum is not brought up to date here.
  func set(_ value: Value?, _ client: Int64, _ field: FieldID, _ voice: SQLRecords.Voice) throws {
    let column = try column(field)
    let kind = column.field.kind
    let before = try registerSaid(client, field)
    let new = value ?? .empty
    let text = new.state == .recorded ? try Self.admitted(new.content, kind) : nil
    try db.cachedStatement(sql: "UPDATE client SET \(column.quoted) = ? WHERE number = ?")
      .execute(arguments: [text, client])
    if column.field.id == "experience" { try ExperienceRows.write(new.content, client, db) }
    let said = new.source == .register ? try Said.text(new, kind: kind) : nil
    var side = Side(
      state: new.state, source: new.source, day: new.day, raw: try TextDoor.admit(new.raw),
      reason: try TextDoor.admit(new.reason), until: new.until)
    if new.source != .register || (voice == .person && said != before) {
      side.registerApart = true
      side.registerSaid = before
    }
    try put(side, client, field)
  }

  /// Writes what stands beside a field, or takes the row away where the value is plain.
  func put(_ side: Side, _ client: Int64, _ field: FieldID) throws {
    let registerDay = try String.fetchOne(
      db.cachedStatement(sql: "SELECT register_day FROM client WHERE number = ?"), arguments: [client])
    let isPlain =
      side.source == .register && !side.registerApart && side.raw == nil && side.reason == nil
      && side.until == nil
      && (side.state == .empty || (side.state == .recorded && side.day?.iso == registerDay))
    if isPlain {
      try db.cachedStatement(sql: "DELETE FROM side WHERE client = ? AND field = ?")
        .execute(arguments: [client, field.text])
      return
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO side (client, field, state, source, day, raw, reason, until, register_apart,
          register_said, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
        ON CONFLICT (client, field) DO UPDATE SET state = excluded.state, source = excluded.source,
          day = excluded.day, raw = excluded.raw, reason = excluded.reason, until = excluded.until,
          register_apart = excluded.register_apart, register_said = excluded.register_said
        """
    ).execute(arguments: [
      client, field.text, side.state.rawValue, side.source.rawValue, side.day?.iso, side.raw, side.reason,
      side.until?.iso, side.registerApart, side.registerSaid,
    ])
    try Checksums.refresh(.side, "client = ? AND field = ?", [client, field.text], db)
  }

  private static func admitted(_ content: Content?, _ kind: Kind) throws(StoreError) -> String? {
    guard let content else { return nil }
    guard let text = ContentText.text(content, kind: kind) else { throw .refused(.otherKind(nil)) }
    return try TextDoor.admit(text)
  }

  private func column(_ field: FieldID) throws(StoreError) -> ClientColumns.Column {
    guard let column = columns[field] else { throw .refused(.field(field.text)) }
    return column
  }
}

extension ClientFields.Side {
  /// What stands in the columns of `list`, the first of them at `start`.
  init(_ row: Row, from start: Int) throws(StoreError) {
    guard let state = row.text(start).flatMap({ State(rawValue: $0) }),
      let source = row.text(start + 1).flatMap({ Source(rawValue: $0) })
    else { throw .damaged("side") }
    self.init(
      state: state, source: source, day: row.day(start + 2), raw: row.text(start + 3),
      reason: row.text(start + 4), until: row.day(start + 5), registerApart: row.number(start + 6) == 1,
      registerSaid: row.text(start + 7))
  }
}
