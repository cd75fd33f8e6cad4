import CaseloadCore

/// What `caseload check` says.
enum CheckWords {
  static let clients = Phrase("check.counts", "clients {0} · journal entries {1}, {2} of them erased")
  static let head = Phrase("check.head", "journal head {0}")
  static let whole = Phrase("check.whole", "the store is whole")
  static let foreignKey = Phrase("check.foreign-key", "a row of {0} refers to one that is not there")
  static let checksum = Phrase("check.checksum", "row {0} of {1} is not what was written")
  static let chain = Phrase("check.chain", "journal entry {0} does not follow from the one before it")
  static let payload = Phrase("check.payload", "the payload of journal entry {0} is not what was written")
  static let summary = Phrase(
    "check.summary", "the summary of client {0} is not what the contacts come to")
  static let experience = Phrase(
    "check.experience", "the experience of client {0} is not what the record says")
}
