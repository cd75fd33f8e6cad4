import CaseloadCore
import GRDB

extension Store {
  /// Takes an import back, as far as nobody has touched since what it brought: clients it made are removed
  /// (their numbers are not given again), values it changed go back, its offers that nobody decided go. The
  /// rest is reported and stays.
  public func undoImport(_ id: Int64, as change: ChangeID, reason: String, _ context: Context)
    throws(StoreError) -> ImportUndo
  {
    try write(change) { db in
      var undo = ImportUndoing(
        store: self, importID: id, id: change, reason: reason, context: context, db: db)
      return try undo.run()
    }
  }
}

/// One import taken back, inside a transaction.
struct ImportUndoing {
  let store: Store
  let importID: Int64
  let id: ChangeID
  let reason: String
  let context: Context
  let db: Database
  private var result = ImportUndo()
  private var touched: Set<Int32> = []
  /// The clients to whom it gave a history.
  private var histories: [Int32] = []

  init(store: Store, importID: Int64, id: ChangeID, reason: String, context: Context, db: Database) {
    self.store = store
    self.importID = importID
    self.id = id
    self.reason = reason
    self.context = context
    self.db = db
  }

  mutating func run() throws -> ImportUndo {
    let register = ImportRegister(db)
    guard let entry = try register.entries("WHERE id = ?", [importID]).first, entry.undone == nil else {
      throw StoreError.unknownRecord("import \(importID)")
    }
    try removeContacts()
    try revertValues()
    try revertTouches()
    try db.execute(
      sql: "DELETE FROM offer WHERE import = ? AND decided IS NULL", arguments: [importID])
    try removeClients()
    try db.execute(
      sql: "UPDATE import SET undone = ? WHERE id = ?", arguments: [id.text, importID])
    // Now that it is undone, what was registered here is all there is, unless another import knows more.
    for client in histories { try OwnHistory.settle(client, db) }
    try Journal.append(
      JournalHeader(
        kind: "undo-import", change: id, author: context.actor.name, moment: context.now, undoes: nil,
        importID: importID),
      try JournalPayload.parts(reason: reason, edits: []) { _ in nil }
        + [register.payload(entry.source, entry.counts)], db)
    return result
  }

  /// The contacts it brought, and the history it gave.
  private mutating func removeContacts() throws {
    let clients = try Int32.fetchAll(
      db, sql: "SELECT DISTINCT client FROM contact WHERE created_import = ?", arguments: [importID])
    try db.execute(sql: "DELETE FROM contact WHERE created_import = ?", arguments: [importID])
    result.contacts = db.changesCount
    let given = try Row.fetchAll(
      db, sql: "SELECT client, was FROM import_touch WHERE import = ? AND what = 'history'",
      arguments: [importID])
    for row in given {
      let client = Int32(clamping: row.number(0) ?? 0)
      histories.append(client)
      try db.execute(
        sql: "UPDATE summary SET history_since = NULL, history_until = NULL WHERE client = ?",
        arguments: [client])
      try Summaries.recompute(client, history: row.text(1).flatMap { History.read($0) }, db)
    }
    for client in clients { try Summaries.recompute(client, db) }
  }

