import CaseloadCore
import CaseloadScreens
import Synchronization

/// The ids under which forms ask to be kept. Where it is not known whether a form was saved, the same form asked for
/// again is the same change: it can never be kept twice. What was filled in otherwise since is another change.
final class KeepIDs: Sendable {
  private struct Asked {
    var keeping: Keeping
    var id: ChangeID
  }

  private let unresolved = Mutex<[Form.Subject: Asked]>([:])

  /// The id under which this is to be asked for.
  func id(of keeping: Keeping, for subject: Form.Subject) -> ChangeID {
    unresolved.withLock { asked in
      if let known = asked[subject], known.keeping == keeping { return known.id }
      var generator = SystemRandomNumberGenerator()
      let id = ChangeID.random(using: &generator)
      asked[subject] = Asked(keeping: keeping, id: id)
      return id
    }
  }

  /// It is known what became of it.
  func settle(_ subject: Form.Subject) { unresolved.withLock { $0[subject] = nil } }
}
