/// Sorting: permutations are built on first use and kept until data or day change.
extension Population {
  /// The alive rows in the order of the keys. Unknown values come last in both directions; ties go by name, then
  /// number. A partial value sorts by the lowest that it may be; `seen` puts who was never seen before everybody
  /// else. Keys on fields that are no column (`coach` among them) are passed over.
  public func order(_ keys: [SortKey], _ context: Context) -> [Int32] {
    let keys = keys.filter { catalogue[$0.field]?.uses.contains(.list) ?? false }
    let key = Cache.OrderKey(
      keys: keys, key: Cache.Key(context))
    return cache.value(
      { $0.orders[key] }, make: { sorted(keys, context) },
      keep: {
        // A handful of permutations is what a person goes back and forth between.
        if $0.orders.count >= 8 { $0.orders = [:] }
        $0.orders[key] = $1
      })
  }

  private func sorted(_ keys: [SortKey], _ context: Context) -> [Int32] {
    let names = nameRanks()
    var columns = keys.map { key in
      sortValues(key.field, context).map { value in
        value == .max ? value : key.ascending ? value : -1 &- value
      }
    }
    columns.append(names)
    let first = columns[0]
    var rows: [(UInt64, Int32)] = []
    rows.reserveCapacity(count)
    // The first key and the rank of the name in one number settle nearly every comparison.
    alive.forEach { row in
      let high = UInt64(UInt32(bitPattern: first[row]) ^ 0x8000_0000)
      let low = UInt64(UInt32(bitPattern: names[row]))
      rows.append((columns.count > 2 ? high : high << 32 | low, Int32(clamping: row)))
    }
    if columns.count <= 2 {
      rows.sort { $0.0 < $1.0 }
    } else {
      rows.sort { left, right in
        if left.0 != right.0 { return left.0 < right.0 }
        for column in columns.dropFirst() where column[Int(left.1)] != column[Int(right.1)] {
          return column[Int(left.1)] < column[Int(right.1)]
        }
        return false
      }
    }
    return rows.map(\.1)
  }

  /// The place of each row when sorted by folded name, then number; who has no name comes last.
  private func nameRanks() -> [Int32] {
    cache.value({ $0.nameRanks }, make: makeNameRanks, keep: { $0.nameRanks = $1 })
  }

  private func makeNameRanks() -> [Int32] {
    guard let place = places.name else { return (0..<Int32(clamping: rows)).map { $0 } }
    let names = columns[place].names
    var sorted: [(start: UInt64, row: Int32)] = []
    names.withFolded { bytes, starts in
      sorted = (0..<rows).map { row in
        let isKnown = names.state(row) == .recorded
        return (isKnown ? Self.beginning(bytes, Int(starts[row])) : .max, Int32(clamping: row))
      }
      sorted.sort { left, right in
        if left.start != right.start { return left.start < right.start }
        let (first, second) = (Int(left.row), Int(right.row))
        if left.start != .max, left.start & 0xFF != 0 {
          // The names go on behind what was compared.
          var (mine, other) = (Int(starts[first]) + 8, Int(starts[second]) + 8)
          while bytes[mine] == bytes[other], bytes[mine] != 0xFF {
            mine += 1
            other += 1
          }
          if bytes[mine] != bytes[other] { return bytes[mine] &+ 1 < bytes[other] &+ 1 }
        }
        return numbers[first] < numbers[second]
      }
    }
    var ranks = [Int32](repeating: 0, count: sorted.count)
    for (rank, name) in sorted.enumerated() { ranks[Int(name.row)] = Int32(clamping: rank) }
    return ranks
  }

