/// The bars of a facet with the rows that each counts, worked out on first use.
extension Population {
  func makeBars(_ field: Field, _ key: BarsKey, _ context: Context) -> BarSet {
    var values: [FacetBits] = []
    if field.kind == .day {
      let unit = key.unit ?? DayBands.unit(of: field.id)
      let most = key.isWhole ? DayBands.most(unit) : 11
      if let bounds = dayBounds(field.id, context) {
        values = DayBands(field: field, unit: unit, today: context.today, most: most).bars(bounds)
      }
    } else {
      let texts = texts(field, most: key.isWhole ? Self.mostTextRows : Self.mostTextBars, context)
      values = Facet.bars(of: field, texts: texts, sectors: catalogue["sector"]?.choices ?? [])
    }
    let partial = evaluate(.state(.partial, field.id), context).yes
    var set = BarSet()
    set.placed = Selection(rows: rows)
    let all = values + Facet.stateBars(of: field)
    for (var bar, rows) in zip(all, rowsOfBars(all, field, context)) {
      bar.rows = rows
      // Who is 35 or 36 is in one band of ages, and still partly known: one client, one bar.
      if !bar.isState, !field.isMultiple, bar.rows.countInCommon(with: partial) > 0 {
        bar.filter = .and([bar.filter, .not(.state(.partial, field.id))])
        bar.rows.subtract(partial)
      }
      bar.inAll = bar.rows.count
      set.placed.formUnion(bar.rows)
      set.bars.append(bar)
    }
    return set
  }

  /// The alive rows that pass the filter of each bar. Of values that are kept as codes all bars are found in one walk
  /// over the rows; of all others one after another.
  private func rowsOfBars(_ bars: [FacetBits], _ field: Field, _ context: Context) -> [Selection] {
    guard let column = column(field.id) else { return bars.map { evaluate($0.filter, context).yes } }
    var found: [Selection?] = []
    switch column.storage {
    case .code:
      let tests = bars.compactMap { bar -> ((CodeColumn.Entry) -> Truth)? in
        switch bar.filter {
        case .test(field.id, let test): Self.truth(field, test)
        case .state(let test, field.id) where test != .missing: Self.truth(field, test, column)
        default: nil
        }
      }
      if tests.count == bars.count { found = column.code.rows(passing: tests) }
    case .words:
      var sets: [[UInt8]: [Int]] = [:]
      for (place, bar) in bars.enumerated() {
        guard case .test(field.id, .exactly(let texts)) = bar.filter else { continue }
        for text in Set(texts.map { Folding.bytes($0) }) { sets[text, default: []].append(place) }
      }
      let rows = column.words.rows(in: bars.count) { sets[$0] ?? [] }
      found = zip(bars, rows).map { bar, rows in
        if case .test(field.id, .exactly) = bar.filter { rows } else { nil }
      }
    case .experience:
      func sectors(_ bar: FacetBits) -> [String]? {
        guard case .test(field.id, .experience(let test)) = bar.filter, test.words.isEmpty,
          test.lengths.isEmpty, !test.sectors.isEmpty
        else { return nil }
        return Array(test.sectors)
      }
      let wanted = bars.map(sectors)
      let rows = column.experience.rows(in: bars.count) { sector in
        sector.isEmpty ? [] : wanted.indices.filter { wanted[$0]?.contains(sector) ?? false }
      }
      found = zip(wanted, rows).map { $0 == nil ? nil : $1 }
    default: break
    }
    return bars.enumerated().map { place, bar in
      if place < found.count, let rows = found[place] { return rows.intersection(alive) }
      return evaluate(bar.filter, context).yes
    }
  }

  /// The first and the last day that occur in a field; nil where there is none.
  private func dayBounds(_ id: FieldID, _ context: Context) -> ClosedRange<Day>? {
    var lows: [Int32]
    var highs: [Int32]
    switch id {
    case "seen": (lows, highs) = (summaries.conversation, [])
    case "ours": (lows, highs) = (summaries.ours, [])
    case "next": (lows, highs) = (nextDays(context.today), [])
    default:
      guard let days = column(id)?.days else { return nil }
      (lows, highs) = (days.lows, days.highs)
    }
    var first = Int32.max
    var last = Int32.min
    alive.forEach { row in
      // No day, and every state, is a number below all days.
      guard lows[row] >= DayColumn.firstDay else { return }
      first = min(first, lows[row])
      last = max(last, highs.isEmpty ? lows[row] : highs[row])
    }
    return first <= last ? Day(number: first)...Day(number: last) : nil
  }
}

/// Several sets of the same rows, filled row by row.
struct SelectionRows {
  private let rows: Int
  private let count: Int
  private var words: [UInt64]

  /// So many sets without a row.
  init(_ count: Int, rows: Int) {
    self.rows = rows
    self.count = count
    words = [UInt64](repeating: 0, count: count * ((rows + 63) / 64))
  }

  /// Puts a row (0..<rows) into a set (0..<count).
  mutating func insert(_ row: Int, into set: Int) {
    words[set &* ((rows &+ 63) / 64) &+ row >> 6] |= 1 << UInt64(truncatingIfNeeded: row & 63)
  }

  /// Puts each row into the sets that stand at its places.
  @inline(__always)
  mutating func insert(places: (_ row: Int) -> Range<Int>, of set: (_ place: Int) -> Int) {
    let length = (rows + 63) / 64
    words.withUnsafeMutableBufferPointer { words in
      for row in 0..<rows {
        let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: row & 63)
        for place in places(row) { words[set(place) &* length &+ row >> 6] |= bit }
      }
    }
  }

  var selections: [Selection] {
    let length = (rows + 63) / 64
    return (0..<count).map { Selection(words: Array(words[$0 * length..<($0 + 1) * length]), rows: rows) }
  }
}
