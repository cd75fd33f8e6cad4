import CaseloadCore

/// What is said of a configuration.
enum ConfigurationWords {
  static let line = Phrase("config.line", "line {0}")
  static let unreadable = Phrase("config.unreadable", "the file cannot be read")
  static let notText = Phrase("config.not-text", "the file is no text in UTF-8, or too long")
  static let notTOML = Phrase("config.not-toml", "this is not TOML: {0}")
  static let flag = Phrase("config.flag", "must be true or false")
  static let table = Phrase("config.table", "must be a table: [keys]")
  static let unknown = Phrase("config.unknown", "is not known; caseload config --print shows all there is")
  static let noAction = Phrase("config.no-action", "there is no such action; did you mean {0}?")
  static let keyList = Phrase("config.key-list", "must be a key such as \"x\", or a list of keys")
  static let noKey = Phrase(
    "config.no-key", "\"{0}\" is no key; write x, <Enter>, <Space>, <Tab>, <C-x> or <F5>")
  static let usual = Phrase("config.usual", "{0} · the usual keys are in force")
  static let more = Phrase(
    "config.more", "{0} (and {1} more: caseload config --check) · the usual keys are in force")
  static let good = Phrase("config.good", "{0}: {1} actions have keys of your own.")

  // The head of the file that is written.
  static let head = Phrase(
    "config.head",
    "caseload's configuration: what stands behind a # is how the program comes. Take the # away and change it."
  )
  static let check = Phrase(
    "config.check", "caseload config --check says whether it can be read, with line and key.")
  static let clipboard = Phrase(
    "config.clipboard",
    "Let y put a client's number on the terminal's clipboard (OSC 52). Other programs can read what is there."
  )
  static let keys = Phrase(
    "config.keys",
    "Keys by action: a character, or <Enter> <Space> <Tab> <Up> <PageDown> <C-x> <F5>; several in a list, none as []."
  )
}
