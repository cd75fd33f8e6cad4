import CaseloadCore

/// The words of colleagues' names.
enum ColleagueWords {
  static let several = Phrase("colleague.several", "several: {0}; type more of the name")
  static let stranger = Phrase("colleague.stranger", "No colleague here is called {0}.")
}

/// The words of hand-overs.
enum TransferWords {
  static let title = Phrase("transfer-form.title", "Hand-over")
  static let list = Phrase("transfer-form.list", "Hand-overs")
  static let coach = Phrase("transfer-form.coach", "Coach now")
  static let noCoach = Phrase("transfer-form.no-coach", "nobody")
  static let last = Phrase("transfer-form.last", "Hand-over")
  static let noteName = Phrase("transfer-form.note", "Note")
  static let gone = Phrase("transfer-form.gone", "Somebody took this hand-over back meanwhile.")
  static let none = Phrase(
    "transfer-form.none",
    "No client is offered to you, and you offered none. {key:new-transfer} hands over the client under the cursor."
  )
  static let offered = Plural(
    "transfer-form.offered", one: "{0} client is offered to you: {key:transfers} looks.",
    many: "{0} clients are offered to you: {key:transfers} looks.")
  static let offeredShort = Phrase("transfer-form.offered-short", "{0} offered ({key:transfers})")

  /// An entry of the forms.
  static func entry(_ id: EntryID, _ input: FormEntry.Input) -> FormEntry {
    let (name, about): (Phrase, Phrase) =
      switch id {
      case .to:
        (
          Phrase("transfer-form.entry.to", "To"),
          Phrase(
            "transfer-form.about.to",
            "The colleague who is asked to take the client over: a part of the name. Until it is accepted nothing changes: the client stays in the caseload of the coach now."
          )
        )
      case .note:
        (
          noteName,
          Phrase(
            "transfer-form.about.note",
            "What the new coach should know: where it stands, what is agreed, what to mind. It stays in the record."
          )
        )
      case .answer:
        (
          Phrase("transfer-form.entry.answer", "Answer"),
          Phrase(
            "transfer-form.about.answer",
            "Accepted, the client is the new coach's from today on; reports count from that day, and never the weeks before. Declined, or taken back, nothing changes."
          )
        )
      default:
        (
          FormWords.why,
          Phrase("transfer-form.about.why", "Why you decline; who offered the client reads it.")
        )
      }
    return FormEntry(id: id, name: name, about: about, input: input)
  }
}

/// The words of absences.
enum AbsenceWords {
  static let title = Phrase("absence-form.title", "Away")
  static let newTitle = Phrase("absence-form.new", "Away, and who stands in")
  static let list = Phrase("absence-form.list", "Who is away")
  static let none = Phrase(
    "absence-form.none", "Nobody is away, as far as is known. {key:new-absence} enters days.")
  static let gone = Phrase("absence-form.gone", "Somebody took this absence away meanwhile.")
  static let needsDay = Phrase("absence-form.needs-day", "From which day on?")
  static let days = Phrase("absence-form.days", "In these days")
  static let then = Phrase("absence-form.then", "They")
  static let nothingDue = Phrase("absence-form.nothing-due", "nothing comes due, as far as is known here")
  static let appointments = Plural(
    "absence-form.appointments", one: "{0} appointment", many: "{0} appointments")
  static let errands = Plural(
    "absence-form.errands", one: "{0} client with an errand", many: "{0} clients with an errand")
  static let returns = Plural("absence-form.returns", one: "{0} return", many: "{0} returns")
  static let contacts = Plural(
    "absence-form.contacts", one: "{0} contact that comes due", many: "{0} contacts that come due")
  static let goTo = Phrase("absence-form.go-to", "go to {0}, with the whole caseload")
  static let waitsUntil = Phrase("absence-form.waits-until", "wait until {0}")
  static let waitsOpen = Phrase("absence-form.waits-open", "wait until a last day is entered")
  static let notAppointments = Phrase(
    "absence-form.not-appointments", "Appointments do not wait: move them, or name a stand-in.")
  static let standInAway = Phrase("absence-form.stand-in-away", "{0} is away too: {1}.")
  static let now = Phrase("absence-form.now", "now")
  static let nobody = Phrase("absence-form.nobody", "nobody stands in: what comes due waits")
  static let standsIn = Phrase("absence-form.stands-in", "{0} stands in")
  static let youStandIn = Phrase("absence-form.you-stand-in", "you stand in")

  // What the panes say.
  static let plus = Phrase("absence-form.plus", "+ {0} of {1} {2}")
  static let away = Phrase("absence-form.away", "{0}, away {1}")
  static let waitsHere = Phrase("absence-form.waits-here", "what comes due waits until {0}")
  static let sign = Phrase("absence-form.sign", "↔ a colleague's")

  /// An entry of the form.
  static func entry(_ id: EntryID, _ day: Day.Nearest? = nil) -> FormEntry {
    let (name, about): (Phrase, Phrase) =
      switch id {
      case .away:
        (
          Phrase("absence-form.entry.away", "Who is away"),
          Phrase(
            "absence-form.about.away",
            "You, or a colleague: a part of the name. Why somebody is away is never kept: it is nobody's business, and illness is a matter of health."
          )
        )
      case .firstDay:
        (
          Phrase("absence-form.entry.first", "First day"),
          Phrase("absence-form.about.first", "The first day away: today, mon, 23/11.")
        )
      case .lastDay:
        (
          Phrase("absence-form.entry.last", "Last day"),
          Phrase(
            "absence-form.about.last",
            "The last day away, itself included: fri, +2w, 4/12. Empty: until further notice.")
        )
      default:
        (
          Phrase("absence-form.entry.stand-in", "Stand-in"),
          Phrase(
            "absence-form.about.stand-in",
            "In whose caseload these clients are in those days, beside that coach's own. Empty: what comes due waits for the first working day after; appointments do not wait."
          )
        )
      }
    return FormEntry(id: id, name: name, about: about, input: .line, day: day)
  }
}
