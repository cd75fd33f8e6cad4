/// One client changed: what was worked out for everybody is put right for her row alone. What she is now is asked
/// of a population of nobody but her, so that there is one evaluator still.
extension Population {
  /// `changed` are the fields that changed, derived ones among them.
  func patch(_ client: ClientFacts, row: Int, _ changed: Set<FieldID>) {
    guard !cache.isEmpty else { return }
    var changed = changed
    // Of the derived fields these two follow from nothing else of her.
    if !changed.contains("birth") { changed.remove("age") }
    changed.remove("number")
    var alone = Population(catalogue: catalogue)
    alone.put(client)
    cache.change { kept in
      // What the bars of a field are may depend on everybody.
      kept.bars = kept.bars.filter { !changed.contains($0.key.field) }
      kept.facets = kept.facets.filter { !changed.contains($0.key.field) }
      if changed.contains("name") {
        kept.nameRanks = nil
        kept.called = nil
        kept.orders = [:]
      } else {
        kept.orders = kept.orders.filter { order in
          !order.key.keys.contains { changed.contains($0.field) }
        }
      }
      if let today = kept.next?.today {
        kept.next?.days[row] = alone.summaries.next(0, from: today.number)
      }
      if let today = kept.seen?.today {
        let seen = alone.seenDays(today)
        kept.seen?.days.lows[row] = seen.lows[0]
        kept.seen?.days.highs[row] = seen.highs[0]
        kept.seen?.days.isNever[row] = seen.isNever[0]
        kept.seen?.days.mayBeFrom[row] = seen.mayBeFrom[0]
        kept.seen?.days.mayBeUntil[row] = seen.mayBeUntil[0]
      }
      if let key = kept.gaps?.key { kept.gaps?.counts[row] = alone.gapCounts(Context(key))[0] }
      for id in Array(kept.missing.keys) {
        guard let key = kept.missing[id]?.key, let field = catalogue[id] else { continue }
        kept.missing[id]?.bits.set(row, asIn: alone.missingBits(field, Context(key)))
      }
      alone.patchWorklists(&kept, row)
    }
  }

  private func patchWorklists(_ kept: inout Cache.Kept, _ row: Int) {
    let links = FilterLinks(worklists: kept.worklists.values.map(\.worklist))
    for name in Array(kept.worklists.keys) {
      guard let key = kept.worklists[name]?.key else { continue }
      let scope = Scope(context: Context(key), links: links)
      kept.worklists[name]?.bits.set(row, asIn: bits(.worklist(name), scope))
    }
  }
}

extension Context {
  /// What is kept depends on no more of a context than this.
  fileprivate init(_ key: Cache.Key) {
    self.init(
      today: key.today, now: Moment(seconds: 0), actor: Actor(name: ""), settings: key.settings,
      calendar: key.calendar)
  }
}
