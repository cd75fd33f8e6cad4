import CaseloadCore
import Cells

/// Which keys do what: those of the action table, or those that the user gave an action in her configuration.
public struct Keymap: Sendable {
  /// The keys of the action table.
  public static let standard = Keymap()

  private let rebound: [String: [Key]]
  /// Places in the action table by key, for dispatch.
  private let byKey: [Key: [Int]]

  /// A keymap in which some actions, by id, have other keys than the table gives them.
  public init(rebound: [String: [Key]] = [:]) {
    self.rebound = rebound
    var table: [Key: [Int]] = [:]
    for (index, action) in ActionTable.all.enumerated() {
      for key in rebound[action.id] ?? action.keys { table[key, default: []].append(index) }
    }
    byKey = table
  }

  /// All keys of an action; the first is the one that is shown.
  public func keys(of action: Action) -> [Key] { rebound[action.id] ?? action.keys }

  /// The keys of an action that work in a place: where text is typed, letters are text; where a form's choice is
  /// made, they choose.
  public func keys(of action: Action, in place: Places) -> [Key] {
    keys(of: action).filter { !Self.isText($0, in: place) }
  }

  /// The action of a key in a place; nil where the key means nothing there.
  public func action(for key: Key, in place: Places) -> Action? {
    guard !Self.isText(key, in: place) else { return nil }
    return actions(of: key).first { !$0.places.isDisjoint(with: place) }
  }

  /// Every action of a key, wherever it works.
  func actions(of key: Key) -> [Action] { (byKey[key] ?? []).map { ActionTable.all[$0] } }

  /// Whether a key is a letter of a text in a place.
  static func isText(_ key: Key, in place: Places) -> Bool {
    if case .character = key { return !place.isDisjoint(with: [.entries, .formChoice]) }
    return false
  }

  /// What stands for an action's key in a sentence: its first key.
  func label(of id: String) -> TerminalText? {
    ActionTable.action(id).map { keys(of: $0).first?.shown ?? ":\(data: id)" }
  }

  /// A phrase of the table with the keys that it names.
  public func sentence(_ phrase: Phrase, _ language: Language) -> String { fill(phrase.text(in: language)) }

  /// A text with `{key:ID}` filled by that action's key.
  func fill(_ text: String) -> String {
    // Hardly a text names a key, and to look for one by characters would cost more than all the rest of a frame.
    guard Self.mayNameKey(text) else { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstRange(of: "{key:"), let close = rest[open.upperBound...].firstIndex(of: "}") {
      let id = String(rest[open.upperBound..<close])
      result += rest[..<open.lowerBound]
      result += label(of: id)?.string ?? id
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func mayNameKey(_ text: String) -> Bool {
    var isOpen = false
    for byte in text.utf8 {
      if isOpen, byte == UInt8(ascii: "k") { return true }
      isOpen = byte == UInt8(ascii: "{")
    }
    return false
  }
}
