import CaseloadCore
import Cells

/// The commands of the linear mode: every action that works here, by its word.
struct PlainHelp {
  private let state: ScreenState

  init(_ state: ScreenState) { self.state = state }

  /// All of them, or those in whose words a text stands.
  func lines(_ word: String) -> [TerminalText] {
    let speech = state.speech
    let all = ActionTable.all.filter { action in
      !action.places.isDisjoint(with: state.place) && !PlainHelp.visual.contains(action.id)
    }
    let wanted = Folding.fold(word)
    let shown = all.filter { action in
      wanted.isEmpty
        || [action.id, speech(action.short).string, speech(action.long).string].contains {
          Folding.fold($0).contains(wanted)
        }
    }
    let actions = shown.map { action -> TerminalText in
      guard let key = key(of: action) else { return "\(data: action.id): \(speech(action.long))" }
      return "\(data: action.id), \(key): \(speech(action.long))"
    }
    if !wanted.isEmpty {
      return actions.isEmpty ? [speech(PlainWords.noSuch, TerminalText(data: word))] : actions
    }
    let ways =
      state.choices != nil
      ? [PlainWords.choose] : state.hasPlainWay ? [PlainWords.helpMove, PlainWords.helpFilter] : []
    return (ways + [PlainWords.helpKeys]).map { speech($0) } + actions
  }

  /// The key of an action that does it when it is typed as a line: a letter that means nothing else here.
  private func key(of action: Action) -> TerminalText? {
    for key in state.keymap.keys(of: action, in: state.place) {
      guard case .character(let letter) = key, !isTaken(letter) else { continue }
      return key.shown
    }
    return nil
  }

  /// Letters that go to the next one and the one before, and digits, which go to a place of the list.
  private func isTaken(_ letter: Unicode.Scalar) -> Bool {
    if letter == "n" || letter == "p" { return state.isPlainWay(letter) }
    return state.hasPlainWay && ("0"..."9").contains(letter)
  }

  /// Actions that only move on a screen, which have nothing to do here.
  static let visual: Set<String> = [
    "redraw", "suspend", "zoom", "page-down", "page-up", "help", "down", "up", "left", "right",
  ]
}
