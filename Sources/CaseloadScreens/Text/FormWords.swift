import CaseloadCore

/// The words of all forms, and of the form of a field.
enum FormWords {
  static let yes = Phrase("contact-form.yes", "yes")
  static let no = Phrase("contact-form.no", "no")
  static let draft = Phrase("contact-form.draft", "your draft")
  static let saving = Phrase("contact-form.saving", "saving…")
  static let saved = Phrase("form.saved", "Saved: {0}. {key:undo} undoes it")
  static let savedNew = Phrase("form.saved-new", "Saved: new client {0}, number {1}. {key:undo} undoes it")
  static let written = Plural(
    "form.written", one: "{0} client is written to {1}, which only you can read.",
    many: "{0} clients are written to {1}, which only you can read.")
  static let movedTo = Phrase("form.moved-to", "{0} moved from {1} to {2}")
  static let ofClient = Phrase("form.of-client", "{0} ({1})")
  static let noSuchChoice = Phrase(
    "form.no-such-choice", "No choice begins with “{0}”. Nothing was chosen; the arrows show them all.")
  static let goOn = Phrase("form.go-on", "{key:save-form} once more does it.")
  static let discarded = Phrase("contact-form.discarded", "The draft is gone.")
  static let leftDraft = Phrase(
    "form.left-draft", "Not saved. Your draft waits: {key:next-draft} opens it again.")
  static let overDraft = Phrase(
    "form.over-draft", "Your draft is in this form; what the key asks is set over it.")
  static let leaving = Phrase(
    "contact-form.leaving",
    "{key:discard-draft} once more throws away what you typed; {key:back} keeps it for later.")
  static let drafts = Plural(
    "form.drafts", one: "{0} form that you filled in is not saved: {key:next-draft} opens it",
    many: "{0} forms that you filled in are not saved: {key:next-draft} opens them")
  static let noDay = Phrase(
    "contact-form.no-day", "That is no day. Write it as today, fri, -2d, 28/11, 28 nov or 2026-11-28.")
  static let onceMore = Phrase("form.once-more", "{key:save-form} once more saves it all the same.")
  static let stillReading = Phrase(
    "form.still-reading", "The record is still being read; save again in a moment.")
  static let sameAlready = Phrase("form.same", "That is what stands there already.")
  static let noField = Phrase("form.no-field", "This version of the program has no such field.")

  static let noEditor = Phrase("form.no-editor", "No editor is set: put its name into EDITOR, in your shell.")
  static let editorFailed = Phrase(
    "form.editor-failed", "The editor ended with an error; your text is as it was.")
  static let tooLong = Phrase(
    "form.too-long", "The text has {0} characters, and {1} is the most; yours here is as it was.")
  static let now = Phrase("form.now", "Now")
  static let offered = Phrase("form.offered", "Says too")
  static let registerKeeps = Phrase(
    "form.register-keeps",
    "The register keeps this; what you enter stands until it says something new.")
  static let choose = Phrase("form.choose", "choose")
  static let recorded = Phrase("form.recorded", "known")
  static let why = Phrase("form.entry.why", "Why")
  static let needsWhy = Phrase("form.needs-why", "Why does it not help this client?")
  static let needsUntil = Phrase(
    "form.needs-until", "When is it looked at again? Write a day to come: +6m, 28/11.")
  static let untilIsPast = Phrase("form.until-past", "The day to look at it again is a day to come.")
  static let pick = Phrase("form.pick", "Which field")

  /// An entry of the form of a field.
  static func entry(_ id: EntryID, _ input: FormEntry.Input, _ day: Day.Nearest? = nil) -> FormEntry {
    let (name, about): (Phrase, Phrase) =
      switch id {
      case .state:
        (
          Phrase("form.entry.state", "What is known"),
          Phrase(
            "form.about.state",
            "Known; nobody knows; would rather not say; does not help; not asked."
          )
        )
      case .whole:
        (
          Phrase("form.entry.whole", "That is all"),
          Phrase(
            "form.about.whole",
            "Yes: what is not in the list is certainly not there, and nothing in it says none. No: there may be more, which stays unknown."
          )
        )
      case .why:
        (
          why,
          Phrase("form.about.why", "Why this field does not help this client.")
        )
      default:
        (
          Phrase("form.entry.until", "Until"),
          Phrase(
            "form.about.until", "The last day on which that holds; then it is looked at again: +6m, 28/11.")
        )
      }
    return FormEntry(id: id, name: name, about: about, input: input, day: day)
  }
}

