import CaseloadCore
import CaseloadStore
import Testing

@Suite struct ImportUndoTests {
  @Test func nobodyTouchedAnythingSoAllGoesBack() throws {
    try withStore { store in
      var export = twoClients()
      try export.take(into: store, as: "i1")
      try set(store, 2, "phone", .text("06-77"), on: "2026-09-20", change: "c1")
      let before = try (1...2).map { try store.record(of: ClientNumber($0))?.values }
      export.drawn = "2026-10-01"
      export.rows[0].values["education"] = education("hbo")
      export.rows[1].values["phone"] = .text("06-2")
      export.rows.append(("C", ["name": name("Dijk")]))
      let taken = try export.take(into: store, as: "i2")
      #expect(taken.counts.offers == 1 && taken.counts.new == 1 && taken.counts.changed == 2)
      let undo = try store.undoImport(taken.id ?? 0, as: id("u"), reason: "wrong file", context())
      #expect(undo.removed == 1 && undo.reverted == 1)
      #expect(undo.keptClients == [] && undo.keptValues == [])
      #expect(try (1...2).map { try store.record(of: ClientNumber($0))?.values } == before)
      #expect(try store.record(of: ClientNumber(2))?.offers == [])
      #expect(try store.record(of: ClientNumber(3)) == nil)
      #expect(try store.check().findings == [])
      // The same file once more says the same as the first time; the number that was given is not given again.
      let again = try export.take(into: store, as: "i3")
      #expect(again.counts.offers == 1 && again.counts.new == 1 && again.counts.changed == 2)
      #expect(try store.lookup(RegisterKey("C"), register: "sonar") == ClientNumber(4))
    }
  }

  @Test func whatSomebodyTouchedStaysAndIsSaid() throws {
    try withStore { store in
      var export = twoClients()
      let first = try export.take(into: store, as: "i1")
      export.drawn = "2026-10-01"
      export.rows[0].values["education"] = education("hbo")
      export.rows[0].values["phone"] = .text("06-2")
      export.rows.append(("C", ["name": name("Dijk")]))
      let second = try export.take(into: store, as: "i2")
      try set(store, 1, "education", education("wo"), on: "2026-10-05", change: "c1")
      try set(store, 3, "phone", .text("06-3"), on: "2026-10-05", change: "c2")
      let undo = try store.undoImport(second.id ?? 0, as: id("u2"), reason: "", context())
      #expect(undo.reverted == 1)
      #expect(undo.keptValues.map(\.edit.field) == ["education"])
      #expect(undo.keptClients == [ClientNumber(3)])
      #expect(try store.value(1, "education")?.content == education("wo"))
      #expect(try store.value(1, "phone")?.content == nil)
      #expect(throws: StoreError.self) {
        try store.undoImport(second.id ?? 0, as: id("u3"), reason: "", context())
      }
      let all = try store.undoImport(first.id ?? 0, as: id("u4"), reason: "", context())
      #expect(all.keptClients == [ClientNumber(1)])
      #expect(all.removed == 1)
      #expect(try store.check().findings == [])
    }
  }

  @Test func absenceAndEmptiedCellsGoBack() throws {
    try withStore { store in
      var export = twoClients()
      try export.take(into: store, as: "i1")
      export.rows.removeLast()
      export.rows[0].values["education"] = nil
      export.drawn = "2026-10-01"
      let taken = try export.take(into: store, as: "i2")
      #expect(try store.value(1, "education") == nil)
      let undo = try store.undoImport(taken.id ?? 0, as: id("u"), reason: "", context())
      #expect(undo.reverted == 1 && undo.keptValues == [])
      #expect(try store.value(1, "education")?.content == education("mbo2"))
      #expect(try store.record(of: ClientNumber(2))?.absentSince == nil)
      #expect(try store.check().findings == [])
    }
  }
}
