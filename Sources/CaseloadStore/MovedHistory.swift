import CaseloadCore

/// What moved from one client to another took its history along: what was written of it before is read with whom it
/// belongs to now, and no longer with whom it was entered by mistake. The journal itself keeps every line where it is;
/// the move stands in both.
struct MovedHistory {
  private struct Move {
    let record: RecordRef
    let from: Int32
    let to: Int32
    let number: Int64
  }

  let client: Int32
  /// The lines of another client before a number, newest first.
  let lines: (_ client: Int32, _ before: Int64) throws -> [JournalLine]

  /// A client's page as it reads after all moves.
  func read(_ page: JournalPage) throws -> JournalPage {
    let moves = page.lines.flatMap { Self.moves(of: $0) }
    guard !moves.isEmpty else { return page }
    var page = page
    // The newest move says where a record is now.
    var latest: [RecordRef: Move] = [:]
    for move in moves where latest[move.record] == nil { latest[move.record] = move }
    page.lines = page.lines.compactMap { line in
      guard !line.edits.isEmpty else { return line }
      var line = line
      line.edits.removeAll { edit in
        guard let move = latest[edit.record], move.from == client else { return false }
        return line.number < move.number && JournalPayload.moved(edit) == nil
      }
      return line.edits.isEmpty ? nil : line
    }
    let first = page.older > 0 ? page.lines.last?.number ?? 0 : 0
    for line in try brought(by: latest.values.filter { $0.to == client }) where line.number >= first {
      if let place = page.lines.firstIndex(where: { $0.number == line.number }) {
        page.lines[place].edits += line.edits.filter { !page.lines[place].edits.contains($0) }
      } else {
        page.lines.append(line)
      }
    }
    page.lines.sort { $0.number > $1.number }
    return page
  }

  /// What others' journals say of records that came from them, as far back as they moved.
  private func brought(by arrivals: [Move]) throws -> [JournalLine] {
    var brought: [JournalLine] = []
    var left = arrivals
    // Each step leads to older lines: it ends.
    while let move = left.popLast() {
      for line in try lines(move.from, move.number) {
        var line = line
        line.edits.removeAll { $0.record != move.record }
        if line.edits.isEmpty { continue }
        brought.append(line)
        if let before = Self.moves(of: line).first(where: { $0.to == move.from }) {
          if before.from != client { left.append(before) }
          break
        }
      }
    }
    return brought
  }

  private static func moves(of line: JournalLine) -> [Move] {
    line.edits.compactMap { edit in
      JournalPayload.moved(edit).map {
        Move(record: edit.record, from: $0.from, to: $0.to, number: line.number)
      }
    }
  }
}
