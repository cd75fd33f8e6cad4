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

  mutating func appendEmpty() {
    starts.append(0)
    counts.append(0)
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

/// Distinct texts by code, with their folded bytes for search.
struct TextTable: Sendable {
  private(set) var texts: [String] = []
  private(set) var folded: [[UInt8]] = []
  private var places: [String: UInt32] = [:]

  mutating func code(_ text: String) -> UInt32 {
    if let place = places[text] { return place }
    let place = UInt32(clamping: texts.count)
    texts.append(text)
    folded.append(Folding.bytes(text))
    places[text] = place
    return place
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
  mutating func appendEmpty() {
    states.append(0)
    slots.appendEmpty()
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
    slots.set(row, Array(items[slots.range(first)]), in: &items)
  }
  var count: Int { states.count }
  func state(_ row: Int) -> ListState { ListState(code: states[row]) }
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
  func bits(_ passes: ([UInt8]) -> Bool) -> Bits {
    let words = table.folded.map(passes)
    return Bits(rows: states.count) { row in
      state(row).truth(ofItems: Truth(items[slots.range(row)].contains { words[Int($0)] }))
    }
  }
}

/// A column of work experience.
struct ExperienceColumn: Sendable {
  /// One stretch, packed.
  struct Item: Sendable, Equatable {
    var occupation: UInt32
    var sector: UInt32
    var from: Int32
    var to: Int32
    var months: Int32
    var ongoing: Bool
    static let none = Int32.min
  }
  private var states: [UInt8] = []
  private var slots = Slots()
  private var items: [Item] = []
  private var occupations = TextTable()
  private var sectors = TextTable()

  mutating func reserve(_ rows: Int) {
    states.reserveCapacity(rows)
    slots.reserve(rows)
  }
  mutating func appendEmpty() {
    states.append(0)
    slots.appendEmpty()
  }
  mutating func set(_ row: Int, _ state: ListState, _ stretches: [Experience]) -> Bool {
    var packed: [Item] = []
    for stretch in stretches {
      packed.append(
        Item(
          occupation: occupations.code(stretch.occupation), sector: sectors.code(stretch.sector ?? ""),
          from: stretch.from?.number ?? Item.none, to: stretch.to?.number ?? Item.none,
          months: stretch.months.map { Int32(clamping: $0) } ?? Item.none, ongoing: stretch.ongoing))
    }
    guard states[row] != state.code || !items[slots.range(row)].elementsEqual(packed) else { return false }
    states[row] = state.code
    slots.set(row, packed, in: &items)
    return true
  }
  /// Sets an empty row to what another row holds.
  mutating func copy(from first: Int, to row: Int) {
    states[row] = states[first]
    slots.set(row, Array(items[slots.range(first)]), in: &items)
  }
  var count: Int { states.count }
  func state(_ row: Int) -> ListState { ListState(code: states[row]) }
  func count(_ row: Int) -> Int { slots.range(row).count }
  func stretches(_ row: Int) -> [Experience] {
    items[slots.range(row)].map { item in
      let sector = sectors.texts[Int(item.sector)]
      return Experience(
        occupation: occupations.texts[Int(item.occupation)], sector: sector.isEmpty ? nil : sector,
        from: item.from == Item.none ? nil : Day(number: item.from),
        to: item.to == Item.none ? nil : Day(number: item.to), ongoing: item.ongoing,
        months: item.months == Item.none ? nil : Int(item.months))
    }
  }
  func bits(_ test: ExperienceTest, on today: Day) -> Bits {
    let needles = test.words.map { Folding.bytes($0) }
    let words = occupations.folded.map { text -> Truth in
      if needles.isEmpty { return .yes }
      return text.isEmpty ? .unknown : Truth(needles.allSatisfy { Search.contains(text, $0) })
    }
    let passes = sectors.texts.map { code -> Truth in
      if test.sectors.isEmpty { return .yes }
      return code.isEmpty ? .unknown : Truth(test.sectors.contains(code))
    }
    return Bits(rows: states.count) { row in
      var best = Truth.no
      for item in items[slots.range(row)] where best != .yes {
        var truth = words[Int(item.occupation)] && passes[Int(item.sector)]
        if truth != .no, !test.lengths.isEmpty { truth = truth && Self.length(item, test.lengths, today) }
        best = best || truth
      }
      return state(row).truth(ofItems: best)
    }
  }

  /// A stretch with its days lasts up to and including its last day (today while it goes on); one with only a
  /// length in months is measured from a day on which every month is long enough not to be clamped.
  private static func length(_ item: Item, _ tests: [ExperienceTest.Length], _ today: Day) -> Truth {
    let start: Day
    let end: Day
    if item.from != Item.none, item.ongoing || item.to != Item.none {
      start = Day(number: item.from)
      end = (item.ongoing ? today : Day(number: item.to)).adding(days: 1)
    } else if item.months != Item.none {
      start = measure
      end = measure.adding(months: Int(item.months))
    } else {
      return .unknown
    }
    return Truth(tests.allSatisfy { $0.comparison.holds(end, start.adding($0.period)) })
  }
  private static let measure = Day(number: 11_323)  // 1 January 2001
}

extension Comparison {
  /// Whether `left` compares so with `right`.
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .equal: left == right
    case .greaterOrEqual: left >= right
    case .greater: left > right
    }
  }
}
