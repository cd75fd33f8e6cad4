import CaseloadCore
import Foundation
import GRDB

/// One client's fields that say other than her register last did.
public struct ChangedClient: Sendable {
  /// Her number.
  public var client: ClientNumber
  /// The register's key; nil where it has none for her.
  public var key: RegisterKey?
  /// What stands here now, in the catalogue's order.
  public var changes: [(field: FieldID, value: Value)]
}

/// What was changed here and the register does not say.
public struct ChangesHere: Sendable {
  /// Clients with a change, by number.
  public var clients: [ChangedClient] = []
  /// Changes of before the day asked for that were never handed over.
  public var older = 0
  /// Contacts registered here since that day; a file of clients has no columns for them.
  public var contacts = 0
}

extension Store {
  /// What coaches and clients themselves have said since a day, that the register neither says nor was handed before:
  /// values of their own that differ, and values put back to what the register said after they were handed over.
  /// With `again`, what was handed over before too.
  public func changesHere(
    since day: Day, register: String, scope: Scope = .all, again: Bool = false
  ) throws(StoreError) -> ChangesHere {
    try read { db in
      try ChangesReading(store: self, db: db, since: day, register: register, again: again).read(scope)
    }
  }

  /// Notes that these values were written for a register, whole: they are not given again. Journalled, so that it is
  /// known who handed over what, and when.
  public func noteHandedOver(
    _ clients: [ChangedClient], to register: String, as id: ChangeID, _ context: Context
  ) throws(StoreError) {
    try write(id) { db in
      if try Journal.seq(of: id, db) != nil { return }
      let handed = HandedOver(db)
      for client in clients {
        for (field, value) in client.changes {
          guard let kind = columns[field]?.field.kind else { continue }
          try handed.note(
            HandedOver.Entry(
              client: Int64(client.client.number), field: field, said: try Said.text(value, kind: kind)),
            register, on: context.today)
        }
      }
      let parts = try JournalPayload.parts(
        reason: "hand-over to " + register, edits: [], about: clients.map(\.client)
      ) { _ in nil }
      try Journal.append(
        JournalHeader(
          kind: "hand-over", change: id, author: context.actor.name, moment: context.now, undoes: nil,
          importID: nil), parts, db)
    }
  }
}

/// Finds what differs from the register, inside one reading transaction.
private struct ChangesReading {
  let store: Store
  let db: Database
  let since: Day
  let register: String
  let again: Bool

  private struct Place: Hashable {
    var client: Int64
    var field: FieldID
  }

  func read(_ scope: Scope) throws -> ChangesHere {
    var result = ChangesHere()
    let entries = try HandedOver(db).all(register)
    let handed = Dictionary(
      entries.map { (Place(client: $0.client, field: $0.field), $0.said) },
      uniquingKeysWith: { first, _ in first })
    var clients = Set(entries.map(\.client))
    let sides = try Int64.fetchAll(db, sql: "SELECT DISTINCT client FROM side WHERE source <> 'register'")
    clients.formUnion(sides)
    if scope != .all { clients.formIntersection(try numbers(in: scope)) }
    for client in clients.sorted() {
      let number = ClientNumber(Int32(clamping: client))
      guard let (facts, _, _) = try store.reader.whole(number, db) else { continue }
      var changes: [(field: FieldID, value: Value)] = []
      for column in store.columns.columns {
        let place = Place(client: client, field: column.field.id)
        let value = facts.values[column.field.id] ?? .empty
        guard try isNew(value, column.field, client, handed[place]) else { continue }
        guard value.source == .register || value.day.map({ $0 >= since }) ?? true else {
          result.older += 1
          continue
        }
        changes.append((column.field.id, value))
      }
      guard !changes.isEmpty else { continue }
      result.clients.append(ChangedClient(client: number, key: try key(client), changes: changes))
    }
    result.contacts =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM contact WHERE source = 'coach' AND coalesce(held, logged) >= ?",
        arguments: [since.iso]) ?? 0
    return result
  }

  /// Whether the register has yet to hear of a value. `handed` is what it was handed over last, if anything.
  private func isNew(_ value: Value, _ field: Field, _ client: Int64, _ handed: String??) throws -> Bool {
    let said = try Said.text(value, kind: field.kind)
    if let handed, !again { return handed != said }
    // Put back to what the register said, and never handed over: there is nothing to tell.
    guard value.source != .register else { return handed.map { $0 != said } ?? false }
    let side = try ClientFields(db, store.columns).side(client, field.id)
    return side.map { !$0.registerApart || $0.registerSaid != said } ?? true
  }

  private func key(_ client: Int64) throws -> RegisterKey? {
    try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT key FROM client_key WHERE client = ? AND register = ? ORDER BY key LIMIT 1"),
      arguments: [client, register]
    ).map { RegisterKey($0) }
  }

  private func numbers(in scope: Scope) throws -> Set<Int64> {
    let rows = try ClientReader.statement(
      "SELECT number FROM client WHERE \(ClientReader.condition(scope))", scope, db)
    var numbers: Set<Int64> = []
    while try rows.step() { numbers.insert(rows.integer(0)) }
    return numbers
  }
}
