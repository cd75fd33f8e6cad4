import CaseloadCore
import CaseloadStore
import Testing

/// A file of answers: client → field → value, of a day.
private struct Form {
  var rows: [(client: Int32, day: String, values: [FieldID: Value])]
  var fields: [FieldID] = ["education", "phone", "heavy", "licence", "skills"]

  @discardableResult
  func take(into store: Store, as change: String, options: MergeOptions = MergeOptions()) throws
    -> ImportResult
  {
    let session = try AnswersSession(
      store,
      source: ImportSource(
        register: "sonar", mapping: "form", drawn: day("2026-11-20"), fileDigest: change, isFull: false),
      fields: fields)
    for (place, row) in rows.enumerated() {
      let staged = try session.add(
        client: ClientNumber(row.client), day: day(row.day), values: fields.map { row.values[$0] ?? .empty },
        line: place + 2)
      #expect(staged == .staged)
    }
    return try session.merge(as: id(change), options: options, context())
  }
}

private func said(_ content: Content) -> Value { .recorded(content, source: .questionnaire) }
private func state(_ state: State, raw: String? = nil) -> Value {
  Value(state: state, source: .questionnaire, raw: raw)
}
private let yes = Content.oneOf(ChoiceSet(place: 0))

@Suite struct AnswersTests {
  @Test func answersFillWhatIsEmptyAndStandBesideWhatIsNot() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let form = Form(rows: [
        (
          1, "2026-11-18",
          ["education": said(education("hbo")), "heavy": said(yes), "phone": state(.declined)]
        ),
        (
          2, "2026-11-19", ["phone": said(.text("06 1")), "heavy": state(.notKnown), "skills": state(.empty)]
        ),
      ])
      let result = try form.take(into: store, as: "q1")
      #expect(result.counts.read == 2 && result.counts.changed == 2 && result.counts.new == 0)
      #expect(result.counts.answers == 3 && result.counts.offers == 1)
      #expect(
        try store.value(1, "heavy") == .recorded(yes, source: .questionnaire, day: day("2026-11-18")))
      #expect(try store.value(1, "phone")?.state == .declined)
      #expect(try store.value(2, "heavy")?.state == .notKnown)
      // The register's stays, and hers stands beside it, with its source and day.
      #expect(try store.value(1, "education")?.content == education("mbo2"))
      let offer = try store.record(of: ClientNumber(1))?.offers.first?.offer
      #expect(offer?.value == .recorded(education("hbo"), source: .questionnaire, day: day("2026-11-18")))
      // The same number in another spelling is no offer.
      #expect(try store.record(of: ClientNumber(2))?.offers.isEmpty == true)
      #expect(try store.value(2, "phone")?.source == .register)
      #expect(try store.check().findings == [])
    }
  }

  @Test func theSameFileAgainChangesNothing() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let form = Form(rows: [
        (
          1, "2026-11-01",
          ["skills": said(.words(["typing"], complete: false)), "education": said(education("wo"))]
        ),
        (
          1, "2026-11-18",
          ["skills": said(.words(["selling"], complete: false)), "heavy": state(.empty, raw: "soms")]
        ),
        (2, "2026-11-18", ["education": state(.notKnown)]),
      ])
      #expect(try form.take(into: store, as: "q1").counts.changed == 3)
      // Her later answer stands, whatever the order of the file.
      #expect(try store.value(1, "skills")?.content == .words(["selling"], complete: false))
      #expect(try store.value(1, "heavy")?.raw == "soms")
      let head = try store.check().head
      for change in ["q1", "q2", "q3"] {
        let again = try form.take(into: store, as: change)
        if change != "q1" {
          #expect(again.id == nil && again.counts.unchanged == 3 && again.counts.older == 1)
          #expect(again.counts.offers == 0 && again.counts.answers == 0)
        }
        #expect(try store.check().head == head)
      }
      #expect(try store.imports().filter { $0.kind == "answers" }.count == 1)
    }
  }

  @Test func whatSomebodySaidIsNeverOverwritten() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try set(store, 1, "heavy", .oneOf(ChoiceSet(place: 1)), on: "2026-10-01", change: "c1")
      let old = try store.value(1, "skills")
      _ = try store.apply(
        Change(
          id: id("c2"), author: coach.name, moment: Moment(seconds: 1), reason: "",
          edits: [
            Edit(
              .client(ClientNumber(1)), "skills", old: old,
              new: Value(state: .waived, source: .coach, reason: "care", until: day("2027-01-01")))
          ]))
      let form = Form(rows: [
        (
          1, "2026-11-18",
          [
            "heavy": said(yes), "skills": said(.words(["x"], complete: false)), "education": state(.notKnown),
            "licence": state(.empty, raw: "brommer"),
          ]
        )
      ])
      let result = try form.take(into: store, as: "q1")
      #expect(result.counts.offers == 2 && result.counts.notKnown == 1 && result.counts.answers == 1)
      #expect(try store.value(1, "heavy")?.source == .coach)
      #expect(try store.value(1, "skills")?.state == .waived)
      #expect(try store.value(1, "education")?.content == education("mbo2"))
      #expect(try store.value(1, "licence")?.raw == "brommer")
      #expect(try store.check().findings == [])
    }
  }

  /// A text of the register's that no mapping understood makes way for what she says, and stays in sight.
  @Test func aRegistersTextStaysBesideTheAnswer() throws {
    try withStore { store in
      var export = twoClients()
      export.raw = ["B": ["education": "iets met hout"]]
      try export.take(into: store, as: "i1")
      let before = try store.value(2, "education")
      let form = Form(rows: [(2, "2026-11-18", ["education": said(education("mbo3"))])])
      try form.take(into: store, as: "q1")
      #expect(try store.value(2, "education")?.content == education("mbo3"))
      #expect(try store.record(of: ClientNumber(2))?.offers.map(\.offer.value.raw) == ["iets met hout"])
      // The register still says the same: no offer more, and nothing taken.
      export.drawn = "2026-11-19"
      #expect(try export.take(into: store, as: "i2").counts.unchanged == 2)
      _ = try store.undoImport(2, as: id("u"), reason: "test", context())
      #expect(try store.value(2, "education") == before)
      #expect(try store.record(of: ClientNumber(2))?.offers.isEmpty == true)
      #expect(try store.check().findings == [])
    }
  }

  @Test func anImportOfAnswersIsTakenBackWhole() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try set(store, 1, "phone", .text("06-2"), on: "2026-10-01", change: "c1")
      let before = try [1, 2].map { try store.record(of: ClientNumber($0)) }
      let form = Form(rows: [
        (
          1, "2026-11-01",
          ["heavy": said(yes), "education": said(education("wo")), "phone": said(.text("06-9"))]
        ),
        (1, "2026-11-18", ["heavy": said(.oneOf(ChoiceSet(place: 1)))]),
        (2, "2026-11-18", ["heavy": state(.empty, raw: "soms"), "licence": state(.declined)]),
      ])
      let result = try form.take(into: store, as: "q1")
      let undone = try store.undoImport(try #require(result.id), as: id("u1"), reason: "test", context())
      #expect(undone.removed == 0 && undone.keptValues.isEmpty && undone.reverted == 4)
      for (place, client) in [Int32(1), 2].enumerated() {
        let now = try #require(try store.record(of: ClientNumber(client)))
        let then = try #require(before[place])
        #expect(now.values.filter { $0.value != .empty } == then.values)
        #expect(now.offers == then.offers)
      }
      #expect(try store.check().findings == [])
      // And once more: it is all new again.
      #expect(try form.take(into: store, as: "q2").counts.changed == 3)
    }
  }

  @Test func nobodyIsMadeAndADryRunLeavesNothing() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let form = Form(rows: [
        (9, "2026-11-18", ["heavy": said(yes)]), (1, "2026-11-18", ["heavy": said(yes)]),
      ])
      let head = try store.check().head
      let dry = try form.take(into: store, as: "q0", options: MergeOptions(dryRun: true))
      #expect(dry.counts.changed == 1 && dry.id == nil)
      #expect(try store.check().head == head)
      let result = try form.take(into: store, as: "q1")
      #expect(result.counts.read == result.counts.changed + result.counts.unchanged + result.counts.refused)
      #expect(result.refused == [RefusedRow(line: 2, reason: .unknownKey)])
      #expect(try store.clientCount() == 2)
    }
  }

  @Test func twoRowsOfOneClientAndDayAreNotTwoAnswers() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let session = try AnswersSession(
        store,
        source: ImportSource(register: "sonar", mapping: "f", drawn: day("2026-11-20"), fileDigest: "d"),
        fields: ["heavy"])
      func add(_ value: Value, _ date: String, line: Int) throws -> Staged {
        try session.add(client: ClientNumber(1), day: day(date), values: [value], line: line)
      }
      #expect(try add(said(yes), "2026-11-18", line: 2) == .staged)
      #expect(try add(said(yes), "2026-11-18", line: 3) == .duplicate(firstLine: 2))
      #expect(try add(said(yes), "2026-11-19", line: 4) == .staged)
      #expect(try add(state(.empty, raw: "a\0"), "2026-11-20", line: 5) == .refused(.refused(.nul)))
      #expect(throws: StoreError.refused(.field("age"))) {
        try AnswersSession(store, source: session.source, fields: ["age"])
      }
    }
  }
}
