/// The clients of one scope as columns.
public struct Population: Sendable {
  /// The fields.
  public let catalogue: Catalogue
  /// How many rows there are, those of removed clients included.
  public private(set) var rows = 0
  /// The rows of clients who were not removed.
  public private(set) var alive = Selection(rows: 0)
  private var facts: [ClientFacts] = []

  /// No clients yet.
  public init(catalogue: Catalogue = .standard) { self.catalogue = catalogue }
  /// How many clients there are.
  public var count: Int { alive.count }
  /// Makes room for this many rows.
  public mutating func reserve(_ rows: Int) { facts.reserveCapacity(rows) }
  /// Puts a client in, or updates her row in place.
  public mutating func put(_ client: ClientFacts) {
    facts.append(client)
    alive.appendRow()
    alive.insert(rows)
    rows += 1
  }
  /// Removes a client: her row stays, not alive.
  public mutating func remove(_ number: ClientNumber) {}
  /// The row of a client; nil where she is not here.
  public func row(of number: ClientNumber) -> Int? { facts.firstIndex { $0.number == number } }
  /// The number of the client of a row.
  public func number(at row: Int) -> ClientNumber { facts[row].number }
  /// The name of the client of a row; empty where it is not recorded.
  public func name(at row: Int) -> PersonName { PersonName(family: "") }
  /// The value of a field, stored or derived. Source and day are not kept here.
  public func value(_ field: FieldID, at row: Int, _ context: Context) -> Value { .empty }
  /// When a client was last seen.
  public func lastSeen(at row: Int, on today: Day) -> LastSeen {
    LastSeen(summary: facts[row].summary, start: nil, today: today)
  }
  /// What the rules about being out of sight read of a client.
  public func contactability(at row: Int, _ context: Context) -> Contactability.Facts {
    Contactability.Facts(
      isClosed: false, isPaused: false, returns: nil, lastSeen: lastSeen(at: row, on: context.today),
      frequency: nil, appointment: nil)
  }
  /// The fields that are due and empty, in the catalogue's order.
  public func missing(at row: Int, _ context: Context) -> [FieldID] { [] }
  /// Who passes a filter, of the alive rows.
  public func evaluate(_ filter: Filter, _ context: Context, _ links: FilterLinks = FilterLinks()) -> Outcome
  {
    Outcome(yes: alive, unknown: Selection(rows: rows))
  }
  /// The alive rows in the order of the keys; unknown last in both directions, ties by name, then number.
  public func order(_ keys: [SortKey], _ context: Context) -> [Int32] {
    var rows: [Int32] = []
    alive.forEach { rows.append(Int32($0)) }
    return rows
  }
  /// How a field is distributed over a list against everybody; no bars for a field that is no facet.
  public func facet(_ field: FieldID, of list: Selection, _ context: Context) -> Facet {
    Facet(field: field, bars: [], ofList: list.count, ofAll: alive.count)
  }
}
