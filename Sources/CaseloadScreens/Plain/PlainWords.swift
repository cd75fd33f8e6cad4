import CaseloadCore

/// The words of the linear mode: sentences, for they are listened to.
enum PlainWords {
  static let counts = Phrase("plain.counts", "{0} yes, {1} unknown of {2}.")
  static let everybody = Plural(
    "plain.everybody", one: "{0} client, no filter.", many: "{0} clients, no filter.")
  static let filter = Phrase("plain.filter", "Filter: {0}.")
  static let nobody = Phrase("plain.nobody", "Nobody in the list.")
  static let place = Phrase("plain.place", "{0} of {1}: {2}.")
  static let seenAgo = Phrase("plain.seen-ago", "last seen {0} ago")
  static let seenToday = Phrase("plain.seen-today", "seen today")
  static let neverSeen = Phrase("plain.never-seen", "never seen")
  static let seenUnknown = Phrase("plain.seen-unknown", "last seen unknown")
  static let unconfirmed = Phrase("plain.unconfirmed", "contact unconfirmed")
  static let forgotten = Phrase("plain.forgotten", "forgotten")
  static let maybeForgotten = Phrase("plain.maybe-forgotten", "maybe forgotten")
  static let overdue = Phrase("plain.overdue", "contact overdue")
  static let appointment = Phrase("plain.appointment", "appointment {0}")
  static let marked = Phrase("plain.marked", "marked")
  static let fitsUnknown = Phrase("plain.fits-unknown", "unknown whether the client fits")
  static let noName = Phrase("plain.no-name", "client {0} without a name")

  static let markedNow = Plural("plain.marked-now", one: "{0} marked.", many: "{0} marked.")
  static let sortedBy = Phrase("plain.sorted-by", "Sorted by {0}.")
  static let sortedDown = Phrase("plain.sorted-down", "Sorted by {0}, downwards.")
  static let choose = Phrase("plain.choose", "Type a number to choose, or back.")
  static let choices = Phrase("plain.choices", "One of: {0}. Now: {1}.")
  static let inForm = Phrase(
    "plain.in-form", "Type it, or: {0} goes on, {1} keeps the contact, {2} leaves it for later.")
  static let found = Plural("plain.found", one: "{0} of {1} fits.", many: "{0} of {1} fit.")
  static let readAll = Phrase("plain.read-all", "Type record to hear all of it, or back.")
  static let readOrOther = Phrase(
    "plain.read-or-other", "Type record to hear all of it, a number or n for another, or back.")
  static let typeText = Phrase("plain.type-text", "Type it on one line, or {0}.")
  static let typeOrTake = Phrase("plain.type-or-take", "Type it on one line, {0} to take this, or {1}.")
  static let goOn = Phrase("plain.go-on", "Type {0} to store it, or {1}.")
  static let here = Phrase("plain.here", "here")
  static let noSuch = Phrase("plain.no-such", "\"{0}\" is no command here. Type ? for all of them.")
  static let ambiguous = Phrase("plain.ambiguous", "\"{0}\" may be {1}.")
  static let noRow = Phrase("plain.no-row", "There is no number {0}; the last is {1}.")
  static let atPlace = Phrase("plain.at-place", "Place {0}: {1}.")
  static let nothingNew = Phrase("plain.nothing-new", "Nothing changes.")
  static let ended = Phrase("plain.ended", "Ended. The next start begins here.")

  static let hello = Phrase(
    "plain.hello", "caseload, {0}. Type ? for the commands, n for the next client, q to end.")
  static let helpMove = Phrase(
    "plain.help-move",
    "n: next client. p: the one before. A number: the client at that place. Enter alone: say it again.")
  static let helpFilter = Phrase(
    "plain.help-filter",
    "/ and a filter: who is in the list; / alone: everybody. f and a name, birth date or number: find a client."
  )
  static let helpKeys = Phrase(
    "plain.help-keys",
    "W and a name: save the filter as a worklist. A word below, its beginning, or its key, does that. ? and a word looks for it here."
  )
}
