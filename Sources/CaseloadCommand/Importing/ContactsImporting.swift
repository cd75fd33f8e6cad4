import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells

/// Takes a file of contacts into the store: read, staged, merged in one short transaction.
struct ContactsImporting {
  let store: Store
  let plan: ImportPlan
  let context: Context
  /// Moves the days of contacts by this many, for a demonstration.
  var moveDays = 0
  /// Says what was done; quiet for a demonstration.
  var isQuiet = false

  /// Imports the file, complete from `since`; gives how many rows were refused.
  func run(_ path: String, since: Day?) throws -> Int {
    let digest = DigestBox()
    let file = try ImportFile(
      path: path, encoding: plan.encoding, separator: plan.separator, sheet: plan.contactsSheet,
      observe: digest.update)
    if !isQuiet { try Console.say("\(data: path): \(data: file.summary(in: Spoken.language))") }
    let reader = try CaseloadExchange.ContactImport(
      file.reader, mapping: plan.mapping ?? Mapping(), drawn: plan.drawn.adding(days: -moveDays),
      refusedFor: plan.refusedPath(for: path), language: Spoken.language)
    let session = try ContactsImport(store, source: plan.source(reader.mapping, digest: ""))
    defer { session.discard() }
    var progress = ProgressLine(said(ImportWords.readingContacts))
    var refusals = Refusals()
    while let step = try reader.next() {
      switch step {
      case .refused(let line, let problem): refusals.add(line, problem)
      case .row(let row):
        // Nobody but the store can say whether a client is known; the row goes back to be mended.
        if try store.lookup(row.key, register: plan.register) == nil {
          let problem = RowProblem.other(Sentence(ImportWords.noSuchClient))
          try reader.refuseLast(problem)
          refusals.add(row.line, problem)
        } else {
          let contact = row.contact.contact(of: ClientNumber(0)).moved(days: moveDays)
          _ = try session.add(key: row.key, contact: contact, line: row.line)
        }
      }
      progress.show(reader.progress.read, of: reader.progress.total ?? 0)
    }
    progress.end()
    session.source.fileDigest = digest.text
    // Mended rows are a few out of a file: their earliest day is not the day from which all contacts are known.
    let isPart = since == nil && file.reader.readsRefusedFile
    let from = isPart ? nil : since ?? reader.report.earliestContact?.adding(days: moveDays)
    var merging = ProgressLine(said(ImportWords.mergingContacts))
    let result = try session.merge(
      as: .random(), history: isPart ? .asKnown : .complete(since: from),
      options: plan.merging(refusedBefore: reader.report.refused), context
    ) { done, all in merging.show(done, of: all) }
    merging.end()
    let refusedFile = try reader.finish()
    if !isQuiet {
      var summary = ImportSummary(
        report: reader.report, result: result, isDryRun: plan.isDryRun, refusedFile: refusedFile,
        refusals: refusals)
      summary.storeWords = plan.storeWords
      summary.setAside = try plan.setAside(path, refused: refusedFile, already: reader.setAside)
      try summary.say(unit: ImportWords.contacts)
      if let from {
        try Console.say(
          said(SummaryWords.known, TerminalText(data: from.iso), TerminalText(data: plan.drawn.iso)))
      }
    }
    return result.counts.refused
  }
}

extension Contact {
  /// The contact with its days moved.
  func moved(days: Int) -> Contact {
    guard days != 0 else { return self }
    var contact = self
    contact.held = held?.adding(days: days)
    contact.logged = logged?.adding(days: days)
    contact.answered = answered?.adding(days: days)
    return contact
  }
}
