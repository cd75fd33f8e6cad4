import CaseloadCore
import CaseloadStore
import Cells

/// A store opened for one command that reads: the clients in scope, and the questions commands ask of them.
struct OpenScope {
  let store: Store
  let context: Context
  let population: Population
  /// The worklists that the program comes with, and those on the user's desk.
  let worklists: [Worklist]
  private let notes: [ClientNumber: PrivateNote]
  private let options: StoreOptions

  /// Opens the store and loads the scope that was asked for. Where nobody is in it the coaches or teams there are are
  /// said, unless `maybeNobody` leaves that to the command.
  init(_ options: StoreOptions, closedToo: Bool = false, maybeNobody: Bool = false) throws {
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = try StoreOpening.context(store, options, surroundings)
    self.store = store
    self.context = context
    self.options = options
    population = try StoreOpening.saying { () throws(StoreError) in
      try store.load(options.scope(context), closedToo: closedToo)
    }
    let desk = OwnDesk(surroundings, store: store.path, context.language)
    notes = desk.notes
    worklists = Worklist.all(
      own: desk.worklists, language: context.language, catalogue: store.catalogue)
    if !maybeNobody { try checkIsSomebody() }
  }

  /// Says which coaches or teams there are, where nobody is in the scope that was asked for.
  func checkIsSomebody() throws {
    guard population.count == 0, options.coach != nil || options.team != nil else { return }
    let isTeam = options.team != nil
    let names = try asking { () throws(StoreError) in try isTeam ? store.teams() : store.coaches() }
    throw Failure(
      .nothingFound,
      said(
        isTeam ? FailureWords.nobodyInTeam : FailureWords.nobodyInScope, FailureWords.list(names)))
  }

  /// Reads a filter; an error shows the place with a caret and the nearest word.
  func parse(_ text: String) throws -> Filter {
    do {
      return try FilterParser.parse(text, worklists: worklists, language: context.language)
    } catch {
      let shown = TerminalText(data: text)
      let before = TerminalText(
        data: String(String.UnicodeScalarView(text.unicodeScalars.prefix(error.range.lowerBound))))
      Console.warn("  \(shown)")
      Console.warn("  \(TerminalText.repeating(" ", count: before.width))^")
      throw Failure(.usage, TerminalText(data: error.message))
    }
  }

  /// Who passes a filter. Notes are looked up in the store.
  func evaluate(_ filter: Filter) throws -> Outcome {
    var links = FilterLinks(worklists: worklists)
    links.take(notes)
    for text in filter.noteTexts {
      links.notes[text] = try asking { () throws(StoreError) in try store.notes(containing: text) }
    }
    return population.evaluate(filter, context, links)
  }

  /// Asks the store; its errors end the command with words.
  func asking<Result>(_ work: () throws(StoreError) -> Result) throws -> Result {
    try StoreOpening.saying(work)
  }

  /// The three counts with their denominator: "19 yes · 4 unknown · 95 no of 118".
  func counts(_ outcome: Outcome) -> String {
    let (yes, unknown, all) = (outcome.yes.count, outcome.unknown.count, population.count)
    return ReportWords.counts.text(
      in: context.language, [yes, unknown, all - yes - unknown, all].map { String($0) })
  }

  /// Fields by the ids in a list with commas; each must be usable so.
  func fields(_ list: String, for use: Uses) throws -> [Field] {
    try list.split(separator: ",").map { word in
      let id = FieldID(word.trimmingPrefix(" ").lowercased())
      guard let field = population.catalogue[id] else {
        throw Failure(.usage, said(FailureWords.noField, TerminalText(data: String(word))))
      }
      guard field.uses.contains(use) else {
        throw Failure(.usage, said(FailureWords.notUsable, TerminalText(data: field.id.text)))
      }
      return field
    }
  }

  /// Sort keys by the ids in a list with commas; `-` before one turns it round.
  func sortKeys(_ list: String) throws -> [SortKey] {
    try list.split(separator: ",").map { word in
      let isDown = word.utf8.first == UInt8(ascii: "-")
      let name = isDown ? word.dropFirst() : word
      guard let field = try fields(String(name), for: .list).first else {
        throw Failure(.usage, said(FailureWords.noSortField))
      }
      return SortKey(field.id, ascending: !isDown)
    }
  }

  /// A cell of a report: words for people, codes and ISO days for machines. A secret address is marked for people, and
  /// left out for machines: a file goes where nobody reads a mark.
  func cell(_ field: Field, at row: Int, _ format: OutputFormat) -> ReportCell {
    guard format == .table else { return .listed(field, at: row, population, context) }
    let value = population.value(field.id, at: row, context)
    let words = words(value, field, at: row)
    let isThere = value.state != .empty || value.raw != nil
    return isThere && population.isSecret(field.id, at: row, context)
      ? .text(SecretAddress.marked.text(in: context.language, [words.text])) : words
  }

  private func words(_ value: Value, _ field: Field, at row: Int) -> ReportCell {
    switch field.id {
    case "seen": .text(LastSeenText.short(population.lastSeen(at: row, on: context.today), context))
    case _ where value.state == .empty && value.raw == nil: .text("—")
    default: .text(ValueText.text(value, of: field, context))
    }
  }
}
