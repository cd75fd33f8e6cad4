extension Frame {
  /// From the first to the last column in which a row shows something else than in another frame of the same
  /// size, whole clusters in both; nil when nothing differs. Frames of different widths differ everywhere.
  public func changedColumns(inRow row: Int, from other: Frame) -> Range<Int>? {
    guard row >= 0, row < height else { return nil }
    guard width == other.width, row < other.height else { return width == 0 ? nil : 0..<width }
    let start = row * width
    return slots.withUnsafeBufferPointer { mine in
      other.slots.withUnsafeBufferPointer { theirs in
        var first = start
        var last = start + width - 1
        while first <= last, looksSame(mine[first], theirs[first], other) { first += 1 }
        guard first <= last else { return nil }
        while looksSame(mine[last], theirs[last], other) { last -= 1 }
        while first > start, mine[first].width == 0 || theirs[first].width == 0 { first -= 1 }
        let end = start + width - 1
        while last < end, mine[last + 1].width == 0 || theirs[last + 1].width == 0 { last += 1 }
        return (first - start)..<(last + 1 - start)
      }
    }
  }

  /// Clusters of several scalars stand in tables, which may be in another order.
  private func looksSame(_ left: Slot, _ right: Slot, _ other: Frame) -> Bool {
    guard left.isInTable && right.isInTable else { return left == right }
    return left.role == right.role && left.attributes == right.attributes && left.width == right.width
      && text(of: left).unicodeScalars.elementsEqual(other.text(of: right).unicodeScalars)
  }

  /// Hands over a row's clusters from left to right, for the terminal: column, columns, style, the scalar, and
  /// the whole cluster when it has several scalars.
  public func forEachCluster(
    inRow row: Int, columns: Range<Int>,
    _ body: (
      _ column: Int, _ width: Int, _ role: Role, _ attributes: Attributes, _ scalar: Unicode.Scalar,
      _ cluster: String?
    ) -> Void
  ) {
    guard row >= 0, row < height else { return }
    for column in columns.clamped(to: 0..<width) {
      let slot = slots[row * width + column]
      guard slot.width > 0 else { continue }
      let cluster = slot.isInTable ? text(of: slot) : nil
      let scalar = cluster?.unicodeScalars.first ?? Unicode.Scalar(slot.code) ?? " "
      body(
        column, Int(slot.width), Role(rawValue: slot.role) ?? .normal,
        Attributes(rawValue: slot.attributes), scalar, cluster)
    }
  }
}
