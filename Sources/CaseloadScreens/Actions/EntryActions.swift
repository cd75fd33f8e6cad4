import CaseloadCore
import Cells

private let noCompletion = Phrase("action.reason.no-completion", "Nothing completes this.")
private let completeAlready = Phrase(
  "action.reason.complete-already", "This word is whole already; type on, or a space and the next.")
private let noHistory = Phrase("action.reason.no-history", "No earlier filter text.")
private let nothingTyped = Phrase("action.reason.nothing-typed", "Nothing is typed yet.")
private let noLaterText = Phrase("action.reason.no-later", "This is the latest text.")

private let whenNothingTyped: @Sendable (ScreenState) -> Phrase? = {
  $0.typed?.isEmpty == true ? nothingTyped : nil
}

/// What keys do while text is typed: never letters, for those are the text.
let entryActions: [Action] = [
  Action(
    "keep", keys: [.enter], in: .filter, short: "use filter",
    long: "Keep the filter that was typed.",
    footer: .shown
  ) { state in
    state.keep()
    return []
  },
  Action(
    "choose", keys: [.enter], in: .menus, short: "choose",
    long: "Take the choice under the cursor.", footer: .shown
  ) { state in
    state.keep()
    return []
  },
  Action(
    "run", keys: [.enter], in: [.palette, .help], short: "run",
    long: "Do the action under the cursor where the palette or the list of keys was opened.", footer: .shown
  ) { $0.runChoice() },
  Action(
    "complete-command", keys: [.tab], in: .palette, short: "complete",
    long: "Put the name of the action under the cursor in place of what was typed.", footer: .shown
  ) { state in
    state.completeChoice()
    return []
  },
  Action(
    "complete", keys: [.tab], in: .filter, short: "complete",
    long: "Complete the word before the caret: fields, worklists, a field's values.", footer: .shown,
    unavailable: { $0.completions.isEmpty ? noCompletion : $0.nextCompletion == nil ? completeAlready : nil }
  ) { state in
    if let next = state.nextCompletion {
      state.edit { $0.replace(next.replaces, with: next.text) }
    }
    return []
  },
  Action(
    "older", keys: [.up], in: .filter, short: "earlier text",
    long: "Bring back an earlier filter text, the abandoned ones too.", footer: .shown,
    unavailable: { $0.history.isEmpty ? noHistory : nil }
  ) { state in
    state.recall(by: -1)
    return []
  },
  Action(
    "newer", keys: [.down], in: .filter, short: "later text",
    long: "Go on to the later filter text, and at last to the one being typed.",
    unavailable: { $0.isAtLatestText ? noLaterText : nil }
  ) { state in
    state.recall(by: 1)
    return []
  },
  Action(
    "caret-left", keys: [.left], in: .entries, short: "left", long: "One character to the left.",
    unavailable: whenNothingTyped
  ) {
    $0.move { $0.move(by: -1) }
    return []
  },
  Action(
    "caret-right", keys: [.right], in: .entries, short: "right", long: "One character to the right.",
    unavailable: whenNothingTyped
  ) {
    $0.move { $0.move(by: 1) }
    return []
  },
  Action(
    "caret-start", keys: [.home, .control("a")], in: .entries, short: "start", long: "To the text's start.",
    unavailable: whenNothingTyped
  ) {
    $0.move { $0.moveToStart() }
    return []
  },
  Action(
    "caret-end", keys: [.end, .control("e")], in: .entries, short: "end", long: "To the text's end.",
    unavailable: whenNothingTyped
  ) {
    $0.move { $0.moveToEnd() }
    return []
  },
  Action(
    "erase", keys: [.backspace], in: .entries, short: "erase", long: "Erase the character before the caret.",
    unavailable: whenNothingTyped
  ) {
    $0.edit { $0.backspace() }
    return []
  },
  Action(
    "erase-here", keys: [.delete, .control("d")], in: .entries, short: "erase here",
    long: "Erase the character under the caret.", unavailable: whenNothingTyped
  ) {
    $0.edit { $0.delete() }
    return []
  },
  Action(
    "erase-word", keys: [.control("w")], in: .entries, short: "erase word",
    long: "Erase the word before the caret.", unavailable: whenNothingTyped
  ) {
    $0.edit { $0.deleteWord() }
    return []
  },
  Action(
    "erase-before", keys: [.control("u")], in: .entries, short: "erase all before",
    long: "Erase all that stands before the caret.", unavailable: whenNothingTyped
  ) {
    $0.edit { $0.deleteToStart() }
    return []
  },
]

