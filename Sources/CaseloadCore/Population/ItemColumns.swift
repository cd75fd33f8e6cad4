/// Where the items of each row lie in a flat array. An updated row that has become longer is put at the end and
/// leaves a hole.
struct Slots: Sendable {
  private(set) var starts: [UInt32] = []
  private(set) var counts: [UInt16] = []
  /// Items that belong to a row.
  private(set) var live = 0

  mutating func reserve(_ rows: Int) {
    starts.reserveCapacity(rows)
    counts.reserveCapacity(rows)
  }

  mutating func appendEmpty(_ count: Int = 1) {
    starts.append(contentsOf: repeatElement(0, count: count))
    counts.append(contentsOf: repeatElement(0, count: count))
  }

  /// Puts the items that another row has for a row that has none.
  mutating func copy<Item>(from first: Int, to row: Int, in all: inout [Item]) {
    let range = range(first)
    live += range.count
    starts[row] = UInt32(clamping: all.count)
    counts[row] = counts[first]
    for place in range { all.append(all[place]) }
  }

  /// Puts the slots of rows whose items stand behind `items` others behind these.
  mutating func append(_ other: Slots, behind items: Int) {
    starts += other.starts.map { UInt32(clamping: Int($0) + items) }
    counts += other.counts
    live += other.live
  }

  func range(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row]) + Int(counts[row]) }

  /// Puts items (at most 65,535 a row) for a row into `all`; compacts where more than half is holes.
  mutating func set<Item>(_ row: Int, _ items: [Item], in all: inout [Item]) {
    let items = items.count > Int(UInt16.max) ? Array(items.prefix(Int(UInt16.max))) : items
    live += items.count - Int(counts[row])
    if items.count <= Int(counts[row]) {
      for (offset, item) in items.enumerated() { all[Int(starts[row]) + offset] = item }
    } else {
      starts[row] = UInt32(clamping: all.count)
      all.append(contentsOf: items)
    }
    counts[row] = UInt16(clamping: items.count)
    if all.count > 1024, all.count > 2 * live { compact(&all) }
  }

  private mutating func compact<Item>(_ all: inout [Item]) {
    var packed: [Item] = []
    packed.reserveCapacity(live)
    for row in starts.indices {
      let range = range(row)
      starts[row] = UInt32(clamping: packed.count)
      packed.append(contentsOf: all[range])
    }
    all = packed
  }
}

/// The state of a list, and whether it is complete.
struct ListState: Sendable, Equatable {
  var state: CellState
  var isComplete: Bool
  var code: UInt8 { state.rawValue | (isComplete ? 0x80 : 0) }
  init(state: CellState, isComplete: Bool) {
    self.state = state
    self.isComplete = isComplete
  }
  init(code: UInt8) {
    state = CellState(rawValue: code & 0x7F) ?? .empty
    isComplete = code & 0x80 != 0
  }

  /// A test of a recorded list: yes if one item passes; no only where the list is complete.
  func truth(ofItems best: Truth) -> Truth {
    guard state == .recorded else { return .unknown }
    return best == .no && !isComplete ? .unknown : best
  }
}

/// A column of free words.
struct WordsColumn: Sendable {
  private var states: [UInt8] = []
  private var slots = Slots()
  private var items: [UInt32] = []
  private(set) var table = TextTable()

  mutating func reserve(_ rows: Int) {
    states.reserveCapacity(rows)
    slots.reserve(rows)
  }
  mutating func appendEmpty(_ count: Int = 1) {
    states.append(contentsOf: repeatElement(0, count: count))
    slots.appendEmpty(count)
  }
  mutating func set(_ row: Int, _ state: ListState, _ words: [String]) -> Bool {
    let codes = words.map { table.code($0) }
    guard states[row] != state.code || !items[slots.range(row)].elementsEqual(codes) else { return false }
    states[row] = state.code
    slots.set(row, codes, in: &items)
    return true
  }
  /// Sets an empty row to what another row holds.
  mutating func copy(from first: Int, to row: Int) {
    states[row] = states[first]
    slots.copy(from: first, to: row, in: &items)
  }
  var count: Int { states.count }
  func state(_ row: Int) -> ListState { ListState(code: states[row]) }
  /// Sets an empty row to what a text of `ContentText` says; false where it has to be read with more care.
  mutating func load(_ row: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let list = PlainItems(text, of: { $0 }) else { return false }
    states[row] = ListState(state: .recorded, isComplete: list.isComplete).code
    let codes = list.items.map { table.code($0) }
    slots.set(row, codes, in: &items)
    return true
  }
  /// Puts the rows of another column behind these.
  mutating func append(_ other: WordsColumn) {
    let codes = other.table.texts.map { table.code($0) }
    states += other.states
    slots.append(other.slots, behind: items.count)
    items += other.items.map { codes[Int($0)] }
  }
  func words(_ row: Int) -> [String] { items[slots.range(row)].map { table.texts[Int($0)] } }
  func first(_ row: Int) -> Int? { items[slots.range(row)].first.map(Int.init) }
  /// How many rows hold each word.
  func counts(_ alive: Selection) -> [Int] {
    var counts = [Int](repeating: 0, count: table.texts.count)
    alive.forEach { row in
      for item in items[slots.range(row)] { counts[Int(item)] += 1 }
    }
    return counts
  }
  /// The rows whose words are recorded and pass by their state and how many they are.
  func bits(_ passes: (ListState, _ count: Int) -> Bool) -> Bits {
    Bits(rows: states.count) { row in
      let state = state(row)
      return Truth(state.state == .recorded && passes(state, slots.range(row).count))
    }
  }
  /// For each of `count` sets the rows of which a word is in it; `sets` says in which a folded word is.
  func rows(in count: Int, _ sets: ([UInt8]) -> [Int]) -> [Selection] {
    let places = table.folded.map(sets)
    var result = SelectionRows(count, rows: states.count)
    for row in states.indices where state(row).state == .recorded {
      for item in items[slots.range(row)] {
        for set in places[Int(item)] { result.insert(row, into: set) }
      }
    }
    return result.selections
  }
  func bits(_ passes: ([UInt8]) -> Bool) -> Bits {
    let words = table.folded.map(passes)
    return Bits(rows: states.count) { row in
      state(row).truth(ofItems: Truth(items[slots.range(row)].contains { words[Int($0)] }))
    }
  }
}
