import CaseloadCore
import CaseloadExchange
import CaseloadStore
import Cells

/// What an import came to, in words: read = new + changed + unchanged + refused, and what was not understood.
struct ImportSummary {
  let report: ImportReport
  let result: ImportResult
  let isDryRun: Bool
  let refusedFile: String?
  /// The rows that the reader of the file refused.
  let refusals: Refusals
  /// What the export's own columns told of contacts.
  var told: ImportResult?
  /// Refused rows of which not even the key could be read.
  var unreadable = 0
  /// Where the refused rows of an earlier import of this file went, now that it has none.
  var setAside: String?
  /// What a proposed command says of the store.
  var storeWords: TerminalText = ""
  /// What the file turned out to be, and its digest.
  var format = ""
  var digest = ""
  /// The file holds clients' own answers.
  var isAnswers = false
  /// The export is a folder of tables.
  var isFolder = false

  /// Says it on standard output; `unit` is what the file holds.
  func say(unit: Plural) throws {
    let counts = result.counts
    let mapping = isDryRun ? SummaryWords.mappingDry : SummaryWords.mapping
    try Console.say(
      said(mapping, TerminalText(data: report.mapping), TerminalText(report.mappingVersion)))
    let equation =
      isAnswers
      ? said(
        SummaryWords.answersEquation, said(unit, counts.read), TerminalText(counts.changed),
        TerminalText(counts.unchanged), TerminalText(counts.refused))
      : said(
        SummaryWords.equation, said(unit, counts.read), TerminalText(counts.new),
        TerminalText(counts.changed),
        TerminalText(counts.unchanged), TerminalText(counts.refused))
    try Console.say(
      report.passedOver > 0 ? said(SummaryWords.passedOver, report.passedOver, equation) : equation)
    try sayCount(counts.answers, SummaryWords.answersRecorded)
    try sayCount(counts.offers, isAnswers ? SummaryWords.answersOffered : SummaryWords.offers)
    try sayCount(counts.notKnown, SummaryWords.answersNotKnown)
    try sayCount(counts.older, SummaryWords.answersOlder)
    try sayCount(counts.assigned, SummaryWords.assigned)
    try sayCount(counts.absent, SummaryWords.absent)
    try sayCount(counts.returned, SummaryWords.returned)
    try sayCount(report.doubtfulKeys, SummaryWords.doubtfulKeys)
    try sayCount(report.blank, SummaryWords.blank)
    try sayCount(report.beside, SummaryWords.beside)
    try sayColumns()
    try sayRefused()
    if let told {
      try Console.say(
        said(
          isFolder ? SummaryWords.toldByTables : SummaryWords.told, told.counts.read,
          TerminalText(told.counts.new)))
    }
    try sayCount(unreadable, SummaryWords.unreadable)
    let imports = [told?.id, result.id].compactMap { $0 }
    if !imports.isEmpty {
      let numbers = imports.map { TerminalText(Int($0)) }.joined(separator: " ")
      try Console.say(said(SummaryWords.takeBack, numbers) + storeWords)
    }
  }

  private func sayColumns() throws {
    for column in report.columns where column.notUnderstood > 0 {
      let commonest = column.commonest(3).map { TerminalText(data: "\"\($0.text)\" \($0.count)×") }
      try Console.say(
        said(
          SummaryWords.notUnderstood, TerminalText(data: column.header), TerminalText(column.notUnderstood),
          TerminalText(report.read), commonest.joined(separator: ", ")))
    }
    if isDryRun {
      let read = report.columns.compactMap { column in
        column.field.map { TerminalText(data: "\(column.header) → \($0.text)") }
      }
      try Console.say(said(SummaryWords.columnsRead, read.joined(separator: ", ")))
    }
    if !report.unused.isEmpty {
      try Console.say(said(SummaryWords.unused, TerminalText(data: report.unused.joined(separator: ", "))))
    }
  }

  /// Why rows are refused, with how many each, the commonest first; no text of any cell.
  func reasons(in language: Language) -> [String] {
    var counts: [String: Int] = [:]
    for (reason, count) in report.reasons { counts[reason.text(in: language), default: 0] += count }
    for row in result.refused { counts[row.reason.text.string, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key): \($0.value)×" }
  }

  private func sayRefused() throws {
    var all = refusals
    for row in result.refused { all.add(row.line, row.reason.text) }
    for line in all.lines { Console.warn(line) }
    if let setAside {
      let words = refusedFile == nil ? SummaryWords.setAside : SummaryWords.stoodThere
      Console.warn(said(words, TerminalText(data: setAside)))
    }
    if let refusedFile {
      let words = isFolder ? SummaryWords.refusedTable : SummaryWords.refusedFile
      Console.warn(said(words, TerminalText(data: refusedFile)))
    }
  }

  private func sayCount(_ count: Int, _ words: Plural) throws {
    if count > 0 { try Console.say(said(words, count)) }
  }
}

/// The refused rows that are named one by one while an import ends; the rest stand in the refused file.
struct Refusals {
  /// More lines than this would push everything else off the screen.
  private static let most = 20

  private var named: [TerminalText] = []
  private var more = 0

  /// Adds a row by its line and the reason, which holds no cell's text.
  mutating func add(_ line: Int, _ reason: TerminalText) {
    guard named.count < Self.most else { return more += 1 }
    named.append(said(SummaryWords.refusedLine, TerminalText(line), reason))
  }

  /// Adds a row that the reader of the file refused.
  mutating func add(_ line: Int, _ problem: RowProblem) {
    add(line, TerminalText(data: problem.message(in: Spoken.language)))
  }

  /// One line a row, and a last one for those that are not named.
  var lines: [TerminalText] { more == 0 ? named : named + [said(SummaryWords.moreLines, more)] }
}

extension RefusedRow.Reason {
  /// The reason in words, without the key.
  var text: TerminalText {
    switch self {
    case .unknownKey: said(ImportWords.noSuchClient)
    case .duplicate(let firstLine): said(SummaryWords.keyStands, TerminalText(firstLine))
    case .cannotBeKept(let error): TerminalText(data: error.message(in: Spoken.language))
    }
  }
}
