import Glibc

/// Remembers what the cells of one column came to, by their bytes: most columns have few spellings, and then
/// nothing is decoded, compared or allocated twice.
struct CellMemory<Result> {
  private var slots: [Int32]
  private var keys: [(start: Int, count: Int, hash: UInt64)] = []
  private var results: [Result] = []
  private var arena: [UInt8] = []

  /// Spellings that are remembered, which is more than there are days of birth; a column with more (telephone
  /// numbers) is simply read each time.
  private static var most: Int { 32_768 }
  /// Longer cells are seldom repeated.
  private static var longest: Int { 64 }

  init() {
    slots = [Int32](repeating: -1, count: 64)
  }

  /// The number that the next new cell gets, from 1; -1 when no more are remembered.
  var next: Int32 { keys.count < Self.most ? Int32(keys.count) + 1 : -1 }

  /// Where a cell is remembered, or where it may be put.
  struct Place {
    fileprivate let slot: Int
    fileprivate let hash: UInt64
    fileprivate let entry: Int32
  }

  /// Finds a cell; `result` is nil when it is new.
  func find(_ cell: UnsafeBufferPointer<UInt8>) -> (place: Place, result: Result?)? {
    guard cell.count <= Self.longest else { return nil }
    let hash = Self.hash(cell)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry < 0 { return (Place(slot: slot, hash: hash, entry: -1), nil) }
      let key = keys[Int(entry)]
      if key.hash == hash, key.count == cell.count, same(cell, key.start) {
        return (Place(slot: slot, hash: hash, entry: entry), results[Int(entry)])
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Remembers a new cell at the place that `find` gave for it.
  mutating func remember(_ cell: UnsafeBufferPointer<UInt8>, _ result: Result, at place: Place) {
    guard keys.count < Self.most, place.entry < 0 else { return }
    slots[place.slot] = Int32(keys.count)
    keys.append((arena.count, cell.count, place.hash))
    if 2 * keys.count > slots.count { grow() }
    results.append(result)
    arena.append(contentsOf: cell)
  }

  /// Twice the slots, never more than half of them full.
  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    let mask = slots.count &- 1
    for (entry, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key.hash) & mask
      while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
      slots[slot] = Int32(entry)
    }
  }

  private func same(_ cell: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard let base = cell.baseAddress, cell.count > 0 else { return true }
    return arena.withUnsafeBufferPointer { known in
      known.baseAddress.map { memcmp($0 + start, base, cell.count) == 0 } ?? false
    }
  }

  /// Mixes eight bytes at a time by multiplication (after Fibonacci hashing, Knuth 6.4); the table is small and
  /// bounded, so a poor hash costs little.
  private static func hash(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(cell)
    var hash = UInt64(truncatingIfNeeded: cell.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index &+ 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index &+= 1
    }
    hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 32
  }
}
