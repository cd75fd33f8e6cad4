import CaseloadCore
import CaseloadScreens
import CaseloadStore

/// What the store's thread does for the screens. Errors become words without personal data.
enum DashboardWork {
  /// Reads one client's record with its newest changes, or all of them.
  static func record(
    _ store: Store, _ number: ClientNumber, _ context: Context, changes: Int? = JournalPage.screenful
  ) -> [DashboardResult] {
    answer(context) { () throws(StoreError) in
      if number == .nobody {
        let free = ClientRecord(number: number, errands: try store.freeErrands())
        return [.record(free, RecordShelf.Key(context))]
      }
      return try store.record(of: number, journal: changes).map {
        [.record(ClientRecord($0, context), RecordShelf.Key(context))]
      }
        ?? []
    }
  }

  /// Reads a record before anybody asks for it. What goes wrong is said when she is asked for: then it is read
  /// again.
  static func recordAhead(_ store: Store, _ number: ClientNumber, _ context: Context) -> [DashboardResult] {
    record(store, number, context).filter { if case .record = $0 { true } else { false } }
  }

  /// Finds the clients whose notes hold a text.
  static func notes(_ store: Store, _ text: String, _ context: Context) -> [DashboardResult] {
    answer(context) { () throws(StoreError) in [.message(.notes(text, try store.notes(containing: text)))] }
  }

  /// Finds the clients whose telephone numbers hold some digits.
  static func phones(_ store: Store, _ digits: String, _ context: Context) -> [DashboardResult] {
    answer(context) { () throws(StoreError) in
      [.message(.phones(digits, try store.clients(withPhone: digits)))]
    }
  }

  /// Reads what was changed after a change, by this process or another.
  static func changes(
    _ store: Store, since: Int64, _ scope: Scope, _ context: Context
  ) -> [DashboardResult] {
    answer(context) { () throws(StoreError) in
      let changed = try store.changes(since: since)
      if changed.last == since { return [] }
      // Colleagues first: who is away decides what the rest means.
      let news: [DashboardResult] = [.upToDate(changed.last), .message(.team(try team(store)))]
      if changed.everything { return news + [.message(try everybody(store, scope))] }
      let found = try store.facts(of: changed.numbers).filter { scope.holds($0) }
      let kept = Set(found.map(\.number))
      let gone = changed.numbers.filter { !kept.contains($0) }
      return news + [.message(.changed(found, removed: gone))]
    }
  }

  /// Reads all clients of a scope, for it is another than it was.
  static func reload(_ store: Store, _ scope: Scope, _ context: Context) -> [DashboardResult] {
    answer(context) { () throws(StoreError) in [.message(try everybody(store, scope))] }
  }

  private static func everybody(_ store: Store, _ scope: Scope) throws(StoreError) -> Message {
    var all: [ClientFacts] = []
    try store.forEachClient(in: scope) { all.append($0) }
    return .reloaded(all)
  }

  /// Who is away, and which hand-overs wait.
  static func team(_ store: Store) throws(StoreError) -> TeamNews {
    TeamNews(calendar: try store.calendar(), transfers: try store.waitingTransfers())
  }

  /// Looks ahead over the caseload of a coach, in the language of whoever asks.
  static func ahead(_ store: Store, _ coach: String, _ context: Context) -> [DashboardResult] {
    answer(context) { () throws(StoreError) in
      let caseload = try OneCaseload(store, coach: coach, context)
      let page = Spoken.$language.withValue(context.language) {
        Result { () throws(StoreError) in try AheadPage(caseload) }
      }
      return [.message(.ahead(try page.get().lines))]
    }
  }

  /// Reads which colleagues the store knows.
  static func colleagues(_ store: Store, _ context: Context) -> [DashboardResult] {
    answer(context) { () throws(StoreError) in [.message(.colleagues(try store.colleagues()))] }
  }

  private static func answer(
    _ context: Context, _ work: () throws(StoreError) -> [DashboardResult]
  ) -> [DashboardResult] {
    do {
      return try work()
    } catch {
      return [.message(.failed(error.message(in: context.language)))]
    }
  }
}

extension Scope {
  /// Whether a client belongs to this scope.
  func holds(_ client: ClientFacts) -> Bool {
    switch self {
    case .all: true
    case .coach(let name, let others):
      ([name] + others).contains { client.values["coach"]?.content == .text($0) }
    case .team(let name): client.values["team"]?.content == .text(name)
    }
  }
}
