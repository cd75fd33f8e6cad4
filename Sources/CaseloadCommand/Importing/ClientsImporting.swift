import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells

/// Takes a register's export into the store: read, staged without the lock, merged in one short transaction.
struct ClientsImporting {
  let store: Store
  let plan: ImportPlan
  let context: Context
  /// Moves the days of values, so that a demonstration of last year's fixtures is of today; nil changes nothing.
  var adjust: ((Value, FieldID) -> Value)?
  /// Says what was done; quiet for a demonstration.
  var isQuiet = false
  /// Sees each client of the file as it is read.
  var look: ((ImportedClient, [FieldID]) -> Void)?
  /// Is told how far it is, instead of a bar on the terminal.
  var observe: ((ImportStage, Int) -> Void)?
  /// The digest of the file that was looked at before; another file is not stored. Nil: any.
  var expected: String?

  /// Imports the file; gives how many rows were refused.
  func run(_ path: String) throws -> Int {
    let summary = try outcome(path)
    if !isQuiet { try summary.say(unit: ImportWords.clients) }
    return summary.result.counts.refused
  }

  /// Imports the file, and gives what it came to.
  func outcome(_ path: String) throws -> ImportSummary {
    let digest = DigestBox()
    let file = try ImportFile(
      path: path, encoding: plan.encoding, separator: plan.separator, sheet: plan.sheet,
      observe: digest.update)
    if !isQuiet { try Console.say("\(data: path): \(data: file.summary(in: context.language))") }
    let reader = try ClientImport(
      file.reader, mapping: plan.mapping, catalogue: store.catalogue, drawn: plan.drawn,
      refusedFor: plan.refusedPath(for: path), language: context.language)
    try checkIsRegister(reader)
    let session = try ImportSession(
      store, source: plan.source(reader.mapping, digest: ""), columns: reader.fields)
    // What the export's own columns tell of contacts goes in with it, or not at all.
    let told = try ContactsImport(store, source: plan.source(reader.mapping, digest: ""))
    defer {
      session.discard()
      told.discard()
    }
    var refusals = Refusals()
    var unreadable = 0
    var hasTold = false
    var progress = ProgressLine(said(ImportWords.reading), .reading, observe)
    while let step = try reader.next() {
      switch step {
      case .refused(let line, let problem):
        refusals.add(line, problem)
        // Who is in the file is not absent from it, also where her row is refused.
        if let key = reader.refusedKey { try session.notePresent(key) } else { unreadable += 1 }
      case .row(let client)
      where try plan.changesOnly && store.lookup(client.key, register: plan.register) == nil:
        // A file of changes makes nobody.
        let problem = RowProblem.other(Sentence(ImportWords.noSuchClient))
        try reader.refuseLast(problem)
        refusals.add(client.line, problem)
      case .row(let client):
        look?(client, reader.fields)
        try stage(client, reader.fields, session)
        for contact in client.contacts {
          hasTold = true
          _ = try told.add(
            key: client.key, contact: contact.contact(of: ClientNumber(0)), line: client.line)
        }
      }
      progress.show(reader.progress.read, of: reader.progress.total ?? 0)
    }
    progress.end()
    // The digest is of the bytes that were read, so it is known only now.
    session.source.fileDigest = digest.text
    told.source.fileDigest = digest.text
    if let expected, digest.text != expected {
      throw Failure(.dataRefused, TerminalText(data: Self.otherFile.text(in: context.language)))
    }
    // Mended rows are a few out of an export, and of a row without a readable key nobody knows whose it is: who
    // is not in such a file is not absent from the register.
    if file.reader.readsRefusedFile || unreadable > 0 { session.source.isFull = false }
    var merging = ProgressLine(said(ImportWords.merging), .merging, observe)
    let result = try session.merge(
      as: .random(), with: hasTold ? (told, .random()) : nil,
      options: plan.merging(refusedBefore: reader.report.refused), context
    ) { done, all in merging.show(done, of: all) }
    merging.end()
    let refusedFile = try reader.finish()
    var summary = ImportSummary(
      report: reader.report, result: result.clients, isDryRun: plan.isDryRun, refusedFile: refusedFile,
      refusals: refusals, told: result.contacts, unreadable: plan.isPartial ? 0 : unreadable)
    summary.storeWords = plan.storeWords
    summary.setAside = try plan.setAside(path, refused: refusedFile, already: reader.setAside)
    summary.format = file.summary(in: context.language)
    summary.digest = digest.text
    return summary
  }

  private static let otherFile = Phrase(
    "import.other-file", "the file is another than the one that was looked at; nothing was stored")

  /// A file without any name is hardly a register's export; taken as one, it would make clients of nobody.
  private func checkIsRegister(_ reader: ClientImport) throws {
    guard !reader.fields.contains("name"), !plan.isPartial, !plan.changesOnly else { return }
    throw Failure(.dataRefused, said(ImportWords.noNameColumn))
  }

  private func stage(_ client: ImportedClient, _ fields: [FieldID], _ session: ImportSession) throws {
    guard let adjust else {
      let entries = client.entries
      _ = try session.add(
        key: client.key, count: entries.count, line: client.line, number: { entries[$0].spelling },
        value: { entries[$0].value })
      return
    }
    let values = zip(fields, client.values).map { adjust($1, $0) }
    _ = try session.add(key: client.key, values: values, line: client.line)
  }
}

extension ChangeID {
  /// A new id from the system's generator.
  static func random() -> ChangeID {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }
}
