/// The state of a value in a column: those of `State`, and a text that no mapping understood.
enum CellState: UInt8, Sendable {
  case empty, recorded, notKnown, declined, waived, notUnderstood

  init(_ value: Value) {
    if value.raw != nil {
      self = .notUnderstood
    } else {
      switch value.state {
      case .recorded: self = .recorded
      case .notKnown: self = .notKnown
      case .declined: self = .declined
      case .empty: self = .empty
      case .waived: self = .waived
      }
    }
  }

  var state: State {
    switch self {
    case .empty, .notUnderstood: .empty
    case .recorded: .recorded
    case .notKnown: .notKnown
    case .declined: .declined
    case .waived: .waived
    }
  }
}

/// Small numbers, one a row, in the fewest bytes that hold them.
struct Codes: Sendable {
  private var narrow: [UInt8] = []
  private var medium: [UInt16] = []
  private var wide: [UInt32] = []
  private var width = 1

  mutating func reserve(_ rows: Int) { if width == 1 { narrow.reserveCapacity(rows) } }

  subscript(row: Int) -> Int {
    switch width {
    case 1: Int(narrow[row])
    case 2: Int(medium[row])
    default: Int(wide[row])
    }
  }

  var count: Int { width == 1 ? narrow.count : width == 2 ? medium.count : wide.count }

  /// Appends so many rows of code 0.
  mutating func append(_ count: Int) {
    switch width {
    case 1: narrow.append(contentsOf: repeatElement(0, count: count))
    case 2: medium.append(contentsOf: repeatElement(0, count: count))
    default: wide.append(contentsOf: repeatElement(0, count: count))
    }
  }

  /// Sets the rows from `first` on; codes beyond the last row are passed over.
  mutating func set(_ codes: UnsafeBufferPointer<Int32>, from first: Int) {
    var most: Int32 = 0
    for code in codes { most = max(most, code) }
    widen(for: Int(most))
    let end = max(0, min(codes.count, count - first))
    switch width {
    case 1:
      narrow.withUnsafeMutableBufferPointer { rows in
        for row in 0..<end { rows[first &+ row] = UInt8(truncatingIfNeeded: codes[row]) }
      }
    case 2:
      medium.withUnsafeMutableBufferPointer { rows in
        for row in 0..<end { rows[first &+ row] = UInt16(truncatingIfNeeded: codes[row]) }
      }
    default:
      wide.withUnsafeMutableBufferPointer { rows in
        for row in 0..<end { rows[first &+ row] = UInt32(truncatingIfNeeded: codes[row]) }
      }
    }
  }

  mutating func set(_ row: Int, _ code: Int) {
    widen(for: code)
    switch width {
    case 1: narrow[row] = UInt8(truncatingIfNeeded: code)
    case 2: medium[row] = UInt16(truncatingIfNeeded: code)
    default: wide[row] = UInt32(truncatingIfNeeded: code)
    }
  }

  private mutating func widen(for code: Int) {
    if width == 1, code > 0xFF {
      medium = narrow.map(UInt16.init)
      narrow = []
      width = 2
    }
    if width == 2, code > 0xFFFF {
      wide = medium.map(UInt32.init)
      medium = []
      width = 4
    }
  }

  /// The truth of each row from the truth of each code.
  func bits(_ table: [Truth]) -> Bits {
    switch width {
    case 1: Self.bits(narrow, table)
    case 2: Self.bits(medium, table)
    default: Self.bits(wide, table)
    }
  }

  @inline(__always)
  private static func bits<Code: FixedWidthInteger>(_ codes: [Code], _ table: [Truth]) -> Bits {
    // Every code has a truth; a second look at that for each row would cost as much as the row.
    let packed = table.map(\.rawValue)
    return codes.withUnsafeBufferPointer { codes in
      packed.withUnsafeBufferPointer { packed in
        Bits(bytesOf: codes.count) { row in
          let truth = packed[Int(truncatingIfNeeded: codes[row])]
          return (truth &>> 1, truth & 1)
        }
      }
    }
  }
}

/// A column whose values are repeated: each row holds a code, each code a distinct value. A test is worked out
/// once for each distinct value.
struct CodeColumn: Sendable {
  /// A distinct value.
  struct Entry: Hashable, Sendable {
    var state: CellState
    var content: Content?
  }
  private(set) var codes = Codes()
  private(set) var entries = [Entry(state: .empty, content: nil)]
  /// The codes by the hash of their entries, -1 where free: open addressing, never more than half full. A
  /// dictionary would keep every entry a second time, which for postcodes is more than all the rest.
  private var table: [Int32] = [-1, -1, -1, -1]

  mutating func reserve(_ rows: Int) { codes.reserve(rows) }
  mutating func appendEmpty(_ count: Int = 1) { codes.append(count) }

  /// Sets a row; whether it was something else before.
  mutating func set(_ row: Int, _ entry: Entry) -> Bool {
    let code = code(of: entry)
    guard codes[row] != code else { return false }
    codes.set(row, code)
    return true
  }

  /// Sets a row to the code of an entry.
  mutating func set(_ row: Int, code: Int) { codes.set(row, code) }

  /// Sets the rows from `first` on to codes of entries.
  mutating func load(_ codes: UnsafeBufferPointer<Int32>, from first: Int) {
    self.codes.set(codes, from: first)
  }

  /// The code of an entry, which gets the next one where it has none.
  mutating func code(of entry: Entry) -> Int {
    if entry == entries[0] { return 0 }
    var place = self.place(of: entry)
    if table[place] >= 0 { return Int(table[place]) }
    if 2 * entries.count >= table.count {
      table = [Int32](repeating: -1, count: 2 * table.count)
      for code in 1..<entries.count { table[self.place(of: entries[code])] = Int32(clamping: code) }
      place = self.place(of: entry)
    }
    table[place] = Int32(clamping: entries.count)
    entries.append(entry)
    return entries.count - 1
  }

  /// Where in the table an entry stands, or is to stand.
  private func place(of entry: Entry) -> Int {
    var place = entry.hashValue & (table.count - 1)
    while table[place] >= 0, entries[Int(table[place])] != entry { place = (place + 1) & (table.count - 1) }
    return place
  }

  subscript(row: Int) -> Entry { entries[codes[row]] }

  func bits(_ truth: (Entry) -> Truth) -> Bits { codes.bits(entries.map(truth)) }

  /// For each test the rows whose value passes it: one walk over the rows for all of them.
  func rows(passing tests: [(Entry) -> Truth]) -> [Selection] {
    // The tests that each code passes, one code's behind another's, so that the walk touches plain numbers alone.
    var starts: [Int32] = []
    var passed: [Int32] = []
    for entry in entries {
      starts.append(Int32(clamping: passed.count))
      for (place, test) in tests.enumerated() where test(entry) == .yes {
        passed.append(Int32(clamping: place))
      }
    }
    starts.append(Int32(clamping: passed.count))
    var result = SelectionRows(tests.count, rows: codes.count)
    result.insert(
      places: { row in
        let code = codes[row]
        return Int(starts[code])..<Int(starts[code + 1])
      }, of: { Int(passed[$0]) })
    return result.selections
  }
}
