import CaseloadCore
import CaseloadStore

/// The caseload of one coach, of which a command looks ahead: never a team's, since nobody is set beside another.
struct OneCaseload {
  let scope: OpenScope
  /// The coach, as absences name her; who is at the keyboard where the file is nobody's in particular.
  let coach: String
  /// The coach whose clients they are; nil where the file is nobody's in particular and all are meant.
  let owner: String?

  var context: Context { scope.context }
  var population: Population { scope.population }

  /// Opens the caseload that was asked for.
  init(_ options: StoreOptions) throws {
    guard options.team == nil, !options.all else { throw Failure(.usage, said(ForecastWords.ownOnly)) }
    scope = try OpenScope(options)
    let kept = scope.context.settings.owner.value
    owner =
      options.owner(scope.population, options.scope(scope.context), scope.context).coach
      ?? (kept.isEmpty ? nil : kept)
    coach = options.person(scope.population, scope.context)
  }

  /// Her own clients, those of colleagues for whom she stands in left out.
  var own: Selection { owner.map { population.clients(ofCoach: $0) } ?? population.alive }

  /// All rows by name.
  var rows: [Int] { population.order([SortKey("name")], context).map { Int($0) } }
}
