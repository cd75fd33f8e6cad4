import CaseloadCore

extension ScreenState {
  /// Moves the cursor to a client whose name or number has the text being typed: the first in the list's order,
  /// or from where the cursor is the next in a direction. Who is not in the list is named, not jumped to.
  mutating func find(step: Int?) {
    guard case .find(var entry) = mode else { return }
    let text = entry.field.text
    guard text.unicodeScalars.contains(where: { $0 != " " }) else {
      entry.inList = 0
      entry.inAll = 0
      entry.outside = nil
      chosen = entry.before ?? chosen
      mode = .find(entry)
      return
    }
    let words = text.split(separator: " ").map { Filter.word(String($0)) }
    let matches = population.evaluate(.and(words), context, links).yes
    let inList = matches.intersection(shown)
    entry.inAll = matches.count
    entry.inList = inList.count
    entry.outside = nil
    var place = -1
    var direction = 1
    if let step, let row = cursorRow, let current = self.place(of: row) {
      place = current
      direction = step
    }
    if let found = next(in: inList, after: place, step: direction) {
      choose(population.number(at: found))
    } else if entry.inList == 0 {
      if let found = next(in: matches, after: -1, step: 1) { entry.outside = population.number(at: found) }
      chosen = entry.before ?? chosen
    }
    mode = .find(entry)
  }

  private func next(in selection: Selection, after place: Int, step: Int) -> Int? {
    var place = place + step
    while order.indices.contains(place) {
      if selection.contains(Int(order[place])) { return Int(order[place]) }
      place += step
    }
    return nil
  }

  /// Keeps the one who was found; where she is not in the list, everyone is shown.
  mutating func keepFound() {
    guard case .find(let entry) = mode else { return }
    mode = .browse
    guard let outside = entry.outside else {
      chosen = cursor ?? chosen
      return
    }
    show(filter: "")
    focus = .list
    choose(outside)
  }
}
