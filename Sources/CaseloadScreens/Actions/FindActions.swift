import CaseloadCore
import Cells

private let nobodyFound = Phrase("action.reason.nobody-found", "Nobody is found yet.")
private let noWayBack = Phrase(
  "action.reason.no-way-back", "You have not gone to a client from anywhere yet; {key:find} finds one.")

/// The telephone rings: any client from anywhere, and the way back.
let findActions: [Action] = [
  Action(
    "find", keys: ["f", .control("t")], in: [.scrolling, .filter, .palette, .help, .naming, .forms],
    short: "find",
    long:
      "Find any client by half a name, birth date or year, postcode, number or telephone number, from wherever you are. Arrow up, before anything is typed, brings back what you looked for last.",
    footer: .shown
  ) { state in
    state.openFind()
    return []
  },
  Action(
    "open-found", keys: [.enter], in: .find, short: "open",
    long: "Open the record of the client who was found; {key:back} returns to exactly where you were.",
    footer: .shown, unavailable: { $0.subject == nil ? nobodyFound : nil }
  ) { state in
    state.openFound()
    return []
  },
  Action(
    "list-found", keys: [.tab], in: .find, short: "in the list",
    long:
      "Go to the client who was found in the list; where the filter leaves the client out, everyone is shown.",
    footer: .shown, unavailable: { $0.subject == nil ? nobodyFound : nil }
  ) { state in
    state.listFound()
    return []
  },
  Action(
    "jump-back", keys: ["b", .backspace], in: [.panes, .record], short: "before",
    long: "Go back to the client or the place before the last client you went to; once more comes back.",
    unavailable: { $0.spotBefore == nil ? noWayBack : nil }
  ) { state in
    state.jumpBack()
    return []
  },
  Action(
    "alone", keys: ["o"], in: [.panes, .record, .alone], short: "alone",
    long:
      "Show only the client under the cursor and blank everything else, for when that client sits at the desk.",
    footer: .shown, unavailable: { $0.cursor == nil && $0.pinned == nil ? nobodyHere : nil }
  ) { state in
    if case .alone(_, _, let beneath) = state.mode {
      state.mode = beneath
    } else if let number = state.cursor {
      state.mode = .alone(number, 0, over: state.mode)
    }
    return []
  },
]
