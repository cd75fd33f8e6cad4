import CaseloadCore
import CaseloadScreens
import CaseloadStore

/// Keeps what was filled in on the screen, on the store's thread. Its change has one id from the beginning, so that
/// asking again after an error can never keep it twice.
struct KeepWork: Sendable {
  private let store: Store
  private let context: Context
  private let id: ChangeID

  init(store: Store, context: Context) {
    self.store = store
    self.context = context
    var generator = SystemRandomNumberGenerator()
    id = .random(using: &generator)
  }

  /// Keeps it; what is answered is true of the file.
  func keep(_ keeping: Keeping, for subject: Form.Subject) -> [DashboardResult] {
    [.message(.kept(news(keeping, of: subject.client), subject))]
  }

  private func news(_ keeping: Keeping, of client: ClientNumber) -> KeepNews {
    do throws(StoreError) {
      switch keeping {
      case .contact(let registration, let errand):
        let name = ChangeName(registration, on: context.today)
        switch try store.register(registration, id, reason: "", errand: errand, context) {
        case .saved, .alreadySaved: return .kept(name)
        case .conflict: return .failed(FailureWords.changedMeanwhile.text(in: context.language))
        }
      case .edits(let edits, let name):
        switch try store.keep(edits, id, reason: "", context) {
        case .kept: return .kept(name)
        case .conflict(let values):
          return .conflict(
            ChangeConflict(.keeping(name, client), values: values.map { Contradiction($0) }))
        }
      }
    } catch {
      return .failed(error.message(in: context.language))
    }
  }
}
