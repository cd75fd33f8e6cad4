import CaseloadScreens
import Synchronization

/// The drafts that are to be kept: of each form only what was typed last. Keys come faster than a disk writes, and a
/// text that is pasted letter by letter would wait for a write a letter.
final class DraftShelf: Sendable {
  private let waiting = Mutex<[Form.Subject: [String: String]?]>([:])

  /// Puts a draft in place of the form's one that waits, nil to let it go; whether none waited, so that somebody is to
  /// be sent to keep it.
  func put(_ draft: [String: String]?, of form: Form.Subject) -> Bool {
    waiting.withLock { $0.updateValue(draft, forKey: form) == nil }
  }

  /// Takes what waits of a form; nil where it was taken already.
  func take(_ form: Form.Subject) -> [String: String]?? {
    waiting.withLock { $0.removeValue(forKey: form) }
  }
}
