import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells

/// Opens stores for commands, and says in words why one cannot be opened.
enum StoreOpening {
  /// The store that was asked for, which must be there.
  static func existing(_ options: StoreOptions, _ surroundings: Surroundings) throws -> Store {
    let path = options.store ?? surroundings.storePath
    return try saying(options, surroundings) { () throws(StoreError) in
      try Store.open(path, actor: Actor(name: surroundings.user), onWait: sayWait)
    }
  }

  /// The store that was asked for (or the one at `other` instead), made where there is none.
  static func made(
    _ options: StoreOptions, _ surroundings: Surroundings, at other: String? = nil
  ) throws -> Store {
    let path = other ?? options.store ?? surroundings.storePath
    return try saying(options, surroundings) { () throws(StoreError) in
      try Store.open(path, create: true, actor: Actor(name: surroundings.user), onWait: sayWait)
    }
  }

  /// What the core is told: today, the language, and the settings in force in this store.
  static func context(
    _ store: Store, _ options: StoreOptions, _ surroundings: Surroundings
  ) throws -> Context {
    let settings = try saying(options, surroundings) { () throws(StoreError) in try store.settings() }
    return surroundings.context(
      language: surroundings.language(asked: options.language), settings: settings)
  }

  /// Runs work with a store; an error of the store ends the command with words and the store's exit code.
  static func saying<Result>(
    _ options: StoreOptions, _ surroundings: Surroundings, _ work: () throws(StoreError) -> Result
  ) throws -> Result {
    do {
      return try work()
    } catch {
      let language = surroundings.language(asked: options.language)
      if case .notFound(let path) = error {
        throw Failure(
          .store,
          "there is no store yet at \(data: path). Begin with: caseload import FILE --drawn DAY, or look around with: caseload demo --store demo.sqlite"
        )
      }
      throw Failure(error.ending, TerminalText(data: error.message(in: language)))
    }
  }

  /// Said once when the wait for another process passes two seconds.
  @Sendable private static func sayWait(_ wait: LockWait) {
    if let holder = wait.holder {
      Console.warn("waiting for process \(Int(holder)), which is using the store …")
    } else {
      Console.warn("waiting for another program that is using the store …")
    }
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

  /// What went wrong, for people.
  func text(in language: Language) -> TerminalText {
    if case .spreadsheet(let fault) = self { return TerminalText(data: fault.message(in: language)) }
    return TerminalText(data: description)
  }
}

extension StoreOptions {
  /// Whose clients are asked for: the coach or team of the options, everybody with `--all`, else the caseload of
  /// the coach whose file this is.
  func scope(_ context: Context) -> Scope {
    if let coach { return .coach(coach) }
    if let team { return .team(team) }
    let owner = context.settings.owner.value
    return all || owner.isEmpty ? .all : .coach(owner)
  }
}
