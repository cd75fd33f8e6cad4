import CaseloadCore

/// The words of errands.
enum ErrandWords {
  static let title = Phrase("errand-form.title", "Errand")
  static let newTitle = Phrase("errand-form.new", "New errand")
  static let list = Phrase("errand-form.list", "Errands")
  static let none = Phrase("errand-form.none", "There is no errand here yet. {key:new-errand} makes one.")
  static let nobody = ChangeName.nobody
  static let freeDueShort = Phrase("errand-form.free-due-short", "{key:free-errands}: {0} due")
  static let freeDue = Plural(
    "errand-form.free-due", one: "{0} free errand due: {key:free-errands}",
    many: "{0} free errands due: {key:free-errands}")
  static let open = Phrase("errand-form.open", "Open already")
  static let returns = Phrase("errand-form.returns", "returns {0}")
  static let needsText = Phrase("errand-form.needs-text", "What is to be done?")
  static let gone = Phrase("errand-form.gone", "Somebody took this errand away meanwhile.")
  static let snoozedPast = Phrase("errand-form.snoozed-past", "It returns on a day to come.")
  static let needsWhy = Phrase("errand-form.needs-why", "Why is it put off?")

  /// An entry of the form.
  static func entry(_ id: EntryID, _ input: FormEntry.Input, _ day: Day.Nearest? = nil) -> FormEntry {
    let (name, about): (Phrase, Phrase) =
      switch id {
      case .what:
        (
          Phrase("errand-form.entry.what", "What"),
          Phrase("errand-form.about.what", "What is to be done, as you would tell a colleague.")
        )
      case .due:
        (
          Phrase("errand-form.entry.due", "By"),
          Phrase(
            "errand-form.about.due", "The day by which it is to be done: fri, +2w, 28/11. Empty: no day.")
        )
      case .waiting:
        (
          Phrase("errand-form.entry.waiting", "Waits on"),
          Phrase("errand-form.about.waiting", "Who has to do it: us, or the client.")
        )
      case .why:
        (
          FormWords.why,
          Phrase("errand-form.about.why", "Why it is put off.")
        )
      default:
        (
          Phrase("errand-form.entry.snoozed", "Put off until"),
          Phrase(
            "errand-form.about.snoozed",
            "The day on which it is back on your list. Empty: it is not put off."
          )
        )
      }
    return FormEntry(id: id, name: name, about: about, input: input, day: day)
  }
}
