import CaseloadCore
import CaseloadExchange
import Cells

/// What the tables of a folder came to, in words: of each, rows read = taken + over + left out + refused.
struct FolderSummary {
  let folder: TableFolder
  let details: [TableReport]
  let contacts: [TableReport]
  let isDryRun: Bool

  /// Rows that are named one by one; the rest is a number.
  private static let most = 5

  /// Says it on standard output, and refused rows on standard error.
  func say() throws {
    for table in details { try say(table) }
    for table in contacts { try say(contacts: table) }
    try sayNames(FolderWords.noFile, folder.missing)
    try sayNames(FolderWords.noTable, folder.others)
    for table in details + contacts { warn(table) }
  }

  private func say(_ table: TableReport) throws {
    let report = table.report
    let name = TerminalText(data: table.name)
    let words = table.leftOut > 0 ? FolderWords.equationLeftOut : FolderWords.equation
    try Console.say(
      said(
        words, name, TerminalText(report.read), TerminalText(report.taken), TerminalText(table.ended),
        TerminalText(report.refused), TerminalText(table.leftOut)))
    if !table.differences.isEmpty {
      var named = table.differences.prefix(Self.most).map {
        said(FolderWords.lineByLine, TerminalText($0.line), TerminalText($0.stands))
      }
      let more = table.differences.count - named.count
      if more > 0 { named.append(said(FolderWords.more, TerminalText(more))) }
      try Console.say(
        "  \(said(FolderWords.contradicted, TerminalText(table.differences.count), named.joined(separator: ", ")))"
      )
    }
    try sayColumns(report, unused: SummaryWords.unused)
  }

  private func say(contacts table: TableReport) throws {
    let report = table.report
    try Console.say(
      said(
        FolderWords.contactEquation, TerminalText(data: table.fileName), TerminalText(report.read),
        TerminalText(report.taken), TerminalText(report.passedOver), TerminalText(report.refused)))
    try sayColumns(report, unused: FolderWords.unusedContact)
  }

  /// What was not understood, and on a dry run which columns nothing wanted.
  private func sayColumns(_ report: ImportReport, unused: Phrase) throws {
    for column in report.columns where column.notUnderstood > 0 {
      let commonest = column.commonest(3).map { TerminalText(data: "\"\($0.text)\" \($0.count)×") }
      let words = said(
        SummaryWords.notUnderstood, TerminalText(data: column.header), TerminalText(column.notUnderstood),
        TerminalText(report.read), commonest.joined(separator: ", "))
      try Console.say("  \(words)")
    }
    if isDryRun, !report.unused.isEmpty {
      try Console.say("  \(said(unused, TerminalText(data: report.unused.joined(separator: ", "))))")
    }
  }

  private func sayNames(_ words: Phrase, _ names: [String]) throws {
    if !names.isEmpty { try Console.say(said(words, TerminalText(data: names.joined(separator: ", ")))) }
  }

  private func warn(_ table: TableReport) {
    let name = TerminalText(data: table.fileName)
    for (line, problem) in table.refusals.prefix(Self.most) {
      let reason = TerminalText(data: problem.message(in: Spoken.language))
      Console.warn("\(name): \(said(SummaryWords.refusedLine, TerminalText(line), reason))")
    }
    let more = table.report.refused - min(table.refusals.count, Self.most)
    if more > 0 { Console.warn("\(name): \(said(SummaryWords.moreLines, more))") }
    if let file = table.refusedFile {
      Console.warn(said(SummaryWords.refusedTable, TerminalText(data: file)))
    }
  }
}

extension TableReport {
  /// The name of its file.
  fileprivate var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}
