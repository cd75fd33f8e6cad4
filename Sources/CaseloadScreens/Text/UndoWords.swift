import CaseloadCore

/// The words for undoing that name keys; the others are the shell's too (`UndoText`).
enum UndoWords {
  static let thenRedo = Phrase("take-back.then-redo", "{0}. {key:redo} does it again")
  static let thenUndo = Phrase("take-back.then-undo", "{0}. {key:undo} undoes it")
  static let title = Phrase("take-back.title", "Not changed")
}
