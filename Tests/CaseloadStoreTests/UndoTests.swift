import CaseloadCore
import CaseloadStore
import Testing

/// Registers a contact with a client as a person.
@discardableResult
func register(
  _ store: Store, _ client: Int32, _ kind: ContactKind = .conversation, on date: String = "2026-11-21",
  as change: String, story: String = "", tryAgain: Day? = nil, by name: String = coach.name
) throws -> SaveOutcome {
  let contact = Contact(
    client: ClientNumber(client), kind: kind, held: day(date), logged: day("2026-11-21"), channel: .phone,
    initiative: .us, colleague: name, story: story)
  return try store.register(
    Registration(contact, tryAgain: tryAgain), id(change), reason: "", errand: "Try again", asking(name))
}

/// A context in which somebody asks.
func asking(_ name: String, on date: String = "2026-11-21") -> Context {
  Context(today: day(date), now: Moment(seconds: 1_795_000_000), actor: Actor(name: name))
}

/// What a client's record holds that a person put there.
func kept(_ store: Store, _ client: Int32) throws -> ClientRecord? {
  try store.record(of: ClientNumber(client)).map { stored in
    ClientRecord(
      number: stored.number, values: stored.values, contacts: stored.contacts, errands: stored.errands,
      summary: stored.summary)
  }
}

/// The name of what was done; nil where nothing was.
func name(_ outcome: UndoOutcome, _ language: Language = .english) -> String? {
  guard case .done(let step) = outcome else { return nil }
  var context = context()
  context.language = language
  return step.name.text(context)
}

