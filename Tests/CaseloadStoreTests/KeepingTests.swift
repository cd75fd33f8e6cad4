import CaseloadCore
import Testing

@testable import CaseloadStore

/// What forms keep: fields, errands, plans, and what another source says, on real files.
struct KeepingTests {
  private let client = ClientNumber(1)

  private func withClient<Result>(_ body: (Store) throws -> Result) throws -> Result {
    try withStore { store in
      try Export(drawn: "2026-11-01", rows: [("k1", ["phone": .text("06-1")])]).take(
        into: store, as: "import")
      return try body(store)
    }
  }

  private func record(_ store: Store) throws -> ClientRecord {
    let stored = try #require(try store.record(of: client))
    return ClientRecord(
      number: client, values: stored.values, contacts: stored.contacts, errands: stored.errands,
      plans: stored.plans, offers: stored.offers.filter { $0.decided == nil }.map(\.offer))
  }

  private func keep(_ store: Store, _ edits: [Edit], as name: String) throws -> KeepOutcome {
    try store.keep(edits, id(name), reason: "", context())
  }

  @Test(
    "New records get ids of their own in the transaction that makes them, and asking again makes no second one"
  )
  func ids() throws {
    try withClient { store in
      let edits = RecordFields.adding(
        Errand(client: client, text: "call"), id: RecordRef.new, day: day("2026-11-21"))
      let outcomes = try ["a", "a", "b"].map { try keep(store, edits, as: $0) }
      #expect(outcomes == [.kept, .kept, .kept])
      #expect(try record(store).errands.map(\.id).sorted() == [1, 2])
      #expect(try store.check().isClean)
    }
  }

  @Test("A field that somebody else changed since is a conflict that says who; nothing is changed")
  func conflict() throws {
    try withClient { store in
      let before = try record(store).values["phone"]
      let hers = Value.recorded(.text("06-2"), source: .coach, day: day("2026-11-21"))
      let mine = Value.recorded(.text("06-3"), source: .coach, day: day("2026-11-21"))
      let ref = RecordRef.client(client)
      #expect(try keep(store, [Edit(ref, "phone", old: before, new: hers)], as: "hers") == .kept)
      guard
        case .conflict(let values) = try keep(store, [Edit(ref, "phone", old: before, new: mine)], as: "mine")
      else {
        Issue.record("no conflict")
        return
      }
      #expect(values.map(\.author) == [coach.name] && values.map(\.mine) == [mine])
      #expect(values.first?.now?.content == .text("06-2"))
      #expect(try record(store).values["phone"]?.content == .text("06-2"))
    }
  }

  @Test(
    "Versions of a plan: the new one is in force, the old one ended and readable, the client's fields follow")
  func plans() throws {
    try withClient { store in
      let today = day("2026-11-21")
      let first = Plan(client: client, made: day("2026-10-01"), ground: .policy, goal: "care", steps: "a\nb")
      #expect(try keep(store, try record(store).edits(making: first, on: today), as: "p1") == .kept)
      let second = Plan(
        client: client, made: today, ground: .law, goal: "work", review: day("2027-02-21"), agreed: today)
      #expect(try keep(store, try record(store).edits(making: second, on: today), as: "p2") == .kept)
      let record = try record(store)
      #expect(record.plans.map(\.goal) == ["work", "care"] && record.plan?.ground == .law)
      #expect(record.plans.last?.ended == today && record.plans.last?.steps == "a\nb")
      #expect(record.values["plan"]?.content == .day(today))
      #expect(record.values["plan-review"]?.content == .day(day("2027-02-21")))
      #expect(try store.check().isClean)
      guard case .done = try store.step(.undo, as: id("u"), context()) else {
        Issue.record("not undone")
        return
      }
      #expect(try self.record(store).plan?.goal == "care")
    }
  }

