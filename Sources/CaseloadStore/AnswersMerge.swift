import CaseloadCore
import Crypto
import Foundation
import GRDB

/// One merge of clients' answers, inside the one transaction of the store.
final class AnswersMerge {
  private let session: AnswersSession
  private let id: ChangeID
  private let options: MergeOptions
  private let context: Context
  private let db: Database
  private let fields: ClientFields
  private var counts = ImportCounts()
  private var importID: Int64 = 0
  private var refused: [RefusedRow] = []

  init(
    _ session: AnswersSession, id: ChangeID, options: MergeOptions, context: Context, db: Database
  ) {
    self.session = session
    self.id = id
    self.options = options
    self.context = context
    self.db = db
    fields = ClientFields(db, session.store.columns)
  }

  func run(_ progress: (Int, Int) -> Void) throws -> ImportResult {
    if try Journal.seq(of: id, db) != nil { return try ImportRegister(db).result(of: id) }
    let register = ImportRegister(db)
    importID = try register.nextID()
    try register.insert(importID, id, "answers", session.source)
    // What a client answered first is taken first, wherever it stands in the file.
    let rows = session.rows.sorted { ($0.day, $0.line) < ($1.day, $1.line) }
    for (place, row) in rows.enumerated() {
      try take(row)
      if place & 255 == 255 { progress(place + 1, rows.count) }
    }
    progress(rows.count, rows.count)
    counts.read = rows.count + options.refusedBefore
    counts.refused = refused.count + options.refusedBefore
    guard counts.changed > 0 else {
      // Nothing new, as where the same file comes again: not even an entry.
      try register.delete(importID)
      return ImportResult(id: nil, counts: counts, refused: refused)
    }
    try register.complete(importID, counts)
    try Journal.append(
      JournalHeader(
        kind: "import-answers", change: id, author: context.actor.name, moment: context.now, undoes: nil,
        importID: importID), [register.payload(session.source, counts)], db)
    return ImportResult(id: options.dryRun ? nil : importID, counts: counts, refused: refused)
  }

  /// One client's answers: one change for what is taken, and an offer for each that differs.
  private func take(_ row: AnswersSession.Row) throws {
    let client = Int64(row.client.number)
    guard
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM client WHERE number = ?"), arguments: [client]) != nil
    else {
      refused.append(RefusedRow(line: row.line, reason: .unknownKey))
      return
    }
    var edits: [Edit] = []
    var isOffered = false
    for (field, answer) in zip(session.fields, row.values) {
      let current = try fields.value(client, field.id)
      switch Self.verdict(answer, beside: current ?? .empty, field.kind) {
      case .nothing: continue
      case .notKnown: counts.notKnown += 1
      case .older: counts.older += 1
      case .offered:
        if try offer(answer, client, field) { isOffered = true }
      case .taken:
        if let current, current.state == .empty, current.raw != nil, current.source != .questionnaire {
          // A text of the register's that nobody understood: what she says herself stands, and it beside that.
          if try offer(current, client, field) { isOffered = true }
        }
        try noteRegister(client, field.id)
        edits.append(Edit(.client(row.client), field.id, old: current, new: answer))
        counts.answers += 1
      }
    }
    if !edits.isEmpty {
      let change = Change(
        id: changeID(row), author: context.actor.name, moment: context.now,
        reason: "questionnaire " + row.day.iso, edits: edits)
      _ = try session.store.apply(change, kind: "import-answers", importID: importID, db)
    }
    if edits.isEmpty, !isOffered { counts.unchanged += 1 } else { counts.changed += 1 }
  }

  /// What becomes of an answer.
  enum Verdict {
    /// It is open, or says nothing that does not stand already.
    case nothing
    case taken
    case offered
    /// "Not known", where something is recorded.
    case notKnown
    /// Older than what she answered since.
    case older
  }

  static func verdict(_ answer: Value, beside current: Value, _ kind: Kind) -> Verdict {
    if answer.state == .empty, answer.raw == nil { return .nothing }
    if answer.addsNothing(to: current, kind: kind) { return .nothing }
    let isUntouched = current.state == .empty && current.raw == nil
    if isUntouched { return .taken }
    if current.source == .questionnaire {
      guard let day = current.day, let mine = answer.day, mine < day else { return .taken }
      return .older
    }
    if answer.state == .notKnown { return .notKnown }
    // A text that nobody understands takes no place from what somebody said.
    if answer.state == .empty { return .offered }
    return current.state == .empty || current.state == .notKnown ? .taken : .offered
  }

  /// What an undo cannot tell from the change itself: what the register last said, where that is not what stands.
  private func noteRegister(_ client: Int64, _ field: FieldID) throws {
    guard let side = try fields.side(client, field), side.registerApart else { return }
    try ImportRegister(db).touch(
      importID, Int32(clamping: client), "said " + field.text, was: side.registerSaid)
  }

  /// Offers a value beside what stands; false where it was offered before.
  private func offer(_ value: Value, _ client: Int64, _ field: Field) throws -> Bool {
    guard let said = try Said.text(value, kind: field.kind) else { return false }
    try db.cachedStatement(
      sql: """
        INSERT INTO offer (client, field, said, source, day, import, checksum)
        VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT (client, field, said) DO NOTHING
        """
    ).execute(arguments: [client, field.id.text, said, value.source.rawValue, value.day?.iso, importID])
    guard db.changesCount > 0 else { return false }
    try Checksums.refresh(.offer, "id = ?", [db.lastInsertedRowID], db)
    counts.offers += 1
    return true
  }

  /// The id of the change of one client and day in this import, the same however often it is repeated.
  private func changeID(_ row: AnswersSession.Row) -> ChangeID {
    let digest = SHA256.hash(data: Data("\(id.text) \(row.client.number) \(row.day.iso)".utf8))
    return ChangeID(digest.prefix(16).map { Checker.hexadecimal($0) }.joined())
  }
}
