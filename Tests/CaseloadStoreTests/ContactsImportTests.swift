import CaseloadCore
import CaseloadStore
import Testing

@Suite struct ContactsImportTests {
  private func take(
    _ store: Store, _ contacts: [(key: String, contact: Contact)], drawn: String, since: String?,
    as change: String, dryRun: Bool = false
  ) throws -> ImportResult {
    let session = try ContactsImport(
      store, source: ImportSource(register: "sonar", mapping: "sonar", drawn: day(drawn), fileDigest: drawn))
    defer { session.discard() }
    for (place, row) in contacts.enumerated() {
      _ = try session.add(key: RegisterKey(row.key), contact: row.contact, line: place + 2)
    }
    return try session.merge(
      as: id(change), since: since.map { day($0) }, options: MergeOptions(dryRun: dryRun), context())
  }

  private func talk(_ held: String?, logged: String? = nil, kind: ContactKind = .conversation) -> Contact {
    Contact(
      client: ClientNumber(0), kind: kind, held: held.map { day($0) }, logged: logged.map { day($0) },
      channel: .phone, initiative: .us, colleague: "J. de Vries", story: "met tolk")
  }

  @Test func contactsGoToTheirClientsAndGiveHistory() throws {
    try withStore { store in
      var export = twoClients()
      export.columns.append("intake")
      export.rows.append(("C", ["name": name("Nieuw"), "intake": .day(day("2026-11-10"))]))
      try export.take(into: store, as: "i1")
      let contacts = [
        ("A", talk("2026-07-09")), ("A", talk(nil, logged: "2026-08-01", kind: .unconfirmed)),
        ("Z", talk("2026-07-10")), ("A", talk("2026-12-02", kind: .appointment)),
      ]
      let result = try take(store, contacts, drawn: "2026-10-31", since: "2026-01-01", as: "k1")
      #expect(result.counts.read == 4 && result.counts.new == 3 && result.counts.refused == 1)
      #expect(result.refused == [RefusedRow(line: 4, reason: .unknownKey)])
      let first = try store.record(of: ClientNumber(1))
      #expect(first?.summary.lastConversation == day("2026-07-09"))
      #expect(first?.summary.latestUnconfirmed == day("2026-08-01"))
      #expect(first?.summary.appointments == [day("2026-12-02")])
      #expect(first?.summary.historySince == day("2026-01-01"))
      #expect(first?.contacts.map(\.held) == [day("2026-12-02"), nil, day("2026-07-09")])
      // Who has no contact in the file has a history all the same: nobody talked to her.
      #expect(try store.record(of: ClientNumber(2))?.summary == Summary(historySince: day("2026-01-01")))
      // Who came after the file was drawn has none.
      #expect(try store.record(of: ClientNumber(3))?.summary.historySince == nil)
      #expect(try store.notes(containing: "TOLK") == [ClientNumber(1)])
      #expect(try store.check().findings == [])
      // The same file again is silence.
      let again = try take(store, contacts, drawn: "2026-10-31", since: "2026-01-01", as: "k2")
      #expect(again.counts.new == 0 && again.counts.unchanged == 3)
      #expect(again.id == nil)
    }
  }

  @Test func contactsOfOneFileThatReadTheSameAreAllKept() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let attempt = talk("2026-07-09", kind: .attempt)
      let twice = [("A", attempt), ("A", attempt)]
      let first = try take(store, twice, drawn: "2026-10-31", since: "2026-01-01", as: "k1")
      #expect(first.counts.new == 2)
      // The next file holds them again and a third of that day: only that one is new.
      let next = try take(store, twice + [("A", attempt)], drawn: "2026-11-01", since: "2026-01-01", as: "k2")
      #expect(next.counts.new == 1 && next.counts.unchanged == 2)
      #expect(try store.record(of: ClientNumber(1))?.contacts.count == 3)
    }
  }

  @Test func withoutADayTheFileBeginsAtItsEarliest() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      _ = try take(
        store, [("A", talk("2026-07-09")), ("B", talk("2026-05-02"))], drawn: "2026-10-31", since: nil,
        as: "k1")
      #expect(try store.record(of: ClientNumber(1))?.summary.historySince == day("2026-05-02"))
    }
  }

  @Test(arguments: [
    ("2025-06-01", "2025-12-31", "2025-06-01"), ("2025-06-01", "2025-12-30", "2026-01-01"),
    ("2026-07-01", "2026-09-30", "2026-01-01"), ("2026-07-02", "2026-09-30", "2026-07-02"),
    ("2026-03-01", "2026-04-30", "2026-01-01"), ("2025-03-01", "2026-09-30", "2025-03-01"),
  ])
  func historyReachesBackOnlyWithoutAGap(since: String, drawn: String, expected: String) throws {
    try withStore { store in
      var export = twoClients()
      export.drawn = "2025-01-01"
      try export.take(into: store, as: "i1")
      _ = try take(store, [("A", talk("2026-02-09"))], drawn: "2026-06-30", since: "2026-01-01", as: "k1")
      _ = try take(store, [], drawn: drawn, since: since, as: "k2")
      #expect(try store.record(of: ClientNumber(1))?.summary.historySince == day(expected))
      let last = try #require(try store.imports().first)
      if last.source.drawn == day(drawn) {
        _ = try store.undoImport(last.id, as: id("u"), reason: "", context())
        #expect(try store.record(of: ClientNumber(1))?.summary.historySince == day("2026-01-01"))
      }
      #expect(try store.check().findings == [])
    }
  }

  @Test func takingItBackTakesTheContactsBack() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let result = try take(
        store, [("A", talk("2026-07-09"))], drawn: "2026-10-31", since: "2026-01-01", as: "k1")
      let undo = try store.undoImport(result.id ?? 0, as: id("u"), reason: "", context())
      #expect(undo.contacts == 1)
      #expect(try store.record(of: ClientNumber(1))?.contacts == [])
      #expect(try store.record(of: ClientNumber(1))?.summary == Summary())
      #expect(try store.check().findings == [])
    }
  }

  @Test func aDryRunWritesNothing() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let result = try take(
        store, [("A", talk("2026-07-09"))], drawn: "2026-10-31", since: nil, as: "k1", dryRun: true)
      #expect(result.counts.new == 1)
      #expect(try store.record(of: ClientNumber(1))?.contacts == [])
    }
  }
}
