import Testing

@testable import CaseloadCore

private func value(_ content: Content) -> Value { .recorded(content, source: .coach) }

private func place<Code: CaseIterable & Equatable>(_ code: Code) -> Content {
  .oneOf(ChoiceSet(place: Array(Code.allCases).firstIndex(of: code) ?? 0))
}

/// The edits that add a contact.
private func adding(_ kind: ContactKind, _ iso: String, id: Int64 = 1) -> [Edit] {
  let record = RecordRef(.contact, id)
  return [
    Edit(record, "client", old: nil, new: value(.exactly(7))),
    Edit(record, "kind", old: nil, new: value(place(kind))),
    Edit(record, "held", old: nil, new: value(.day(day(iso)))),
  ]
}

private func errand(_ text: String) -> [Edit] {
  let record = RecordRef(.errand, 4)
  return [
    Edit(record, "client", old: nil, new: value(.exactly(7))),
    Edit(record, "text", old: nil, new: value(.text(text))),
  ]
}

private func field(_ id: FieldID, _ text: String) -> Edit {
  Edit(.client(ClientNumber(7)), id, old: nil, new: value(.text(text)))
}

@Suite struct ChangeNameTests {
  private func name(_ edits: [Edit], contacts: [Contact] = [], _ language: Language = .english) -> String {
    ChangeName(edits, contacts: contacts).text(context("2026-11-21", language))
  }

  @Test func aContactIsItsKindAndDay() {
    #expect(name(adding(.conversation, "2026-11-21")) == "conversation of 21 Nov")
    #expect(name(adding(.attempt, "2025-11-21")) == "attempt of 21 Nov 2025")
    #expect(name(adding(.conversation, "2026-11-21"), .dutch) == "gesprek van 21 nov")
    // Taken away it has the name that it had.
    let removed = adding(.conversation, "2026-11-21").map(\.inverse)
    #expect(name(removed) == "conversation of 21 Nov")
    #expect(ChangeName(removed).deed == .removed)
  }

  @Test func whatSaysMostNamesSeveral() {
    let conversation = adding(.conversation, "2026-11-21", id: 2)
    let appointment = adding(.appointment, "2026-12-03", id: 1)
    #expect(name(appointment + errand("bus pass") + conversation) == "conversation of 21 Nov")
    #expect(name(errand("bus pass") + appointment) == "appointment of 3 Dec")
    #expect(name(errand("bus pass") + [field("phone", "06-1")]) == "Phone")
    #expect(name(errand("bus pass")) == "errand: bus pass")
    #expect(name([]) == "nothing")
  }

  @Test func fieldsAreNamedOrCounted() {
    #expect(name([field("phone", "06-1")]) == "Phone")
    #expect(name([field("phone", "06-1"), field("email", "x"), field("address", "y")]) == "3 fields")
    #expect(name([field("phone", "06-1"), field("email", "x")], .dutch) == "2 velden")
    #expect(name([field("no-such-field", "x")]) == "no-such-field")
  }

  @Test func whatAChangeLeavesAsItIsIsLookedUp() {
    let contact = Contact(
      id: 5, client: ClientNumber(7), kind: .messageIn, held: day("2026-11-03"), source: .register)
    let answered = Edit(
      RecordRef(.contact, 5), "answered", old: nil, new: value(.day(day("2026-11-21"))))
    #expect(name([answered], contacts: [contact]) == "message from client of 3 Nov")
    #expect(ChangeName([answered], contacts: [contact]).deed == .changed)
    #expect(name([answered]) == "contact", "it may be another client's now")
    // An appointment that was kept is the conversation, of the day that it was for.
    let record = RecordRef(.contact, 5)
    let kept = Edit(
      record, "kind", old: value(place(ContactKind.appointment)), new: value(place(ContactKind.conversation)))
    #expect(name([kept], contacts: [contact]) == "conversation of 3 Nov")
    #expect(ChangeName([kept], contacts: [contact]).deed == .added)
    #expect(name([kept.inverse], contacts: [contact]) == "conversation of 3 Nov")
  }

  @Test func theClientIsNamedBesideIt() {
    let conversation = ChangeName(adding(.conversation, "2026-11-21"))
    #expect(conversation.text(of: "Bakker, {0}", context()) == "conversation of 21 Nov with Bakker, {0}")
    #expect(ChangeName([field("phone", "1")]).text(of: "Bakker", context()) == "Phone (Bakker)")
  }

