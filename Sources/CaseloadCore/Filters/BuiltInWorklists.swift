extension Worklist {
  /// The worklists that the program comes with, in the order of the strip. All count within the caseload in
  /// scope, which leaves out who is closed.
  public static let builtIn: [Worklist] = [
    Worklist(
      "all", "all", "Everybody in this caseload: all clients of the coach who are not closed.", .filter(.all)),
    Worklist(
      "today", "today",
      "What the day asks: appointments, errands, returns, messages, new clients. An errand is due or has returned, a "
        + "pause has ended, a message waits for its answer; nobody has talked with a new client yet, nor made a date. "
        + "While the coach is away and nobody stands in, what comes due waits for the first working day after; "
        + "appointments and new clients do not wait.",
      .filter(.or(TodayReason.allCases.map(\.filter)))),
    Worklist(
      "forgotten", "forgotten",
      "Not closed, and not seen for more than {forgotten}: no conversation, with any colleague, since then. Who was "
        + "never seen counts from the start; who is paused counts from the return day.",
      .builtIn(.forgotten)),
    Worklist(
      "overdue", "contact overdue",
      "Last seen longer ago than the weeks agreed with this client (else those usual for the track), and no "
        + "appointment stands. What comes due while the coach is away and nobody stands in waits for the first "
        + "working day after.", .builtIn(.overdue)),
    Worklist(
      "never-seen", "never seen",
      "Certainly no conversation since the client came. Where contacts are not known from that day on, it is unknown.",
      .filter(.test("seen", .never))),
    Worklist(
      "no-start-day", "no start day",
      "No conversation is known, and no intake, benefit start or assignment either: there is no day to count from.",
      .builtIn(.noStartDay)),
    Worklist(
      "unconfirmed", "unconfirmed",
      "The register has a contact after the latest conversation, but does not say whether it was held, or only when "
        + "it was written down.", .builtIn(.unconfirmed)),
    Worklist(
      "quiet", "quiet",
      "Not closed, and for more than {forgotten} no conversation for which a colleague took the initiative. Who calls "
        + "by themselves is heard; who does not is quiet by our own silence. Where nobody recorded who took the "
        + "initiative, it is unknown.", .builtIn(.quiet)),
    Worklist("no-cv", "no CV", "A CV is due, and nobody recorded one.", .filter(.state(.missing, "cv"))),
    Worklist(
      "no-plan", "no plan", "A plan of action is due, and nobody recorded one.",
      .filter(.state(.missing, "plan"))),
    Worklist("cv-stale", "CV stale", "The CV is older than {cv}.", .builtIn(.staleCV)),
    Worklist(
      "plan-review", "plan review",
      "There is a plan, and its review day has come; or no review day is known and the plan is older than {plan}.",
      .builtIn(.planReview)),
    Worklist(
      "new", "new",
      "In the first {phase} after intake (where none is known: after benefit start or assignment).",
      .builtIn(.new)),
    Worklist(
      "job-ready", "job-ready",
      "Client and coach agree that the client could start a job within a few weeks.",
      .filter(.test("job-ready", .choices([.one("yes")])))),
    Worklist(
      "exemption-ending", "exemption ending",
      "The exemption from the duty to work ends within {exemption}. Exemptions that have ended are not on it.",
      .builtIn(.exemptionEnding)),
    Worklist(
      "unanswered", "unanswered",
      "A message from the client waits for an answer. One that came while the coach is away and nobody stands in "
        + "is on it from the first working day after.", .builtIn(.unanswered)),
    Worklist(
      "returned", "returned",
      "Paused, and the return day has come. One that falls while the coach is away and nobody stands in is on it "
        + "from the first working day after.", .builtIn(.returned)),
    Worklist(
      "standing-in", "standing in",
      "The client's coach is away today and a colleague stands in, in whose caseload the client is until the coach "
        + "is back. Who is away until when is kept, why never.", .builtIn(.standingIn)),
    Worklist(
      "not-understood", "not understood",
      "The register has a text for a field that no mapping understands; it is kept beside the field.",
      .builtIn(.notUnderstood)),
    Worklist(
      "absent-from-register", "absent from register",
      "The latest full export of the register no longer holds this client. Nothing was deleted.",
      .builtIn(.absentFromRegister)),
    Worklist(
      "waiting-on-us", "waiting on us", "An open errand waits on us.",
      .filter(.test("waiting", .choices([.one("us")])))),
    Worklist(
      "due-today", "due today",
      "An open errand is due today or was due before. One that comes due while the coach is away and nobody stands "
        + "in is on it from the first working day after.", .builtIn(.dueToday)),
    Worklist(
      "incomplete", "incomplete", "At least one field is due and empty.",
      .filter(.test("gaps", .numbers([1...Int.max])))),
  ]

  /// The definition with the settings in force, in the context's language.
  public func definition(_ context: Context) -> String {
    definition(context.settings, context.language)
  }

  func definition(_ settings: Settings, _ language: Language) -> String {
    let periods = [
      ("{forgotten}", settings.forgottenAfter.value), ("{cv}", settings.cvShelfLife.value),
      ("{plan}", settings.planShelfLife.value), ("{phase}", settings.phase.value),
      ("{exemption}", settings.exemptionNotice.value),
    ]
    var text = definition.text(in: language)
    guard isBuiltIn else { return text }
    for (place, period) in periods {
      let parts = text.split(separator: place, omittingEmptySubsequences: false)
      text = parts.joined(separator: period.words(in: language))
    }
    return text
  }
}

extension Period {
  private static let months = Plural("period.month", one: "{0} month", many: "{0} months")
  private static let weeks = Plural("period.week", one: "{0} week", many: "{0} weeks")
  private static let days = Plural("period.day", one: "{0} day", many: "{0} days")
  private static let and = Phrase("period.and", "and")

  /// The period in words: "3 months", "8 weeks", "1 month and 10 days".
  public func words(in language: Language) -> String {
    var parts: [String] = []
    if months != 0 { parts.append(Self.months.text(months, in: language)) }
    if days != 0, days.isMultiple(of: 7) {
      parts.append(Self.weeks.text(days / 7, in: language))
    } else if days != 0 || months == 0 {
      parts.append(Self.days.text(days, in: language))
    }
    return parts.joined(separator: " \(Self.and.text(in: language)) ")
  }
}
