import CaseloadCore
import Cells

private let onlySorting = Phrase(
  "action.reason.only-sorting", "This works in the menu of columns to sort by.")
private let nothingMarked = Phrase("action.reason.nothing-marked", "Nobody is marked.")

/// What is done with the list.
let listActions: [Action] = [
  Action(
    "mark-all", keys: ["M"], in: .panes, short: "mark all",
    long:
      "Mark everyone in the list, and say how many are marked; when all are marked already, take those marks away.",
    unavailable: { $0.cursorRow == nil ? nobodyHere : nil }
  ) { state in
    var numbers: [ClientNumber] = []
    state.shown.forEach { numbers.append(state.population.number(at: $0)) }
    if numbers.allSatisfy({ state.marks[$0] != nil }) {
      for number in numbers { state.marks[number] = nil }
    } else {
      for number in numbers where state.marks[number] == nil {
        state.marks[number] = .list(filter: state.filterText)
      }
    }
    state.sayMarks()
    return []
  },
  Action(
    "unmark-all", keys: ["-"], in: .panes, short: "clear marks", long: "Take all marks away.",
    unavailable: { $0.marks.isEmpty ? nothingMarked : nil }
  ) { state in
    state.marks = [:]
    state.sayMarks()
    return []
  },
  Action(
    "sort", keys: ["s"], in: .panes, short: "sort",
    long: "Sort by any column; choosing the one in use turns its direction. In the menu a letter jumps.",
    footer: .shown
  ) { state in
    state.hasSortedThen = false
    state.mode = .sort(state.sortFields.firstIndex(of: state.sort.field) ?? 0)
    return []
  },
  Action(
    "sort-then", keys: [.character(" ")], in: .menu, short: "then by",
    long:
      "In the menu of columns: sort behind the others by this one too; again turns it round, and again takes it away.",
    footer: .shown,
    unavailable: { if case .sort = $0.mode { nil } else { onlySorting } }
  ) { state in
    if case .sort(let index) = state.mode, state.sortFields.indices.contains(index) {
      state.hasSortedThen = true
      state.sortThen(by: state.sortFields[index])
    }
    return []
  },
  Action(
    "reverse", keys: ["r"], in: .panes, short: "reverse",
    long: "Turn the direction of the sort. What is unknown stays at the end."
  ) { state in
    let turned = SortKey(state.sort.field, ascending: !state.sort.ascending)
    let rest = state.sorts.dropFirst()
    state.changeView { $0.sort = [turned] + rest }
    return []
  },
]

extension ScreenState {
  /// Says how many are marked now, after a key that marked or unmarked many.
  mutating func sayMarks() {
    message = Said(
      marks.isEmpty ? speech(ListWords.noMarks) : speech(ListWords.marksNow, marks.count), .good)
  }

  /// Sorts the list by one column; the cursor stays on its person.
  mutating func sort(by key: SortKey) { changeView { $0.sort = [key] } }
}
