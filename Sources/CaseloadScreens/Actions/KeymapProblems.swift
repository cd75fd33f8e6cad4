import CaseloadCore
import Cells

extension Keymap {
  /// What is wrong with keys that a user gave.
  public struct Problem: Hashable, Sendable {
    /// The id of the action whose keys are wrong.
    public let action: String
    /// What is wrong, and what is to be filled in.
    public let phrase: Phrase
    /// What is filled in.
    public let parts: [TerminalText]
  }

  private static let isKept = Phrase("config.key-kept", "{0} is kept for {1}")
  private static let isKeptByProgram = Phrase("config.key-reserved", "{0} is kept by the program")
  private static let mustStay = Phrase("config.key-must-stay", "{0} must stay among its keys")
  private static let isText = Phrase("config.key-text", "{0} is text there; use a key such as <C-x> or <F5>")
  private static let isTaken = Phrase("config.key-taken", "{0} is {1} already, in the same place")

  /// Keys that only one action may have, for the way out and what the terminal itself does must stay, and undo is
  /// where one looks for it.
  private static let reserved: [(key: Key, owner: String)] = [
    (.escape, "back"), (.control("z"), "suspend"), (.control("c"), ""), (.character("u"), "undo"),
    (.character("U"), "redo"),
  ]

  /// What is wrong with the keys that some actions were given: a reserved key, a letter where letters are text, the
  /// same key for two actions that work in the same place.
  public static func problems(_ rebound: [String: [Key]]) -> [Problem] {
    let keymap = Keymap(rebound: rebound)
    var problems: [Problem] = []
    for action in ActionTable.all {
      guard let keys = rebound[action.id] else { continue }
      func add(_ phrase: Phrase, _ parts: TerminalText...) {
        problems.append(Problem(action: action.id, phrase: phrase, parts: parts))
      }
      for (key, owner) in reserved where (action.id == owner) != keys.contains(key) {
        if action.id == owner {
          add(mustStay, key.shown)
        } else if owner.isEmpty {
          add(isKeptByProgram, key.shown)
        } else {
          add(isKept, key.shown, TerminalText(data: owner))
        }
      }
      for key in keys where !reserved.contains(where: { $0.key == key }) {
        if action.places.isSubset(of: .entries), isText(key, in: action.places) { add(isText, key.shown) }
        // Of two that were both rebound the later one in the table is told.
        for other in keymap.actions(of: key) where other.id != action.id && clash(action, other, key) {
          guard rebound[other.id] == nil || isBefore(other, action) else { continue }
          add(isTaken, key.shown, TerminalText(data: other.id))
        }
      }
    }
    return problems
  }

  private static func isBefore(_ first: Action, _ second: Action) -> Bool {
    ActionTable.all.first { $0.id == first.id || $0.id == second.id }?.id == first.id
  }

  /// Whether two actions work with this key in one place.
  private static func clash(_ first: Action, _ second: Action, _ key: Key) -> Bool {
    var shared = first.places.intersection(second.places)
    if case .character = key { shared.subtract(.entries) }
    return !shared.isEmpty
  }
}
