import CaseloadCore
import Cells

/// Why nothing can be done with a client.
let nobodyHere = Phrase("action.reason.nobody", "There is no client in the list.")
private let bothInSight = Phrase(
  "action.reason.both-in-sight", "Fields and timeline are in sight together here.")
private let visiting = Phrase(
  "action.reason.visiting", "This record was opened from a search; {key:back} returns to your list.")
private let noBar = Phrase("action.reason.no-bar", "Go to a bar first, with the arrows.")

/// What is done with the client or the bar under the cursor: first in the footer, for it is what comes next.
let clientActions: [Action] = [
  Action(
    "record", keys: [.enter], in: [.list, .monitoring, .legend], short: "record",
    long: "Open the whole record of the client under the cursor: every field by group, then the timeline.",
    footer: .shown, unavailable: { $0.cursorRow == nil ? nobodyHere : nil }
  ) { state in
    state.chosen = state.cursor
    state.mode = .record(0)
    if let number = state.cursor { state.noteOpened(number) }
    return []
  },
  Action(
    "mark", keys: [.character(" ")], in: [.list, .monitoring, .legend, .record], short: "mark",
    long: "Mark the client under the cursor, or take the mark away.", footer: .shown,
    unavailable: { $0.cursorRow == nil ? nobodyHere : nil }
  ) { state in
    guard let number = state.cursor else { return [] }
    if state.marks[number] == nil {
      state.marks[number] = .hand(filter: state.filterText)
    } else {
      state.marks[number] = nil
    }
    return []
  },
  Action(
    "record-part", keys: [.tab], in: [.record, .alone], short: "fields, timeline",
    long: "Go between the fields and the timeline, where they stand under each other.", footer: .shown,
    unavailable: { RecordScreen.timelineTop($0) == nil ? bothInSight : nil }
  ) { state in
    guard let top = state.recordTop, let timeline = RecordScreen.timelineTop(state) else { return [] }
    state.recordTop = top < timeline ? timeline : 0
    return []
  },
  Action(
    "narrow", keys: [.enter], in: .characteristics, short: "narrow",
    long: "Narrow the list to the bar under the cursor: its condition is put behind the filter.",
    footer: .shown, unavailable: { $0.barUnderCursor == nil ? noBar : nil }
  ) { state in
    if let bar = state.barUnderCursor { state.narrow(by: bar.filter) }
    return []
  },
  Action(
    "mark-bar", keys: [.character(" ")], in: .characteristics, short: "mark bar",
    long: "Mark the clients of the list who are in the bar under the cursor, or take those marks away.",
    footer: .shown,
    unavailable: { $0.barUnderCursor == nil ? noBar : nil }
  ) { state in
    state.markBar()
    return []
  },
  Action(
    "next-client", keys: ["."], in: [.characteristics, .monitoring, .legend, .record], short: "next client",
    long: "Go to the next client of the list, whatever pane has the focus.", footer: .shown,
    unavailable: { $0.pinned != nil ? visiting : $0.cursorRow == nil ? nobodyHere : nil }
  ) { state in
    state.moveCursor(by: 1)
    return []
  },
  Action(
    "previous-client", keys: [","], in: [.characteristics, .monitoring, .legend, .record],
    short: "previous client", long: "Go to the client before.",
    unavailable: { $0.pinned != nil ? visiting : $0.cursorRow == nil ? nobodyHere : nil }
  ) { state in
    state.moveCursor(by: -1)
    return []
  },
]

extension ScreenState {
  mutating func markBar() {
    guard let bar = barUnderCursor, let field = barPlace?.field else { return }
    mark(bar.filter, .bar(field, code: bar.code))
  }
}
