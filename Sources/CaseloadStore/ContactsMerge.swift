import CaseloadCore
import GRDB

/// One merge of staged contacts, inside the one transaction of the store.
final class ContactsMerge {
  private let session: ContactsImport
  private let id: ChangeID
  private let options: MergeOptions
  private let context: Context
  private let db: Database
  private let staged: Database
  private var counts = ImportCounts()
  private var importID: Int64 = 0
  private var refused: [RefusedRow]
  private var touched: Set<Int32> = []
  /// The histories that this import gives; each client's summary is worked out once, with her contacts.
  private var given: [Int32: ClosedRange<Day>] = [:]

  init(
    _ session: ContactsImport, id: ChangeID, options: MergeOptions, context: Context, db: Database,
    staged: Database
  ) {
    self.session = session
    self.id = id
    self.options = options
    self.context = context
    self.db = db
    self.staged = staged
    refused = session.refused
  }

  func run(_ history: ContactHistory, _ progress: (Int, Int) -> Void) throws -> ImportResult {
    if try Journal.seq(of: id, db) != nil { return try ImportRegister(db).result(of: id) }
    let register = ImportRegister(db)
    importID = try register.nextID()
    try register.insert(importID, id, "contacts", session.source)
    try walk(progress)
    switch history {
    case .complete(let since): try giveHistory(since: since ?? session.earliest)
    case .latestOfEach: try giveHistoryOfEach()
    case .asKnown: break
    }
    for client in touched.union(given.keys).sorted() {
      try Summaries.recompute(client, history: given[client], db)
    }
    counts.read = session.read + options.refusedBefore
    counts.refused = refused.count + options.refusedBefore
    let isSame = try register.isRepeat(importID, session.source)
    if counts.new == 0, given.isEmpty, isSame {
      try register.delete(importID)
      return ImportResult(id: nil, counts: counts, refused: refused)
    }
    try register.complete(importID, counts)
    try Journal.append(
      JournalHeader(
        kind: "import-contacts", change: id, author: context.actor.name, moment: context.now, undoes: nil,
        importID: importID), [register.payload(session.source, counts)], db)
    return ImportResult(id: options.dryRun ? nil : importID, counts: counts, refused: refused)
  }

  /// Each staged contact: refused where nobody has its key, left where it is there already.
  private func walk(_ progress: (Int, Int) -> Void) throws {
    let total = session.read - session.refused.count
    let names = ContactsImport.columns
    let rows = try RawStatement(
      staged, "SELECT line, key, \(names.joined(separator: ", ")) FROM staged ORDER BY id")
    let find = try RawStatement(db, "SELECT client FROM client_key WHERE register = ? AND key = ?")
    find.bind(1, session.source.register)
    // What makes two contacts one: day held or logged, kind, channel, colleague, story.
    let same = try RawStatement(
      db,
      """
      SELECT count(*) FROM contact WHERE client = ? AND held IS ? AND logged IS ? AND kind IS ?
        AND channel IS ? AND colleague IS ? AND story IS ? AND created_import IS NOT ?
      """)
    // Two attempts on one day are two rows that read the same: each row of the file stands for one contact, and
    // only as many are there already as another import brought.
    same.bind(8, importID)
    var met: [UInt64: Int64] = [:]
    let insert = try RawStatement(
      db,
      """
      INSERT INTO contact (client, source, created_import, \(names.joined(separator: ", ")), id, checksum)
      VALUES (?, 'register', ?, \(names.map { _ in "?" }.joined(separator: ", ")), ?, ?)
      """)
    var next = try RecordIDs(db).last(.contact)
    let seeds = names.map { RowChecksum.seed($0) }
    let clientSeed = RowChecksum.seed("client")
    var done = 0
    while try rows.step() {
      done += 1
      if done & 1023 == 0 { progress(done, total) }
      find.bind(2, from: rows, column: 1)
      let isKnown = try find.step()
      let client = Int32(clamping: find.integer(0))
      find.reset()
      guard isKnown else {
        refused.append(RefusedRow(line: Int(rows.integer(0)), reason: .unknownKey))
        continue
      }
      same.bind(1, Int64(client))
      for (place, column) in [3, 4, 2, 5, 7, 8].enumerated() {
        same.bind(place + 2, from: rows, column: column)
      }
      _ = try same.step()
      let there = same.integer(0)
      same.reset()
      var likeness = rows.checksum([3, 4, 2, 5, 7, 8].map { ($0, seeds[$0 - 2]) })
      var name = String(client)
      likeness &+= name.withUTF8 { RowChecksum.hash($0, seed: clientSeed) }
      if there > met[likeness, default: 0] {
        met[likeness, default: 0] += 1
        counts.unchanged += 1
        continue
      }
      let (following, overflow) = next.addingReportingOverflow(1)
      if overflow { throw StoreError.damaged("contact") }
      next = following
      var sum = rows.checksum(seeds.enumerated().map { ($0.offset + 2, $0.element) })
      for (name, text) in [
        ("id", String(next)), ("client", String(client)), ("source", "register"),
        ("created_import", String(importID)),
      ] {
        var text = text
        sum &+= text.withUTF8 { RowChecksum.hash($0, seed: RowChecksum.seed(name)) }
      }
      insert.bind(1, Int64(client))
      insert.bind(2, importID)
      for place in names.indices { insert.bind(place + 3, from: rows, column: place + 2) }
      insert.bind(names.count + 3, next)
      insert.bind(names.count + 4, Int64(bitPattern: sum))
      try insert.run()
      touched.insert(client)
      counts.new += 1
    }
    progress(done, total)
  }

  /// The history of everyone who was there then.
  private func giveHistory(since: Day?) throws {
    let drawn = session.source.drawn
    guard let since, since <= drawn else { return }
    let rows = try Row.fetchAll(
      db, sql: "SELECT number, intake, benefit, assigned, created_day FROM client ORDER BY number")
    for row in rows {
      let client = Int32(clamping: row.number(0) ?? 0)
      // Of a partial day the earliest that it may be.
      let starts = (1...3).compactMap { row.text($0).flatMap { History.read($0)?.lowerBound } }
      guard let start = starts.min() ?? row.day(4), start <= drawn else { continue }
      try join(since...drawn, to: client)
    }
  }

  /// The history that a register's column of last contact gives: from the conversation it tells of.
  private func giveHistoryOfEach() throws {
    let drawn = session.source.drawn
    let rows = try RawStatement(
      staged, "SELECT key, held FROM staged WHERE kind = 'conversation' AND held IS NOT NULL ORDER BY id")
    let find = try RawStatement(db, "SELECT client FROM client_key WHERE register = ? AND key = ?")
    find.bind(1, session.source.register)
    while try rows.step() {
      find.bind(2, from: rows, column: 0)
      let isKnown = try find.step()
      let client = Int32(clamping: find.integer(0))
      find.reset()
      guard isKnown, let day = rows.text(1).flatMap({ Day(iso: $0) }), day <= drawn else { continue }
      try join(day...drawn, to: client)
    }
  }

  private func join(_ days: ClosedRange<Day>, to client: Int32) throws {
    let known = try given[client] ?? Summaries.history(client, db)
    let joined = History.joined(known, days)
    if joined == known { return }
    try ImportRegister(db).touch(importID, client, "history", was: History.text(known))
    given[client] = joined
  }
}
