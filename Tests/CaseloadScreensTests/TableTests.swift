import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// The full-screen table of a field, and of two fields crossed.
@Suite struct TableTests {
  /// A table of a field, opened on the screen as a coach does: from the characteristics.
  private static func opened(_ field: FieldID, width: Int = 140, height: Int = 40) -> Player {
    var player = Player(People.state(width: width, height: height))
    player.press("gg2")
    for _ in 0..<400 where player.state.barPlace != BarPlace(field: field, code: nil) { player.press("j") }
    player.press("F")
    return player
  }

  /// Crosses the table with a field by walking down the menu.
  private static func cross(_ player: inout Player, with field: FieldID) {
    player.press("x")
    for _ in 0..<200 {
      guard case .tableField(let menu) = player.state.mode,
        player.state.fields(of: menu)[menu.index] != field
      else { break }
      player.press("j")
    }
    player.press("<Enter>")
  }

  private static func content(_ player: Player) throws -> TableContent {
    TableContent(player.state, try #require(player.state.tableView))
  }

  @Test func itCountsTheFieldThatHasTheFocus() throws {
    var player = Player()
    player.press("F")
    #expect(player.state.tableView?.rows.field == "seen")
    player.press("<Esc>2jjF")
    let view = try #require(player.state.tableView)
    #expect(view.rows.field == "age" && view.row == "27..34")
    player.press("<Esc>3jjjF")
    #expect(player.state.tableView?.rows.field == MonitoringPane.field(player.state))
    player.press("<Esc>1sj<Enter>F")
    #expect(player.state.tableView?.rows.field == "age")
  }

  @Test func rowsAddUpToTheClientsAndTheTotalsSayThem() throws {
    let player = Self.opened("education")
    let content = try Self.content(player)
    #expect(content.rows.reduce(0) { $0 + $1.inList } == 21)
    #expect(player.text.contains("all clients"))
    #expect(!player.text.contains("more than one row"))
  }

  @Test func whereAClientHasSeveralValuesItSaysSo() {
    let player = Self.opened("licence")
    #expect(player.text.contains("One client can stand in more than one row; totals are of clients."))
  }

  @Test func enterNarrowsTheListToTheRow() throws {
    var player = Self.opened("education")
    player.press("jj")
    let row = try #require(try Self.content(player).row)
    player.press("<Enter>")
    #expect(player.state.mode == .browse && player.state.focus == .list)
    #expect(player.state.filterText == row.filter.printed())
    #expect(player.state.shownCount == row.inList && row.inList > 0)
  }

  @Test func enterOnAMonthNarrowsByARangeOfDays() throws {
    var player = Player()
    player.press("Fjj<Enter>")
    #expect(player.state.filterText == "seen:2026-09")
    #expect(player.names == ["Haddad"])
  }

  @Test func spaceMarksWithWhatMarkedThemAndTakesThemAway() throws {
    var player = Self.opened("gender")
    player.press("<Space>")
    #expect(player.state.marks.count == 9)
    #expect(player.state.marks.values.allSatisfy { $0 == .bar("gender", code: "woman") })
    player.press("<Space>")
    #expect(player.state.marks.isEmpty)
  }

  @Test func aCellIsBothItsRowAndItsColumn() throws {
    var player = Self.opened("gender")
    Self.cross(&player, with: "age")
    player.press("ll")
    let content = try Self.content(player)
    #expect(content.row?.code == "woman" && content.column?.code == "35..49")
    let counts = content.counts
    #expect(counts.inList > 0)
    player.press("<Space>")
    #expect(player.state.marks.count == counts.inList)
    let origin = MarkOrigin.cell(
      row: BarPlace(field: "gender", code: "woman"), column: BarPlace(field: "age", code: "35..49"))
    #expect(player.state.marks.values.allSatisfy { $0 == origin })
    player.press("<Enter>")
    #expect(player.state.shownCount == counts.inList)
    #expect(player.state.filterText == "gender:woman age:35..49 -partial:age")
  }

  @Test func theTotalsOfACrossedTableActLikeBars() throws {
    var player = Self.opened("gender")
    Self.cross(&player, with: "age")
    player.press("h")
    #expect(try Self.content(player).filter == Self.content(player).row?.filter)
    player.press("k")
    #expect(try Self.content(player).filter == nil)
    player.press("<Enter>")
    #expect(player.frame.line(39).contains("This is the whole list"))
    player.press("l<Enter>")
    #expect(player.state.filterText == "age<=26")
  }

  @Test func rowAndColumnTotalsAreOfClientsNotOfCells() throws {
    var player = Self.opened("licence")
    Self.cross(&player, with: "gender")
    let content = try Self.content(player)
    for (index, row) in content.rows.enumerated() {
      #expect(content.inList[index].reduce(0, +) == row.inList, "\(row.code)")
    }
    // Who has CE is in five rows and once in the column's total.
    let men = try #require(content.columns.firstIndex { $0.code == "man" })
    #expect(content.inList.reduce(0) { $0 + $1[men] } > content.columns[men].inList)
    #expect(player.text.contains("One client can stand in more than one cell"))
  }

  @Test func escapeGoesBackOneLevelAtATime() {
    var player = Self.opened("gender")
    Self.cross(&player, with: "age")
    player.press("x<Esc>")
    #expect(player.state.tableView?.columns?.field == "age")
    player.press("<Esc>")
    #expect(player.state.tableView?.columns == nil && player.state.tableView?.rows.field == "gender")
    player.press("<Esc>")
    #expect(player.state.mode == .browse && player.state.focus == .characteristics)
  }

  @Test func theCursorStaysOnItsRowWhenTheOrderTurns() throws {
    var player = Self.opened("education")
    player.press("jj")
    let code = try Self.content(player).row?.code
    player.press("s")
    let content = try Self.content(player)
    #expect(content.row?.code == code)
    let counts = content.rows.filter { !$0.isState }.map(\.inList)
    #expect(counts == counts.sorted(by: >))
    // What is not known stays behind the values, however many it is.
    #expect(content.rows.last?.isState == true)
  }

  @Test func anotherWorklistIsCountedInTheSameTable() throws {
    var player = Self.opened("gender")
    player.press("]")
    let content = try Self.content(player)
    #expect(content.rowFacet.ofList == player.state.shownCount && player.state.shownCount < 21)
    #expect(player.text.contains("list \(player.state.shownCount) of caseload 21"))
  }

  @Test func daysAreCountedByWeekMonthAndYear() throws {
    var player = Player()
    player.press("F")
    #expect(player.text.contains("Nov 2026") && player.text.contains("never"))
    #expect(player.text.contains("unconfirmed") && player.text.contains("not known"))
    player.press("d")
    #expect(player.text.contains("2026"))
    #expect(try Self.content(player).rows.first?.filter.printed() == "seen:2026")
    player.press("d")
    #expect(try Self.content(player).rows.first?.filter.printed() == "seen:2026-11-16..2026-11-22")
    var other = Self.opened("gender")
    other.press("d")
    #expect(other.frame.line(39).contains("No days are counted here."))
  }

  @Test func everyCellIsReachedAndInSightInASmallWindow() throws {
    for (width, height) in [(80, 24), (40, 10), (100, 30)] {
      var player = Self.opened("education", width: width, height: height)
      Self.cross(&player, with: "licence")
      let content = try Self.content(player)
      #expect(content.columns.count > 8)
      var columns: Set<String> = []
      for _ in 0..<content.columns.count + 2 {
        let frame = player.frame
        let cursor = try #require(frame.cursor)
        #expect(frame[cursor.row, cursor.column].role == .selected, "\(width)x\(height)")
        // The count under the cursor is whole.
        let now = try Self.content(player)
        let shown = now.counts.inList == 0 ? "·" : String(now.counts.inList)
        #expect(frame.line(cursor.row).contains(shown))
        columns.insert(now.column?.code ?? "total")
        player.press("l")
      }
      #expect(columns.count == content.columns.count)
      player.press("<Home><End>")
      #expect(try Self.content(player).rowIndex == content.rows.count - 1)
    }
  }

  @Test func theLegendSaysWhatTheNumberIsOf() {
    var player = Self.opened("gender")
    player.press("j")
    let text = LegendText(player.state).lines.map(\.text.string).joined(separator: " ")
    #expect(text.contains("Gender: man 11 of the list's 21 (52%), 11 of the caseload's 21 (52%)."))
    Self.cross(&player, with: "age")
    let cell = LegendText(player.state).lines.map(\.text.string).joined(separator: " ")
    #expect(cell.contains("man × < 27"))
  }

  @Test func aFieldThatDiffersForEverybodyIsNotCounted() {
    var player = Player(People.state(session: Session(sortField: "number")))
    player.press("F")
    #expect(player.state.mode == .browse)
    #expect(player.frame.line(39).contains("nothing to count"))
    #expect(!player.state.tableFields.contains("coach"))
  }

  @Test func anEmptyCaseloadHasAnEmptyTable() {
    var player = Player(
      ScreenState(
        population: Population(), context: People.context, scope: CaseloadOwner(),
        size: .init(width: 80, height: 24)))
    player.press("F<Enter><Space>jx<Enter>")
    #expect(player.text.contains("There is nothing to count."))
  }
}
