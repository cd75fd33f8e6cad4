import CaseloadCore
import Foundation
import GRDB
import Testing

@testable import CaseloadStore

/// A client who was added by hand gets the register's key, and the register's next export is about her.
@Suite struct JoiningByKeyTests {
  private let byHand = ClientNumber(3)

  /// Two clients of a register, and one who was added by hand.
  private func fill(_ store: Store) throws {
    try twoClients().take(into: store, as: "i1")
    let made = Creation.edits(
      [("name", .name(PersonName(family: "Nieuw", given: "Ada"))), ("phone", .text("06-77"))],
      on: day("2026-11-21"))
    _ = try store.keep(made, id("made"), reason: "", context())
    #expect(try store.record(of: byHand) != nil)
  }

  private func later(_ keys: [String], phone: String = "06-88") -> Export {
    var export = twoClients()
    export.drawn = "2026-11-22"
    export.digest = "d2"
    export.rows += keys.map {
      ($0, ["name": .name(PersonName(family: "Nieuw", given: "Ada")), "phone": .text(phone)])
    }
    return export
  }

  private func give(_ key: String, to client: ClientNumber, _ store: Store, as name: String = "k") throws
    -> KeyOutcome
  {
    try store.keep(RegisterKey(key), of: client, register: "sonar", id(name), context())
  }

  @Test func theNextExportIsAboutHerAndMakesNobodyNew() throws {
    try withStore { store in
      try fill(store)
      #expect(try give("NEW-1", to: byHand, store) == .kept)
      // Safe to ask again after an unknown COMMIT.
      #expect(try give("NEW-1", to: byHand, store) == .kept)
      let result = try later(["NEW-1"]).take(into: store, as: "i2")
      #expect(result.counts.new == 0)
      #expect(try store.clientCount() == 3)
      let record = try #require(try store.record(of: byHand))
      // What the coach wrote stands; what the register says is beside it.
      #expect(record.values["phone"]?.content == .text("06-77"))
      #expect(record.offers.map(\.offer.field) == ["phone"])
      #expect(record.absentSince == nil)
      #expect(try store.check().findings == [])
    }
  }

  /// The canary of the one above: without the key the same export makes her a second time.
  @Test func withoutItTheRegisterMakesHerAgain() throws {
    try withStore { store in
      try fill(store)
      #expect(try later(["NEW-1"]).take(into: store, as: "i2").counts.new == 1)
    }
  }

  @Test func whomTheRegisterHasNotBroughtYetIsNotAbsentFromIt() throws {
    try withStore { store in
      try fill(store)
      _ = try give("NEW-1", to: byHand, store)
      try later([]).take(into: store, as: "i2")
      #expect(try store.record(of: byHand)?.absentSince == nil)
      // Once it has had her, it may lose her.
      try later(["NEW-1"]).take(into: store, as: "i3")
      var gone = later([])
      (gone.drawn, gone.digest) = ("2026-11-24", "d4")
      try gone.take(into: store, as: "i4")
      #expect(try store.record(of: byHand)?.absentSince == day("2026-11-24"))
    }
  }

  @Test func aKeyOfAnotherIsSaidAndNothingIsKept() throws {
    try withStore { store in
      try fill(store)
      #expect(try give("A", to: byHand, store) == .taken(ClientNumber(1)))
      #expect(try give("NEW-1", to: byHand, store, as: "k2") == .kept)
      #expect(try give("NEW-2", to: byHand, store, as: "k3") == .hasOne)
      #expect(try store.lookup(RegisterKey("NEW-2"), register: "sonar") == nil)
      #expect(throws: StoreError.self) { try give("NEW-3", to: ClientNumber(99), store, as: "k4") }
    }
  }

  @Test func itIsTakenAwayOnlyWhileTheRegisterIsSilent() throws {
    try withStore { store in
      try fill(store)
      func forget(_ client: ClientNumber, _ name: String) throws -> Bool {
        try store.forgetKey(of: client, register: "sonar", id(name), context())
      }
      #expect(try !forget(byHand, "f0"))
      _ = try give("NEW-1", to: byHand, store)
      #expect(try forget(byHand, "f1"))
      #expect(try store.lookup(RegisterKey("NEW-1"), register: "sonar") == nil)
      _ = try give("NEW-1", to: byHand, store, as: "k2")
      try later(["NEW-1"]).take(into: store, as: "i2")
      #expect(try !forget(byHand, "f2"))
      #expect(try !forget(ClientNumber(1), "f3"))
      #expect(try store.lookup(RegisterKey("A"), register: "sonar") == ClientNumber(1))
    }
  }

  @Test func anImportThatWasTakenBackSaidNothing() throws {
    try withStore { store in
      try fill(store)
      _ = try give("NEW-1", to: byHand, store)
      let result = try later(["NEW-1"]).take(into: store, as: "i2")
      #expect(try store.created(byHand) == nil)
      _ = try store.undoImport(#require(result.id), as: id("u"), reason: "", context())
      #expect(try store.created(byHand) != nil)
      #expect(try store.forgetKey(of: byHand, register: "sonar", id("f"), context()))
    }
  }

  @Test func whoHasTheKeyIsNotRemovedAndItIsSaidWhy() throws {
    try withStore { store in
      try fill(store)
      _ = try give("NEW-1", to: byHand, store)
      #expect(throws: StoreError.refused(.hasKey)) { try store.step(.undo, as: id("u"), context()) }
      #expect(try store.record(of: byHand) != nil)
    }
  }

  @Test func noJournalHoldsIt() throws {
    try withStore { store in
      try fill(store)
      _ = try give("SECRET-KEY-1", to: byHand, store)
      _ = try store.forgetKey(of: byHand, register: "sonar", id("f"), context())
      let texts = try store.read { db in
        try String.fetchAll(db, sql: "SELECT json FROM journal_payload UNION ALL SELECT change FROM journal")
      }
      #expect(!texts.isEmpty)
      #expect(!texts.contains { $0.contains("SECRET-KEY") })
      #expect(try store.record(of: byHand)?.journal.lines.map(\.kind).prefix(2) == ["key-gone", "key"])
    }
  }
}