/// The words of the plan of action.
enum PlanWords {
  static let title = Phrase("plan-form.title", "Plan of action")
  static let now = Phrase("plan-form.now", "In force")
  static let none = Phrase("plan-form.none", "no plan yet")
  static let dayOnly = Phrase("plan-form.day-only", "{0}, from the register; what it says is not here")
  static let agreed = Phrase("plan-form.agreed", "agreed {0}")
  static let ended = Phrase("plan-form.ended", "until {0}")
  static let needsDay = Phrase("plan-form.needs-day", "On which day was it made?")
  static let needsGoal = Phrase("plan-form.needs-goal", "Where does it lead?")
  static let reviewFirst = Phrase(
    "plan-form.review-first", "It is looked at again on a day after it was made.")

  /// An entry of the form.
  static func entry(_ id: EntryID, _ input: FormEntry.Input, _ day: Day.Nearest? = nil) -> FormEntry {
    let (name, about): (Phrase, Phrase) =
      switch id {
      case .made:
        (
          Phrase("plan-form.entry.made", "Made on"),
          Phrase(
            "plan-form.about.made",
            "The day of this version. What was agreed before stays readable as the version before.")
        )
      case .ground:
        (
          Phrase("plan-form.entry.ground", "Ground"),
          Phrase(
            "plan-form.about.ground",
            "Why there is a plan: the law asks for one (Participatiewet art. 44a), the department's policy does, or the client wanted one."
          )
        )
      case .goal:
        (
          Phrase("plan-form.entry.goal", "Goal"),
          Phrase(
            "plan-form.about.goal", "Where it leads, in a line: the work, the training, the part in society.")
        )
      case .steps:
        (
          Phrase("plan-form.entry.steps", "Steps"),
          Phrase(
            "plan-form.about.steps",
            "A line each: who does what by when. What waits on somebody is an errand too.")
        )
      case .review:
        (
          Phrase("plan-form.entry.review", "Look again"),
          Phrase("plan-form.about.review", "The day on which client and coach look at it again: +3m, 28/11.")
        )
      default:
        (
          Phrase("plan-form.entry.agreed-on", "Agreed on"),
          Phrase("plan-form.about.agreed-on", "The day on which the client agreed to it. Empty: not yet.")
        )
      }
    return FormEntry(id: id, name: name, about: about, input: input, day: day)
  }
}

/// The words of the status.
enum StatusWords {
  static let title = Phrase("status-form.title", "Status")
  static let needsDay = Phrase("status-form.needs-day", "From which day on?")
  static let openErrands = Plural(
    "status-form.open-errands", one: "{0} errand is still open", many: "{0} errands are still open")

  /// An entry of the form.
  static func entry(_ id: EntryID, _ input: FormEntry.Input, _ day: Day.Nearest? = nil) -> FormEntry {
    let (name, about): (Phrase, Phrase) =
      switch id {
      case .status:
        (
          Phrase("status-form.entry.status", "Status"),
          Phrase(
            "status-form.about.status",
            "Active; paused until a day; working, still guided; closed. All stays readable."
          )
        )
      case .since:
        (
          Phrase("status-form.entry.since", "Since"),
          Phrase("status-form.about.since", "The first day on which it is so.")
        )
      case .ending:
        (
          Phrase("status-form.entry.ending", "How it ended"),
          Phrase(
            "status-form.about.ending",
            "Placed in work and having left the benefit are two things. After moved and died nothing is sent any more."
          )
        )
      case .why:
        (
          FormWords.why,
          Phrase("status-form.about.why", "The reason, in a few words; a pause needs one.")
        )
      default:
        (
          Phrase("status-form.entry.returns", "Returns on"),
          Phrase(
            "status-form.about.returns",
            "The day on which the client is on your list again, of itself; being forgotten counts from it.")
        )
      }
    return FormEntry(id: id, name: name, about: about, input: input, day: day)
  }
}
