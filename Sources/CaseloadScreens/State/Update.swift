import CaseloadCore
import Cells

/// What to ask for when the dashboard opens.
public func start(_ state: inout ScreenState) -> [Effect] {
  // Each of these says something else, and what went wrong before the dashboard stood comes first.
  var said: [Said] = [state.message].compactMap { $0 }
  if state.offeredCount > 0 {
    said.append(Said(state.speech(TransferWords.offered, state.offeredCount), .attention))
  }
  let drafts = state.subjectsWithDraft.count
  if drafts > 0 { said.append(Said(state.speech(FormWords.drafts, drafts), .attention)) }
  if said.isEmpty, !state.sweeps.isEmpty {
    said.append(Said(state.speech(SweepWords.rests, state.sweeps.count), .attention))
  }
  state.message = nil
  let effects = state.dropExpiredNotes()
  if let expired = state.message { said.append(expired) }
  state.message = said.first.map { Said(said.map(\.text).joined(separator: " · "), $0.role) }
  return finish(&state, effects)
}

/// Takes in what came from outside. Pure: whatever the world must do for it is returned as effects.
public func update(_ state: inout ScreenState, _ event: Event) -> [Effect] {
  var effects: [Effect] = []
  switch event {
  case .key(let key):
    state.message = nil
    state.spendTime()
    let asked = state.walking.toDrop
    effects = press(key, &state)
    // What is asked for twice is asked for by the same key twice.
    if state.walking.toDrop == asked { state.walking.toDrop = nil }
  case .paste(let text):
    state.spendTime()
    paste(text, &state)
  case .resize(let width, let height): state.size = ScreenState.Size(width: width, height: height)
  case .hangup, .terminate: return [.saveSession(state.session), .quit]
  case .midnight, .wake: break  // The command layer answers these with messages.
  }
  return finish(&state, effects)
}

/// Takes in an answer to an effect, or news from the store.
public func update(_ state: inout ScreenState, _ message: Message) -> [Effect] {
  switch message {
  case .record(let record):
    if record.number == .nobody { state.freeErrands = record.errands }
    if record.number == state.subject {
      state.record = record
    }
  case .notes(let text, let numbers):
    state.links.notes[text] = numbers
    if state.filter.noteTexts.contains(text) { state.evaluate() }
  case .phones(let digits, let numbers):
    state.phoneHits[digits] = numbers
    state.searchClients()
  case .changed(let clients, let removed):
    change(clients, removed, &state)
    return finish(&state, state.followedSweep())
  case .reloaded(let clients):
    let kept = Set(clients.map(\.number))
    var gone: [ClientNumber] = []
    state.population.alive.forEach { row in
      let number = state.population.number(at: row)
      if !kept.contains(number) { gone.append(number) }
    }
    change(clients, gone, &state)
    return finish(&state, state.followedSweep())
  case .team(let team): state.take(team)
  case .colleagues(let colleagues): state.colleagues = colleagues
  case .ahead(let lines): state.ahead = lines
  case .midnight(let day):
    state.context.today = day
    let effects = state.dropExpiredNotes()
    state.refresh()
    state.sweep?.resume(on: day)
    return finish(&state, effects + state.keepSweep())
  case .worklists(let lists): state.take(own: lists)
  case .saved(let saved): state.saved = saved
  case .kept(let news, let subject): return finish(&state, state.hear(news, of: subject))
  case .notesKept(let news, let purpose): return finish(&state, state.hear(news, of: purpose))
  case .edited(let news): state.hear(news)
  case .undone(let news): return finish(&state, state.hear(news))
  case .importing(let news, let run): state.hear(news, run: run)
  case .failed(let text): state.message = Said(TerminalText(data: text), .error)
  case .waiting(let text): state.message = Said(TerminalText(data: text), .attention)
  }
  return finish(&state, [])
}

/// One key: the action of the place, or a letter where text is typed.
private func press(_ key: Key, _ state: inout ScreenState) -> [Effect] {
  if let action = state.keymap.action(for: key, in: state.place) {
    if let reason = action.unavailable(state) {
      state.message = Said(state.speech(reason), .attention)
      return []
    }
    return action.perform(&state)
  }
  // Its own key closes the list of keys: nobody looks for it there.
  if state.place == .help, state.keymap.actions(of: key).contains(where: { $0.id == "help" }) {
    state.goBack()
    return []
  }
  if state.place == .question {
    // Whatever is not yes is no; the language's own letter for yes is yes too.
    if case .question = state.mode, key == state.yesKey, let yes = ActionTable.action("yes") {
      return yes.perform(&state)
    }
    state.goBack()
  } else if state.takesLetters {
    if case .character(let scalar) = key {
      state.jump(to: scalar)
      state.choose(letter: scalar)
      state.edit { $0.insert(scalar) }
    }
  } else if let action = state.keymap.actions(of: key).first,
    let reason = state.reason(against: action, in: state.mode)
  {
    // A key that works elsewhere says where.
    state.message = Said("\(state.speech(action.short)): \(reason)", .attention)
  }
  return []
}

