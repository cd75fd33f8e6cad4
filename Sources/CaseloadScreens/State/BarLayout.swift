import CaseloadCore
import Cells

/// How the fields of the characteristics pane stand in it: under each other, and where the pane is wide in
/// several columns. A field and its bars stay together.
struct BarLayout {
  /// Lines of a column.
  let height: Int
  /// Columns beside each other.
  let columns: Int

  /// The narrowest column that a name, a bar and its numbers read well in; the space between two.
  static let narrowest = 44
  static let gap = 3

  /// Where a field begins.
  struct Place: Equatable {
    var column: Int
    var line: Int
  }

  /// The layout inside a pane's border: one line is the head's.
  init(_ rect: Rect) {
    height = max(1, rect.height - 3)
    columns = max(1, (rect.width - 2 + Self.gap) / (Self.narrowest + Self.gap))
  }

  /// Where each field begins, by how many lines it takes, and whether all are whole in sight. Fields that there is
  /// no room for have no place; the last column may cut its last field.
  func places(_ counts: [Int]) -> (places: [Place], isWhole: Bool) {
    var places: [Place] = []
    var (column, line) = (0, 0)
    for count in counts {
      if line > 0, line + count > height, column < columns - 1 { (column, line) = (column + 1, 0) }
      if line >= height { return (places, false) }
      places.append(Place(column: column, line: line))
      line += count
    }
    return (places, line <= height)
  }

  /// The part of the body that a column fills.
  func rect(of column: Int, in body: Rect) -> Rect {
    let width = max(1, (body.width - (columns - 1) * Self.gap) / columns)
    let start = body.column + column * (width + Self.gap)
    return Rect(
      row: body.row, column: start, width: min(width, max(0, body.endColumn - start)), height: body.height)
  }
}
