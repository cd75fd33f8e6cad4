import CaseloadCore
import CaseloadScreens
import CaseloadStore

/// Changes the store on its thread: keeps what was filled in, undoes, does again. A change has one id until it is known
/// what became of it, so that asking again after an error can never make it twice.
struct ChangeWork: Sendable {
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
    if case .export(let wish) = keeping {
      let work = ExportWork(store: store, context: context)
      return [.message(.kept(work.news(wish), subject))]
    }
    return [.message(.kept(news(keeping, for: subject), subject))]
  }

  private func news(_ keeping: Keeping, for subject: Form.Subject) -> KeepNews {
    let id = ids.id(of: keeping, for: subject)
    do throws(StoreError) {
      let news = try news(keeping, id, of: subject.client)
      ids.settle(subject)
      return news
    } catch {
      if case .unknownWhetherSaved = error {} else { ids.settle(subject) }
      return .failed(error.message(in: context.language))
    }
  }

  private func news(
    _ keeping: Keeping, _ id: ChangeID, of client: ClientNumber?
  ) throws(StoreError) -> KeepNews {
    switch keeping {
    case .contact(let registration, let errand):
      switch try store.register(registration, id, reason: "", errand: errand, context) {
      case .saved, .alreadySaved: return .kept(ChangeName(registration, on: context.today))
      case .conflict: return .failed(FailureWords.changedMeanwhile.text(in: context.language))
      }
    case .edits(let edits, let name): return try keep(edits, name, id, reason: "", of: client)
    case .bulk(let deed, let clients, let reason):
      let edits = try edits(deed, clients)
      return try keep(edits, ChangeName(edits), id, reason: reason, of: nil)
    // They are the desk's and a file's, and never reach the store.
    case .notes, .export: return .kept(ChangeName([]))
    }
  }

  private func keep(
    _ edits: [Edit], _ name: ChangeName, _ id: ChangeID, reason: String, of client: ClientNumber?
  ) throws(StoreError) -> KeepNews {
    switch try store.keep(edits, id, reason: reason, context) {
    case .kept: return .kept(name, client == nil ? [] : edits)
    case .conflict(let values):
      return .conflict(ChangeConflict(.keeping(name, client), values: values.map { Contradiction($0) }))
    }
  }

  /// The edits of all of them, over what is kept of each now.
  private func edits(_ deed: BulkDeed, _ clients: [ClientNumber]) throws(StoreError) -> [Edit] {
    var edits: [Edit] = []
    for (place, number) in clients.enumerated() {
      guard let stored = try store.record(of: number, journal: 0) else { continue }
      let record = ClientRecord(number: number, values: stored.values, transfers: stored.transfers)
      // Who changed meanwhile so that she is left out, is left out.
      if case .success(let more) = deed.edits(record, id: RecordRef.new - Int64(place), context) {
        edits += more
      }
    }
    return edits
  }

  /// Takes the step; what is answered is true of the file.
  func take(_ way: Undoing, of client: ClientNumber?) -> [DashboardResult] {
    [.message(.undone(news(way, of: client)))]
  }

  private func news(_ way: Undoing, of client: ClientNumber?) -> UndoNews {
    do throws(StoreError) {
      var generator = SystemRandomNumberGenerator()
      switch try store.step(way, of: client, as: .random(using: &generator), context) {
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
