import CaseloadCore
import Cells

/// The words of `caseload assign` and `absence`.
enum TeamOptionWords {
  static let numbers = Phrase(
    "team-option.numbers", "The numbers of clients. Without one: what waits for you.")
  static let to = Phrase(
    "team-option.to", "The colleague who is asked to take them over: a part of the name.")
  static let note = Phrase(
    "team-option.note", "A file with what the new coach should know; - reads standard input.")
  static let accept = Phrase("team-option.accept", "Accept what is offered to you.")
  static let decline = Phrase("team-option.decline", "Decline it; --reason says why.")
  static let withdraw = Phrase("team-option.withdraw", "Take back what you offered.")
  static let reason = Phrase("team-option.reason", "A file with the reason; - reads standard input.")
  static let newName = Phrase(
    "team-option.new-name", "It is a name that nobody here has yet: a new colleague.")
  static let oneDeed = Phrase(
    "team-option.one-deed", "give one of --to, --accept, --decline and --withdraw, and the numbers of clients"
  )
  static let ownText = Phrase("team-option.own-text", "--note goes with --to, --reason with --decline")
  static let several = Phrase("team-option.several", "several colleagues: {0}; give more of the name")
  static let stranger = Phrase(
    "team-option.stranger", "no colleague here is called {0}; --new-name says that it is no slip of the pen")
  static let strangerToAll = Phrase(
    "team-option.stranger-to-all",
    "no colleague here is called {0}, which is who you are without --coach; give --coach, or --new-name where the name is right"
  )
  static let notYours = Phrase(
    "team-option.not-yours", "client {0} is not offered to {1}; --coach says who answers")
  static let notOffered = Phrase("team-option.not-offered", "client {0} is offered to nobody by {1}")
  static let refused = Phrase("team-option.refused", "client {0} {1}")
  static let refusedText = Phrase("team-option.refused-text", "client {0}: {1}")
  static let offered = Phrase("team-option.offered", "offered to you")

  static let fromTitle = Phrase("team-option.from-title", "By")
  static let toTitle = Phrase("team-option.to-title", "To")
  static let sinceTitle = Phrase("team-option.since-title", "Since")
  static let stateTitle = Phrase("team-option.state-title", "State")
  static let noteTitle = Phrase("team-option.note-title", "Note")
  static let open = Phrase("team-option.open", "open")

  static let colleague = Phrase(
    "team-option.colleague", "Who is away: a part of the name. Default: you.")
  static let from = Phrase("team-option.from", "The first day: today, mon, 23/11, 2026-11-23.")
  static let until = Phrase(
    "team-option.until", "The last day, itself included. Without one: until further notice.")
  static let standIn = Phrase("team-option.stand-in", "Who stands in. Without one what comes due waits.")
  static let end = Phrase(
    "team-option.end",
    "The colleague of this absence (its number in the list) is back today; days that have not begun are taken away."
  )
  static let needsFrom = Phrase(
    "team-option.needs-from", "give the first day with --from, or --end with the number of an absence")
  static let noAbsence = Phrase("team-option.no-absence", "there is no absence of this number")
  static let standInAway = Phrase(
    "team-option.stand-in-away", "{0} is away too: {1}; --anyway keeps it all the same")
  static let anyway = Phrase("team-option.anyway", "Keep it where the stand-in is away in these days, too.")
  static let awayTitle = Phrase("team-option.away-title", "Away")
  static let firstTitle = Phrase("team-option.first-title", "First day")
  static let lastTitle = Phrase("team-option.last-title", "Last day")
  static let standInTitle = Phrase("team-option.stand-in-title", "Stand-in")

  static let assign = Phrase("help.assign", "Hands clients over to a colleague, and answers what is offered.")
  static let assignMore = Phrase(
    "help.assign-more",
    "Until a hand-over is accepted the client stays in the old coach's caseload. Accepted, the client is the new coach's from that day on. Who answers is the coach of --coach, else the only coach whose clients are here, else the one whose file this is, else the login. What is undone is undone for all clients of the line."
  )
  static let absence = Phrase("help.absence", "Who is away until when, and who stands in.")
  static let absenceMore = Phrase(
    "help.absence-more",
    "In the days of an absence the colleague's clients are in the stand-in's caseload, too. Without a stand-in what comes due waits for the first working day after; appointments do not wait. Why somebody is away is never kept."
  )
}

/// Colleagues by a part of their names, as the forms of the dashboard find them.
enum NamedColleague {
  /// The colleague who is meant; a name that nobody has is a slip of the pen unless it is said to be new.
  static func find(_ text: String, among all: [Colleague], isNew: Bool) throws -> Colleague {
    let found = Colleague.meant(by: text, among: all)
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if isNew, !name.isEmpty { return Colleague(name) }
      throw Failure(.usage, CaseloadCommand.said(TeamOptionWords.stranger, .init(data: text)))
    }
    throw Failure(
      .usage, CaseloadCommand.said(TeamOptionWords.several, FailureWords.list(found.map(\.name))))
  }
}
