import CaseloadCore

/// One table of details, read whole and reduced to what counts for each client on the day drawn.
final class DetailTable {
  /// Whether a key is somebody's.
  enum Standing {
    case client, refused, nobody
  }

  let fields: [FieldID]
  private(set) var report: TableReport
  private let table: TableMapping
  private let reader: any RowSource
  private let plan: ColumnPlan
  private let refused: RefusedFile?
  private let drawn: Day
  private let empty: Set<String>
  private var history: TableHistory
  private let only: [(column: Int, spellings: Set<String>)]
  private var readings: [FieldReading]
  private let takes: [TakeRule]
  private let flags: FlagColumn?
  private var experience: ExperienceColumn?
  private var columnPlaces: [Int: Int] = [:]
  private var kept: [RegisterKey: DetailRow] = [:]

  init(
    _ file: ImportFile, _ table: TableMapping, catalogue: Catalogue, drawn: Day, refusedFor path: String?,
    language: Language = .english
  ) throws(ExchangeError) {
    self.table = table
    self.drawn = drawn
    let reader = file.reader
    self.reader = reader
    let header = try reader.readHeader()
    let first = reader.readsRefusedFile ? 1 : 0
    plan = try ColumnPlan(
      header: header, mapping: table.mapping, catalogue: catalogue, first: first)
    refused = path.map {
      RefusedFile(
        for: $0, header: Array(header[first...]), separator: reader.format.separator, language: language)
    }
    empty = Mapping.usualEmpty.union(table.mapping.empty)
    let columns = TableColumns(header, table)
    history = try TableHistory(columns)
    var only: [(column: Int, spellings: Set<String>)] = []
    for (name, spellings) in table.only { only.append((try columns.index(name), spellings)) }
    self.only = only
    let mapping = table.mapping
    let outputs = plan.outputs
    readings = outputs.map { FieldReading($0, mapping, drawn: drawn) }
    takes = outputs.map { TakeRule(table.takes[$0.field.id] ?? .row, $0.field.kind) }
    flags = try table.flags.map { flags throws(ExchangeError) in try FlagColumn(flags, columns) }
    experience = try table.experience.map { names throws(ExchangeError) in
      try ExperienceColumn(names, columns, catalogue)
    }
    var read: [(Int, ImportReport.Column)] = outputs.flatMap { output in
      output.columns.map { ($0.index, .init(header: $0.header, field: output.field.id)) }
    }
    for index in experience?.columns ?? [] {
      read.append((index, .init(header: header[index], field: "experience")))
    }
    read.sort { $0.0 < $1.0 }
    for (place, column) in read.enumerated() { columnPlaces[column.0] = place }
    report = TableReport(
      name: table.name, path: file.path,
      report: ImportReport(
        format: reader.format, mapping: mapping, columns: read.map(\.1),
        unused: plan.unused.filter { !columns.isNamed($0) }))
    var fields = outputs.map(\.field.id)
    if let count = table.count { fields.append(count) }
    fields += flags?.fields ?? []
    if experience != nil { fields.append("experience") }
    self.fields = fields
  }

  /// Reads all rows; `standing` says whose key it is.
  func read(_ standing: (RegisterKey) -> Standing) throws(ExchangeError) {
    while try reader.advance() {
      report.report.read += 1
      do throws(RowProblem) {
        try row(standing)
      } catch {
        report.refuse(reader.line, error)
        try refused?.add(reader, reason: error)
      }
    }
    report.report.blank = reader.blankRows
    report.report.passedOver = report.ended + report.leftOut
    report.refusedFile = try refused?.finish()
    report.setAside = refused?.setAside
  }

  private func row(_ standing: (RegisterKey) -> Standing) throws(RowProblem) {
    if let problem = reader.problem { throw problem }
    let key = try plan.key(of: reader) { empty.contains(Folding.fold($0)) }
    switch standing(key) {
    case .client: break
    case .refused: throw .other(Sentence(TableWords.ownRowRefused))
    case .nobody: throw .other(Sentence(TableWords.noPerson))
    }
    for (column, spellings) in only {
      guard spellings.contains(Folding.fold(try reader.text(column).trimmed)) else {
        report.leftOut += 1
        return
      }
    }
    let place = try history.place(reader, drawn: drawn)
    if let flags { return try flag(flags, place, key) }
    guard place.counts else {
      report.ended += 1
      return
    }
    try take(place, key)
  }

  /// A row of words that each say yes to a field.
  private func flag(
    _ flags: FlagColumn, _ place: TableHistory.Place, _ key: RegisterKey
  ) throws(RowProblem) {
    guard let field = try flags.field(reader) else {
      report.leftOut += 1
      return
    }
    if place.counts {
      kept[key, default: DetailRow(readings.count)].flags[field] = true
      report.report.taken += 1
    } else {
      report.ended += 1
      if place.isOver, flags.endedIsNo, kept[key]?.flags[field] == nil {
        kept[key, default: DetailRow(readings.count)].flags[field] = false
      }
    }
  }

  private func take(_ place: TableHistory.Place, _ key: RegisterKey) throws(RowProblem) {
    // All of the row is read before any of it is taken: a row is refused as a whole.
    var values: [Value] = []
    for index in readings.indices { values.append(try readings[index].value(reader, count).value) }
    let item = try experience?.item(reader, count)
    let result = kept[key, default: DetailRow(readings.count)].add(
      values, takes, line: reader.line, rank: place.rank, isLatest: table.current == .latest)
    if let item { kept[key]?.items.append(item) }
    switch result {
    case .stands: report.report.taken += 1
    case .followed: report.ended += 1
    // The row that stood before gives its place away: one more that is followed, as many taken.
    case .follows: report.ended += 1
    case .differs(let line, let stands):
      report.report.taken += 1
      report.differences.append(TableReport.Difference(line: line, stands: stands))
    }
  }

  private func count(_ column: Int, _ text: String) {
    if let place = columnPlaces[column] { report.report.countNotUnderstood(place, text) }
  }

  /// What the table comes to for a client, in the order of `fields`.
  func values(of key: RegisterKey) -> [Value] {
    let row = kept[key]
    var values = (0..<readings.count).map { place in
      row?.values[place] ?? Value(state: .empty, source: .register, day: drawn)
    }
    func recorded(_ content: Content?) -> Value {
      Value(state: content == nil ? .empty : .recorded, content: content, source: .register, day: drawn)
    }
    if table.count != nil {
      values.append(recorded(row.map { .exactly($0.rows) } ?? (table.isWhole ? .exactly(0) : nil)))
    }
    for field in flags?.fields ?? [] {
      let flag = row?.flags[field] ?? (table.isWhole ? false : nil)
      values.append(recorded(flag.map { .oneOf(ChoiceSet(place: $0 ? 0 : 1)) }))
    }
    if experience != nil {
      values.append(recorded(row.map { .experience($0.items, complete: table.isWhole) }))
    }
    return values
  }
}
