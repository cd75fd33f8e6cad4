import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// The cursor is a client, not a row.
@Suite struct CursorTests {
  @Test func staysOnItsClientThroughSortAndReverse() {
    var player = Player()
    player.press("jjjjj")
    let client = player.cursor
    let names = player.names
    player.press("r")
    #expect(player.cursor == client)
    #expect(player.names != names)
    player.press("sj<Enter>")
    #expect(player.cursor == client)
  }

  @Test func staysThroughAFilterThatKeepsHer() {
    var player = Player()
    player.press("fnowak<Tab>")
    #expect(player.cursor == 5)
    player.press("/seen>3m<Enter>")
    #expect(player.cursor == 5)
    player.press("<Esc>")
    #expect(player.cursor == 5)
  }

  @Test func goesToTheNearestAndComesBackWhenTypingIsUndone() {
    var player = Player()
    player.press("fgroot<Tab>")
    #expect(player.cursor == 21)
    player.press("/gender:man")
    #expect(player.cursor == 12, "Janssen is the next man after De Groot")
    player.press("<Esc>")
    #expect(player.cursor == 21)
  }

  @Test func afterEnterTheNeighbourIsTheOne() {
    var player = Player()
    player.press("fgroot<Tab>/gender:man<Enter><Esc>")
    #expect(player.cursor == 12)
  }

  @Test func staysWhenOthersLeaveOrArrive() {
    var player = Player()
    player.press("fnowak<Tab>")
    player.send(.changed([], removed: [ClientNumber(1), ClientNumber(2)]))
    #expect(player.cursor == 5)
    #expect(!player.names.contains("Bakker"))
    player.send(
      .changed(
        [
          People.facts(
            .init(
              number: 40, name: PersonName(family: "Aa"), born: "1990-01-01", gender: "man",
              seen: "2026-11-20"))
        ], removed: []))
    #expect(player.cursor == 5)
    #expect(player.names.contains("Aa"))
  }

  @Test func goesToWhoStoodAfterHerWhenSheIsGone() {
    var player = Player()
    player.press("fnowak<Tab>")
    let names = player.names
    player.send(.changed([], removed: [ClientNumber(5)]))
    let after = names.firstIndex(of: "Nowak").map { names[$0 + 1] }
    #expect(player.state.cursorRow.map { player.state.population.name(at: $0).family } == after)
  }

  @Test func anEmptyListHasNoCursorAndNoKeyCrashes() {
    var player = Player()
    player.press("/licence:T<Enter>")
    #expect(player.cursor == nil)
    player.press("jk<Home><End><PageDown><PageUp><Enter><Space>M234<Tab>,.z")
    #expect(player.cursor == nil)
  }

  @Test func pagesAndEndsStopAtTheEnds() {
    var player = Player(People.state(width: 80, height: 24))
    player.press("<End>")
    #expect(player.names.last == player.state.cursorRow.map { player.state.population.name(at: $0).family })
    let last = player.cursor
    player.press("jj<PageDown>")
    #expect(player.cursor == last)
    player.press("<PageUp><PageUp><PageUp>")
    #expect(player.cursor == 9)
    player.press("<Home>kk")
    #expect(player.cursor == 9)
  }

  @Test func theWindowHoldsTheCursorAndIsFull() {
    var dice = Dice(seed: 7)
    var player = Player(People.state(width: 80, height: 14))
    for _ in 0..<300 {
      player.press(
        ["j", "k", "<PageDown>", "<PageUp>", "<Home>", "<End>", "r"].randomElement(using: &dice) ?? "j")
      let rows = player.state.layout.listRows
      let window = player.state.window(rows: rows)
      #expect(window.count == min(rows, player.state.shownCount))
      #expect(player.state.cursorRow.map { window.contains($0) } == true)
    }
  }

  /// Left in the middle of a filter, one comes back to the whole list: those above the cursor's client are in sight.
  @Test func aFilterThatWasStillTypedLeavesNobodyAboveTheWindow() {
    var player = Player()
    player.press("/missing:cv age>40")
    #expect(player.state.session.line == nil)
    player.press("<Enter>")
    #expect(player.state.session.line != nil)
  }
}
