import CaseloadCore
import Foundation

/// Tells a dashboard that stays open over midnight which day it is. A pinned day (`--today`) never changes.
struct DayClock {
  /// The day that was asked for; nil for the real one.
  var pinned: Day?

  /// The day it is now, where it is another than `day`.
  func newDay(after day: Day) -> Day? {
    guard pinned == nil else { return nil }
    let now = Surroundings.localDay(at: time(nil))
    return now == day ? nil : now
  }

  /// A context with the moment it is now: a change says when it was made.
  func stamped(_ context: Context) -> Context {
    var context = context
    context.now = Moment(seconds: Int64(time(nil)))
    return context
  }

  /// Milliseconds until the next local midnight, and a little over; nil for a pinned day: sleep for ever.
  var millisecondsToMidnight: Int? {
    guard pinned == nil else { return nil }
    let now = time(nil)
    var seconds = now
    var local = tm()
    localtime_r(&seconds, &local)
    local.tm_mday += 1
    (local.tm_hour, local.tm_min, local.tm_sec) = (0, 0, 1)
    local.tm_isdst = -1
    return max(1, mktime(&local) - now) * 1000
  }
}
