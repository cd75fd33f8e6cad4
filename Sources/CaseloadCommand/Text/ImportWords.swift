import CaseloadCore

/// What imports, and taking them back, say.
enum ImportWords {
  static let name = Phrase(
    "import.name-a-file",
    "name the register's export, or --contacts FILE, --questionnaire FILE or --profiles FILE")
  static let profilesAlone = Phrase(
    "import.profiles-alone", "--profiles goes alone: its clients have other keys than a register's")
  static let oneAtATime = Phrase(
    "import.one-at-a-time",
    "--dry-run looks at one file at a time: the contacts of clients who are not in the store would look refused"
  )
  static let sinceGoesWith = Phrase("import.since-goes-with", "--since goes with --contacts")
  static let suggestOneAtATime = Phrase(
    "import.suggest-one-at-a-time", "--suggest-mapping looks at one file at a time")
  static let outputGoesWith = Phrase(
    "import.output-goes-with", "--output goes with --suggest-mapping")
  static let suggestOneFile = Phrase(
    "import.suggest-one-file", "a mapping is proposed for one file; name a table of the folder")
  static let sheetGoesWith = Phrase(
    "import.sheet-goes-with", "--sheet goes with FILE; see --contacts-sheet")
  static let contactsSheetGoesWith = Phrase(
    "import.contacts-sheet-goes-with", "--contacts-sheet goes with --contacts")
  static let noEncoding = Phrase(
    "import.no-encoding", "no encoding of that name: utf-8, utf-16, utf-16be or windows-1252")
  static let separatorIs = Phrase("import.separator-is", "the separator is , ; | or tab")
  static let storeEmpty = Phrase(
    "import.store-empty", "there is no client in the store yet: import the register's export first")
  static let undoOrForce = Phrase(
    "import.undo-or-force",
    "{0}. Take the later one back with caseload undo-import, or give --force to take this one in all the same"
  )
  static let severalCoaches = Phrase(
    "import.several-coaches",
    "the store holds the caseloads of {0} coaches; to open on one of them: caseload settings owner \"{1}\"")
  static let jsonIsProfiles = Phrase(
    "import.json-is-profiles",
    "a register's export is CSV or XLSX. Jobseekers' profiles in JSON: caseload import --profiles {0} --drawn DAY"
  )
  static let sinceAfterDrawn = Phrase(
    "import.since-after-drawn", "--since {0} is after the day on which the export was drawn")
  static let dayToCome = Phrase(
    "import.day-to-come", "the day {0} is still to come: no export was drawn on it")
  static let sayDay = Phrase(
    "import.say-day", "say on which day the export was drawn: --drawn yyyy-mm-dd")
  static let askDay = Phrase("import.ask-day", "On which day was the export drawn? yyyy-mm-dd")
  static let askDayProposed = Phrase(
    "import.ask-day-proposed",
    "On which day was the export drawn? yyyy-mm-dd (the file is of {0}; Enter takes that)")
  static let noDayGiven = Phrase("import.no-day-given", "no day was given; nothing was imported")
  static let thatIsToCome = Phrase("import.that-is-to-come", "That day is still to come.")
  static let thatIsNoDay = Phrase("import.that-is-no-day", "That is no day. Write it as 2026-11-20.")
  static let mappingUnreadable = Phrase(
    "import.mapping-unreadable", "the mapping {0} cannot be read as UTF-8 text")
  static let noNameColumn = Phrase(
    "import.no-name-column",
    "no column of this file is known as the client's name. If it is a file of contacts, give it with "
      + "--contacts; if it has other column names, write a mapping; if it brings only some fields of clients "
      + "who are in the store, give --partial")
  static let isForFolder = Phrase(
    "import.is-for-folder", "it is for a folder of tables; give the folder")
  static let unknownTables = Phrase(
    "import.unknown-tables",
    "no register that the program knows has these tables; say with --mapping what they are (docs/mapping.md)")
  static let noScratch = Phrase(
    "import.no-scratch", "no temporary folder can be made for a dry run")
  static let changesGoWith = Phrase(
    "import.changes-go-with", "--changes-only goes with one file of clients")
  static let noSuchNumber = Phrase("import.no-such-number", "no client in the store has this number")
  static let twoClients = Phrase("import.two-clients", "the number and the key are of two clients")
  static let answersTwice = Phrase(
    "import.answers-twice", "line {0} holds answers of the same client and day already")
  static let answersCannotBeKept = Phrase("import.answers-cannot-be-kept", "an answer cannot be kept")
  static let questionnaireAlone = Phrase(
    "import.questionnaire-alone", "--questionnaire goes alone: take in the register's export first")
  static let noSuchClient = Phrase("import.no-such-client", "no client in the store has this key")

  // Progress.
  static let reading = Phrase("import.progress.reading", "reading")
  static let merging = Phrase("import.progress.merging", "merging")
  static let readingContacts = Phrase("import.progress.reading-contacts", "reading contacts")
  static let mergingContacts = Phrase("import.progress.merging-contacts", "merging contacts")

