import CaseloadCore
import GRDB

/// Contacts, errands, plans, hand-overs and absences, field by field; their tables have a column for each.
struct OtherRecords {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// The tables' names, fixed.
  private func table(_ kind: RecordKind) throws(StoreError) -> Checksums.Table {
    switch kind {
    case .contact: .contact
    case .errand: .errand
    case .plan: .plan
    case .offer: .offer
    case .transfer: .transfer
    case .absence: .absence
    case .client, .setting: throw .refused(.kind(kind.rawValue))
    }
  }

  private func column(_ record: RecordRef, _ field: FieldID) throws(StoreError) -> RecordFields.Column {
    guard let column = RecordFields.columns(of: record.kind).first(where: { $0.field == field }) else {
      throw .refused(.field(field.text))
    }
    return column
  }

  /// The value now; nil where the record or the field is empty.
  func value(_ record: RecordRef, _ field: FieldID) throws -> Value? {
    let table = try table(record.kind)
    let column = try column(record, field)
    guard
      let text = try String.fetchOne(
        db.cachedStatement(
          sql: "SELECT CAST(\"\(column.field.text)\" AS TEXT) FROM \(table.rawValue) WHERE id = ?"),
        arguments: [record.id])
    else { return nil }
    guard let content = ContentText.content(text, kind: column.kind) else {
      throw StoreError.damaged(table.rawValue)
    }
    return .recorded(content, source: .coach)
  }

  /// The client of a record; nil for none.
  func client(of record: RecordRef) throws -> ClientNumber? {
    if !Self.hasClient(record.kind) { return nil }
    return try Int32.fetchOne(
      db.cachedStatement(sql: "SELECT client FROM \(try table(record.kind).rawValue) WHERE id = ?"),
      arguments: [record.id]
    ).map { ClientNumber($0) }
  }

  /// The records that belong to a client, of every kind.
  func all(ofClient number: Int64) throws -> [RecordRef] {
    let kinds = RecordKind.allCases.filter { !RecordFields.columns(of: $0).isEmpty && Self.hasClient($0) }
    return try kinds.flatMap { kind in
      try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM \(try table(kind).rawValue) WHERE client = ? ORDER BY id"),
        arguments: [number]
      ).map { RecordRef(kind, $0) }
    }
  }

  /// Whether records of a kind belong to clients.
  private static func hasClient(_ kind: RecordKind) -> Bool { RecordFields.anchor(of: kind) == "client" }

  /// Puts fields of a record, making it where it is not there and removing it where nothing is left of it.
  /// Gives the clients whose summaries depend on it.
  func put(_ record: RecordRef, _ fields: [FieldID: Value?]) throws -> [Int32] {
    let table = try table(record.kind)
    var clients = try client(of: record).map { [$0.number] } ?? []
    let exists =
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM \(table.rawValue) WHERE id = ?"), arguments: [record.id])
      != nil
    if !exists {
      guard let client = try number(fields["client"]) else {
        if ![.errand, .absence].contains(record.kind) {
          throw StoreError.refused(.withoutClient(table.rawValue))
        }
        try insert(record, table, client: nil)
        return try update(record, table, fields) + clients
      }
      let known = try Int.fetchOne(db, sql: "SELECT 1 FROM client WHERE number = ?", arguments: [client])
      guard known != nil else { throw StoreError.unknownRecord("client \(client)") }
      try insert(record, table, client: client)
    }
    clients += try update(record, table, fields)
    return clients
  }

  private func number(_ value: Value??) throws -> Int? {
    guard case .number(let range)? = value.flatMap({ $0 })?.content else { return nil }
    return range.lowerBound
  }

  private func insert(_ record: RecordRef, _ table: Checksums.Table, client: Int?) throws {
    guard Self.hasClient(record.kind) else {
      return try db.cachedStatement(sql: "INSERT INTO \(table.rawValue) (id, checksum) VALUES (?, 0)")
        .execute(arguments: [record.id])
    }
    try db.cachedStatement(sql: "INSERT INTO \(table.rawValue) (id, client, checksum) VALUES (?, ?, 0)")
      .execute(arguments: [record.id, client])
  }

  private func update(_ record: RecordRef, _ table: Checksums.Table, _ fields: [FieldID: Value?]) throws
    -> [Int32]
  {
    let isRemoved =
      try fields.values.allSatisfy { $0?.content == nil } && isEmptyBeside(record, table, fields)
    if isRemoved {
      try db.cachedStatement(sql: "DELETE FROM \(table.rawValue) WHERE id = ?")
        .execute(arguments: [record.id])
      try RecordIDs(db).retire(record)
      return []
    }
    for (field, value) in fields {
      let column = try column(record, field)
      var text: String?
      if let value, value.state != .empty || value.content != nil {
        guard value.state == .recorded, let content = value.content,
          let written = ContentText.text(content, kind: column.kind)
        else { throw StoreError.refused(.otherKind(nil)) }
        text = try TextDoor.admit(written)
      }
      try db.cachedStatement(sql: "UPDATE \(table.rawValue) SET \"\(field.text)\" = ? WHERE id = ?")
        .execute(arguments: [text, record.id])
    }
    if record.kind == .contact { try fold(record.id) }
    try Checksums.refresh(table, "id = ?", [record.id], db)
    return try client(of: record).map { [$0.number] } ?? []
  }

  /// Whether all fields that are not about to be emptied are empty already.
  private func isEmptyBeside(_ record: RecordRef, _ table: Checksums.Table, _ fields: [FieldID: Value?])
    throws -> Bool
  {
    for column in RecordFields.columns(of: record.kind) where fields[column.field] == nil {
      if try value(record, column.field) != nil { return false }
    }
    return true
  }

  /// The folded copy of what was said and agreed, for the search through notes.
  private func fold(_ id: Int64) throws {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT story, agreed, said FROM contact WHERE id = ?", arguments: [id])
    else { return }
    let words = [row.text(0), row.text(1), row.text(2)].compactMap { $0 }.joined(separator: "\n")
    try db.execute(
      sql: "UPDATE contact SET folded = ? WHERE id = ?",
      arguments: [words.isEmpty ? nil : Folding.fold(words), id])
  }
}
