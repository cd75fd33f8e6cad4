import CaseloadCore

/// The words of the palette and of the list of keys.
enum PickWords {
  static let command = Phrase("screens.pick.command", "Command")
  static let commandHint = Phrase("screens.pick.command-hint", "type a part of a name; {key:down} chooses")
  static let keysHint = Phrase("screens.pick.keys-hint", "type to narrow, or a key; Enter does it")
  static let worksElsewhere = Phrase("screens.pick.elsewhere", "works {0}")
  static let noAction = Phrase("screens.pick.no-action", "No action has this in its name.")
  static let recent = Phrase("screens.pick.recent", "run before")
  static let of = Phrase("screens.pick.of", "{0} of {1} actions")
}
