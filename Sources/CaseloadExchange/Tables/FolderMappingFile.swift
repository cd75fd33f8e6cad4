import CaseloadCore

/// Reads the mapping of a folder from TOML: at the top what a mapping of one file has there (`name`, `version`,
/// `key`, `key-is-bsn`, `empty`, `dates`), which holds for every table, with `ignore` (headers that are not worth a
/// word in any), and `[tables.NAME]` for each table.
///
/// A table has `is` (`"persons"`, `"details"`, `"contacts"`), `file` (names without folder and ending, `*` at the
/// end for anything; its own name where nothing is said), `current` (`"open"`, `"latest"`, `"all"`), `from`, `to`,
/// `ended` and `by` (headers), `only` (a header and the spellings that count), `count` (a field that is the number
/// of rows that count), `whole`, `complete-since` (contacts), and `key`, `empty`, `dates`, `last-contact`, `calls`,
/// `[tables.NAME.columns.HEADER]` and `[tables.NAME.kinds]` as in a mapping of one file. A column may say `take`:
/// `"row"`, `"list"`, `"earliest"`, `"latest"`, `"lowest"`, `"highest"`. `[tables.NAME.flags]` has `column`,
/// `values` (spelling = field to which it says yes, `""` for what is left out) and `ended = "no"`;
/// `[tables.NAME.experience]` has `occupation`, `sector`, `from`, `to`, `years` and `months`.
public enum FolderMappingFile {
  /// Whether a mapping's text is one for a folder.
  public static func isForFolder(_ text: String) throws(ExchangeError) -> Bool {
    try MappingFile.withEntries(text) { top throws(ExchangeError) in top.keys.contains("tables") }
  }

  /// Reads a mapping's text.
  public static func read(
    _ text: String, catalogue: Catalogue = .standard
  ) throws(ExchangeError) -> FolderMapping {
    try MappingFile.withEntries(text) { top throws(ExchangeError) in
      try FolderMappingReader(catalogue: catalogue).mapping(top)
    }
  }
}

/// Makes a folder's mapping of what its file says.
struct FolderMappingReader {
  let catalogue: Catalogue

  private static let common: Set<String> = ["key", "key-is-bsn", "empty", "dates", "last-contact", "calls"]

  func mapping(_ top: Entries) throws(ExchangeError) -> FolderMapping {
    try top.only(Self.common.union(["mapping", "name", "version", "tables", "ignore"]))
    var shared = try MappingReader(catalogue: catalogue).mapping(top, passing: ["tables", "ignore"])
    for header in try top.strings("ignore") ?? [] {
      var rule = ColumnRule(.unused)
      rule.isIgnored = true
      shared.columns[Folding.key(header)] = rule
    }
    guard let tables = try top.entries("tables") else { throw top.wrong("tables", MappingWords.missing) }
    var mapping = FolderMapping(name: shared.name, version: shared.version, tables: [])
    for name in tables.keys {
      guard let entries = try tables.entries(name) else { continue }
      mapping.tables.append(try table(name, entries, shared))
    }
    guard mapping.tables.filter({ $0.role == .persons }).count == 1 else {
      throw top.wrong("tables", MappingWords.onePersons)
    }
    try checkFields(mapping, top)
    return mapping
  }

  private static let own: Set<String> = [
    "is", "file", "current", "from", "to", "ended", "by", "only", "count", "whole", "complete-since", "flags",
    "experience",
  ]

  private func table(_ name: String, _ entries: Entries, _ shared: Mapping) throws(ExchangeError)
    -> TableMapping
  {
    try entries.only(Self.own.union(Self.common).union(["columns", "kinds", "recognise"]))
    let role = try entries.one("is", TableMapping.Role.init(rawValue:)) ?? .details
    var mapping = try MappingReader(catalogue: catalogue).mapping(entries, passing: Self.own, base: shared)
    mapping.findsByName = role != .details
    var table = TableMapping(
      name: name, files: try entries.strings("file") ?? [name], role: role, mapping: mapping,
      current: .all, only: [:], takes: [:], isWhole: try entries.bool("whole") ?? false)
    table.from = try entries.string("from")
    table.to = try entries.string("to")
    table.ended = try entries.string("ended")
    table.by = try entries.string("by")
    let hasDays = table.from != nil || table.to != nil || table.ended != nil
    table.current =
      try entries.one("current", TableMapping.Current.init(rawValue:))
      ?? (table.by != nil ? .latest : hasDays ? .open : .all)
    if table.current == .latest, table.by == nil {
      throw entries.wrong("by", MappingWords.latestByWhat)
    }
    if table.current == .open, !hasDays {
      throw entries.wrong("current", MappingWords.openWithoutDays)
    }
    table.only = try only(entries)
    table.count = try entries.one("count") { catalogue[FieldID($0)]?.id }
    table.flags = try flags(entries)
    table.experience = try experience(entries)
    if let since = try entries.one("complete-since", Day.init(iso:)) { table.completeSince = since }
    if role == .details { table.takes = try takes(entries, table) }
    return table
  }

