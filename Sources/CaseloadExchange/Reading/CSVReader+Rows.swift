/// What becomes of a row once the scanner has found where its cells lie.
extension CSVReader {
  /// Makes the scanned row the present one; false when it is blank and so passed over.
  func take(_ scanner: RowScanner) -> Bool {
    let begin = next
    line = nextLine
    nextLine &+= scanner.lines
    next = scanner.next
    guard scanner.hasText else {
      blankRows &+= 1
      return false
    }
    cellCount = scanner.count
    problem = scanner.textAfterQuote.map { RowProblem.textAfterQuote(column: $0 + 1) }
    if scanner.hasDoubledQuotes { undouble() }
    if problem == nil { checkText(from: begin, to: next) }
    if problem == nil, let expectedCells, cellCount != expectedCells { checkCount(expectedCells) }
    rows &+= 1
    return true
  }

  private func checkText(from begin: Int, to end: Int) {
    switch TextCheck(UnsafeBufferPointer(start: buffer + begin, count: end &- begin)) {
    case .ascii, .unicode: return
    case .hasNUL, .invalid:
      for index in 0..<cellCount {
        switch TextCheck(bytes(index)) {
        case .ascii, .unicode: continue
        case .hasNUL: problem = .nul(column: index + 1)
        case .invalid: problem = .invalidText(column: index + 1, encoding: format.encoding)
        }
        return
      }
    }
  }

  /// Empty cells beyond the header's are harmless (a separator at the end of each line); anything else is not.
  private func checkCount(_ expected: Int) {
    if cellCount > expected {
      guard (expected..<cellCount).contains(where: { !bytes($0).isEmpty }) else {
        cellCount = expected
        return
      }
    }
    problem = .cellCount(found: cellCount, expected: expected)
  }

  /// Turns each doubled quote of the present row into one, in place.
  private func undouble() {
    guard let quote = format.quote else { return }
    for index in 0..<cellCount where cells[index].doubled {
      let span = cells[index]
      var write = span.start
      var read = span.start
      while read < span.end {
        buffer[write] = buffer[read]
        read &+= buffer[read] == quote ? 2 : 1
        write &+= 1
      }
      cells[index] = CellSpan(start: span.start, end: write, doubled: false)
    }
  }

  /// Makes cells of the line from `next`, quotes meaning nothing, so that it can be shown and mended.
  private func split(to end: Int) {
    while true {
      var scanner = RowScanner(
        text: buffer, from: next, to: end, ended: true, separator: format.separator, quote: nil, cells: cells,
        room: cellRoom)
      guard case .needsCells = scanner.scan() else {
        cellCount = scanner.count
        return
      }
      growCells()
    }
  }

  /// Hands out the line at `next` with a problem, and goes on behind it.
  func skipLine(problem: RowProblem) {
    var end = next
    while end < filled, buffer[end] != 0x0A, buffer[end] != 0x0D { end &+= 1 }
    line = nextLine
    nextLine &+= 1
    split(to: end)
    rows &+= 1
    self.problem = problem
    skipping = end == filled && !ended
    next = skipping ? filled : lineEnd(end)
  }

  /// Goes to the end of a line whose beginning has been handed out.
  func skipRest() throws(ExchangeError) {
    while skipping {
      try refill()
      var end = next
      while end < filled, buffer[end] != 0x0A, buffer[end] != 0x0D { end &+= 1 }
      skipping = end == filled && !ended
      next = skipping ? filled : lineEnd(end)
    }
  }

  /// Where the next line begins when this one ends at `end`.
  func lineEnd(_ end: Int) -> Int {
    let isPair = end &+ 1 < filled && buffer[end] == 0x0D && buffer[end &+ 1] == 0x0A
    return min(filled, end &+ (isPair ? 2 : 1))
  }
}
