import CaseloadCore
import GRDB

/// What must be true of hand-overs and absences after every change, whoever made it and whatever was read before: two
/// people may save in the same second, and an undo may bring back what does not fit any more.
struct TeamRules {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// Throws where a change that was just made broke a rule, so that nothing of it stands.
  func check(_ edits: [Edit]) throws {
    let transfers = Set(edits.filter { $0.record.kind == .transfer }.map(\.record.id))
    for id in transfers.sorted() {
      let open = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM transfer WHERE answer IS NULL
            AND client = (SELECT client FROM transfer WHERE id = ?)
          """, arguments: [id])
      if let open, open > 1 { throw StoreError.refused(.secondTransfer) }
    }
    guard edits.contains(where: { $0.record.kind == .absence }) else { return }
    let all = try Absences.all(db)
    for edit in edits where edit.record.kind == .absence {
      guard let absence = all.first(where: { $0.id == edit.record.id }) else { continue }
      if absence.refusal(among: all) != nil { throw StoreError.refused(.absence) }
    }
  }
}
