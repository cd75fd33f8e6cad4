import Glibc

/// Times of the same work done many times, in milliseconds.
struct Timing {
  private(set) var sorted: [Double]

  init(_ milliseconds: [Double]) { sorted = milliseconds.sorted() }

  /// How often it was done.
  var runs: Int { sorted.count }
  /// The middle one.
  var median: Double { place(0.5) }
  /// The one that nineteen of twenty do not pass.
  var p95: Double { place(0.95) }

  private func place(_ part: Double) -> Double {
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
  }

  /// Times `work`, `runs` times; `prepare` comes before each and is not counted.
  static func of(
    _ runs: Int = 20, prepare: () -> Void = {}, _ work: () throws -> Void
  ) rethrows -> Timing {
    var times: [Double] = []
    for _ in 0..<runs {
      prepare()
      let start = now()
      try work()
      times.append(now() - start)
    }
    return Timing(times)
  }

  /// Whether processor time of this process is measured instead of the time on the clock, as is sensible on a
  /// machine that does other things too. Set before anything is measured.
  nonisolated(unsafe) static var countsProcessorTime = false

  /// Milliseconds of what is measured here.
  static func now() -> Double { read(countsProcessorTime ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC) }

  /// The monotonic clock in milliseconds, for what another process does.
  static func clock() -> Double { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}

/// Hides a result from the optimiser, which would otherwise leave out the work that made it.
@inline(never)
func keep<Result>(_ result: Result) { withExtendedLifetime(result) {} }
