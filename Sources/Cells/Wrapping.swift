extension TerminalText {
  /// The text on lines of at most `width` columns, broken at spaces; a word longer than a line is broken
  /// anywhere. A number stays with the word behind it ("26 Aug", "7 y"), an initial with the name ("A. Bakker"), and a
  /// point between two things with the second, as far as a line holds both. Empty text is one empty line; a width below 1 gives no lines.
  public func wrap(to width: Int) -> [TerminalText] {
    guard width > 0 else { return [] }
    if self.width <= width, !hasRunsOfSpaces { return [self] }
    if isSimple, let lines = wrapSimple(to: width) { return lines }
    var wrapping = Wrapping(width: width, isSimple: isSimple)
    for word in string.unicodeScalars.split(separator: " ") { wrapping.take(word) }
    return wrapping.finished
  }

  /// Spaces that wrapping would take away: at an edge, or several in a row.
  private var hasRunsOfSpaces: Bool {
    var isAfterSpace = true
    for byte in string.utf8 {
      let isSpace = byte == UInt8(ascii: " ")
      if isSpace, isAfterSpace { return true }
      isAfterSpace = isSpace
    }
    return isAfterSpace && !isEmpty
  }

  /// The same where every scalar is one column and single spaces stand between the words: each line is a stretch of
  /// the text. Every pane of every frame wraps; nil where a word must be broken or a space taken away.
  private func wrapSimple(to width: Int) -> [TerminalText]? {
    guard !hasRunsOfSpaces else { return nil }
    var string = string
    return string.withUTF8 { bytes in
      var lines: [TerminalText] = []
      // The line: where it begins, where it ends, and its columns; the same of its part before a knot.
      var (start, end, used) = (0, 0, 0)
      var knot: (end: Int, used: Int)?
      var position = 0
      func finish(_ end: Int, _ used: Int) {
        lines.append(
          TerminalText(
            string: String(decoding: bytes[start..<end], as: UTF8.self), width: used, isSimple: true))
      }
      while position < bytes.count {
        let word = Wrapping.word(in: bytes, from: position)
        guard word.columns <= width else { return nil }
        if used > 0, used + 1 + word.columns > width {
          if let knot, knot.used > 0, used - knot.used + word.columns <= width {
            finish(knot.end, knot.used)
            (start, used) = (knot.end + 1, used - knot.used - 1)
          } else {
            finish(end, used)
            (start, used) = (position, 0)
          }
          knot = nil
        }
        let before = (end: end, used: used)
        used += word.columns + (used > 0 ? 1 : 0)
        end = word.end
        knot = word.belongsToNext ? knot ?? before : nil
        position = word.end + 1
      }
      finish(end, used)
      return lines
    }
  }

  /// Without the comma or other sign at its end, for where something was cut behind it.
  public var withoutLastMark: TerminalText {
    guard let last = string.unicodeScalars.last, ",;:·".unicodeScalars.contains(last) else { return self }
    let rest = String(string.unicodeScalars.dropLast())
    return TerminalText(safe: rest.utf8.last == UInt8(ascii: " ") ? String(rest.dropLast()) : rest)
  }
}

/// Puts words on lines.
private struct Wrapping {
  typealias Word = String.UnicodeScalarView.SubSequence

  let width: Int
  /// Every scalar is one column.
  let isSimple: Bool
  private var lines: [TerminalText] = []
  private var line = ""
  private var used = 0
  /// The bytes and columns of the line before its last words, where those belong to what follows them.
  private var knot: (bytes: Int, used: Int)?

  init(width: Int, isSimple: Bool) {
    self.width = width
    self.isSimple = isSimple
  }

  /// The lines, with the one begun.
  var finished: [TerminalText] {
    used > 0 || lines.isEmpty ? lines + [made(line, used)] : lines
  }

  mutating func take(_ word: Word) {
    let length = isSimple ? word.count : Clusters(String(word)).reduce(0) { $0 + $1.width }
    if used > 0, used + 1 + length > width {
      // What belongs together goes to the next line together, where there is a line before it and room on the next.
      if let knot, knot.used > 0, used - knot.used + length <= width {
        let carried = String(Substring(line.utf8.dropFirst(knot.bytes + 1)))
        let columns = used - knot.used - 1
        line = String(Substring(line.utf8.prefix(knot.bytes)))
        used = knot.used
        finish()
        line = carried
        used = columns
      } else {
        finish()
      }
    }
    let before = (line.utf8.count, used)
    if used > 0 {
      line += " "
      used += 1
    }
    if used + length <= width {
      line.unicodeScalars.append(contentsOf: word)
      used += length
    } else {
      breakUp(word)
    }
    knot = Self.belongsToNext(word) ? knot ?? before : nil
  }

  /// A word that is longer than a line.
  private mutating func breakUp(_ word: Word) {
    for cluster in Clusters(String(word)) {
      if used > 0, used + cluster.width > width { finish() }
      if cluster.width > width {
        line += "…"
        used += 1
      } else {
        line.unicodeScalars.append(contentsOf: cluster.scalars)
        used += cluster.width
      }
    }
  }

  private mutating func finish() {
    lines.append(made(line, used))
    line = ""
    used = 0
    knot = nil
  }

  private func made(_ text: String, _ columns: Int) -> TerminalText {
    isSimple ? TerminalText(string: text, width: columns, isSimple: true) : TerminalText(safe: text)
  }

  /// The word that begins at a byte of a simple text: where it ends, its columns, and whether it stays with the next.
  static func word(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (end: Int, columns: Int, belongsToNext: Bool) {
    var (end, columns) = (start, 0)
    var isNumber = true
    while end < bytes.count, bytes[end] != UInt8(ascii: " ") {
      let byte = bytes[end]
      if byte & 0xC0 != 0x80 { columns += 1 }
      if byte < 0x30 || byte > 0x39 { isNumber = false }
      end += 1
    }
    let isPoint = columns == 1 && end - start == 2 && bytes[start] == 0xC2 && bytes[start + 1] == 0xB7
    if isNumber || isPoint { return (end, columns, true) }
    // Only what may be an initial is looked at as text.
    let isInitial =
      columns <= 3 && bytes[end - 1] == UInt8(ascii: ".")
      && belongsToNext(String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars[...])
    return (end, columns, isInitial)
  }

  /// A whole number, a point, or an initial with what may stand before it ("(A.").
  private static func belongsToNext(_ word: Word) -> Bool {
    guard let last = word.last else { return false }
    if last == "." {
      let rest = word.dropLast()
      return rest.last?.properties.isUppercase == true && rest.count <= 2
    }
    return word.count == 1 && last == "·" || word.allSatisfy { $0.value >= 0x30 && $0.value <= 0x39 }
  }
}