extension ScreenState {
  /// The text that is being typed.
  var typed: TextField? {
    switch mode {
    case .filter(let entry): entry.field
    case .find(let entry, _): entry.field
    case .name(let entry, _): entry.field
    case .actions(let pick, _): pick.field
    case .form(let form, _): form.texts[form.focus]
    default: nil
    }
  }

  /// No later filter text is there to go on to.
  var isAtLatestText: Bool {
    if case .filter(let entry) = mode { return entry.historyPlace == nil }
    return true
  }

  /// What can be typed at the caret.
  public var completions: [Completion.Candidate] {
    guard case .filter(let entry) = mode else { return [] }
    return Completion.candidates(
      for: entry.field.text, cursor: entry.field.caret, worklists: links.worklists,
      language: context.language, settings: context.settings, catalogue: population.catalogue,
      values: population.occurring)
  }

  /// What completing the word before the caret makes of it; nil where that is what stands there already.
  var nextCompletion: Completion.Candidate? {
    guard case .filter(let entry) = mode, let first = completions.first else { return nil }
    let range = first.replaces.clamped(to: 0..<entry.field.scalars.count)
    return entry.field.scalars[range].elementsEqual(first.text.unicodeScalars) ? nil : first
  }

  /// Moves the caret of the text that is being typed.
  mutating func move(caret body: (inout TextField) -> Void) {
    switch mode {
    case .filter(var entry):
      body(&entry.field)
      mode = .filter(entry)
    case .find(var entry, let beneath):
      body(&entry.field)
      mode = .find(entry, over: beneath)
    case .actions(var pick, let beneath):
      body(&pick.field)
      mode = .actions(pick, over: beneath)
    case .name(var entry, let beneath):
      body(&entry.field)
      mode = .name(entry, over: beneath)
    case .importing: editImport(body)
    case .form: editForm(body)
    default: return
    }
  }

  /// Goes through the earlier texts; what is being typed waits at the end.
  mutating func recall(by step: Int) {
    guard case .filter(var entry) = mode, !history.isEmpty else { return }
    if entry.historyPlace == nil { entry.draft = entry.field.text }
    var place = (entry.historyPlace ?? history.count) + step
    // The text that stands there already is no earlier one.
    if step < 0, history.indices.contains(place), history[place] == entry.field.trimmed { place -= 1 }
    guard place >= 0 else { return }
    entry.historyPlace = place < history.count ? place : nil
    entry.field = TextField(place < history.count ? history[place] : entry.draft)
    mode = .filter(entry)
    read(entry.field.text)
  }

  /// Enter: keeps what was typed, found or chosen.
  mutating func keep() {
    switch mode {
    case .filter(let entry): keepFilter(entry)
    case .worklists(let index):
      if links.worklists.indices.contains(index), links.worklists[index].problem == nil { mode = .browse }
      show(worklist: index)
    case .sort(let index):
      let fields = sortFields
      mode = .browse
      guard fields.indices.contains(index) else { return }
      // What was put behind by Space stands; Enter then only says that this is it.
      if hasSortedThen { return }
      sort(by: SortKey(fields[index], ascending: fields[index] == sort.field ? !sort.ascending : true))
    case .tableField(let menu): keepField(menu)
    case .fields(_, let index, let beneath):
      let fields = editableFields
      mode = beneath
      if fields.indices.contains(index) { edit(field: fields[index]) }
    case .importing, .browse, .record, .visit, .alone, .find, .actions, .name, .question, .page, .table,
      .columns, .form, .conflict, .ahead, .errands, .offers, .contacts, .transfers, .absences, .sweep,
      .sweeps,
      .stops:
      return
    }
  }

  /// A text that cannot be read is not kept: it stays where it is with what is wrong under it.
  private mutating func keepFilter(_ entry: FilterEntry) {
    do throws(FilterError) {
      try setFilter(entry.field.trimmed)
      if entry.historyPlace != nil, let draft = entry.abandoned.first { remember(draft) }
      mode = .browse
      if let edits = entry.edits { baseWorklist = edits }
      settle()
      chosen = cursor ?? chosen
    } catch {
      // The place of the error is that in the text as it stands, blanks before it too.
      read(entry.field.text)
      filterError = filterError ?? error
      isStale = true
    }
  }
}
