import CaseloadCore
import GRDB

/// An import of clients: rows are staged into a private database without the store's lock, then merged in one
/// short transaction. Use it from one thread; `discard` (or its end) removes what was staged.
public final class ImportSession {
  let store: Store
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

  /// Begins an import of these columns; each must be a stored field, once.
  public init(_ store: Store, source: ImportSource, columns: [FieldID]) throws(StoreError) {
    var stored: [ClientColumns.Column] = []
    for field in columns {
      guard let column = store.columns[field] else { throw .refused("field \(field.text)") }
      if stored.contains(where: { $0.field.id == field }) { throw .refused("field \(field.text) twice") }
      stored.append(column)
    }
    self.store = store
    self.source = source
    self.columns = columns
    self.stored = stored
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
    read += 1
    guard !key.text.isEmpty, values.count == stored.count else {
      return refuse(line, .cannotBeKept(.refused("a row without key or of another length")))
    }
    var texts: [String?] = []
    texts.reserveCapacity(values.count)
    var sides: [(place: Int, said: String)] = []
    do {
      let admitted = try TextDoor.admit(key.text)
      if let first = firstLines[admitted] { return refuse(line, .duplicate(firstLine: first)) }
      for (place, value) in values.enumerated() {
        guard let value else {
          texts.append(nil)
          continue
        }
        let kind = stored[place].field.kind
        if value.state == .recorded, value.raw == nil, let content = value.content {
          guard let text = ContentText.text(content, kind: kind) else {
            throw StoreError.refused("a value of another kind for \(stored[place].field.id.text)")
          }
          texts.append(try TextDoor.admit(text))
        } else {
          texts.append(nil)
          if let said = try TextDoor.admit(try Said.text(value, kind: kind)) { sides.append((place, said)) }
        }
      }
      firstLines[admitted] = line
      try insert(admitted, texts, sides, line)
    } catch {
      switch error as? StoreError {
      case .refused(let why)?: return refuse(line, .cannotBeKept(.refused(why)))
      default: throw StoreError(error)
      }
    }
    return .staged
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
    let outcome = try stage.read { staged in
      func run(_ db: Database) throws -> ImportResult {
        let merge = ClientMerge(self, id: id, options: options, context: context, db: db, staged: staged)
        return try merge.run(progress)
      }
      return options.dryRun ? try store.rehearse(run) : try store.write(id, run)
    }
    return outcome
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

  private func insert(
    _ key: String, _ texts: [String?], _ sides: [(place: Int, said: String)], _ line: Int
  ) throws(StoreError) {
    let row = Int64(firstLines.count)
    try stage.insert { statements in
      let insert = statements[0]
      var sum: UInt64 = 0
      for (place, text) in texts.enumerated() {
        guard var text else {
          insert.bindNull(place + 5)
          continue
        }
        text.withUTF8 { bytes in
          sum &+= RowChecksum.hash(bytes, seed: stored[place].seed)
          insert.bind(place + 5, bytes)
        }
      }
      insert.bind(1, row)
      insert.bind(2, Int64(line))
      insert.bind(3, key)
      insert.bind(4, Int64(bitPattern: sum))
      try insert.run()
      for side in sides {
        statements[1].bind(1, row)
        statements[1].bind(2, Int64(side.place))
        statements[1].bind(3, side.said)
        try statements[1].run()
      }
    }
  }
}
