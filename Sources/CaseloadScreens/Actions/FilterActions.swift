import CaseloadCore
import Cells

private let noWorklists = Phrase("action.reason.no-worklists", "There are no worklists.")
private let nobodyUnknown = Phrase(
  "action.reason.nobody-unknown", "Of nobody it is unknown whether this filter fits.")

private let letterJumps = Phrase(
  "action.reason.letter-jumps", "A letter jumps to the fields that begin with it.")

/// Who is in the list.
let filterActions: [Action] = [
  Action(
    "filter", keys: ["/"], in: [.panes, .menus], short: "filter",
    long: "Type a filter; every pane follows each letter. Arrow up brings earlier and abandoned texts back.",
    footer: .shown,
    // Over the fields of one client a filter would take her away.
    unavailable: { if case .fields = $0.mode { letterJumps } else { nil } }
  ) { state in
    let text = state.filterText
    // What is typed next is another condition, not the end of the last one.
    let opening = text.isEmpty ? "" : text + " "
    var entry = FilterEntry(field: TextField(opening), before: text, historyPlace: nil, draft: opening)
    entry.hasBlank = !text.isEmpty
    state.mode = .filter(entry)
    return []
  },
  Action(
    "unknowns", keys: ["n"], in: [.panes, .table], short: "unknowns",
    long: "Show, or hide again, those of whom it is unknown whether they fit; they stand apart with a ?.",
    footer: .shown,
    unavailable: { $0.showsUnknown || !$0.outcome.unknown.isEmpty ? nil : nobodyUnknown }
  ) { state in
    state.chosen = state.cursor ?? state.chosen
    state.showsUnknown.toggle()
    state.showOutcome()
    return []
  },
  Action(
    "worklists", keys: ["w"], in: .panes, short: "worklists",
    long: "Choose a worklist from all of them, with their counts and definitions.", footer: .shown,
    unavailable: { $0.links.worklists.isEmpty ? noWorklists : nil }
  ) { state in
    let now = state.worklistInForce?.id
    state.mode = .worklists(state.links.worklists.firstIndex { $0.id == now } ?? 0)
    return []
  },
  Action(
    "next-worklist", keys: ["]"], in: [.panes, .table], short: "next worklist",
    long: "Show the next worklist.",
    unavailable: { $0.links.worklists.isEmpty ? noWorklists : nil }
  ) { state in
    state.stepWorklist(by: 1)
    return []
  },
  Action(
    "previous-worklist", keys: ["["], in: [.panes, .table], short: "previous worklist",
    long: "Show the worklist before.", unavailable: { $0.links.worklists.isEmpty ? noWorklists : nil }
  ) { state in
    state.stepWorklist(by: -1)
    return []
  },
]

extension ScreenState {
  /// Makes a worklist the filter. Everybody is the empty filter.
  mutating func show(worklist index: Int) {
    guard links.worklists.indices.contains(index) else { return }
    let worklist = links.worklists[index]
    if let problem = worklist.problem {
      message = Said(
        speech(ListWords.unreadable, "@\(data: worklist.id)", TerminalText(data: problem.message)), .error)
      return
    }
    defer { baseWorklist = worklist.isBuiltIn ? nil : worklist.id }
    show(filter: worklist.rule == .filter(.all) ? "" : "@" + worklist.id)
  }

  /// Makes the worklist before or after the one in force the filter, round and round.
  mutating func stepWorklist(by step: Int) {
    let count = links.worklists.count
    guard count > 0 else { return }
    var index = links.worklists.firstIndex { $0.id == worklistInForce?.id } ?? 0
    // One that cannot be read is passed over.
    repeat { index = ((index + step) % count + count) % count } while links.worklists[index].problem != nil
    show(worklist: index)
  }
}
