import CaseloadCore
import Cells

private let noDraft = Phrase("action.reason.no-draft", "No form waits to be saved.")
private let noOffers = Phrase(
  "action.reason.no-offers", "No other source says something else about this client.")
private let notEdited = Phrase(
  "action.reason.not-edited", "{0} follows from the rest of the record; it is not entered.")
private let notWaived = Phrase(
  "action.reason.not-waived", "Go to a field first: in pane 2 or 3, with the arrows.")

private let nobodyMarked = Phrase(
  "action.reason.nobody-marked", "Mark clients first, with {key:mark} or {key:mark-all}.")

private let notAlone = Phrase(
  "action.reason.not-alone",
  "The status ({key:status}) and the plan ({key:plan}) are entered whole.")

private let places: Places = [.panes, .record, .alone]
/// Where a client is called, one key does what else is registered of her; other keys there are the sweep's own.
private let called: Places = [.panes, .record, .alone, .sweep]
private let needsClient: @Sendable (ScreenState) -> Phrase? = { $0.cursorRow == nil ? nobodyHere : nil }

/// Registering, from any place with one key: contacts, fields, errands, plan, status.
let registerActions: [Action] = [
  Action(
    "contact", keys: ["c"], in: called, short: "contact",
    long: "Register a conversation with the client under the cursor; other kinds are chosen on the form.",
    footer: .shown, unavailable: needsClient
  ) { state in
    guard let client = state.cursor else { return [] }
    // A list is called, however one talked last.
    let isCalled = state.mode == state.sweep.map { .sweep($0.id) }
    let phone = Channel.phone.rawValue
    let road = FormWish(usual: [.channel: phone, .talkedBy: phone])
    state.openForm(.contact(client), isCalled ? road : FormWish())
    return []
  },
  Action(
    "attempt", keys: ["m"], in: places, short: "tried",
    long: "Register a failed attempt: no answer, a wrong number, did not come, cancelled.",
    unavailable: needsClient
  ) { state in
    guard let client = state.cursor else { return [] }
    state.openForm(.contact(client), FormWish(kind: .attempt, focus: .failure))
    return []
  },
  Action(
    "edit", keys: ["e"], in: called, short: "edit",
    long: "Enter a field of the client: the one under the cursor, or one that is chosen from all.",
    footer: .shown, unavailable: needsClient
  ) { state in
    state.edit(field: state.fieldUnderCursor)
    return []
  },
  Action(
    "waive", keys: ["x"], in: [.characteristics, .monitoring], short: "waive",
    long:
      "Say that the field under the cursor does not help this client, with a reason and a day to look again.",
    unavailable: { state in
      guard state.cursorRow != nil else { return nobodyHere }
      guard let field = state.fieldUnderCursor.flatMap({ state.editable($0) }) else { return notWaived }
      return field.isEnteredAlone ? nil : notAlone
    }
  ) { state in
    guard let client = state.cursor, let field = state.fieldUnderCursor.flatMap({ state.editable($0) }) else {
      return []
    }
    let waived = FormWish(codes: [.state: State.waived.rawValue], focus: .why)
    state.openForm(.field(client, field.id), field.legalGround == nil ? waived : FormWish())
    return []
  },
  Action(
    "cv", keys: ["v"], in: called, short: "CV",
    long: "Enter the day of the client's CV, and where it lies.", unavailable: needsClient
  ) { state in
    if let client = state.cursor { state.openForm(.field(client, "cv")) }
    return []
  },
  Action(
    "plan", keys: ["p"], in: places, short: "plan",
    long: "Write the plan of action, or its next version: ground, goal, steps, review.",
    unavailable: needsClient
  ) { state in
    if let client = state.cursor { state.openForm(.plan(client)) }
    return []
  },
  Action(
    "errands", keys: ["t"], in: called, short: "errands",
    long: "The client's errands: make one, end one, put one off.", footer: .shown, unavailable: needsClient
  ) { state in
    state.openErrands()
    return []
  },
  Action(
    "free-errands", keys: ["E"], in: .panes, short: "free errands",
    long: "Errands that are about no client in particular: make one, end one, put one off."
  ) { state in
    state.openFreeErrands()
    return []
  },
  Action(
    "contacts", keys: ["T"], in: called, short: "talks",
    long: "The client's contacts one by one: put one right, or move it to the client it was with.",
    unavailable: needsClient
  ) { state in
    if let client = state.cursor { state.mode = .contacts(client, 0, over: state.mode) }
    return []
  },
  Action(
    "note", keys: ["V"], in: [.panes, .record, .sweep], short: "for yourself",
    long: "A private note, tags and a colour for this client: on your own desk, never in the record.",
    unavailable: needsClient
  ) { state in
    if let client = state.cursor { state.openForm(.note(client)) }
    return []
  },
  Action(
    "new-client", keys: ["N"], in: .panes, short: "new client",
    long: "Add a client who is not in the register yet; who has such a name already is shown while you type."
  ) { state in
    state.openForm(.newClient)
    return []
  },
  Action(
    "bulk", keys: ["B"], in: .panes, short: "for all marked",
    long:
      "One thing for all marked clients: an errand, a track, a frequency, a pause, a hand-over, a tag of yours, a line in a file. It says first who is left out.",
    unavailable: { $0.marks.isEmpty ? nobodyMarked : nil }
  ) { state in
    state.openForm(.marked)
    return []
  },
  Action(
    "status", keys: ["P"], in: places, short: "status",
    long: "Pause the client, close the record, or say that the client works: with the day and the reason.",
    unavailable: needsClient
  ) { state in
    if let client = state.cursor { state.openForm(.status(client)) }
    return []
  },
  Action(
    "offers", keys: ["O"], in: places, short: "other source",
    long:
      "What another source says of the client, beside what stands: take it or leave it, with one key each.",
    unavailable: { $0.record?.offers.isEmpty == false ? nil : noOffers }
  ) { state in
    if let client = state.cursor { state.mode = .offers(client, 0, over: state.mode) }
    return []
  },
  Action(
    "next-draft", keys: ["D"], in: [.panes, .record], short: "drafts",
    long: "Open the next form that was filled in and not saved.",
    unavailable: { $0.subjectsWithDraft.isEmpty ? noDraft : nil }
  ) { state in
    state.openNextDraft()
    return []
  },
]

