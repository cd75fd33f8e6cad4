import CaseloadScreens
import CaseloadStore
import Foundation

/// Where the user is, kept on her own desk so that tomorrow begins where today ended. What cannot be kept is no
/// reason to refuse the dashboard: it then begins anew.
final class DeskSession {
  private let desk: Desk?
  private let name: String
  /// Where she was last time.
  let session: Session

  /// Reads the session of a store from the desk.
  init(path: String, store: String) {
    name = "session " + URL(fileURLWithPath: store).standardizedFileURL.path
    desk = try? Desk.open(path)
    let text = (try? desk?.session(name)) ?? nil
    session = text.flatMap { try? JSONDecoder().decode(Session.self, from: Data($0.utf8)) } ?? Session()
  }

  /// Keeps a session.
  func keep(_ session: Session) {
    guard let data = try? JSONEncoder().encode(session) else { return }
    try? desk?.keepSession(name, String(decoding: data, as: UTF8.self))
  }
}
