import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells

/// Takes clients' own answers into the store: read, staged, merged in one short transaction.
struct AnswersImporting {
  let store: Store
  let plan: ImportPlan
  let context: Context
  /// The day of answers that say none; nil: such rows are refused.
  let day: Day?

  /// Imports the file; gives how many rows were refused.
  func run(_ path: String) throws -> Int {
    let digest = DigestBox()
    let file = try ImportFile(
      path: path, encoding: plan.encoding, separator: plan.separator, sheet: plan.sheet, orJSON: true,
      observe: digest.update)
    try Console.say("\(data: path): \(data: file.summary(in: context.language))")
    let reader = try AnswersImport(
      file.reader, mapping: plan.mapping, catalogue: store.catalogue, day: day, today: context.today,
      refusedFor: plan.refusedPath(for: path), language: context.language)
    let session = try AnswersSession(
      store, source: plan.source(reader.mapping, digest: ""), fields: reader.fields)
    var refusals = Refusals()
    var latest: Day?
    var progress = ProgressLine(said(ImportWords.reading))
    while let step = try reader.next() {
      switch step {
      case .refused(let line, let problem): refusals.add(line, problem)
      case .row(let answers):
        do throws(RowProblem) {
          try stage(answers, session)
          latest = max(latest ?? answers.day, answers.day)
        } catch {
          try reader.refuseLast(error)
          refusals.add(answers.line, error)
        }
      }
      progress.show(reader.progress.read, of: reader.progress.total ?? 0)
    }
    progress.end()
    session.source.fileDigest = digest.text
    // Of a questionnaire, the day drawn is that of its last answers.
    session.source.drawn = day ?? latest ?? plan.drawn
    session.source.isFull = false
    var merging = ProgressLine(said(ImportWords.merging))
    let result = try session.merge(
      as: .random(), options: plan.merging(refusedBefore: reader.report.refused), context
    ) { done, all in merging.show(done, of: all) }
    merging.end()
    let refusedFile = try reader.finish()
    var summary = ImportSummary(
      report: reader.report, result: result, isDryRun: plan.isDryRun, refusedFile: refusedFile,
      refusals: refusals)
    summary.isAnswers = true
    summary.storeWords = plan.storeWords
    summary.setAside = try plan.setAside(path, refused: refusedFile, already: reader.setAside)
    try summary.say(unit: ImportWords.answers)
    return result.counts.refused
  }

  /// Stages the answers of a client whom the store knows; throws why they are refused.
  private func stage(_ answers: ClientAnswers, _ session: AnswersSession) throws(RowProblem) {
    let staged: Staged
    do {
      guard let client = try client(of: answers) else {
        throw RowProblem.other(
          Sentence(answers.key == nil ? ImportWords.noSuchNumber : ImportWords.noSuchClient))
      }
      staged = try session.add(
        client: client, day: answers.day, values: answers.values, line: answers.line)
    } catch let problem as RowProblem {
      throw problem
    } catch {
      throw .other(Sentence(ImportWords.answersCannotBeKept))
    }
    switch staged {
    case .staged: break
    case .duplicate(let first): throw .other(Sentence(ImportWords.answersTwice, String(first)))
    case .refused: throw .other(Sentence(ImportWords.answersCannotBeKept))
    }
  }

  /// Whose answers they are, by her number or the register's key; nil where nobody is. A number and a key of two
  /// clients are nobody's: taking either would be a guess about a person.
  private func client(of answers: ClientAnswers) throws -> ClientNumber? {
    var byKey: ClientNumber?
    if let key = answers.key {
      byKey = try store.lookup(key, register: plan.register)
      guard byKey != nil else { return nil }
    }
    guard let number = answers.number else { return byKey }
    if let byKey, byKey != number { throw RowProblem.other(Sentence(ImportWords.twoClients)) }
    return try store.holds(number) ? number : nil
  }
}
