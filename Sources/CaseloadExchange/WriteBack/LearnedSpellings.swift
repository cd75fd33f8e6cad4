import CaseloadCore

/// How a register itself writes choices and days, learned from one of its exports: the commonest spelling of each.
struct LearnedSpellings {
  /// What was learned of one column.
  struct Column {
    /// The commonest spelling of each set of choices that a cell, or an item of a list, was read as.
    var choices: [UInt64: String] = [:]
    /// The ways in which days are written, the commonest first.
    var dates: [DateSpelling] = []
  }

  private struct Counts {
    let reading: CellReading
    let source: ColumnPlan.Source
    let forms: [DateForm]
    var choices: [UInt64: [String: Int]] = [:]
    var dates: [DateSpelling: Int] = [:]
  }

  /// What was learned, by field.
  private(set) var columns: [FieldID: Column] = [:]

  /// Reads the rest of a file whose header was read.
  init(_ reader: any RowSource, _ plan: ColumnPlan, _ mapping: Mapping, drawn: Day) throws(ExchangeError) {
    var counts: [Counts] = []
    for output in plan.outputs where output.columns.count == 1 && output.columns[0].part == .whole {
      let source = output.columns[0]
      counts.append(
        Counts(
          reading: CellReading(output.field, .whole, source.rule, mapping, drawn: drawn), source: source,
          forms: source.rule.dates ?? mapping.dates))
    }
    while try reader.advance() {
      guard reader.problem == nil else { continue }
      for place in counts.indices {
        guard let text = try? reader.text(counts[place].source.index).trimmed, !text.isEmpty else { continue }
        Self.count(text, &counts[place])
      }
    }
    for count in counts {
      columns[count.reading.field.id] = Column(
        choices: count.choices.mapValues { Self.commonest($0)[0] }, dates: Self.ways(count.dates))
    }
  }

  private static func count(_ text: String, _ counts: inout Counts) {
    switch counts.reading.field.kind {
    case .day:
      if let way = DateSpelling(of: text, counts.forms) { counts.dates[way, default: 0] += 1 }
    case .choice: item(text, &counts)
    case .choices:
      for part in ChoiceReading.parts(text, split: counts.source.rule.split) { item(part, &counts) }
    default: break
    }
  }

  private static func item(_ text: String, _ counts: inout Counts) {
    var text = text
    let reading = counts.reading
    let result: CellResult? = text.withUTF8 { try? reading.read($0) }
    switch result {
    case .content(.oneOf(let set), rest: nil)?, .content(.several(let set, _), rest: nil)?:
      counts.choices[set.rawValue, default: [:]][text, default: 0] += 1
    default: break
    }
  }

  private static func commonest(_ counts: [String: Int]) -> [String] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private static func ways(_ counts: [DateSpelling: Int]) -> [DateSpelling] {
    counts.sorted {
      ($1.value, $0.key.form.rawValue + $0.key.sign) < ($0.value, $1.key.form.rawValue + $1.key.sign)
    }.map(\.key)
  }
}
