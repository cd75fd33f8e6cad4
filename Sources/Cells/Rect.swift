/// A place in a frame, rows and columns counted from 0.
public struct Position: Hashable, Sendable {
  /// Row, 0 at the top.
  public var row: Int
  /// Column, 0 at the left.
  public var column: Int
  /// The place at a row and a column.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A part of a frame. Sizes are never negative; cutting more off than there is leaves an empty rectangle, so
/// layouts need no checks for small windows.
public struct Rect: Hashable, Sendable {
  /// First row.
  public let row: Int
  /// First column.
  public let column: Int
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int

  /// A rectangle; negative sizes count as 0.
  public init(row: Int, column: Int, width: Int, height: Int) {
    self.row = row
    self.column = column
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// True when it holds no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }
  /// The row after the last.
  public var endRow: Int { row &+ height }
  /// The column after the last.
  public var endColumn: Int { column &+ width }

  /// True when the place is inside.
  public func contains(_ position: Position) -> Bool {
    position.row >= row && position.row < endRow && position.column >= column && position.column < endColumn
  }

  /// Without a border of `margin` cells on each side: what is inside a box.
  public func inset(by margin: Int = 1) -> Rect { inset(rows: margin, columns: margin) }

  /// Without `rows` above and below and `columns` left and right.
  public func inset(rows: Int, columns: Int) -> Rect {
    splitTop(rows).rest.splitBottom(rows).rest.splitLeft(columns).rest.splitRight(columns).rest
  }

  /// Cuts `count` rows off the top.
  public func splitTop(_ count: Int) -> (part: Rect, rest: Rect) {
    let cut = min(max(0, count), height)
    return (
      Rect(row: row, column: column, width: width, height: cut),
      Rect(row: row &+ cut, column: column, width: width, height: height - cut)
    )
  }

  /// Cuts `count` rows off the bottom.
  public func splitBottom(_ count: Int) -> (part: Rect, rest: Rect) {
    let (rest, part) = splitTop(height - min(max(0, count), height))
    return (part, rest)
  }

  /// Cuts `count` columns off the left.
  public func splitLeft(_ count: Int) -> (part: Rect, rest: Rect) {
    let cut = min(max(0, count), width)
    return (
      Rect(row: row, column: column, width: cut, height: height),
      Rect(row: row, column: column &+ cut, width: width - cut, height: height)
    )
  }

  /// Cuts `count` columns off the right.
  public func splitRight(_ count: Int) -> (part: Rect, rest: Rect) {
    let (rest, part) = splitLeft(width - min(max(0, count), width))
    return (part, rest)
  }

  /// Side by side, widths in proportion to the weights (negative ones count as 0). The widths add up to the
  /// whole; without any weight above 0 the last takes all.
  public func columns(weights: [Int]) -> [Rect] {
    let total = weights.reduce(0) { $0 + max(0, $1) }
    var parts: [Rect] = []
    var weightSoFar = 0
    var start = 0
    for (index, weight) in weights.enumerated() {
      weightSoFar += max(0, weight)
      let last = index == weights.count - 1
      let end = last ? width : (total == 0 ? 0 : width * weightSoFar / total)
      parts.append(Rect(row: row, column: column &+ start, width: end - start, height: height))
      start = end
    }
    return parts
  }
}
