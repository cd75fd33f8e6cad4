import Glibc

/// Numbers distinct texts by their bytes, from 0 in the order in which they came: open addressing, never more than
/// half full. What is worked out of a text is kept by whoever asks, under its number.
public struct ByteTexts: Sendable {
  private struct Entry: Sendable {
    var start: Int32
    var count: Int32
    var hash: UInt64
  }

  /// Where a text is, or where it may be put. It holds until the next text is put in.
  public struct Place {
    fileprivate let slot: Int
    fileprivate let hash: UInt64
    /// The text's number; nil where it is new.
    public let number: Int?
  }

  private let most: Int
  private var slots = [Int32](repeating: -1, count: 64)
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  /// A table of `most` texts at most.
  public init(most: Int) { self.most = most }

  /// Whether no more texts are taken.
  public var isFull: Bool { entries.count >= most }
  /// How many texts there are, which is the number of the next.
  public var count: Int { entries.count }

  /// Finds a text, or where it may be put.
  public func find(_ text: UnsafeBufferPointer<UInt8>) -> Place {
    let hash = Self.hash(text)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      let entry = entries[number]
      if entry.hash == hash, same(text, entry) { return Place(slot: slot, hash: hash, number: number) }
      slot = (slot &+ 1) & mask
    }
    return Place(slot: slot, hash: hash, number: nil)
  }

  /// Puts a new text where `find` said, and gives its number; nil where the table is full.
  public mutating func put(_ text: UnsafeBufferPointer<UInt8>, at place: Place) -> Int? {
    guard !isFull, place.number == nil, bytes.count < Int(Int32.max) - text.count else { return nil }
    let number = entries.count
    slots[place.slot] = Int32(clamping: number)
    entries.append(
      Entry(start: Int32(clamping: bytes.count), count: Int32(clamping: text.count), hash: place.hash))
    bytes.append(contentsOf: text)
    if 2 * entries.count > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    let mask = slots.count &- 1
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
      slots[slot] = Int32(clamping: number)
    }
  }

  private func same(_ text: UnsafeBufferPointer<UInt8>, _ entry: Entry) -> Bool {
    guard text.count == Int(entry.count) else { return false }
    // Of a length up to eight no two texts have one hash: each step of it can be taken back.
    guard text.count > 8, let base = text.baseAddress else { return true }
    return bytes.withUnsafeBufferPointer { known in
      known.baseAddress.map { memcmp($0 + Int(entry.start), base, text.count) == 0 } ?? false
    }
  }

  /// Mixes eight bytes at a time by multiplication (after Fibonacci hashing, Knuth 6.4); the table is small and
  /// bounded, so a poor hash costs little.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    let count = raw.count
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index &+ 8 < count {
      hash = mixed(hash, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    // The last bytes at one or two looks, which may see some twice.
    var rest: UInt64 = 0
    if count >= 8 {
      rest = raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 4 {
      rest = UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self)) << 32
      rest |= UInt64(raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
    } else if count > 0 {
      rest = UInt64(raw[0]) << 16 | UInt64(raw[count / 2]) << 8 | UInt64(raw[count &- 1])
    }
    return mixed(hash, rest)
  }

  private static func mixed(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    let hash = (hash ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 32
  }
}
