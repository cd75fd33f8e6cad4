import CaseloadCore
import Cells

private let isOff = Phrase("action.reason.column-off", "This column is off; {key:column-toggle} turns it on.")
private let isAutomatic = Phrase(
  "action.reason.columns-automatic", "The columns already follow the room there is.")

private func offReason(_ state: ScreenState) -> Phrase? { state.columnUnderCursor == nil ? isOff : nil }

/// Which columns the list has, and by what it is sorted.
let columnActions: [Action] = [
  Action(
    "columns", keys: ["C"], in: .panes, short: "columns",
    long: "Choose the columns of the list, their order and their width, for this worklist.", footer: .shown
  ) { state in
    state.openColumns()
    return []
  },
  Action(
    "column-toggle", keys: [.character(" ")], in: .columns, short: "on, off",
    long: "Turn the column on or off.", footer: .shown
  ) { state in
    state.toggleColumn()
    return []
  },
  Action(
    "column-earlier", keys: ["<"], in: .columns, short: "earlier",
    long: "Move the column one place to the left.", footer: .shown, unavailable: offReason
  ) { state in
    state.moveColumn(by: -1)
    return []
  },
  Action(
    "column-later", keys: [">"], in: .columns, short: "later",
    long: "Move the column one place to the right.", footer: .shown, unavailable: offReason
  ) { state in
    state.moveColumn(by: 1)
    return []
  },
  Action(
    "column-wider", keys: ["+", "="], in: .columns, short: "wider", long: "Make the column wider.",
    footer: .shown, unavailable: offReason
  ) { state in
    state.widenColumn(by: 1)
    return []
  },
  Action(
    "column-narrower", keys: ["-"], in: .columns, short: "narrower", long: "Make the column narrower.",
    footer: .shown, unavailable: offReason
  ) { state in
    state.widenColumn(by: -1)
    return []
  },
  Action(
    "columns-automatic", keys: [.backspace], in: .columns, short: "automatic",
    long: "Let the columns follow the room there is again.", footer: .shown,
    unavailable: { $0.chosenColumns == nil ? isAutomatic : nil }
  ) { state in
    state.changeView { $0.columns = nil }
    state.openColumns()
    return []
  },
  Action(
    "columns-done", keys: [.enter], in: .columns, short: "done", long: "Go back to the list.", footer: .shown
  ) { state in
    state.mode = .browse
    return []
  },
]
