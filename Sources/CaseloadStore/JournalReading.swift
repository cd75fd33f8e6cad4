import CaseloadCore
import GRDB

/// A line of the journal about one client.
public struct JournalLine: Hashable, Sendable {
  /// The change's number.
  public var number: Int64
  /// Its id.
  public var change: ChangeID
  /// Who made it.
  public var author: String
  /// When.
  public var moment: Moment
  /// What kind: `change`, `import`, `import-contacts`, `import-answers`,
  /// `undo-import`, `hand-over`, `key`, `key-gone`.
  public var kind: String
  /// The change that it takes back.
  public var undoes: ChangeID?
  /// Why; nil where the payload was erased.
  public var reason: String?
  /// What it set of this client; empty where the payload was erased.
  public var edits: [Edit]
}

/// What the journal says of one client: as many lines as were asked for, newest first.
public struct JournalPage: Hashable, Sendable {
  /// The lines.
  public var lines: [JournalLine] = []
  /// Older lines to which the undos among them lead back, from which these have their names.
  public var behind: [JournalLine] = []
  /// How many lines are older than these.
  public var older = 0

  /// As many lines as a screen shows at once: what is read of a client whom one only passes.
  public static let screenful = 20
}

/// Reads the journal about one client. Only the lines that are asked for are read whole: somebody with whom one
/// talks for years has thousands, of which a screen shows the newest.
struct JournalReading {
  let db: Database
  let client: Int32

  init(_ client: Int32, _ db: Database) {
    self.db = db
    self.client = client
  }

  /// The newest lines, and where their undos come from; all of them where no number is said.
  func page(newest: Int?) throws -> JournalPage {
    var page = JournalPage()
    page.lines = try lines("ORDER BY journal.seq DESC LIMIT ?", [newest ?? -1])
    guard newest == page.lines.count else { return try moved(page) }
    let all = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) FROM journal_part WHERE client = ?"), arguments: [client])
    page.older = max(0, (all ?? 0) - page.lines.count)
    var known = Set(page.lines.map(\.change))
    var wanted = page.lines.compactMap(\.undoes)
    // Each step leads to an older change, and to one that is not known yet: it ends.
    while let next = wanted.popLast() {
      guard known.insert(next).inserted,
        let line = try lines("AND journal.change = ?", [next.text]).first
      else { continue }
      page.behind.append(line)
      if let before = line.undoes { wanted.append(before) }
    }
    return try moved(page)
  }

  private func moved(_ page: JournalPage) throws -> JournalPage {
    try MovedHistory(client: client) { other, number in
      try JournalReading(other, db).lines("AND journal.seq < ? ORDER BY journal.seq DESC", [number])
    }.read(page)
  }

  private func lines(_ which: String, _ arguments: StatementArguments) throws -> [JournalLine] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT journal.seq, change, author, moment, kind, undoes, json
          FROM journal_part JOIN journal ON journal.seq = journal_part.seq
          LEFT JOIN journal_payload ON journal_payload.seq = journal_part.seq
            AND journal_payload.part = journal_part.part
          WHERE journal_part.client = ? \(which)
          """), arguments: [client] + arguments
    ).map { row in
      let payload = try row.text(6).map { try JournalPayload.read($0) }
      return JournalLine(
        number: row.number(0) ?? 0, change: ChangeID(row.text(1) ?? ""), author: row.text(2) ?? "",
        moment: Moment(seconds: row.number(3) ?? 0), kind: row.text(4) ?? "",
        undoes: row.text(5).map { ChangeID($0) }, reason: payload?.reason,
        edits: try payload?.coreEdits() ?? [])
    }
  }
}
