import CaseloadCore
import CaseloadScreens
import CaseloadStore

/// Undoes or does again on the store's thread. The change has one id from the beginning, so that it can never be done
/// twice.
struct UndoWork: Sendable {
  private let store: Store
  private let context: Context
  private let id: ChangeID

  init(store: Store, context: Context) {
    self.store = store
    self.context = context
    var generator = SystemRandomNumberGenerator()
    id = .random(using: &generator)
  }

  /// Takes the step; what is answered is true of the file.
  func take(_ way: Undoing, of client: ClientNumber?) -> [DashboardResult] {
    [.message(.undone(news(way, of: client)))]
  }

  private func news(_ way: Undoing, of client: ClientNumber?) -> UndoNews {
    do throws(StoreError) {
      switch try store.step(way, of: client, as: id, context) {
      case .done(let step): return .done(step)
      case .nothing(let erased): return .nothing(way, of: client, erased: erased)
      case .conflict(let step, let values):
        return .conflict(ChangeConflict(.step(step), values: values.map { Contradiction($0) }))
      }
    } catch {
      return .failed(error.message(in: context.language))
    }
  }
}
