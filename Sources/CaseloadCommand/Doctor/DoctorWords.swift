import CaseloadCore

/// What `caseload doctor` says.
enum DoctorWords {
  static let program = Phrase("doctor.program", "program")
  static let terminal = Phrase("doctor.terminal", "terminal")
  static let size = Phrase("doctor.size", "size")
  static let letters = Phrase("doctor.letters", "letters")
  static let language = Phrase("doctor.language", "language")
  static let store = Phrase("doctor.store", "store")
  static let permissions = Phrase("doctor.permissions", "permissions")
  static let disk = Phrase("doctor.disk", "disk")
  static let schema = Phrase("doctor.schema", "schema")
  static let journal = Phrase("doctor.journal", "journal")
  static let lock = Phrase("doctor.lock", "lock")
  static let desk = Phrase("doctor.desk", "desk")
  static let configuration = Phrase("doctor.configuration", "keys")

  static let versions = Phrase("doctor.versions", "caseload {0}, SQLite {1}, GRDB {2} or newer, {3}")
  static let allIsWell = Phrase("doctor.all-is-well", "Nothing needs to be done.")
  static let oneTrouble = Phrase("doctor.one-trouble", "One thing needs attention: the line with ‼.")
  static let troubles = Phrase("doctor.troubles", "{0} things need attention: the lines with ‼.")

  static let colours = Phrase("doctor.colours", "{0}, {1} colours")
  static let noColours = Phrase(
    "doctor.no-colours", "{0}, without colours; everything has a sign or a word as well")
  static let coloursOff = Phrase("doctor.colours-off", "{0}; NO_COLOR turns its colours off")
  static let noTerm = Phrase("doctor.no-term", "the variable TERM is not set")
  static let setTerm = Phrase("doctor.set-term", "set it to your terminal's name, such as xterm-256color")
  static let unknownTerm = Phrase("doctor.unknown-term", "TERM is {0}, which this system does not know")
  static let installTerms = Phrase(
    "doctor.install-terms", "install the package ncurses-term, or set TERM=xterm-256color")
  static let noCursor = Phrase(
    "doctor.no-cursor",
    "TERM is {0}, a terminal that cannot move its cursor; the dashboard does not open on it")
  static let commandsWork = Phrase(
    "doctor.commands-work", "set TERM=xterm-256color if it can after all; list, show and facets work as it is"
  )
  static let columnsAndRows = Phrase("doctor.columns-rows", "{0} columns by {1} rows")
  static let small = Phrase("doctor.small", "from 80 by 24 on two panes stand side by side")
  static let notATerminal = Phrase("doctor.not-a-terminal", "not looked at: this is not a terminal")

  static let utf8 = Phrase("doctor.utf8", "UTF-8: every sign and letter can be shown")
  static let localeMissing = Phrase(
    "doctor.locale-missing", "the locale {0} is not installed; letters are written in UTF-8 all the same")
  static let ascii = Phrase(
    "doctor.ascii", "the locale does not write UTF-8: signs and accents are shown in ASCII")
  static let setLocale = Phrase("doctor.set-locale", "set LC_ALL=C.UTF-8, or another locale with UTF-8")
  static let languageAsked = Phrase("doctor.language-asked", "{0}, as asked for with --language")
  static let languageOfLocale = Phrase("doctor.language-locale", "{0}, by the locale {1}")
  static let languageDefault = Phrase("doctor.language-default", "{0}; no locale is set")
  static let english = Phrase("doctor.english", "English")
  static let dutch = Phrase("doctor.dutch", "Dutch")

  static let noStore = Phrase("doctor.no-store", "none yet at {0}")
  static let begin = Phrase(
    "doctor.begin", "begin with caseload import FILE --drawn DAY, or look around with caseload demo")
  static let modes = Phrase("doctor.modes", "yours alone ({0}), in a folder of mode {1}")
  static let openFolder = Phrase("doctor.open-folder", "others may put files into its folder (mode {0})")
  static let closeFolder = Phrase("doctor.close-folder", "take that away: chmod go-w {0}")
  static let freeGigabytes = Phrase("doctor.free-gigabytes", "{0}, {1} GB free")
  static let freeMegabytes = Phrase("doctor.free-megabytes", "{0}, {1} MB free")
  static let makeRoom = Phrase("doctor.make-room", "make room: with a full disk nothing can be saved")
  static let localDisk = Phrase("doctor.local-disk", "put the store on a disk of this machine")
  static let unknownDisk = Phrase("doctor.unknown-disk", "the system does not say what kind it is")
  static let schemaKnown = Phrase("doctor.schema-known", "number {0}, the newest that this program knows")
  static let schemaOlder = Phrase(
    "doctor.schema-older", "number {0}; the next command brings it to {1}")
  static let newerProgram = Phrase("doctor.newer-program", "install a newer caseload")
  static let changes = Phrase("doctor.changes", "{0} changes; the last one is what was written")
  static let headBroken = Phrase("doctor.head-broken", "the last of {0} changes is not what was written")
  static let check = Phrase("doctor.check", "run caseload check, and go back to your last copy")
  static let nobodyHolds = Phrase("doctor.nobody-holds", "nobody is writing to the store")
  static let heldBy = Phrase("doctor.held-by", "process {0} is writing to the store; it was not read")
  static let held = Phrase("doctor.held", "another program is writing to the store; it was not read")
  static let askAgain = Phrase(
    "doctor.ask-again", "ask again when it is done; a program that was stopped with Ctrl-Z holds it for good")
  static let lookAtIt = Phrase("doctor.look-at-it", "look at that file; nothing was changed")
  static let deskThere = Phrase("doctor.desk-there", "{0}, yours alone")
  static let deskLater = Phrase(
    "doctor.desk-later", "none yet at {0}; it is made when you leave the dashboard")
  static let ownKeys = Phrase("doctor.own-keys", "your own, of {0}")
  static let standardKeys = Phrase("doctor.standard-keys", "the program's own; there is no {0}")
  static let keysWrong = Phrase("doctor.keys-wrong", "{0} is not right everywhere: {1} lines")
  static let keysCheck = Phrase("doctor.keys-check", "caseload config --check says what is wrong")
}
