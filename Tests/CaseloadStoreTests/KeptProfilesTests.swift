import CaseloadCore
import GRDB
import Testing

@testable import CaseloadStore

@Suite struct KeptProfilesTests {
  private func take(_ store: Store, _ json: String, as change: String, key: String = "a") throws {
    let session = try ImportSession(
      store,
      source: ImportSource(
        register: "profiles", mapping: "VUM", drawn: day("2026-09-01"), fileDigest: json, isFull: false),
      columns: ["phone"])
    let kept = try KeptProfiles(store, register: "profiles")
    defer {
      session.discard()
      kept.discard()
    }
    _ = try session.add(
      key: RegisterKey(key), values: [.recorded(.text("06"), source: .register)], line: 1)
    try kept.add(key: RegisterKey(key), json: json)
    _ = try session.merge(
      as: id(change), with: nil, profiles: kept, options: MergeOptions(), context()
    ) { _, _ in }
  }

  private func kept(_ store: Store) throws -> String? {
    try store.profile(of: ClientNumber(1), register: "profiles")?.json
  }

  @Test func whatIsKeptIsTheLatestAndUndoingBringsBackTheOneBefore() throws {
    try withStore { store in
      try take(store, "{\"x\": 1}", as: "i1")
      #expect(try store.profile(of: ClientNumber(1), register: "profiles")?.id.text == "a")
      try take(store, "{\"x\": 2}", as: "i2")
      #expect(try kept(store) == "{\"x\": 2}")
      try take(store, "{\"x\": 2}", as: "i3")
      #expect(try store.imports().count == 2, "the same file once more is not even an entry")
      _ = try store.undoImport(2, as: id("u"), reason: "", context())
      #expect(try kept(store) == "{\"x\": 1}")
      #expect(try store.check().isClean)
      _ = try store.undoImport(1, as: id("v"), reason: "", context())
      #expect(try kept(store) == nil)
      #expect(try store.maintain { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM profile") } == 0)
    }
  }

  @Test func damageIsFoundAndAnotherRegistersIdIsNotGiven() throws {
    try withStore { store in
      try take(store, "{\"x\": 1}", as: "i1")
      #expect(try store.profile(of: ClientNumber(1), register: "sonar") == nil)
      try store.maintain { db in try db.execute(sql: "UPDATE profile SET json = '{}'") }
      #expect(try store.check().findings == [.checksum(table: "profile", row: 1)])
    }
  }
}
