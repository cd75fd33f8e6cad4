import CaseloadCore
import GRDB

/// An import of clients: rows are staged into a private database without the store's lock, then merged in one
/// short transaction. Use it from one thread; `discard` (or its end) removes what was staged.
public final class ImportSession {
  let store: Store
  /// Where it comes from; the file's digest may be filled in when all of it was read, before the merge.
  public var source: ImportSource
  /// The fields that the file's columns give; a field that is not among them is not compared.
  public let columns: [FieldID]
  /// The columns of the wide table they go to, in the same order.
  let stored: [ClientColumns.Column]
  let stage: StagingDatabase
  /// Rows staged and refused so far.
  private(set) var read = 0
  private(set) var refused: [RefusedRow] = []
  private var firstLines: [String: Int] = [:]
  /// By column: what the objects of cells came to.
  private var remembered: [[ObjectIdentifier: Remembered]]

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
    remembered = Array(repeating: [:], count: stored.count)
    let names = stored.map { ", \($0.quoted) \($0.type)" }.joined()
    stage = try StagingDatabase(
      beside: store,
      sql: """
        CREATE TABLE staged (id INTEGER PRIMARY KEY, line INTEGER, key TEXT, sum INTEGER\(names));
        CREATE TABLE staged_side (id INTEGER, place INTEGER, said TEXT, PRIMARY KEY (id, place)) WITHOUT ROWID;
        CREATE TABLE present (key TEXT PRIMARY KEY) WITHOUT ROWID;
        """)
    let places = String(repeating: ", ?", count: stored.count)
    try stage.prepare([
      "INSERT INTO staged VALUES (?, ?, ?, ?\(places))", "INSERT INTO staged_side VALUES (?, ?, ?)",
      "INSERT OR IGNORE INTO present VALUES (?)",
    ])
  }

  /// Stages a row: the register's key, the values in the order of `columns` (nil where the cell is empty) and
  /// the line of the file. Source and day of the values are not read: they are the register's, of the day
  /// drawn.
  public func add(key: RegisterKey, values: [Value?], line: Int) throws(StoreError) -> Staged {
    try stage(key, values.count, line) { place throws(StoreError) in
      try values[place].map { value throws(StoreError) in try encoded(value, place) } ?? .nothing
    }
  }

  /// Stages a row whose values are objects, of which equal cells share one: what was worked out for an object
  /// of a column is remembered while its session lasts, which is most of the work of a large file.
  public func add<Entry: AnyObject>(
    key: RegisterKey, entries: [Entry], line: Int, value: (Entry) -> Value
  ) throws(StoreError) -> Staged {
    try stage(key, entries.count, line) { place throws(StoreError) in
      let entry = entries[place]
      let identity = ObjectIdentifier(entry)
      if let known = remembered[place][identity] { return known.cell }
      let cell = try encoded(value(entry), place)
      // Names and telephone numbers are all different: remembering those would only fill memory.
      if remembered[place].count < 4_096 {
        remembered[place][identity] = Remembered(entry: entry, cell: cell)
      }
      return cell
    }
  }

  /// Stages a row by field; what is not among `columns` is not read.
  public func add(key: RegisterKey, values: [FieldID: Value], line: Int) throws(StoreError) -> Staged {
    try add(key: key, values: columns.map { values[$0] }, line: line)
  }

  /// Notes that a row that the reader of the file refused has this key: who is in the file is not absent.
  public func notePresent(_ key: RegisterKey) throws(StoreError) {
    let text = try TextDoor.admit(key.text)
    try stage.insert { statements in
      statements[2].bind(1, text)
      try statements[2].run()
    }
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
    history: ContactHistory = .latestOfEach, options: MergeOptions, _ context: Context,
    progress: (Int, Int) -> Void
  ) throws(StoreError) -> (clients: ImportResult, contacts: ImportResult?) {
    try stage.read { staged in
      func run(_ db: Database) throws -> (clients: ImportResult, contacts: ImportResult?) {
        let merge = ClientMerge(self, id: id, options: options, context: context, db: db, staged: staged)
        let clients = try merge.run(progress)
        guard let told else { return (clients, nil) }
        let contacts = try told.contacts.stage.read { staged in
          try ContactsMerge(
            told.contacts, id: told.id, options: MergeOptions(dryRun: options.dryRun), context: context,
            db: db,
            staged: staged
          ).run(history) { _, _ in }
        }
        return (clients, contacts)
      }
      return options.dryRun ? try store.rehearse(run) : try store.write(id, run)
    }
  }

  /// Removes what was staged. Staging or merging after it throws `closed`.
  public func discard() { stage.discard() }

  private func refuse(_ line: Int, _ reason: RefusedRow.Reason) -> Staged {
    refused.append(RefusedRow(line: line, reason: reason))
    switch reason {
    case .duplicate(let first): return .duplicate(firstLine: first)
    case .cannotBeKept(let error): return .refused(error)
    case .unknownKey: return .refused(.unknownRecord("key"))
    }
  }

  /// A cell as it is staged: its text for the column, the text's hash, and what stands beside it.
  private struct Cell {
    var text: String?
    var hash: UInt64 = 0
    var said: String?
    static let nothing = Cell()
  }

  /// What an object came to. The object is held, so that no other can take its identity.
  private struct Remembered {
    let entry: AnyObject
    let cell: Cell
  }

  private func encoded(_ value: Value, _ place: Int) throws(StoreError) -> Cell {
    let column = stored[place]
    var cell = Cell()
    if value.state == .recorded, let content = value.content {
      guard let written = ContentText.text(content, kind: column.field.kind) else {
        throw .refused(.otherKind(column.field.id))
      }
      var text = try TextDoor.admit(written)
      cell.hash = text.withUTF8 { RowChecksum.hash($0, seed: column.seed) }
      cell.text = text
    }
    if cell.text == nil || value.raw != nil {
      cell.said = try TextDoor.admit(try Said.text(value, kind: column.field.kind))
    }
    return cell
  }

  private func stage(
    _ key: RegisterKey, _ count: Int, _ line: Int, cell: (Int) throws(StoreError) -> Cell
  ) throws(StoreError) -> Staged {
    read += 1
    guard !key.text.isEmpty, count == stored.count else {
      return refuse(line, .cannotBeKept(.refused(.row)))
    }
    var cells: [Cell] = []
    cells.reserveCapacity(count)
    let admitted: String
    do {
      admitted = try TextDoor.admit(key.text)
      if let first = firstLines[admitted] { return refuse(line, .duplicate(firstLine: first)) }
      for place in 0..<count { cells.append(try cell(place)) }
    } catch {
      guard case .refused = error else { throw error }
      return refuse(line, .cannotBeKept(error))
    }
    firstLines[admitted] = line
    try insert(admitted, cells, line)
    return .staged
  }

  private func insert(_ key: String, _ cells: [Cell], _ line: Int) throws(StoreError) {
    let row = Int64(firstLines.count)
    try stage.insert { statements in
      let insert = statements[0]
      var sum: UInt64 = 0
      for (place, cell) in cells.enumerated() {
        insert.bind(place + 5, cell.text)
        sum &+= cell.hash
      }
      insert.bind(1, row)
      insert.bind(2, Int64(line))
      insert.bind(3, key)
      insert.bind(4, Int64(bitPattern: sum))
      try insert.run()
      for (place, cell) in cells.enumerated() {
        guard let said = cell.said else { continue }
        statements[1].bind(1, row)
        statements[1].bind(2, Int64(place))
        statements[1].bind(3, said)
        try statements[1].run()
      }
    }
  }
}
