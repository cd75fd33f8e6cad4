import CTerminalGuard
import Cells

/// Cells that follow one another in one style, as ncurses takes them.
struct Run {
  let column: Int
  let role: Role
  let attributes: Attributes
  var text: [Int32] = []
}

/// Turns a row of a frame into runs whose columns, counted as the C library counts them, are those of the
/// frame. Where the two disagree the frame wins: a cluster is reduced to what the terminal can place (the first
/// of a joined family), filled with spaces, or shown as `?`.
struct RowEncoder {
  /// False where the locale's codeset is not UTF-8: every cluster is shown by its ASCII twin.
  let unicode: Bool

  /// The runs of a row's changed columns within the `columns` that the window has; a wide cluster that would pass the edge is a blank.
  func runs(of frame: Frame, row: Int, changed: Range<Int>, columns: Int) -> [Run] {
    var runs: [Run] = []
    var run: Run?
    frame.forEachCluster(inRow: row, columns: changed) { column, width, role, attributes, scalar, cluster in
      guard column < columns else { return }
      if run?.role != role || run?.attributes != attributes {
        if let finished = run { runs.append(finished) }
        run = Run(column: column, role: role, attributes: attributes)
        run?.text.reserveCapacity(min(columns, changed.upperBound) - column)
      }
      if column + width > columns {
        run?.text.append(0x20)
      } else {
        append(scalar, cluster: cluster, width: width, to: &run)
      }
    }
    if let run { runs.append(run) }
    return runs
  }

  private func append(_ scalar: Unicode.Scalar, cluster: String?, width: Int, to run: inout Run?) {
    if scalar.value < 0x7F && cluster == nil {
      run?.text.append(Int32(scalar.value))
      return
    }
    guard unicode else {
      run?.text.append(Int32((width == 1 ? ASCIITwin.of(scalar) : "?").value))
      for _ in 1..<max(1, width) { run?.text.append(0x3F) }
      return
    }
    var used = cluster == nil && RowEncoder.isEveryday(scalar) ? 1 : Int(caseload_column_width(scalar.value))
    if used < 1 || used > width {
      run?.text.append(0x3F)
      used = 1
    } else {
      run?.text.append(Int32(scalar.value))
      for part in tail(of: cluster, room: width - used) {
        run?.text.append(Int32(part.value))
        used += max(0, Int(caseload_column_width(part.value)))
      }
    }
    for _ in used..<max(used, width) { run?.text.append(0x20) }
  }

  /// European letters, borders and bars: one column in every C library, so it is not asked.
  private static func isEveryday(_ scalar: Unicode.Scalar) -> Bool {
    (0xC0..<0x250).contains(scalar.value) || (0x2500..<0x25A0).contains(scalar.value)
  }

  /// What can be put on the first scalar of a cluster: marks, and the second half of a flag. Variation selectors
  /// are left out, because terminals disagree on the width that they ask for; ncurses keeps four marks a cell.
  private func tail(of cluster: String?, room: Int) -> [Unicode.Scalar] {
    guard let cluster else { return [] }
    var room = room
    var kept: [Unicode.Scalar] = []
    for scalar in cluster.unicodeScalars.dropFirst() {
      if (0xFE00...0xFE0F).contains(scalar.value) { continue }
      let width = Int(caseload_column_width(scalar.value))
      if width < 0 || width > room || kept.count == 4 { break }
      kept.append(scalar)
      room -= width
    }
    // A joiner at the end would join the next cell.
    while kept.last?.value == 0x200D { kept.removeLast() }
    return kept
  }
}
