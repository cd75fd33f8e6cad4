import CaseloadCore
import Cells

/// Walking a list one client at a time. What becomes of each is written by the forms that everything is written by; the
/// sweep only keeps where one is. It lies on the desk after every step.
extension ScreenState {
  /// More than these nobody walks one by one.
  static let mostSwept = 1_000

  /// The sweep that is on the screen, or beneath what is.
  var sweep: Sweep? {
    get { mode.sweepID.flatMap { id in sweeps.first { $0.id == id } } }
    set {
      guard let newValue, let place = sweeps.firstIndex(where: { $0.id == newValue.id }) else { return }
      sweeps[place] = newValue
    }
  }

  /// Opens the choice among those that rest, or begins one where none does.
  mutating func openSweeps() -> [Effect] {
    guard sweeps.isEmpty, marks.isEmpty else {
      // The one that rests for the list in sight; else a new one of it.
      let here = filter.printed(population.catalogue)
      let resting = sweeps.firstIndex { !$0.isOfMarks && $0.filter == here && !here.isEmpty }
      let start =
        here.isEmpty && !sweeps.isEmpty ? newSweeps.count : resting.map { newSweeps.count + $0 } ?? 0
      mode = .sweeps(start)
      return []
    }
    return beginSweep(ofMarks: false)
  }

  /// What can be begun: of the list, and of the marks where there are any.
  var newSweeps: [(isOfMarks: Bool, count: Int)] {
    var all: [(isOfMarks: Bool, count: Int)] = []
    if shownCount > 0 { all.append((false, shownCount)) }
    if !marks.isEmpty { all.append((true, marks.count)) }
    return all
  }

  /// Takes the choice under the cursor of the menu.
  mutating func takeSweep() -> [Effect] {
    guard case .sweeps(let index) = mode else { return [] }
    let new = newSweeps
    if new.indices.contains(index) { return beginSweep(ofMarks: new[index].isOfMarks) }
    guard sweeps.indices.contains(index - new.count) else { return [] }
    return goOn(with: sweeps[index - new.count].id)
  }

  /// Walks the clients of a filter: goes on with the sweep that rests for it, or begins one. It throws where the filter
  /// cannot be read.
  public mutating func sweep(_ text: String) throws(FilterError) -> [Effect] {
    try setFilter(text)
    let printed = filter.printed(population.catalogue)
    let resting = sweeps.first { !$0.isOfMarks && $0.filter == printed && !$0.isDone }
    return resting.map { goOn(with: $0.id) } ?? beginSweep(ofMarks: false)
  }

  private mutating func beginSweep(ofMarks: Bool) -> [Effect] {
    let clients = ofMarks ? markedInOrder : sweptInOrder
    guard !clients.isEmpty else {
      message = Said(speech(Words.nobody), .attention)
      return []
    }
    guard clients.count <= Self.mostSwept else {
      message = Said(speech(SweepWords.tooMany, TerminalText(Self.mostSwept)), .attention)
      return []
    }
    let sweep = Sweep(
      id: newSweepID, filter: filter.printed(population.catalogue), isOfMarks: ofMarks, clients: clients,
      made: context.today)
    sweeps.insert(sweep, at: 0)
    mode = .sweep(sweep.id)
    return [.keepSweep(sweep, id: sweep.id)]
  }

  /// A name that no sweep on this desk has.
  private var newSweepID: String {
    let known = Set(sweeps.map(\.id))
    let base = "\(context.today.iso) \(context.now.seconds)"
    var (name, number) = (base, 2)
    while known.contains(name) {
      name = "\(base) \(number)"
      number += 1
    }
    return name
  }

  /// Goes on with a sweep that rests: at the same client, on the day that it is now.
  mutating func goOn(with id: String) -> [Effect] {
    guard let place = sweeps.firstIndex(where: { $0.id == id }) else { return [] }
    mode = .sweep(id)
    sweeps[place].resume(on: context.today)
    followSweep()
    return keepSweep()
  }

  /// The marked clients by name.
  private var markedInOrder: [ClientNumber] {
    order.map { population.number(at: Int($0)) }.filter { marks[$0] != nil }
  }

  /// The list as it stands; where it is of people out of sight, those first who are longest.
  private var sweptInOrder: [ClientNumber] {
    population.sweepOrder(order.map { Int($0) }.filter { shown.contains($0) }, of: filter, context)
      .map { population.number(at: $0) }
  }
}
