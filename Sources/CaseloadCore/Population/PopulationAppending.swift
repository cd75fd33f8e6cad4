/// Two parts of a caseload that were loaded side by side become one (`Population.append`), column by column.
extension Column {
  /// Puts the rows of a column of the same field behind these, which are `rows`.
  mutating func append(_ other: Column, behind rows: Int) {
    switch storage {
    case .code: code.append(other.code)
    case .days: days.append(other.days)
    case .words: words.append(other.words)
    case .experience: experience.append(other.experience)
    case .name: names.append(other.names)
    case .derived: break
    }
    for (row, value) in other.beside { keepBeside(Int(row) + rows, value) }
  }
}

extension CodeColumn {
  /// Puts the rows of another column behind these; its entries get the codes that they have here.
  mutating func append(_ other: CodeColumn) {
    let known = other.entries.map { Int32(clamping: code(of: $0)) }
    let first = codes.count
    appendEmpty(other.codes.count)
    let moved = (0..<other.codes.count).map { known[other.codes[$0]] }
    moved.withUnsafeBufferPointer { load($0, from: first) }
  }
}

extension DayColumn {
  /// Puts the rows of another column behind these.
  mutating func append(_ other: DayColumn) {
    if !(highs.isEmpty && other.highs.isEmpty) {
      highs = (highs.isEmpty ? lows : highs) + (other.highs.isEmpty ? other.lows : other.highs)
    }
    lows += other.lows
  }
}
