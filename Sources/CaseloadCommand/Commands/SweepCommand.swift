import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload sweep`: a list as a sheet to call from, one client after the other, with what the call needs.
struct SweepCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sweep", abstract: HelpWords.sweep.spoken,
      discussion: HelpText.text(
        [
          "caseload sweep '@forgotten'", "caseload sweep '@no-cv' --format csv",
          "caseload sweep '@forgotten' --plain",
        ], HelpWords.sweepMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: FilterOptions

  @Flag(name: .long, help: HelpWords.sweepPlain.help)
  var plain = false

  func run() throws {
    if plain {
      guard output.format == .table else { throw Failure(.usage, said(HelpWords.plainHasNoFormat)) }
      return try DashboardStart(options).runPlain(sweeping: filter.text)
    }
    let scope = try OpenScope(options)
    let asked = try scope.parse(filter.text)
    let outcome = try scope.evaluate(asked)
    let (population, context) = (scope.population, scope.context)
    let byName = population.order([SortKey("name")], context).map { Int($0) }
    let rows = population.sweepOrder(byName.filter(outcome.yes.contains), of: asked, context)
    guard !rows.isEmpty else {
      try Console.say(TerminalText(data: scope.counts(outcome)))
      throw Ending.nothingFound
    }
    let lines = try rows.map { row -> CallLine in
      let number = population.number(at: row)
      let stored = try scope.asking { () throws(StoreError) in try scope.store.record(of: number, journal: 0)
      }
      return CallLine(
        number: number, name: population.name(at: row).listed,
        seen: population.lastSeen(at: row, on: context.today),
        seenCell: population.catalogue["seen"].map { .machine($0, at: row, population, context) } ?? .none,
        record: stored.map { ClientRecord($0, context) } ?? ClientRecord(number: number),
        gaps: population.missing(at: row, context).compactMap { population.catalogue[$0] }, context: context)
    }
    guard output.format == .table else { return try Console.print(report(lines), output.format) }
    try Console.say(lines: lines.flatMap(\.page) + [TerminalText(data: scope.counts(outcome))])
  }

  /// For programs: days, codes and numbers, the same in each language.
  private func report(_ lines: [CallLine]) -> Report {
    Report(
      columns: ["number", "name", "phone", "seen", "said", "story", "agreed", "attempts", "gaps"].map {
        .init(id: $0, title: $0)
      },
      rows: lines.map { line in
        [
          .number(Int(line.number.number)), .text(line.name), .text(line.phone), line.seenCell,
          .text(line.last?.said ?? ""), .text(line.last?.story ?? ""), .text(line.agreed),
          .number(line.record.failedAttempts), .list(line.gaps.map(\.id.text)),
        ]
      })
  }
}

/// One client of a call sheet.
private struct CallLine {
  let number: ClientNumber
  let name: String
  let seen: LastSeen
  /// The same for programs.
  let seenCell: ReportCell
  let record: ClientRecord
  let gaps: [Field]
  let context: Context

  var phone: String {
    if case .text(let phone)? = record.values["phone"]?.content { phone } else { "" }
  }

  /// The last conversation that was held.
  var last: Contact? { record.contacts.first { $0.kind == .conversation && $0.held != nil } }
  private var then: String { last.map { $0.said.isEmpty ? $0.story : "“\($0.said)” \($0.story)" } ?? "" }
  var agreed: String { last?.agreed ?? "" }

  /// Its lines, with room to write behind them.
  var page: [TerminalText] {
    func line(_ phrase: Phrase, _ text: String) -> [TerminalText] {
      text.isEmpty
        ? [] : ["    \(data: phrase.text(in: context.language)): \(TerminalText.oneLine(data: text))"]
    }
    let head =
      "\(number)  \(name)  \(phone.isEmpty ? "—" : phone)  \(LastSeenText.short(seen, context))"
    let failed = record.failedAttempts == 0 ? "" : String(record.failedAttempts)
    return ["[ ] \(TerminalText.oneLine(data: head))"] + line(CallWords.then, then)
      + line(CallWords.agreed, agreed) + line(CallWords.attempts, failed)
      + line(CallWords.gaps, gaps.map { $0.label.text(in: context.language) }.joined(separator: "; "))
  }
}

/// The words of a call sheet.
private enum CallWords {
  static let then = Phrase("call-sheet.then", "then")
  static let agreed = Phrase("call-sheet.agreed", "agreed")
  static let attempts = Phrase("call-sheet.attempts", "failed attempts since")
  static let gaps = Phrase("call-sheet.gaps", "missing")
}