@Suite struct UndoTests {
  @Test func undoAndRedoGoOnAcrossSessions() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try twoClients().take(into: store, as: "i1")
      let before = try kept(store, 1)
      #expect(try store.step(.undo, as: id("u0"), context()) == .nothing(erased: 0), "an import is nobody's")
      try register(store, 1, as: "c1", story: "work")
      let after = try kept(store, 1)
      #expect(after != before)
      try store.close()
      let again = try Store.open(path, actor: coach)
      #expect(try again.next(.undo, context())?.client == ClientNumber(1))
      #expect(try again.next(.redo, context()) == nil)
      #expect(name(try again.step(.undo, as: id("u1"), context())) == "conversation of 21 Nov")
      #expect(try kept(again, 1) == before)
      #expect(try again.step(.undo, as: id("u2"), context()) == .nothing(erased: 0))
      try again.close()
      let third = try Store.open(path, actor: coach)
      #expect(name(try third.step(.redo, as: id("r1"), context())) == "conversation of 21 Nov")
      #expect(try kept(third, 1) == after)
      #expect(try third.step(.redo, as: id("r2"), context()) == .nothing(erased: 0))
      // What was done again can be undone once more.
      #expect(name(try third.step(.undo, as: id("u3"), context()), .dutch) == "gesprek van 21 nov")
      #expect(try kept(third, 1) == before)
      #expect(try third.check().findings == [])
      try third.close()
    }
  }

  @Test func theLastComesFirstAndANewChangeEndsRedo() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try set(store, 1, "phone", .text("06-7"), on: "2026-11-21", change: "c1")
      try register(store, 2, .messageOut, as: "c2")
      #expect(name(try store.step(.undo, as: id("u1"), context())) == "message from us of 21 Nov")
      #expect(name(try store.step(.undo, as: id("u2"), context())) == "Phone")
      #expect(try store.value(1, "phone") == nil)
      #expect(name(try store.step(.redo, as: id("r1"), context())) == "Phone")
      try register(store, 1, .attempt, as: "c3")
      #expect(try store.step(.redo, as: id("r2"), context()) == .nothing(erased: 0))
      // Of the client whom the new one is not about it can still be done again.
      #expect(
        name(try store.step(.redo, of: ClientNumber(2), as: id("r3"), context()))
          == "message from us of 21 Nov")
      #expect(try store.check().findings == [])
    }
  }

  @Test func ofOneClientOnlyHersIsTaken() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let before = try kept(store, 1)
      try register(store, 1, as: "c1")
      try register(store, 2, as: "c2")
      let other = try kept(store, 2)
      guard case .done(let step) = try store.step(.undo, of: ClientNumber(1), as: id("u1"), context()) else {
        Issue.record("not undone")
        return
      }
      #expect(step.client == ClientNumber(1))
      #expect(try kept(store, 1) == before && kept(store, 2) == other)
      #expect(
        try store.step(.undo, of: ClientNumber(1), as: id("u2"), context()) == .nothing(erased: 0))
    }
  }

  @Test func anothersChangesAreHers() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try register(store, 1, as: "c1", by: "A. Bos")
      let there = try kept(store, 1)
      #expect(try store.step(.undo, as: id("u1"), context()) == .nothing(erased: 0))
      #expect(try store.step(.undo, of: ClientNumber(1), as: id("u2"), context()) == .nothing(erased: 0))
      #expect(try kept(store, 1) == there)
      // What she undid is hers to do again, and nobody else's.
      #expect(name(try store.step(.undo, as: id("u3"), asking("A. Bos"))) != nil)
      #expect(try store.step(.redo, as: id("r1"), context()) == .nothing(erased: 0))
    }
  }

  /// Without the other's change the same undo is done: the canary.
  @Test(arguments: [true, false]) func whatAnotherChangedSinceIsAConflict(_ isChanged: Bool) throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      let mine = Value.recorded(.text("06-7"), source: .coach, day: day("2026-11-20"))
      let hers = Value.recorded(.text("06-8"), source: .coach, day: day("2026-11-21"))
      let client = RecordRef.client(ClientNumber(1))
      _ = try store.apply(
        Change(
          id: id("c1"), author: coach.name, moment: Moment(seconds: 5), reason: "",
          edits: [
            Edit(client, "phone", old: nil, new: mine),
            Edit(client, "email", old: nil, new: .recorded(.text("a@b.nl"), source: .coach)),
          ]))
      if isChanged {
        _ = try store.apply(
          Change(
            id: id("c2"), author: "A. Bos", moment: Moment(seconds: 1_700), reason: "",
            edits: [Edit(client, "phone", old: mine, new: hers)]))
      }
      let before = try kept(store, 1)
      let outcome = try store.step(.undo, as: id("u1"), context())
      guard isChanged else {
        #expect(name(outcome) == "2 fields")
        #expect(try store.value(1, "email") == nil)
        return
      }
      guard case .conflict(let step, let values) = outcome else {
        Issue.record("no conflict")
        return
      }
      #expect(step.name.text(context()) == "2 fields" && step.client == ClientNumber(1))
      #expect(values.map(\.field) == ["phone"] && values.first?.record == client)
      #expect(values.first?.mine == mine && values.first?.now == hers)
      #expect(values.first?.author == "A. Bos" && values.first?.moment == Moment(seconds: 1_700))
      #expect(try kept(store, 1) == before)
      #expect(try store.change(id("u1")) == nil)
      #expect(try store.check().findings == [])
    }
  }

  /// A record that is taken away takes nobody else's words with it.
  @Test func whatAnotherAddedToARecordStandsInTheWay() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try register(store, 1, .attempt, as: "c1", tryAgain: day("2026-11-23"))
      // A conversation of a colleague ends the errand to try again.
      try register(store, 1, as: "c2", by: "A. Bos")
      let before = try kept(store, 1)
      guard case .conflict(_, let values) = try store.step(.undo, as: id("u1"), context()) else {
        Issue.record("no conflict")
        return
      }
      #expect(values.map(\.field) == ["done"] && values.first?.author == "A. Bos")
      #expect(try kept(store, 1) == before)
      // Once she takes hers back, the way is free.
      #expect(name(try store.step(.undo, as: id("u2"), asking("A. Bos"))) == "conversation of 21 Nov")
      #expect(name(try store.step(.undo, as: id("u3"), context())) == "attempt of 21 Nov")
      #expect(try store.check().findings == [])
    }
  }

  @Test func anUndoneRecordsPlaceIsNobodyElses() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try register(store, 1, as: "c1", story: "mine")
      _ = try store.step(.undo, as: id("u1"), context())
      try register(store, 2, as: "c2", story: "hers", by: "A. Bos")
      let other = try kept(store, 2)
      #expect(name(try store.step(.redo, as: id("r1"), context())) == "conversation of 21 Nov")
      #expect(try kept(store, 1)?.contacts.map(\.story) == ["mine"])
      #expect(try kept(store, 2) == other)
    }
  }

  @Test func whatWasUndoneByHandAlreadyCountsAsDone() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try set(store, 1, "email", .text("a@b.nl"), on: "2026-11-20", change: "c1")
      try set(store, 1, "phone", .text("06-7"), on: "2026-11-20", change: "c2")
      _ = try store.apply(
        Change(
          id: id("c3"), author: "A. Bos", moment: Moment(seconds: 2), reason: "",
          edits: [Edit(.client(ClientNumber(1)), "phone", old: try store.value(1, "phone"), new: nil)]))
      #expect(name(try store.step(.undo, as: id("u1"), context())) == "Phone")
      // It does not come round again.
      #expect(name(try store.step(.undo, of: ClientNumber(1), as: id("u2"), context())) == "E-mail")
      #expect(try store.check().findings == [])
    }
  }

  @Test func askingAgainUnderTheSameIdDoesNothingMore() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try register(store, 1, as: "c1")
      try register(store, 2, as: "c2")
      let first = try store.step(.undo, as: id("u1"), context())
      #expect(try store.step(.undo, as: id("u1"), context()) == first)
      #expect(try kept(store, 1)?.contacts.count == 1)
    }
  }

  @Test func whatIsErasedIsPassedOverWithAWord() throws {
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      try register(store, 2, as: "c1")
      try register(store, 1, as: "c2")
      try register(store, 1, .attempt, as: "c3")
      #expect(try store.erasePayload(of: ClientNumber(1)) == 2)
      guard case .done(let step) = try store.step(.undo, as: id("u1"), context()) else {
        Issue.record("not undone")
        return
      }
      #expect(step.client == ClientNumber(2) && step.erased == 2)
      #expect(try store.step(.undo, as: id("u2"), context()) == .nothing(erased: 2))
      #expect(try store.check().findings == [])
    }
  }
}

