import CaseloadCore
import Cells

/// docs/keys.md and the help screen, made from the action table.
public enum KeysDocument {
  /// Actions that work in the same places, under the places' names.
  static let sections: [(title: Phrase, actions: [Action])] = {
    let groups: [(Places, Phrase)] = [
      (.scrolling, Phrase("screens.keys.moving", "Moving")),
      (.panes, Phrase("screens.keys.panes", "In the four panes")),
      (.characteristics, Phrase("screens.keys.characteristics", "On a bar of the characteristics")),
      (.table, Phrase("screens.keys.table", "In the table of a field")),
      (.columns, Phrase("screens.keys.columns", "In the columns of the list")),
      (.record, Phrase("screens.keys.record", "In a record")),
      (.worklistMenu, Phrase("screens.keys.worklists", "In the menu of worklists")),
      (.entries, Phrase("screens.keys.entries", "While typing")),
      (.everywhere, Phrase("screens.keys.everywhere", "Everywhere")),
    ]
    // Each action once, under the last group that holds all its places: the wider ones come last.
    var sections = groups.map { (title: $0.1, actions: [Action]()) }
    for action in ActionTable.all {
      let home =
        movingActions.contains { $0.id == action.id }
        ? 0
        : action.places == .characteristics
          ? 2
          : action.places == .table
            ? 3
            : action.places == .columns
              ? 4
              : action.places == .record
                ? 5
                : action.places == .worklistMenu
                  ? 6
                  : action.places.isSubset(of: [.entries, .menus, .question])
                    ? 7 : action.places.isSubset(of: [.panes, .record, .menus, .table]) ? 1 : 8
      sections[home].actions.append(action)
    }
    return sections.filter { !$0.actions.isEmpty }
  }()

  /// The actions under their headings, each with its keys as they are shown: for the manual.
  public static func groups(
    in language: Language
  ) -> [(title: String, entries: [(keys: [String], words: String)])] {
    sections.map { section in
      let entries = section.actions.map { action in
        (keys: action.keys.map(\.shown.string), words: Keymap.standard.sentence(action.long, language))
      }
      return (section.title.text(in: language), entries)
    }
  }

  /// The document, in English.
  public static func markdown() -> String {
    var text = """
      # Keys

      Made from the action table in `Sources/CaseloadScreens/Actions` by
      `RECORD_SNAPSHOTS=1 swift test --filter KeysDocumentTests`; a test fails when it is stale.
      Arrows and `h` `j` `k` `l` both move. `Esc` always steps back one level and loses no text.

      """
    for section in sections {
      text += "\n## \(section.title.english)\n\n| key | what it does | where | id |\n|---|---|---|---|\n"
      for action in section.actions {
        let keys = action.keys.map { "`\($0.shown.string)`" }.joined(separator: " ")
        let long = Keymap.standard.fill(action.long.english)
        text += "| \(keys) | \(long) | \(places(of: action)) | \(action.id) |\n"
      }
    }
    return text
  }

  private static func places(of action: Action) -> String {
    if action.places == .scrolling { return "everywhere but where text is typed" }
    return action.places.names.map(\.english).joined(separator: ", ")
  }
}
