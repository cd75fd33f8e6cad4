extension Population {
  /// The order in which a sweep calls the clients of a list, on the screen and on a sheet: as they stand, and where the
  /// list is of people out of sight those first who are longest; of who is quiet, those to whom nobody went for longest;
  /// of two for as long, the lower number.
  public func sweepOrder(_ rows: [Int], of filter: Filter, _ context: Context) -> [Int] {
    let names = filter.worklistNames
    let isQuiet = names.contains("quiet")
    guard isQuiet || !names.isDisjoint(with: Self.outOfSightWorklists) else { return rows }
    let since = { isQuiet ? quietSince($0, context) : outOfSightSince($0, context) }
    return rows.map { (since: since($0), number: number(at: $0), row: $0) }
      .sorted { ($0.since, $0.number) < ($1.since, $1.number) }.map(\.row)
  }

  /// The worklists of people out of sight.
  private static let outOfSightWorklists: Set<String> = ["forgotten", "overdue", "never-seen"]
}
