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
  /// Keeps edits in one change. Records whose id is `RecordRef.new` or below are made, each such id another one; they
  /// get their ids in the transaction that makes them, so that nobody else can have them.
  /// - Parameter id: the change's, made by its author, which makes it safe to ask again.
  public func keep(
    _ edits: [Edit], _ id: ChangeID, reason: String, _ context: Context
  ) throws(StoreError) -> KeepOutcome {
    try write(id) { db in
      let edits = try Self.numbered(edits, db)
      let change = Change(
        id: id, author: context.actor.name, moment: context.now, reason: reason, edits: edits)
      switch try apply(change, db) {
      case .saved, .alreadySaved:
        try OwnHistory.followMoves(edits, db)
        return .kept
      case .conflict(let conflicts): return .conflict(try Hindrances(db).of(conflicts, .redo))
      }
    }
  }

  private static func numbered(_ edits: [Edit], _ db: Database) throws -> [Edit] {
    let ids = RecordIDs(db)
    var made: [RecordRef: RecordRef] = [:]
    var last: [RecordKind: Int64] = [:]
    return try edits.map { edit in
      guard edit.record.id <= RecordRef.new else { return edit }
      if edit.record.kind == .client, made[edit.record] == nil {
        made[edit.record] = RecordRef(.client, try ClientMaking(db).next())
      }
      if made[edit.record] == nil {
        let (id, overflow) = try (last[edit.record.kind] ?? ids.last(edit.record.kind))
          .addingReportingOverflow(1)
        if overflow { throw StoreError.damaged(edit.record.kind.rawValue) }
        last[edit.record.kind] = id
        made[edit.record] = RecordRef(edit.record.kind, id)
      }
      return Edit(made[edit.record] ?? edit.record, edit.field, old: edit.old, new: edit.new)
    }
  }
}
