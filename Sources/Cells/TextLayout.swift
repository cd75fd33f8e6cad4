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
}
