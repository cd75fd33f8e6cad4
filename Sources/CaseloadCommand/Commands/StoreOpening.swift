import CaseloadCore
import CaseloadExchange
import CaseloadScreens
import CaseloadStore
import Cells

/// Opens stores for commands, and says in words why one cannot be opened.
enum StoreOpening {
  /// The store that was asked for, which must be there.
  static func existing(_ options: StoreOptions, _ surroundings: Surroundings) throws -> Store {
    let path = options.store ?? surroundings.storePath
    return try saying { () throws(StoreError) in
      try Store.open(path, actor: Actor(name: surroundings.user), onWait: sayWait(in: Spoken.language))
    }
  }

  /// The store that was asked for (or the one at `other` instead), made where there is none.
  static func made(
    _ options: StoreOptions, _ surroundings: Surroundings, at other: String? = nil
  ) throws -> Store {
    let path = other ?? options.store ?? surroundings.storePath
    return try saying { () throws(StoreError) in
      try Store.open(
        path, create: true, actor: Actor(name: surroundings.user), onWait: sayWait(in: Spoken.language))
    }
  }

  /// What the core is told: today, the language, and the settings in force in this store.
  static func context(
    _ store: Store, _ options: StoreOptions, _ surroundings: Surroundings
  ) throws -> Context {
    let (settings, calendar) = try saying { () throws(StoreError) in
      (try store.settings(), try store.calendar())
    }
    var context = surroundings.context(language: Spoken.language, settings: settings)
    context.calendar = calendar
    return context
  }

  /// Runs work with a store; an error of the store ends the command with words and the store's exit code.
  static func saying<Result>(_ work: () throws(StoreError) -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      if case .notFound(let path) = error {
        throw Failure(.store, said(FailureWords.noStore, TerminalText(data: path)))
      }
      throw Failure(error)
    }
  }

  /// The register whose keys are meant where none was named: the usual one, or the only one there is.
  static func register(_ asked: String?, _ store: Store) throws -> String {
    if let asked { return asked }
    let names = try saying { () throws(StoreError) in try store.registers() }
    return names.count == 1 ? names[0] : usualRegister
  }

  /// What a register is called where nobody names it.
  static let usualRegister = "register"

  /// Said once when the wait for another process passes two seconds.
  /// The language is given: a write of the dashboard waits on a thread of its own.
  static func sayWait(in language: Language) -> @Sendable (LockWait) -> Void {
    { Console.warn(words(of: $0, in: language)) }
  }

  /// For whom the store is waited for, as far as that is known.
  static func words(of wait: LockWait, in language: Language) -> TerminalText {
    if let holder = wait.holder {
      return Speech.say(FailureWords.waitsForProcess, [TerminalText(Int(holder))], in: language)
    }
    return Speech.say(FailureWords.waitsForProgram, [], in: language)
  }
}

extension StoreError {
  /// How a command ends with this error: data that was refused is another thing than a store that fails.
  var ending: Ending {
    switch self {
    case .drawnEarlier, .refused: .dataRefused
    case .unknownRecord: .nothingFound
    default: .store
    }
  }
}

extension ExchangeError {
  /// How a command ends with this error: a file that is not there, or a sheet that is not in it, was asked for
  /// wrongly; all else is data that was refused.
  var ending: Ending {
    switch self {
    case .file(_, doing: .open, _), .notARegularFile, .spreadsheet(.noSheet), .spreadsheet(.noSheets): .usage
    default: .dataRefused
    }
  }
}

extension Failure {
  /// What the store says, with its exit code.
  init(_ error: StoreError) {
    self.init(error.ending, TerminalText(data: error.message(in: Spoken.language)))
  }
}

extension StoreOptions {
  /// Whose clients are asked for: the coach or team of the options, everybody with `--all`, else the caseload of
  /// the coach whose file this is.
  func scope(_ context: Context) -> Scope {
    if let coach { return Scope.coach(coach).on(context) }
    if let team { return .team(team) }
    let owner = context.settings.owner.value
    return all || owner.isEmpty ? .all : Scope.coach(owner).on(context)
  }

  /// Who is at the keyboard, as clients have it: whoever it is on a dashboard of the same clients.
  func person(_ population: Population, _ context: Context) -> String {
    owner(population, scope(context), context).person(context)
  }

  /// The same where the clients are not read yet. Where a coach was named they need not be.
  func person(_ store: Store, _ context: Context) throws -> String {
    if let coach { return coach }
    let population = try StoreOpening.saying { () throws(StoreError) in try store.load(scope(context)) }
    return person(population, context)
  }
}

extension Scope {
  /// The same on the day of a context: a coach's caseload has the clients of those for whom she stands in that day.
  func on(_ context: Context) -> Scope {
    guard case .coach(let name, _) = self else { return self }
    return .coach(name, standingInFor: context.calendar.colleagues(coveredBy: name, on: context.today))
  }
}
