import CaseloadCore

/// Changes of clients' fields in a register's own columns: the register's key, and beside it what has changed. A cell
/// without a text says nothing of its field.
///
/// It is for the register and for nobody else, since the register's key leaves in it: a private file, whole or not
/// there.
public struct ChangesFile {
  private let mapping: Mapping
  private let plan: ColumnPlan
  private let header: [String]
  private let keyColumn: Int
  private let separator: UInt8
  private let writings: [FieldID: FieldWriting]
  private var rows: [(key: String, cells: [Int: String])] = []

  /// Rows so far.
  public var count: Int { rows.count }
  /// The fields that have columns.
  public var fields: Set<FieldID> { Set(writings.keys) }
  /// The mapping's name and version.
  public var mappingName: (String, Int) { (mapping.name, mapping.version) }

  /// Changes in the columns that a mapping names. `day` is that of the hand-over. Throws where it names no column of
  /// the register's key.
  public init(
    _ mapping: Mapping, catalogue: Catalogue = .standard, day: Day
  ) throws(ExchangeError) {
    let named = mapping.columns.values.filter { rule in
      if case .field = rule.target { !rule.written.header.isEmpty } else { false }
    }
    guard let key = mapping.key, !named.isEmpty else {
      throw .noKeyColumn(header: named.map(\.written.header))
    }
    func place(_ rule: ColumnRule) -> Int {
      if case .field(let id, _) = rule.target { catalogue.place(of: id) ?? .max } else { .max }
    }
    /// The lowest before the highest, and the parts of a name as they are listed.
    func part(_ rule: ColumnRule) -> Int {
      guard case .field(_, let part) = rule.target else { return 0 }
      return [.family, .prefix, .given, .lowest, .highest].firstIndex(of: part) ?? 0
    }
    let header =
      [key]
      + named.sorted {
        (place($0), $0.order, part($0), $0.written.header) < (
          place($1), $1.order, part($1), $1.written.header
        )
      }.map(\.written.header)
    var only = mapping
    only.findsByName = false
    try self.init(
      header: header, first: 0, only, catalogue, separator: UInt8(ascii: ";"), day: day
    ) { _ throws(ExchangeError) in nil }
  }

  /// Changes in the columns of an export of the register, and in its own spelling of choices and days, as far as it
  /// shows them. Without a mapping the register is recognised by its header, or columns are found by their usual names.
  public init(
    like reader: any RowSource, _ given: Mapping?, catalogue: Catalogue = .standard, day: Day
  ) throws(ExchangeError) {
    let header = try reader.readHeader()
    let found = if let given { given } else { try ShippedMappings.recognised(header) ?? Mapping() }
    // Days are written as the file has them, or as the mapping says; a sheet's own days are no texts to learn from.
    let mapping = found.adapted(to: reader)
    try self.init(
      header: header, first: reader.readsRefusedFile ? 1 : 0, mapping, catalogue,
      separator: reader.serials == nil ? reader.format.separator : UInt8(ascii: ";"), day: day
    ) { plan throws(ExchangeError) in try LearnedSpellings(reader, plan, mapping, drawn: day) }
  }

  private init(
    header: [String], first: Int, _ mapping: Mapping, _ catalogue: Catalogue, separator: UInt8, day: Day,
    learn: (ColumnPlan) throws(ExchangeError) -> LearnedSpellings?
  ) throws(ExchangeError) {
    let plan = try ColumnPlan(header: header, mapping: mapping, catalogue: catalogue, first: first)
    guard let key = plan.key else { throw .noKeyColumn(header: header) }
    let learned = try learn(plan)
    self.header = header
    self.mapping = mapping
    self.plan = plan
    self.separator = separator
    keyColumn = key
    writings = Dictionary(
      plan.outputs.map {
        ($0.field.id, FieldWriting($0, mapping, learned: learned?.columns[$0.field.id], drawn: day))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds a client: her key, and what has changed. Gives why values cannot be written; those that can are in the
  /// file, and where there is none, neither is she.
  public mutating func add(
    _ key: RegisterKey, _ changes: [(field: FieldID, value: Value)]
  ) -> [FieldID: Unwritable] {
    var cells: [Int: String] = [:]
    var left: [FieldID: Unwritable] = [:]
    guard ExactRow.isSafe(key.text), isReadBack(key) else {
      return Dictionary(changes.map { ($0.field, .unsafe) }, uniquingKeysWith: { first, _ in first })
    }
    for (field, value) in changes {
      guard let writing = writings[field] else {
        left[field] = .noColumn
        continue
      }
      do throws(UnwritableError) {
        for (column, cell) in zip(writing.output.columns, try writing.cells(for: value)) {
          cells[column.index] = cell
        }
      } catch {
        left[field] = error.reason
      }
    }
    if !cells.isEmpty { rows.append((key.text, cells)) }
    return left
  }

  /// Whether the import reads this key as it is written.
  private func isReadBack(_ key: RegisterKey) -> Bool {
    var text = key.text
    return text.withUTF8 { bytes in (try? plan.keyReading.key(bytes) { _ in false }) == key }
  }

  /// The file's bytes: UTF-8 with a byte order mark, the columns in the register's order, those only that a change is
  /// in.
  func bytes() -> [UInt8] {
    let used = Set(rows.flatMap(\.cells.keys)).sorted()
    let columns = ([keyColumn] + used).sorted()
    var bytes = FileEncoding.utf8.byteOrderMark
    ExactRow.append(columns.map { header[$0] }, separator: separator, to: &bytes)
    for row in rows {
      ExactRow.append(
        columns.map { $0 == keyColumn ? row.key : row.cells[$0] ?? "" }, separator: separator, to: &bytes)
    }
    return bytes
  }

  /// Puts the file in its place, whole and on the disk, where nothing stands there yet; false where something does.
  public func write(to path: String) throws(ExchangeError) -> Bool {
    let file = PrivateFile(path: path, mark: "changes")
    try file.append(bytes())
    return try file.finishNew()
  }
}
