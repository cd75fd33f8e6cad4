import CaseloadCore
import Crypto
import Foundation
import GRDB

/// Something that `check` found wrong. Holds no personal data.
public enum CheckFinding: Hashable, Sendable {
  /// SQLite's own check of the file says this.
  case integrity(String)
  /// A row refers to one that is not there.
  case foreignKey(table: String)
  /// A row is not what was written: table and row (a client's number, or a row's id).
  case checksum(table: String, row: Int64)
  /// A journal entry does not follow from the one before it.
  case chain(number: Int64)
  /// A payload of a journal entry is not the one that was written.
  case payload(number: Int64)
  /// A client's summary is not what her contacts and errands come to.
  case summary(client: ClientNumber)
  /// A client's rows of experience are not what her record says.
  case experience(client: ClientNumber)
}

/// What `check` came to.
public struct CheckReport: Hashable, Sendable {
  /// What is wrong; empty where all is well.
  public var findings: [CheckFinding]
  /// Clients looked at.
  public var clients: Int
  /// Journal entries looked at, and of how many the payload was erased.
  public var entries: Int
  /// Entries of which some payload was erased.
  public var erased: Int
  /// The number of the last journal entry and its hash, hexadecimal: keep it elsewhere, and nobody can
  /// rewrite the journal unseen.
  public var head: String
  /// Whether all is well.
  public var isClean: Bool { findings.isEmpty }
}

/// Looks over the store.
struct Checker {
  let db: Database
  let columns: ClientColumns

  init(_ db: Database, _ columns: ClientColumns) {
    self.db = db
    self.columns = columns
  }

  /// Whether the journal's last entry is what was written: a quick look where `report` reads everything. True
  /// where there is no entry.
  func isHeadWhole() throws -> Bool {
    let rows = try Row.fetchAll(
      db, sql: "SELECT \(Self.entryColumns) FROM journal ORDER BY seq DESC LIMIT 2")
    guard let last = rows.first else { return true }
    let before = rows.dropFirst().first.map { $0.blob(9) ?? Data() } ?? Data(repeating: 0, count: 32)
    var report = CheckReport(findings: [], clients: 0, entries: 0, erased: 0, head: "")
    return try last.blob(8) == before && entryHash(last, previous: before) == last.blob(9)
      && checkPayload(last.number(0) ?? 0, last.blob(7) ?? Data(), &report)
  }

