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
      notes = try Self.notes(on: desk, of: Self.place(of: store), surroundings.today)
      try desk.close()
    } catch {
      Console.warn(said(FailureWords.ownUnreadable, TerminalText(data: error.message(in: language))))
    }
  }

  /// One's notes about the clients of a store, as they are on a day. Those whose last day is past are deleted first, by
  /// whatever command or dashboard reads them next. To ask as of a day to come (`--today`) takes none away.
  static func notes(
    on desk: Desk, of place: String, _ today: Day
  ) throws(StoreError) -> [ClientNumber: PrivateNote] {
    _ = try desk.dropExpired(of: place, on: min(today, Surroundings.localDay(at: time(nil))))
    return try desk.notes(of: place).filter { $0.value.until >= today }
  }

  /// By what the desk knows a store: its whole path.
  static func place(of store: String) -> String { URL(fileURLWithPath: store).standardizedFileURL.path }
}
