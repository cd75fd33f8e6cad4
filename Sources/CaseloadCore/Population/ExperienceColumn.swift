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
  mutating func appendEmpty(_ count: Int = 1) {
    states.append(contentsOf: repeatElement(0, count: count))
    slots.appendEmpty(count)
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
    slots.copy(from: first, to: row, in: &items)
  }
  /// Sets an empty row to what a text of `ContentText` says; false where it has to be read with more care.
  mutating func load(_ row: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let list = PlainItems(text, of: PlainStretch.init) else { return false }
    let packed = list.items.map { item in
      Item(
        occupation: occupations.code(item.occupation), sector: sectors.code(item.sector),
        from: item.from?.number ?? Item.none, to: item.to?.number ?? Item.none,
        months: item.months ?? Item.none, ongoing: item.ongoing)
    }
    states[row] = ListState(state: .recorded, isComplete: list.isComplete).code
    slots.set(row, packed, in: &items)
    return true
  }
  /// Puts the rows of another column behind these.
  mutating func append(_ other: ExperienceColumn) {
    let occupationCodes = other.occupations.texts.map { occupations.code($0) }
    let sectorCodes = other.sectors.texts.map { sectors.code($0) }
    states += other.states
    slots.append(other.slots, behind: items.count)
    items += other.items.map { item in
      var item = item
      item.occupation = occupationCodes[Int(item.occupation)]
      item.sector = sectorCodes[Int(item.sector)]
      return item
    }
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
  /// The rows whose stretches are recorded and pass by their state and how many they are.
  func bits(_ passes: (ListState, _ count: Int) -> Bool) -> Bits {
    Bits(rows: states.count) { row in
      let state = state(row)
      return Truth(state.state == .recorded && passes(state, slots.range(row).count))
    }
  }
  /// For each of `count` sets the rows of which a stretch is of a sector in it; `sets` says in which a sector is.
  func rows(in count: Int, _ sets: (String) -> [Int]) -> [Selection] {
    let places = sectors.texts.map(sets)
    var result = SelectionRows(count, rows: states.count)
    for row in states.indices where state(row).state == .recorded {
      for item in items[slots.range(row)] {
        for set in places[Int(item.sector)] { result.insert(row, into: set) }
      }
    }
    return result.selections
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
