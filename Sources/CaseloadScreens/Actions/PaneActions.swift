import CaseloadCore
import Cells

/// Which pane has the focus, and how much of the window it has.
let paneActions: [Action] =
  [
    Action(
      "bars", keys: ["g"], in: .panes, short: "bars",
      long: "Turn the characteristics between client and list, the client only, and the list only.",
      footer: .shown
    ) { state in
      let modes = BarsMode.allCases
      let index = modes.firstIndex(of: state.bars) ?? 0
      state.bars = modes[(index + 1) % modes.count]
      state.barTop = 0
      state.settleBars()
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
      long: "Mark the clients of the list who are in the bar under the cursor.", footer: .shown,
      unavailable: { $0.barUnderCursor == nil ? noBar : nil }
    ) { state in
      state.markBar()
      return []
    },
    Action(
      "zoom", keys: ["z"], in: .panes, short: "zoom",
      long: "Give the pane with the focus the whole window, or take it back.", footer: .shown
    ) { state in
      state.isZoomed.toggle()
      return []
    },
    Action(
      "next-pane", keys: [.tab], in: .panes, short: "pane",
      long: "Go to the next pane. Where two panes fit, the one beside the list changes.", footer: .shown
    ) { state in
      state.focusPane(by: 1)
      return []
    },
    Action(
      "previous-pane", keys: [.backTab], in: .panes, short: "pane before", long: "Go to the pane before."
    ) { state in
      state.focusPane(by: -1)
      return []
    },
  ]
  + Pane.allCases.compactMap { pane in
    Unicode.Scalar("\(pane.rawValue)").map { digit in
      Action(
        "pane-\(pane.rawValue)", keys: [.character(digit)], in: .panes, short: "pane \(pane.rawValue)",
        long: paneSentences[pane.rawValue - 1]
      ) { state in
        state.focus(on: pane)
        return []
      }
    }
  }

private let paneSentences = [
  "Go to the caseload.", "Go to the characteristics.", "Go to the monitoring pane.", "Go to the legend.",
]
private let noBar = Phrase("action.reason.no-bar", "Go to a bar first, with the arrows.")

extension ScreenState {
  /// Gives a pane the focus; beside the list it takes the other's place.
  mutating func focus(on pane: Pane) {
    focus = pane
    if pane != .list { companion = pane }
    if pane == .characteristics { settleBars() }
  }

  mutating func focusPane(by step: Int) {
    let panes = Pane.allCases
    let index = (panes.firstIndex(of: focus) ?? 0) + step
    focus(on: panes[((index % panes.count) + panes.count) % panes.count])
  }

  mutating func markBar() {
    guard let bar = barUnderCursor, let field = barPlace?.field else { return }
    let rows = population.evaluate(bar.filter, context, links).yes.intersection(shown)
    rows.forEach { row in
      let number = population.number(at: row)
      if marks[number] == nil { marks[number] = .bar(field, code: bar.code) }
    }
  }
}