  // Taking back.
  static let tookBackAlready = Phrase("undo.already", "import {0} was taken back already")
  static let laterRest = Phrase(
    "undo.later-rest",
    "later imports rest on import {0}; take them back too, the latest first: caseload undo-import {1}")
  static let undone = Phrase("undo.done", "import {0}: {1} and {2} removed, {3} put back")
  /// What the journal keeps as the reason.
  static let undoReason = Phrase("undo.reason", "undo of import {0}")
  static let stay = Phrase("undo.stay", "{0} and {1} stay: someone has touched them since")

  static let clients = Plural("count.clients", one: "{0} client", many: "{0} clients")
  static let contacts = Plural("count.contacts", one: "{0} contact", many: "{0} contacts")
  static let answers = Plural("count.answers", one: "{0} row of answers", many: "{0} rows of answers")
  static let values = Plural("count.values", one: "{0} value", many: "{0} values")
}

/// The summary of an import.
enum SummaryWords {
  static let mapping = Phrase("import.summary.mapping", "mapping {0}, version {1}")
  static let mappingDry = Phrase(
    "import.summary.mapping-dry", "mapping {0}, version {1} · dry run: nothing was changed")
  static let equation = Phrase(
    "import.summary.equation", "read {0} = {1} new + {2} changed + {3} unchanged + {4} refused")
  static let answersEquation = Phrase(
    "import.summary.answers-equation", "read {0} = {1} with something new + {2} unchanged + {3} refused")
  static let answersRecorded = Plural(
    "import.summary.answers-recorded", one: "{0} answer recorded, as the client's own",
    many: "{0} answers recorded, as the clients' own")
  static let answersOffered = Plural(
    "import.summary.answers-offered", one: "{0} answer differs from what is recorded: it stands beside it",
    many: "{0} answers differ from what is recorded: they stand beside it")
  static let answersNotKnown = Plural(
    "import.summary.answers-not-known",
    one: "{0} answer of \"not known\" where something is recorded, which stays",
    many: "{0} answers of \"not known\" where something is recorded, which stays")
  static let answersOlder = Plural(
    "import.summary.answers-older", one: "{0} answer is older than what the client answered since",
    many: "{0} answers are older than what the clients answered since")
  static let passedOver = Plural(
    "import.summary.passed-over", one: "{1}; {0} more row tells of no contact with the client",
    many: "{1}; {0} more rows tell of no contact with the client")
  static let offers = Plural(
    "import.summary.offers", one: "{0} value differs from what the coach recorded later: both are kept",
    many: "{0} values differ from what the coach recorded later: both are kept")
  static let assigned = Plural(
    "import.summary.assigned", one: "{0} client has another coach", many: "{0} clients have another coach")
  static let absent = Plural(
    "import.summary.absent", one: "{0} client is no longer in the register: see @absent-from-register",
    many: "{0} clients are no longer in the register: see @absent-from-register")
  static let returned = Plural(
    "import.summary.returned", one: "{0} client is in the register again",
    many: "{0} clients are in the register again")
  static let doubtfulKeys = Plural(
    "import.summary.doubtful-keys",
    one: "{0} register key fails its check digit and was taken all the same",
    many: "{0} register keys fail their check digit and were taken all the same")
  static let blank = Plural(
    "import.summary.blank", one: "{0} blank row was passed over", many: "{0} blank rows were passed over")
  static let beside = Plural(
    "import.summary.beside",
    one: "{0} row has text beside the columns that have a name; it was not read",
    many: "{0} rows have text beside the columns that have a name; it was not read")
  static let notUnderstood = Phrase(
    "import.summary.not-understood",
    "not understood in column {0}: {1} of {2}, kept as text; commonest {3}")
  static let columnsRead = Phrase("import.summary.columns-read", "columns read: {0}")
  static let unused = Phrase("import.summary.unused", "columns without a field: {0}")
  static let told = Plural(
    "import.summary.told", one: "its columns tell of {0} contact: {1} new",
    many: "its columns tell of {0} contacts: {1} new")
  static let toldByTables = Plural(
    "import.summary.told-by-tables", one: "its tables tell of {0} contact: {1} new",
    many: "its tables tell of {0} contacts: {1} new")
  static let unreadable = Plural(
    "import.summary.unreadable",
    one: "{0} refused row has no readable key: nobody is marked as absent from the register this time",
    many: "{0} refused rows have no readable key: nobody is marked as absent from the register this time")
  static let takeBack = Phrase(
    "import.summary.take-back", "to take this import back: caseload undo-import {0}")
  static let known = Phrase("import.summary.known", "contacts are known from {0} to {1}")
  static let refusedFile = Phrase(
    "import.summary.refused-file", "refused rows stand in {0}: mend them there, then import that file")
  static let setAside = Phrase(
    "import.summary.set-aside",
    "refused rows of an earlier import of this file now stand in {0}; this import refused none")
  /// The same where this import refused rows too, which took their place.
  static let stoodThere = Phrase(
    "import.aside-in", "refused rows of an earlier import now stand in {0}")
  static let refusedTable = Phrase(
    "import.summary.refused-table",
    "refused rows stand in {0}: mend them in the table, then import the folder again")
  static let refusedLine = Phrase("import.summary.refused-line", "refused line {0}: {1}")
  static let moreLines = Plural(
    "import.summary.more-lines", one: "and {0} line more", many: "and {0} lines more")
  static let keyStands = Phrase("import.summary.key-stands", "the key stands in line {0} already")
}
