import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload today`: what today asks for, by client, and the errands of nobody in particular.
struct TodayCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "today", abstract: HelpWords.today.spoken,
      discussion: HelpText.text(["caseload today", "caseload today --format json"], HelpWords.todayMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    // Who has no clients of their own yet is offered some.
    let scope = try OpenScope(options, maybeNobody: true)
    let offered = try offered(scope)
    if offered.isEmpty { try scope.checkIsSomebody() }
    let (population, context) = (scope.population, scope.context)
    let reasons = try TodayReason.allCases.map { ($0, try scope.evaluate($0.filter).yes) }
    var rows: [[ReportCell]] = []
    for row in population.order([SortKey("name")], context).lazy.map(Int.init) {
      let why = reasons.filter { $0.1.contains(row) }.map(\.0)
      guard !why.isEmpty else { continue }
      let record = try scope.asking { () throws(StoreError) in
        try scope.store.record(of: population.number(at: row))
      }
      for reason in why {
        rows += details(reason, record.map { ClientRecord($0, context) }, context).map { detail in
          [
            .number(Int(population.number(at: row).number)), .text(population.name(at: row).listed),
            .text(output.format == .table ? reason.label.spoken : reason.rawValue), .text(detail),
          ]
        }
      }
    }
    let free = try scope.asking { () throws(StoreError) in try scope.store.freeErrands() }
    for errand in free where errand.done == nil && errand.asks.map({ $0 <= context.today }) ?? false {
      rows.append([
        .none, .none, .text(output.format == .table ? TodayReason.errand.label.spoken : "errand"),
        .text(words(errand, context)),
      ])
    }
    rows += offered
    let report = Report(
      columns: [
        .init(id: "number", title: RecordOptionWords.numberTitle.spoken, isNumber: true),
        .init(id: "name", title: RecordOptionWords.clientTitle.spoken),
        .init(id: "reason", title: RecordOptionWords.reasonTitle.spoken),
        .init(id: "what", title: RecordOptionWords.whatTitle.spoken),
      ], rows: rows)
    try Console.print(report, output.format)
    if rows.isEmpty { throw Ending.nothingFound }
  }

  /// The clients whom a colleague offers to who is at the keyboard: they are in no caseload of that coach's yet.
  private func offered(_ scope: OpenScope) throws -> [[ReportCell]] {
    let me = options.person(scope.population, scope.context)
    let waiting = try scope.asking { () throws(StoreError) in try scope.store.waitingTransfers() }
    return waiting.filter { $0.transfer.isOffered(to: me) }.map { waiting in
      [
        .number(Int(waiting.transfer.client.number)), .text(waiting.name.listed),
        .text(output.format == .table ? TeamOptionWords.offered.spoken : "offered"),
        .text([waiting.transfer.from, waiting.transfer.note].filter { !$0.isEmpty }.joined(separator: ": ")),
      ]
    }
  }

  /// What is to be known of a reason: one line, of errands one each.
  private func details(_ reason: TodayReason, _ record: ClientRecord?, _ context: Context) -> [String] {
    guard let record else { return [""] }
    let today = context.today
    switch reason {
    case .appointment:
      let all = record.contacts.filter { $0.kind == .appointment && $0.held == today }
      return all.isEmpty
        ? [""]
        : all.map {
          [$0.channel == .unknown ? "" : $0.channel.label.spoken, $0.story].filter { !$0.isEmpty }.joined(
            separator: ": ")
        }
    case .errand:
      // What waits for the coach, as the list itself counts it.
      let due = record.errands.filter { errand in
        guard errand.done == nil, let day = errand.asks, day <= today else { return false }
        return context.calendar.asks(day, for: record.coach).map { $0 <= today } ?? false
      }
      return due.isEmpty ? [""] : due.map { words($0, context) }
    case .message:
      return record.unanswered.map { message in
        [(message.held ?? message.logged).map { DayText.short($0, context) } ?? "", message.story]
          .filter { !$0.isEmpty }.joined(separator: ": ")
      }
    case .back:
      guard case .text(let why)? = record.values["reason"]?.content else { return [""] }
      return [why]
    case .new: return [""]
    }
  }

  private func words(_ errand: Errand, _ context: Context) -> String {
    errand.asks.map { "\(errand.text) (\(DayText.short($0, context)))" } ?? errand.text
  }
}
