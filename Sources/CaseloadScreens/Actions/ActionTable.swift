import Cells

/// All actions. Only what works is here: a key in the footer that does nothing is a lie.
public enum ActionTable {
  /// In the order in which footer and help show them.
  public static let all: [Action] =
    clientActions + registerActions + teamActions + formActions + errandActions + sweepActions + undoActions
    + filterActions
    + findActions
    + worklistActions + copyActions + listActions + tableActions + columnActions + paneActions + movingActions
    + entryActions + importActions + programActions

  private static let places: [String: Int] = {
    var places: [String: Int] = [:]
    for (index, action) in all.enumerated() { places[action.id] = index }
    return places
  }()

  /// The action of an id.
  public static func action(_ id: String) -> Action? { places[id].map { all[$0] } }
}
