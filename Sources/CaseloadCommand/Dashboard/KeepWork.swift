import CaseloadCore
import CaseloadScreens
import CaseloadStore

/// Keeps what was filled in on the screen, on the store's thread. Its change has one id until it is known what became of
/// it, so that asking again after an error can never keep it twice.
struct KeepWork: Sendable {
  private let store: Store
  private let context: Context
  private let ids: KeepIDs

  init(store: Store, context: Context, ids: KeepIDs) {
    self.store = store
    self.context = context
    self.ids = ids
  }

  /// Keeps it; what is answered is true of the file.
  func keep(_ keeping: Keeping, for subject: Form.Subject) -> [DashboardResult] {
    [.message(.kept(news(keeping, for: subject), subject))]
  }

  private func news(_ keeping: Keeping, for subject: Form.Subject) -> KeepNews {
    let id = ids.id(of: keeping, for: subject)
    do throws(StoreError) {
      switch keeping {
      case .contact(let registration, let errand):
        let name = ChangeName(registration, on: context.today)
        let outcome = try store.register(registration, id, reason: "", errand: errand, context)
        ids.settle(subject)
        switch outcome {
        case .saved, .alreadySaved: return .kept(name)
        case .conflict: return .failed(FailureWords.changedMeanwhile.text(in: context.language))
        }
      case .edits(let edits, let name):
        let outcome = try store.keep(edits, id, reason: "", context)
        ids.settle(subject)
        switch outcome {
        case .kept: return .kept(name)
        case .conflict(let values):
          return .conflict(
            ChangeConflict(.keeping(name, subject.client), values: values.map { Contradiction($0) }))
        }
      }
    } catch {
      if case .unknownWhetherSaved = error {} else { ids.settle(subject) }
      return .failed(error.message(in: context.language))
    }
  }
}
