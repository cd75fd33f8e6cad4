import CaseloadCore

/// The words of a sweep.
enum SweepWords {
  static let title = Phrase("sweep.title", "Sweep")
  static let everybody = Phrase("sweep.everybody", "everybody")
  static let noteHint = Phrase("sweep.note-hint", "a line for the monthly talk; empty: none")
  static let marks = Phrase("sweep.marks", "the marked clients")
  static let place = Phrase("sweep.place", "{0} of {1}")
  static let minutes = Plural("sweep.minutes", one: "{0} minute", many: "{0} minutes")
  static let ofDay = Phrase("sweep.of-day", "list of {0}")

  static let then = Phrase("sweep.then", "Then")
  static let agreed = Phrase("sweep.agreed", "Agreed")
  static let attempts = Phrase("sweep.attempts", "Attempts")
  static let phone = Phrase("sweep.phone", "Phone")
  static let proposed = Phrase("sweep.proposed", "If it fails")
  static let born = Phrase("sweep.verify", "Verify")
  static let noPhone = Phrase("sweep.no-phone", "no number is kept")
  static let became = Phrase("sweep.became", "In this sweep")
  static let nothingYet = Phrase("sweep.nothing-yet", "no conversation is kept yet")

  static let done = Phrase("sweep.done", "Everybody on the list is accounted for.")
  static let roundDone = Phrase("sweep.round-done", "This round is done. Not finished, and why:")
  static let passedOver = Phrase("sweep.passed-over", "passed over")
  static let triedUntil = Phrase("sweep.tried-until", "tried; comes back on {0}")
  static let parkedUntil = Phrase("sweep.parked-until", "parked until {0}")
  static let andMore = Phrase("sweep.and-more", "and {0} more")
  static let forTheTalk = Phrase("sweep.for-the-talk", "For the monthly talk")

  static let rests = Plural(
    "sweep.rests", one: "{0} sweep rests: {key:sweep} goes on with it",
    many: "{0} sweeps rest: {key:sweep} goes on with one")
  static let left = Phrase("sweep.left", "The sweep rests at {0}; {key:sweep} goes on with it.")
  static let thrownAway = Phrase("sweep.thrown-away", "The sweep is thrown away; what was registered stands.")
  static let onceMore = Phrase("sweep.once-more", "{key:drop-sweep} once more throws this sweep away.")
  static let elsewhere = Phrase(
    "sweep.news.elsewhere", "By somebody else's change no longer on the list: {0}.")
  static let elsewhereCount = Plural(
    "sweep.news.elsewhere-count", one: "{0} client is no longer on the list by somebody else's change.",
    many: "{0} clients are no longer on the list by somebody else's change.")
  static let arrived = Plural(
    "sweep.news.arrived", one: "{0} client came on the list since: {key:sweep-add} adds",
    many: "{0} clients came on the list since: {key:sweep-add} adds them")
  static let nobodyNew = Phrase("sweep.nobody-new", "Nobody came on the list since it was made.")
  static let nobodyLeft = Phrase("sweep.nobody-left", "Nobody is left to be called today.")
  static let tooMany = Phrase(
    "sweep.too-many", "A sweep walks {0} clients at most; narrow the list first.")
  static let alreadyPassed = Phrase("sweep.again", "Once more through those who are left.")

  static let menuTitle = Phrase("sweep.menu.title", "Which sweep")
  static let newList = Plural(
    "sweep.menu.list", one: "New: the list in sight, {0} client", many: "New: the list in sight, {0} clients")
  static let newMarks = Plural(
    "sweep.menu.marks", one: "New: {0} marked client", many: "New: the {0} marked clients")
  static let goOn = Phrase("sweep.menu.go-on", "Go on: {0} · {1} · {2}")

  static let stopTitle = Phrase("sweep.stop.title", "Why it does not go on")
  static let wrongNumber = Phrase("sweep.stop.wrong-number", "wrong number: an attempt is kept")
  static let ill = Phrase(
    "sweep.stop.ill", "ill: a pause with its return day; what the illness is, is not written down")
  static let moved = Phrase("sweep.stop.moved", "moved away: the record is closed")
  static let died = Phrase("sweep.stop.died", "died: the record is closed, and nothing goes out any more")
  static let working = Phrase("sweep.stop.working", "works: from which day")
  static let doNotCall = Phrase("sweep.stop.do-not-call", "wants no calls: by which road instead")
  static let illReason = Phrase("sweep.stop.ill-reason", "ill")
}
