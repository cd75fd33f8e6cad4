/// A stream of draws from a seed: SplitMix64 (Steele, Lea and Flood, 2014). The same seed, place and topic give
/// the same stream everywhere, and what one topic draws changes nothing for another.
package struct Draw: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// The stream of one topic of one place, such as a client's hours.
  init(_ seed: UInt64, _ place: Int, _ topic: UInt64) {
    var mix = Draw(seed: seed ^ topic &* 0xD6E8_FEB8_6659_FD93)
    state = mix.next() &+ UInt64(bitPattern: Int64(place)) &* 0xA076_1D64_78BD_642F
    _ = next()
  }

  /// A topic's number from its name: FNV-1a, 64 bits.
  static func topic(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 up to, not including, `bound`.
  package mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % max(1, bound) }

  /// A number in a range.
  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// Yes, in so many of a hundred.
  mutating func percent(_ count: Int) -> Bool { below(100) < count }

  /// Small numbers often, large ones seldom: the least of two draws.
  mutating func low(_ range: ClosedRange<Int>) -> Int { min(within(range), within(range)) }

  /// One of a list that is not empty.
  mutating func one<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// The place in a list of weights.
  mutating func weighed(_ weights: [Int]) -> Int {
    var rest = below(weights.reduce(0, +))
    for (place, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return place }
    }
    return max(0, weights.count - 1)
  }
}
