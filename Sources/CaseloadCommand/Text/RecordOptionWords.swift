import CaseloadCore

/// The words of `caseload set`, `waive`, `errand` and `today`.
enum RecordOptionWords {
  static let field = Phrase("record-option.field", "The field, by its id: caseload fields lists them.")
  static let from = Phrase(
    "record-option.from", "A file with the value as one would type it; - reads standard input.")
  static let state = Phrase(
    "record-option.state", "recorded, not-known, declined or empty; caseload waive is for what does not help."
  )
  static let open = Phrase("record-option.open", "The list is not known to be whole.")
  static let until = Phrase("record-option.until", "The last day on which it holds: +6m, 28/11, 2026-11-28.")
  static let reason = Phrase("record-option.reason", "A file with the reason; - reads standard input.")
  static let needsFrom = Phrase(
    "record-option.needs-from", "give the value with --from FILE, or --from - for standard input")
  static let useWaive = Phrase("record-option.use-waive", "caseload waive takes the reason and the day too")
  static let untilPast = Phrase("record-option.until-past", "--until is a day to come")
  static let needsReason = Phrase("record-option.needs-reason", "a waiver needs its reason; nothing was kept")
  static let together = Phrase(
    "record-option.together",
    "{0} is entered with its reason and its days: in the dashboard, P for the status and p for the plan")
  static let same = Phrase("record-option.same", "that is what stands there already")
  static let saved = Phrase("record-option.saved", "saved: {0}")

  static let byHand = Phrase("record-option.by-hand", "The number of the client who was added by hand.")
  static let into = Phrase("record-option.into", "The number of the register's record, which stays.")
  static let sameTwice = Phrase(
    "record-option.same-twice", "these are two numbers of one client; give two different ones")
  static let ofRegister = Phrase(
    "record-option.of-register", "the register has this client too; only one who was added by hand is joined")
  static let differs = Phrase(
    "record-option.differs",
    "both say something, and not the same, of: {0}. Put one of the two right first; nothing was changed")

  static let errandNumber = Phrase(
    "record-option.errand-number", "The client's number; none: errands of nobody in particular.")
  static let text = Phrase(
    "record-option.text", "A new errand: a file with what is to be done; - reads standard input.")
  static let due = Phrase("record-option.due", "By which day: fri, +1w, 28/11.")
  static let waitsOn = Phrase("record-option.on", "Who has to do it: us or client.")
  static let done = Phrase("record-option.done", "The errand of this id is done.")
  static let snooze = Phrase("record-option.snooze", "Put the errand of this id off.")
  static let snoozeUntil = Phrase("record-option.snooze-until", "The day on which it returns.")
  static let snoozeReason = Phrase(
    "record-option.snooze-reason", "A file with why it is put off; - reads standard input.")
  static let oneDeed = Phrase(
    "record-option.one-deed", "--text, --done and --snooze are three things; give one")
  static let needsText = Phrase(
    "record-option.needs-text", "an errand says what is to be done; nothing was kept")
  static let needsUntil = Phrase(
    "record-option.needs-until", "to put an errand off, give --until a day to come and --reason")
  static let noErrand = Phrase(
    "record-option.no-errand", "no errand has this id here; caseload errand lists them")
  static let idTitle = Phrase("record-option.title.id", "Id")
  static let errandTitle = Phrase("record-option.title.errand", "Errand")
  static let dueTitle = Phrase("record-option.title.due", "By")
  static let waitingTitle = Phrase("record-option.title.waiting", "Waits on")
  static let returnsTitle = Phrase("record-option.title.returns", "Returns")
  static let numberTitle = Phrase("record-option.title.number", "Number")
  static let clientTitle = Phrase("record-option.title.client", "Client")
  static let reasonTitle = Phrase("record-option.title.reason", "Why")
  static let whatTitle = Phrase("record-option.title.what", "What")
}
