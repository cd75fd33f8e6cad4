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

  /// Imports the file; gives how many rows were refused.
  func run(_ path: String) throws -> Int {
    let digest = DigestBox()
    let file = try ImportFile(
      path: path, encoding: plan.encoding, separator: plan.separator, observe: digest.update)
    if !isQuiet { try Console.say("\(data: path): \(data: file.sniffed.summary)") }
    let reader = try ClientImport(
      file.reader, mapping: plan.mapping, catalogue: store.catalogue, drawn: plan.drawn,
      refusedFor: plan.refusedPath(for: path))
    let session = try ImportSession(
      store, source: plan.source(reader.mapping, digest: ""), columns: reader.fields)
    defer { session.discard() }
    var told: [ToldContact] = []
    var refusals = Refusals()
    var progress = ProgressLine("reading")
    while let step = try reader.next() {
      switch step {
      case .refused(let line, let problem): refusals.add(line, problem)
      case .row(let client):
        let values = zip(reader.fields, client.values).map { field, value in
          adjust.map { $0(value, field) } ?? value
        }
        _ = try session.add(key: client.key, values: values, line: client.line)
        for contact in client.contacts {
          told.append(ToldContact(key: client.key, contact: contact, line: client.line))
        }
      }
      progress.show(reader.progress.read, of: reader.progress.total ?? 0)
    }
    progress.end()
    var merging = ProgressLine("merging")
    // The digest is of the bytes that were read, so it is known only now.
    session.source.fileDigest = digest.text
    // Mended rows are a few out of an export: who is not among them is not absent from the register.
    if file.reader.readsRefusedFile { session.source.isFull = false }
    let result = try session.merge(
      as: .random(), options: plan.merging(refusedBefore: reader.report.refused), context
    ) { done, all in merging.show(done, of: all) }
    merging.end()
    let refusedFile = try reader.finish()
    try ToldContacts(store: store, plan: plan, context: context).merge(told, reader.mapping, digest.text)
    if !isQuiet {
      try ImportSummary(
        report: reader.report, result: result, isDryRun: plan.isDryRun, refusedFile: refusedFile,
        refusals: refusals
      ).say(unit: "clients")
    }
    return result.counts.refused
  }
}

extension ChangeID {
  /// A new id from the system's generator.
  static func random() -> ChangeID {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }
}
