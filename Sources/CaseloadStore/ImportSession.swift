import CaseloadCore
import GRDB

/// An import of clients: rows are staged in memory without the store's lock, then merged in one short transaction.
/// Use it from one thread; `discard` (or its end) removes what was staged.
public final class ImportSession {
  let store: Store
  /// Where it comes from; the file's digest may be filled in when all of it was read, before the merge.
  public var source: ImportSource
  /// The fields that the file's columns give; a field that is not among them is not compared.
  public let columns: [FieldID]
  /// The columns of the wide table they go to, in the same order.
  let stored: [ClientColumns.Column]
  /// What waits for the merge; nil once it was discarded.
  @exclusivity(unchecked) private(set) var staged: StagedClients?
  /// Rows staged and refused so far.
  @exclusivity(unchecked) private(set) var read = 0
  private(set) var refused: [RefusedRow] = []
  /// Keys of rows that the reader of the file refused.
  private(set) var present: Set<String> = []
  /// The cells of the row that is being staged.
  @exclusivity(unchecked) private var cells: [Int32] = []

  /// Begins an import of these columns; each must be a stored field, once.
  public init(_ store: Store, source: ImportSource, columns: [FieldID]) throws(StoreError) {
    var stored: [ClientColumns.Column] = []
    for field in columns {
      guard let column = store.columns[field] else { throw .refused(.field(field.text)) }
      if stored.contains(where: { $0.field.id == field }) { throw .refused(.fieldTwice(field)) }
      stored.append(column)
    }
    self.store = store
    self.source = source
    self.columns = columns
    self.stored = stored
    staged = StagedClients(columns: stored.count)
  }

  /// Stages a row: the register's key, the values in the order of `columns` (nil where the cell is empty) and
  /// the line of the file. Source and day of the values are not read: they are the register's, of the day
  /// drawn.
  public func add(key: RegisterKey, values: [Value?], line: Int) throws(StoreError) -> Staged {
    try stage(key, values.count, line) { staged, place throws(StoreError) in
      try values[place].map { value throws(StoreError) in try keep(value, place, staged) } ?? 0
    }
  }

  /// Stages a row whose values have numbers: in one column the same number (from 0; below 0 is none) is the same
  /// value as long as the session lasts, so what was worked out for it is taken again, which is most of the work
  /// of a large file. Numbers are small: each takes room of its own.
  public func add(
    key: RegisterKey, count: Int, line: Int, number: (Int) -> Int32, value: (Int) -> Value
  ) throws(StoreError) -> Staged {
    try stage(key, count, line) { staged, place throws(StoreError) in
      let number = number(place)
      if let cell = staged.cell(ofSpelling: number, column: place) { return cell }
      let cell = try keep(value(place), place, staged)
      staged.note(spelling: number, column: place, cell: cell)
      return cell
    }
  }

  /// Stages a row by field; what is not among `columns` is not read.
  public func add(key: RegisterKey, values: [FieldID: Value], line: Int) throws(StoreError) -> Staged {
    try add(key: key, values: columns.map { values[$0] }, line: line)
  }

  /// Notes that a row that the reader of the file refused has this key: who is in the file is not absent.
  public func notePresent(_ key: RegisterKey) throws(StoreError) {
    present.insert(try TextDoor.admit(key.text))
  }

  /// Merges what was staged, in one transaction; `progress` gets rows done and rows in all. A merge whose id the
  /// journal knows is done already. Throws `drawnEarlier` where an export of that register that was drawn
  /// later is in already.
  public func merge(
    as id: ChangeID, options: MergeOptions = MergeOptions(), _ context: Context,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) -> ImportResult {
    try merge(as: id, with: nil, options: options, context, progress: progress).clients
  }

