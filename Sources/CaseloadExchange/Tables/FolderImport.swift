import CaseloadCore

/// Reads a folder of tables: the details whole, reduced to what counts for each client, then the persons row by
/// row, each with what her details come to. What comes out is what an export of one file gives.
public final class FolderImport {
  public let folder: TableFolder
  /// The fields that every client has a value for: those of the persons, then those of the details.
  public let fields: [FieldID]
  /// What the details came to, in the order in which they were read.
  public private(set) var details: [TableReport] = []
  /// The persons, as the reader of one file has them.
  public let persons: ClientImport
  /// The path of the persons' file.
  public let personsPath: String
  private var tables: [(table: DetailTable, places: [Int])] = []
  /// How many of the fields are the persons' own; the kinds of the others.
  private let own: Int
  private let kinds: [Kind]
  /// The keys of the persons that can be taken, and of those that cannot.
  private var taken: Set<RegisterKey> = []
  private var refused: Set<RegisterKey> = []
  private let drawn: Day

  /// How files are opened: what is said about them is not guessed.
  public struct Reading {
    public var encoding: FileEncoding?
    public var separator: UInt8?
    /// Sees the bytes of each file once (a digest).
    public var observe: FileSource.Observer?
    /// The file beside which a table's refused rows are written; nil writes none.
    public var refusedFor: (String) -> String?
    /// The language of the reasons in those files.
    public var language: Language

    public init(
      encoding: FileEncoding? = nil, separator: UInt8? = nil, observe: FileSource.Observer? = nil,
      language: Language = .english, refusedFor: @escaping (String) -> String?
    ) {
      self.language = language
      self.encoding = encoding
      self.separator = separator
      self.observe = observe
      self.refusedFor = refusedFor
    }

    public func file(_ path: String, isObserved: Bool = true) throws(ExchangeError) -> ImportFile {
      try ImportFile(
        path: path, encoding: encoding, separator: separator, observe: isObserved ? observe : nil)
    }
  }

  /// Reads the details; the persons are read by `next()`.
  public init(
    _ folder: TableFolder, catalogue: Catalogue = .standard, drawn: Day, reading: Reading
  ) throws(ExchangeError) {
    self.folder = folder
    self.drawn = drawn
    guard let file = folder.files.last, file.table.role == .persons else { throw .personsTable(files: []) }
    personsPath = file.path
    // The persons are read twice: whose rows there are must be known before any detail is taken.
    let first = try ClientImport(
      try reading.file(file.path, isObserved: false).reader, mapping: file.table.mapping,
      catalogue: catalogue, drawn: drawn)
    while let step = try first.next() {
      switch step {
      case .row(let client): taken.insert(client.key)
      case .refused: if let key = first.refusedKey { refused.insert(key) }
      }
    }
    refused.subtract(taken)
    var fields = first.fields
    own = fields.count
    for (table, path) in folder.files where table.role == .details {
      let detail = try DetailTable(
        try reading.file(path), table, catalogue: catalogue, drawn: drawn,
        refusedFor: reading.refusedFor(path), language: reading.language)
      var places: [Int] = []
      for field in detail.fields {
        if let place = fields.firstIndex(of: field) {
          guard place >= own else { throw .fieldOfTwoTables(field: field, table: table.name) }
          places.append(place - own)
        } else {
          places.append(fields.count - own)
          fields.append(field)
        }
      }
      tables.append((detail, places))
    }
    self.fields = fields
    kinds = fields.dropFirst(own).map { catalogue[$0]?.kind ?? .words }
    persons = try ClientImport(
      try reading.file(file.path).reader, mapping: file.table.mapping, catalogue: catalogue, drawn: drawn,
      refusedFor: reading.refusedFor(file.path), language: reading.language)
    for (table, _) in tables {
      try table.read { [taken, refused] key in
        taken.contains(key) ? .client : refused.contains(key) ? .refused : .nobody
      }
      details.append(table.report)
    }
  }

  /// The tables of contacts and their files.
  public var contactTables: [(table: TableMapping, path: String)] {
    folder.files.filter { $0.table.role == .contacts }
  }

  /// Whether a row of the persons has this key and can be taken.
  public func isClient(_ key: RegisterKey) -> Bool { taken.contains(key) }

  /// Bytes of the persons' file read so far, and in all.
  public var progress: (read: Int, total: Int?) { persons.progress }

  /// The next client with what her details come to, or nil at the end of the persons.
  public func next() throws(ExchangeError) -> ImportStep<ImportedClient>? {
    guard let step = try persons.next() else { return nil }
    switch step {
    case .refused: return step
    case .row(let client):
      return .row(
        ImportedClient(
          line: client.line, key: client.key, entries: client.entries + joined(client.key),
          contacts: client.contacts))
    }
  }

  private func joined(_ key: RegisterKey) -> [ImportedValue] {
    var values: [Value?] = Array(repeating: nil, count: fields.count - own)
    for (table, places) in tables {
      for (value, place) in zip(table.values(of: key), places) {
        if let old = values[place], old.content != nil {
          guard value.content != nil else { continue }
          values[place] = TakeRule(.list, kinds[place]).joined(old, value)
        } else {
          values[place] = value
        }
      }
    }
    return values.map { ImportedValue($0 ?? Value(state: .empty, source: .register, day: drawn)) }
  }
}
