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
}
