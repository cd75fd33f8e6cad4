import CaseloadCore
import GRDB
import Testing

@testable import CaseloadStore

/// Hand-overs and absences on real files: what waits, whose clients a scope has, what two who save at once may not do.
@Suite struct ColleaguesTests {
  private let today = day("2026-11-21")

  private func record(_ store: Store, _ number: Int32) throws -> ClientRecord {
    let record = try RandomForms.record(of: ClientNumber(number), in: store)
    return try #require(record)
  }

  private func keep(_ store: Store, _ edits: [Edit], _ change: String) throws -> KeepOutcome {
    try store.keep(edits, id(change), reason: "", context())
  }

  private func offer(_ store: Store, _ number: Int32, to name: String, _ change: String) throws {
    let edits = try record(store, number).edits(offeringTo: name, note: "mind the dog", on: today).get()
    #expect(try keep(store, edits, change) == .kept)
  }

  private func coaches(_ store: Store, _ scope: Scope) throws -> [Int32] {
    var numbers: [Int32] = []
    try store.forEachClient(in: scope) { numbers.append($0.number.number) }
    return numbers
  }

  @Test func offeredTheClientStaysAcceptedSheIsTheNewCoachs() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let before = try record(store, 1).values
      try offer(store, 1, to: "B. Bos", "c1")
      #expect(try record(store, 1).values == before)
      #expect(try coaches(store, .coach("B. Bos")) == [])
      let waiting = try store.waitingTransfers()
      #expect(waiting.map(\.transfer.to) == ["B. Bos"] && waiting.first?.name.family.isEmpty == false)
      #expect(waiting.first?.transfer.note == "mind the dog")
      let stored = try record(store, 1)
      let open = try #require(stored.openTransfer)
      #expect(try keep(store, stored.edits(accepting: open, team: nil, on: today).get(), "c2") == .kept)
      #expect(try coaches(store, .coach("B. Bos")) == [1])
      #expect(try store.waitingTransfers() == [])
      // It is what a coach said, like any other value, and the register is told.
      let changes = try store.changesHere(since: day("2026-11-01"), register: "sonar").clients
      #expect(
        changes.first?.changes.contains { $0.field == "coach" && $0.value.content == .text("B. Bos") } == true
      )
      guard case .done = try store.step(.undo, as: id("u1"), context()) else {
        Issue.record("not undone")
        return
      }
      #expect(try record(store, 1).values == before && store.waitingTransfers().count == 1)
      #expect(try store.check().findings == [])
    }
  }

  @Test func aCoachWhoChangedWhileItWasReadIsAConflict() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try offer(store, 1, to: "B. Bos", "c1")
      let read = try record(store, 1)
      let open = try #require(read.openTransfer)
      try set(store, 1, "coach", .text("K. Smit"), on: "2026-11-21", change: "c2")
      let edits = try read.edits(accepting: open, team: nil, on: today).get()
      guard case .conflict(let values) = try keep(store, edits, "c3") else {
        Issue.record("no conflict")
        return
      }
      #expect(values.map(\.field) == ["coach"] && values.first?.now?.content == .text("K. Smit"))
      #expect(try record(store, 1).openTransfer != nil)
    }
  }

  @Test func aDeclinedOneWaitsForWhoOfferedItUntilItIsPutAsideOrOfferedAnew() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try offer(store, 1, to: "B. Bos", "c1")
      let open = try #require(try record(store, 1).openTransfer)
      let no = try record(store, 1).edits(declining: open, reason: "full", on: today).get()
      #expect(try keep(store, no, "c2") == .kept)
      #expect(try store.waitingTransfers().map(\.transfer.reason) == ["full"])
      #expect(try WaitingTransfer.of("B. Bos", among: store.waitingTransfers(), context()) == [])
      try offer(store, 1, to: "M. Çelik", "c3")
      #expect(try store.waitingTransfers().map(\.transfer.to) == ["M. Çelik"])
      guard case .done = try store.step(.undo, as: id("u1"), context()) else {
        Issue.record("not undone")
        return
      }
      let declined = try #require(try store.waitingTransfers().first?.transfer)
      let aside = try record(store, 1).edits(withdrawing: declined, on: today).get()
      #expect(try keep(store, aside, "c4") == .kept && store.waitingTransfers() == [])
    }
  }

  @Test func twoWhoOfferAtOnceAreRefusedTheSecond() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let read = try record(store, 1)
      try offer(store, 1, to: "B. Bos", "c1")
      let second = try read.edits(offeringTo: "M. Çelik", note: "", on: today).get()
      #expect(throws: StoreError.refused(.secondTransfer)) { try keep(store, second, "c2") }
      #expect(try store.waitingTransfers().count == 1)
    }
  }

  private func away(
    _ colleague: String, _ first: String, _ last: String?, _ standIn: String = ""
  ) -> Absence {
    Absence(colleague: colleague, first: day(first), last: last.map { day($0) }, standIn: standIn)
  }

  private func keep(_ store: Store, _ absence: Absence, _ change: String) throws -> KeepOutcome {
    try keep(store, RecordFields.adding(absence, id: RecordRef.new, day: today), change)
  }

  @Test func anAbsenceIsKeptChangedEndedAndUndoneAndBelongsToNoClient() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let start = try TableDump(store)
      #expect(try keep(store, away("B. Bos", "2026-11-23", "2026-12-04", "K. Smit"), "c1") == .kept)
      let kept = try #require(try store.calendar().absences.first)
      #expect(kept.standIn == "K. Smit" && kept.last == day("2026-12-04"))
      #expect(try store.next(.undo, context())?.name.thing == .absence("B. Bos"))
      // Made and taken away before it began.
      let gone = RecordFields.changing(kept, to: kept.ended(backOn: today), day: today)
      #expect(try keep(store, gone, "c2") == .kept && store.calendar().isEmpty)
      for change in ["u1", "u2"] { _ = try store.step(.undo, as: id(change), context()) }
      #expect(try TableDump(store).differences(start) == [])
      #expect(try store.check().findings == [])
      #expect(try store.colleagues().map(\.name) == ["J. de Vries"])
    }
  }

  @Test func overlappingDaysOfOneColleagueAreRefusedWhoeverReadWhat() throws {
    try withStore { store in
      let first = try keep(store, away("B. Bos", "2026-11-23", "2026-12-04"), "c1")
      #expect(first == .kept)
      #expect(throws: StoreError.refused(.absence)) {
        try keep(store, away("B. Bos", "2026-12-04", nil), "c2")
      }
      #expect(try keep(store, away("B. Bos", "2026-12-05", nil), "c3") == .kept)
      #expect(try store.calendar().absences.count == 2)
    }
  }

  @Test func anUndoSaysWhoChangedAnAbsenceSince() throws {
    try withStore { store in
      #expect(try keep(store, away("B. Bos", "2026-11-23", "2026-12-04"), "c1") == .kept)
      let old = try #require(try store.calendar().absences.first)
      var longer = old
      longer.last = day("2026-12-11")
      var other = context()
      other.actor = Actor(name: "K. Smit")
      _ = try store.keep(
        RecordFields.changing(old, to: longer, day: today), id("c2"), reason: "", other)
      guard case .conflict(let step, let values) = try store.step(.undo, as: id("u1"), context()) else {
        Issue.record("no conflict")
        return
      }
      #expect(step.name.thing == .absence("B. Bos"))
      #expect(values.first { $0.field == "last_day" }?.author == "K. Smit")
    }
  }

  @Test func aCoachsScopeHasTheClientsOfThoseForWhomSheStandsIn() throws {
    try withStore { store in
      var export = twoClients()
      export.rows.append(("C", ["name": name("Sahin"), "coach": .text("B. Bos; it's \"so\"")]))
      export.rows.append(("D", ["name": name("Nowak"), "coach": .text("K. Smit")]))
      try export.take(into: store, as: "i1")
      let both = Scope.coach("K. Smit", standingInFor: ["B. Bos; it's \"so\""])
      #expect(try coaches(store, both) == [3, 4])
      #expect(try coaches(store, .coach("K. Smit")) == [4])
      #expect(try store.load(both).count == 2)
      #expect(try coaches(store, .coach("K. Smit", standingInFor: ["' OR 1=1 --"])) == [4])
    }
  }

  @Test func aColleaguesTeamIsKnownOnlyWhereAllClientsHaveTheSame() throws {
    try withStore { store in
      var export = twoClients()
      export.columns.append("team")
      export.rows = [
        ("A", ["coach": .text("a"), "team": .text("Noord")]),
        ("B", ["coach": .text("a"), "team": .text("Noord")]),
        ("C", ["coach": .text("b"), "team": .text("Noord")]),
        ("D", ["coach": .text("b"), "team": .text("Zuid")]),
        ("E", ["coach": .text("c"), "team": .text("Noord")]), ("F", ["coach": .text("c")]),
      ]
      try export.take(into: store, as: "i1")
      #expect(try keep(store, away("d", "2026-11-23", nil, "e"), "c1") == .kept)
      #expect(
        try store.colleagues() == [
          Colleague("a", team: "Noord"), Colleague("b"), Colleague("c"), Colleague("d"), Colleague("e"),
        ])
    }
  }

  @Test func aStoreOfBeforeGetsTheTables() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try twoClients().take(into: store, as: "i1")
      try store.maintain { db in try db.execute(sql: "DROP TABLE transfer; DROP TABLE absence") }
      try store.close()
      let again = try Store.open(path, actor: coach)
      try offer(again, 1, to: "B. Bos", "c1")
      #expect(try keep(again, away("B. Bos", "2026-11-23", nil), "c2") == .kept)
      #expect(try again.check().findings == [])
      try again.close()
    }
  }
}
