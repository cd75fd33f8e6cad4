import CaseloadCore
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

  /// Who is at the keyboard, as clients have it: the coach whose caseload it is, else the one whose file this is, else
  /// the login. Whatever is done in one's own name goes by this, on the screen and in the shell: an absence of a name
  /// that no client has covers nobody.
  public func person(_ context: Context) -> String {
    let owner = context.settings.owner.value
    return coach ?? (owner.isEmpty ? context.actor.name : owner)
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
