/// The clients of one scope as columns, a row a client. A caseload leaves out who is closed: which clients are
/// in scope is decided by who fills the population, so that `@all` and every denominator count the scope.
///
/// It has one owner, who changes it; what was worked out is kept inside until data, day or settings change.
public struct Population: Sendable {
  /// The fields.
  public let catalogue: Catalogue
  /// How many rows there are, those of removed clients included.
  public private(set) var rows = 0
  /// The rows of clients who were not removed.
  public private(set) var alive = Selection(rows: 0)
  /// The columns, in the catalogue's order.
  private(set) var columns: [Column]
  /// The places of the columns that rules read of one row after another.
  let places: RulePlaces
  private(set) var summaries = SummaryColumns()
  private(set) var numbers: [Int32] = []
  /// Rows by number; empty as long as numbers came ascending, when they are found by halving.
  private var rowsByNumber: [Int32: Int32] = [:]
  private var isAscending = true
  private(set) var cache = Cache()
  /// The places of the columns of which the earliest day is the client's start.
  let startPlaces: [Int]

  /// No clients yet.
  public init(catalogue: Catalogue = .standard) {
    self.catalogue = catalogue
    columns = catalogue.fields.map(Column.init)
    places = RulePlaces(catalogue)
    startPlaces = (["intake", "benefit", "assigned"] as [FieldID]).compactMap { catalogue.place(of: $0) }
  }

  /// How many clients there are.
  public var count: Int { alive.count }

  /// Makes room for this many rows.
  public mutating func reserve(_ rows: Int) {
    let rows = max(0, rows)
    numbers.reserveCapacity(rows)
    summaries.reserve(rows)
    for index in columns.indices { columns[index].reserve(rows) }
  }

  /// Puts a client in, or updates her row in place. Fields that the catalogue does not have, and derived ones,
  /// are passed over.
  public mutating func put(_ client: ClientFacts) {
    if !isKnownUniquelyReferenced(&cache) { cache = Cache() }
    let isNew: Bool
    let place: Int
    if let row = row(inTable: client.number.number) {
      isNew = !alive.contains(row)
      place = row
    } else {
      isNew = true
      place = append(client.number)
    }
    var changed: Set<FieldID> = []
    var isChanged = false
    if isNew {
      for (id, value) in client.values {
        if let column = catalogue.place(of: id) { _ = columns[column].set(place, value) }
      }
      alive.insert(place)
      cache.forgetAll()
    } else {
      for (index, field) in catalogue.fields.enumerated()
      where columns[index].set(place, client.values[field.id] ?? .empty) {
        changed.insert(field.id)
      }
    }
    let isAbsent = summaries.flags[place] & 4 != 0
    if isNew || isAbsent != client.isAbsentFromRegister || summaries.summary(place) != client.summary {
      summaries.set(place, client.summary, isAbsent: client.isAbsentFromRegister)
      isChanged = true
    }
    guard !isNew, isChanged || !changed.isEmpty else { return }
    // Derived fields follow from others.
    for field in catalogue.fields where field.owner == .derived { changed.insert(field.id) }
    patch(client, row: place, changed)
  }

  /// Puts clients in, or updates their rows in place. For many of them what was worked out is better forgotten at
  /// once than put right client after client.
  public mutating func put(_ clients: [ClientFacts]) {
    if clients.count > 32 { cache = Cache() }
    for client in clients { put(client) }
  }

  private mutating func append(_ number: ClientNumber) -> Int {
    let place = rows
    append(numbers: [number.number])
    for index in columns.indices { columns[index].appendEmpty() }
    summaries.appendEmpty()
    alive.appendRow()
    rows += 1
    return place
  }

  private mutating func append(numbers more: [Int32]) {
    for number in more {
      if isAscending, let last = numbers.last, last >= number {
        isAscending = false
        rowsByNumber.reserveCapacity(numbers.capacity)
        for (row, number) in numbers.enumerated() { rowsByNumber[number] = Int32(clamping: row) }
      }
      numbers.append(number)
      if !isAscending { rowsByNumber[number] = Int32(clamping: numbers.count - 1) }
    }
  }

