import CaseloadCore

/// Reads a column of days that is no field: when somebody was last seen, when a contact was held.
struct DayReading {
  private let source: ColumnPlan.Source
  private let dates: [DateForm]
  private let empty: Set<String>
  private var memory = CellMemory<ClosedRange<Day>?>()

  init(_ source: ColumnPlan.Source, _ mapping: Mapping) {
    self.source = source
    dates = source.rule.dates ?? mapping.dates
    empty = Mapping.usualEmpty.union(mapping.empty).union(source.rule.empty)
  }

  /// The days that the cell of the present row may mean; nil when it is empty or was not understood, which is
  /// counted.
  mutating func days(
    _ reader: any RowSource, _ count: (Int, String) -> Void
  ) throws(RowProblem) -> ClosedRange<Day>? {
    let cell = reader.bytes(source.index)
    guard !cell.isEmpty else { return nil }
    let found = memory.find(cell)
    if let days = found?.result { return days }
    let text = try reader.text(source.index).trimmed
    let folded = Folding.fold(text)
    guard !empty.contains(folded), source.rule.values[folded] != "@empty" else { return nil }
    guard let days = DateForm.days(text, dates) else {
      count(source.index, text)
      return nil
    }
    if let place = found?.place { memory.remember(cell, days, at: place) }
    return days
  }
}
