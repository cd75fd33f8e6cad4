import CaseloadCore
import Foundation
import Testing

@testable import CaseloadStore

/// Whatever a person fills in, undoing all of it leaves the store as it was, bit for bit.
@Suite struct UndoEverythingTests {
  private static let isSoak = ProcessInfo.processInfo.environment["CASELOAD_SOAK"] == "1"
  /// The seeds of a run; `CASELOAD_SEED=3` repeats one that failed.
  private static let seeds: [UInt64] =
    ProcessInfo.processInfo.environment["CASELOAD_SEED"].flatMap(UInt64.init).map { [$0] }
    ?? (isSoak ? Array(1...100) : [1, 2])
  private static let actions = isSoak ? 1_000 : 100
  private static let clients: [Int32] = Array(1...12)

  /// A store as a department has it: an export, contacts of the register with and without a history, what clients
  /// answered, and a second export that differs from what the coach wrote, so that offers wait.
  private func fill(_ store: Store) throws {
    var export = twoClients()
    export.rows += [
      ("C", ["name": name("Sahin"), "education": education("hbo"), "phone": .text("06-3")]), ("D", [:]),
    ]
    export.rows += Self.clients.dropFirst(4).map { ("N\($0)", ["name": name("Client \($0)")]) }
    export.raw = ["D": ["education": "iets met hout"]]
    try export.take(into: store, as: "i1")
    let contacts = try ContactsImport(
      store,
      source: ImportSource(register: "sonar", mapping: "sonar", drawn: day("2026-11-01"), fileDigest: "k1"))
    defer { contacts.discard() }
    for (line, held) in ["2026-10-01", "2026-11-23", "2026-11-24"].enumerated() {
      let contact = Contact(
        client: ClientNumber(0), kind: line == 0 ? .messageIn : .appointment, held: day(held),
        channel: .phone, initiative: .us, colleague: "K. Smit", story: line == 1 ? "Één" : "")
      _ = try contacts.add(key: RegisterKey(line == 0 ? "A" : "B"), contact: contact, line: line + 2)
    }
    // Who has only appointments to come has no history.
    _ = try contacts.merge(as: id("k1"), history: .latestOfEach, context())
    for (place, field) in (["phone", "education", "car", "children", "wishes"] as [FieldID]).enumerated() {
      guard let known = RandomForms.fields.first(where: { $0.id == field }) else { continue }
      let content: Content =
        switch known.kind {
        case .choice: .oneOf(ChoiceSet(place: 0))
        case .number: .exactly(2)
        case .words: .words(["hout"], complete: false)
        default: .text("06-\(place)")
        }
      for client in Self.clients {
        // A predecessor's, so that they are not among what is undone.
        let old = try store.value(client, field)
        let new = Value.recorded(content, source: .coach, day: day("2026-10-10"))
        _ = try store.apply(
          Change(
            id: id("s\(client) \(place)"), author: "K. Smit", moment: Moment(seconds: 1), reason: "",
            edits: [Edit(.client(ClientNumber(client)), field, old: old, new: new)]))
      }
    }
    var later = export
    later.drawn = "2026-11-10"
    later.digest = "d2"
    later.rows = later.rows.map {
      ($0.key, $0.values.merging(["phone": .text("06-9"), "education": education("mbo4")]) { $1 })
    }
    try later.take(into: store, as: "i2")
    let answers = try AnswersSession(
      store,
      source: ImportSource(
        register: "sonar", mapping: "form", drawn: day("2026-11-20"), fileDigest: "q1", isFull: false),
      fields: ["education", "phone", "heavy"])
    for client in Self.clients.prefix(3) {
      _ = try answers.add(
        client: ClientNumber(client), day: day("2026-11-19"),
        values: [
          .recorded(education("wo"), source: .questionnaire), Value(state: .declined, source: .questionnaire),
          .recorded(.oneOf(ChoiceSet(place: 0)), source: .questionnaire),
        ], line: Int(client) + 1)
    }
    _ = try answers.merge(as: id("q1"), context())
  }

  private func ask(_ store: Store, _ way: Undoing, of client: ClientNumber? = nil, _ number: Int) throws
    -> Bool
  {
    switch try store.step(way, of: client, as: id("\(way) \(number)"), context()) {
    case .done: return true
    case .nothing: return false
    case .conflict(let step, let values):
      // What was done for several at once is not undone by way of one of them, once another of them was changed.
      if client != nil, step.client == nil { return false }
      Issue.record("a conflict with oneself: \(values.map(\.field))")
      return false
    }
  }

  @Test(
    "Any random forms, then all undone: every table but the journal is as it was; all done again: as it became",
    arguments: seeds)
  func undoneAndDoneAgain(_ seed: UInt64) throws {
    try withStore { store in
      try fill(store)
      let start = try TableDump(store)
      var forms = RandomForms(seed, clients: Self.clients)
      var (done, tries) = (0, 0)
      while done < Self.actions, tries < Self.actions * 3 {
        tries += 1
        if done > 0, forms.roll(12) == 0 {
          // Undo and redo are what she does too, among the rest.
          let client = forms.perhaps(ClientNumber(forms.pick(Self.clients)))
          _ = try ask(store, forms.roll(2) == 0 ? .undo : .redo, of: client, tries)
        } else if try forms.keepOne(in: store) {
          done += 1
        }
      }
      let end = try TableDump(store)
      var steps = 0
      while try ask(store, .undo, 1_000_000 + steps) { steps += 1 }
      let back = try TableDump(store)
      let unlikeStart = start.differences(back)
      #expect(unlikeStart == [], "seed \(seed): \(unlikeStart)")
      for number in 0..<steps { #expect(try ask(store, .redo, 2_000_000 + number)) }
      let unlikeEnd = end.differences(try TableDump(store))
      #expect(unlikeEnd == [], "seed \(seed): \(unlikeEnd)")
      #expect(try store.check().findings == [])
      if Self.isSoak {
        #expect(Set(RandomForms.Action.allCases).subtracting(forms.kept.keys) == [], "\(forms.kept)")
      }
    }
  }

  @Test(
    "Canary: a row too many, another byte and a number that became a text are seen; the journal is left out")
  func canary() throws {
    try withStore { store in
      try fill(store)
      let start = try TableDump(store)
      #expect(start.rows["summary"]?.isEmpty == false && start.rows["offer"]?.isEmpty == false)
      #expect(start.rows.keys.contains { TableDump.isLeftOut($0) } == false)
      for damage in [
        "UPDATE summary SET history_since = '2026-11-21' WHERE client = 1",
        "UPDATE contact SET minutes = '5'",
        "UPDATE errand SET text = 'x'", "UPDATE side SET register_said = '=x' WHERE client = 1",
        "UPDATE client SET phone = 'x' WHERE number = 4",
      ] {
        _ = try store.rehearse { db in
          if damage.contains("errand") {
            try db.execute(sql: "INSERT INTO errand (client, text, checksum) VALUES (1, 'y', 0)")
          }
          try db.execute(sql: damage)
          // Inside the transaction, by the same connection.
          let dump = try TableDump(db)
          #expect(!dump.differences(start).isEmpty, "not seen: \(damage)")
          return dump
        }
      }
      #expect(try TableDump(store).differences(start) == [])
    }
  }
}
