import CaseloadCore
import Cells

/// Taking back and doing again: the last of one's own, over all clients in the panes and of one client in her record.
let undoActions: [Action] = [
  Action(
    "undo", keys: ["u"], in: [.panes, .record, .alone, .sweep, .transfers, .absences], short: "undo",
    long:
      "Undo what you registered last; in a record, the last with this client. What you registered in an earlier session too."
  ) { $0.ask(for: .undo) },
  Action(
    "redo", keys: ["U"], in: [.panes, .record, .alone, .sweep, .transfers, .absences], short: "redo",
    long: "Do again what you undid last; in a record, the last with this client."
  ) { $0.ask(for: .redo) },
]
