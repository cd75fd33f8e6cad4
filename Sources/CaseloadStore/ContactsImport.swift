import CaseloadCore
import GRDB

/// An import of contacts, staged and merged like one of clients.
public final class ContactsImport {
  let store: Store
  /// Where it comes from; the file's digest may be filled in when all of it was read, before the merge.
  public var source: ImportSource
  let stage: StagingDatabase
  private(set) var read = 0
  private(set) var refused: [RefusedRow] = []
  private(set) var earliest: Day?

  /// Begins an import of contacts of the clients of a register.
  public init(_ store: Store, source: ImportSource) throws(StoreError) {
    self.store = store
    self.source = source
    let columns = Self.columns.joined(separator: ", ")
    stage = try StagingDatabase(
      beside: store,
      sql: "CREATE TABLE staged (id INTEGER PRIMARY KEY, line INTEGER, key TEXT, \(columns))")
    try stage.prepare(["INSERT INTO staged VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"])
  }

  /// The columns that are staged after line and key, in their order.
  static let columns = [
    "kind", "held", "logged", "channel", "initiative", "colleague", "story", "agreed", "answered", "folded",
  ]

  /// Stages a contact of the client with this key; the contact's own id, client number and source are not
  /// read.
  public func add(key: RegisterKey, contact: Contact, line: Int) throws(StoreError) -> Staged {
    read += 1
    let texts: [String?]
    let admitted: String
    do {
      admitted = try TextDoor.admit(key.text)
      func kept(_ text: String) throws(StoreError) -> String? {
        text.isEmpty ? nil : try TextDoor.admit(text)
      }
      let story = try kept(contact.story)
      let agreed = try kept(contact.agreed)
      let words = [story, agreed].compactMap { $0 }.joined(separator: "\n")
      texts = [
        contact.kind.rawValue, contact.held?.iso, contact.logged?.iso, contact.channel.rawValue,
        contact.initiative.rawValue, try kept(contact.colleague), story, agreed, contact.answered?.iso,
        words.isEmpty ? nil : Folding.fold(words),
      ]
    } catch {
      refused.append(RefusedRow(line: line, reason: .cannotBeKept(error)))
      return .refused(error)
    }
    // An appointment lies ahead and says nothing of when the file begins.
    if contact.kind != .appointment, let day = contact.held ?? contact.logged {
      earliest = min(earliest ?? day, day)
    }
    try stage.insert { statements in
      statements[0].bind(1, Int64(line))
      statements[0].bind(2, admitted)
      for (place, text) in texts.enumerated() { statements[0].bind(place + 3, text) }
      try statements[0].run()
    }
    return .staged
  }

  /// Merges what was staged, and gives clients the history that these contacts make known.
  public func merge(
    as id: ChangeID, history: ContactHistory, options: MergeOptions = MergeOptions(), _ context: Context,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) -> ImportResult {
    try stage.read { staged in
      func run(_ db: Database) throws -> ImportResult {
        let merge = ContactsMerge(self, id: id, options: options, context: context, db: db, staged: staged)
        return try merge.run(history, progress)
      }
      return options.dryRun ? try store.rehearse(run) : try store.write(id, run)
    }
  }

  /// Merges a file that is complete from `since` (else from its earliest day) to the day drawn.
  public func merge(
    as id: ChangeID, since: Day?, options: MergeOptions = MergeOptions(), _ context: Context,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) -> ImportResult {
    try merge(as: id, history: .complete(since: since), options: options, context, progress: progress)
  }

  /// Removes what was staged. Staging or merging after it throws `closed`.
  public func discard() { stage.discard() }
}

/// From which day contacts are known, by what an import brings.
public enum ContactHistory: Hashable, Sendable {
  /// The file is complete from this day (nil: from its earliest) to the day drawn: that becomes the history of
  /// every client in the store who was there then, which is whose intake, benefit or assignment (where none is
  /// known: whose first export) was no later than the day drawn.
  case complete(since: Day?)
  /// The file holds the latest contact of each client (a register's column of last contact): where that was a
  /// conversation, nothing later is missing, and her history begins on its day.
  case latestOfEach
  /// The file is a part without a beginning, such as the rows that were mended: histories stay as they are.
  case asKnown
}
