import CaseloadCore

/// The columns of a table that its mapping names beside its fields.
struct TableColumns {
  let header: [String]
  let table: TableMapping
  private let folded: [String]

  init(_ header: [String], _ table: TableMapping) {
    self.header = header
    self.table = table
    folded = header.map { Folding.key($0) }
  }

  /// The place of a column that the mapping names; it must be there.
  func index(_ name: String) throws(ExchangeError) -> Int {
    guard let index = folded.firstIndex(of: Folding.key(name)) else {
      throw .noColumn(table: table.name, name: name)
    }
    return index
  }

  func index(_ name: String?) throws(ExchangeError) -> Int? {
    guard let name else { return nil }
    return try index(name) as Int
  }

  /// A column of days.
  func days(_ name: String?) throws(ExchangeError) -> DayReading? {
    guard let index = try index(name) else { return nil }
    return DayReading(
      ColumnPlan.Source(index: index, header: header[index], part: .whole, rule: ColumnRule(.unused)),
      table.mapping)
  }

  /// Whether the mapping names a column for something else than a field.
  func isNamed(_ header: String) -> Bool {
    let names: [String?] = [
      table.from, table.to, table.ended, table.by, table.flags?.column, table.experience?.occupation,
      table.experience?.sector, table.experience?.from, table.experience?.to, table.experience?.years,
      table.experience?.months,
    ]
    let key = Folding.key(header)
    return (names.compactMap { $0 } + table.only.keys).contains { Folding.key($0) == key }
  }
}

/// Whether a row counts on the day drawn, and how late it is.
struct TableHistory {
  /// Where a row stands in time.
  struct Place {
    var counts: Bool
    /// It has ended before the day drawn.
    var isOver: Bool
    var rank: Day
  }

  private var from: DayReading?
  private var to: DayReading?
  private var by: DayReading?
  private let ended: Int?
  private let current: TableMapping.Current
  private let empty: Set<String>

  init(_ columns: TableColumns) throws(ExchangeError) {
    from = try columns.days(columns.table.from)
    to = try columns.days(columns.table.to)
    by = try columns.days(columns.table.by)
    ended = try columns.index(columns.table.ended)
    current = columns.table.current
    empty = Mapping.usualEmpty.union(columns.table.mapping.empty)
  }

  /// A day that is there and cannot be read refuses the row: a row of which nobody knows whether it has ended is
  /// not taken for one that holds.
  mutating func place(_ reader: any RowSource, drawn: Day) throws(RowProblem) -> Place {
    let begins = try Self.day(&from, reader, TableWords.firstDay)
    let ends = try Self.day(&to, reader, TableWords.lastDay)
    let latest = try Self.day(&by, reader, TableWords.latestDay)
    var isOver = ends.map { $0.upperBound < drawn } ?? false
    if let ended, !empty.contains(Folding.fold(try reader.text(ended).trimmed)) { isOver = true }
    let isToCome = begins.map { $0.lowerBound > drawn } ?? false
    let rank = (current == .latest ? latest : begins)?.lowerBound
    return Place(
      counts: current == .all || (!isOver && !isToCome), isOver: isOver, rank: rank ?? .earliest)
  }

  private static func day(
    _ reading: inout DayReading?, _ reader: any RowSource, _ reason: Phrase
  ) throws(RowProblem) -> ClosedRange<Day>? {
    var isOdd = false
    let days = try reading?.days(reader) { _, _ in isOdd = true }
    if isOdd { throw .other(Sentence(reason)) }
    return days
  }
}

/// A column whose words each say yes to a field.
struct FlagColumn {
  let fields: [FieldID]
  let endedIsNo: Bool
  private let index: Int
  private let meanings: [String: FieldID?]

  init(_ flags: TableMapping.Flags, _ columns: TableColumns) throws(ExchangeError) {
    index = try columns.index(flags.column)
    meanings = flags.fields
    endedIsNo = flags.endedIsNo
    fields = Set(flags.fields.values.compactMap { $0 }).sorted()
  }

  /// The field that the row says yes to; nil for what is left out on purpose.
  func field(_ reader: any RowSource) throws(RowProblem) -> FieldID? {
    guard let meaning = meanings[Folding.fold(try reader.text(index).trimmed)] else {
      throw .other(Sentence(TableWords.noMeaning, String(index + 1)))
    }
    return meaning
  }
}

/// The columns of one stretch of experience.
struct ExperienceColumn {
  let columns: [Int]
  private let occupation: Int
  private let sector: Int?
  private let years: Int?
  private let months: Int?
  private var from: DayReading?
  private var to: DayReading?
  private let sectors: ChoiceReading?
  private let sectorField: Field?
  private let empty: Set<String>

  init(
    _ names: TableMapping.ExperienceColumns, _ columns: TableColumns, _ catalogue: Catalogue
  ) throws(ExchangeError) {
    occupation = try columns.index(names.occupation)
    sector = try columns.index(names.sector)
    years = try columns.index(names.years)
    months = try columns.index(names.months)
    from = try columns.days(names.from)
    to = try columns.days(names.to)
    sectorField = catalogue["sector"]
    sectors = sectorField.map { ChoiceReading($0) }
    empty = Mapping.usualEmpty.union(columns.table.mapping.empty)
    self.columns = [
      occupation, sector, years, months, try columns.index(names.from), try columns.index(names.to),
    ].compactMap { $0 }
  }

  mutating func item(
    _ reader: any RowSource, _ count: (Int, String) -> Void
  ) throws(RowProblem) -> Experience {
    guard let work = try text(occupation, reader) else { throw .other(Sentence(TableWords.noOccupation)) }
    var item = Experience(occupation: CellReading.oneLine(work))
    if let sector, let text = try text(sector, reader) {
      if let place = sectors?.oneOf(text)?.places.first {
        item.sector = sectorField?.choices[place].code
      } else {
        count(sector, text)
      }
    }
    item.from = try from?.days(reader, count)?.lowerBound
    item.to = try to?.days(reader, count)?.upperBound
    for (column, each) in [(years, 12), (months, 1)] {
      guard let column, let text = try text(column, reader) else { continue }
      guard let number = NumberReading.range(text)?.lowerBound, (0...840).contains(number * each) else {
        count(column, text)
        continue
      }
      item.months = (item.months ?? 0) + number * each
    }
    if item.months == 0 { item.months = nil }
    return item
  }

  private func text(_ column: Int, _ reader: any RowSource) throws(RowProblem) -> String? {
    let text = try reader.text(column).trimmed
    return empty.contains(Folding.fold(text)) ? nil : text
  }
}
