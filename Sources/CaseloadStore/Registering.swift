import CaseloadCore
import GRDB

extension Store {
  /// Keeps a registration: the contact, the appointment that was made, the errand to try again, what a conversation
  /// ends and an answer answers, in one change. The appointment of the contact's day becomes the contact.
  ///
  /// The ids of new records are taken in the transaction that uses them, so that nobody else can have them; the
  /// change's id, made by its author, makes it safe to ask again where it is not known whether it was saved.
  /// - Parameter errand: what the errand to try again says, in the reader's language.
  public func register(
    _ registration: Registration, _ id: ChangeID, reason: String, errand: String, _ context: Context
  ) throws(StoreError) -> SaveOutcome {
    try write(id) { db in
      let client = registration.contact.client.number
      let (contacts, errands) = (try Contacts.of(client, db), try Errands.of(client, db))
      let record = ClientRecord(
        number: registration.contact.client, contacts: contacts, errands: errands,
        summary: Summary(contacts: contacts, errands: errands, historySince: nil))
      let ids = RecordIDs(db)
      let edits = registration.edits(
        over: record, contact: try ids.next(.contact), errand: try ids.next(.errand), text: errand, context)
      let outcome = try apply(
        Change(id: id, author: context.actor.name, moment: context.now, reason: reason, edits: edits), db)
      // From here on her contacts are known here.
      if case .saved = outcome { try OwnHistory.settle(client, db) }
      return outcome
    }
  }
}

extension Registration {
  /// What is edited, over what is kept of the client now; `contact` and `errand` are ids that nobody has.
  func edits(
    over record: ClientRecord, contact id: Int64, errand: Int64, text: String, _ context: Context
  ) -> [Edit] {
    let today = context.today
    var contact = contact
    contact.kind = kind(on: today)
    contact.source = .coach
    if contact.kind != .attempt { contact.failure = nil }
    if contact.kind != .conversation { contact.heard = nil }
    var edits: [Edit] = []
    var next = id
    if contact.kind != .appointment, contact.kind == .conversation || contact.kind == .attempt,
      let appointment = record.appointment(on: contact.held)
    {
      contact.id = appointment.id
      // What was noted for the appointment stays with what became of it.
      if !appointment.story.isEmpty, contact.story != appointment.story {
        contact.story = contact.story.isEmpty ? appointment.story : appointment.story + "\n" + contact.story
      }
      edits += RecordFields.changing(appointment, to: contact, day: today)
    } else {
      edits += RecordFields.adding(contact, id: id, day: today)
      next = id &+ 1
    }
    if let day = self.next, record.appointment(on: day) == nil {
      let appointment = Contact(
        client: contact.client, kind: .appointment, held: day, logged: today, channel: contact.channel,
        initiative: .us, colleague: contact.colleague, source: .coach)
      edits += RecordFields.adding(appointment, id: next, day: today)
    }
    let kind = record.tryKind(context.settings, after: contact.failure)
    let done = Value.recorded(.day(today), source: .coach, day: today)
    func end(_ errands: [Errand]) -> [Edit] {
      errands.map { Edit(RecordRef(.errand, $0.id), "done", old: nil, new: done) }
    }
    if contact.kind == .attempt {
      // Who was tried again was tried; a letter is not written by calling, nor is a number found.
      edits += end(record.openTries.filter { $0.kind == .tryAgain })
      if let tryAgain, !record.isOpen(kind) {
        edits += RecordFields.adding(
          Errand(client: contact.client, text: text, due: tryAgain, kind: kind),
          id: errand, day: today)
      }
    }
    if contact.kind == .conversation { edits += end(record.openTries) }
    if answers, contact.kind == .conversation || contact.kind == .messageOut, let held = contact.held {
      edits += record.unanswered.map {
        Edit(
          RecordRef(.contact, $0.id), "answered", old: nil,
          new: .recorded(.day(max(held, $0.held ?? held)), source: .coach, day: today))
      }
    }
    return edits
  }
}
