extension Population {
  /// The day from which the time counts that a client is out of sight: last seen, else the start, and of who is paused
  /// not before the return day; the latest of all days where none is known. Whoever has the earliest is called first.
  public func outOfSightSince(_ row: Int, _ context: Context) -> Day {
    since(contactability(at: row, context).lastSeen, row, context)
  }

  /// The same by our own silence: since a colleague last took the initiative for a conversation.
  public func quietSince(_ row: Int, _ context: Context) -> Day {
    since(lastOurs(at: row, on: context.today), row, context)
  }

  private func since(_ seen: LastSeen, _ row: Int, _ context: Context) -> Day {
    let facts = contactability(at: row, context)
    return max(
      seen.known ?? seen.start ?? .latest, facts.isPaused ? facts.returns ?? .earliest : .earliest)
  }
}
