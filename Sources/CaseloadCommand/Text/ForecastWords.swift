import CaseloadCore

/// The words of `caseload forecast` and `caseload week`.
enum ForecastWords {
  static let conversations = Phrase(
    "forecast.option.conversations",
    "Conversations a week. Default: those held in the last 8 full weeks, by the record.")
  static let weeks = Phrase("forecast.option.weeks", "How many weeks ahead, 1 to 520. Default: 26.")
  static let frequency = Phrase(
    "forecast.option.frequency", "What if: everybody is talked with once in so many weeks, 1 to 520.")
  static let forgotten = Phrase(
    "forecast.option.forgotten", "What if: who is not seen for longer than this is out of sight: 4m, 8w.")

  static let ownOnly = Phrase(
    "forecast.own-only", "this is of one coach's caseload: --coach says whose, not --team or --all")
  static let noNumber = Phrase("forecast.no-number", "--{0} takes a number from {1} to {2}")
  static let noPeriod = Phrase("forecast.no-period", "\"{0}\" is no length of time such as 4m, 8w or 100d")
  static let noRate = Phrase(
    "forecast.no-rate",
    "no conversation is recorded in the last 8 full weeks; --conversations says how many there are in a week")

  static let until = Phrase("forecast.until", "Until")
  static let held = Phrase("forecast.held", "Conversations")
  static let lost = Phrase("forecast.lost", "Out of sight")
  static let lostIf = Phrase("forecast.lost-if", "What if")
  static let from = Phrase("forecast.from", "Out of sight from")
  static let fromIf = Phrase("forecast.from-if", "What if from")
  static let now = Phrase("forecast.now", "now")

  static let given = Phrase("forecast.given", "{0} conversations a week, as asked")
  static let byRecord = Plural(
    "forecast.by-record",
    one: "{1} conversations a week: {0} was held on {2} working days, {3} to {4}",
    many: "{1} conversations a week: {0} were held on {2} working days, {3} to {4}")
  static let needed = Phrase(
    "forecast.needed", "the weeks agreed ask for {0} conversations a week; {1} there are")
  static let rule = Phrase("forecast.rule", "out of sight: not seen for more than {0}")
  static let ruleIf = Phrase("forecast.rule-if", "what if: {0}")
  static let weeksIf = Plural(
    "forecast.weeks-if", one: "once a week with everybody", many: "once in {0} weeks with everybody")
  static let counted = Plural(
    "forecast.counted", one: "{1} of {0} client is out of sight on some day of these weeks",
    many: "{1} of {0} clients are out of sight on some day of these weeks")
  static let unknown = Plural(
    "forecast.unknown", one: "? {0} not known: last seen, return or weeks agreed; not in these numbers",
    many: "? {0} not known: last seen, return or weeks agreed; not in these numbers")
  static let unknownLost = Phrase("forecast.unknown-lost", "{0} of them out of sight today, all the same")
  static let model = Phrase(
    "forecast.model",
    "Appointments first, then who is due, the longest overdue first; nobody before that. No promise about anybody."
  )

  static let ahead = Phrase("ahead.forecast", "Out of sight by when")
  static let whatIf = Phrase(
    "ahead.what-if",
    "Another frequency or another limit beside it: caseload forecast --frequency 8 --forgotten 4m")
  static let lately = Phrase("ahead.attention", "With whom you talked lately, by how far they are from work")
  static let step = Phrase("attention.step", "Step")
  static let clients = Phrase("attention.clients", "Clients")
  static let talked = Phrase("attention.talked", "Talked with")
  static let notKnown = Phrase("attention.not-known", "Not known")
  static let noStep = Phrase("attention.no-step", "no step recorded")
  static let since = Phrase("attention.since", "conversations since {0}, not longer ago than {1}")

  static let part = Phrase("week.part", "Part")
  static let day = Phrase("week.day", "Day")
  static let weekOf = Plural(
    "week.title", one: "{1} to {2} · {0} client", many: "{1} to {2} · {0} clients")
  static let group = Plural("week.group", one: "{1}: {0} client", many: "{1}: {0} clients")
  static let empty = Phrase("week.empty", "{0}: nobody")
  static let weekUnknown = Plural(
    "week.unknown", one: "? of {0} it is not known when they were last seen",
    many: "? of {0} it is not known when they were last seen")
  static let nobodys = Phrase("week.nobodys", "nobody in particular")
  static let dated = Phrase("week.dated", "appointment {0}")
}
