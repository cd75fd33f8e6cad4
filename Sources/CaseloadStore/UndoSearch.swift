import CaseloadCore
import GRDB

/// Looks in the journal for the change that a person takes back, or does again, next.
///
/// A change, its undo, the undo's undo and so on are a chain. Only its last link can be taken back: where that is the
/// change itself or a redo, it is undone; where it is an undo, it is done again. The link made last comes first. A new
/// change ends what could be done again before it, as everywhere.
struct UndoSearch {
  /// What was found.
  struct Found {
    /// The last link, which is to be taken back.
    var link: Change
    /// What it is to the person.
    var step: UndoStep
    /// The clients whom it is about.
    var clients: [ClientNumber]
  }

  let db: Database
  let way: Undoing
  /// Only what is about this client; nil for everybody.
  let client: ClientNumber?
  /// Who asks; only her own is found.
  let author: String
  private let links = Links()

  init(db: Database, way: Undoing, client: ClientNumber?, author: String) {
    self.db = db
    self.way = way
    self.client = client
    self.author = author
  }

  /// The next step; nil where there is none. How many were passed over because their payload is erased is said too.
  func next() throws -> (found: Found?, erased: Int) {
    var erased = 0
    var undone: Set<String> = []
    let rows = try cursor()
    // From the newest back: what takes a change back is met before it.
    while let row = try rows.next() {
      let (seq, id, undoes) = (row.number(0) ?? 0, row.text(1) ?? "", row.text(3))
      if let undoes { undone.insert(undoes) }
      guard row.text(2) == author else { continue }
      if way == .redo, undoes == nil { break }
      if undone.contains(id) { continue }
      let chain = try chain(from: undoes, before: seq)
      guard chain.isUndo == (way == .redo) else { continue }
      guard let link = try Store.change(ChangeID(id), db) else {
        erased += 1
        continue
      }
      return (try found(link, root: chain.root ?? link.id, erased), erased)
    }
    return (nil, erased)
  }

  /// The step that a change under this id was already; nil where there is none.
  func taken(as id: ChangeID) throws -> Found? {
    guard let seq = try Journal.seq(of: id, db), let made = try Store.change(id, db)?.undoes,
      let link = try Store.change(made, db)
    else { return nil }
    let root = try chain(from: made.text, before: seq).root
    return try found(link, root: root ?? link.id, 0)
  }

  private func cursor() throws -> RowCursor {
    guard let client else {
      return try Row.fetchCursor(
        db,
        sql: """
          SELECT seq, change, author, undoes FROM journal
          WHERE kind = 'change' AND (author = ? OR undoes IS NOT NULL) ORDER BY seq DESC
          """, arguments: [author])
    }
    return try Row.fetchCursor(
      db,
      sql: """
        SELECT journal.seq, change, author, undoes FROM journal_part JOIN journal ON journal.seq = journal_part.seq
        WHERE journal_part.client = ? AND kind = 'change' ORDER BY journal.seq DESC
        """, arguments: [client.number])
  }

  /// Whether a link that takes `undoes` back is an undo, and the change that the chain began with (nil: the link
  /// itself). Each link is older than the next; where a damaged journal says otherwise the chain ends.
  private func chain(from undoes: String?, before seq: Int64) throws -> (isUndo: Bool, root: ChangeID?) {
    var (isUndo, next, newest) = (false, undoes, seq)
    var root: ChangeID?
    while let id = next {
      isUndo.toggle()
      root = ChangeID(id)
      guard let link = try links.link(id, db), link.seq < newest else { break }
      newest = link.seq
      next = link.undoes
    }
    return (isUndo, root)
  }

  private func found(_ link: Change, root: ChangeID, _ erased: Int) throws -> Found {
    let clients = try Int32.fetchAll(
      db,
      sql: """
        SELECT DISTINCT client FROM journal_part JOIN journal ON journal.seq = journal_part.seq
        WHERE change IN (?, ?) AND client IS NOT NULL ORDER BY client
        """, arguments: [root.text, link.id.text])
    // The root has the words of what was done; where it is erased the link's own edits do.
    let first = root == link.id ? link : try Store.change(root, db)
    let edits = first?.edits ?? (way == .undo ? link.edits : link.edits.map(\.inverse))
    let name = ChangeName(
      edits, contacts: try clients.flatMap { try Contacts.of($0, db) },
      errands: try clients.flatMap { try Errands.of($0, db) },
      transfers: try clients.flatMap { try Transfers.of($0, db) }, absences: try Absences.all(db))
    let one = clients.count == 1 ? clients.first.map { ClientNumber($0) } : nil
    return Found(
      link: link, step: UndoStep(way: way, name: name, client: one, erased: erased),
      clients: clients.map { ClientNumber($0) })
  }
}

/// What each change of the journal takes back. The first few are asked for one by one: mostly none is, and the journal
/// is long. Who undoes a whole afternoon step by step asks for many, and then reading all that were taken back once is
/// quicker than asking for each.
private final class Links {
  /// A change's place, and the one that it takes back.
  typealias Link = (seq: Int64, undoes: String?)

  private static let few = 16
  private var asked = 0
  private var taken: [String: Link] = [:]

  func link(_ id: String, _ db: Database) throws -> Link? {
    asked += 1
    if asked == Self.few {
      let rows = try Row.fetchCursor(
        db, sql: "SELECT change, seq, undoes FROM journal WHERE undoes IS NOT NULL")
      while let row = try rows.next() {
        taken[row.text(0) ?? ""] = (row.number(1) ?? 0, row.text(2))
      }
    }
    if let link = taken[id] { return link }
    // One that is not among those takes nothing back: the chain began with it.
    if asked >= Self.few { return (0, nil) }
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT seq, undoes FROM journal WHERE change = ?"), arguments: [id]),
      let seq = row.number(0)
    else { return nil }
    taken[id] = (seq, row.text(1))
    return (seq, row.text(1))
  }
}