  /// The first eight bytes of a name as one number that sorts as they do, for most names differ in them: each
  /// byte plus one, so that the end (0xFF) becomes 0 and comes first; 0 behind it. No byte of UTF-8 is so high
  /// that the number could be the highest.
  private static func beginning(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt64 {
    var number: UInt64 = 0
    for place in start..<start + 8 {
      let byte = bytes[place] &+ 1
      if byte == 0 { return number << UInt64(8 * (start + 8 - place)) }
      number = number << 8 | UInt64(byte)
    }
    return number
  }

  /// A number for each row by which a field sorts; `Int32.max` where it is unknown.
  private func sortValues(_ id: FieldID, _ context: Context) -> [Int32] {
    guard let column = column(id) else { return [Int32](repeating: .max, count: rows) }
    switch (column.storage, id.text) {
    case (.derived, "number"): return numbers
    case (.derived, "age"):
      return (self.column("birth")?.days).map { birth in
        // Younger means born later; a partial birth date sorts by the least age.
        (birth.highs.isEmpty ? birth.lows : birth.highs).map { $0 < DayColumn.firstDay ? .max : 0 &- $0 }
      } ?? []
    case (.derived, "seen"):
      return (0..<rows).map { row in
        if summaries.conversation[row] != SummaryColumns.none { return summaries.conversation[row] }
        return lastSeen(at: row, on: context.today).isNever ? DayColumn.firstDay : .max
      }
    case (.derived, "ours"): return summaries.ours.map { $0 == SummaryColumns.none ? .max : $0 }
    case (.derived, "next"): return nextDays(context.today).map { $0 == SummaryColumns.none ? .max : $0 }
    case (.derived, "errands"): return summaries.errands.map { Int32($0) }
    case (.derived, "gaps"): return gapCounts(context).map { Int32($0) }
    case (.derived, "waiting"): return summaries.flags.map { $0 & 3 == 0 ? .max : Int32($0 & 3) }
    case (.derived, "seen-channel"):
      return (0..<rows).map { row in
        summaries.conversation[row] == SummaryColumns.none || summaries.channel(row) == .unknown
          ? .max : Int32(summaries.channels[row])
      }
    case (.derived, _): return [Int32](repeating: .max, count: rows)
    case (.days, _): return column.days.lows.map { $0 < DayColumn.firstDay ? .max : $0 }
    case (.name, _):
      return nameRanks().enumerated().map { column.names.state($0.offset) == .recorded ? $0.element : .max }
    case (.code, _):
      let ranks = codeRanks(column.code.entries)
      return (0..<rows).map { ranks[column.code.codes[$0]] }
    case (.words, _):
      let texts = column.words.table.folded
      let ranks = Self.ranks(texts)
      return (0..<rows).map { row in column.words.first(row).map { ranks[$0] } ?? .max }
    case (.experience, _):
      return (0..<rows).map { row in
        let count = column.experience.count(row)
        return count == 0 ? .max : Int32(clamping: count)
      }
    }
  }

  private func codeRanks(_ entries: [CodeColumn.Entry]) -> [Int32] {
    let texts = entries.map { entry -> [UInt8] in
      if case .text(let text)? = entry.content { Folding.bytes(text) } else { [] }
    }
    let textRanks = Self.ranks(texts)
    return entries.enumerated().map { index, entry in
      guard entry.state == .recorded else { return .max }
      switch entry.content {
      case .oneOf(let set): return set.isEmpty ? .max : Int32(set.rawValue.trailingZeroBitCount)
      case .several(let set, _): return set.isEmpty ? .max : Int32(63 - set.rawValue.leadingZeroBitCount)
      case .number(let range), .span(let range): return min(Int32(clamping: range.lowerBound), .max - 1)
      case .text: return textRanks[index]
      default: return .max
      }
    }
  }

  private static func ranks(_ texts: [[UInt8]]) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: texts.count)
    let sorted = texts.indices.sorted { texts[$0].lexicographicallyPrecedes(texts[$1]) }
    for (rank, index) in sorted.enumerated() {
      let isSame = rank > 0 && texts[sorted[rank - 1]] == texts[index]
      ranks[index] = isSame ? ranks[sorted[rank - 1]] : Int32(clamping: rank)
    }
    return ranks
  }
}
