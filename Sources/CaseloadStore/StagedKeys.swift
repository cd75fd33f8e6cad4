import Glibc

/// The register's keys of staged rows, each once, found by their bytes: open addressing over the arena, never more
/// than half full.
struct StagedKeys {
  private let arena: ByteArena
  private var keys: [(bytes: UnsafeBufferPointer<UInt8>, hash: UInt64)] = []
  private var slots = [Int32](repeating: -1, count: 64)

  init(_ arena: ByteArena) { self.arena = arena }

  /// How many there are.
  var count: Int { keys.count }
  /// The bytes of a key.
  subscript(_ row: Int) -> UnsafeBufferPointer<UInt8> { keys[row].bytes }

  private static let seed = RowChecksum.seed("key")
  /// The hash of a key, as the checksum of its row takes it.
  func hash(_ row: Int) -> UInt64 { keys[row].hash }

  /// The row that has this key already; nil where none has.
  func row(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    let row = slots[slot(key, RowChecksum.hash(key, seed: Self.seed))]
    return row < 0 ? nil : Int(row)
  }

  /// Adds a key that is not here yet.
  mutating func add(_ key: UnsafeBufferPointer<UInt8>) {
    let hash = RowChecksum.hash(key, seed: Self.seed)
    if 2 * keys.count >= slots.count {
      slots = [Int32](repeating: -1, count: 2 * slots.count)
      for (row, known) in keys.enumerated() { slots[free(known.hash)] = Int32(clamping: row) }
    }
    slots[free(hash)] = Int32(clamping: keys.count)
    keys.append((arena.keep(key), hash))
  }

  /// The rows in the order of their keys' bytes.
  func sorted() -> [Int32] {
    (0..<Int32(clamping: keys.count)).sorted { Self.precedes(keys[Int($0)].bytes, keys[Int($1)].bytes) }
  }

  static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    let order = compare(left, right, min(left.count, right.count))
    return order == 0 ? left.count < right.count : order < 0
  }

  private static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ count: Int
  ) -> Int32 {
    guard let first = left.baseAddress, let second = right.baseAddress, count > 0 else { return 0 }
    return memcmp(first, second, count)
  }

  private func slot(_ key: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let known = keys[Int(slots[slot])]
      if known.hash == hash, known.bytes.count == key.count, Self.compare(known.bytes, key, key.count) == 0 {
        break
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func free(_ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    return slot
  }
}
