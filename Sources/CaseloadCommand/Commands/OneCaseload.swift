import CaseloadCore
import CaseloadStore

/// The caseload of one coach, of which a command or the dashboard looks ahead: never a team's, since nobody is set
/// beside another.
struct OneCaseload {
  let store: Store
  let context: Context
  let population: Population
  /// The coach, as absences name them; who is at the keyboard where the file is nobody's in particular.
  let coach: String
  /// The coach whose clients they are; nil where the file is nobody's in particular and all are meant.
  let owner: String?

  /// Opens the caseload that was asked for.
  init(_ options: StoreOptions) throws {
    guard options.team == nil, !options.all else { throw Failure(.usage, said(ForecastWords.ownOnly)) }
    let scope = try OpenScope(options)
    (store, context, population) = (scope.store, scope.context, scope.population)
    let kept = context.settings.owner.value
    owner =
      options.owner(population, options.scope(context), context).coach ?? (kept.isEmpty ? nil : kept)
    coach = options.person(population, context)
  }

  /// Reads the caseload of a coach from a store that is open.
  init(_ store: Store, coach: String, _ context: Context) throws(StoreError) {
    self.store = store
    self.context = context
    self.coach = coach
    owner = coach
    population = try store.load(.coach(coach))
  }

  /// The coach's own clients, those of colleagues for whom they stand in left out.
  var own: Selection { owner.map { population.clients(ofCoach: $0) } ?? population.alive }

  /// All rows by name.
  var rows: [Int] { population.order([SortKey("name")], context).map { Int($0) } }

  /// What the forecast reads of the own clients.
  var forecastClients: [Forecast.Client] {
    let own = own
    return rows.filter(own.contains).map { population.forecastClient(at: $0, context) }
  }
}