  private func only(_ entries: Entries) throws(ExchangeError) -> [String: Set<String>] {
    guard let inner = try entries.entries("only") else { return [:] }
    var only: [String: Set<String>] = [:]
    for column in inner.keys {
      only[column] = Set((try inner.strings(column) ?? []).map { Folding.fold($0.trimmed) })
    }
    return only
  }

  private func flags(_ entries: Entries) throws(ExchangeError) -> TableMapping.Flags? {
    guard let inner = try entries.entries("flags") else { return nil }
    try inner.only(["column", "values", "ended"])
    guard let column = try inner.string("column") else { throw inner.wrong("column", MappingWords.missing) }
    var fields: [String: FieldID?] = [:]
    if let values = try inner.entries("values") {
      for spelling in values.keys {
        let field = try values.string(spelling) ?? ""
        guard field.isEmpty || catalogue[FieldID(field)]?.kind == .yesNo else {
          throw values.wrong(spelling, MappingWords.yesOrNo)
        }
        fields[Folding.fold(spelling.trimmed)] = .some(field.isEmpty ? nil : FieldID(field))
      }
    }
    let ended = try inner.one("ended") { ["no": true, "empty": false][$0] } ?? false
    return TableMapping.Flags(column: column, fields: fields, endedIsNo: ended)
  }

  private func experience(_ entries: Entries) throws(ExchangeError) -> TableMapping.ExperienceColumns? {
    guard let inner = try entries.entries("experience") else { return nil }
    try inner.only(["occupation", "sector", "from", "to", "years", "months"])
    guard let occupation = try inner.string("occupation") else {
      throw inner.wrong("occupation", MappingWords.missing)
    }
    return TableMapping.ExperienceColumns(
      occupation: occupation, sector: try inner.string("sector"), from: try inner.string("from"),
      to: try inner.string("to"), years: try inner.string("years"), months: try inner.string("months"))
  }

  /// How several rows come to one value, by field: what the column says, else a list for what is one and the
  /// row that stands for what is not.
  private func takes(_ entries: Entries, _ table: TableMapping) throws(ExchangeError) -> [FieldID:
    TableMapping.Take]
  {
    var takes: [FieldID: TableMapping.Take] = [:]
    guard let columns = try entries.entries("columns") else { return takes }
    for header in columns.keys {
      guard let column = try columns.entries(header),
        case .field(let id, _)? = table.mapping.columns[Folding.key(header)]?.target,
        let field = catalogue[id]
      else { continue }
      let said = try column.one("take", TableMapping.Take.init(rawValue:))
      if let said, !Self.fits(said, field.kind) {
        throw column.wrong("take", MappingWords.noTake, id.text)
      }
      guard said != nil || table.current != .all || Self.fits(.list, field.kind) else {
        throw column.wrong("take", MappingWords.takeWhich, id.text)
      }
      takes[id] = said ?? (table.current != .latest && Self.fits(.list, field.kind) ? .list : .row)
    }
    return takes
  }

  private static func fits(_ take: TableMapping.Take, _ kind: Kind) -> Bool {
    switch (take, kind) {
    case (.row, _): true
    case (.list, .words), (.list, .choices), (.list, .experience): true
    case (.earliest, .day), (.latest, .day): true
    case (.lowest, .number), (.highest, .number), (.lowest, .span), (.highest, .span): true
    case (.lowest, .choice(_, let order)), (.highest, .choice(_, let order)): order != .none
    default: false
    }
  }

  /// A field comes from one table, but for lists, which several may fill.
  private func checkFields(_ mapping: FolderMapping, _ top: Entries) throws(ExchangeError) {
    var owners: [FieldID: String] = [:]
    for table in mapping.tables where table.role != .contacts {
      for field in table.fields {
        guard let definition = catalogue[field] else { continue }
        if definition.owner == .derived, table.role == .details {
          throw top.wrong("tables.\(table.name)", MappingWords.fillsDerived, field.text)
        }
        if let other = owners[field], !Self.fits(.list, definition.kind) {
          throw top.wrong("tables", MappingWords.fillTwice, field.text, "\(other), \(table.name)")
        }
        owners[field] = table.name
      }
    }
  }
}

extension TableMapping {
  /// The fields that its columns, counts and flags name.
  var fields: Set<FieldID> {
    var fields: Set<FieldID> = []
    for rule in mapping.columns.values {
      if case .field(let id, _) = rule.target { fields.insert(id) }
    }
    if let count { fields.insert(count) }
    for case let field? in (flags?.fields ?? [:]).values { fields.insert(field) }
    if experience != nil { fields.insert("experience") }
    return fields
  }
}
