import Cells

/// Text of several lines as it is shown: wrapped at blanks, while what was typed stays as it is.
extension TextField {
  /// The lines as they are shown in a width: wrapped at blanks, each with the places that it shows.
  func lines(width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while true {
      let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
      lines += wrapped(start..<end, width: max(1, width))
      guard end < scalars.count else { return lines }
      start = end + 1
    }
  }

  private func wrapped(_ line: Range<Int>, width: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = line.lowerBound
    var used = 0
    var blank: Int?
    var place = start
    while place < line.upperBound {
      // A mark or joiner stands on the cell before it.
      var next = place + 1
      while next < line.upperBound, isJoined(scalars[next]) { next += 1 }
      let columns = TerminalText(data: Self.text(scalars[place..<next])).width
      if used + columns > width, place > start {
        let end = blank.map { $0 + 1 } ?? place
        parts.append(start..<end)
        start = end
        used = TerminalText(data: Self.text(scalars[start..<place])).width
        blank = nil
        continue
      }
      if scalars[place] == " " { blank = place }
      used += columns
      place = next
    }
    return parts + [start..<line.upperBound]
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private func isJoined(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// The shown line of the caret, and its place in it.
  func place(in lines: [Range<Int>]) -> (line: Int, offset: Int) {
    let line = lines.lastIndex { $0.lowerBound <= caret } ?? 0
    return (line, caret - (lines.indices.contains(line) ? lines[line].lowerBound : 0))
  }

  /// Moves the caret to the shown line above or below; false where there is none.
  mutating func move(lines step: Int, width: Int) -> Bool {
    let lines = lines(width: width)
    let (line, offset) = place(in: lines)
    guard lines.indices.contains(line + step) else { return false }
    let target = lines[line + step]
    // Behind the last place of a line that goes on, the caret would stand on the next one.
    let isLast = line + step == lines.count - 1 || lines[line + step + 1].lowerBound > target.upperBound
    let end = isLast ? target.upperBound : max(target.lowerBound, target.upperBound - 1)
    move(to: min(target.lowerBound + offset, end))
    return true
  }
}
