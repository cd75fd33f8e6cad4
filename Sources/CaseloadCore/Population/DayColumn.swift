/// A column of days: the lowest and, where any is partial, the highest day that each may be. Values that are not
/// recorded are numbers far below every day.
struct DayColumn: Sendable {
  private(set) var lows: [Int32] = []
  /// Empty as long as every day is exact.
  private(set) var highs: [Int32] = []

  /// Numbers below this are states.
  static let firstDay = Int32.min + 16

  static func code(_ state: CellState) -> Int32 { Int32.min + Int32(state.rawValue) }

  mutating func reserve(_ rows: Int) { lows.reserveCapacity(rows) }

  mutating func appendEmpty() {
    lows.append(Self.code(.empty))
    if !highs.isEmpty { highs.append(Self.code(.empty)) }
  }

  /// Sets a row; whether it was something else before.
  mutating func set(_ row: Int, _ state: CellState, _ days: ClosedRange<Day>?) -> Bool {
    let low = state == .recorded ? days?.lowerBound.number ?? Self.code(.empty) : Self.code(state)
    let high = state == .recorded ? days?.upperBound.number ?? low : low
    let before = (lows[row], highs.isEmpty ? lows[row] : highs[row])
    if high != low, highs.isEmpty { highs = lows }
    lows[row] = low
    if !highs.isEmpty { highs[row] = high }
    return before != (low, high)
  }

  func state(_ row: Int) -> CellState {
    lows[row] >= Self.firstDay
      ? .recorded : CellState(rawValue: UInt8(clamping: lows[row] &- Int32.min)) ?? .empty
  }

  /// The days a row may be; nil where none is recorded.
  func days(_ row: Int) -> ClosedRange<Day>? {
    guard lows[row] >= Self.firstDay else { return nil }
    let low = Day(number: lows[row])
    return low...max(low, Day(number: highs.isEmpty ? lows[row] : highs[row]))
  }

  /// The truth of each row: whether its day is in the set; unknown where it is not recorded.
  func bits(_ set: RangeSet) -> Bits {
    highs.isEmpty && set.ranges.count == 1
      ? Self.exact(lows, set.ranges[0]) : Self.partial(lows, highs.isEmpty ? lows : highs, set)
  }

  func bits(_ truth: (CellState) -> Bool) -> Bits {
    Bits(rows: lows.count) { Truth(truth(state($0))) }
  }

  /// Whether each day is in one range.
  static func exact(_ lows: [Int32], _ range: ClosedRange<Int>) -> Bits {
    let low = Int32(clamping: range.lowerBound)
    let high = Int32(clamping: range.upperBound)
    var result = Bits(.no, words: (lows.count + 63) / 64)
    lows.withUnsafeBufferPointer { days in
      for word in 0..<result.yes.count {
        var yes: UInt64 = 0
        var unknown: UInt64 = 0
        let first = word &<< 6
        let last = min(days.count, first &+ 64)
        for row in stride(from: last &- 1, through: first, by: -1) {
          let day = days[row]
          let isState = day < Self.firstDay
          yes = yes &<< 1 | (!isState && day >= low && day <= high ? 1 : 0)
          unknown = unknown &<< 1 | (isState ? 1 : 0)
        }
        result.yes[word] = yes
        result.unknown[word] = unknown
      }
    }
    return result
  }

  /// Whether each interval of days is in a set.
  static func partial(_ lows: [Int32], _ highs: [Int32], _ set: RangeSet) -> Bits {
    if set.ranges.count == 1, lows.count == highs.count { return partial(lows, highs, set.ranges[0]) }
    return Bits(rows: lows.count) { row in
      guard lows[row] >= firstDay else { return .unknown }
      return set.contains(allOf: Int(lows[row])...max(Int(lows[row]), Int(highs[row])))
    }
  }

  /// Whether each interval of days is in one range; as many lows as highs.
  private static func partial(_ lows: [Int32], _ highs: [Int32], _ range: ClosedRange<Int>) -> Bits {
    let low = Int32(clamping: range.lowerBound)
    let high = Int32(clamping: range.upperBound)
    var result = Bits(.no, words: (lows.count + 63) / 64)
    lows.withUnsafeBufferPointer { lows in
      highs.withUnsafeBufferPointer { highs in
        for word in 0..<result.yes.count {
          var yes: UInt64 = 0
          var unknown: UInt64 = 0
          let first = word &<< 6
          let last = min(lows.count, first &+ 64)
          for row in stride(from: last &- 1, through: first, by: -1) {
            let day = lows[row]
            let until = max(day, highs[row])
            let isState = day < firstDay
            let all = day >= low && until <= high
            let any = until >= low && day <= high
            yes = yes &<< 1 | (!isState && all ? 1 : 0)
            unknown = unknown &<< 1 | (isState || any && !all ? 1 : 0)
          }
          result.yes[word] = yes
          result.unknown[word] = unknown
        }
      }
    }
    return result
  }
}
