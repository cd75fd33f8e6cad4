/// A column of days: the lowest and, where any is partial, the highest day that each may be. Values that are not
/// recorded are numbers far below every day.
struct DayColumn: Sendable {
  var lows: [Int32] = []
  /// Empty as long as every day is exact.
  var highs: [Int32] = []

  /// Numbers below this are states.
  static let firstDay = Int32.min + 16

  static func code(_ state: CellState) -> Int32 { Int32.min + Int32(state.rawValue) }

  mutating func reserve(_ rows: Int) { lows.reserveCapacity(rows) }

  mutating func appendEmpty(_ count: Int = 1) {
    lows.append(contentsOf: repeatElement(Self.code(.empty), count: count))
    if !highs.isEmpty { highs.append(contentsOf: repeatElement(Self.code(.empty), count: count)) }
  }

  /// Sets a row that was empty to one day.
  mutating func load(_ row: Int, _ day: Day) {
    lows[row] = day.number
    if !highs.isEmpty { highs[row] = day.number }
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

  /// The rows of which a day is recorded and passes by the lowest and the highest that it may be.
  func bits(_ passes: (_ low: Int32, _ high: Int32) -> Bool) -> Bits {
    Bits(rows: lows.count) { row in
      lows[row] >= Self.firstDay ? Truth(passes(lows[row], highs.isEmpty ? lows[row] : highs[row])) : .no
    }
  }

  /// Whether each day is in one range.
  static func exact(_ lows: [Int32], _ range: ClosedRange<Int>) -> Bits {
    let low = Int32(clamping: range.lowerBound)
    let high = Int32(clamping: range.upperBound)
    return lows.withUnsafeBufferPointer { days in
      Bits(bytesOf: days.count) { row in
        let day = days[row]
        let isState = day < Self.firstDay
        let isIn = day >= low && day <= high
        return ((isIn ? 1 : 0) & (isState ? 0 : 1), isState ? 1 : 0)
      }
    }
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
    return lows.withUnsafeBufferPointer { lows in
      highs.withUnsafeBufferPointer { highs in
        Bits(bytesOf: lows.count) { row in
          let day = lows[row]
          let until = max(day, highs[row])
          let isDay: UInt8 = day < firstDay ? 0 : 1
          let all: UInt8 = (day >= low ? 1 : 0) & (until <= high ? 1 : 0)
          let any: UInt8 = (until >= low ? 1 : 0) & (day <= high ? 1 : 0)
          return (isDay & all, (isDay ^ 1) | (any & (all ^ 1)))
        }
      }
    }
  }
}
