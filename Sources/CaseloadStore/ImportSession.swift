import CaseloadCore
import GRDB

/// An import of clients: rows are staged into a private database without the store's lock, then merged in one
/// short transaction. Use it from one thread; `discard` (or its end) removes what was staged.
public final class ImportSession {
  let store: Store
  let source: ImportSource
  /// The fields that the file's columns give; a field that is not among them is not compared.
  public let columns: [FieldID]

  /// Begins an import of these columns.
  public init(_ store: Store, source: ImportSource, columns: [FieldID]) throws(StoreError) {
    self.store = store
    self.source = source
    self.columns = columns
  }

  /// Stages a row: the register's key, the values in the order of `columns` (nil where the cell is empty) and
  /// the line of the file.
  public func add(key: RegisterKey, values: [Value?], line: Int) throws(StoreError) -> Staged {
    throw .refused("not built yet")
  }

  /// Stages a row by field; fields that are not among `columns` are refused.
  public func add(key: RegisterKey, values: [FieldID: Value], line: Int) throws(StoreError) -> Staged {
    try add(key: key, values: columns.map { values[$0] }, line: line)
  }

  /// Merges what was staged, in one transaction; `progress` gets rows done and rows in all. Throws
  /// `drawnEarlier` where an export of that register that was drawn later is in already.
  public func merge(
    as id: ChangeID, options: MergeOptions = MergeOptions(), _ context: Context,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) -> ImportResult {
    throw .refused("not built yet")
  }

  /// Removes what was staged. Staging or merging after it throws `closed`.
  public func discard() {}
}

/// An import of contacts, staged and merged like one of clients.
public final class ContactsImport {
  /// Begins an import of contacts of the clients of a register.
  public init(_ store: Store, source: ImportSource) throws(StoreError) {}

  /// Stages a contact of the client with this key; the contact's own client number is not read.
  public func add(key: RegisterKey, contact: Contact, line: Int) throws(StoreError) -> Staged {
    throw .refused("not built yet")
  }

  /// Merges what was staged. The file is complete from `since` (else from its earliest day) to the day drawn:
  /// that becomes the history of every client in the store who was there then.
  public func merge(
    as id: ChangeID, since: Day?, options: MergeOptions = MergeOptions(), _ context: Context,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) -> ImportResult {
    throw .refused("not built yet")
  }

  /// Removes what was staged.
  public func discard() {}
}

extension Store {
  /// The imports that were taken in, latest first.
  public func imports() throws(StoreError) -> [ImportEntry] { [] }

  /// Takes an import back: what nobody has touched since.
  public func undoImport(_ id: Int64, as change: ChangeID, reason: String, _ context: Context)
    throws(StoreError) -> ImportUndo
  {
    throw .refused("not built yet")
  }
}
