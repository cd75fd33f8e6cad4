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
  /// What the file turned out to be, and its digest.
  var format = ""
  var digest = ""
  /// The export is a folder of tables.
  var isFolder = false

  /// Says it on standard output.
  func say(unit: TerminalText) throws {
    let counts = result.counts
    try Console.say(
      "mapping \(data: report.mapping), version \(report.mappingVersion)\(isDryRun ? " · dry run: nothing was changed" : "")"
    )
    var equation: TerminalText =
      "read \(counts.read) \(unit) = \(counts.new) new + \(counts.changed) changed + \(counts.unchanged) unchanged + \(counts.refused) refused"
    if report.passedOver > 0 {
      equation += "; \(report.passedOver) more rows tell of no contact with the client"
    }
    try Console.say(equation)
    try sayCount(counts.offers, "values differ from what the coach recorded later: both are kept")
    try sayCount(counts.assigned, "clients have another coach")
    try sayCount(counts.absent, "clients are no longer in the register: see @absent-from-register")
    try sayCount(counts.returned, "clients are in the register again")
    try sayCount(report.doubtfulKeys, "register keys fail their check digit and were taken all the same")
    try sayCount(report.blank, "blank rows were passed over")
    try sayCount(report.beside, "rows have text beside the columns that have a name; it was not read")
    for column in report.columns where column.notUnderstood > 0 {
      let commonest = column.commonest(3).map { TerminalText(data: "\"\($0.text)\" \($0.count)×") }
      try Console.say(
        "not understood in column \(data: column.header): \(column.notUnderstood) of \(report.read), kept as text; commonest \(commonest.joined(separator: ", "))"
      )
    }
    if isDryRun {
      let read = report.columns.compactMap { column in
        column.field.map { TerminalText(data: "\(column.header) → \($0.text)") }
      }
      try Console.say("columns read: \(read.joined(separator: ", "))")
    }
    if !report.unused.isEmpty {
      try Console.say("columns without a field: \(data: report.unused.joined(separator: ", "))")
    }
    try sayRefused()
    if let told {
      try Console.say(
        "its \(isFolder ? "tables" : "columns") tell of \(told.counts.read) contacts: \(told.counts.new) new")
    }
    try sayCount(
      unreadable, "refused rows have no readable key: nobody is marked as absent from the register this time")
    let imports = [told?.id, result.id].compactMap { $0 }
    if !imports.isEmpty {
      let numbers = imports.map { TerminalText(Int($0)) }.joined(separator: " ")
      try Console.say("to take this import back: caseload undo-import \(numbers)")
    }
  }

  /// Why rows are refused, with how many each, the commonest first; no text of any cell.
  func reasons(in language: Language) -> [String] {
    var counts = report.reasons
    for row in result.refused { counts[row.reason.text.string, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key): \($0.value)×" }
  }

  private func sayRefused() throws {
    var all = refusals
    for row in result.refused { all.add(row.line, row.reason.text) }
    for line in all.lines { Console.warn(line) }
    if let setAside {
      Console.warn(
        "refused rows of an earlier import of this file now stand in \(data: setAside); this import refused none"
      )
    }
    if let refusedFile {
      Console.warn(
        isFolder
          ? "refused rows stand in \(data: refusedFile): mend them in the table, then import the folder again"
          : "refused rows stand in \(data: refusedFile): mend them there, then import that file")
    }
  }

  private func sayCount(_ count: Int, _ words: TerminalText) throws {
    if count > 0 { try Console.say("\(count) \(words)") }
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
    if named.count < Self.most { named.append("refused line \(line): \(reason)") } else { more += 1 }
  }

  /// Adds a row that the reader of the file refused.
  mutating func add(_ line: Int, _ problem: RowProblem) { add(line, TerminalText(data: problem.description)) }

  /// One line a row, and a last one for those that are not named.
  var lines: [TerminalText] { more == 0 ? named : named + ["and \(more) lines more"] }
}

extension RefusedRow.Reason {
  /// The reason in words, without the key.
  var text: TerminalText {
    switch self {
    case .unknownKey: "no client in the store has this key"
    case .duplicate(let firstLine): "the key stands in line \(firstLine) already"
    case .cannotBeKept(let error): TerminalText(data: error.message(in: .english))
    }
  }
}
