import CaseloadCore
import GRDB
import Testing

@testable import CaseloadStore

/// Contacts that are registered, on real files.
struct RegisteringTests {
  private let client = ClientNumber(1)

  private func withClient<Result>(_ body: (Store) throws -> Result) throws -> Result {
    try withStore { store in
      try Export(drawn: "2026-11-01", rows: [("k1", ["status": .oneOf(ChoiceSet(place: 0))])]).take(
        into: store, as: "import")
      return try body(store)
    }
  }

  private func contact(_ kind: ContactKind, _ iso: String) -> Contact {
    Contact(client: client, kind: kind, held: day(iso), logged: day("2026-11-21"), colleague: coach.name)
  }

  @discardableResult
  private func register(
    _ store: Store, _ registration: Registration, as name: String, on today: String = "2026-11-21"
  )
    throws -> SaveOutcome
  {
    try store.register(registration, id(name), reason: "", errand: "Try again", context(today))
  }

  private func record(_ store: Store) throws -> StoredRecord { try #require(try store.record(of: client)) }

  @Test("All that was filled in stands in the record, and is what counts as seen")
  func whole() throws {
    try withClient { store in
      var contact = contact(.conversation, "2026-11-20")
      contact.channel = .phone
      contact.initiative = .us
      contact.story = "Two days at the bakery.\nhealth: back hurts"
      contact.said = "I want to stay"
      contact.agreed = "calls the baker"
      contact.agreedBy = .client
      contact.heard = .clientYes
      contact.minutes = 25
      guard case .saved = try register(store, Registration(contact, next: day("2026-12-01")), as: "c1") else {
        Issue.record("not saved")
        return
      }
      let record = try record(store)
      var kept = try #require(record.contacts.first { $0.kind == .conversation })
      kept.id = 0
      contact.source = .coach
      #expect(kept == contact)
      #expect(
        record.summary.lastConversation == day("2026-11-20") && record.summary.lastOurs == day("2026-11-20"))
      #expect(record.summary.appointments == [day("2026-12-01")])
      #expect(record.summary.historySince == day("2026-11-21"), "from here on her contacts are known")
      #expect(try store.notes(containing: "STAY") == [client], "own words are searched as the story is")
      #expect(try store.check().isClean)
      // Asked again under the same id, as after an unknown COMMIT, it is there once.
      guard case .alreadySaved = try register(store, Registration(contact), as: "c1") else {
        Issue.record("kept twice")
        return
      }
      #expect(try self.record(store).contacts.count == 2)
    }
  }

  @Test("A conversation on a day to come is an appointment, and becomes the contact of its day")
  func appointment() throws {
    try withClient { store in
      try register(store, Registration(contact(.conversation, "2026-11-30")), as: "a")
      #expect(try record(store).contacts.map(\.kind) == [.appointment])
      #expect(try record(store).summary.conversations == 0)
      try register(store, Registration(contact(.attempt, "2026-11-30")), as: "b", on: "2026-11-30")
      let contacts = try record(store).contacts
      #expect(contacts.map(\.kind) == [.attempt], "she did not come: the appointment is kept no longer")
      #expect(try record(store).summary.lastConversation == nil, "an attempt is no conversation")
    }
  }

