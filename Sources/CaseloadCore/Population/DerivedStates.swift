/// Tests of whether a derived field is there, not known or partly known, from the columns that it follows from: what
/// `value` says of a row, without making it.
extension Population {
  func derived(_ field: Field, _ test: StateTest, _ context: Context) -> Bits {
    let words = (rows + 63) / 64
    // What is worked out is there or not; nobody declines or waives it.
    guard test != .declined, test != .waived else { return Bits(.no, words: words) }
    let none = SummaryColumns.none
    switch (field.id.text, test) {
    case ("number", .empty), ("waiting", .empty), ("errands", .empty), ("gaps", .empty):
      return Bits(.no, words: words)
    case ("age", .has), ("age", .empty):
      guard let birth = column("birth") else { break }
      return birth.bits { ($0 == .recorded) == (test == .has) }
    case ("seen", .unknown):
      let seen = seenDays(context.today)
      return Bits(rows: rows) { Truth(summaries.conversation[$0] == none && !seen.isNever[$0]) }
    case ("seen", .empty):
      let seen = seenDays(context.today)
      return Bits(rows: rows) { Truth(summaries.conversation[$0] == none && seen.isNever[$0]) }
    case ("seen", .partial):
      let seen = seenDays(context.today)
      return Bits(rows: rows) { Truth(summaries.conversation[$0] != none && seen.lows[$0] < seen.highs[$0]) }
    case ("seen", .has): return Bits(rows: rows) { Truth(summaries.conversation[$0] != none) }
    case ("age", .partial):
      guard let birth = column("birth") else { break }
      let today = context.today
      return birth.days.bits { first, last in
        first < last && today.years(since: Day(number: first)) != today.years(since: Day(number: last))
      }
    // All the others are exact where they are there, and else empty.
    case (_, .unknown), (_, .partial): return Bits(.no, words: words)
    case ("ours", .empty): return Bits(rows: rows) { Truth(summaries.ours[$0] == none) }
    case ("next", .empty):
      let next = nextDays(context.today)
      return Bits(rows: rows) { Truth(next[$0] == none) }
    default: break
    }
    return Bits(rows: rows) { row in
      let value = value(field.id, at: row, context)
      guard test.wants(CellState(value)) else { return .no }
      if test == .has { return Truth(field.has(value.content)) }
      return Truth(test != .partial || field.isPartial(value.content))
    }
  }
}
