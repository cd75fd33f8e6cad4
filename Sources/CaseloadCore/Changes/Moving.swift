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
  /// The edits that move a contact, and take back what it did here: messages that it answered wait again, and errands to
  /// try again that it ended are open again. Otherwise nobody would answer them.
  public func edits(moving contact: Contact, to client: ClientNumber, on today: Day) -> [Edit] {
    var edits = [contact.moving(to: client, on: today)]
    func day(_ day: Day) -> Value { .recorded(.day(day), source: .coach, day: today) }
    let others = contacts.filter { $0.id != contact.id && $0.held == contact.held && $0.kind == contact.kind }
    // Another talk of the same day may have answered them.
    guard others.isEmpty, let held = contact.held else { return edits }
    if contact.kind == .conversation || contact.kind == .messageOut {
      for message in contacts where message.kind == .messageIn {
        guard let answered = message.answered, answered == max(held, message.held ?? held) else { continue }
        edits.append(Edit(RecordRef(.contact, message.id), "answered", old: day(answered), new: nil))
      }
    }
    if contact.kind == .conversation, let logged = contact.logged {
      for errand in errands where errand.kind != .plain && errand.done == logged {
        edits.append(Edit(RecordRef(.errand, errand.id), "done", old: day(logged), new: nil))
      }
    }
    return edits
  }
}
