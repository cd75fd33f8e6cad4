import CaseloadCore
import GRDB

/// Makes the clients whom an import brings for the first time, in the order of the file.
final class NewClients {
  private let merge: ClientMerge
  private let insert: RawStatement
  private let insertSide: RawStatement
  private let insertExperience: RawStatement
  private var next: Int32
  /// The number given to each staged row; 0 for none.
  private var made: [Int32]
  private let experience: Int?
  private var experiences: [Int32: Content?] = [:]

  init(_ merge: ClientMerge) throws {
    self.merge = merge
    let stored = merge.session.stored
    let names = stored.map { ", \($0.quoted)" }.joined()
    let places = String(repeating: ", ?", count: stored.count)
    insert = try RawStatement(
      merge.db,
      """
      INSERT INTO client (number, checksum, register_day, created_day, created_import\(names))
      VALUES (?, ?, ?, ?, ?\(places))
      """)
    insertSide = try RawStatement(
      merge.db,
      """
      INSERT INTO side (client, field, state, source, day, raw, register_apart, checksum)
      VALUES (?, ?, ?, 'register', ?, ?, 0, ?)
      """)
    insertExperience = try RawStatement(merge.db, ExperienceRows.insertion)
    // A number that was given once is never given again, also after an import was taken back.
    let last = try Int64.fetchOne(merge.db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'client'") ?? 0
    guard let start = Int32(exactly: last), start < Int32.max else { throw StoreError.damaged("client") }
    next = start + 1
    made = [Int32](repeating: 0, count: merge.staged.count)
    experience = stored.firstIndex { $0.field.id == "experience" }
    let day = merge.session.source.drawn.iso
    insert.bind(3, day)
    insert.bind(4, day)
    insert.bind(5, merge.importID)
    insertSide.bind(4, day)
  }

  private static let numberSeed = RowChecksum.seed("number")
  private static let registerDaySeed = RowChecksum.seed("register_day")
  private static let createdDaySeed = RowChecksum.seed("created_day")
  private static let createdImportSeed = RowChecksum.seed("created_import")

  private static func hash(_ text: String, _ seed: UInt64) -> UInt64 {
    var text = text
    return text.withUTF8 { RowChecksum.hash($0, seed: seed) }
  }

  /// What the store's own columns add to the checksum of every client of this import.
  private lazy var common: UInt64 = {
    let day = merge.session.source.drawn.iso
    return Self.hash(day, Self.registerDaySeed) &+ Self.hash(day, Self.createdDaySeed)
      &+ Self.hash(String(merge.importID), Self.createdImportSeed)
  }()

  func add(_ row: StagedClients.Row) throws {
    let number = next
    let (following, overflow) = next.addingReportingOverflow(1)
    if overflow { throw StoreError.refused(.noNumbers) }
    next = following
    let sum = row.sum &+ common &+ Self.hash(String(number), Self.numberSeed)
    insert.bind(1, Int64(number))
    insert.bind(2, Int64(bitPattern: sum))
    var isPlain = true
    merge.staged.eachCell(of: row.place) { place, cell in
      insert.borrow(place + 6, cell.text)
      if cell.isBeside { isPlain = false }
    }
    try insert.run()
    made[row.place] = number
    if !isPlain {
      for place in merge.session.stored.indices {
        if let said = row.beside(place) { try add(said, place, number) }
      }
    }
    if let experience {
      try ExperienceRows.insert(stretches(row, experience), Int64(number), insertExperience)
    }
  }

  /// What a row says of experience, read once for all who did the same.
  private func stretches(_ row: StagedClients.Row, _ column: Int) -> Content? {
    let cell = row.cell(column)
    if let known = experiences[cell] { return known }
    let content = row.text(column).flatMap { ContentText.content($0, kind: .experience) }
    if experiences.count < 8_192 { experiences[cell] = content }
    return content
  }

  private func add(_ said: String, _ place: Int, _ number: Int32) throws {
    let field = merge.session.stored[place].field
    let value = try Said.value(said, kind: field.kind, day: merge.session.source.drawn)
    var sum: UInt64 = 0
    for (name, text) in [
      ("client", String(number)), ("field", field.id.text), ("state", value.state.rawValue),
      ("source", "register"), ("day", merge.session.source.drawn.iso), ("raw", value.raw),
      ("register_apart", "0"),
    ] {
      if let text { sum &+= Self.hash(text, RowChecksum.seed(name)) }
    }
    insertSide.bind(1, Int64(number))
    insertSide.bind(2, field.id.text)
    insertSide.bind(3, value.state.rawValue)
    insertSide.bind(5, value.raw)
    insertSide.bind(6, Int64(bitPattern: sum))
    try insertSide.run()
  }

  /// Writes the keys, in their own order: three times as fast as in the file's.
  func finish() throws {
    guard merge.counts.new > 0 else { return }
    let insert = try RawStatement(
      merge.db, "INSERT INTO client_key (register, key, client, checksum) VALUES (?, ?, ?, ?)")
    let register = merge.session.source.register
    insert.bind(1, register)
    let registerSum = Self.hash(register, RowChecksum.seed("register"))
    let clientSeed = RowChecksum.seed("client")
    let keys = merge.staged.keys
    for row in keys.sorted() where made[Int(row)] != 0 {
      let number = made[Int(row)]
      let sum = registerSum &+ keys.hash(Int(row)) &+ Self.hash(String(number), clientSeed)
      insert.borrow(2, keys[Int(row)])
      insert.bind(3, Int64(number))
      insert.bind(4, Int64(bitPattern: sum))
      try insert.run()
    }
  }
}
