import CaseloadCore
import CaseloadStore
import Testing

@Suite struct ImportTests {
  @Test func newClientsGetNumbersInTheOrderOfTheFile() throws {
    try withStore { store in
      var export = twoClients()
      export.raw = ["B": ["education": "iets met hout"]]
      let result = try export.take(into: store, as: "i1")
      #expect(result.counts.new == 2)
      #expect(result.counts.read == 2)
      #expect(try store.lookup(RegisterKey("A"), register: "sonar") == ClientNumber(1))
      #expect(try store.lookup(RegisterKey("B"), register: "sonar") == ClientNumber(2))
      #expect(
        try store.value(1, "education")
          == .recorded(education("mbo2"), source: .register, day: day("2026-09-01")))
      let raw = try store.value(2, "education")
      #expect(raw?.state == .empty)
      #expect(raw?.raw == "iets met hout")
      #expect(try store.check().findings == [])
      var all: [ClientFacts] = []
      try store.forEachClient(in: .coach("J. de Vries")) { all.append($0) }
      #expect(all.map(\.number.number) == [1, 2])
      #expect(all.first?.values == (try store.record(of: ClientNumber(1))?.values))
    }
  }

  @Test func partlyUnderstoodIsKeptWhole() throws {
    try withStore { store in
      let licence = Value(
        state: .recorded, content: .several(ChoiceSet(place: 5), complete: false), source: .register,
        day: day("2026-09-01"), raw: "heftruck")
      for change in ["i1", "i2"] {
        let session = try ImportSession(
          store,
          source: ImportSource(
            register: "sonar", mapping: "sonar", drawn: day("2026-09-01"), fileDigest: change),
          columns: ["licence"])
        for (place, key) in ["A", "B"].enumerated() {
          #expect(
            try session.add(
              key: RegisterKey(key), count: 1, line: place, number: { _ in 7 }, value: { _ in licence })
              == .staged)
        }
        let result = try session.merge(as: id(change), context())
        #expect(result.counts.unchanged == (change == "i1" ? 0 : 2))
      }
      for client: Int32 in [1, 2] { #expect(try store.value(client, "licence") == licence) }
      #expect(try store.check().findings == [])
    }
  }

  @Test func theSameFileAgainIsSilence() throws {
    try withStore { store in
      var export = twoClients()
      export.raw = ["B": ["education": "iets met hout"]]
      try export.take(into: store, as: "i1")
      let head = try store.check().head
      let again = try export.take(into: store, as: "i2")
      #expect(again.counts.unchanged == 2)
      #expect(again.counts.new + again.counts.changed + again.counts.offers == 0)
      #expect(again.id == nil)
      #expect(try store.check().head == head)
      #expect(try store.imports().count == 1)
    }
  }

  @Test func whatTheRegisterChangedIsTaken() throws {
    try withStore { store in
      var export = twoClients()
      try export.take(into: store, as: "i1")
      export.drawn = "2026-10-01"
      export.rows[0].values["education"] = education("hbo")
      export.rows[1].values["phone"] = nil
      let result = try export.take(into: store, as: "i2")
      #expect(result.counts.changed == 2)
      #expect(
        try store.value(1, "education")
          == .recorded(education("hbo"), source: .register, day: day("2026-10-01")))
      #expect(try store.value(2, "phone")?.state ?? .empty == .empty)
      // Each changed client is in the journal once, and can be undone by itself.
      let line = try store.record(of: ClientNumber(1))?.journal.lines.first
      #expect(line?.kind == "import")
      #expect(line?.edits.map(\.field) == ["education"])
      #expect(try store.check().findings == [])
      #expect(try export.take(into: store, as: "i3").counts.unchanged == 2)
    }
  }

  @Test func theCoachsNewerValueStaysAndTheRegistersIsOfferedOnce() throws {
    try withStore { store in
      var export = twoClients()
      try export.take(into: store, as: "i1")
      try set(store, 1, "education", education("havo"), on: "2026-09-20", change: "c1")
      // Unchanged in the register: silence.
      export.drawn = "2026-10-01"
      export.digest = "d2"
      #expect(try export.take(into: store, as: "i2").counts.unchanged == 2)
      // Changed in the register: the coach's day lies before the last export, so the register's change is
      // certainly later, and is taken.
      export.drawn = "2026-10-08"
      export.rows[0].values["education"] = education("hbo")
      #expect(try export.take(into: store, as: "i3").counts.changed == 1)
      #expect(try store.value(1, "education")?.content == education("hbo"))
      // The coach says otherwise after that export: from now on it is an offer.
      try set(store, 1, "education", education("vwo"), on: "2026-12-01", change: "c2")
      export.drawn = "2026-10-15"
      export.rows[0].values["education"] = education("wo")
      let offered = try export.take(into: store, as: "i4")
      #expect(offered.counts.offers == 1)
      #expect(offered.counts.changed == 1)
      #expect(try store.value(1, "education")?.content == education("vwo"))
      let offer = try store.record(of: ClientNumber(1))?.offers.first
      #expect(offer?.offer.value == .recorded(education("wo"), source: .register, day: day("2026-10-15")))
      // Never twice: neither with the same file, nor when the register goes there and back.
      for (place, code) in ["wo", "hbo", "wo"].enumerated() {
        export.drawn = "2026-11-0\(place + 1)"
        export.rows[0].values["education"] = education(code)
        _ = try export.take(into: store, as: "j\(place)")
      }
      let offers = try store.record(of: ClientNumber(1))?.offers.map(\.offer.value.content)
      #expect(offers == [education("wo"), education("hbo")])
      #expect(try store.value(1, "education")?.content == education("vwo"))
      #expect(try store.check().findings == [])
    }
  }

  @Test func agreementIsNoOffer() throws {
    try withStore { store in
      var export = twoClients()
      try export.take(into: store, as: "i1")
      try set(store, 1, "education", education("hbo"), on: "2026-09-20", change: "c1")
      export.drawn = "2026-10-01"
      export.rows[0].values["education"] = education("hbo")
      let result = try export.take(into: store, as: "i2")
      #expect(result.counts.offers == 0)
      #expect(result.counts.unchanged == 2)
      #expect(try store.value(1, "education")?.source == .coach)
      // And an emptied cell never wipes what the coach said.
      export.drawn = "2026-10-08"
      export.rows[0].values["education"] = nil
      _ = try export.take(into: store, as: "i3")
      #expect(try store.value(1, "education")?.content == education("hbo"))
      #expect(try store.check().findings == [])
    }
  }

  @Test func absentAndBack() throws {
    try withStore { store in
      var export = twoClients()
      try export.take(into: store, as: "i1")
      let row = export.rows.removeLast()
      export.drawn = "2026-10-01"
      let gone = try export.take(into: store, as: "i2")
      #expect(gone.counts.absent == 1)
      #expect(try store.record(of: ClientNumber(2))?.absentSince == day("2026-10-01"))
      #expect(try store.clientCount() == 2)
      #expect(try export.take(into: store, as: "i3").counts.absent == 0)
      export.rows.append(row)
      export.drawn = "2026-10-08"
      let back = try export.take(into: store, as: "i4")
      #expect(back.counts.returned == 1)
      #expect(try store.record(of: ClientNumber(2))?.absentSince == nil)
      #expect(try store.check().findings == [])
    }
  }

  @Test func anotherCoachIsAnAssignment() throws {
    try withStore { store in
      var export = twoClients()
      try export.take(into: store, as: "i1")
      #expect(try store.value(1, "assigned") == nil)
      export.drawn = "2026-10-01"
      export.rows[0].values["coach"] = .text("M. Jansen")
      let result = try export.take(into: store, as: "i2")
      #expect(result.counts.assigned == 1)
      #expect(try store.value(1, "assigned")?.content == .day(day("2026-10-01")))
      let fields = try store.record(of: ClientNumber(1))?.journal.lines.first?.edits.map(\.field)
      #expect(fields == ["coach", "assigned"])
      // A register that has a column for it but no day does not take it back.
      export.columns.append("assigned")
      export.drawn = "2026-10-08"
      _ = try export.take(into: store, as: "i3")
      #expect(try store.value(1, "assigned")?.content == .day(day("2026-10-01")))
      // A day that the register says stands.
      export.drawn = "2026-10-15"
      export.rows[0].values["coach"] = .text("A. Smit")
      export.rows[0].values["assigned"] = .day(day("2026-10-12"))
      _ = try export.take(into: store, as: "i4")
      #expect(try store.value(1, "assigned")?.content == .day(day("2026-10-12")))
    }
  }

  @Test func anEarlierExportIsRefusedUnlessForced() throws {
    try withStore { store in
      var export = twoClients()
      try export.take(into: store, as: "i1")
      export.drawn = "2026-08-01"
      export.rows[0].values["education"] = education("hbo")
      #expect(throws: StoreError.drawnEarlier(drawn: day("2026-08-01"), last: day("2026-09-01"))) {
        try export.take(into: store, as: "i2")
      }
      #expect(try export.take(into: store, as: "i2", options: MergeOptions(force: true)).counts.changed == 1)
    }
  }

  @Test func aKeyThatStandsTwiceIsRefusedWithBothLines() throws {
    try withStore { store in
      var export = twoClients()
      export.rows.append(("A", ["name": name("Bakker-2")]))
      let result = try export.take(into: store, as: "i1", options: MergeOptions(refusedBefore: 3))
      #expect(result.refused == [RefusedRow(line: 4, reason: .duplicate(firstLine: 2))])
      let counts = result.counts
      #expect(counts.read == 6 && counts.refused == 4 && counts.new == 2)
      #expect(counts.read == counts.new + counts.changed + counts.unchanged + counts.refused)
      #expect(try store.value(1, "name")?.content == name("Bakker"))
    }
  }

  @Test func aDryRunCountsAndChangesNothing() throws {
    try withStore { store in
      let dry = MergeOptions(dryRun: true)
      var export = twoClients()
      #expect(try export.take(into: store, as: "i1", options: dry).counts.new == 2)
      #expect(try store.clientCount() == 0)
      try export.take(into: store, as: "i1")
      let head = try store.check().head
      export.drawn = "2026-10-01"
      export.rows[0].values["education"] = education("hbo")
      let result = try export.take(into: store, as: "i2", options: dry)
      #expect(result.counts.changed == 1)
      #expect(result.id == nil)
      #expect(try store.check().head == head)
      #expect(try store.value(1, "education")?.content == education("mbo2"))
      #expect(try export.take(into: store, as: "i2").counts.changed == 1)
    }
  }

  @Test func aMergeRepeatedAfterAnUnknownEndIsDoneOnce() throws {
    try withStore { store in
      let first = try twoClients().take(into: store, as: "i1")
      let again = try twoClients().take(into: store, as: "i1")
      #expect(again.id == first.id)
      #expect(again.counts.new == 2)
      #expect(try store.clientCount() == 2)
    }
  }
}
