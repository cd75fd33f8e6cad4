import Testing

@testable import CaseloadCore

/// Handing a client over: offering changes nothing of hers, accepting is one change.
struct HandingOverTests {
  private static let today = day("2026-11-21")

  private func record(_ more: [FieldID: Content] = [:], transfers: [Transfer] = []) -> ClientRecord {
    var values: [FieldID: Value] = [
      "coach": .recorded(.text("Vries"), source: .register, day: day("2026-11-02"))
    ]
    for (field, content) in more { values[field] = .recorded(content, source: .register) }
    return ClientRecord(number: ClientNumber(7), values: values, transfers: transfers)
  }

  private func transfer(_ answer: TransferAnswer? = nil, from: String = "Vries") -> Transfer {
    Transfer(id: 3, client: ClientNumber(7), from: from, to: "Bos", proposed: Self.today, answer: answer)
  }

  private func status(_ code: String) -> Content {
    .oneOf(ChoiceSet(place: Catalogue.standard["status"]?.place(of: code) ?? 0))
  }

  private func refusal(_ made: Result<[Edit], TransferRefusal>) -> TransferRefusal? {
    if case .failure(let refusal) = made { refusal } else { nil }
  }

  @Test("An offer makes a record of its own and touches nothing of the client's")
  func offering() throws {
    let edits = try record().edits(offeringTo: " Bos ", note: "mind the dog", on: Self.today).get()
    #expect(edits.allSatisfy { $0.record == RecordRef(.transfer, RecordRef.new) && $0.old == nil })
    #expect(edits.first { $0.field == "to_coach" }?.new?.content == .text("Bos"))
    #expect(edits.first { $0.field == "from_coach" }?.new?.content == .text("Vries"))
    #expect(ChangeName(edits).thing == .transfer("Bos"))
  }

  @Test("A closed client, a second offer, and the coach herself are refused")
  func refusals() {
    func offer(_ record: ClientRecord, _ name: String = "Bos") -> TransferRefusal? {
      refusal(record.edits(offeringTo: name, note: "", on: Self.today))
    }
    #expect(offer(record(["status": status("closed")])) == .closed)
    #expect(offer(record(["status": status("paused")])) == nil)
    #expect(offer(record(transfers: [transfer()])) == .offered(to: "Bos"))
    #expect(offer(record(transfers: [transfer(.declined)])) == nil)
    #expect(offer(record(), "Vries") == .already)
    #expect(offer(record(), "  ") == .nobody)
  }

