import CaseloadCore
import Cells

private let noCompletion = Phrase("action.reason.no-completion", "Nothing completes this.")
private let noHistory = Phrase("action.reason.no-history", "No earlier filter text.")

/// What keys do while text is typed: never letters, for those are the text.
let entryActions: [Action] = [
  Action(
    "keep", keys: [.enter], in: [.filter, .find, .menu], short: "keep",
    long: "Keep the filter that was typed, stay with the client who was found, or take the choice.",
    footer: .shown
  ) { state in
    state.keep()
    return []
  },
  Action(
    "complete", keys: [.tab], in: .filter, short: "complete",
    long: "Complete the word before the caret: fields, worklists, a field's values.", footer: .shown,
    unavailable: { $0.completions.isEmpty ? noCompletion : nil }
  ) { state in
    if let first = state.completions.first {
      state.edit { $0.replace(first.replaces, with: first.text) }
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
    long: "Go on to the later filter text, and at last to the one being typed."
  ) { state in
    state.recall(by: 1)
    return []
  },
  Action(
    "next-found", keys: [.down], in: .find, short: "next", long: "Go to the next client who matches.",
    footer: .shown
  ) { state in
    state.find(step: 1)
    return []
  },
  Action(
    "previous-found", keys: [.up], in: .find, short: "before", long: "Go to the client before who matches."
  ) { state in
    state.find(step: -1)
    return []
  },
  Action("caret-left", keys: [.left], in: .entries, short: "left", long: "One character to the left.") {
    $0.move { $0.move(by: -1) }
    return []
  },
  Action("caret-right", keys: [.right], in: .entries, short: "right", long: "One character to the right.") {
    $0.move { $0.move(by: 1) }
    return []
  },
  Action(
    "caret-start", keys: [.home, .control("a")], in: .entries, short: "start", long: "To the text's start."
  ) {
    $0.move { $0.moveToStart() }
    return []
  },
  Action(
    "caret-end", keys: [.end, .control("e")], in: .entries, short: "end", long: "To the text's end."
  ) {
    $0.move { $0.moveToEnd() }
    return []
  },
  Action(
    "erase", keys: [.backspace], in: .entries, short: "erase", long: "Erase the character before the caret."
  ) {
    $0.edit { $0.backspace() }
    return []
  },
  Action(
    "erase-here", keys: [.delete, .control("d")], in: .entries, short: "erase here",
    long: "Erase the character under the caret."
  ) {
    $0.edit { $0.delete() }
    return []
  },
  Action(
    "erase-word", keys: [.control("w")], in: .entries, short: "erase word",
    long: "Erase the word before the caret."
  ) {
    $0.edit { $0.deleteWord() }
    return []
  },
]

extension ScreenState {
  /// What can be typed at the caret.
  public var completions: [Completion.Candidate] {
    guard case .filter(let entry) = mode else { return [] }
    return Completion.candidates(
      for: entry.field.text, cursor: entry.field.caret, worklists: links.worklists,
      language: context.language, settings: context.settings, catalogue: population.catalogue,
      values: population.occurring)
  }

  /// Moves the caret of the text that is being typed.
  mutating func move(caret body: (inout TextField) -> Void) {
    switch mode {
    case .filter(var entry):
      body(&entry.field)
      mode = .filter(entry)
    case .find(var entry):
      body(&entry.field)
      mode = .find(entry)
    default: return
    }
  }

  /// Goes through the earlier texts; what is being typed waits at the end.
  mutating func recall(by step: Int) {
    guard case .filter(var entry) = mode, !history.isEmpty else { return }
    if entry.historyPlace == nil { entry.draft = entry.field.text }
    var place = (entry.historyPlace ?? history.count) + step
    // The text that stands there already is no earlier one.
    if step < 0, history.indices.contains(place), history[place] == entry.field.text { place -= 1 }
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
    case .find: keepFound()
    case .worklists(let index):
      mode = .browse
      show(worklist: index)
    case .sort(let index):
      let fields = sortFields
      mode = .browse
      guard fields.indices.contains(index) else { return }
      sort(by: SortKey(fields[index], ascending: fields[index] == sort.field ? !sort.ascending : true))
    case .browse, .record, .help: return
    }
  }

  /// A text that cannot be read is not kept: it stays where it is with what is wrong under it.
  private mutating func keepFilter(_ entry: FilterEntry) {
    let text = entry.field.text
    do throws(FilterError) {
      try setFilter(text)
      mode = .browse
      settle()
      chosen = cursor ?? chosen
    } catch {
      filterError = error
      isStale = true
    }
  }
}