extension ScreenState {
  /// The field of the line under the cursor of a pane; nil in the list.
  var fieldUnderCursor: FieldID? {
    guard mode == .browse else { return nil }
    switch focus {
    case .characteristics: return barPlace?.field
    case .monitoring: return MonitoringPane.field(self)
    case .list, .legend: return nil
    }
  }

  /// A field that is entered; nil of one that follows from others, or that an import alone brings.
  func editable(_ id: FieldID) -> Field? {
    population.catalogue[id].flatMap { $0.uses.contains(.form) && $0.owner != .derived ? $0 : nil }
  }

  /// Opens the form of a field: the plan and the status have their own. Without a field, or where it follows from
  /// others, one is chosen.
  mutating func edit(field id: FieldID?) {
    guard let client = cursor else { return }
    switch id {
    case "plan", "plan-review": openForm(.plan(client))
    case "status", "reason", "return", "since": openForm(.status(client))
    case "errands", "waiting": openErrands()
    case "next", "seen": openForm(.contact(client))
    case NoteSheet.field: openForm(.note(client))
    case .some(let id) where editable(id) != nil: openForm(.field(client, id))
    case .some(let id):
      let name = population.catalogue[id].map { speech($0.label) } ?? ""
      message = Said(speech(notEdited, name), .attention)
    case nil: mode = .fields(client, 0, over: mode)
    }
  }

  /// The fields that are entered, those first that are due and empty.
  var editableFields: [FieldID] {
    let missing = cursorRow.map { population.missing(at: $0, context) } ?? []
    let all = population.catalogue.fields.map(\.id).filter { editable($0) != nil }
    return missing.filter { editable($0) != nil } + all.filter { !missing.contains($0) }
  }
}
