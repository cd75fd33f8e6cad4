import CaseloadCore

/// The words of the panes, in one place so that the same thing is called the same everywhere. `{0}`, `{1}` are
/// places for what is filled in. Dutch stands in `nl.txt`; a test fails on a phrase without it.
enum Words {
  // Panes.
  static let caseload = Phrase("screens.pane.caseload", "Caseload")
  static let characteristics = Phrase("screens.pane.characteristics", "Characteristics")
  static let monitoring = Phrase("screens.pane.monitoring", "Monitoring")
  static let legend = Phrase("screens.pane.legend", "Legend")
  static let record = Phrase("screens.pane.record", "Record")
  static let keys = Phrase("screens.pane.keys", "Keys")
  static let keysHere = Phrase("screens.keys.here", "Here, {0}")
  static let worklists = Phrase("screens.pane.worklists", "Worklists")
  static let sortBy = Phrase("screens.pane.sort", "Sort by")
  static let timeline = Phrase("screens.pane.timeline", "Timeline")
  static let errands = Phrase("screens.pane.errands", "Errands")
  static let offers = Phrase("screens.pane.offers", "A second source says otherwise")
  static let history = Phrase("screens.pane.history", "Changes of the record")
  static let olderHistory = Plural(
    "record.older-history", one: "… {0} older change", many: "… {0} older changes")

  // Top lines.
  static let clientsOfNorm = Phrase("screens.top.clients", "{0} clients (norm {1})")
  static let clients = Phrase("screens.top.clients-only", "{0} clients")
  static let saved = Phrase("screens.top.saved", "saved")
  static let saving = Phrase("screens.top.saving", "saving…")
  static let notSaved = Phrase("screens.top.not-saved", "NOT SAVED")
  static let counts = Phrase("screens.top.counts", "{0} yes · {1} unknown · {2} no   of {3}")
  static let countsShort = Phrase("screens.top.counts-short", "{0} yes · {1} unknown  of {2}")
  static let noFilter = Phrase("screens.top.no-filter", "no filter")
  static let notFinished = Phrase(
    "screens.top.not-finished", "The last word is not finished and does not filter yet.")
  static let filterHint = Phrase("screens.top.filter-hint", "no filter: everyone is shown")
  static let more = Phrase("screens.top.more-worklists", "{key:worklists}: {0} worklists")
  static let didYouMean = Phrase("screens.top.did-you-mean", "{0}; did you mean {1}?")
  static let tooSmall = Phrase("screens.too-small", "caseload needs 40 x 10, this is {0} x {1}")

  static let severalCoaches = Phrase("screens.top.several-coaches", "several coaches")
  static let languageNow = Phrase("screens.language.now", "The program speaks English now.")

  static let tooSmallShort = Phrase("screens.too-small-short", "needs 40 x 10")

  // The list.
  static let of = Phrase("screens.list.of", "{0} of {1}")
  static let ofWithUnknown = Phrase("screens.list.of-unknown", "{0} + {1} unknown of {2}")
  static let client = Phrase("screens.list.client", "Client")
  static let age = Phrase("screens.list.age", "Age")
  static let lastSeen = Phrase("screens.list.last-seen", "Last seen")
  static let next = Phrase("screens.list.next", "Next")
  static let marked = Phrase("screens.list.marked", "{0} marked")
  static let markedElsewhere = Phrase(
    "screens.list.marked-elsewhere", "{0} marked, {1} of them outside this list")
  static let noClients = Phrase(
    "screens.list.no-clients",
    "There is no client here yet. Quit with {key:quit} and bring in your register's export: "
      + "caseload import FILE --drawn DAY")
  static let nobodyFits = Phrase("screens.list.nobody-fits", "Nobody fits this filter.")
  static let unknownsMayFit = Phrase(
    "screens.list.unknowns-may-fit", "{0} may fit: not enough is known. {key:unknowns} shows them.")
  static let lastReadable = Phrase(
    "screens.list.last-readable", "This is the result of the last text that could be read: nobody.")
  static let escClears = Phrase("screens.list.esc-clears", "{key:back} takes the filter away.")
  static let letterJumps = Phrase("screens.menu.letter", "a letter jumps")
  static let rowOf = Phrase("screens.list.row-of", "row {0} of {1}")

