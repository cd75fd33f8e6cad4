import CaseloadCore

/// What stands in the manual besides the commands' own texts.
enum ManualWords {
  static let manual = Phrase(
    "manual.manual", "caseload manual")
  static let name = Phrase(
    "manual.name", "NAME")
  static let synopsis = Phrase(
    "manual.synopsis", "SYNOPSIS")
  static let description = Phrase(
    "manual.description", "DESCRIPTION")
  static let commands = Phrase(
    "manual.commands", "COMMANDS")
  static let commonOptions = Phrase(
    "manual.common-options", "OPTIONS OF NEARLY EVERY COMMAND")
  static let options = Phrase(
    "manual.options", "[options]")
  static let help = Phrase(
    "manual.help", "What a command does, its options and examples.")
  static let version = Phrase(
    "manual.version", "The version of the program.")
  static let filter = Phrase(
    "manual.filter", "FILTER")
  static let filterRules = Phrase(
    "manual.filter-rules",
    "Words in a row mean and; or, not (or a leading -) and parentheses work. Case and accents do not matter. The same text works on the screen and in the shell, where it stands in quotes. caseload fields lists the fields."
  )
  static let keys = Phrase(
    "manual.keys", "KEYS OF THE DASHBOARD")
  static let exit = Phrase(
    "manual.exit", "EXIT STATUS")
  static let environment = Phrase(
    "manual.environment", "ENVIRONMENT")
  static let files = Phrase(
    "manual.files", "FILES")
  static let privacy = Phrase(
    "manual.privacy", "PRIVACY")
  static let privacyWords = Phrase(
    "manual.privacy-words",
    "The program makes no connection; nothing is sent anywhere. The register's key of a client is kept apart and never shown. The store is not encrypted: keep it on an encrypted disk."
  )

  /// Examples of terms.
  static let filters: [(String, Phrase)] = [
    ("bakker", Phrase("manual.filter-name", "The client's name, or the number.")),
    (
      "seen>3m, cv>12m",
      Phrase(
        "manual.filter-ago", "Longer ago than three months; m, w, d and y are months, weeks, days and years.")
    ),
    ("seen:never", Phrase("manual.filter-never", "Certainly never seen.")),
    ("@forgotten, -@job-ready", Phrase("manual.filter-worklist", "In a worklist; not in one.")),
    ("missing:cv, has:plan", Phrase("manual.filter-missing", "Due and empty; there.")),
    ("unknown:licence", Phrase("manual.filter-unknown", "Nobody can say.")),
    ("licence:B", Phrase("manual.filter-licence", "Who has BE, C or CE has B too.")),
    ("education<=mbo2, age:27..35", Phrase("manual.filter-range", "Comparisons and ranges.")),
    ("track:work,development", Phrase("manual.filter-several", "One of these.")),
    ("experience(driver >2y)", Phrase("manual.filter-experience", "Both of the same job.")),
    ("note:forklift", Phrase("manual.filter-note", "A word in the notes of conversations.")),
  ]

  /// What a command ends with.
  static let exits: [(String, Phrase)] = [
    ("0", Phrase("manual.exit-found", "Found, or done.")),
    ("1", Phrase("manual.exit-nothing", "Understood, and nothing answers it.")),
    ("2", Phrase("manual.exit-usage", "Not understood.")),
    ("3", Phrase("manual.exit-refused", "Data was refused; the rest was done.")),
    ("4", Phrase("manual.exit-store", "The store could not be opened, read or written.")),
  ]

  /// What the program reads of its environment.
  static let variables: [(String, Phrase)] = [
    (
      "CASELOAD_USER",
      Phrase("manual.variable-user", "Who is at the keyboard, in the journal. Default: USER.")
    ),
    ("NO_COLOR", Phrase("manual.variable-no-color", "Not empty: no colours.")),
    (
      "TERM",
      Phrase("manual.variable-term", "The kind of terminal; caseload doctor says whether it is known.")
    ),
    (
      "LC_ALL, LC_MESSAGES, LANG",
      Phrase(
        "manual.variable-locale",
        "The language (nl or else English), and whether signs are written in UTF-8 or ASCII.")
    ),
    (
      "XDG_DATA_HOME, XDG_STATE_HOME, XDG_CONFIG_HOME",
      Phrase("manual.variable-xdg", "Where the store, the desk and your own keys lie.")
    ),
  ]

  /// Where things lie.
  static let paths: [(String, Phrase)] = [
    (
      "~/.local/share/caseload/caseload.sqlite",
      Phrase("manual.path-store", "The store; its owner alone can open it. Beside it lies a lock file.")
    ),
    (
      "~/.local/state/caseload/desk.sqlite",
      Phrase("manual.path-desk", "Your desk: where you were, and what you have not finished.")
    ),
    ("~/.config/caseload/config.toml", Phrase("manual.path-config", "Your own keys; see caseload config.")),
  ]
}
