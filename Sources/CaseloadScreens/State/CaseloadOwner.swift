import Cells

/// Whose caseload is shown: the coach and the team that all its clients have; nil where they differ or nobody says.
public struct CaseloadOwner: Hashable, Sendable {
  /// The coach, from data.
  public var coach: String?
  /// The team, from data.
  public var team: String?

  /// An owner; several coaches of one team, or of several, have no coach of theirs.
  public init(coach: String? = nil, team: String? = nil) {
    self.coach = coach
    self.team = team
  }

  /// "J. de Vries · Noord 2", "Noord 2 · several coaches", "several coaches".
  func said(_ speech: Speech) -> TerminalText {
    guard let coach else {
      let several = speech(Words.severalCoaches)
      return team.map { "\(data: $0) · \(several)" } ?? several
    }
    return TerminalText(data: [coach, team].compactMap { $0 }.joined(separator: " · "))
  }
}