  static let linesAndMore = Phrase("screens.scroll.lines-more", "lines {0}–{1}, more below")
  static let linesOf = Phrase("screens.scroll.lines", "lines {0}–{1} of {2}")

  // Last seen.
  static let never = Phrase("screens.seen.never", "never")
  static let unconfirmed = Phrase("screens.seen.unconfirmed", "unconfirmed")
  static let unknown = Phrase("screens.seen.unknown", "unknown")
  static let today = Phrase("screens.seen.today", "today")
  static let you = Phrase("screens.seen.you", "you")
  static let forgottenSince = Phrase("screens.seen.forgotten-since", "forgotten since {0}")
  static let neverSince = Phrase("screens.seen.never-since", "never, since {0}")
  static let noStart = Phrase("screens.seen.no-start", "never; no start day known")
  static let unconfirmedOn = Phrase("screens.seen.unconfirmed-on", "unconfirmed contact {0}")
  static let historyFrom = Phrase("screens.seen.history-from", "contacts known from {0} only")
  static let unknownWhether = Phrase("screens.seen.unknown-whether", "maybe forgotten: not known")

  // Monitoring.
  static let frequency = Phrase("screens.monitoring.frequency", "Frequency")
  static let everyWeeks = Phrase("screens.monitoring.every", "every {0} weeks")
  static let everyWeeksTrack = Phrase("screens.monitoring.every-track", "track: every {0} weeks")
  static let overdueContact = Phrase("screens.monitoring.overdue", "contact overdue")
  static let nextShort = Phrase("screens.monitoring.next", "Next")
  static let plan = Phrase("screens.monitoring.plan", "Plan")
  static let noAppointment = Phrase("screens.monitoring.no-appointment", "no appointment")
  static let problems = Phrase("screens.monitoring.problems", "Problems")
  static let physical = Phrase("screens.monitoring.physical", "physical")
  static let noPhysical = Phrase("screens.monitoring.no-physical", "no physical")
  static let mental = Phrase("screens.monitoring.mental", "mental")
  static let noMental = Phrase("screens.monitoring.no-mental", "no mental")
  static let waitingOn = Phrase("screens.monitoring.waiting-on", "Waiting on")
  static let gaps = Phrase("screens.monitoring.gaps", "Gaps")
  static let noGaps = Phrase("screens.monitoring.no-gaps", "none: nothing that is due is empty")
  static let review = Phrase("screens.monitoring.review", "review {0}")
  static let reviewPast = Phrase("screens.monitoring.review-past", "review was {0}")
  static let missing = Phrase("screens.monitoring.missing", "missing")
  static let stale = Phrase("screens.monitoring.stale", "older than {0}")
  static let loading = Phrase("screens.monitoring.loading", "reading the record…")
  static let noConversation = Phrase(
    "screens.monitoring.no-conversation", "No conversation is in the record.")
  static let noStory = Phrase("screens.monitoring.no-story", "no story was written")
  static let secondSource = Phrase(
    "screens.monitoring.second-source", "{0} from a second source; {key:offers} decides")
  static let noReturnDay = Phrase("screens.monitoring.no-return", "without a return day")
  static let pausedUntil = Phrase("screens.monitoring.paused-until", "until {0}")

  // Characteristics.
  static let modeClient = Phrase("screens.bars.client", "client")
  static let listOfCaseload = Phrase("screens.bars.list", "list {0} of caseload {1}")
  static let listOfAll = Phrase("screens.bars.list-short", "list {0} of {1}")
  static let barCount = Phrase("screens.bars.count", "{0} of {1}")
  static let barLegend = Phrase(
    "screens.bars.legend",
    "{0} in the list ({1}), of {2} in the caseload ({3}). {key:narrow} narrows the list to them; {key:mark-bar} marks them."
  )
  static let nobody = Phrase("screens.bars.nobody", "No client is under the cursor.")

  // Values.
  static let andMore = Phrase("screens.value.more", "and {0} more")
  static let month = Phrase("screens.value.month", "m")
  static let day = Phrase("screens.value.day", "d")
}