  /// Everything.
  func report() throws -> CheckReport {
    var report = CheckReport(findings: [], clients: 0, entries: 0, erased: 0, head: "")
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(100)") where line != "ok" {
      report.findings.append(.integrity(line))
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      report.findings.append(.foreignKey(table: row.text(0) ?? ""))
    }
    try checkRows(&report)
    try checkChain(&report)
    try checkSummaries(&report)
    return report
  }

  private func checkRows(_ report: inout CheckReport) throws {
    let clients = try RawStatement(
      db, "SELECT \(Checksums.clientList(columns)), checksum FROM client ORDER BY number")
    let seeds = Checksums.clientSeeds(columns)
    while try clients.step() {
      report.clients += 1
      let isWhole = clients.checksum(seeds) == UInt64(bitPattern: clients.integer(seeds.count))
      if !isWhole { report.findings.append(.checksum(table: "client", row: clients.integer(0))) }
    }
    for table in Checksums.Table.allCases {
      let row = [.key, .side, .profile, .handed].contains(table) ? "client" : "id"
      let rows = try RawStatement(
        db, "SELECT \(table.list), checksum, \(row) FROM \(table.rawValue)")
      let seeds = table.seeded
      while try rows.step() {
        if rows.checksum(seeds) != UInt64(bitPattern: rows.integer(seeds.count)) {
          report.findings.append(.checksum(table: table.rawValue, row: rows.integer(seeds.count + 1)))
        }
      }
    }
  }

  private func checkChain(_ report: inout CheckReport) throws {
    let entries = try Row.fetchCursor(db, sql: "SELECT \(Self.entryColumns) FROM journal ORDER BY seq")
    var previous = Data(repeating: 0, count: 32)
    var expected: Int64 = 1
    while let row = try entries.next() {
      let seq = row.number(0) ?? 0
      let digest = row.blob(7) ?? Data()
      if seq != expected || row.blob(8) != previous || row.blob(9) != entryHash(row, previous: previous) {
        report.findings.append(.chain(number: seq))
      }
      if try !checkPayload(seq, digest, &report) { report.findings.append(.payload(number: seq)) }
      previous = row.blob(9) ?? Data()
      expected = seq &+ 1
      report.entries += 1
    }
    report.head = "\(expected - 1) " + previous.map { Self.hexadecimal($0) }.joined()
  }

  private static let entryColumns =
    "seq, change, author, moment, kind, undoes, import, digest, previous, hash"

  /// The hash that an entry of these columns must have.
  private func entryHash(_ row: Row, previous: Data) -> Data {
    let header = JournalHeader(
      kind: row.text(4) ?? "", change: ChangeID(row.text(1) ?? ""), author: row.text(2) ?? "",
      moment: Moment(seconds: row.number(3) ?? 0), undoes: row.text(5).map { ChangeID($0) },
      importID: row.number(6))
    return Journal.hash(header, seq: row.number(0) ?? 0, digest: row.blob(7) ?? Data(), previous: previous)
  }

  private func checkPayload(_ seq: Int64, _ digest: Data, _ report: inout CheckReport) throws -> Bool {
    let parts = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT digest, salt, json FROM journal_part LEFT JOIN journal_payload USING (seq, part)
          WHERE seq = ? ORDER BY part
          """), arguments: [seq])
    guard Journal.digest(of: parts.map { $0.blob(0) ?? Data() }) == digest else { return false }
    var isErased = false
    for part in parts {
      guard let salt = part.blob(1), let json = part.text(2) else {
        isErased = true
        continue
      }
      if Journal.digest(salt: salt, json: json) != part.blob(0) { return false }
    }
    if isErased { report.erased += 1 }
    return true
  }

  private func checkSummaries(_ report: inout CheckReport) throws {
    let reader = ClientReader(columns)
    var facts: [(ClientNumber, Summary, Value?)] = []
    try reader.read(.all, closedToo: true, db) {
      facts.append(($0.number, $0.summary, $0.values["experience"]))
    }
    for (number, summary, experience) in facts {
      let real = Summary(
        contacts: try Contacts.of(number.number, db), errands: try Errands.of(number.number, db),
        historySince: summary.historySince)
      if real != summary { report.findings.append(.summary(client: number)) }
      if try !ExperienceRows.agree(experience?.content, Int64(number.number), db) {
        report.findings.append(.experience(client: number))
      }
    }
  }

  static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

extension Store {
  /// Looks over the whole store: SQLite's own check, references, the checksum of each row, the journal's chain
  /// and payloads, and whether summaries are what contacts and errands come to. Changes nothing.
  public func check() throws(StoreError) -> CheckReport {
    try read { db in try Checker(db, columns).report() }
  }

  /// Erases what the journal says about a client, for good; the chain stays whole. Gives the number of
  /// payloads erased. Throws `busy` where somebody who reads keeps the erased text in the -wal: it is erased
  /// already, and asking again cuts the rest.
  public func erasePayload(of client: ClientNumber) throws(StoreError) -> Int {
    try maintain { db in
      var count = 0
      try db.inTransaction(.immediate) {
        try db.execute(
          sql: """
            DELETE FROM journal_payload WHERE (seq, part) IN
              (SELECT seq, part FROM journal_part WHERE client = ?)
            """, arguments: [client.number])
        count = db.changesCount
        return .commit
      }
      // Erased text stays in the -wal until it is cut.
      let cut = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      guard cut?.number(0) == 0 else { throw StoreError.busy(holder: nil) }
      return count
    }
  }
}