  @Test("An offer that is taken stands with its own source and day, and is undone with its decision")
  func offers() throws {
    try withClient { store in
      let ref = RecordRef.client(client)
      let coachs = Value.recorded(.text("06-2"), source: .coach, day: day("2026-11-10"))
      #expect(
        try keep(store, [Edit(ref, "phone", old: try record(store).values["phone"], new: coachs)], as: "c")
          == .kept)
      try Export(drawn: "2026-11-20", rows: [("k1", ["phone": .text("06-9")])], digest: "d2").take(
        into: store, as: "import2")
      let offer = try #require(try record(store).offers.first)
      #expect(try keep(store, try record(store).edits(deciding: offer, take: true), as: "t") == .kept)
      #expect(try record(store).values["phone"]?.content == .text("06-9"))
      #expect(try record(store).values["phone"]?.source == .register)
      #expect(try record(store).offers.isEmpty)
      guard case .done = try store.step(.undo, as: id("u"), context()) else {
        Issue.record("not undone")
        return
      }
      #expect(try record(store).values["phone"]?.content == .text("06-2"))
      #expect(try record(store).offers.count == 1, "it waits again")
      #expect(try keep(store, try record(store).edits(deciding: offer, take: false), as: "l") == .kept)
      let left = try record(store)
      #expect(left.offers.isEmpty && left.values["phone"]?.content == .text("06-2"))
      #expect(try store.check().isClean)
    }
  }

  @Test("An errand that was put off asks for nothing until it returns")
  func snoozed() throws {
    try withClient { store in
      var errand = Errand(client: client, text: "call", due: day("2026-11-20"))
      #expect(try keep(store, RecordFields.adding(errand, id: RecordRef.new, day: nil), as: "a") == .kept)
      errand = try #require(try record(store).errands.first)
      #expect(try #require(try store.record(of: client)).summary.nextErrand == day("2026-11-20"))
      var later = errand
      later.snoozed = day("2026-12-05")
      later.snoozeReason = "holiday"
      #expect(try keep(store, RecordFields.changing(errand, to: later, day: nil), as: "b") == .kept)
      #expect(try #require(try store.record(of: client)).summary.nextErrand == day("2026-12-05"))
      #expect(try record(store).errands.first?.snoozeReason == "holiday")
    }
  }

  private func made(_ store: Store, as name: String) throws -> ClientNumber {
    let values: [(FieldID, Content)] = [
      ("name", .name(PersonName(family: "Nieuw", given: "Noor"))), ("coach", .text(coach.name)),
      ("phone", .text("06-1")), ("intake", .day(day("2026-11-20"))),
    ]
    let outcome = try keep(store, Creation.edits(values, on: day("2026-11-21")), as: name)
    #expect(outcome == .kept)
    var last = ClientNumber(0)
    try store.forEachClient(in: .all) { last = max(last, $0.number) }
    return last
  }

  @Test("A client is added by hand, undone and done again under the same number, which nobody else gets")
  func byHand() throws {
    try withClient { store in
      let number = try made(store, as: "n1")
      #expect(number == ClientNumber(2))
      #expect(try store.record(of: number)?.values["name"]?.source == .coach)
      for (way, isThere) in [(Undoing.undo, false), (.redo, true), (.undo, false)] {
        guard
          case .done(let step) = try store.step(
            way, as: id("\(way) \(isThere) \(Int.random(in: 0...1_000_000))"), context())
        else {
          Issue.record("not done")
          return
        }
        #expect(step.name.thing == .client)
        #expect(try (store.record(of: number) != nil) == isThere)
      }
      let other = try made(store, as: "n2")
      #expect(other == ClientNumber(3), "a number is not given twice")
      #expect(try store.check().isClean)
    }
  }

  @Test("Who has a conversation already is not removed by undoing that she was added")
  func notRemoved() throws {
    try withClient { store in
      let number = try made(store, as: "n1")
      let contact = Contact(client: number, kind: .conversation, held: day("2026-11-21"), source: .coach)
      _ = try store.register(
        Registration(contact), id("c"), reason: "", errand: "",
        Context(
          today: day("2026-11-21"), now: Moment(seconds: 1_795_000_000), actor: Actor(name: "A. Bos")))
      guard case .conflict(_, let values) = try store.step(.undo, as: id("u"), context()) else {
        Issue.record("not a conflict")
        return
      }
      #expect(values.map(\.record.kind) == [.contact] && values.map(\.author) == ["A. Bos"])
      #expect(try store.record(of: number)?.contacts.count == 1)
      #expect(try store.check().isClean)
    }
  }

  @Test("Joined with the register's record: all goes there, nothing is dropped, and it is undone in one step")
  func joined() throws {
    try withClient { store in
      let number = try made(store, as: "n1")
      let contact = Contact(client: number, kind: .conversation, held: day("2026-11-21"), source: .coach)
      _ = try store.register(Registration(contact), id("c"), reason: "", errand: "", context())
      let errand = Errand(client: number, text: "call")
      #expect(try keep(store, RecordFields.adding(errand, id: RecordRef.new, day: nil), as: "e") == .kept)
      func both() throws -> (own: ClientRecord, other: ClientRecord, created: Value?) {
        let own = try #require(try store.record(of: number))
        let record = ClientRecord(
          number: number, values: own.values, contacts: own.contacts, errands: own.errands, plans: own.plans)
        return (record, try self.record(store), try store.created(number))
      }
      var now = try both()
      let today = day("2026-11-21")
      let edits = try now.own.edits(joining: now.other, created: now.created, on: today).get()
      #expect(try keep(store, edits, as: "j") == .kept)
      #expect(try store.record(of: number) == nil)
      let whole = try record(store)
      #expect(whole.contacts.count == 1 && whole.errands.map(\.text) == ["call"])
      #expect(whole.values["name"]?.content == .name(PersonName(family: "Nieuw", given: "Noor")))
      #expect(try store.check().isClean)
      guard case .done = try store.step(.undo, as: id("u"), context()) else {
        Issue.record("not undone")
        return
      }
      now = try both()
      #expect(now.own.contacts.count == 1 && now.other.contacts.isEmpty)
      let hers = Value.recorded(.text("06-2"), source: .coach, day: today)
      let ref = RecordRef.client(number)
      #expect(
        try keep(store, [Edit(ref, "phone", old: now.own.values["phone"], new: hers)], as: "p") == .kept)
      now = try both()
      let refused = now.own.edits(joining: now.other, created: now.created, on: today)
      guard case .failure(let difference) = refused else {
        Issue.record("joined")
        return
      }
      #expect(difference.fields == ["phone"])
      #expect(try store.created(client) == nil, "the register's own is not joined")
    }
  }

  @Test("What a client got since stands in the way of taking her record away, by name and not as a refusal")
  func joinedAgain() throws {
    try withClient { store in
      let number = try made(store, as: "n1")
      let own = try #require(try store.record(of: number))
      let created = try store.created(number)
      let edits = try ClientRecord(number: number, values: own.values)
        .edits(joining: record(store), created: created, on: day("2026-11-21")).get()
      #expect(try keep(store, edits, as: "j") == .kept)
      guard case .done = try store.step(.undo, of: client, as: id("u"), context()) else {
        Issue.record("not undone")
        return
      }
      // Hers alone, so the other's redo does not end.
      let errand = Errand(client: number, text: "call")
      #expect(try keep(store, RecordFields.adding(errand, id: RecordRef.new, day: nil), as: "e") == .kept)
      let email = Value.recorded(.text("n@example.org"), source: .coach, day: day("2026-11-21"))
      #expect(try keep(store, [Edit(.client(number), "email", old: nil, new: email)], as: "w") == .kept)
      guard case .conflict(_, let values) = try store.step(.redo, of: client, as: id("r"), context()) else {
        Issue.record("not a conflict")
        return
      }
      #expect(Set(values.map(\.field)) == ["email", "client"])
      #expect(values.map(\.record).contains { $0.kind == .errand })
      #expect(try store.record(of: number)?.errands.count == 1)
    }
  }

  @Test("A contact that moves is told in the history of both, and is in the news of both")
  func moved() throws {
    try withClient { store in
      let number = try made(store, as: "n1")
      let contact = Contact(client: client, kind: .conversation, held: day("2026-11-21"), source: .coach)
      _ = try store.register(Registration(contact), id("c"), reason: "", errand: "", context())
      let kept = try #require(try record(store).contacts.first)
      let last = try store.changes(since: .max).last
      let edits = try record(store).edits(moving: kept, to: number, on: day("2026-11-21"))
      #expect(try keep(store, edits, as: "m") == .kept)
      #expect(try Set(store.changes(since: last).numbers) == [client, number])
      let summaries = try [client, number].map { try store.record(of: $0)?.summary.lastConversation }
      #expect(summaries == [nil, day("2026-11-21")])
      for number in [client, number] {
        let entry = try #require(try store.record(of: number)?.journal.lines.first)
        #expect(entry.edits.map(\.field) == ["client"])
        #expect(ChangeName(entry.edits).deed == .moved(1, 2))
      }
      guard case .done = try store.step(.undo, as: id("u"), context()) else {
        Issue.record("not undone")
        return
      }
      #expect(try record(store).contacts.count == 1 && store.check().isClean)
    }
  }

  @Test(
    "What was written of a contact before it moved is read with whom it belongs to, and undone it comes back")
  func movedHistory() throws {
    try withClient { store in
      let number = try made(store, as: "n1")
      let third = try made(store, as: "n2")
      let contact = Contact(
        client: client, kind: .conversation, held: day("2026-11-21"), story: "of another", source: .coach)
      _ = try store.register(Registration(contact), id("c"), reason: "", errand: "", context())
      var kept = try #require(try record(store).contacts.first)
      var corrected = kept
      corrected.story = "of somebody else"
      #expect(
        try keep(store, RecordFields.changing(kept, to: corrected, day: day("2026-11-21")), as: "x") == .kept)
      kept = corrected
      for (place, to) in [number, third].enumerated() {
        let own = ClientRecord(number: kept.client, contacts: [kept])
        #expect(
          try keep(store, own.edits(moving: kept, to: to, on: day("2026-11-21")), as: "m\(place)") == .kept)
        kept.client = to
      }
      func told(_ client: ClientNumber, newest: Int? = nil) throws -> [String] {
        try store.record(of: client, journal: newest)?.journal.lines.map(\.change.text) ?? []
      }
      #expect(try told(third) == ["m1", "m0", "x", "c", "n2"])
      #expect(try told(number) == ["m1", "m0", "n1"])
      #expect(try Array(told(client).prefix(1)) == ["m0"] && !told(client).contains("c"))
      // A page that ends before the contact was registered is of the same length or shorter, never out of order.
      #expect(try told(third, newest: 1) == ["m1"])
      for step in 0..<2 {
        guard case .done = try store.step(.undo, as: id("u\(step)"), context()) else {
          Issue.record("not undone")
          return
        }
      }
      #expect(try told(client) == ["u1", "u0", "m1", "m0", "x", "c"])
      #expect(try !told(third).contains("c"))
    }
  }

  @Test("Since when contacts are known depends on what stands, not on the way there")
  func knownSince() throws {
    try withClient { store in
      let number = try made(store, as: "n1")
      func register(_ day: String) throws {
        let contact = Contact(
          client: client, kind: .conversation, held: CaseloadStoreTests.day(day),
          logged: CaseloadStoreTests.day(day),
          source: .coach)
        _ = try store.register(
          Registration(contact), id(day), reason: "", errand: "", asking(coach.name, on: day))
      }
      func move(_ contact: Contact, from: ClientNumber, to: ClientNumber, as change: String) throws {
        let own = ClientRecord(number: from, contacts: [contact])
        #expect(
          try keep(store, own.edits(moving: contact, to: to, on: day("2026-11-25")), as: change) == .kept)
      }
      try register("2026-11-01")
      let first = try #require(try record(store).contacts.first)
      try move(first, from: client, to: number, as: "m")
      #expect(try store.record(of: client)?.summary.historySince == nil)
      try register("2026-11-20")
      #expect(try store.record(of: client)?.summary.historySince == day("2026-11-20"))
      var back = first
      back.client = number
      try move(back, from: number, to: client, as: "b")
      #expect(try store.record(of: client)?.summary.historySince == day("2026-11-01"))
      #expect(try store.record(of: number)?.summary.historySince == nil)
      #expect(try store.check().isClean)
    }
  }
}
