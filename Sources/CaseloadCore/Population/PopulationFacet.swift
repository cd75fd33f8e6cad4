/// Facets: for each bar a set of rows, found by evaluating the bar's own filter, kept until the field changes;
/// a count is then one pass of and + popcount.
extension Population {
  /// The most bars that texts of the data get beside a client, the commonest first, and in a table.
  static let mostTextBars = 40
  static let mostTextRows = 400

  /// How a field is distributed over a list (alive rows) against everybody, in as many bars as a pane shows. Fields
  /// that are not counted, `coach` among them, have no bars.
  public func facet(_ field: FieldID, of list: Selection, _ context: Context) -> Facet {
    facet(BarsKey(field: field, unit: nil, isWhole: false), of: list, context)
  }

  /// The same in as many bars as there are, days by weeks, months or years (nil: what suits the field): the rows of
  /// a frequency table.
  public func table(_ axis: Facet.Axis, of list: Selection, _ context: Context) -> Facet {
    facet(BarsKey(axis), of: list, context)
  }

  /// What was counted last is kept: as long as the list is the same nothing is counted again.
  private func facet(_ key: BarsKey, of list: Selection, _ context: Context) -> Facet {
    let inForce = Cache.Key(context)
    return cache.value(
      { $0.facets[key].flatMap { $0.list == list && $0.key == inForce ? $0.facet : nil } },
      make: { counted(key, list, context) }, keep: { $0.facets[key] = (inForce, list, $1) })
  }

  private func counted(_ key: BarsKey, _ list: Selection, _ context: Context) -> Facet {
    let (rows, count) = countable(list)
    let set = bars(key, context)
    let bars = set.bars.compactMap { bar -> Facet.Bar? in
      if bar.isState, bar.inAll == 0 { return nil }
      return Facet.Bar(
        code: bar.code, label: bar.label, filter: bar.filter,
        inList: bar.inAll == 0 ? 0 : bar.rows.countInCommon(with: rows), inAll: bar.inAll,
        isState: bar.isState, rows: bar.rows)
    }
    return Facet(
      field: key.field, bars: bars, ofList: count, ofAll: alive.count,
      inNoBar: set.bars.isEmpty ? 0 : count - set.placed.countInCommon(with: rows),
      isMultiple: catalogue[key.field]?.isMultiple ?? false)
  }

  /// The alive rows of a list and how many they are, worked out once for all the fields of a frame.
  private func countable(_ list: Selection) -> (rows: Selection, count: Int) {
    let found = cache.value(
      { $0.list.flatMap { $0.asked == list ? $0 : nil } },
      make: {
        let rows = list.intersection(alive)
        return (list, rows, rows.count)
      }, keep: { $0.list = $1 })
    return (found.1, found.2)
  }

  /// The bars with their rows, worked out on first use.
  func bars(_ key: BarsKey, _ context: Context) -> BarSet {
    guard let field = catalogue[key.field], field.isCounted else { return BarSet() }
    let inForce = Cache.Key(context)
    return cache.value(
      { $0.bars[key].flatMap { $0.key == inForce ? $0.bars : nil } },
      make: { makeBars(field, key, context) }, keep: { $0.bars[key] = (inForce, $1) })
  }

  /// The texts that occur in a field that can be a facet, the commonest first; none of any other field, for those
  /// may be names, numbers and notes.
  public func occurring(_ id: FieldID) -> [String] {
    guard let field = catalogue[id], field.uses.contains(.facet) else { return [] }
    switch field.kind {
    case .text, .words: return texts(field, most: Self.mostTextBars, nil)
    default: return []
    }
  }

  /// The distinct texts of a field, the commonest first. Spellings that differ in case and accents only are one
  /// text, by its commonest spelling, for a filter reads them as one.
  func texts(_ field: Field, most: Int, _ context: Context?) -> [String] {
    guard let column = column(field.id) else { return [] }
    var counts: [String: Int] = [:]
    switch column.storage {
    case .words:
      for (code, count) in column.words.counts(alive).enumerated() where count > 0 {
        counts[column.words.table.texts[code], default: 0] += count
      }
    case .code:
      var byCode = [Int](repeating: 0, count: column.code.entries.count)
      alive.forEach { byCode[column.code.codes[$0]] += 1 }
      for (code, entry) in column.code.entries.enumerated() where byCode[code] > 0 {
        switch entry.content {
        case .text(let text): counts[text, default: 0] += byCode[code]
        case .number(let range) where range.lowerBound == range.upperBound:
          counts[String(range.lowerBound), default: 0] += byCode[code]
        default: continue
        }
      }
    case .derived where field.id == "errands":
      alive.forEach { counts[String(summaries.errands[$0]), default: 0] += 1 }
    case .derived where field.id == "gaps":
      guard let gaps = context.map({ gapCounts($0) }) else { return [] }
      alive.forEach { counts[String(gaps[$0]), default: 0] += 1 }
    default: return []
    }
    func isCommoner(_ left: (key: String, value: Int), _ right: (key: String, value: Int)) -> Bool {
      left.value != right.value ? left.value > right.value : left.key < right.key
    }
    var spellings: [String: (text: String, count: Int)] = [:]
    for (text, count) in counts.sorted(by: isCommoner) {
      let folded = Folding.fold(text)
      guard !folded.isEmpty else { continue }
      spellings[folded, default: (text, 0)].count += count
    }
    let common = spellings.values.sorted { isCommoner(($0.text, $0.count), ($1.text, $1.count)) }
    return common.prefix(most).map(\.text)
  }
}

extension Facet {
  /// What a table counts by: a field, days by a stretch.
  public struct Axis: Hashable, Sendable {
    /// The field.
    public var field: FieldID
    /// For days: by weeks, months or years; nil for what suits the field.
    public var unit: DayUnit?
    /// An axis.
    public init(_ field: FieldID, unit: DayUnit? = nil) {
      self.field = field
      self.unit = unit
    }
  }
}

/// Which bars of a field: as many as a pane shows, or all.
struct BarsKey: Hashable {
  var field: FieldID
  var unit: DayUnit?
  var isWhole: Bool

  init(field: FieldID, unit: DayUnit?, isWhole: Bool) {
    self.field = field
    self.unit = unit
    self.isWhole = isWhole
  }

  init(_ axis: Facet.Axis) { self.init(field: axis.field, unit: axis.unit, isWhole: true) }
}

/// The bars of a field with their rows, and everybody who is in one.
struct BarSet: Sendable {
  var bars: [FacetBits] = []
  var placed = Selection(rows: 0)
}