  @Test(
    "Only an attempt makes an errand, the third one to write; each attempt ends the one before, a conversation all"
  )
  func tryingAgain() throws {
    try withClient { store in
      try register(
        store, Registration(contact(.messageOut, "2026-11-16"), tryAgain: day("2026-11-23")), as: "m")
      #expect(try record(store).errands.isEmpty)
      for (index, iso) in ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"].enumerated() {
        try register(
          store, Registration(contact(.attempt, iso), tryAgain: day("2026-11-23")), as: "t\(index)")
        let open = try record(store).errands.filter { $0.done == nil }
        #expect(open.map(\.kind) == [index < 2 ? .tryAgain : .letter], "one, after \(index + 1) attempts")
      }
      #expect(try record(store).errands.count == 3, "the letter is proposed once")
      try register(store, Registration(contact(.conversation, "2026-11-20")), as: "c")
      #expect(try record(store).errands.allSatisfy { $0.done == day("2026-11-21") })
      #expect(try record(store).summary.openErrands == 0)
      try register(
        store, Registration(contact(.attempt, "2026-11-21"), tryAgain: day("2026-11-23")), as: "after")
      #expect(try record(store).errands.filter { $0.done == nil }.map(\.kind) == [.tryAgain], "counted anew")
    }
  }

  @Test("What was noted for an appointment stays with what became of it")
  func notes() throws {
    try withClient { store in
      var appointment = contact(.conversation, "2026-11-30")
      appointment.story = "Bring the letters."
      try register(store, Registration(appointment), as: "a")
      var talk = contact(.conversation, "2026-11-30")
      talk.story = "All letters read."
      try register(store, Registration(talk), as: "b", on: "2026-11-30")
      #expect(try record(store).contacts.map(\.story) == ["Bring the letters.\nAll letters read."])
    }
  }

  @Test("A talk is not held by letter, and a letter is not telephoned")
  func channels() {
    for (kind, channel) in [
      (ContactKind.conversation, Channel.letter), (.attempt, .mail), (.messageOut, .phone),
    ] {
      var wrong = contact(kind, "2026-11-20")
      wrong.channel = channel
      #expect(Registration(wrong).refusal(on: day("2026-11-21")) == .channel)
      wrong.channel = Registration.channels(of: kind)[0]
      #expect(Registration(wrong).refusal(on: day("2026-11-21")) == nil)
    }
  }

  @Test("A message in waits until it is answered, and an attempt answers nothing")
  func answering() throws {
    try withClient { store in
      try register(store, Registration(contact(.messageIn, "2026-11-10")), as: "in")
      #expect(try record(store).summary.unansweredSince == day("2026-11-10"))
      try register(store, Registration(contact(.attempt, "2026-11-11"), answers: true), as: "t")
      try register(store, Registration(contact(.messageOut, "2026-11-12")), as: "out")
      #expect(try record(store).summary.unansweredSince == day("2026-11-10"), "nobody said that it answers")
      try register(store, Registration(contact(.messageOut, "2026-11-13"), answers: true), as: "answer")
      #expect(try record(store).summary.unansweredSince == nil)
      #expect(try record(store).contacts.first { $0.kind == .messageIn }?.answered == day("2026-11-13"))
    }
  }

  @Test("Undone, a registration leaves the record as it was")
  func undone() throws {
    try withClient { store in
      try register(store, Registration(contact(.conversation, "2026-11-30")), as: "plan")
      try register(
        store, Registration(contact(.attempt, "2026-11-20"), tryAgain: day("2026-11-23")), as: "try")
      let before = try record(store)
      try register(
        store, Registration(contact(.conversation, "2026-11-30"), next: day("2026-12-14")), as: "talk",
        on: "2026-11-30")
      #expect(try record(store).contacts != before.contacts && record(store).errands != before.errands)
      _ = try store.undo(id("talk"), as: id("undo"), reason: "", context("2026-11-30"))
      let after = try record(store)
      #expect(after.contacts == before.contacts && after.errands == before.errands)
      #expect(try store.check().isClean)
    }
  }

  @Test("A store made before these columns gets them when it is opened")
  func olderStore() throws {
    try withFolder { path in
      try Store.open(path, create: true, actor: coach).close()
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in
        for column in ["said", "agreed_by", "heard", "failure", "minutes"] {
          try db.execute(sql: "ALTER TABLE contact DROP COLUMN \(column)")
        }
        try db.execute(sql: "ALTER TABLE errand DROP COLUMN kind")
      }
      try queue.close()
      let store = try Store.open(path, create: false, actor: coach)
      try Export(drawn: "2026-11-01", rows: [("k1", [:])]).take(into: store, as: "import")
      var contact = contact(.conversation, "2026-11-20")
      contact.heard = .impressionNo
      try register(store, Registration(contact), as: "c")
      #expect(try record(store).contacts.first?.heard == .impressionNo)
      try store.close()
    }
  }
}
