import CaseloadCore
import GRDB

/// An offer as the store keeps it.
public struct StoredOffer: Hashable, Sendable {
  /// Its id.
  public var id: Int64
  /// The offer.
  public var offer: Offer
  /// What was decided, such as `taken` or `left`; nil while it stands open.
  public var decided: String?
}

/// All that is known of one client but the register's key.
public struct StoredRecord: Hashable, Sendable {
  /// Her number.
  public var number: ClientNumber
  /// Values by field, each with its source and day; a field that is absent was never touched.
  public var values: [FieldID: Value]
  /// What contacts and errands come to.
  public var summary: Summary
  /// Contacts, newest first.
  public var contacts: [Contact]
  /// Errands, open ones first.
  public var errands: [Errand]
  /// Plans, the version in force first, then the newest.
  public var plans: [Plan]
  /// Hand-overs, the newest first.
  public var transfers: [Transfer]
  /// Offers, open ones first.
  public var offers: [StoredOffer]
  /// What the journal says about her.
  public var journal: JournalPage
  /// The day drawn of the first full export that no longer held her; nil where the register has her.
  public var absentSince: Day?
  /// The day on which the register first brought her.
  public var createdDay: Day?

  /// Her work experience; empty where none is recorded.
  public var experiences: [Experience] {
    if case .experience(let items, _)? = values["experience"]?.content { items } else { [] }
  }
}

extension Store {
  /// The errands that are about no client in particular, open ones first.
  public func freeErrands() throws(StoreError) -> [Errand] {
    try read { db in
      try Errands.free(db).sorted {
        ($0.done != nil ? 1 : 0, $0.asks ?? .latest, $0.id)
          < ($1.done != nil ? 1 : 0, $1.asks ?? .latest, $1.id)
      }
    }
  }

  /// The day from which a client's record is there who was added by hand; nil for one whom a register brought.
  public func created(_ number: ClientNumber) throws(StoreError) -> Value? {
    try read { db in
      let isByHand = try Bool.fetchOne(
        db,
        sql: """
          SELECT \(Self.isStillAwaited) FROM client WHERE number = ?
          """, arguments: [number.number])
      return isByHand == true ? try ClientMaking(db).created(Int64(number.number)) : nil
    }
  }

  /// The record of a client, read at one moment, its checksum verified; nil where there is none. Of the journal it
  /// holds the newest lines, as many as are asked for, and all of them where no number is said.
  public func record(of number: ClientNumber, journal newest: Int? = nil) throws(StoreError) -> StoredRecord?
  {
    try read { db in
      guard let (facts, absentSince, createdDay) = try reader.whole(number, db) else { return nil }
      return StoredRecord(
        number: number, values: facts.values, summary: facts.summary,
        contacts: try Contacts.of(number.number, db).sorted { left, right in
          let (first, second) = (left.held ?? left.logged, right.held ?? right.logged)
          return first == second ? left.id > right.id : (first ?? .earliest) > (second ?? .earliest)
        },
        errands: try Errands.of(number.number, db).sorted { left, right in
          (left.done != nil ? 1 : 0, left.asks ?? .latest, left.id)
            < (right.done != nil ? 1 : 0, right.asks ?? .latest, right.id)
        }, plans: try plans(of: number, db), transfers: try Transfers.of(number.number, db),
        offers: try offers(of: number, db),
        journal: try JournalReading(number.number, db).page(newest: newest), absentSince: absentSince,
        createdDay: createdDay)
    }
  }

  private func plans(of number: ClientNumber, _ db: Database) throws -> [Plan] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, made, review, text, ended, ground, steps, agreed FROM plan WHERE client = ?
          ORDER BY ended IS NOT NULL, made DESC, id DESC
          """), arguments: [number.number]
    ).map { row in
      Plan(
        id: row.number(0) ?? 0, client: number, made: row.day(1),
        ground: row.text(5).flatMap { PlanGround(rawValue: $0) }, goal: row.text(3) ?? "",
        steps: row.text(6) ?? "", review: row.day(2), agreed: row.day(7), ended: row.day(4))
    }
  }

  private func offers(of number: ClientNumber, _ db: Database) throws -> [StoredOffer] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, field, said, day, decided, source FROM offer WHERE client = ? ORDER BY decided IS NOT NULL, id
          """), arguments: [number.number]
    ).compactMap { row in
      let field = FieldID(row.text(1) ?? "")
      guard let kind = columns[field]?.field.kind else { return nil }
      var value = try Said.value(
        row.text(2).flatMap { $0.isEmpty ? nil : $0 }, kind: kind, day: row.day(3))
      value.source = row.text(5).flatMap { Source(rawValue: $0) } ?? .register
      return StoredOffer(
        id: row.number(0) ?? 0,
        offer: Offer(id: row.number(0) ?? 0, client: number, field: field, value: value),
        decided: row.text(4))
    }
  }
}
