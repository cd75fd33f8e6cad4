/// Counts the bits of long sets, alone or in common, with carry-save adders over vectors (Harley and Seal; Muła,
/// Kurz and Lemire, "Faster population counts using AVX2 instructions", 2016). The machines of a department need
/// not have a counting instruction, and the plain loop stays scalar without one.
enum BitCount {
  private typealias Vector = SIMD4<UInt64>
  /// The words of a block of eight vectors.
  private static let block = 32

  /// How many bits are set.
  static func of(_ words: UnsafeBufferPointer<UInt64>) -> Int {
    guard let base = words.baseAddress else { return 0 }
    return count(words.count, UnsafeRawPointer(base), UnsafeRawPointer(base))
  }

  /// How many bits are set in both, as far as the shorter goes.
  static func common(_ left: UnsafeBufferPointer<UInt64>, _ right: UnsafeBufferPointer<UInt64>) -> Int {
    guard let first = left.baseAddress, let second = right.baseAddress else { return 0 }
    return count(min(left.count, right.count), UnsafeRawPointer(first), UnsafeRawPointer(second))
  }

  private static func count(_ words: Int, _ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Int {
    var total = 0
    var index = 0
    if words >= block {
      var (ones, twos, fours) = (Vector(), Vector(), Vector())
      while index &+ block <= words {
        // A byte counts up to eight bits a block and holds 31 blocks.
        let last = min(words, index &+ 31 &* block)
        var bytes = Vector()
        while index &+ block <= last {
          let at = index &<< 3
          let (twosA, a) = add(ones, load(left, right, at), load(left, right, at &+ 32))
          let (twosB, b) = add(a, load(left, right, at &+ 64), load(left, right, at &+ 96))
          let (foursA, c) = add(twos, twosA, twosB)
          let (twosC, d) = add(b, load(left, right, at &+ 128), load(left, right, at &+ 160))
          let (twosD, e) = add(d, load(left, right, at &+ 192), load(left, right, at &+ 224))
          let (foursB, f) = add(c, twosC, twosD)
          let (eights, g) = add(fours, foursA, foursB)
          (ones, twos, fours) = (e, f, g)
          bytes = bytes &+ perByte(eights)
          index &+= block
        }
        total &+= 8 &* sum(bytes)
      }
      total &+= 4 &* sum(perByte(fours)) &+ 2 &* sum(perByte(twos)) &+ sum(perByte(ones))
    }
    while index < words {
      let at = index &<< 3
      total &+=
        (left.load(fromByteOffset: at, as: UInt64.self) & right.load(fromByteOffset: at, as: UInt64.self))
        .nonzeroBitCount
      index &+= 1
    }
    return total
  }

  @inline(__always)
  private static func load(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ at: Int) -> Vector {
    left.loadUnaligned(fromByteOffset: at, as: Vector.self)
      & right.loadUnaligned(fromByteOffset: at, as: Vector.self)
  }

  /// Adds three bits in each place: the carries and the sums.
  @inline(__always)
  private static func add(_ a: Vector, _ b: Vector, _ c: Vector) -> (carry: Vector, sum: Vector) {
    let half = a ^ b
    return ((a & b) | (half & c), half ^ c)
  }

  /// In each byte the number of its bits.
  @inline(__always)
  private static func perByte(_ vector: Vector) -> Vector {
    let pairs = Vector(repeating: 0x5555_5555_5555_5555)
    let fours = Vector(repeating: 0x3333_3333_3333_3333)
    let bytes = Vector(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    var result = vector &- ((vector &>> 1) & pairs)
    result = (result & fours) &+ ((result &>> 2) & fours)
    return (result &+ (result &>> 4)) & bytes
  }

  /// The sum of all bytes.
  @inline(__always)
  private static func sum(_ bytes: Vector) -> Int {
    var total: UInt64 = 0
    for lane in 0..<4 {
      let word = bytes[lane]
      let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ ((word &>> 8) & 0x00FF_00FF_00FF_00FF)
      total &+= (pairs &* 0x0001_0001_0001_0001) &>> 48
    }
    return Int(truncatingIfNeeded: total)
  }
}