private func paste(_ text: String, _ state: inout ScreenState) {
  state.edit { $0.paste(text) }
}

/// News of clients: the cursor stays on its person; when she is gone, it goes to who stood after her.
private func change(_ clients: [ClientFacts], _ removed: [ClientNumber], _ state: inout ScreenState) {
  let gone = Set(removed)
  let cursor = state.pinned == nil ? state.cursor : nil
  if let number = state.pinned == nil ? state.cursor : state.chosen, gone.contains(number),
    let row = state.population.row(of: number)
  {
    state.chosen = state.neighbour(of: row, except: gone)
  }
  let before = Set(clients.map(\.number).filter { state.population.row(of: $0) != nil })
  state.population.put(clients)
  for number in removed {
    state.population.remove(number)
    state.marks[number] = nil
  }
  if let number = state.record?.number,
    gone.contains(number) || clients.contains(where: { $0.number == number })
  {
    state.requestedRecord = nil
  }
  // What belongs to nobody is in no client's news.
  state.wantsFreeErrands = true
  // Telephone numbers may have changed too; whoever looks for one now asks again.
  state.phoneHits = [:]
  state.leaveGone(gone)
  state.refresh()
  if let number = state.justChanged, clients.contains(where: { $0.number == number }) {
    state.justChanged = nil
    if number == cursor { state.hold(number) }
  }
  state.greet(clients.filter { !before.contains($0.number) })
}

/// What follows every update: the cursor settles, and what its client needs is asked for.
private func finish(_ state: inout ScreenState, _ effects: [Effect]) -> [Effect] {
  var effects = effects
  state.followWorklist()
  state.settle()
  // A pane that became smaller may have fewer fields.
  if state.focus == .characteristics { state.settleBars() }
  let subject = state.subject
  if state.record?.number != subject { state.record = nil }
  state.settlePick()
  if state.requestedRecord != subject {
    // Where there is nobody, nobody is asked for any more: who comes back is asked for again.
    state.requestedRecord = subject
    if let subject { effects.append(.loadRecord(subject)) }
  }
  if state.wantsFreeErrands {
    state.wantsFreeErrands = false
    effects.append(.loadRecord(.nobody))
  }
  effects += state.askHistory()
  if let digits = state.phoneToAsk, state.requestedPhone != digits {
    state.requestedPhone = digits
    effects.append(.searchPhones(digits))
  }
  if state.needsColleagues != state.asksColleagues {
    // Each form reads them anew: a colleague may have come.
    state.asksColleagues = state.needsColleagues
    if state.needsColleagues { effects.append(.loadColleagues) } else { state.colleagues = nil }
  }
  if state.mode == .importing, let folder = state.importing.folderToAsk {
    state.importing.askedFolder = folder
    effects.append(.importing(.list(folder: folder), run: state.importing.run))
  }
  state.settleMarked()
  state.fillForm()
  effects += state.keepForm()
  for text in state.filter.noteTexts.sorted() where !state.requestedNotes.contains(text) {
    state.requestedNotes.insert(text)
    effects.append(.searchNotes(text))
  }
  return effects
}

extension ScreenState {
  /// Who opens a record may read all that was changed of it: what was not read yet is asked for once.
  fileprivate mutating func askHistory() -> [Effect] {
    guard recordTop != nil, let record, record.olderHistory > 0 else {
      requestedHistory = nil
      return []
    }
    guard requestedHistory != record.number else { return [] }
    requestedHistory = record.number
    return [.loadHistory(record.number)]
  }

  /// Works everything out again after the data, the day or the worklists changed.
  mutating func refresh() {
    marked = nil
    findStandIns()
    measureList()
    countWorklists()
    outcome = population.evaluate(filter, context, links)
    sortList()
  }

  /// The nearest client in the list who is not among `except`.
  func neighbour(of row: Int, except: Set<ClientNumber>) -> ClientNumber? {
    guard let start = place(of: row) else { return nil }
    for step in [1, -1] {
      var place = start
      while let next = nextShown(after: place, step: step) {
        let number = population.number(at: Int(order[next]))
        if !except.contains(number) { return number }
        place = next
      }
    }
    return nil
  }
}