  @Test func everyFieldOfARecordHasAWord() {
    let now = context()
    for kind in [RecordKind.contact, .errand, .plan] {
      #expect(RecordFieldText.label(of: "client", kind, .dutch) == "Klant")
      #expect(RecordFieldText.label(of: "nope", kind, .dutch) == "nope")
    }
    #expect(RecordFieldText.value(nil, of: "story", .contact, now) == "nothing")
    #expect(
      RecordFieldText.value(value(place(Heard.clientNo)), of: "heard", .contact, now) == "no, says the client"
    )
    #expect(RecordFieldText.value(value(.day(day("2026-11-03"))), of: "held", .contact, now) == "3 Nov")
    #expect(RecordFieldText.value(value(.oneOf(ChoiceSet(place: 40))), of: "kind", .contact, now) == "")
  }
}

@Suite struct ClientHistoryTests {
  private let record = ClientRecord(number: ClientNumber(7))

  private func entry(
    _ change: String, _ edits: [Edit]?, undoes: String? = nil, by author: String = "A. Bos",
    origin: HistoryEntry.Origin = .person, reason: String = ""
  ) -> HistoryEntry {
    HistoryEntry(
      change: ChangeID(change), day: day("2026-11-21"), author: author, origin: origin,
      undoes: undoes.map { ChangeID($0) }, reason: reason, edits: edits)
  }

  private func lines(_ entries: [HistoryEntry], _ language: Language = .english) -> [String] {
    let now = context("2026-11-22", language)
    return ClientHistory(entries, of: record, now).lines.map { $0.text(now) }
  }

  @Test func itSaysWhoDidWhatWhen() {
    let told = lines([
      entry("c2", [field("phone", "06-1")], reason: "she rang"),
      entry("c1", adding(.conversation, "2026-11-20")),
    ])
    #expect(
      told == [
        "21 Nov · A. Bos · Phone: nothing → 06-1 · she rang",
        "21 Nov · A. Bos · conversation of 20 Nov added",
      ])
    #expect(
      lines([entry("c1", adding(.conversation, "2026-11-20"))], .dutch) == [
        "21 nov · A. Bos · gesprek van 20 nov toegevoegd"
      ])
  }

  @Test func whatIsUndoneIsMarkedUntilItIsDoneAgain() {
    let conversation = adding(.conversation, "2026-11-20")
    let first = entry("c1", conversation)
    let undo = entry("u1", conversation.map(\.inverse), undoes: "c1")
    #expect(
      lines([undo, first]) == [
        "21 Nov · A. Bos · undone: conversation of 20 Nov",
        "21 Nov · A. Bos · conversation of 20 Nov added (undone)",
      ])
    let redo = entry("r1", conversation, undoes: "u1")
    #expect(
      lines([redo, undo, first]) == [
        "21 Nov · A. Bos · done again: conversation of 20 Nov",
        "21 Nov · A. Bos · undone: conversation of 20 Nov",
        "21 Nov · A. Bos · conversation of 20 Nov added",
      ])
    let back = entry("u2", [], undoes: "r1")
    #expect(lines([back, redo, undo, first]).last?.hasSuffix("added (undone)") == true)
    #expect(lines([back, redo, undo, first]).first == "21 Nov · A. Bos · undone: conversation of 20 Nov")
  }

  @Test func importsAndWhatIsErasedSaySo() {
    let told = lines([
      entry("c3", nil), entry("i2", [field("phone", "1")], origin: .registerTakenBack),
      entry("i1", [field("phone", "1"), field("email", "2")], origin: .register),
    ])
    #expect(told[0] == "21 Nov · A. Bos · what was changed is erased")
    #expect(told[1] == "21 Nov · A. Bos · import taken back: Phone: nothing → 1")
    #expect(told[2] == "21 Nov · A. Bos · from the register: Phone: nothing → 1; E-mail: nothing → 2")
  }

  /// A journal that somebody damaged: a ring of undos ends all the same.
  @Test func aRingOfUndosEnds() {
    let told = lines([entry("a", [], undoes: "b"), entry("b", [], undoes: "a")])
    #expect(told.count == 2)
  }
}
