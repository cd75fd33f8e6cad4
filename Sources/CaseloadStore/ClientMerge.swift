import CaseloadCore
import GRDB

/// One merge of staged clients, inside the one transaction of the store. Only records that differ are
/// touched: each row is compared with what the register itself said before.
final class ClientMerge {
  let session: ImportSession
  let id: ChangeID
  let options: MergeOptions
  let context: Context
  let db: Database
  let staged: StagedClients
  let store: Store
  var counts = ImportCounts()
  /// The number of this import.
  var importID: Int64 = 0
  /// The day drawn of the last export of this register that is in; nil for the first.
  var lastDrawn: Day?
  /// By client number: whether the file holds her.
  private var present: Set<Int32> = []
  /// Rows where only what is known of the register changed, nothing of the client.
  var agreed = 0

  init(
    _ session: ImportSession, id: ChangeID, options: MergeOptions, context: Context, db: Database,
    staged: StagedClients
  ) {
    self.session = session
    self.id = id
    self.options = options
    self.context = context
    self.db = db
    self.staged = staged
    store = session.store
  }

  func run(_ progress: (Int, Int) -> Void) throws -> ImportResult {
    if try Journal.seq(of: id, db) != nil { return try ImportRegister(db).result(of: id) }
    let register = ImportRegister(db)
    lastDrawn = try register.lastDrawn("clients", session.source.register)
    if let last = lastDrawn, session.source.drawn < last, !options.force {
      throw StoreError.drawnEarlier(drawn: session.source.drawn, last: last)
    }
    importID = try register.nextID()
    counts.read = session.read + options.refusedBefore
    counts.refused = session.refused.count + options.refusedBefore
    // The entry stands first, for rows refer to it; it is completed at the end.
    try register.insert(importID, id, "clients", session.source)
    try walk(progress)
    if session.source.isFull { try markAbsent() }
    let isSame = try register.isRepeat(importID, session.source)
    if counts.new + counts.changed + counts.absent + agreed == 0, isSame {
      // The same file once more: not even an entry.
      try register.delete(importID)
      return ImportResult(id: nil, counts: counts, refused: session.refused)
    }
    try register.complete(importID, counts)
    try Journal.append(
      JournalHeader(
        kind: "import", change: id, author: context.actor.name, moment: context.now, undoes: nil,
        importID: importID), [register.payload(session.source, counts)], db)
    return ImportResult(
      id: options.dryRun ? nil : importID, counts: counts, refused: session.refused)
  }

  /// Each staged row: a client who is there is compared, one who is not is made.
  private func walk(_ progress: (Int, Int) -> Void) throws {
    let total = staged.count
    let isFirst =
      try Int.fetchOne(
        db, sql: "SELECT 1 FROM client_key WHERE register = ? LIMIT 1", arguments: [session.source.register])
      == nil
    let find = try RawStatement(db, "SELECT client FROM client_key WHERE register = ? AND key = ?")
    find.bind(1, session.source.register)
    let newClients = try NewClients(self)
    let known = try KnownClients(self)
    for place in 0..<total {
      let row = staged.row(place)
      var number: Int32?
      if !isFirst {
        find.borrow(2, row.key)
        if try find.step() { number = Int32(clamping: find.integer(0)) }
        find.reset()
      }
      if let number {
        present.insert(number)
        try known.compare(number, row)
      } else {
        try newClients.add(row)
        counts.new += 1
      }
      if place & 1023 == 1023 { progress(place + 1, total) }
    }
    try newClients.finish()
    progress(total, total)
  }

  /// Clients of this register, other than those who were added by hand and are still awaited, whom the full export does not hold: marked, not deleted. A row that was refused
  /// holds its client all the same.
  private func markAbsent() throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT client, key FROM client_key JOIN client ON client.number = client_key.client
        WHERE register = ? AND absent_since IS NULL AND created_import IS NOT ?
          AND NOT \(Store.isStillAwaited) ORDER BY client
        """, arguments: [session.source.register, importID])
    for row in rows {
      let number = Int32(clamping: row.number(0) ?? 0)
      if present.contains(number) || session.present.contains(row.text(1) ?? "") { continue }
      try setAbsent(number, since: session.source.drawn, was: nil)
      counts.absent += 1
    }
  }

  /// Sets or clears the day since which the register no longer has a client, so that it can be undone.
  func setAbsent(_ number: Int32, since: Day?, was: String?) throws {
    try db.cachedStatement(sql: "UPDATE client SET absent_since = ? WHERE number = ?")
      .execute(arguments: [since?.iso, number])
    try Checksums.refreshClient(number, store.columns, db)
    try ImportRegister(db).touch(importID, number, "absent", was: was)
  }
}
