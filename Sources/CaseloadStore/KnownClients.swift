import CaseloadCore
import Crypto
import Foundation
import GRDB

/// Compares a staged row with what the register said of a client before, and takes, offers or leaves.
final class KnownClients {
  private let merge: ClientMerge
  private let select: RawStatement
  private let fields: ClientFields
  /// By client, the places of the columns beside which something stands; for all others comparing bytes is enough.
  private let besides: [Int32: [Int]]

  init(_ merge: ClientMerge) throws {
    self.merge = merge
    let names = merge.session.stored.map { ", \($0.quoted)" }.joined()
    select = try RawStatement(merge.db, "SELECT absent_since\(names) FROM client WHERE number = ?")
    fields = ClientFields(merge.db, merge.store.columns)
    let places = Dictionary(
      merge.session.stored.enumerated().map { ($0.element.field.id.text, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let sides = try RawStatement(merge.db, "SELECT client, field FROM side")
    var besides: [Int32: [Int]] = [:]
    while try sides.step() {
      guard let place = sides.text(1).flatMap({ places[$0] }) else { continue }
      besides[Int32(clamping: sides.integer(0)), default: []].append(place)
    }
    self.besides = besides
  }

  func compare(_ number: Int32, _ row: StagedClients.Row) throws {
    let stored = merge.session.stored
    select.bind(1, Int64(number))
    guard try select.step() else { throw StoreError.damaged("client_key") }
    let absent = select.text(0)
    let beside = besides[number] ?? []
    let differing = stored.indices.filter {
      row.isBeside($0) || !select.holds(row.bytes($0), $0 + 1) || beside.contains($0)
    }.filter { !merge.options.blankIsSilent || row.says($0) }
    select.reset()
    var edits: [Edit] = []
    var offered = false
    var assigned = false
    for place in differing {
      switch try judge(number, stored[place].field, row.said(place)) {
      case .silence: continue
      case .offered: offered = true
      case .taken(let edit):
        edits.append(edit)
        if edit.field == "coach", edit.new?.state == .recorded { assigned = true }
      }
    }
    if absent != nil {
      try merge.setAbsent(number, since: nil, was: absent)
      merge.counts.returned += 1
    }
    if assigned { merge.counts.assigned += 1 }
    if !edits.isEmpty { try take(number, edits, assigned: assigned, row) }
    if edits.isEmpty, !offered, absent == nil {
      merge.counts.unchanged += 1
    } else {
      merge.counts.changed += 1
    }
  }

  private enum Verdict {
    case silence
    case offered
    case taken(Edit)
  }

  /// One field: what the register says now against what it said before and what stands.
  private func judge(_ number: Int32, _ field: Field, _ said: String?) throws -> Verdict {
    let client = Int64(number)
    let before = try fields.registerSaid(client, field.id)
    if before == said { return .silence }
    let current = try fields.value(client, field.id)
    let drawn = merge.session.source.drawn
    let new = try Said.value(said, kind: field.kind, day: drawn)
    guard let current, current.source != .register else {
      if CaseloadCore.says(current, new) {
        // It stood as an undo left it, and the register says the same now.
        try note(said, client, field.id, current ?? .empty)
        return .silence
      }
      return .taken(Edit(.client(ClientNumber(number)), field.id, old: current, new: new))
    }
    let agrees = new.addsNothing(to: current, kind: field.kind)
    if agrees || (said != nil && isNewer(current)) || said == nil {
      try note(said, client, field.id, current)
      // Where it says so less exactly, what was handed over is still the last that it was told.
      if current.says(new) {
        try HandedOver(merge.db).forget(client, merge.session.source.register, field.id)
      }
      if agrees || said == nil { return .silence }
      return try offer(said ?? "", before, number, field.id) ? .offered : .silence
    }
    return .taken(Edit(.client(ClientNumber(number)), field.id, old: current, new: new))
  }

  /// Whether a coach's value may be newer than what the register changed since its last export: only where
  /// that export was drawn after the coach's day is the register's change certainly the later one.
  private func isNewer(_ value: Value) -> Bool {
    guard let day = value.day, let last = merge.lastDrawn else { return true }
    return day >= last
  }

  /// Notes what the register says now, beside a value that stays.
  private func note(_ said: String?, _ client: Int64, _ field: FieldID, _ value: Value) throws {
    merge.agreed += 1
    let before = try fields.registerSaid(client, field)
    try ImportRegister(merge.db).touch(
      merge.importID, Int32(clamping: client), "said " + field.text, was: before)
    var side =
      try fields.side(client, field)
      ?? ClientFields.Side(state: value.state, source: value.source, day: value.day, raw: value.raw)
    side.registerApart = value.source != .register
    side.registerSaid = side.registerApart ? said : nil
    try fields.put(side, client, field)
  }

  /// Offers a value beside the coach's; false where it was offered before.
  private func offer(_ said: String, _ before: String?, _ number: Int32, _ field: FieldID) throws -> Bool {
    try merge.db.cachedStatement(
      sql: """
        INSERT INTO offer (client, field, said, source, day, import, said_before, checksum)
        VALUES (?, ?, ?, 'register', ?, ?, ?, 0) ON CONFLICT (client, field, said) DO NOTHING
        """
    ).execute(arguments: [
      number, field.text, said, merge.session.source.drawn.iso, merge.importID, before,
    ])
    guard merge.db.changesCount > 0 else { return false }
    try Checksums.refresh(.offer, "id = ?", [merge.db.lastInsertedRowID], merge.db)
    merge.counts.offers += 1
    return true
  }

  /// Takes what the register changed: one change for a client, journalled, so that it can be undone. Another
  /// coach is an assignment, of the day drawn unless the register says.
  private func take(
    _ number: Int32, _ edits: [Edit], assigned: Bool, _ row: StagedClients.Row
  ) throws {
    var edits = edits
    let place = merge.session.stored.firstIndex { $0.field.id == "assigned" }
    let registerSays = place.map { row.says($0) } ?? false
    let client = Int64(number)
    let addsDay = assigned && !registerSays && merge.store.columns["assigned"] != nil
    let saidBefore = addsDay ? try fields.registerSaid(client, "assigned") : nil
    let drawn = merge.session.source.drawn
    if addsDay {
      edits.removeAll { $0.field == "assigned" }
      edits.append(
        Edit(
          .client(ClientNumber(number)), "assigned", old: try fields.value(client, "assigned"),
          new: .recorded(.day(drawn), source: .register, day: drawn)))
    }
    for edit in edits where edit.old.map({ $0.source != .register }) ?? false {
      // What stood was the coach's: what the register said before stands nowhere in the change.
      try ImportRegister(merge.db).touch(
        merge.importID, number, "said " + edit.field.text,
        was: try fields.registerSaid(client, edit.field))
    }
    // The register's own newer word: what was written for it before is of no more account.
    for edit in edits {
      try HandedOver(merge.db).forget(client, merge.session.source.register, edit.field)
    }
    let change = Change(
      id: id(of: number), author: merge.context.actor.name, moment: merge.context.now,
      reason: "import " + drawn.iso, edits: edits)
    _ = try merge.store.apply(
      change, voice: .register, kind: "import", importID: merge.importID, merge.db)
    if addsDay, var side = try fields.side(client, "assigned") ?? plainSide(client) {
      // The register did not say this day: its next export must not be read as taking it back.
      side.registerApart = true
      side.registerSaid = place == nil ? saidBefore : nil
      try fields.put(side, client, "assigned")
    }
  }

  private func plainSide(_ client: Int64) throws -> ClientFields.Side? {
    try fields.value(client, "assigned").map {
      ClientFields.Side(state: $0.state, source: $0.source, day: $0.day, raw: $0.raw)
    }
  }

  /// The id of the change of one client in this import: from the import's own, so that it is the same however
  /// often the import is repeated.
  private func id(of number: Int32) -> ChangeID {
    let digest = SHA256.hash(data: Data("\(merge.id.text) \(number)".utf8))
    return ChangeID(digest.prefix(16).map { Checker.hexadecimal($0) }.joined())
  }
}
