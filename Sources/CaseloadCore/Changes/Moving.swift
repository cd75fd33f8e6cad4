extension Contact {
  /// The edit that gives a contact to another client: it was written down with the wrong one.
  public func moving(to client: ClientNumber, on today: Day) -> Edit {
    func value(_ number: ClientNumber) -> Value {
      .recorded(.exactly(Int(number.number)), source: .coach, day: today)
    }
    return Edit(RecordRef(.contact, id), "client", old: value(self.client), new: value(client))
  }
}

extension ClientRecord {
  /// The edits that move a contact, and take back what a conversation or an answer did here, as far as no other contact
  /// did it too: messages that it answered wait again, and errands to try again that it ended are open again. Otherwise
  /// nobody would answer them. Open errands to try again go along with the only failed attempt.
  public func edits(moving contact: Contact, to client: ClientNumber, on today: Day) -> [Edit] {
    var edits = [contact.moving(to: client, on: today)]
    func day(_ day: Day) -> Value { .recorded(.day(day), source: .coach, day: today) }
    let others = contacts.filter { $0.id != contact.id }
    func isAnswer(_ contact: Contact) -> Bool { contact.kind == .conversation || contact.kind == .messageOut }
    // Another talk or letter of the same day may have answered them.
    if isAnswer(contact), let held = contact.held,
      !others.contains(where: { isAnswer($0) && $0.held == held })
    {
      for message in contacts where message.kind == .messageIn {
        guard let answered = message.answered, answered == max(held, message.held ?? held) else { continue }
        edits.append(Edit(RecordRef(.contact, message.id), "answered", old: day(answered), new: nil))
      }
    }
    // So may what was registered on the same day have ended them.
    if contact.kind == .conversation, let logged = contact.logged,
      !others.contains(where: { ($0.kind == .conversation || $0.kind == .attempt) && $0.logged == logged })
    {
      for errand in errands where errand.kind != .plain && errand.done == logged {
        edits.append(Edit(RecordRef(.errand, errand.id), "done", old: day(logged), new: nil))
      }
    }
    if contact.kind == .attempt, !others.contains(where: { $0.kind == .attempt }) {
      for errand in openTries {
        edits.append(
          Edit(
            RecordRef(.errand, errand.id), "client", old: contact.moving(to: client, on: today).old,
            new: contact.moving(to: client, on: today).new))
      }
    }
    return edits
  }
}
