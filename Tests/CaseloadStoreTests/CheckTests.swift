import CaseloadCore
import Foundation
import GRDB
import Testing

@testable import CaseloadStore

@Suite struct CheckTests {
  /// A store with something in every table that carries a checksum.
  private func withFullStore(_ body: (Store) throws -> Void) throws {
    try withStore { store in
      var export = twoClients()
      try export.take(into: store, as: "i1")
      try set(store, 1, "education", education("vwo"), on: "2026-09-05", change: "c1")
      try set(
        store, 1, "experience", .experience([Experience(occupation: "driver", months: 12)], complete: true),
        on: "2026-09-05", change: "c2")
      export.drawn = "2026-10-01"
      export.rows[0].values["education"] = education("wo")
      try export.take(into: store, as: "i2")
      let contact = Contact(
        client: ClientNumber(1), kind: .conversation, held: day("2026-07-09"), story: "x", source: .coach)
      let edits =
        RecordFields.adding(contact, id: 1, day: nil)
        + RecordFields.adding(Errand(client: ClientNumber(1), text: "y"), id: 1, day: nil)
        + [
          Edit(
            RecordRef(.plan, 1), "client", old: nil, new: .recorded(.exactly(1), source: .coach)),
          Edit(
            RecordRef(.plan, 1), "made", old: nil, new: .recorded(.day(day("2026-03-03")), source: .coach)),
        ]
        + RecordFields.adding(
          Transfer(client: ClientNumber(1), from: "", to: "Bos", proposed: day("2026-11-01"), note: "n"),
          id: 1,
          day: nil)
        + RecordFields.adding(
          Absence(colleague: "Bos", first: day("2026-11-01"), last: nil), id: 1, day: nil)
      _ = try store.apply(
        Change(id: id("c3"), author: "x", moment: Moment(seconds: 1), reason: "", edits: edits))
      try body(store)
    }
  }

  @Test func aWholeStoreIsClean() throws {
    try withFullStore { store in
      let report = try store.check()
      #expect(report.findings == [])
      #expect(report.clients == 2)
      #expect(report.entries == 5)
      #expect(report.erased == 0)
      #expect(report.head.hasPrefix("5 "))
    }
  }

  @Test(
    arguments: [
      ("UPDATE client SET phone = '06-x' WHERE number = 2", CheckFinding.checksum(table: "client", row: 2)),
      ("UPDATE side SET day = '2026-09-06' WHERE field = 'education'", .checksum(table: "side", row: 1)),
      ("UPDATE contact SET story = 'z' WHERE id = 1", .checksum(table: "contact", row: 1)),
      ("UPDATE errand SET text = 'z' WHERE id = 1", .checksum(table: "errand", row: 1)),
      ("UPDATE plan SET text = 'z' WHERE id = 1", .checksum(table: "plan", row: 1)),
      ("UPDATE transfer SET note = 'z' WHERE id = 1", .checksum(table: "transfer", row: 1)),
      ("UPDATE absence SET last_day = '2026-12-01' WHERE id = 1", .checksum(table: "absence", row: 1)),
      ("UPDATE offer SET said = '=hbo'", .checksum(table: "offer", row: 1)),
      ("UPDATE client_key SET key = 'C' WHERE client = 2", .checksum(table: "client_key", row: 2)),
      ("UPDATE summary SET last_day = '2026-07-10'", .summary(client: ClientNumber(1))),
      ("UPDATE experience SET months = 13", .experience(client: ClientNumber(1))),
      ("UPDATE journal_payload SET json = json || ' ' WHERE seq = 2", .payload(number: 2)),
      ("UPDATE journal SET author = 'y' WHERE seq = 2", .chain(number: 2)),
      ("UPDATE journal SET hash = zeroblob(32) WHERE seq = 5", .chain(number: 5)),
    ])
  func damageIsFound(sql: String, finding: CheckFinding) throws {
    try withFullStore { store in
      try store.maintain { db in
        try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
        try db.execute(sql: sql)
        #expect(db.changesCount > 0)
      }
      #expect(try store.check().findings == [finding])
    }
  }

  @Test func aHandOverOfNobodyIsFound() throws {
    try withFullStore { store in
      try store.maintain { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        try db.execute(sql: "UPDATE transfer SET client = 99 WHERE id = 1")
      }
      #expect(try store.check().findings.contains(.foreignKey(table: "transfer")))
    }
  }

  @Test func aDamagedRecordIsNotShown() throws {
    try withFullStore { store in
      try store.maintain { db in try db.execute(sql: "UPDATE client SET phone = 'z' WHERE number = 1") }
      #expect(throws: StoreError.damaged("client 1")) { try store.record(of: ClientNumber(1)) }
    }
  }

  @Test func aFlippedByteOfTheFileIsFound() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      var export = twoClients()
      export.rows[0].values["phone"] = .text("06-CANARY-CANARY")
      try export.take(into: store, as: "i1")
      try store.maintain { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      try store.close()
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let place = try #require(bytes.range(of: Data("06-CANARY".utf8)))
      bytes[place.lowerBound + 4] ^= 1
      try bytes.write(to: URL(fileURLWithPath: path))
      let again = try Store.open(path, actor: coach)
      #expect(try again.check().findings == [.checksum(table: "client", row: 1)])
      try again.close()
    }
  }

  @Test func erasureKeepsTheChainWholeAndLeavesNothing() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try twoClients().take(into: store, as: "i1")
      try set(store, 1, "address", .text("SECRETSTREET 1"), on: "2026-10-01", change: "c1")
      let current = try store.value(1, "address")
      _ = try store.apply(
        Change(
          id: id("c2"), author: "x", moment: Moment(seconds: 1), reason: "",
          edits: [Edit(.client(ClientNumber(1)), "address", old: current, new: nil)]))
      try set(store, 2, "address", .text("OTHERSTREET 2"), on: "2026-10-01", change: "c3")
      let head = try store.check().head
      #expect(try store.erasePayload(of: ClientNumber(1)) == 2)
      let report = try store.check()
      #expect(report.findings == [])
      #expect(report.erased == 2)
      #expect(report.head == head)
      #expect(try store.record(of: ClientNumber(1))?.journal.lines.map(\.edits) == [[], []])
      #expect(try store.change(id("c1")) == nil)
      #expect(try store.change(id("c3")) != nil)
      let all = try [path, path + "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      #expect(all.allSatisfy { $0.range(of: Data("SECRETSTREET".utf8)) == nil })
      #expect(all.contains { $0.range(of: Data("OTHERSTREET".utf8)) != nil })
      try store.close()
    }
  }
}
