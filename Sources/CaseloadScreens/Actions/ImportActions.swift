import CaseloadCore
import Cells

private let noFile = Phrase("action.reason.no-file", "No file or folder there begins so.")
private let severalFiles = Phrase("import.several-files", "Several begin so: type a letter more.")

/// Bringing in a register's export.
let importActions: [Action] = [
  Action(
    "import", keys: ["i"], in: .panes, short: "import",
    long: "Bring in a register's export: look at what it would do first, then take it or leave it."
  ) { state in
    state.mode = .importing
    // What stands in the folder may have changed since.
    state.importing.askedFolder = nil
    return []
  },
  Action(
    "complete-path", keys: [.tab], in: .importEntry, short: "complete",
    long: "Complete the file's path as far as the names beneath it agree.", footer: .shown,
    unavailable: { $0.importing.candidates.isEmpty ? noFile : nil }
  ) { state in
    if !state.importing.completePath() { state.message = Said(state.speech(severalFiles), .attention) }
    return []
  },
  Action(
    "import-next", keys: [.enter], in: [.importEntry, .importPreview], short: "go on",
    long: "Go on: to the day, to what would happen, and there to storing it.", footer: .shown
  ) { state in
    state.stepImport()
  },
]
