import CaseloadCore
import CaseloadStore
import GRDB
import Testing

@Suite struct ChangesHereTests {
  private func fields(_ store: Store, since date: String, register: String = "sonar", scope: Scope = .all)
    throws
    -> [String]
  {
    try store.changesHere(since: day(date), register: register, scope: scope).clients.flatMap { client in
      client.changes.map { "\(client.client.number) \($0.field)" }
    }
  }

  private func handOver(_ store: Store, as change: String) throws {
    let found = try store.changesHere(since: day("2026-01-01"), register: "sonar")
    try store.noteHandedOver(found.clients, to: "sonar", as: id(change), context())
  }

  @Test func onlyWhatDiffersFromTheRegisterAndIsOfThenIsGiven() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      #expect(try fields(store, since: "2026-01-01") == [])
      try set(store, 1, "education", education("hbo"), on: "2026-09-20", change: "c1")
      try set(store, 2, "education", education("havo"), on: "2026-10-20", change: "c2")
      // What the register says itself is no change, whoever says it here.
      try set(store, 2, "phone", .text("06-1"), on: "2026-10-20", change: "c3")
      #expect(try fields(store, since: "2026-01-01") == ["1 education", "2 education"])
      #expect(try fields(store, since: "2026-10-01") == ["2 education"])
      #expect(try store.changesHere(since: day("2026-10-01"), register: "sonar").older == 1)
      #expect(try fields(store, since: "2026-01-01", scope: .coach("nobody")) == [])
      #expect(try fields(store, since: "2026-01-01", scope: .coach("J. de Vries")).count == 2)
      let found = try store.changesHere(since: day("2026-01-01"), register: "sonar").clients
      #expect(found.map(\.key) == [RegisterKey("A"), RegisterKey("B")])
      let other = try store.changesHere(since: day("2026-01-01"), register: "other").clients
      #expect(other.map(\.key) == [nil, nil])
    }
  }

  @Test func handedOverItIsGivenNoMoreUntilSomebodySpeaks() throws {
    try withStore { store in
      var export = twoClients()
      try export.take(into: store, as: "i1")
      try set(store, 1, "education", education("hbo"), on: "2026-09-20", change: "c1")
      try handOver(store, as: "h1")
      try handOver(store, as: "h1")
      #expect(try fields(store, since: "2026-01-01") == [])
      #expect(
        try store.changesHere(since: day("2026-01-01"), register: "sonar", again: true).clients.count == 1)
      // Back to what the register said: it has to hear that too, by whatever way it came back.
      _ = try store.undo(id("c1"), as: id("u1"), reason: "", context())
      #expect(try fields(store, since: "2026-01-01") == ["1 education"])
      try set(store, 1, "education", education("hbo"), on: "2026-09-21", change: "c2")
      #expect(try fields(store, since: "2026-01-01") == [])
      // The register's next export does not know yet.
      export.drawn = "2026-09-22"
      try export.take(into: store, as: "i2")
      #expect(try fields(store, since: "2026-01-01") == [])
      // It does now; and later it says something newer, which is taken, and is nothing to tell it.
      export.drawn = "2026-09-29"
      export.rows[0].values["education"] = education("hbo")
      try export.take(into: store, as: "i3")
      export.drawn = "2026-10-09"
      export.rows[0].values["education"] = education("wo")
      #expect(try export.take(into: store, as: "i4").counts.changed == 1)
      #expect(try fields(store, since: "2026-01-01") == [])
      #expect(try store.check().findings == [])
    }
  }

  /// A store made before anything was handed over gets the table when it is opened.
  @Test func anOlderStoreGetsTheTable() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try twoClients().take(into: store, as: "i1")
      try store.close()
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in try db.execute(sql: "DROP TABLE handed_over") }
      try queue.close()
      let again = try Store.open(path, create: false, actor: coach)
      try set(again, 1, "education", education("hbo"), on: "2026-09-20", change: "c1")
      try handOver(again, as: "h1")
      #expect(try fields(again, since: "2026-01-01") == [])
      #expect(try again.check().findings == [])
      try again.close()
    }
  }

  @Test func aNoteIsJournalledAndGoesWithItsClient() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try set(store, 1, "education", education("hbo"), on: "2026-09-20", change: "c1")
      let before = try store.check().entries
      try handOver(store, as: "h1")
      let line = try store.record(of: ClientNumber(1))?.journal.lines.first
      #expect(line?.kind == "hand-over" && line?.edits == [])
      #expect(try store.check().entries == before + 1)
      // A hand-over is nothing that a person takes back.
      let changes = try store.changes(since: Int64(before))
      #expect(changes.numbers == [ClientNumber(1)] && !changes.everything)
    }
  }
}
