import Cells

/// All actions. Only what works is here: a key in the footer that does nothing is a lie.
public enum ActionTable {
  /// In the order in which footer and help show them.
  public static let all: [Action] =
    clientActions + filterActions + listActions + paneActions + movingActions + entryActions + programActions

  /// Actions by key, for dispatch.
  private static let byKey: [Key: [Action]] = {
    var table: [Key: [Action]] = [:]
    for action in all {
      for key in action.keys { table[key, default: []].append(action) }
    }
    return table
  }()

  /// The action of a key in a place; nil where the key means nothing there.
  public static func action(for key: Key, in place: Places) -> Action? {
    byKey[key]?.first { !$0.places.isDisjoint(with: place) }
  }
}
