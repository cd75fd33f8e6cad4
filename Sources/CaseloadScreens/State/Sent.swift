import CaseloadCore

/// What was given to the store, or to the desk, and is not answered yet.
struct Sent: Sendable {
  /// What the form said that was given; nil where it was no form.
  var draft: [String: String]?
  /// The sweep in which it was given.
  var sweep: String?
  /// What it makes of its client there; nil where she stays as she was.
  var outcome: SweepOutcome?
  /// The sweep took note of it before the answer: the next key was meant for the next client.
  var isAhead = false
  /// The client whom it adds.
  var name: PersonName?
}

extension ScreenState {
  /// Gives what is to be kept to the store. Each answer is of the oldest of its subject that waits for one: the store
  /// does one thing after another.
  mutating func give(
    _ keeping: Keeping, for subject: Form.Subject, form: Form? = nil, isAhead: Bool = false
  ) -> Effect {
    var given = Sent(draft: form?.draft, sweep: sweep?.id, isAhead: isAhead)
    switch keeping {
    case .contact(let registration, _): given.outcome = SweepOutcome(registration, on: context.today)
    case .edits(let edits, _):
      given.outcome = SweepOutcome(edits)
      if case .name(let name)? = edits.first(where: { $0.field == "name" })?.new?.content {
        given.name = name
      }
    case .bulk, .notes, .export: break
    }
    sent[subject, default: []].append(given)
    saved = .saving
    if case .notes(let changes) = keeping { return .keepNotes(changes, for: .form(subject)) }
    return .keep(keeping, for: subject)
  }

  /// What an answer is to; nothing that is known of where nobody here asked.
  mutating func takeSent(_ subject: Form.Subject) -> Sent {
    guard var waiting = sent[subject], !waiting.isEmpty else { return Sent() }
    let first = waiting.removeFirst()
    sent[subject] = waiting.isEmpty ? nil : waiting
    return first
  }

  /// Closes the form that is kept now, and lets its draft go. What was typed since, or in another form of the same, is
  /// not kept yet and stays.
  mutating func close(_ subject: Form.Subject, _ given: Sent) -> [Effect] {
    guard let draft = given.draft else { return [] }
    mode = mode.without(subject) { $0.step == .saving || $0.draft == draft }
    keptForm = nil
    return forms[subject] == draft ? letGo(subject) : []
  }
}
