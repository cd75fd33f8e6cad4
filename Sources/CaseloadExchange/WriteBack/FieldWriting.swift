import CaseloadCore

/// Why a value cannot be written for the register.
public enum Unwritable: Hashable, Sendable {
  /// No column of the register holds the field.
  case noColumn
  /// Its columns have no spelling for such a state: not known, declined, waived, or empty again.
  case state
  /// No spelling is read back as what was recorded: a partial value, a list, or a field of several columns.
  case noSpelling
  /// It is a text that nobody understood.
  case notUnderstood
  /// A spreadsheet could run it as a formula, or it holds characters that act instead of being seen.
  case unsafe
}

/// Writes one field in the columns of a register: the reading of the import turned round.
///
/// It proposes spellings, the mapping's own first, and takes the first that the same mapping reads back as the value
/// itself: what is written is what will be read, or it is not written.
struct FieldWriting {
  let output: ColumnPlan.Output
  private let reading: FieldReading
  private let spelling: Spelling

  init(_ output: ColumnPlan.Output, _ mapping: Mapping, learned: LearnedSpellings.Column?, drawn: Day) {
    self.output = output
    reading = FieldReading(output, mapping, drawn: drawn)
    spelling = Spelling(output, mapping, learned)
  }

  /// The cells for a value, one for each column of the field.
  func cells(for value: Value) throws(UnwritableError) -> [String] {
    let proposals: [[String]]
    switch value.state {
    case _ where value.raw != nil: throw UnwritableError(.notUnderstood)
    case .recorded: proposals = value.content.map { spelling.proposals(for: $0) } ?? []
    case .empty, .notKnown, .declined:
      proposals = spelling.spellings(of: value.state).map {
        [String](repeating: $0, count: output.columns.count)
      }
    case .waived: proposals = []
    }
    var isUnsafe = false
    for cells in proposals where isReadBack(cells, value) {
      if cells.allSatisfy(ExactRow.isSafe) { return cells }
      isUnsafe = true
    }
    throw UnwritableError(isUnsafe ? .unsafe : value.state == .recorded ? .noSpelling : .state)
  }

  /// Whether the mapping reads these cells as the value. A column that cannot say that a list is whole says the list.
  private func isReadBack(_ cells: [String], _ value: Value) -> Bool {
    guard let back = reading.value(of: cells), back.raw == nil, back.state == value.state else {
      return false
    }
    switch (back.content, value.content) {
    case (.several(let set, false)?, .several(let mine, true)?): return set == mine
    case (.words(let words, false)?, .words(let mine, true)?): return words == mine
    case (.experience(let items, false)?, .experience(let mine, true)?): return items == mine
    case (let back, let mine): return back == mine
    }
  }
}

/// A reason as an error, so that it can be thrown.
struct UnwritableError: Error {
  let reason: Unwritable
  init(_ reason: Unwritable) { self.reason = reason }
}
