import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells

/// Writes what was changed here for the register it came from.
struct ChangesExport {
  let store: Store
  let context: Context
  /// The first day of changes.
  let since: Day
  /// Where the file will stand.
  let output: String
  /// The register whose keys the file has.
  let register: String
  var scope = Scope.all
  /// Also what was handed over before.
  var again = false

  /// Why fields are not in the file, each with how often.
  struct Left: Hashable {
    var field: FieldID
    var reason: Phrase
  }

  /// Writes the file, then notes that it was handed over: a file that could not be written whole leaves nothing
  /// noted. Says what is in it on standard output, and what is not on standard error, in counts alone.
  func run(_ empty: ChangesFile) throws {
    var file = empty
    let found = try asking { () throws(StoreError) in
      try store.changesHere(since: since, register: register, scope: scope, again: again)
    }
    var left: [Left: Int] = [:]
    var handed: [ChangedClient] = []
    for client in found.clients {
      guard let key = client.key else {
        for (field, _) in client.changes {
          left[Left(field: field, reason: ChangesWords.noKeyOfHers), default: 0] += 1
        }
        continue
      }
      let unwritten = file.add(key, client.changes)
      for (field, reason) in unwritten { left[Left(field: field, reason: reason.words), default: 0] += 1 }
      var written = client
      written.changes.removeAll { unwritten[$0.field] != nil }
      if !written.changes.isEmpty { handed.append(written) }
    }
    guard !handed.isEmpty else {
      try Console.say(said(ChangesWords.nothing, TerminalText(data: since.iso)))
      sayLeft(left, found)
      throw Ending.nothingFound
    }
    guard try writing({ () throws(ExchangeError) in try file.write(to: output) }) else {
      throw Failure(.usage, said(FailureWords.thereAlready, TerminalText(data: output)))
    }
    do {
      try store.noteHandedOver(handed, to: register, as: .random(), context)
    } catch {
      let why = TerminalText(data: error.message(in: Spoken.language))
      throw Failure(.store, said(ChangesWords.notMarked, TerminalText(data: output), why))
    }
    let (name, version) = file.mappingName
    try Console.say(
      said(
        ChangesWords.written, handed.reduce(0) { $0 + $1.changes.count }, TerminalText(data: output),
        said(ImportWords.clients, handed.count), TerminalText(data: register), TerminalText(data: name),
        TerminalText(version)))
    try Console.say(said(ChangesWords.keepClosed))
    sayLeft(left, found)
  }

  /// Fields by their names and counts, in the catalogue's order.
  private func sayLeft(_ left: [Left: Int], _ found: ChangesHere) {
    for field in store.catalogue.fields {
      let reasons = left.filter { $0.key.field == field.id }.sorted { $0.key.reason.key < $1.key.reason.key }
      for (entry, count) in reasons {
        Console.warn(
          said(
            ChangesWords.left, TerminalText(data: field.label.text(in: context.language)),
            TerminalText(count),
            said(entry.reason)))
      }
    }
    if found.older > 0 {
      Console.warn(said(ChangesWords.older, found.older, TerminalText(data: since.iso)))
    }
    if found.contacts > 0 { Console.warn(said(ChangesWords.contacts, found.contacts)) }
  }

  private func asking<Result>(_ work: () throws(StoreError) -> Result) throws -> Result {
    try StoreOpening.saying(work)
  }

  private func writing<Result>(_ work: () throws(ExchangeError) -> Result) throws -> Result {
    do { return try work() } catch { throw Failure(.store, error) }
  }
}

extension Unwritable {
  /// Why a field is not in the file, for people.
  fileprivate var words: Phrase {
    switch self {
    case .noColumn: ChangesWords.noColumn
    case .state: ChangesWords.state
    case .noSpelling: ChangesWords.noSpelling
    case .notUnderstood: ChangesWords.notUnderstood
    case .unsafe: ChangesWords.unsafe
    }
  }
}