  /// The values it changed, the last first (a client may have answered twice), each edit by itself: one that somebody touched since stays and is reported.
  private mutating func revertValues() throws {
    let entries = try Row.fetchAll(
      db,
      sql: """
        SELECT journal.change, json FROM journal JOIN journal_payload USING (seq)
        WHERE import = ? AND kind IN ('import', 'import-answers')
          AND change <> (SELECT change FROM import WHERE id = ?)
        ORDER BY seq DESC
        """, arguments: [importID, importID])
    for row in entries {
      let edits = try JournalPayload.read(row.text(1) ?? "").coreEdits()
      var records = SQLRecords(db, store.columns, voice: .register)
      var back: [Edit] = []
      for edit in edits {
        let current = try records.value(of: edit.record, edit.field)
        if CaseloadCore.says(current, edit.new), (current ?? .empty).source == (edit.new ?? .empty).source {
          back.append(edit.inverse)
        } else {
          result.keptValues.append(Conflict(edit: edit, current: current))
        }
      }
      guard !back.isEmpty else { continue }
      for edit in back {
        try records.set(edit.new, of: edit.record, edit.field)
        touched.insert(Int32(clamping: edit.record.id))
      }
      try records.finish()
      result.reverted += back.count
      let parts = try JournalPayload.parts(reason: reason, edits: records.sets) { try records.client(of: $0) }
      try Journal.append(
        JournalHeader(
          kind: "undo-import", change: ChangeID(id.text + "." + (row.text(0) ?? "")),
          author: context.actor.name, moment: context.now, undoes: row.text(0).map { ChangeID($0) },
          importID: importID), parts, db)
    }
  }

  /// What it noted beside the values: absence, and what the register said where the coach's value stayed.
  private mutating func revertTouches() throws {
    let fields = ClientFields(db, store.columns)
    let touches = try Row.fetchAll(
      db, sql: "SELECT client, what, was FROM import_touch WHERE import = ? ORDER BY client",
      arguments: [importID])
    for row in touches {
      let client = Int32(clamping: row.number(0) ?? 0)
      let what = row.text(1) ?? ""
      if what == "absent" {
        try db.execute(
          sql: "UPDATE client SET absent_since = ? WHERE number = ?", arguments: [row.text(2), client])
        try Checksums.refreshClient(client, store.columns, db)
      } else if what == KeptProfiles.touch {
        try KeptProfiles.put(row.text(2), client, db)
      } else if let field = Self.field(what), let column = store.columns[field],
        let value = try fields.value(Int64(client), field)
      {
        var side =
          try fields.side(Int64(client), field)
          ?? ClientFields.Side(state: value.state, source: value.source, day: value.day, raw: value.raw)
        let said = value.source == .register ? try Said.text(value, kind: column.field.kind) : nil
        side.registerApart = value.source != .register || said != row.text(2)
        side.registerSaid = side.registerApart ? row.text(2) : nil
        try fields.put(side, Int64(client), field)
      }
    }
  }

  private static func field(_ what: String) -> FieldID? {
    guard let (before, field) = split(what), before == "said" else { return nil }
    return FieldID(field)
  }

  private static func split(_ what: String) -> (String, String)? {
    guard let space = what.firstIndex(of: " ") else { return nil }
    return (String(what[..<space]), String(what[what.index(after: space)...]))
  }

  /// The clients it made, where nothing touches them still but this import. What another import did and its own
  /// undoing took back touches nobody.
  private mutating func removeClients() throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT number,
          EXISTS (
            SELECT 1 FROM journal_part JOIN journal USING (seq) LEFT JOIN import ON import.id = journal.import
            WHERE client = number AND (journal.import IS NULL OR (import.id <> ?1 AND import.undone IS NULL)))
          OR EXISTS (SELECT 1 FROM contact WHERE client = number)
          OR EXISTS (SELECT 1 FROM errand WHERE client = number)
          OR EXISTS (SELECT 1 FROM plan WHERE client = number)
          OR EXISTS (SELECT 1 FROM transfer WHERE client = number)
          OR EXISTS (SELECT 1 FROM offer WHERE client = number)
          OR EXISTS (
            SELECT 1 FROM import_touch JOIN import ON import.id = import_touch.import
            WHERE client = number AND import.id <> ?1 AND import.undone IS NULL)
        FROM client WHERE created_import = ?1 ORDER BY number
        """, arguments: [importID])
    for row in rows {
      let number = Int32(clamping: row.number(0) ?? 0)
      if row.number(1) == 1 {
        result.keptClients.append(ClientNumber(number))
        continue
      }
      try db.cachedStatement(sql: "DELETE FROM client WHERE number = ?").execute(arguments: [number])
      result.removed += 1
    }
  }
}
