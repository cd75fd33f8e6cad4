import CaseloadCore
import CaseloadStore
import Testing

@Suite struct ApplyTests {
  @Test func aChangeStandsAfterReopening() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try twoClients().take(into: store, as: "i1")
      let outcome = try set(store, 1, "hours", .span(16...24), on: "2026-10-01", change: "c1")
      #expect(outcome == .saved(set: 1, already: 0, number: 2))
      try store.close()
      let again = try Store.open(path, actor: coach)
      #expect(
        try again.value(1, "hours")
          == .recorded(.span(16...24), source: .coach, day: day("2026-10-01")))
      #expect(try again.check().findings == [])
      try again.close()
    }
  }

  @Test func aChangeIsDoneOnce() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let change = Change(
        id: id("c1"), author: "x", moment: Moment(seconds: 1), reason: "",
        edits: [
          Edit(.client(ClientNumber(1)), "phone", old: nil, new: .recorded(.text("06-9"), source: .coach))
        ])
      #expect(try store.apply(change) == .saved(set: 1, already: 0, number: 2))
      #expect(try store.apply(change) == .alreadySaved(number: 2))
      // Even after somebody else has changed the value: what was saved is not saved again over it.
      try set(store, 1, "phone", .text("06-8"), on: "2026-10-02", change: "c2")
      #expect(try store.apply(change) == .alreadySaved(number: 2))
      #expect(try store.value(1, "phone")?.content == .text("06-8"))
    }
  }

  @Test func aStaleChangeIsAConflictAndChangesNothing() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try set(store, 1, "phone", .text("06-8"), on: "2026-10-02", change: "c1")
      let client = RecordRef.client(ClientNumber(1))
      let stale = Change(
        id: id("c2"), author: "x", moment: Moment(seconds: 1), reason: "",
        edits: [
          Edit(client, "email", old: nil, new: .recorded(.text("a@b.nl"), source: .coach)),
          Edit(client, "phone", old: nil, new: .recorded(.text("06-7"), source: .coach)),
        ])
      guard case .conflict(let conflicts) = try store.apply(stale) else {
        Issue.record("no conflict")
        return
      }
      #expect(conflicts.map(\.edit.field) == ["phone"])
      #expect(conflicts.first?.current?.content == .text("06-8"))
      #expect(try store.value(1, "email") == nil)
      #expect(try store.change(id("c2")) == nil)
    }
  }

  @Test func undoRestoresSourceAndDay() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let before = try store.record(of: ClientNumber(1))?.values
      try set(store, 1, "education", education("hbo"), on: "2026-10-02", change: "c1")
      let waived = Value(
        state: .waived, source: .coach, day: day("2026-10-02"), reason: "no need", until: day("2027-01-01"))
      _ = try store.apply(
        Change(
          id: id("c2"), author: "x", moment: Moment(seconds: 1), reason: "",
          edits: [Edit(.client(ClientNumber(1)), "heavy", old: nil, new: waived)]))
      #expect(try store.value(1, "heavy") == waived)
      _ = try store.undo(id("c2"), as: id("u2"), reason: "undo", context())
      _ = try store.undo(id("c1"), as: id("u1"), reason: "undo", context())
      #expect(try store.record(of: ClientNumber(1))?.values == before)
      // Redo is the undo's undo.
      _ = try store.undo(id("u1"), as: id("r1"), reason: "redo", context())
      #expect(try store.value(1, "education")?.content == education("hbo"))
      #expect(try store.check().findings == [])
    }
  }

  @Test func aContactIsMadeAndSummarisedAndTakenBack() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let number = ClientNumber(1)
      let contact = Contact(
        client: number, kind: .conversation, held: day("2026-07-09"), channel: .phone, initiative: .us,
        colleague: "J. de Vries", story: "Wil met mensen werken; «Łódź»", source: .coach)
      let contactID = try store.newRecordID(.contact)
      let change = Change(
        id: id("c1"), author: "x", moment: Moment(seconds: 1), reason: "",
        edits: RecordFields.adding(contact, id: contactID, day: day("2026-07-09")))
      _ = try store.apply(change)
      let record = try store.record(of: number)
      #expect(record?.summary.lastConversation == day("2026-07-09"))
      #expect(record?.summary.lastChannel == .phone)
      var stored = contact
      stored.id = contactID
      #expect(record?.contacts == [stored])
      #expect(record?.journal.lines.first?.change == id("c1"))
      #expect(try store.notes(containing: "lodz") == [number])
      #expect(try store.notes(containing: "%") == [])
      let errand = Errand(client: number, text: "bus pass", due: day("2026-12-01"))
      _ = try store.apply(
        Change(
          id: id("c2"), author: "x", moment: Moment(seconds: 1), reason: "",
          edits: RecordFields.adding(errand, id: 1, day: nil)))
      #expect(try store.record(of: number)?.summary.nextErrand == day("2026-12-01"))
      #expect(try store.check().findings == [])
      _ = try store.undo(id("c1"), as: id("u1"), reason: "undo", context())
      _ = try store.undo(id("c2"), as: id("u2"), reason: "undo", context())
      let after = try store.record(of: number)
      #expect(after?.contacts == [])
      #expect(after?.errands == [])
      #expect(after?.summary == Summary())
      #expect(try store.check().findings == [])
    }
  }

  @Test func whatCannotBeKeptIsRefused() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      func save(_ field: FieldID, _ content: Content, client: Int32 = 1) throws {
        _ = try store.apply(
          Change(
            id: id("x"), author: "x", moment: Moment(seconds: 1), reason: "",
            edits: [
              Edit(
                .client(ClientNumber(client)), field, old: nil, new: .recorded(content, source: .coach))
            ]))
      }
      #expect(throws: StoreError.refused(.nul)) {
        try save("phone", .text("06\0-1"))
      }
      #expect(throws: StoreError.refused(.field("age"))) { try save("age", .exactly(3)) }
      #expect(throws: StoreError.refused(.field("phone; DROP TABLE client"))) {
        try save("phone; DROP TABLE client", .text(""))
      }
      #expect(throws: StoreError.refused(.otherKind(nil))) { try save("hours", .text("x")) }
      #expect(throws: StoreError.unknownRecord("client 9")) { try save("phone", .text("x"), client: 9) }
      #expect(try store.value(1, "phone") == nil)
    }
  }

  @Test func composedAndDecomposedAreOne() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try set(store, 1, "address", .text("Cafe\u{301}"), on: "2026-10-01", change: "c1")
      guard case .text(let text)? = try store.value(1, "address")?.content else {
        Issue.record("no text")
        return
      }
      #expect(Array(text.unicodeScalars) == Array("Caf\u{E9}".unicodeScalars))
    }
  }

  @Test func watchersSeeWhatChanged() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let start = try store.changes(since: 0)
      #expect(start.everything)
      #expect(Store.lastChange(watching: store.watchedPath) == start.last)
      try set(store, 2, "phone", .text("06-5"), on: "2026-10-02", change: "c1")
      let after = try store.changes(since: start.last)
      #expect(after == ChangedClients(last: 2, numbers: [ClientNumber(2)], everything: false))
      #expect(Store.lastChange(watching: store.watchedPath) == 2)
      #expect(try store.changes(since: after.last).numbers == [])
    }
  }
}