  /// Puts clients who are not here yet behind the others, as a store is loaded: nothing was worked out yet.
  mutating func load(_ texts: ClientTexts, _ memories: inout [TextMemory]) {
    let first = rows
    append(numbers: texts.numbers)
    rows += texts.count
    alive.append(allOf: texts.count)
    let fields = catalogue.fields
    for (place, field) in fields.enumerated() {
      columns[place].appendForLoading(texts.count)
      columns[place].load(texts.column(place), from: first, &memories[place], field.kind) { texts.days[$0] }
    }
    summaries.appendEmpty(texts.count)
    summaries.load({ texts.column(fields.count + $0.rawValue) }, from: first, &memories, at: fields.count)
    for (row, summary) in texts.summaries {
      summaries.set(first + row, summary, isAbsent: false)
    }
    for (row, isAbsent) in texts.absent.enumerated() where isAbsent {
      summaries.set(first + row, isAbsent: true)
    }
    for (row, column, value) in texts.values where columns.indices.contains(column) {
      _ = columns[column].set(first + row, value)
    }
  }

  /// Puts the clients of another population of the same catalogue behind these. None of them is here already.
  public mutating func append(_ other: Population) {
    guard other.columns.count == columns.count else { return }
    cache = Cache()
    let first = rows
    for index in columns.indices { columns[index].append(other.columns[index], behind: first) }
    summaries.append(other.summaries)
    append(numbers: other.numbers)
    rows += other.rows
    alive.append(other.alive)
  }

  /// Removes a client: her row stays, emptied and not alive, so that no other row moves.
  public mutating func remove(_ number: ClientNumber) {
    guard let row = row(of: number) else { return }
    put(ClientFacts(number: number))
    alive.remove(row)
    cache.forgetAll()
  }

  private func row(inTable number: Int32) -> Int? {
    guard isAscending else { return rowsByNumber[number].map(Int.init) }
    guard let last = numbers.last, number <= last else { return nil }
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }

  /// The row of a client; nil where she is not here.
  public func row(of number: ClientNumber) -> Int? {
    row(inTable: number.number).flatMap { alive.contains($0) ? $0 : nil }
  }

  /// The number of the client of a row (0..<rows).
  public func number(at row: Int) -> ClientNumber { ClientNumber(numbers[row]) }

  /// The name of the client of a row; of empty parts where it is not recorded.
  public func name(at row: Int) -> PersonName {
    places.name.map { columns[$0].names.name(row) } ?? PersonName(family: "")
  }

  /// Whether the last full export of the register no longer held the client of a row.
  public func isAbsentFromRegister(at row: Int) -> Bool { summaries.flags[row] & 4 != 0 }

  /// What contacts and errands of the client of a row come to.
  public func summary(at row: Int) -> Summary { summaries.summary(row) }

  /// The column of a field.
  func column(_ id: FieldID) -> Column? { catalogue.place(of: id).map { columns[$0] } }

  /// The days that a row of the column at a place may be; nil where there is no such column or no day.
  func days(_ place: Int?, _ row: Int) -> ClosedRange<Day>? {
    guard let place, columns[place].storage == .days else { return nil }
    return columns[place].days.days(row)
  }

  /// What a row of the column at a place says; nil where there is no such column or nothing is recorded.
  func content(_ place: Int?, _ row: Int) -> Content? {
    guard let place, columns[place].storage == .code else { return nil }
    return columns[place].code[row].content
  }
}

/// The places of the columns that rules read of one row after another, looked up once: a column taken out by its
/// name is a copy, which costs more than what is read from it.
struct RulePlaces: Sendable {
  let name: Int?
  let birth: Int?
  let intake: Int?
  let status: Int?
  let returns: Int?
  let frequency: Int?
  let track: Int?
  let coach: Int?

  init(_ catalogue: Catalogue) {
    name = catalogue.place(of: "name")
    birth = catalogue.place(of: "birth")
    intake = catalogue.place(of: "intake")
    status = catalogue.place(of: "status")
    returns = catalogue.place(of: "return")
    frequency = catalogue.place(of: "frequency")
    track = catalogue.place(of: "track")
    coach = catalogue.place(of: "coach")
  }
}
