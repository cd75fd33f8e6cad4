import CaseloadCore
import Cells

/// Where a text is typed that is neither a filter, which has its history, nor a choice among actions. What was typed
/// there and left is kept under it, also in the session.
enum Prompt {
  case name
  case rename(String)
  case add
  case sweepNote(String)
  case find
  case path, day

  /// What its text is kept under.
  var key: String {
    switch self {
    case .name: "name"
    case .rename(let id): "rename " + id
    case .add: "add"
    case .sweepNote(let id): "sweep note " + id
    case .find: "find"
    case .path: "import file"
    case .day: "import day"
    }
  }
}

extension NameEntry.Purpose {
  /// Where it is typed.
  var prompt: Prompt {
    switch self {
    case .save: .name
    case .rename(let id): .rename(id)
    case .add: .add
    case .sweepNote(let id): .sweepNote(id)
    }
  }
}

extension FilterEntry {
  /// The texts that are lost with it, the one on the screen last: what was typed before going through the history
  /// waits unseen.
  var abandoned: [String] {
    let texts = historyPlace == nil ? [field] : [TextField(draft), field]
    return texts.map(\.trimmed).filter { $0 != before && !$0.isEmpty }
  }
}

extension ScreenState {
  /// The text that was left at a prompt; empty where none was.
  func draft(_ prompt: Prompt) -> String { drafts[prompt.key] ?? "" }

  /// Keeps the text of a prompt; an empty one lets go of what was kept.
  mutating func keep(draft text: String, of prompt: Prompt) {
    drafts[prompt.key] = text.isEmpty ? nil : text
  }

  /// Opens the typing of a name or of worklists, with what was left there before, else with a text to change.
  mutating func type(for purpose: NameEntry.Purpose, usual: String = "") {
    var entry = NameEntry(purpose: purpose)
    let draft = draft(purpose.prompt)
    entry.field = TextField(draft.isEmpty ? usual : draft)
    mode = .name(entry, over: mode)
  }

  /// Keeps the text of a mode that is left.
  mutating func keepText(of mode: Mode) {
    switch mode {
    case .filter(let entry): for text in entry.abandoned { remember(text) }
    case .find(let entry, _): if !entry.field.isEmpty { keep(draft: entry.field.text, of: .find) }
    case .name(let entry, _): keep(draft: entry.field.text, of: entry.purpose.prompt)
    default: return
    }
  }

  /// Keeps the texts of a mode and of those beneath it, when all are left at once.
  mutating func keepAllText(of mode: Mode) {
    if let beneath = mode.beneath { keepAllText(of: beneath) }
    keepText(of: mode)
  }

  /// This state as if everything were left now: what the session keeps of the texts that are being typed. A hangup
  /// comes in the middle of a word.
  var left: ScreenState {
    var state = self
    state.keepAllText(of: mode)
    state.keep(draft: importing.path.text, of: .path)
    // A day that only the file proposed is proposed again.
    state.keep(draft: importing.isDayTyped ? importing.day.text : "", of: .day)
    return state
  }
}

extension Mode {
  /// What Esc goes back to, where this stands over it.
  var beneath: Mode? {
    switch self {
    case .find(_, let beneath), .actions(_, let beneath), .alone(_, _, let beneath), .name(_, let beneath),
      .question(_, let beneath), .page(_, let beneath), .visit(_, _, let beneath), .form(_, let beneath),
      .conflict(_, _, let beneath), .errands(_, _, let beneath), .offers(_, _, let beneath),
      .fields(_, _, let beneath), .contacts(_, _, let beneath), .stops(_, _, let beneath),
      .transfers(_, let beneath), .absences(_, let beneath), .ahead(_, let beneath):
      beneath
    case .sweep, .sweeps, .browse, .filter, .worklists, .sort, .table, .tableField, .columns, .record,
      .importing:
      nil
    }
  }

  /// The filter that is being typed in it or beneath it.
  var typedFilter: FilterEntry? {
    if case .filter(let entry) = self { return entry }
    return beneath?.typedFilter
  }
}
