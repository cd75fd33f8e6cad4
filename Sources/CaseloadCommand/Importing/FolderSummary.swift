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
    if !folder.missing.isEmpty {
      try Console.say("no file of the tables: \(data: folder.missing.joined(separator: ", "))")
    }
    if !folder.others.isEmpty {
      try Console.say(
        "files that are no table of the mapping: \(data: folder.others.joined(separator: ", "))")
    }
    for table in details + contacts { warn(table) }
  }

  private func say(_ table: TableReport) throws {
    let report = table.report
    var line: TerminalText =
      "\(data: table.name): read \(report.read) rows = \(report.taken) taken + \(table.ended) over or followed by a later one + \(report.refused) refused"
    if table.leftOut > 0 { line += " + \(table.leftOut) that the mapping leaves out" }
    try Console.say(line)
    if !table.differences.isEmpty {
      let named = table.differences.prefix(Self.most).map {
        TerminalText("line \($0.line) by line \($0.stands)")
      }
      let more = table.differences.count - named.count
      try Console.say(
        "  rows that a later one contradicts, which stands: \(table.differences.count) (\(named.joined(separator: ", "))\(more > 0 ? " and \(more) more" : ""))"
      )
    }
    for column in report.columns where column.notUnderstood > 0 {
      let commonest = column.commonest(3).map { TerminalText(data: "\"\($0.text)\" \($0.count)×") }
      try Console.say(
        "  not understood in column \(data: column.header): \(column.notUnderstood) of \(report.read), kept as text; commonest \(commonest.joined(separator: ", "))"
      )
    }
    if isDryRun, !report.unused.isEmpty {
      try Console.say("  columns without a field: \(data: report.unused.joined(separator: ", "))")
    }
  }

  private func say(contacts table: TableReport) throws {
    let report = table.report
    try Console.say(
      "\(data: table.fileName): read \(report.read) rows = \(report.taken) contacts + \(report.passedOver) that tell of no contact with the client + \(report.refused) refused"
    )
    for column in report.columns where column.notUnderstood > 0 {
      let commonest = column.commonest(3).map { TerminalText(data: "\"\($0.text)\" \($0.count)×") }
      try Console.say(
        "  not understood in column \(data: column.header): \(column.notUnderstood) of \(report.read); commonest \(commonest.joined(separator: ", "))"
      )
    }
    if isDryRun, !report.unused.isEmpty {
      try Console.say("  columns without a meaning: \(data: report.unused.joined(separator: ", "))")
    }
  }

  private func warn(_ table: TableReport) {
    for (line, problem) in table.refusals.prefix(Self.most) {
      Console.warn("\(data: table.fileName): refused line \(line): \(data: problem.description)")
    }
    let more = table.report.refused - min(table.refusals.count, Self.most)
    if more > 0 { Console.warn("\(data: table.fileName): and \(more) lines more") }
    if let file = table.refusedFile {
      Console.warn(
        "refused rows stand in \(data: file): mend them in the table, then import the folder again")
    }
  }
}

extension TableReport {
  /// The name of its file.
  fileprivate var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}
