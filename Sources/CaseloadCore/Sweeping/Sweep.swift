/// Walking a list one client at a time until it is done (product.md, "Words"). It is a value: the list as it was when it
/// began, where one stands, and what became of each. It lies on the desk between two steps, so that nothing that
/// interrupts it loses a client or calls one twice.
public struct Sweep: Hashable, Sendable, Codable, Identifiable {
  /// One client of the list.
  public struct Entry: Hashable, Sendable, Codable {
    /// The client.
    public let client: ClientNumber
    /// What became of her; nil where nothing did yet.
    public internal(set) var outcome: SweepOutcome?
    /// The day of that.
    public internal(set) var day: Day?

    init(_ client: ClientNumber) { self.client = client }

    /// Whether she is still to be called on a day: nothing came of it yet, or an attempt failed and the next working day
    /// is there, or she is back from where she was parked.
    public func isOpen(on today: Day) -> Bool {
      switch outcome {
      case nil: true
      case .tried: day.map { $0.nextWorkingDay <= today } ?? true
      case .parked(let until): until.map { $0 <= today } ?? false
      case .reached, .dated, .gone, .repaired, .elsewhere: false
      }
    }
  }

  /// One step, to take back.
  struct Step: Hashable, Sendable, Codable {
    var client: ClientNumber
    /// What stood before; nil for nothing.
    var before: SweepOutcome?
    var dayBefore: Day?
    /// She was only passed over.
    var isPass: Bool
  }

  /// Its own name among the sweeps on the desk.
  public let id: String
  /// What the list was made from, as the filter language prints it; empty for everybody.
  public let filter: String
  /// The list was made from marks.
  public let isOfMarks: Bool
  /// The day on which the list was made.
  public let made: Day
  /// Its clients in the order in which they are called.
  public private(set) var entries: [Entry]
  /// The one whose turn it is; nil where the round is at its end.
  public private(set) var current: ClientNumber?
  /// Who was passed over in this round.
  private var passed: Set<ClientNumber> = []
  /// The latest steps, the last one last.
  private var steps: [Step] = []
  /// So many can be taken back: what lies on the desk is written anew at every step.
  static let mostSteps = 200
  /// Seconds spent on it.
  public private(set) var seconds = 0
  /// A line for the talk with the team manager, if the coach wants one.
  public var note = ""

  /// A sweep over clients, each of whom is called once however often she is named.
  public init(
    id: String, filter: String, isOfMarks: Bool = false, clients: [ClientNumber], made today: Day
  ) {
    self.id = id
    self.filter = filter
    self.isOfMarks = isOfMarks
    made = today
    var known: Set<ClientNumber> = []
    entries = clients.filter { known.insert($0).inserted }.map { Entry($0) }
    current = entries.first?.client
  }

  private func place(of client: ClientNumber) -> Int? { entries.firstIndex { $0.client == client } }

  /// The entry of a client; nil where the list does not hold her.
  public func entry(of client: ClientNumber) -> Entry? { entries.first { $0.client == client } }

  /// The place of the current client in the list, from 1 on; nil at the end of the round.
  public var number: Int? { current.flatMap { place(of: $0) }.map { $0 + 1 } }

  /// How many came to what.
  public var tally: SweepTally { SweepTally(entries) }

  /// Those still to be called on a day, in their order.
  public func open(on today: Day) -> [ClientNumber] {
    entries.filter { $0.isOpen(on: today) }.map(\.client)
  }

  /// Nobody is to be called any more, on this day or a later one.
  public var isDone: Bool {
    entries.allSatisfy {
      switch $0.outcome {
      // Parked without a day, she comes back by @returned alone.
      case .reached, .dated, .gone, .repaired, .elsewhere, .parked(until: nil): true
      case nil, .tried, .parked: false
      }
    }
  }

  // MARK: - Steps

  /// Something became of a client of the list, whoever has the turn: the telephone rings for others too. When it is
  /// the current one, the turn goes on.
  public mutating func put(_ outcome: SweepOutcome, of client: ClientNumber, on today: Day) {
    guard let place = place(of: client) else { return }
    let entry = entries[place]
    note(Step(client: client, before: entry.outcome, dayBefore: entry.day, isPass: false))
    entries[place].outcome = outcome
    entries[place].day = today
    passed.remove(client)
    if client == current { goOn(on: today) }
  }

  /// The next one, for now: she comes again in the next round.
  public mutating func pass(on today: Day) {
    guard let current, let place = place(of: current) else { return }
    let entry = entries[place]
    note(Step(client: current, before: entry.outcome, dayBefore: entry.day, isPass: true))
    passed.insert(current)
    goOn(on: today)
  }

