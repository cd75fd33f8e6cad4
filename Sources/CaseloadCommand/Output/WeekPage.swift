import CaseloadCore
import CaseloadStore
import Cells

/// A page for a coach's Monday: what the week asks, by the same rules as the worklists.
struct WeekPage {
  private let caseload: OneCaseload
  private let week: WeekAhead
  private let items: [Line]
  /// Of how many it is not known if they are out of sight by Sunday.
  private let unknown: Int

  /// One line with whose it is.
  private struct Line {
    var item: WeekAhead.Item
    var number: ClientNumber?
    var name: String
    /// Of who is out of sight by Sunday, an appointment that stands.
    var appointment: Day?
  }

  /// Reads the records that it is made from.
  init(_ caseload: OneCaseload) throws(StoreError) {
    self.caseload = caseload
    let (population, context) = (caseload.population, caseload.context)
    let week = WeekAhead(context)
    self.week = week
    var lines: [Line] = []
    var unknown = 0
    for row in caseload.rows {
      let (number, facts) = (population.number(at: row), population.contactability(at: row, context))
      guard let stored = try caseload.store.record(of: number, journal: 0) else { continue }
      if week.isUnknown(facts) { unknown += 1 }
      lines += week.items(ClientRecord(stored, context), facts).map {
        Line(
          item: $0, number: number, name: population.name(at: row).listed,
          appointment: $0.reason == .forgotten ? facts.appointment : nil)
      }
    }
    lines += week.errands(try caseload.store.freeErrands(), "").map {
      Line(item: $0, number: nil, name: ForecastWords.nobodys.text(in: context.language), appointment: nil)
    }
    self.unknown = unknown
    items = Self.sorted(lines)
  }

  /// Nothing stands on it.
  var isEmpty: Bool { items.isEmpty }

  /// By group, day and name; what has no day comes last.
  private static func sorted(_ lines: [Line]) -> [Line] {
    WeekGroup.allCases.flatMap { group in
      lines.enumerated().filter { $0.element.item.group == group }
        .sorted { ($0.element.item.day ?? .latest, $0.offset) < ($1.element.item.day ?? .latest, $1.offset) }
        .map(\.element)
    }
  }

  // MARK: - For machines

  /// A row a line.
  var report: Report {
    Report(
      columns: [
        .init(id: "part", title: ForecastWords.part.spoken),
        .init(id: "number", title: RecordOptionWords.numberTitle.spoken, isNumber: true),
        .init(id: "name", title: RecordOptionWords.clientTitle.spoken),
        .init(id: "reason", title: RecordOptionWords.reasonTitle.spoken),
        .init(id: "day", title: ForecastWords.day.spoken),
        .init(id: "what", title: RecordOptionWords.whatTitle.spoken),
      ],
      rows: items.map { line in
        [
          .text(line.item.group.rawValue), line.number.map { .number(Int($0.number)) } ?? .none,
          line.number == nil ? .none : .text(line.name), .text(line.item.reason.rawValue),
          line.item.day.map { .text($0.iso) } ?? .none,
          .text(line.appointment.map(\.iso) ?? line.item.text),
        ]
      })
  }

  // MARK: - For people

  /// The page itself, line by line.
  var lines: [TerminalText] {
    let (context, lines) = (caseload.context, items)
    let days = [context.today, week.sunday].map { TerminalText(data: DayText.long($0, context.language)) }
    var page = [said(ForecastWords.weekOf, caseload.rows.count, days[0], days[1])]
    let columns = lines.map { cells($0, context) }
    let widths = (0..<4).map { place in columns.map { $0[place].width }.max() ?? 0 }
    for group in WeekGroup.allCases {
      let label = TerminalText(data: group.label.spoken)
      let own = lines.indices.filter { lines[$0].item.group == group }
      page.append("")
      guard !own.isEmpty else {
        page.append(said(ForecastWords.empty, label))
        continue
      }
      page.append(said(ForecastWords.group, Set(own.compactMap { lines[$0].number }).count, label))
      for place in own {
        let row = columns[place]
        let start = [
          row[0].pad(to: widths[0], alignment: .right), row[1].pad(to: widths[1], alignment: .left),
          row[2].pad(to: widths[2], alignment: .left),
        ]
        page.append(
          "  "
            + (row[4].isEmpty
            ? start + [row[3]] : start + [row[3].pad(to: widths[3], alignment: .left), row[4]])
            .joined(separator: "  "))
      }
    }
    return unknown == 0 ? page : page + ["", said(ForecastWords.weekUnknown, unknown)]
  }

  /// Number, name, why, day, what.
  private func cells(_ line: Line, _ context: Context) -> [TerminalText] {
    let text = line.item.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let what = line.appointment.map {
      ForecastWords.dated.text(in: context.language, [DayText.short($0, context)])
    }
    return [
      line.number.map { TerminalText(Int($0.number)) } ?? "", TerminalText(data: line.name),
      TerminalText(data: line.item.reason.label.spoken),
      TerminalText(data: line.item.day.map { DayText.short($0, context) } ?? "—"),
      TerminalText(data: what ?? text),
    ]
  }
}
