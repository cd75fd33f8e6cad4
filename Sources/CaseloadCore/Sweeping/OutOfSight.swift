extension Population {
  /// The day from which the time counts that a client is out of sight: last seen, else the start, and of who is paused
  /// not before the return day; the latest of all days where none is known. Whoever has the earliest is called first.
  public func outOfSightSince(_ row: Int, _ context: Context) -> Day {
    let facts = contactability(at: row, context)
    let since = facts.lastSeen.known ?? facts.lastSeen.start ?? .latest
    return max(since, facts.isPaused ? facts.returns ?? .earliest : .earliest)
  }
}
