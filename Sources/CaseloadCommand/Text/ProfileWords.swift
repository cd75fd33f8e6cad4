import CaseloadCore

/// What taking in jobseekers' profiles, and giving them back, says.
enum ProfileWords {
  static let profiles = Plural("count.profiles", one: "{0} profile", many: "{0} profiles")

  // Taking in.
  static let dryRun = Phrase("profiles.dry-run", "dry run: nothing was changed")
  static let notUnderstood = Phrase(
    "profiles.not-understood", "not understood in {0}: {1} of {2}, kept as text")
  static let rest = Phrase(
    "profiles.rest",
    "what no field holds is kept with each client and given back by caseload export --profiles")
  static let refused = Phrase("profiles.refused", "refused profile {0}: {1}")
  static let refusedFile = Phrase(
    "profiles.refused-file", "refused profiles stand in {0}: mend them there, then import that file")
  static let noKey = Phrase("profiles.no-key", "it has no idWerkzoekende")
  static let keyTwice = Phrase(
    "profiles.key-twice", "its idWerkzoekende is that of profile {0} already")

  // Giving back.
  static let damaged = Phrase(
    "profiles.damaged", "the kept profile of client {0} is damaged: caseload check")
  static let written = Plural(
    "profiles.written", one: "{1}: {2} of {3}; {0} passes the filter",
    many: "{1}: {2} of {3}; {0} pass the filter")
  static let withoutConsent = Phrase(
    "profiles.without-consent", "left out: {0} without consent to share")
}
