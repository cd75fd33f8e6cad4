import CaseloadCore
import Cells

private let nowhereToGo = Phrase("action.reason.nowhere", "This is the first level; {key:quit} quits.")

/// Help and the ways out.
let programActions: [Action] = [
  Action(
    "redraw", keys: [.control("l")], in: .everywhere, short: "redraw", long: "Draw the whole screen again."
  ) { _ in [.redraw] },
  Action(
    "suspend", keys: [.control("z")], in: .everywhere, short: "suspend",
    long: "Go back to the shell for a while; fg returns here."
  ) { state in [.saveSession(state.session), .suspend] },
  Action(
    "back", keys: [.escape], in: .everywhere, short: "back",
    long:
      "One level back. What was typed is kept: the prompt shows it again, and a filter or a search comes back with arrow up.",
    footer: .pinned,
    unavailable: { $0.canGoBack ? nil : nowhereToGo }
  ) { state in
    if case .sweep = state.mode { return state.leaveSweep() }
    state.goBack()
    return []
  },
  Action(
    "palette", keys: [":"], in: .scrolling, short: "command",
    long: "Type a part of any action's name and do it; what was done last comes first.", footer: .pinned
  ) { state in
    state.pickAction(.palette)
    return []
  },
  Action(
    "help", keys: ["?", .function(1)], in: [.scrolling, .filter, .palette, .find, .naming, .forms],
    short: "keys",
    long:
      "All keys: first those that work here, then the rest. Type to narrow the list; Enter does the action.",
    footer: .pinned
  ) { state in
    state.pickAction(.keys)
    return []
  },
  Action(
    "language", keys: ["L"], in: .scrolling, short: "Nederlands",
    long: "Spreek Nederlands. The program speaks Dutch from here; the next start does too."
  ) { state in
    state.speakNextLanguage()
    return [.keepLanguage(state.context.language)]
  },
  Action(
    "quit", keys: ["q"], in: .scrolling.subtracting(.sweep), short: "quit",
    long: "Leave; the next start begins where you are now. In a record or a menu: go back.",
    footer: .pinned
  ) { state in
    guard state.mode == .browse else {
      state.goBack()
      return []
    }
    return [.saveSession(state.session), .quit]
  },
]

extension ScreenState {
  /// Goes on in the next language. What is shown is drawn anew; filters are the same text in each.
  mutating func speakNextLanguage() {
    let all = Language.allCases
    let place = all.firstIndex(of: context.language) ?? 0
    context.language = all[(place + 1) % all.count]
    measureList()
    message = Said(speech(Words.languageNow), .good)
  }

  /// Whether there is a level to step back from.
  var canGoBack: Bool { mode != .browse || isZoomed || focus != .list || !filterText.isEmpty }

  /// Esc: one level back, and no text is lost.
  mutating func goBack() {
    switch mode {
    case .filter(let entry):
      let typing = mode
      mode = .browse
      show(filter: entry.before)
      keepText(of: typing)
    case .find(_, let beneath), .actions(_, let beneath), .alone(_, _, let beneath), .name(_, let beneath),
      .question(_, let beneath), .page(_, let beneath), .conflict(_, _, let beneath),
      .errands(_, _, let beneath), .offers(_, _, let beneath), .fields(_, _, let beneath),
      .contacts(_, _, let beneath), .stops(_, _, let beneath), .transfers(_, let beneath),
      .absences(_, let beneath), .ahead(_, let beneath):
      keepText(of: mode)
      mode = beneath
    case .visit(_, _, let beneath):
      spotBefore = spot
      mode = beneath
    case .tableField(let menu): mode = .table(menu.table)
    case .table(var view) where view.columns != nil:
      view.columns = nil
      mode = .table(view)
    case .sweep:
      mode = .browse
      walking.arrivals = []
    case .worklists, .sort, .record, .table, .columns, .sweeps: mode = .browse
    case .importing: stepBackFromImport()
    case .form: leaveForm()
    case .browse:
      if isZoomed {
        isZoomed = false
      } else if focus != .list {
        focus(on: .list)
      } else if !filterText.isEmpty {
        chosen = cursor ?? chosen
        show(filter: "")
      }
    }
  }
}
