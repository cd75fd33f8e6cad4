import CaseloadCore

extension ScreenState {
  /// Sorts the alive rows. Built once per change of sort, data or day, not per key.
  mutating func sortList() {
    let sorted = population.order(sorts, context)
    // An order that was kept is the very same array, which costs nothing to compare.
    if sorted == order, placeOfRow.count == population.rows { return showOutcome() }
    order = sorted
    placeOfRow = [Int32](repeating: -1, count: population.rows)
    for (place, row) in order.enumerated() where placeOfRow.indices.contains(Int(row)) {
      placeOfRow[Int(row)] = Int32(truncatingIfNeeded: place)
    }
    showOutcome()
  }

  /// The place of a row in the order; nil where it is not alive.
  func place(of row: Int) -> Int? {
    guard placeOfRow.indices.contains(row), placeOfRow[row] >= 0 else { return nil }
    return Int(placeOfRow[row])
  }

  /// Notes the places of those in the list where they are so few that walking from one to the next is long.
  mutating func findFewPlaces() {
    fewPlaces = nil
    guard shownCount <= 4_096, order.count > 256 * shownCount else { return }
    var places: [Int32] = []
    places.reserveCapacity(shownCount)
    shown.forEach { row in
      if placeOfRow.indices.contains(row), placeOfRow[row] >= 0 { places.append(placeOfRow[row]) }
    }
    if let row = leavingRow, let place = place(of: row) { places.append(Int32(truncatingIfNeeded: place)) }
    places.sort()
    fewPlaces = places
  }

  /// The next place in the list from `place` (itself not included), in steps of 1 or -1; nil at the end.
  func nextShown(after place: Int, step: Int) -> Int? {
    if let fewPlaces {
      // How many stand before the place, or up to and with it.
      var low = 0
      var high = fewPlaces.count
      while low < high {
        let middle = (low + high) / 2
        let isBefore = step > 0 ? Int(fewPlaces[middle]) <= place : Int(fewPlaces[middle]) < place
        if isBefore { low = middle + 1 } else { high = middle }
      }
      let next = step > 0 ? low : low - 1
      return fewPlaces.indices.contains(next) ? Int(fewPlaces[next]) : nil
    }
    let leavingRow = leavingRow
    var place = place + step
    while order.indices.contains(place) {
      let row = Int(order[place])
      if shown.contains(row) || row == leavingRow { return place }
      place += step
    }
    return nil
  }

  /// The row of the client who just left the list.
  var leavingRow: Int? { leaving.flatMap { population.row(of: $0) } }

  /// Keeps a client in sight who just left the list through the user's own action.
  mutating func hold(_ number: ClientNumber) {
    guard let row = population.row(of: number), place(of: row) != nil, !shown.contains(row) else { return }
    leaving = number
    findFewPlaces()
  }

  /// She is let go: the cursor went on, she is back, or the list is another.
  mutating func letGo() {
    guard leaving != nil else { return }
    leaving = nil
    findFewPlaces()
  }

  /// The clients right after and before the cursor: whom one goes to next.
  public var besideCursor: [ClientNumber] {
    guard let row = cursorRow, let place = place(of: row) else { return [] }
    return [1, -1].compactMap { step in
      nextShown(after: place, step: step).map { population.number(at: Int(order[$0])) }
    }
  }

  /// Brings the cursor to the person who was chosen, or to whom is nearest in the list, and its line into the
  /// window. Called at the end of every update.
  mutating func settle() {
    // Behind the record of one who was found the list waits as it was.
    if let pinned {
      cursorRow = population.row(of: pinned)
      return
    }
    if let leaving, leaving != chosen { letGo() }
    cursorRow = settledRow
    cursorLine = min(max(0, cursorLine), max(0, layout.listRows - 1))
    guard let cursorRow, var place = place(of: cursorRow) else {
      cursorLine = 0
      return
    }
    var above = 0
    while above < cursorLine, let previous = nextShown(after: place, step: -1) {
      place = previous
      above += 1
    }
    cursorLine = above
  }

  private var settledRow: Int? {
    guard !shown.isEmpty || leaving != nil else { return nil }
    guard let chosen, let row = population.row(of: chosen), let place = place(of: row) else {
      return nextShown(after: -1, step: 1).map { Int(order[$0]) }
    }
    if shown.contains(row) || chosen == leaving { return row }
    return (nextShown(after: place, step: 1) ?? nextShown(after: place, step: -1)).map { Int(order[$0]) }
  }

  /// Moves the cursor by clients of the list; stops at its ends.
  mutating func moveCursor(by steps: Int) {
    guard let row = cursorRow, var place = place(of: row) else { return }
    var moved = 0
    while moved < abs(steps), let next = nextShown(after: place, step: steps < 0 ? -1 : 1) {
      place = next
      moved += 1
    }
    choose(place: place)
    cursorLine += steps < 0 ? -moved : moved
  }

  /// Moves the cursor to the first or the last client of the list.
  mutating func moveCursor(toEnd isEnd: Bool) {
    guard let place = nextShown(after: isEnd ? order.count : -1, step: isEnd ? -1 : 1) else { return }
    choose(place: place)
    cursorLine = isEnd ? layout.listRows - 1 : 0
  }

  private mutating func choose(place: Int) {
    chosen = population.number(at: Int(order[place]))
    cursorRow = Int(order[place])
    forgetScroll()
  }

  /// Puts the cursor on a client; the list must show her.
  mutating func choose(_ number: ClientNumber) {
    chosen = number
    forgetScroll()
  }

  /// Another client: her panes are read from the top.
  private mutating func forgetScroll() {
    monitoringLine = 0
    if recordTop != nil { recordTop = 0 }
  }

  /// The rows of the list's window, from its top.
  func window(rows height: Int) -> [Int] {
    guard height > 0, let row = cursorRow, let cursorPlace = place(of: row) else { return [] }
    var above: [Int] = []
    var place = cursorPlace
    while above.count < min(cursorLine, height - 1), let previous = nextShown(after: place, step: -1) {
      above.append(Int(order[previous]))
      place = previous
    }
    var rows: [Int] = above.reversed()
    let top = place
    rows.append(row)
    place = cursorPlace
    while rows.count < height, let next = nextShown(after: place, step: 1) {
      rows.append(Int(order[next]))
      place = next
    }
    // At the end of the list: fill from above, so that no room is left empty.
    place = top
    var more: [Int] = []
    while rows.count + more.count < height, let previous = nextShown(after: place, step: -1) {
      more.append(Int(order[previous]))
      place = previous
    }
    return more.reversed() + rows
  }

  /// How many of the list stand before the cursor; nil where counting them would cost too much.
  var rank: Int? {
    guard order.count <= 100_000, let row = cursorRow, let place = place(of: row) else { return nil }
    if shownCount == order.count { return place }
    var count = 0
    for index in 0..<place where shown.contains(Int(order[index])) { count += 1 }
    return count
  }
}
