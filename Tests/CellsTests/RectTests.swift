import Cells
import Testing

/// Cutting a window into parts.
@Suite struct RectTests {
  @Test func cutsNeverGoBelowZero() {
    let rect = Rect(row: 2, column: 3, width: 4, height: 1)
    #expect(rect.splitTop(5).part == rect)
    #expect(rect.splitTop(5).rest.isEmpty)
    #expect(rect.splitLeft(-2).part.isEmpty)
    #expect(rect.splitLeft(-2).rest == rect)
    #expect(rect.inset().isEmpty)
    #expect(Rect(row: 0, column: 0, width: -4, height: -1) == Rect(row: 0, column: 0, width: 0, height: 0))
  }

  @Test func cutsLieBesideEachOther() {
    let rect = Rect(row: 1, column: 1, width: 10, height: 8)
    #expect(rect.splitTop(3).part == Rect(row: 1, column: 1, width: 10, height: 3))
    #expect(rect.splitTop(3).rest == Rect(row: 4, column: 1, width: 10, height: 5))
    #expect(rect.splitBottom(3).part == Rect(row: 6, column: 1, width: 10, height: 3))
    #expect(rect.splitRight(4).part == Rect(row: 1, column: 7, width: 4, height: 8))
    #expect(rect.splitRight(4).rest == Rect(row: 1, column: 1, width: 6, height: 8))
    #expect(rect.inset() == Rect(row: 2, column: 2, width: 8, height: 6))
  }

  @Test(arguments: 0...150) func weightedColumnsFillTheWidth(width: Int) {
    let parts = Rect(row: 0, column: 5, width: width, height: 2).columns(weights: [46, 34, 34, 26])
    #expect(parts.reduce(0) { $0 + $1.width } == width)
    for (left, right) in zip(parts, parts.dropFirst()) { #expect(left.endColumn == right.column) }
    let none = Rect(row: 0, column: 0, width: width, height: 2).columns(weights: [0, 0])
    #expect(none.map(\.width) == [0, width])
  }
}
