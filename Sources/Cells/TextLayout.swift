/// Where text stands in a column that is wider than it.
public enum Alignment: Hashable, Sendable {
  /// At the left, spaces after it.
  case left
  /// At the right, spaces before it.
  case right
  /// In the middle, an odd space after it.
  case centre
}

extension TerminalText {
  /// The text cut to at most `width` columns, ending in `…` when something was cut. Never cuts a cluster in
  /// two, so the result may be a column narrower than asked.
  public func clip(to width: Int) -> TerminalText {
    if self.width <= width { return self }
    guard width > 0 else { return TerminalText() }
    if isSimple {
      let kept = String(string.unicodeScalars.prefix(width - 1)) + "…"
      return TerminalText(string: kept, width: width, isSimple: true)
    }
    var kept = ""
    var used = 0
    for cluster in Clusters(string) {
      if used + cluster.width > width - 1 { break }
      kept.unicodeScalars.append(contentsOf: cluster.scalars)
      used += cluster.width
    }
    return TerminalText(safe: kept + "…")
  }

  /// The last part of the text in at most `width` columns, beginning with `…` when something was cut: an input
  /// line whose end is being typed.
  public func clipStart(to width: Int) -> TerminalText {
    if self.width <= width { return self }
    guard width > 0 else { return TerminalText() }
    var kept: [Cluster] = []
    var used = 0
    for cluster in Array(Clusters(string)).reversed() {
      if used + cluster.width > width - 1 { break }
      kept.append(cluster)
      used += cluster.width
    }
    return TerminalText(safe: "…" + kept.reversed().map { String($0.scalars) }.joined())
  }

  /// The text in exactly `width` columns: clipped when longer, else filled with spaces.
  public func pad(to width: Int, alignment: Alignment = .left) -> TerminalText {
    let text = clip(to: width)
    let missing = width - text.width
    guard missing > 0 else { return text }
    let before: Int
    switch alignment {
    case .left: before = 0
    case .right: before = missing
    case .centre: before = missing / 2
    }
    let spaces = { (count: Int) in String(repeating: " ", count: count) }
    let padded = spaces(before) + text.string + spaces(missing - before)
    return isSimple
      ? TerminalText(string: padded, width: width, isSimple: true) : TerminalText(safe: padded)
  }

  /// The text on lines of at most `width` columns, broken at spaces; a word longer than a line is broken
  /// anywhere. Empty text is one empty line; a width below 1 gives no lines.
  public func wrap(to width: Int) -> [TerminalText] {
    guard width > 0 else { return [] }
    if isSimple { return wrapSimple(to: width) }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in string.split(separator: " ", omittingEmptySubsequences: true) {
      let text = String(word)
      let wordWidth = Clusters(text).reduce(0) { $0 + $1.width }
      if used > 0 && used + 1 + wordWidth <= width {
        line += " " + text
        used += 1 + wordWidth
        continue
      }
      if used > 0 {
        lines.append(line)
        line = ""
        used = 0
      }
      for cluster in Clusters(text) {
        if used > 0 && used + cluster.width > width {
          lines.append(line)
          line = ""
          used = 0
        }
        if cluster.width > width {
          line += "…"
          used += 1
        } else {
          line.unicodeScalars.append(contentsOf: cluster.scalars)
          used += cluster.width
        }
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines.map { TerminalText(safe: $0) }
  }

  /// The same where every scalar is one column.
  private func wrapSimple(to width: Int) -> [TerminalText] {
    if self.width <= width, !string.utf8.contains(UInt8(ascii: " ")) { return [self] }
    var lines: [TerminalText] = []
    var line = String.UnicodeScalarView()
    var used = 0
    func finish() {
      lines.append(TerminalText(string: String(line), width: used, isSimple: true))
      line = String.UnicodeScalarView()
      used = 0
    }
    for word in string.unicodeScalars.split(separator: " ") {
      let length = word.count
      if used > 0 {
        if used + 1 + length <= width {
          line.append(" ")
          line.append(contentsOf: word)
          used += 1 + length
          continue
        }
        finish()
      }
      for scalar in word {
        if used == width { finish() }
        line.append(scalar)
        used += 1
      }
    }
    if used > 0 || lines.isEmpty { finish() }
    return lines
  }
}
