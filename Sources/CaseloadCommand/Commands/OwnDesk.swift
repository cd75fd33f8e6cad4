import CaseloadCore
import CaseloadStore
import Cells

/// The user's desk, for commands that only read it: none is made.
enum OwnDesk {
  /// Her own worklists; where the desk cannot be read that is said, and there are none.
  static func worklists(_ surroundings: Surroundings, _ language: Language) -> [OwnWorklist] {
    do throws(StoreError) {
      guard try Desk.isThere(surroundings.deskPath) else { return [] }
      let desk = try Desk.open(surroundings.deskPath)
      let lists = try desk.worklists()
      try desk.close()
      return lists
    } catch {
      Console.warn(said(FailureWords.ownUnreadable, TerminalText(data: error.message(in: language))))
      return []
    }
  }
}
