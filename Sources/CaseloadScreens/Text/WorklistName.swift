import CaseloadCore
import Cells

extension Speech {
  /// What a worklist is called on the screen: in English its id, which is typed too; elsewhere its label, for the
  /// id is English. One that someone saved under a name of her own has that name.
  func name(of worklist: Worklist) -> TerminalText {
    guard worklist.isBuiltIn, context.language != .english else { return "@\(data: worklist.id)" }
    return self(worklist.label)
  }

  /// Its id, which is what a filter says, with its label beside it where that says more.
  func fullName(of worklist: Worklist) -> TerminalText {
    let id: TerminalText = "@\(data: worklist.id)"
    guard worklist.isBuiltIn, context.language != .english else { return id }
    return "\(id) · \(self(worklist.label))"
  }
}
