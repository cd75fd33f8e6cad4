import CaseloadCore
import Cells

extension Places {
  /// Where a step is taken back: wherever something is kept without a form, and where one comes to behind a form.
  static let undoing: Places = [
    .panes, .record, .alone, .sweep, .transfers, .absences, .errands, .contacts, .offers,
  ]
}

/// Taking back and doing again: the last of one's own, over all clients in the panes; of one client in her record and in
/// the lists of what is hers.
let undoActions: [Action] = [
  Action(
    "undo", keys: ["u"], in: .undoing, short: "undo",
    long:
      "Undo what you registered last; in a record, the last with this client. What you registered in an earlier session too."
  ) { $0.ask(for: .undo) },
  Action(
    "redo", keys: ["U"], in: .undoing, short: "redo",
    long: "Do again what you undid last; in a record, the last with this client."
  ) { $0.ask(for: .redo) },
]
