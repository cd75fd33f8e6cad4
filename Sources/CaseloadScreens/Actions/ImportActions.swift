import CaseloadCore
import Cells

/// Bringing in a register's export.
let importActions: [Action] = [
  Action(
    "import", keys: ["i"], in: .panes, short: "import",
    long: "Bring in a register's export: look at what it would do first, then take it or leave it."
  ) { state in
    state.mode = .importing
    return []
  },
  Action(
    "import-next", keys: [.enter], in: [.importEntry, .importPreview], short: "go on",
    long: "Go on: to the day, to what would happen, and there to storing it.", footer: .shown
  ) { state in
    state.stepImport()
  },
]
