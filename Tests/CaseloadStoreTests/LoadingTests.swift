import CaseloadCore
import CaseloadStore
import Testing

/// A caseload so large that it is loaded in two halves is what is read of its clients one after another.
@Suite struct LoadingTests {
  @Test func halvesMakeTheWhole() throws {
    try withStore { store in
      let session = try ImportSession(
        store,
        source: ImportSource(
          register: "sonar", mapping: "sonar", drawn: day("2026-09-01"), fileDigest: "many"),
        columns: ["name", "education", "district", "children", "status"])
      for place in 0..<2_600 {
        var education = Value(state: .empty, source: .register)
        if place % 3 == 0 { education = .recorded(CaseloadStoreTests.education("mbo2"), source: .register) }
        if place % 7 == 0 { education.raw = "iets met hout \(place % 5)" }
        if place % 11 == 0 { education = Value(state: .declined, source: .register) }
        let values: [FieldID: Value] = [
          "name": .recorded(.name(PersonName(family: "Berg \(place)", given: "Jan")), source: .register),
          "education": education,
          "district": .recorded(.text("Wijk \((place / 900) * 10 + place % 4)"), source: .register),
          "children": .recorded(.exactly(place % 4), source: .register),
        ]
        #expect(try session.add(key: RegisterKey("K\(place)"), values: values, line: place + 2) == .staged)
      }
      _ = try session.merge(as: id("many"), context())
      var read = Population()
      try store.forEachClient(in: .all) { read.put($0) }
      let loaded = try store.load(.all)
      #expect(loaded.count == 2_600)
      let now = CaseloadStoreTests.context()
      for row in 0..<loaded.rows {
        #expect(loaded.number(at: row) == read.number(at: row))
        for field in ["name", "education", "district", "children"] as [FieldID] {
          #expect(
            loaded.value(field, at: row, now).says(read.value(field, at: row, now)),
            "\(field.text) of row \(row)")
        }
      }
      for field in loaded.catalogue.fields {
        #expect(
          loaded.facet(field.id, of: loaded.alive, now)
            == read.facet(field.id, of: read.alive, now))
      }
      #expect(loaded.order([SortKey("name")], now) == read.order([SortKey("name")], now))
      try store.close()
    }
  }
}
