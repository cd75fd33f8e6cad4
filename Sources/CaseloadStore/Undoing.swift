import CaseloadCore
import GRDB

/// What became of an undo or a redo.
public enum UndoOutcome: Hashable, Sendable {
  /// There is nothing of the asking person to undo or do again; how many were passed over because what they held is
  /// erased.
  case nothing(erased: Int)
  /// It stands now, with an entry of its own in the journal.
  case done(UndoStep)
  /// Nothing was changed: somebody changed these values since.
  case conflict(UndoStep, [Hindrance])
}

/// A value that somebody changed since, and who that was.
public struct Hindrance: Hashable, Sendable {
  /// The record.
  public var record: RecordRef
  /// The field.
  public var field: FieldID
  /// What the person who asks had written.
  public var mine: Value?
  /// What stands there now.
  public var now: Value?
  /// Who wrote that; nil where the journal does not say.
  public var author: String?
  /// When.
  public var moment: Moment?
}

extension Store {
  /// What the asking person would undo, or do again, next; nil where there is nothing.
  public func next(
    _ way: Undoing, of client: ClientNumber? = nil, _ context: Context
  ) throws(StoreError) -> UndoStep? {
    try read { db in
      try UndoSearch(db: db, way: way, client: client, author: context.actor.name).next().found?.step
    }
  }

  /// Takes the last change of the asking person back, or does again what she took back last; over the whole store, or
  /// of one client. What is undone is taken back where it still stands, in one transaction, and is journalled as a
  /// change of its own; where somebody else changed it since, nothing is changed.
  /// - Parameter id: the new change's; asking again with the same one does nothing more.
  public func step(
    _ way: Undoing, of client: ClientNumber? = nil, as id: ChangeID, _ context: Context
  ) throws(StoreError) -> UndoOutcome {
    try write(id) { db in
      let search = UndoSearch(db: db, way: way, client: client, author: context.actor.name)
      if let taken = try search.taken(as: id) { return .done(taken.step) }
      let (found, erased) = try search.next()
      guard let found else { return .nothing(erased: erased) }
      let inverse = found.link.inverse(
        id: id, author: context.actor.name, moment: context.now, reason: "")
      switch try apply(inverse, about: found.clients, db) {
      case .saved, .alreadySaved:
        try OwnHistory.follow(inverse.edits, found.clients, db)
        return .done(found.step)
      case .conflict(let conflicts):
        return .conflict(found.step, try Hindrances(db).of(conflicts, way))
      }
    }
  }
}

/// Finds in the journal who wrote what stands in the way.
struct Hindrances {
  private struct Place: Hashable {
    let record: RecordRef
    let field: String
  }

  let db: Database

  init(_ db: Database) { self.db = db }

  func of(_ conflicts: [Conflict], _ way: Undoing) throws -> [Hindrance] {
    // Nil stands for what is of no client: an absence, or an errand of nobody.
    var clients: [ClientNumber?] = []
    for conflict in conflicts {
      let record = conflict.edit.record
      let owner =
        record.kind == .client
        ? ClientNumber(Int32(clamping: record.id)) : try OtherRecords(db).client(of: record)
      if !clients.contains(owner) { clients.append(owner) }
    }
    var writers: [Place: (author: String, moment: Moment)] = [:]
    for client in clients { try note(client, in: &writers) }
    return conflicts.map { conflict in
      let edit = conflict.edit
      let writer = writers[Place(record: edit.record, field: edit.field.text)]
      return Hindrance(
        record: edit.record, field: edit.field, mine: way == .undo ? edit.old : edit.new,
        now: conflict.current, author: writer?.author, moment: writer?.moment)
    }
  }

  /// The latest writer of each field of a client's records, or of the records of no client.
  private func note(
    _ client: ClientNumber?, in writers: inout [Place: (author: String, moment: Moment)]
  ) throws {
    // `IS ?` would read the whole journal for one client: the index is over those that are of somebody.
    let (whose, arguments): (String, StatementArguments) =
      client.map { ("journal_part.client = ?", [$0.number]) }
      ?? ("journal_part.client IS NULL AND kind = 'change'", [])
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT author, moment, json FROM journal_part JOIN journal ON journal.seq = journal_part.seq
        JOIN journal_payload ON journal_payload.seq = journal_part.seq
          AND journal_payload.part = journal_part.part
        WHERE \(whose) ORDER BY journal.seq DESC
        """, arguments: arguments)
    while let row = try rows.next() {
      for line in try JournalPayload.read(row.text(2) ?? "").edits {
        guard let kind = RecordKind(rawValue: line.kind) else { continue }
        let place = Place(record: RecordRef(kind, line.id), field: line.field)
        if writers[place] == nil {
          writers[place] = (row.text(0) ?? "", Moment(seconds: row.number(1) ?? 0))
        }
      }
    }
  }
}
