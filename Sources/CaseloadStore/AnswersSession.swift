import CaseloadCore
import GRDB

/// An import of clients' own answers: rows wait in memory, then are merged in one transaction like every import. It
/// makes no client.
public final class AnswersSession {
  /// One client's answers of one day.
  struct Row {
    var client: ClientNumber
    var day: Day
    var values: [Value]
    var line: Int
  }

  let store: Store
  /// Where it comes from; the file's digest and the latest day may be filled in when all of it was read.
  public var source: ImportSource
  let fields: [Field]
  /// Rows staged so far.
  private(set) var rows: [Row] = []
  private var lines: [Pair: Int] = [:]

  private struct Pair: Hashable {
    var client: ClientNumber
    var day: Day
  }

  /// Begins an import of answers to these fields; each must be a stored field, once.
  public init(_ store: Store, source: ImportSource, fields: [FieldID]) throws(StoreError) {
    self.store = store
    self.source = source
    var stored: [Field] = []
    for id in fields {
      guard let field = store.columns[id]?.field else { throw .refused(.field(id.text)) }
      if stored.contains(where: { $0.id == id }) { throw .refused(.fieldTwice(id)) }
      stored.append(field)
    }
    self.fields = stored
  }

  /// Stages a row: whose it is, the day on which she answered, and her answers in the order of the fields. Their
  /// source and day are not read. Two rows of one client and day are not two answers: the second is a duplicate.
  public func add(client: ClientNumber, day: Day, values: [Value], line: Int) throws(StoreError) -> Staged {
    guard values.count == fields.count else { throw .refused(.row) }
    if let first = lines[Pair(client: client, day: day)] { return .duplicate(firstLine: first) }
    var kept: [Value] = []
    do {
      for (field, value) in zip(fields, values) { kept.append(try admitted(value, field)) }
    } catch {
      guard case .refused = error else { throw error }
      return .refused(error)
    }
    for place in kept.indices {
      kept[place].source = .questionnaire
      kept[place].day = day
    }
    lines[Pair(client: client, day: day)] = line
    rows.append(Row(client: client, day: day, values: kept, line: line))
    return .staged
  }

  /// Merges what was staged, in one transaction: an answer fills what is empty or not known, takes the place of an
  /// earlier answer of the client's, and is offered beside anything else that is recorded. A merge whose id the
  /// journal knows is done already; one that changes nothing leaves nothing behind.
  public func merge(
    as id: ChangeID, options: MergeOptions = MergeOptions(), _ context: Context,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) -> ImportResult {
    func run(_ db: Database) throws -> ImportResult {
      try AnswersMerge(self, id: id, options: options, context: context, db: db).run(progress)
    }
    return options.dryRun ? try store.rehearse(run) : try store.write(id, run)
  }

  /// The value as the store keeps it: refused where its texts cannot be kept.
  private func admitted(_ value: Value, _ field: Field) throws(StoreError) -> Value {
    var value = value
    value.raw = try value.raw.map { raw throws(StoreError) in try TextDoor.admit(raw) }
    if let content = value.content {
      guard let text = ContentText.text(content, kind: field.kind) else {
        throw .refused(.otherKind(field.id))
      }
      // What the store's text says again, so that what is compared is what is kept.
      value.content = ContentText.content(try TextDoor.admit(text), kind: field.kind)
    }
    return value
  }
}

extension Store {
  /// The names of the registers whose keys are here.
  public func registers() throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT register FROM client_key ORDER BY register")
    }
  }

  /// Whether there is a client of this number.
  public func holds(_ number: ClientNumber) throws(StoreError) -> Bool {
    try read { db in
      try Int.fetchOne(db, sql: "SELECT 1 FROM client WHERE number = ?", arguments: [number.number]) != nil
    }
  }
}
