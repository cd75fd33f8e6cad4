import CaseloadCore

/// What handing changes over to a register says.
enum ChangesWords {
  static let sayWhat = Phrase("changes.say-what", "say what to write: --profiles, or --changes-since DAY")
  static let one = Phrase("changes.one", "--profiles and --changes-since are two files")
  static let noFilter = Phrase(
    "changes.no-filter", "--changes-since takes no filter: a register is told of everybody")
  static let goWith = Phrase("changes.go-with", "--mapping, --like and --again go with --changes-since")
  static let aFile = Phrase(
    "changes.a-file",
    "the file holds the register's keys: it goes into a file of its own, never to a screen or a pipe")
  static let dayToCome = Phrase("changes.day-to-come", "the day {0} is still to come")
  static let whichColumns = Phrase(
    "changes.which-columns",
    "say how the register's columns are called: --mapping FILE, as for the import, or --like FILE with an export of it"
  )
  static let noKey = Phrase(
    "changes.no-key",
    "the mapping names no column of the register's key (key = \"…\"), or no column of a field")
  static let written = Plural(
    "changes.written", one: "{1}: {0} change of {2}, for the register {3}; mapping {4}, version {5}",
    many: "{1}: {0} changes of {2}, for the register {3}; mapping {4}, version {5}")
  static let keepClosed = Phrase(
    "changes.keep-closed",
    "it holds the register's keys and only you can read it: delete it when it is taken in")
  static let nothing = Phrase(
    "changes.nothing", "nothing to hand over that is new since {0}; no file is written")
  static let older = Plural(
    "changes.older", one: "{0} change of before {1} was never handed over: give an earlier day",
    many: "{0} changes of before {1} were never handed over: give an earlier day")
  static let contacts = Plural(
    "changes.contacts",
    one: "{0} contact registered here is not in it: a file of clients has no columns for contacts",
    many: "{0} contacts registered here are not in it: a file of clients has no columns for contacts")
  static let left = Phrase("changes.left", "not in it: {0} {1}× ({2})")
  static let notMarked = Phrase(
    "changes.not-marked",
    "{0} is written whole, but the store could not keep that it was handed over ({1}): the next export gives the same changes again"
  )

  static let noColumn = Phrase("changes.left.no-column", "the register has no column for it")
  static let state = Phrase(
    "changes.left.state", "its column has no word for not known, declined, waived or empty")
  static let noSpelling = Phrase(
    "changes.left.no-spelling", "its column has no spelling that says exactly this")
  static let notUnderstood = Phrase("changes.left.not-understood", "a text that nobody understood")
  static let unsafe = Phrase(
    "changes.left.unsafe", "a spreadsheet could run it, or it holds characters that are not seen")
  static let noKeyOfHers = Phrase("changes.left.no-key", "the register has no key for the client")
}