/// Whatever one person does and undoes: undoing all gives back the start, and doing it all again the end.
@Suite struct UndoPropertyTests {
  @Test(arguments: 1...12) func undoingAllIsTheStartAndRedoingAllTheEnd(_ seed: UInt64) throws {
    try withStore { store in
      var dice = Seeded(seed)
      try twoClients().take(into: store, as: "i1")
      func records() throws -> [ClientRecord?] { try [1, 2].map { try kept(store, $0) } }
      func ask(_ way: Undoing, of client: ClientNumber? = nil, _ number: Int) throws -> Bool {
        switch try store.step(way, of: client, as: id("s\(number)"), context()) {
        case .done: return true
        case .nothing: return false
        case .conflict(_, let values):
          Issue.record("a conflict with oneself: \(values.map(\.field))")
          return false
        }
      }
      let start = try records()
      var today = day("2026-11-21")
      for step in 0..<40 {
        let client = ClientNumber(Int32.random(in: 1...2, using: &dice))
        switch Int.random(in: 0..<8, using: &dice) {
        case 0: _ = try ask(.undo, step)
        case 1: _ = try ask(.redo, step)
        case 2: _ = try ask(.undo, of: client, step)
        case 3: _ = try ask(.redo, of: client, step)
        default:
          if Bool.random(using: &dice) { today = today.adding(days: 1) }
          let kind = Registration.kinds[Int.random(in: 0..<4, using: &dice)]
          let ahead = Int.random(in: 1...3, using: &dice)
          let contact = Contact(
            client: client, kind: kind, held: today, logged: today, channel: .phone, initiative: .us,
            colleague: coach.name, story: "step \(step)")
          _ = try store.register(
            Registration(
              contact, next: Bool.random(using: &dice) ? today.adding(days: ahead) : nil,
              tryAgain: kind == .attempt ? today.adding(days: ahead) : nil,
              answers: Bool.random(using: &dice)),
            id("c\(step)"), reason: "", errand: "Try again", asking(coach.name, on: today.iso))
        }
      }
      let end = try records()
      #expect(end != start)
      var undone = 0
      while undone < 200, try ask(.undo, 1_000 + undone) { undone += 1 }
      #expect(try records() == start)
      for number in 0..<undone { #expect(try ask(.redo, 2_000 + number)) }
      #expect(try records() == end)
      #expect(try store.check().findings == [])
    }
  }
}
