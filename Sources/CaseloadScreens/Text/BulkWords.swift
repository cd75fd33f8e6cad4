import CaseloadCore

/// The words of what is done for several clients.
enum BulkWords {
  static let title = Plural("bulk-form.title", one: "{0} marked client", many: "{0} marked clients")
  static let nobody = Phrase("bulk-form.nobody", "Of those who are marked nobody would change.")
  static let needsWhy = Phrase("bulk-form.needs-why", "Why? It is kept in the history of each of them.")
  static let oneNumber = Phrase("bulk-form.one-number", "One number of weeks is meant.")
  static let preview = Phrase("bulk-form.preview", "{0} of {1} change.")
  static let previewFile = Phrase(
    "bulk-form.preview-file", "{0} clients with {1} columns go into {2}. A file is not undone.")
  static let needsTag = Phrase(
    "bulk-form.needs-tag", "Which tag? A word; with a minus before it, it is taken away.")
  static let needsPath = Phrase(
    "bulk-form.needs-path", "Into which file? A name that ends in .csv, .tsv or .json.")
  static let needsColumn = Phrase(
    "bulk-form.needs-column", "Which columns? Their ids stand in caseload fields.")
  static let noColumn = Phrase(
    "bulk-form.no-column", "There is no column {0}; caseload fields lists the ids.")
  static let left = Plural("bulk-form.left", one: "{0} does not", many: "{0} do not")

  /// An entry of the form.
  static func entry(_ id: EntryID, _ input: FormEntry.Input) -> FormEntry {
    let (name, about): (Phrase, Phrase) =
      switch id {
      case .deed:
        (
          Phrase("bulk-form.entry.deed", "For each"),
          Phrase(
            "bulk-form.about.deed",
            "What is done for each of the marked clients. A contact is never registered for several at once.")
        )
      case .track:
        (
          Phrase("bulk-form.entry.track", "Track"),
          Phrase("bulk-form.about.track", "The service track that all of them get.")
        )
      case .weeks:
        (
          Phrase("bulk-form.entry.weeks", "Weeks"),
          Phrase("bulk-form.about.weeks", "The weeks between two conversations, for all of them.")
        )
      case .tags:
        (
          Phrase("bulk-form.entry.tags", "Tags"),
          Phrase(
            "bulk-form.about.tags",
            "Words of your own for each of them, on your desk; -word takes one away. tag:word finds them again."
          )
        )
      case .path:
        (
          Phrase("bulk-form.entry.path", "File"),
          Phrase(
            "bulk-form.about.path",
            "A file that is not there yet, which only you can read: ~/clients.csv. It holds personal data: delete it when it has served."
          )
        )
      case .columns:
        (
          Phrase("bulk-form.entry.columns", "Columns"),
          Phrase(
            "bulk-form.about.columns",
            "What of each client goes into the file, by the ids of the fields; those of the list stand here.")
        )
      default:
        (FormWords.why, Phrase("bulk-form.about.why", "Why, for the history of each of them."))
      }
    return FormEntry(id: id, name: name, about: about, input: input)
  }
}
