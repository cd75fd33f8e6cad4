import CaseloadCore
import Cells

/// Why a command ends without doing what was asked, and what helps.
enum FailureWords {
  static let output = Phrase("command.output", "the output could not be written: {0}")
  static let changedMeanwhile = Phrase(
    "command.changed-meanwhile",
    "not saved: somebody changed this client's record meanwhile. What you typed is still here: look, and save again"
  )
  static let dashFilter = Phrase(
    "command.dash-filter",
    "A filter that begins with - is written after --, or with not: 'not @job-ready'")
  static let noStore = Phrase(
    "command.no-store",
    "there is no store yet at {0}. Begin with: caseload import FILE --drawn DAY, or look around with: "
      + "caseload demo --store demo.sqlite")
  static let waitsForProcess = Phrase(
    "command.waits-process", "waiting for process {0}, which is using the store …")
  static let waitsForProgram = Phrase(
    "command.waits-program", "waiting for another program that is using the store …")
  static let coachOrTeam = Phrase("command.coach-or-team", "give --coach or --team, not both")
  static let noScheme = Phrase(
    "command.no-scheme", "no colour scheme \"{0}\": default, high-contrast or monochrome")
  static let noClient = Phrase("command.no-client", "no client has number {0}")
  static let nobodyInScope = Phrase(
    "command.nobody-in-scope", "no client here has that work coach; the coaches in this store: {0}")
  static let nobodyInTeam = Phrase(
    "command.nobody-in-team", "no client here is of that team; the teams in this store: {0}")
  static let noSuchOwner = Phrase(
    "command.no-such-owner", "no client here has the work coach \"{0}\"; the coaches in this store: {1}")
  static let noCommand = Phrase("command.no-command", "there is no command \"{0}\"; see: caseload --help")
  static let noCommandNear = Phrase(
    "command.no-command-near", "there is no command \"{0}\"; did you mean: caseload {1}")
  static let noFile = Phrase("command.no-file", "there is no file {0}")
  static let nothingToAdd = Phrase(
    "command.nothing-to-add", "{0} holds no worklist that is not among yours already")
  static let refusedElsewhere = Phrase(
    "command.refused-elsewhere", "{0}. Another folder for refused rows: --refused FOLDER")

  /// Names for a sentence: the first twenty of them.
  static func list(_ names: [String]) -> TerminalText {
    TerminalText(data: names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : ""))
  }
  static let noField = Phrase("command.no-field", "no field \"{0}\"; see: caseload fields")
  static let notUsable = Phrase("command.not-usable", "the field {0} cannot be used here")
  static let notCounted = Phrase("command.not-counted", "the field {0} cannot be counted")
  static let noSortField = Phrase("command.no-sort-field", "name a field to sort by")
  static let noSetting = Phrase("command.no-setting", "no setting \"{0}\"; see: caseload settings")
  static let noSettingValue = Phrase(
    "command.no-setting-value", "{0} is no value of {1}; it is now {2}, so write it like that")
  static let noReason = Phrase(
    "command.no-reason",
    "say why it is changed: --reason \"…\"; a definition that changes needs its reason")
  static let noOwnWorklist = Phrase(
    "command.no-own-worklist", "you have no worklist @{0} of your own")
  static let noWorklistLine = Phrase(
    "command.no-worklist-line", "line {0} is no worklist; write: worklist \"name\": filter")
  static let notText = Phrase("command.not-text", "{0} cannot be read as text")
  static let ownUnreadable = Phrase(
    "command.own-unreadable", "your own worklists could not be read: {0}")
  static let thereAlready = Phrase(
    "command.there-already", "{0} is there already; nothing was written")
  static let cannotWrite = Phrase("command.cannot-write", "cannot write {0}: {1}")
  static let desk = Phrase("command.desk", "where you were could not be kept on your desk: {0}")

  // The terminal.
  static let noTerminal = Phrase(
    "terminal.none",
    "there is no terminal here; caseload --plain, and the commands list, show and facets work without one")
  static let noTerm = Phrase("terminal.no-term", "the variable TERM is not set; try TERM=xterm-256color")
  static let unknownTerm = Phrase(
    "terminal.unknown", "TERM is {0}, which this system does not know; try TERM=xterm")
  static let noCursor = Phrase(
    "terminal.no-cursor", "TERM is {0}, a terminal without cursor movement; try TERM=xterm")
  static let terminalSystem = Phrase(
    "terminal.system", "the terminal could not be opened (system error {0})")
}
