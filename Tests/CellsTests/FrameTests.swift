import Cells
import Testing

/// Drawing on a grid of cells.
@Suite struct FrameTests {
  @Test func textIsPutAndReadBack() {
    var frame = Frame(width: 12, height: 3)
    let used = frame.put("Çelik", row: 1, column: 2, role: .good, attributes: .bold)
    #expect(used == 5)
    #expect(frame.lines == ["", "  Çelik", ""])
    #expect(frame.text == "\n  Çelik")
    #expect(frame[1, 2] == Cell(text: "Ç", width: 1, role: .good, attributes: .bold))
    #expect(frame[1, 7].role == .normal)
  }

  @Test func longTextIsClippedAtItsWidthAndCutAtTheEdge() {
    var frame = Frame(width: 10, height: 2)
    #expect(frame.put("Bakker, Fatima", row: 0, column: 0, maxWidth: 8) == 8)
    frame.put("Bakker, Fatima", row: 1, column: 4)
    #expect(frame.lines == ["Bakker,…", "    Bakker"])
  }

  @Test func startingLeftOfTheFrameShowsTheRest() {
    var frame = Frame(width: 5, height: 2)
    frame.put("abcdef", row: 0, column: -2)
    frame.put("日本", row: 1, column: -1)
    #expect(frame.lines == ["cdef", " 本"])
  }

  @Test func halfAWideCharacterIsBlanked() {
    var frame = Frame(width: 6, height: 1)
    frame.put("日本語", row: 0, column: 0)
    frame.put("x", row: 0, column: 1)
    #expect(frame.line(0) == " x本語")
    frame.put("y", row: 0, column: 2)
    #expect(frame.line(0) == " xy 語")
    frame.put("日", row: 0, column: 3)
    #expect(frame.line(0) == " xy日")
    frame.put("日", row: 0, column: 5)
    #expect(frame.line(0) == " xy日")
    #expect(frame[0, 3].width == 2)
    #expect(frame[0, 4] == Cell(text: "", width: 0, role: .normal, attributes: []))
  }

  @Test func boxesHaveTitlesAndNotes() {
    var frame = Frame(width: 29, height: 4)
    frame.box(frame.bounds, title: "1 Caseload", note: "19 of 118", role: .focus)
    #expect(
      frame.lines == [
        "┌─ 1 Caseload ── 19 of 118 ─┐", "│                           │",
        "│                           │", "└───────────────────────────┘",
      ])
    var narrow = Frame(width: 8, height: 2)
    narrow.box(narrow.bounds, title: "Caseload", note: "19 of 118")
    #expect(narrow.lines == ["┌─ C… ─┐", "└──────┘"])
  }

  @Test func restylingKeepsTheText() {
    var frame = Frame(width: 4, height: 2)
    frame.put("日x", row: 0, column: 0)
    frame.restyle(Rect(row: 0, column: 0, width: 99, height: 1), role: .selected)
    #expect(frame.line(0) == "日x")
    #expect((0..<4).allSatisfy { frame[0, $0].role == .selected })
    #expect(frame[1, 0].role == .normal)
  }

  @Test func changesAreFoundInWholeClusters() {
    var one = Frame(width: 10, height: 2)
    one.put("a日本z", row: 0, column: 0)
    var two = one
    #expect(two.changedColumns(inRow: 0, from: one) == nil)
    two.put("語", row: 0, column: 3)
    #expect(two.changedColumns(inRow: 0, from: one) == 3..<5)
    two.put("x", row: 0, column: 2)
    #expect(two.changedColumns(inRow: 0, from: one) == 1..<5)
    two.restyle(Rect(row: 0, column: 7, width: 1, height: 1), role: .bar)
    #expect(two.changedColumns(inRow: 0, from: one) == 1..<8)
    #expect(two.changedColumns(inRow: 1, from: one) == nil)
    #expect(two.changedColumns(inRow: 1, from: Frame(width: 9, height: 2)) == 0..<10)
    #expect(two.changedColumns(inRow: -1, from: one) == nil)
  }

  @Test func equalityLooksAtWhatIsShown() {
    var one = Frame(width: 8, height: 1)
    var two = Frame(width: 8, height: 1)
    one.put("👍🏽", row: 0, column: 4)
    one.put("e\u{301}", row: 0, column: 0)
    two.put("e\u{301}", row: 0, column: 0)
    two.put("👍🏽", row: 0, column: 4)
    #expect(one == two)
    two.put("e\u{300}", row: 0, column: 0)
    #expect(one != two)
    var three = one
    three.cursor = Position(row: 0, column: 0)
    #expect(one != three)
  }
}