  /// Merges what was staged together with the contacts that the export's own columns tell of (last contact,
  /// next appointment) or that stand in the same folder, in one transaction; they are an import of their own with
  /// an id of its own, and make known the `history`.
  public func merge(
    as id: ChangeID, with told: (contacts: ContactsImport, id: ChangeID)?,
    history: ContactHistory = .latestOfEach, profiles: KeptProfiles? = nil, options: MergeOptions,
    _ context: Context, progress: (Int, Int) -> Void
  ) throws(StoreError) -> (clients: ImportResult, contacts: ImportResult?) {
    guard let staged else { throw .closed }
    func run(_ db: Database) throws -> (clients: ImportResult, contacts: ImportResult?) {
      let merge = ClientMerge(self, id: id, options: options, context: context, db: db, staged: staged)
      let clients = try merge.run(progress)
      // The same file once more brings the same profiles, and no entry to note them with.
      if let profiles, merge.importID > 0, try Journal.seq(of: id, db) != nil {
        _ = try profiles.write(as: merge.importID, db)
      }
      guard let told else { return (clients, nil) }
      let contacts = try told.contacts.stage.read { staged in
        try ContactsMerge(
          told.contacts, id: told.id, options: MergeOptions(dryRun: options.dryRun), context: context,
          db: db, staged: staged
        ).run(history) { _, _ in }
      }
      return (clients, contacts)
    }
    // A merge touches pages all over the file; in SQLite's usual 2 MB each would be written, and read again, many
    // times. What is not used is not taken, and goes again with the merge.
    func runWithRoom(_ db: Database) throws -> (clients: ImportResult, contacts: ImportResult?) {
      try db.execute(sql: "PRAGMA cache_size = -131072")
      do {
        let result = try run(db)
        try db.execute(sql: "PRAGMA cache_size = -2000")
        return result
      } catch {
        // Should this fail too, nothing is lost but memory; what went wrong first is what counts.
        try? db.execute(sql: "PRAGMA cache_size = -2000")
        throw error
      }
    }
    return options.dryRun ? try store.rehearse(runWithRoom) : try store.write(id, runWithRoom)
  }

  /// Removes what was staged. Staging or merging after it throws `closed`.
  public func discard() { staged = nil }

  private func refuse(_ line: Int, _ reason: RefusedRow.Reason) -> Staged {
    refused.append(RefusedRow(line: line, reason: reason))
    switch reason {
    case .duplicate(let first): return .duplicate(firstLine: first)
    case .cannotBeKept(let error): return .refused(error)
    case .unknownKey: return .refused(.unknownRecord("key"))
    }
  }

  /// Keeps a value as it goes into the store, and gives its cell.
  private func keep(_ value: Value, _ place: Int, _ staged: StagedClients) throws(StoreError) -> Int32 {
    let column = stored[place]
    var text: String?
    var said: String?
    if value.state == .recorded, let content = value.content {
      guard let written = ContentText.text(content, kind: column.field.kind) else {
        throw .refused(.otherKind(column.field.id))
      }
      text = try TextDoor.admit(written)
    }
    if text == nil || value.raw != nil {
      said = try TextDoor.admit(try Said.text(value, kind: column.field.kind))
    }
    return staged.keep(text, seed: column.seed, said: said, column: place)
  }

  private func stage(
    _ key: RegisterKey, _ count: Int, _ line: Int,
    cell: (StagedClients, Int) throws(StoreError) -> Int32
  ) throws(StoreError) -> Staged {
    guard let staged else { throw .closed }
    read += 1
    guard !key.text.isEmpty, count == stored.count else {
      return refuse(line, .cannotBeKept(.refused(.row)))
    }
    var admitted: String
    cells.removeAll(keepingCapacity: true)
    do {
      admitted = try TextDoor.admit(key.text)
      if let first = admitted.withUTF8({ staged.line(of: $0) }) {
        return refuse(line, .duplicate(firstLine: first))
      }
      for place in 0..<count { cells.append(try cell(staged, place)) }
    } catch {
      guard case .refused = error else { throw error }
      return refuse(line, .cannotBeKept(error))
    }
    admitted.withUTF8 { staged.add($0, cells, line: line) }
    return .staged
  }
}
