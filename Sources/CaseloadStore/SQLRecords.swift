import CaseloadCore
import GRDB

/// The records of the store as Core's `apply` reads and sets them. Lives inside one transaction; `finish`
/// writes what was put off and brings checksums and summaries up to date.
struct SQLRecords: Records {
  /// Whose saying it is when a client's field is set.
  enum Voice {
    /// A person: what the register said before stays known beside the value.
    case person
    /// The register itself, or an import being taken back: what is set is what the register says.
    case register
  }

  let db: Database
  let columns: ClientColumns
  let voice: Voice
  /// The edits that were really set, in order.
  private(set) var sets: [Edit] = []
  private var pending: [RecordRef: [FieldID: Value?]] = [:]
  private var touchedClients: Set<Int32> = []
  private var touchedContacts: Set<Int32> = []
  /// Clients whose records the change makes: until they are there, nothing stands in them.
  private var making: Set<Int64> = []
  /// Clients whose records it takes away, once all that belonged to them is gone.
  private var removing: [Int64] = []

  init(_ db: Database, _ columns: ClientColumns, voice: Voice = .person) {
    self.db = db
    self.columns = columns
    self.voice = voice
  }

  /// Tells which records a change makes, before anything is read.
  mutating func prepare(for change: Change) {
    for edit in change.edits where edit.record.kind == .client && edit.field == Creation.field {
      if edit.old?.content == nil { making.insert(edit.record.id) }
    }
  }

  func value(of record: RecordRef, _ field: FieldID) throws -> Value? {
    if record.kind == .client, field == Creation.field { return try ClientMaking(db).created(record.id) }
    if record.kind == .client, making.contains(record.id), try ClientMaking(db).created(record.id) == nil {
      return nil
    }
    if record.kind == .client { return try ClientFields(db, columns).value(record.id, field) }
    return try OtherRecords(db).value(record, field)
  }

  mutating func set(_ value: Value?, of record: RecordRef, _ field: FieldID) throws {
    if record.kind == .client, field == Creation.field {
      sets.append(Edit(record, field, old: try self.value(of: record, field), new: value))
      guard case .days(let days)? = value?.content else { return removing.append(record.id) }
      try ClientMaking(db).make(record.id, on: days.lowerBound)
      touchedClients.insert(Int32(clamping: record.id))
    } else if record.kind == .client {
      let fields = ClientFields(db, columns)
      let old = try fields.value(record.id, field)
      try fields.set(value, record.id, field, voice)
      sets.append(Edit(record, field, old: old, new: value))
      touchedClients.insert(Int32(clamping: record.id))
    } else {
      sets.append(Edit(record, field, old: try self.value(of: record, field), new: value))
      pending[record, default: [:]][field] = .some(value)
    }
  }

  /// Writes the other records and brings what depends on them up to date.
  mutating func finish() throws {
    let others = OtherRecords(db)
    for (record, fields) in pending.sorted(by: { $0.key.id < $1.key.id }) {
      for client in try others.put(record, fields) { touchedContacts.insert(client) }
    }
    pending = [:]
    for client in removing {
      try ClientMaking(db).remove(client, columns)
      touchedClients.remove(Int32(clamping: client))
      touchedContacts.remove(Int32(clamping: client))
    }
    for client in touchedClients.sorted() { try Checksums.refreshClient(client, columns, db) }
    for client in touchedContacts.sorted() { try Summaries.recompute(client, db) }
  }

  /// What stands in the way of a change before anything is set.
  func conflicts(of change: Change) throws -> [Conflict] {
    try change.edits.compactMap { edit in
      let current = try value(of: edit.record, edit.field)
      return says(current, edit.new) || says(current, edit.old) ? nil : Conflict(edit: edit, current: current)
    }
  }

  /// What would be left of records that a change takes away: fields that were filled in since, and for a client also
  /// the records that she got since. No record is without its client, so they stand in the way.
  func remains(of change: Change) throws -> [Conflict] {
    var remains: [Conflict] = []
    for removal in change.edits where removal.new?.content == nil {
      let record = removal.record
      let isClient = record.kind == .client
      let anchor = isClient ? Creation.field : RecordFields.anchor(of: record.kind)
      guard removal.field == anchor, try value(of: record, removal.field) != nil else { continue }
      let touched = Set(change.edits.filter { $0.record == record }.map(\.field))
      let fields =
        isClient ? columns.columns.map(\.field.id) : RecordFields.columns(of: record.kind).map(\.field)
      remains += try fields.filter { !touched.contains($0) }.compactMap { try remain(record, $0) }
      guard isClient else { continue }
      let moved = Set(change.edits.filter { $0.field == "client" }.map(\.record))
      remains += try OtherRecords(db).all(ofClient: record.id).filter { !moved.contains($0) }
        .compactMap { try remain($0, "client") }
    }
    return remains
  }

  /// What is still said there; nil where nothing is.
  private func remain(_ record: RecordRef, _ field: FieldID) throws -> Conflict? {
    let current = try value(of: record, field)
    // Also that somebody declined to say it; not that it was emptied.
    return says(current, nil)
      ? nil : Conflict(edit: Edit(record, field, old: nil, new: nil), current: current)
  }

  /// The client that a record is about; nil for none. After `finish` for records that were made.
  func client(of record: RecordRef) throws -> ClientNumber? {
    if record.kind == .client { return ClientNumber(Int32(clamping: record.id)) }
    for edit in sets where edit.record == record && edit.field == "client" {
      for value in [edit.new, edit.old] {
        if case .number(let range)? = value?.content {
          return ClientNumber(Int32(clamping: range.lowerBound))
        }
      }
    }
    return try OtherRecords(db).client(of: record)
  }
}
