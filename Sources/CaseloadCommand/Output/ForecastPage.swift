import CaseloadCore
import Cells

/// What `caseload forecast` prints: the weeks, then who and by which day; where it was asked for, with what would be
/// beside what is. For people two tables, for machines the rows of both in one.
struct ForecastPage {
  let now: Forecast
  let whatIf: Forecast?
  let rate: ConversationRate
  let caseload: OneCaseload
  let period: Period?
  let frequency: Int?

  private var context: Context { caseload.context }
  private var language: Language { context.language }

  /// For people, line by line.
  var lines: [TerminalText] {
    [weeks, clients].map(\.lines).joined(separator: [""]).map(\.self)
  }

  func print(_ format: OutputFormat) throws {
    guard format == .table else { return try Console.print(machine, format) }
    try Console.print(weeks, .table)
    try Console.say("")
    try Console.print(clients, .table)
  }

  // MARK: - For people

  private var weeks: Report {
    var columns: [Report.Column] = [
      .init(id: "until", title: ForecastWords.until.spoken),
      .init(id: "conversations", title: ForecastWords.held.spoken, isNumber: true),
      .init(id: "out-of-sight", title: ForecastWords.lost.spoken, isNumber: true),
    ]
    if whatIf != nil { columns.append(.init(id: "if", title: ForecastWords.lostIf.spoken, isNumber: true)) }
    let rows = now.weeks.indices.map { place -> [ReportCell] in
      let week = now.weeks[place]
      return [
        .text(DayText.short(week.last, context)), .number(week.conversations), .number(week.outOfSight),
      ] + (whatIf.map { [.number($0.weeks[place].outOfSight)] } ?? [])
    }
    return Report(columns: columns, rows: rows)
  }

  private var clients: Report {
    var columns: [Report.Column] = [
      .init(id: "number", title: RecordOptionWords.numberTitle.spoken, isNumber: true),
      .init(id: "name", title: RecordOptionWords.clientTitle.spoken),
      .init(id: "from", title: ForecastWords.from.spoken),
    ]
    if whatIf != nil { columns.append(.init(id: "if", title: ForecastWords.fromIf.spoken)) }
    let rows = lost.map { lost -> [ReportCell] in
      [.number(Int(lost.client.number)), .text(lost.name), .text(words(lost.now))]
        + (whatIf == nil ? [] : [.text(words(lost.whatIf))])
    }
    return Report(columns: columns, rows: rows, notes: notes)
  }

  private func words(_ day: Day?) -> String {
    guard let day else { return "—" }
    return day <= context.today ? ForecastWords.now.spoken : DayText.short(day, context)
  }

  private var notes: [String] {
    let lost = ForecastWords.counted.text(now.counted, in: language, String(now.outOfSight.count))
    let after = context.settings.forgottenAfter.value.words(in: language)
    var notes = [lost + "; " + ForecastWords.rule.text(in: language, [after])]
    notes += unknown
    notes.append(rate.words)
    notes.append(
      ForecastWords.needed.text(in: language, [tenths(now.needed), String(rate.perWeek)]))
    if let whatIf {
      let said = [
        period.map { ForecastWords.rule.text(in: language, [$0.words(in: language)]) },
        frequency.map { ForecastWords.weeksIf.text($0, in: language) },
      ].compactMap { $0 }.joined(separator: ", ")
      let all = ForecastWords.counted.text(whatIf.counted, in: language, String(whatIf.outOfSight.count))
      notes.append(ForecastWords.ruleIf.text(in: language, [said]) + ": " + all)
    }
    return notes + [ForecastWords.model.spoken]
  }

  /// Who is counted apart; of some of them it is certain all the same that they are out of sight, as on @forgotten.
  private var unknown: [String] {
    guard !now.unknown.isEmpty else { return [] }
    let apart = Set(now.unknown)
    let after = context.settings.forgottenAfter.value
    let lost = caseload.rows.count { row in
      apart.contains(caseload.population.number(at: row))
        && Contactability.forgotten(
          caseload.population.contactability(at: row, context), after: after, on: context.today) == .yes
    }
    let words = ForecastWords.unknown.text(apart.count, in: language)
    return [lost == 0 ? words : words + "; " + ForecastWords.unknownLost.text(in: language, [String(lost)])]
  }

  private func tenths(_ needed: ConversationsNeeded) -> String {
    guard let tenths = needed.tenths else { return "?" }
    return "\(tenths / 10)\(language == .dutch ? "," : ".")\(tenths % 10)"
  }

  // MARK: - Who

  private struct Lost {
    var client: ClientNumber
    var name: String
    var now: Day?
    var whatIf: Day?
  }

  /// Who goes out of sight by what is or by what would be: by the day of what is, then of what would be, then by number.
  private var lost: [Lost] {
    let whatIf = whatIf?.outOfSight ?? []
    let (first, second) = (days(now.outOfSight), days(whatIf))
    let names = names
    let all = Set(first.keys).union(second.keys).map { client in
      Lost(client: client, name: names[client] ?? "", now: first[client], whatIf: second[client])
    }
    return all.sorted {
      ($0.now ?? .latest, $0.whatIf ?? .latest, $0.client) < (
        $1.now ?? .latest, $1.whatIf ?? .latest, $1.client
      )
    }
  }

  private func days(_ lost: [Forecast.Lost]) -> [ClientNumber: Day] {
    lost.reduce(into: [:]) { $0[$1.client] = $1.day }
  }

  private var names: [ClientNumber: String] {
    let population = caseload.population
    return caseload.rows.reduce(into: [:]) { $0[population.number(at: $1)] = population.name(at: $1).listed }
  }

  // MARK: - For machines

  private var machine: Report {
    let ids = ["kind", "day", "number", "name", "conversations", "out-of-sight"]
    let numbers = ["number", "conversations", "out-of-sight"]
    let more = whatIf == nil ? [] : ["if-day", "if-out-of-sight"]
    let columns = (ids + more).map { Report.Column(id: $0, title: $0, isNumber: numbers.contains($0)) }
    let weeks = now.weeks.indices.map { place -> [ReportCell] in
      let week = now.weeks[place]
      let cells: [ReportCell] = [
        .text("week"), .text(week.last.iso), .none, .none, .number(week.conversations),
        .number(week.outOfSight),
      ]
      return cells + (whatIf.map { [.none, .number($0.weeks[place].outOfSight)] } ?? [])
    }
    let clients = lost.map { lost -> [ReportCell] in
      let cells: [ReportCell] = [
        .text("client"), cell(lost.now), .number(Int(lost.client.number)), .text(lost.name), .none, .none,
      ]
      return cells + (whatIf == nil ? [] : [cell(lost.whatIf), .none])
    }
    return Report(columns: columns, rows: weeks + clients)
  }

  private func cell(_ day: Day?) -> ReportCell { day.map { .text($0.iso) } ?? .none }
}
