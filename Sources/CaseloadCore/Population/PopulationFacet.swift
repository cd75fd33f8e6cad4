/// Facets: for each bar a set of rows, found by evaluating the bar's own filter, kept until the field changes;
/// a count is then one pass of and + popcount.
extension Population {
  /// The most bars that texts of the data get, the commonest first.
  static let mostTextBars = 40

  /// How a field is distributed over a list (alive rows) against everybody. Fields that are no facet, `coach`
  /// among them, have no bars; of the days only those have bars whose age says something (last seen, CV, plan).
  public func facet(_ field: FieldID, of list: Selection, _ context: Context) -> Facet {
    let list = list.intersection(alive)
    let bars = bars(field, context).compactMap { bar -> Facet.Bar? in
      if bar.isState, bar.inAll == 0 { return nil }
      return Facet.Bar(
        code: bar.code, label: bar.label, filter: bar.filter, inList: bar.rows.countInCommon(with: list),
        inAll: bar.inAll, isState: bar.isState)
    }
    return Facet(field: field, bars: bars, ofList: list.count, ofAll: alive.count)
  }

  /// The rows of the bars, worked out on first use.
  private func bars(_ id: FieldID, _ context: Context) -> [FacetBits] {
    guard let field = catalogue[id] else { return [] }
    let key = Cache.Key(today: context.today, settings: context.settings)
    return cache.value(
      { $0.bars[id].flatMap { $0.key == key ? $0.bars : nil } },
      make: {
        Facet.bars(of: field, texts: texts(field)).map { bar in
          var bar = bar
          bar.rows = evaluate(bar.filter, context).yes
          bar.inAll = bar.rows.count
          return bar
        }
      }, keep: { $0.bars[id] = (key, $1) })
  }

  /// The texts that occur in a field that can be a facet, the commonest first; none of any other field, for those
  /// may be names, numbers and notes.
  public func occurring(_ id: FieldID) -> [String] {
    guard let field = catalogue[id], field.uses.contains(.facet) else { return [] }
    switch field.kind {
    case .text, .words: return texts(field)
    default: return []
    }
  }

  /// The distinct texts of a field, the commonest first.
  private func texts(_ field: Field) -> [String] {
    guard let column = column(field.id) else { return [] }
    var counts: [String: Int] = [:]
    switch column.storage {
    case .words:
      for (code, count) in column.words.counts(alive).enumerated() where count > 0 {
        counts[Folding.fold(column.words.table.texts[code]), default: 0] += count
      }
    case .code:
      var byCode = [Int](repeating: 0, count: column.code.entries.count)
      alive.forEach { byCode[column.code.codes[$0]] += 1 }
      for (code, entry) in column.code.entries.enumerated() where byCode[code] > 0 {
        switch entry.content {
        case .text(let text): if !text.isEmpty { counts[text, default: 0] += byCode[code] }
        case .number(let range) where range.lowerBound == range.upperBound:
          counts[String(range.lowerBound), default: 0] += byCode[code]
        default: continue
        }
      }
    case .derived where field.id == "errands":
      alive.forEach { counts[String(summaries.errands[$0]), default: 0] += 1 }
    default: return []
    }
    let common = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return common.prefix(Self.mostTextBars).map(\.key)
  }
}
