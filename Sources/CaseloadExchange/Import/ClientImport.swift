import CaseloadCore

/// One row of a file that the caller goes on with, or was refused.
public enum ImportStep<Row> {
  case row(Row)
  /// The row is not taken; it stands in the file of refused rows already.
  case refused(line: Int, RowProblem)
}

/// One client as a register's export has her.
public struct ImportedClient: Sendable {
  /// The line of the file in which her row begins.
  public let line: Int
  public let key: RegisterKey
  /// Her values, in the order of `ClientImport.fields`. A cell without a value is a value too: empty.
  public let entries: [ImportedValue]
  /// What the row's columns of last contact and next appointment say; without a client's number still.
  public let contacts: [ImportedContact]

  /// The values themselves.
  public var values: [Value] { entries.map(\.value) }
}

/// A value as an import made it. Equal spellings in one column mostly give the very same object, and then have a
/// number in that column, so that a caller who turns values into something else can remember what came of them.
public final class ImportedValue: Sendable {
  public let value: Value
  /// The number of its spelling among those of its column; -1 for a spelling that is not remembered.
  public let spelling: Int32
  let hasRaw: Bool

  init(_ value: Value, spelling: Int32 = -1) {
    self.value = value
    self.spelling = spelling
    hasRaw = value.raw != nil
  }
}

/// Reads a register's export row by row into typed values, holding one row at a time (and the keys seen).
///
/// What a cell's text means is worked out once for each spelling. A text that nobody understands costs no row:
/// it is kept as the value's `raw` and counted. Call `next()` until it gives nil, then read `report`.
public final class ClientImport: RowImport {
  /// The fields that every row has a value for.
  public let fields: [FieldID]
  /// Its rows.
  public let rows: RowTally
  /// The mapping that is used.
  public let mapping: Mapping

  /// The key of the row that was just refused, where it can be read: who is in the file is not absent from it.
  public var refusedKey: RegisterKey? {
    do throws(RowProblem) { return try key() } catch { return nil }
  }

  private let reader: any RowSource
  private let plan: ColumnPlan
  // Called for each cell of each row: the run-time check would cost more than the reading. The importer is not
  // Sendable, and nothing that runs while a field is read comes back to the readings.
  @exclusivity(unchecked) private var readings: [FieldReading]
  private var lastSeen: DayReading?
  private var nextAppointment: DayReading?
  private var lines: [RegisterKey: Int] = [:]
  private let drawn: Day
  private let empty: EmptySpellings

  /// Prepares an import of the rows behind the reader's header, which is read here. Without a mapping the
  /// register is recognised by its header, or else columns are found by the catalogue's names.
  /// `refusedFor` is the file beside which refused rows are written; nil writes none (a dry run).
  /// The reasons in it are in `language`.
  public init(
    _ reader: any RowSource, mapping given: Mapping? = nil, catalogue: Catalogue = .standard, drawn: Day,
    refusedFor path: String? = nil, language: Language = .english
  ) throws(ExchangeError) {
    let header = try reader.readHeader()
    let first = reader.readsRefusedFile ? 1 : 0
    let found = if let given { given } else { try ShippedMappings.recognised(header) ?? Mapping() }
    let mapping = found.adapted(to: reader)
    plan = try ColumnPlan(
      header: header, mapping: mapping, catalogue: catalogue, first: first)
    self.reader = reader
    self.mapping = mapping
    self.drawn = drawn
    empty = EmptySpellings(mapping)
    readings = plan.outputs.map { FieldReading($0, mapping, drawn: drawn) }
    lastSeen = plan.lastSeen.map { DayReading($0, mapping) }
    nextAppointment = plan.nextAppointment.map { DayReading($0, mapping) }
    fields = plan.outputs.map(\.field.id)
    var columns: [(index: Int, column: ImportReport.Column)] = []
    for output in plan.outputs {
      for source in output.columns {
        columns.append((source.index, .init(header: source.header, field: output.field.id)))
      }
    }
    if let source = plan.lastSeen {
      columns.append((source.index, .init(header: source.header, field: "seen")))
    }
    if let source = plan.nextAppointment {
      columns.append((source.index, .init(header: source.header, field: "next")))
    }
    rows = RowTally(
      reader, header: header, first: first, mapping: mapping, columns: columns, unused: plan.unused,
      refusedFor: path, language: language)
  }

  /// The next row, or nil at the file's end.
  public func next() throws(ExchangeError) -> ImportStep<ImportedClient>? {
    try rows.next { () throws(RowProblem) in try row() }
  }

  private func row() throws(RowProblem) -> ImportedClient {
    let key = try key()
    if let first = lines[key] { throw .keyTwice(firstLine: first, line: reader.line) }
    var values: [ImportedValue] = []
    values.reserveCapacity(readings.count)
    for place in readings.indices {
      values.append(try readings[place].value(reader, rows.countNotUnderstood))
    }
    let contacts = try contacts()
    // Only a row that is taken takes its key: a refused one may be mended further down.
    lines[key] = reader.line
    if plan.keyReading.isCitizenNumber, !KeyReading.passesElevenTest(key) {
      rows.report.doubtfulKeys += 1
    }
    return ImportedClient(line: reader.line, key: key, entries: values, contacts: contacts)
  }

  private func key() throws(RowProblem) -> RegisterKey {
    try plan.key(of: reader) { empty.contains($0) || SheetError.isOne($0) }
  }

  /// The contacts that the row's own columns tell of.
  private func contacts() throws(RowProblem) -> [ImportedContact] {
    var contacts: [ImportedContact] = []
    if let days = try lastSeen?.days(reader, rows.countNotUnderstood) {
      contacts.append(.lastContact(days, meaning: mapping.lastContact))
    }
    if let days = try nextAppointment?.days(reader, rows.countNotUnderstood),
      days.lowerBound == days.upperBound
    {
      contacts.append(ImportedContact(kind: .appointment, held: days.lowerBound))
    }
    return contacts
  }
}