  private mutating func note(_ step: Step) {
    steps.append(step)
    steps.removeFirst(max(0, steps.count - Self.mostSteps))
  }

  /// Goes to the nearest one behind who is still to be called in this round, round the end of the list.
  private mutating func goOn(on today: Day) {
    let from = current.flatMap { place(of: $0) } ?? -1
    let order = Array(entries.indices.dropFirst(from + 1)) + Array(entries.indices.prefix(from + 1))
    current =
      order.first { entries[$0].isOpen(on: today) && !passed.contains(entries[$0].client) }
      .map { entries[$0].client }
  }

  /// Goes to the client of the list before the current one, or from the end to the last one, whatever became of her.
  public mutating func goBack() {
    let place = current.flatMap { self.place(of: $0) } ?? entries.count
    if place > 0 { current = entries[place - 1].client }
  }

  /// Begins another round of those who are left; whether there is anybody.
  public mutating func beginRound(on today: Day) -> Bool {
    passed = []
    let from = current
    if let from, entry(of: from)?.isOpen(on: today) == true { return true }
    goOn(on: today)
    return current != nil
  }

  /// The day is another one, or the sweep is taken up again: who was tried before, or parked until now, is to be called
  /// once more.
  public mutating func resume(on today: Day) {
    if let current, entry(of: current)?.isOpen(on: today) == true { return }
    goOn(on: today)
    if current == nil { _ = beginRound(on: today) }
  }

  // MARK: - Taking back

  /// Whether the latest step only passed somebody over, so that nothing is to be taken back in the store.
  public var lastIsPass: Bool { steps.last?.isPass ?? false }

  /// Takes the latest step back: its client has the turn again, and is as she was. Gives her; nil where there is none.
  public mutating func takeBack() -> ClientNumber? {
    guard let step = steps.popLast(), let place = place(of: step.client) else { return nil }
    if !step.isPass {
      entries[place].outcome = step.before
      entries[place].day = step.dayBefore
    }
    passed.remove(step.client)
    current = step.client
    return step.client
  }

  /// What was done with a client is taken back in the store: she is as she was before it, and has the turn.
  public mutating func takeBack(_ client: ClientNumber) {
    guard let place = steps.lastIndex(where: { $0.client == client && !$0.isPass }),
      let entry = self.place(of: client)
    else { return }
    let step = steps.remove(at: place)
    entries[entry].outcome = step.before
    entries[entry].day = step.dayBefore
    passed.remove(client)
    current = client
  }

  // MARK: - What others do

  /// What somebody else's change did to the list.
  public struct News: Hashable, Sendable {
    /// Who need not be called any more.
    public var left: [ClientNumber] = []
    /// Who would be on the list if it were made now, and is not.
    public var arrived: [ClientNumber] = []
    /// Nothing changed.
    public var isEmpty: Bool { left.isEmpty && arrived.isEmpty }
  }

  /// Takes in who is on the list by its filter as things are now: `still` may be on it, `surely` are. Of those whom
  /// nothing became of yet, who is not on it any more was repaired where she is among those who were changed by `mine`,
  /// else done by others; who is new to it is told, and joined only by `add`.
  public mutating func follow(
    still: Set<ClientNumber>, surely: Set<ClientNumber>, mine: Set<ClientNumber> = [], on today: Day
  ) -> News {
    var news = News()
    for entry in entries where !still.contains(entry.client) {
      guard entry.outcome == nil || entry.outcome == .tried else { continue }
      if mine.contains(entry.client) {
        put(.repaired, of: entry.client, on: today)
        continue
      }
      guard let place = place(of: entry.client) else { continue }
      entries[place].outcome = .elsewhere
      entries[place].day = today
      passed.remove(entry.client)
      news.left.append(entry.client)
    }
    if let current, news.left.contains(current) { goOn(on: today) }
    let known = Set(entries.map(\.client))
    news.arrived = surely.subtracting(known).sorted()
    return news
  }

  /// Puts clients at the end of the list.
  public mutating func add(_ clients: [ClientNumber], on today: Day) {
    let known = Set(entries.map(\.client))
    var added: Set<ClientNumber> = []
    entries += clients.filter { !known.contains($0) && added.insert($0).inserted }.map { Entry($0) }
    if current == nil { goOn(on: today) }
  }

  /// Counts time that was spent on it.
  public mutating func spend(seconds more: Int) {
    let (sum, overflow) = seconds.addingReportingOverflow(max(0, more))
    if !overflow { seconds = sum }
  }
}
