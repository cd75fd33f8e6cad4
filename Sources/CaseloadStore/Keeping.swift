import CaseloadCore
import GRDB

/// What became of edits that a person made.
public enum KeepOutcome: Hashable, Sendable {
  /// They stand now.
  case kept
  /// Nothing was changed: somebody changed these values since they were read.
  case conflict([Hindrance])
}

extension Store {
  /// Keeps edits in one change. Records with the id `RecordRef.new` are made, of each kind one; they get their ids in
  /// the transaction that makes them, so that nobody else can have them.
  /// - Parameter id: the change's, made by its author, which makes it safe to ask again.
  public func keep(
    _ edits: [Edit], _ id: ChangeID, reason: String, _ context: Context
  ) throws(StoreError) -> KeepOutcome {
    try write(id) { db in
      let ids = RecordIDs(db)
      var made: [RecordKind: RecordRef] = [:]
      let edits = try edits.map { edit in
        guard edit.record.id == RecordRef.new, edit.record.kind != .client else { return edit }
        let known = made[edit.record.kind]
        let record = try known ?? RecordRef(edit.record.kind, ids.next(edit.record.kind))
        made[edit.record.kind] = record
        return Edit(record, edit.field, old: edit.old, new: edit.new)
      }
      let change = Change(
        id: id, author: context.actor.name, moment: context.now, reason: reason, edits: edits)
      switch try apply(change, db) {
      case .saved, .alreadySaved: return .kept
      case .conflict(let conflicts): return .conflict(try Hindrances(db).of(conflicts, .redo))
      }
    }
  }
}
