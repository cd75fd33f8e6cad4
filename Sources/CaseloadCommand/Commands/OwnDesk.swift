import CaseloadCore
import CaseloadStore
import Cells
import Foundation

/// The user's desk, for commands that only read it: none is made.
struct OwnDesk {
  /// Her own worklists.
  var worklists: [OwnWorklist] = []
  /// Her private notes about the clients of one store.
  var notes: [ClientNumber: PrivateNote] = [:]

  /// Reads the desk; where it cannot be read that is said, and nothing lies on it.
  init(_ surroundings: Surroundings, store: String, _ language: Language) {
    do throws(StoreError) {
      guard try Desk.isThere(surroundings.deskPath) else { return }
      let desk = try Desk.open(surroundings.deskPath)
      worklists = try desk.worklists()
      notes = try desk.notes(of: Self.place(of: store))
      try desk.close()
    } catch {
      Console.warn(said(FailureWords.ownUnreadable, TerminalText(data: error.message(in: language))))
    }
  }

  /// By what the desk knows a store: its whole path.
  static func place(of store: String) -> String { URL(fileURLWithPath: store).standardizedFileURL.path }
}
