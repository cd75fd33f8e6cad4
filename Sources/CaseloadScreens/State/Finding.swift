import CaseloadCore

/// Looking for a client: over whatever the user was doing, which stays as it was.
public struct FindEntry: Hashable, Sendable {
  /// The text.
  public var field = TextField()
  /// Those who fit, the nearest first; without a text those whose records were open last.
  var found: [FoundClient] = []
  /// How many fit in all.
  var count = 0
  /// The place of the cursor among them.
  var index = 0
  /// The cursor was moved since the last letter: it stays on its client whatever else is found.
  var isMoved = false

  /// The client under the cursor.
  var chosen: ClientNumber? { found.indices.contains(index) ? found[index].number : nil }
}

/// Where the user was before she went to a client, to come back with one key.
struct Spot: Hashable, Sendable {
  var mode: Mode
  var chosen: ClientNumber?
  var focus: Pane
  var isZoomed: Bool
  var filter: String
  var showsUnknown: Bool
}

extension ScreenState {
  /// The client whose record is shown whatever the list's cursor is on: found by a caller's words, or alone on the
  /// screen.
  var pinned: ClientNumber? { pinned(in: mode) }

  private func pinned(in mode: Mode) -> ClientNumber? {
    switch mode {
    case .visit(let number, _, _), .alone(let number, _, _): number
    case .form(let form, let beneath): form.subject.client ?? pinned(in: beneath)
    case .errands(let number, _, _), .offers(let number, _, _), .fields(let number, _, _),
      .contacts(let number, _, _):
      number
    case .stops(let number, _, _): number
    case .sweep(let id): sweeps.first { $0.id == id }?.current
    default: mode.beneath.flatMap { pinned(in: $0) }
    }
  }

  /// The client of whom the screen tells: the one found, else the one under the cursor.
  public var subject: ClientNumber? {
    if case .find(let entry, _) = mode { return entry.chosen }
    if pinned == .nobody { return .nobody }
    // A client who is offered by a colleague is in no list of one's own.
    if case .form(let form, _) = mode, let client = form.subject.client, population.row(of: client) == nil {
      return client
    }
    return cursor
  }

  /// Opens the search over where the user is.
  mutating func openFind() {
    mode = .find(FindEntry(), over: mode)
    searchClients()
  }

  /// Searches the whole caseload for what is typed now.
  mutating func searchClients() {
    guard case .find(var entry, let beneath) = mode else { return }
    let before = entry.chosen
    let query = ClientQuery(entry.field.text)
    if query.isEmpty {
      // Whom one opened before is not for the client to read who looks along.
      let known = isLookedAt ? [] : recents.filter { population.row(of: $0) != nil }
      entry.found = entry.field.isEmpty ? known.map { FoundClient(number: $0) } : []
      entry.count = entry.found.count
    } else {
      let phones = query.phone.flatMap { phoneHits[$0] } ?? []
      (entry.found, entry.count) = population.find(query, phones: phones)
    }
    entry.index = entry.isMoved ? entry.found.firstIndex { $0.number == before } ?? 0 : 0
    mode = .find(entry, over: beneath)
  }

  /// Brings back what was looked for last, where nothing is typed yet; whether there was anything.
  mutating func recallSearch() -> Bool {
    guard case .find(var entry, let beneath) = mode, entry.field.isEmpty, entry.index == 0, !isLookedAt
    else { return false }
    let text = draft(.find)
    guard !text.isEmpty else { return false }
    entry.field = TextField(text)
    mode = .find(entry, over: beneath)
    searchClients()
    return true
  }

  /// The digits of a telephone number that the store has not been asked for yet.
  var phoneToAsk: String? {
    guard case .find(let entry, _) = mode, let digits = ClientQuery(entry.field.text).phone,
      phoneHits[digits] == nil
    else { return nil }
    return digits
  }

  /// Opens the record of the one who was found, over where the user was.
  mutating func openFound() {
    guard case .find(let entry, let beneath) = mode, let number = entry.chosen else { return }
    keepText(of: mode)
    mode = beneath
    spotBefore = spot
    mode = .visit(number, 0, over: beneath)
    noteOpened(number)
  }

  /// Puts the list's cursor on the one who was found; where the filter leaves her out, everyone is shown. A filter
  /// that was being typed waits among the earlier texts.
  mutating func listFound() {
    guard case .find(let entry, let beneath) = mode, let number = entry.chosen,
      let row = population.row(of: number)
    else { return }
    let typing = mode
    mode = beneath
    spotBefore = spot
    mode = .browse
    leaveTyping(of: typing)
    if !shown.contains(row) { show(filter: "") }
    focus(on: .list)
    choose(number)
    noteOpened(number)
  }

  /// Where the user is.
  var spot: Spot {
    Spot(
      mode: mode, chosen: pinned == nil ? cursor : chosen, focus: focus, isZoomed: isZoomed,
      filter: filterText,
      showsUnknown: showsUnknown)
  }

  /// Goes back to where the user was before she went to a client; once more comes back here.
  mutating func jumpBack() {
    guard let before = spotBefore else { return }
    let now = spot
    let typing = mode
    mode = .browse
    leaveTyping(of: typing)
    if before.showsUnknown != showsUnknown {
      showsUnknown = before.showsUnknown
      showOutcome()
    }
    if before.filter != filterText { show(filter: before.filter) }
    focus(on: before.focus)
    isZoomed = before.isZoomed
    chosen = before.chosen ?? chosen
    mode = before.mode
    if let entry = mode.typedFilter { read(entry.field.text) }
    spotBefore = now
  }

  /// Leaves all that is typed in a mode at once: the texts are kept, and the list is again that of the filter in use,
  /// not of one that was half typed.
  private mutating func leaveTyping(of mode: Mode) {
    if mode.typedFilter != nil { show(filter: filterText) }
    keepAllText(of: mode)
  }

  /// Keeps whose record was open last.
  mutating func noteOpened(_ number: ClientNumber) {
    recents.removeAll { $0 == number }
    recents.insert(number, at: 0)
    if recents.count > 20 { recents.removeLast(recents.count - 20) }
  }

  /// Leaves the record of a client who is no longer here: another's would stand in its place.
  mutating func leaveGone(_ gone: Set<ClientNumber>) {
    recents.removeAll { gone.contains($0) }
    if case .visit(let number, _, let beneath) = mode, gone.contains(number) {
      mode = beneath
      message = Said(speech(FindWords.gone), .attention)
    }
    if let spot = spotBefore, case .visit(let number, _, _) = spot.mode, gone.contains(number) {
      spotBefore = nil
    }
    searchClients()
  }
}
