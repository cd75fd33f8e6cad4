import CaseloadCore

/// A year of one coach, simulated: how many clients were ever out of sight, where she talks with whoever asks, and where
/// part of her conversations go to whom she has not seen for longest, as the sweep has it.
///
/// It is a model, not a measurement of anybody: a fifth of the clients ask for a talk ten times as often as the others,
/// on one working day in eight nothing comes of the day, and nobody comes, goes or is paused.
struct CoachYear {
  /// Clients of the caseload.
  var clients = 120
  /// Conversations in a week of five days.
  var conversations = 18
  /// Of each week's conversations, how many go to whom she has not seen for longest.
  var sweep: Int
  /// Where the chances begin.
  var seed: UInt64

  private static let days = 364
  private static let noisyOneIn = 5
  private static let noisyWeight = 10
  private static let lostOneIn = 8

  /// How many clients were out of sight on some day of the year, by the program's own setting, and how many days of
  /// clients that were.
  var outOfSight: (ever: Int, days: Int) {
    var random = SplitMix(seed)
    let (first, after) = (Day(number: 20_000 + 4), Settings().forgottenAfter.value)
    // At the beginning everybody was seen in the last eleven weeks.
    var seen = (0..<clients).map { _ in first.adding(days: 0 - Int.random(in: 1...77, using: &random)) }
    var lost = [Bool](repeating: false, count: clients)
    var days = 0
    for offset in 0..<Self.days {
      let day = first.adding(days: offset)
      for client in seen.indices where seen[client].adding(after) < day {
        lost[client] = true
        days += 1
      }
      // What chance has is drawn alike with the sweep and without.
      let isLost = Int.random(in: 0..<Self.lostOneIn, using: &random) == 0
      guard day.weekday <= 5 else { continue }
      let swept = share(of: sweep, day.weekday)
      for place in 0..<share(of: conversations, day.weekday) {
        let caller = caller(&random)
        guard !isLost else { continue }
        let longest = seen.indices.min { (seen[$0], $0) < (seen[$1], $1) }
        seen[place < swept ? longest ?? caller : caller] = day
      }
    }
    return (lost.count { $0 }, days)
  }

  private func share(of number: Int, _ weekday: Int) -> Int {
    number * weekday / 5 - number * (weekday - 1) / 5
  }

  private func caller(_ random: inout SplitMix) -> Int {
    let noisy = clients / Self.noisyOneIn
    let place = Int.random(in: 0..<(noisy * Self.noisyWeight + clients - noisy), using: &random)
    return place < noisy * Self.noisyWeight
      ? place / Self.noisyWeight : place - noisy * (Self.noisyWeight - 1)
  }

  /// Says it for one seed, and between what a hundred others lie.
  static func say(seed: UInt64) {
    Table.say(
      "a coach's year, a model (seed \(seed)): 120 clients, 18 conversations a week, 1 working day in 8 lost; who asks is "
        + "talked with, a fifth ask ten times as often; of the 18 so many go to whom the coach has not seen longest"
    )
    for sweep in [0, 6, 12] {
      let year = CoachYear(sweep: sweep, seed: seed).outOfSight
      let others = (1...100).map { CoachYear(sweep: sweep, seed: seed &+ $0).outOfSight.ever }.sorted()
      Table.say(
        "  \(sweep) of 18: ever out of sight \(year.ever) of 120 (100 other seeds: \(others.first ?? 0) to "
          + "\(others.last ?? 0)); on an average day \((year.days + days / 2) / days)")
    }
  }
}

/// A seeded generator (SplitMix64): the same seed gives the same year.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