  @Test("Accepted, coach, day and a certain team change in one change; an inverse gives all of it back")
  func accepting() throws {
    let record = record([
      "assigned": .day(day("2025-01-01")), "intake": .day(day("2024-05-01")), "team": .text("Noord"),
    ])
    let edits = try record.edits(accepting: transfer(), team: "Zuid", on: Self.today).get()
    func new(_ field: FieldID) -> Content? { edits.first { $0.field == field }?.new?.content }
    #expect(
      new("coach") == .text("Bos") && new("team") == .text("Zuid") && new("assigned") == .day(Self.today))
    #expect(edits.first { $0.field == "coach" }?.new?.source == .coach)
    #expect(edits.first { $0.field == "coach" }?.old == record.values["coach"])
    let name = ChangeName(edits, transfers: [transfer()])
    #expect(name.thing == .transfer("Bos") && name.deed == .answered(.accepted))
    let unsure = try record.edits(accepting: transfer(), team: nil, on: Self.today).get()
    #expect(!unsure.contains { $0.field == "team" })
  }

  @Test(
    "The day of assignment stays where never seen counts from it: nobody is less forgotten by a hand-over")
  func startStays() throws {
    let old = day("2025-01-01")
    func assigned(_ record: ClientRecord) throws -> Bool {
      try record.edits(accepting: transfer(), team: nil, on: Self.today).get().contains {
        $0.field == "assigned"
      }
    }
    #expect(try !assigned(record(["assigned": .day(old)])))
    #expect(try !assigned(record(["assigned": .day(old), "intake": .day(day("2026-11-01"))])))
    #expect(try assigned(record(["assigned": .day(old), "intake": .day(old)])))
    #expect(try assigned(record()))
    var seen = record(["assigned": .day(old)])
    seen.summary.lastConversation = day("2026-01-01")
    #expect(try assigned(seen))
  }

  @Test("Who moved on meanwhile is not accepted; who is there already is; one without a coach is")
  func movedOn() throws {
    let other = record(["coach": .text("Smit")])
    #expect(refusal(other.edits(accepting: transfer(), team: nil, on: Self.today)) == .movedOn(to: "Smit"))
    let there = try record(["coach": .text("Bos")]).edits(accepting: transfer(), team: nil, on: Self.today)
      .get()
    #expect(!there.contains { $0.field == "coach" } && there.contains { $0.field == "answer" })
    let closed = record(["status": status("closed")])
    #expect(refusal(closed.edits(accepting: transfer(), team: nil, on: Self.today)) == .closed)
    #expect(refusal(closed.edits(declining: transfer(), reason: "closed", on: Self.today)) == nil)
    let nobody = ClientRecord(number: ClientNumber(7))
    #expect(refusal(nobody.edits(accepting: transfer(from: ""), team: nil, on: Self.today)) == nil)
    #expect(refusal(nobody.edits(accepting: transfer(), team: nil, on: Self.today)) == .movedOn(to: ""))
  }

  @Test("Declining needs a reason; a declined one can be put aside, an accepted one not taken back")
  func answering() throws {
    let record = record()
    #expect(refusal(record.edits(declining: transfer(), reason: " ", on: Self.today)) == .noReason)
    let declined = try record.edits(declining: transfer(), reason: "full", on: Self.today).get()
    #expect(declined.allSatisfy { $0.record.kind == .transfer })
    #expect(refusal(record.edits(withdrawing: transfer(.declined), on: Self.today)) == nil)
    #expect(refusal(record.edits(withdrawing: transfer(.accepted), on: Self.today)) == .answered)
    #expect(refusal(record.edits(accepting: transfer(.withdrawn), team: nil, on: Self.today)) == .answered)
  }

  @Test("The history tells of an offer and its answer")
  func history() throws {
    let offer = try record().edits(offeringTo: "Bos", note: "", id: 3, on: Self.today).get()
    let answer = try record().edits(declining: transfer(), reason: "full", on: Self.today).get()
    let record = record(transfers: [transfer(.declined)])
    let entries = [
      HistoryEntry(change: ChangeID("b"), day: Self.today, author: "Bos", edits: answer),
      HistoryEntry(change: ChangeID("a"), day: Self.today, author: "Vries", edits: offer),
    ]
    let lines = ClientHistory(entries, of: record, Clients.context).lines.map(\.what)
    #expect(lines == ["hand-over to Bos declined", "hand-over to Bos offered"])
  }

  @Test("For all marked: who is closed or offered already is left out, with the name to whom")
  func bulk() {
    let deed = BulkDeed.transfer(to: "Bos", note: "")
    #expect((try? deed.edits(record(), id: 0, Clients.context).get())?.isEmpty == false)
    guard case .failure(let why) = deed.edits(record(transfers: [transfer()]), id: 0, Clients.context) else {
      Issue.record("offered twice")
      return
    }
    #expect(why == .transfer(.offered(to: "Bos")) && why.parts == ["Bos"])
  }

  @Test("It waits for the new coach, and for the old one or who stands in for her that day")
  func whose() {
    var context = Clients.context
    context.today = Self.today
    context.calendar = AbsenceCalendar([
      Absence(colleague: "Vries", first: Self.today, last: Self.today, standIn: "Smit")
    ])
    let open = WaitingTransfer(transfer(), name: PersonName(family: "x"))
    let declined = WaitingTransfer(transfer(.declined), name: PersonName(family: "y"))
    let nobodys = WaitingTransfer(transfer(from: ""), name: PersonName(family: "z"))
    func waits(_ person: String) -> [String] {
      WaitingTransfer.of(person, among: [declined, open, nobodys], context).map(\.name.family)
    }
    #expect(waits("Bos") == ["x", "z"])
    #expect(waits("Vries") == ["y", "x", "z"] && waits("Smit") == ["y", "x", "z"])
    #expect(waits("Çelik") == ["z"])
    context.today = Self.today.adding(days: 1)
    #expect(waits("Smit") == ["z"])
  }

  @Test("A part of a name means the one who has it, a whole name its owner, accents and case aside")
  func names() {
    let all = [
      Colleague("J. de Vries"), Colleague("M. Çelik"), Colleague("M. Çelik-Bos"), Colleague("B. Bos"),
    ]
    func meant(_ text: String) -> [String] { Colleague.meant(by: text, among: all).map(\.name) }
    #expect(meant("vries") == ["J. de Vries"])
    #expect(meant("m. celik") == ["M. Çelik"])
    #expect(meant("bos") == ["M. Çelik-Bos", "B. Bos"])
    #expect(meant("xy") == [] && meant("  ") == [])
  }
}
