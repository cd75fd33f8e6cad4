import CaseloadCore
import GRDB

/// What became of a change that was given to the store. (A change that the disk did not keep is thrown as
/// `notSaved`; one of which that is not known as `unknownWhetherSaved`.)
public enum SaveOutcome: Hashable, Sendable {
  /// It stands now: how many edits were set, how many stood already, and the number of the change.
  case saved(set: Int, already: Int, number: Int64)
  /// It was saved before, under the same id; nothing was done.
  case alreadySaved(number: Int64)
  /// Nothing was changed: these values are no longer what the change replaces.
  case conflict([Conflict])
}

extension Store {
  /// Applies a change in one transaction, with its entry in the journal. A change whose id the journal knows
  /// is done already. A change of which every edit stands already is not journalled.
  public func apply(_ change: Change) throws(StoreError) -> SaveOutcome {
    try write(change.id) { db in try apply(change, db) }
  }

  /// The same inside a transaction. What is said to be `about` clients is journalled as theirs even where every edit
  /// stood already: an undo that found its work done has been done.
  func apply(
    _ change: Change, voice: SQLRecords.Voice = .person, kind: String = "change", importID: Int64? = nil,
    about clients: [ClientNumber]? = nil, _ db: Database
  ) throws -> SaveOutcome {
    if let seq = try Journal.seq(of: change.id, db) { return .alreadySaved(number: seq) }
    var records = SQLRecords(db, columns, voice: voice)
    records.prepare(for: change)
    let remains = try records.remains(of: change)
    guard remains.isEmpty else { return .conflict(try records.conflicts(of: change) + remains) }
    switch try records.apply(change) {
    case .conflict(let conflicts): return .conflict(conflicts)
    case .done(let set, let already):
      guard set > 0 || clients != nil else {
        return .saved(set: 0, already: already, number: try Journal.head(db).seq)
      }
      // The clients of records that the change removes must be known before they are gone.
      let known = records
      let parts = try JournalPayload.parts(
        reason: change.reason, edits: records.sets, about: clients ?? []
      ) { try known.client(of: $0) }
      try records.finish()
      try TeamRules(db).check(records.sets)
      let seq = try Journal.append(
        JournalHeader(
          kind: kind, change: change.id, author: change.author, moment: change.moment,
          undoes: change.undoes, importID: importID), parts, db)
      return .saved(set: set, already: already, number: seq)
    }
  }

  /// The change of this id as the journal keeps it; nil where there is none, or where its payload was erased.
  public func change(_ id: ChangeID) throws(StoreError) -> Change? {
    try read { db in try Self.change(id, db) }
  }

  /// The same inside a transaction.
  static func change(_ id: ChangeID, _ db: Database) throws -> Change? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT seq, author, moment, undoes FROM journal WHERE change = ?", arguments: [id.text])
    else { return nil }
    let payloads = try String.fetchAll(
      db, sql: "SELECT json FROM journal_payload WHERE seq = ? ORDER BY part",
      arguments: [row.number(0)])
    let parts = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM journal_part WHERE seq = ?", arguments: [row.number(0)])
    guard !payloads.isEmpty, payloads.count == parts else { return nil }
    let read = try payloads.map { try JournalPayload.read($0) }
    return Change(
      id: id, author: row.text(1) ?? "", moment: Moment(seconds: row.number(2) ?? 0),
      reason: read[0].reason, edits: try read.flatMap { try $0.coreEdits() },
      undoes: row.text(3).map { ChangeID($0) })
  }

  /// Takes a change back: applies its inverse under the new id.
  public func undo(
    _ id: ChangeID, as newID: ChangeID, reason: String, _ context: Context
  ) throws(StoreError) -> SaveOutcome {
    guard let change = try change(id) else { throw .unknownRecord(id.text) }
    return try apply(
      change.inverse(id: newID, author: context.actor.name, moment: context.now, reason: reason))
  }

  /// The id that a new contact, errand or plan should get. Where two people take the same one at once, the
  /// later change is a conflict and is made again with another.
  public func newRecordID(_ kind: RecordKind) throws(StoreError) -> Int64 {
    try read { db in try RecordIDs(db).next(kind) }
  }
}
