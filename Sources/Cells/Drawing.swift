extension Frame {
  /// Writes text from a place to the right. Text wider than `maxWidth` is clipped with `…`; what passes the
  /// frame's edge is cut. Starting left of the frame shows the part that is inside.
  /// - Returns: the columns used, whether visible or not, so that the next text can follow.
  @discardableResult
  public mutating func put(
    _ text: TerminalText, row: Int, column: Int, role: Role = .normal, attributes: Attributes = [],
    maxWidth: Int = .max
  ) -> Int {
    let text = text.width > maxWidth ? text.clip(to: maxWidth) : text
    guard row >= 0, row < height, column < width, column > -Frame.sideLimit else { return text.width }
    var style = Slot(code: 0x20, role: role.rawValue, attributes: attributes.rawValue, width: 1)
    var position = column
    if text.isSimple {
      putSimple(text, style: style, row: row, column: column)
      return text.width
    }
    for cluster in Clusters(text.string) where cluster.width > 0 {
      if position >= width { break }
      // Half a wide character at an edge is a blank.
      let fits = position >= 0 && position + cluster.width <= width
      style.code = fits ? code(for: cluster) : 0x20
      style.width = fits ? UInt8(cluster.width) : 1
      for offset in 0..<(fits ? 1 : cluster.width) where position + offset >= 0 && position + offset < width {
        set(style, row: row, column: position + offset)
      }
      position += cluster.width
    }
    return text.width
  }

  /// Writes text on a line of a rectangle (line 0 is its first), clipped to it and aligned in it.
  @discardableResult
  public mutating func put(
    _ text: TerminalText, in rect: Rect, line: Int = 0, role: Role = .normal, attributes: Attributes = [],
    alignment: Alignment = .left
  ) -> Int {
    guard line >= 0, line < rect.height else { return 0 }
    let missing = max(0, rect.width - text.width)
    let shift = alignment == .left ? 0 : alignment == .right ? missing : missing / 2
    return put(
      text, row: rect.row &+ line, column: rect.column &+ shift, role: role, attributes: attributes,
      maxWidth: rect.width)
  }

  /// Fills a rectangle with spaces of a role.
  public mutating func fill(_ rect: Rect, role: Role = .normal, attributes: Attributes = []) {
    let slot = Slot(code: 0x20, role: role.rawValue, attributes: attributes.rawValue, width: 1)
    fill(rect, with: slot)
  }

  /// Gives what stands in a rectangle another role, such as the row under the cursor.
  public mutating func restyle(_ rect: Rect, role: Role, attributes: Attributes = []) {
    for row in rows(of: rect) {
      for column in columns(of: rect) {
        slots[row * width + column].role = role.rawValue
        slots[row * width + column].attributes = attributes.rawValue
      }
    }
  }

  /// Draws a border just inside a rectangle, with a title in its upper side at the left and a note at the
  /// right, each clipped; nothing when the rectangle is smaller than 2 x 2.
  public mutating func box(
    _ rect: Rect, title: TerminalText = "", note: TerminalText = "", role: Role = .border
  ) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.endColumn &- 1
    let bottom = rect.endRow &- 1
    let draw = { (frame: inout Frame, scalar: Unicode.Scalar, part: Rect) in
      frame.fill(part, with: Slot(code: scalar.value, role: role.rawValue, attributes: 0, width: 1))
    }
    let inner = rect.inset()
    for row in [rect.row, bottom] {
      draw(&self, "─", Rect(row: row, column: inner.column, width: inner.width, height: 1))
    }
    for column in [rect.column, right] {
      draw(&self, "│", Rect(row: inner.row, column: column, width: 1, height: inner.height))
    }
    draw(&self, "┌", Rect(row: rect.row, column: rect.column, width: 1, height: 1))
    draw(&self, "┐", Rect(row: rect.row, column: right, width: 1, height: 1))
    draw(&self, "└", Rect(row: bottom, column: rect.column, width: 1, height: 1))
    draw(&self, "┘", Rect(row: bottom, column: right, width: 1, height: 1))
    // ┌─ title ─────── note ─┐
    let room = rect.width - 6
    guard room >= 1 else { return }
    let head = title.clip(to: room)
    if !head.isEmpty { put(" \(head) ", row: rect.row, column: rect.column &+ 2, role: role) }
    let left = room - (head.isEmpty ? 0 : head.width + 3)
    if !note.isEmpty, left >= note.width {
      put(" \(note) ", row: rect.row, column: right &- note.width &- 3, role: role)
    }
  }

  private func rows(of rect: Rect) -> Range<Int> {
    max(0, rect.row)..<max(0, rect.row, min(height, rect.endRow))
  }

  private func columns(of rect: Rect) -> Range<Int> {
    max(0, rect.column)..<max(0, rect.column, min(width, rect.endColumn))
  }

  private mutating func fill(_ rect: Rect, with slot: Slot) {
    let columns = columns(of: rect)
    guard let first = columns.first, let last = columns.last else { return }
    for row in rows(of: rect) {
      healEdges(row: row, first: first, last: last)
      for column in columns { slots[row * width + column] = slot }
    }
  }

  /// Writes text of which every scalar is one cell.
  private mutating func putSimple(_ text: TerminalText, style: Slot, row: Int, column: Int) {
    let first = max(0, column)
    let last = min(width, column + text.width) - 1
    guard first <= last else { return }
    healEdges(row: row, first: first, last: last)
    var style = style
    var index = row * width + first
    let end = row * width + last
    slots.withUnsafeMutableBufferPointer { slots in
      for scalar in text.string.unicodeScalars.dropFirst(first - column) {
        if index > end { break }
        style.code = scalar.value
        slots[index] = style
        index += 1
      }
    }
  }

  /// Blanks what would remain of a wide character when the columns `first...last` of a row are overwritten.
  private mutating func healEdges(row: Int, first: Int, last: Int) {
    let start = row * width
    if slots[start + first].width == 0, first > 0 {
      slots[start + first - 1].code = 0x20
      slots[start + first - 1].width = 1
    }
    if last + 1 < width, slots[start + last + 1].width == 0 {
      slots[start + last + 1].code = 0x20
      slots[start + last + 1].width = 1
    }
  }

  private mutating func code(for cluster: Cluster) -> UInt32 {
    if let first = cluster.scalars.first, cluster.scalars.dropFirst().isEmpty { return first.value }
    let text = String(cluster.scalars)
    // Few such clusters stand in a frame; the last is often the one before.
    let index = table.lastIndex(of: text) ?? table.count
    if index == table.count { table.append(text) }
    return Slot.tableBit | UInt32(truncatingIfNeeded: index)
  }

  /// Sets one cell (and the second column of a wide one), blanking what a half-overwritten one leaves.
  private mutating func set(_ slot: Slot, row: Int, column: Int) {
    healEdges(row: row, first: column, last: column + Int(slot.width) - 1)
    let index = row * width + column
    slots[index] = slot
    if slot.width == 2 {
      var second = slot
      second.code = 0x20
      second.width = 0
      slots[index + 1] = second
    }
  }
}
