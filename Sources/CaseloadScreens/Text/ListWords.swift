import CaseloadCore

/// The words about one's own worklists.
enum ListWords {
  static let saved = Phrase("screens.lists.saved", "Saved as {0}.")
  static let updated = Phrase("screens.lists.updated", "{0} is up to date.")
  static let deleted = Phrase("screens.lists.deleted", "{0} is deleted.")
  static let added = Phrase("screens.lists.added", "{0} added.")
  static let nameHint = Phrase("screens.lists.name-hint", "a name for this worklist")
  static let addHint = Phrase("screens.lists.add-hint", "paste: worklist \"name\": filter")
  static let askDelete = Phrase(
    "screens.lists.ask-delete", "Delete the worklist {0}? {key:yes} deletes it, any other key does not.")
  /// The letter that says yes to a question, beside the key that does.
  static let yesLetter = Phrase("screens.question.yes-letter", "y")
  static let marksNow = Plural(
    "lists.marks-now", one: "{0} client is marked.", many: "{0} clients are marked.")
  static let noMarks = Phrase("screens.lists.no-marks", "Nobody is marked any more.")
  static let narrowedAlready = Phrase(
    "screens.lists.narrowed-already", "The list is narrowed to this already: {0}")
  static let share = Phrase("screens.lists.share", "{0} as text")
  static let shareHow = Phrase(
    "screens.lists.share-how",
    "A colleague takes it in with {key:add-worklist} in the menu of worklists, or with: caseload worklists --add FILE"
  )
  static let shell = Phrase("screens.lists.shell", "From the shell: {0}")
  static let unreadable = Phrase(
    "screens.lists.unreadable", "{0} cannot be read: {1}. In the menu {key:edit-worklist} opens its text.")
  static let unreadableShort = Phrase("screens.lists.unreadable-short", "cannot be read: {0}")
  static let own = Phrase("screens.lists.own", "Your own worklist: {0}.")
}
