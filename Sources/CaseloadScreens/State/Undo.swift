import CaseloadCore
import Cells

extension ScreenState {
  /// Asks the store for a step: of the client whose record is open, else of whom the last was.
  mutating func ask(for way: Undoing) -> [Effect] {
    if let effects = stepNotes(way) { return effects }
    if way == .undo, let effects = takeBackPass() { return effects }
    saved = .saving
    return [.undo(way, of: undoneClient)]
  }

  /// The one client whose last step is meant: in her record, and in the lists of what is hers. Nil: the last of all.
  private var undoneClient: ClientNumber? {
    switch mode {
    case .errands(let client, _, _), .contacts(let client, _, _), .offers(let client, _, _):
      client == .nobody ? nil : client
    default: recordTop == nil ? nil : cursor
    }
  }

  /// The store has answered.
  mutating func hear(_ news: UndoNews) -> [Effect] {
    let language = context.language
    switch news {
    case .done(let step):
      (saved, lastNotes, justChanged) = (.saved, nil, step.client)
      let done = TerminalText(data: UndoText.done(step, of: shownName(of: step.client), context))
      let said = speech(step.way == .undo ? UndoWords.thenRedo : UndoWords.thenUndo, done)
      message = Said(said + erased(step.erased, behind: "."), .good)
      return follow(step)
    case .nothing(let way, let client, let count):
      saved = .saved
      let nothing = UndoText.nothing(way, of: client.map { name(of: $0) }, in: language)
      message = Said(TerminalText(data: nothing) + erased(count), .attention)
    case .conflict(let conflict):
      saved = .saved
      // Whoever has begun to type something else meanwhile is not taken away from it.
      if place.isDisjoint(with: .undoing) {
        message = Said(cannot(conflict), .attention)
      } else {
        mode = .conflict(conflict, 0, over: mode)
      }
    case .failed(let text):
      saved = .failed
      message = Said(TerminalText(data: text), .error)
    }
    return []
  }

  /// "Cannot be undone: conversation of 21 Nov with Bakker, Fatima".
  func cannot(_ conflict: ChangeConflict) -> TerminalText {
    switch conflict.asked {
    case .step(let step):
      TerminalText(data: UndoText.cannot(step, of: shownName(of: step.client), context))
    case .keeping(let name, let client):
      TerminalText(data: UndoText.notKept(name, of: shownName(of: client), context))
    }
  }

  /// The name of whom a step is about; none where another client looks along.
  private func shownName(of client: ClientNumber?) -> String? {
    client.flatMap { isHidden($0) ? nil : name(of: $0) }
  }

  private func erased(_ count: Int, behind stop: TerminalText = "") -> TerminalText {
    UndoText.erased(count, in: context.language).map { "\(stop) \(data: $0)" } ?? ""
  }
}
