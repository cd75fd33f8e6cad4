import CaseloadCore
import CaseloadScreens
import CaseloadStore

/// Keeps a contact that was registered on the screen, on the store's thread. Its change has one id from the beginning,
/// so that asking again after an error can never keep it twice.
struct RegisterWork: Sendable {
  private let store: Store
  private let context: Context
  private let errand: String
  private let id: ChangeID

  init(store: Store, context: Context, errand: String) {
    self.store = store
    self.context = context
    self.errand = errand
    var generator = SystemRandomNumberGenerator()
    id = .random(using: &generator)
  }

  /// Keeps it; what is answered is true of the file.
  func keep(_ registration: Registration) -> [DashboardResult] {
    let client = registration.contact.client
    let kind = registration.kind(on: context.today)
    func answer(_ news: RegisterNews) -> [DashboardResult] { [.message(.registered(news, client))] }
    do throws(StoreError) {
      switch try store.register(registration, id, reason: "", errand: errand, context) {
      case .saved, .alreadySaved: return answer(.kept(kind, registration.contact.held ?? context.today))
      case .conflict:
        return answer(.failed(FailureWords.changedMeanwhile.text(in: context.language)))
      }
    } catch {
      return answer(.failed(error.message(in: context.language)))
    }
  }
}
