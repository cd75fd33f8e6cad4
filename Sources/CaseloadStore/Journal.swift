import CaseloadCore
import Crypto
import Foundation
import GRDB

/// What a journal entry says besides its payload; all of it is hashed into the chain.
struct JournalHeader {
  /// What made it: `change`, `import`, `import-contacts`, `import-answers`, `undo-import`,
  /// `hand-over`, `key`, `key-gone`, `setting`.
  var kind: String
  var change: ChangeID
  var author: String
  var moment: Moment
  var undoes: ChangeID?
  /// The import that made it.
  var importID: Int64?
}

/// One part of an entry's payload: what it says about one client (nil for none), so that erasing a client
/// takes nothing of others away.
struct JournalPart {
  var client: ClientNumber?
  var json: String

  /// A part that is about no client: names and texts.
  static func lines(_ lines: [String: String]) throws -> JournalPart {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return JournalPart(client: nil, json: String(decoding: try encoder.encode(lines), as: UTF8.self))
  }
}

/// The journal: a chain in which each entry hashes its header, the digest of its payload and the entry before.
enum Journal {
  /// The number and hash of the last entry; 0 and zeroes where there is none.
  static func head(_ db: Database) throws -> (seq: Int64, hash: Data) {
    guard
      let row = try Row.fetchOne(db, sql: "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
    else { return (0, Data(repeating: 0, count: 32)) }
    return (row.number(0) ?? 0, row.blob(1) ?? Data())
  }

  /// The entry of a change; nil where it is not in the journal.
  static func seq(of id: ChangeID, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT seq FROM journal WHERE change = ?", arguments: [id.text])
  }

  /// Appends an entry; gives its number.
  @discardableResult
  static func append(_ header: JournalHeader, _ parts: [JournalPart], _ db: Database) throws -> Int64 {
    let head = try Self.head(db)
    let seq = head.seq + 1
    let salts = parts.map { _ in Self.salt() }
    let digests = zip(parts, salts).map { Self.digest(salt: $1, json: $0.json) }
    let digest = Self.digest(of: digests)
    let hash = Self.hash(header, seq: seq, digest: digest, previous: head.hash)
    try db.cachedStatement(
      sql: """
        INSERT INTO journal (seq, change, author, moment, kind, undoes, import, digest, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      seq, header.change.text, header.author, header.moment.seconds, header.kind, header.undoes?.text,
      header.importID, digest, head.hash, hash,
    ])
    for (place, part) in parts.enumerated() {
      try db.cachedStatement(
        sql: "INSERT INTO journal_part (seq, part, client, digest) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [seq, place, part.client?.number, digests[place]])
      try db.cachedStatement(
        sql: "INSERT INTO journal_payload (seq, part, salt, json) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [seq, place, salts[place], part.json])
    }
    return seq
  }

  /// Sixteen random bytes, so that an erased payload cannot be found again by guessing.
  static func salt() -> Data {
    var generator = SystemRandomNumberGenerator()
    return Data((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  static func digest(salt: Data, json: String) -> Data {
    var hasher = SHA256()
    hasher.update(data: salt)
    hasher.update(data: Data(json.utf8))
    return Data(hasher.finalize())
  }

  /// The digest of a payload from those of its parts.
  static func digest(of parts: [Data]) -> Data {
    var hasher = SHA256()
    for part in parts { hasher.update(data: part) }
    return Data(hasher.finalize())
  }

  /// The hash of an entry. Each text is hashed after its length, so that no two headers are the same bytes.
  static func hash(_ header: JournalHeader, seq: Int64, digest: Data, previous: Data) -> Data {
    var hasher = SHA256()
    func add(_ text: String) {
      hasher.update(data: Data("\(text.utf8.count):".utf8))
      hasher.update(data: Data(text.utf8))
    }
    for text in [
      String(seq), header.change.text, header.author, String(header.moment.seconds), header.kind,
      header.undoes?.text ?? "", header.importID.map { String($0) } ?? "",
    ] { add(text) }
    hasher.update(data: digest)
    hasher.update(data: previous)
    return Data(hasher.finalize())
  }
}
