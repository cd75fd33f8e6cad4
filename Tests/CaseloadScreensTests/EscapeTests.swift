import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Esc steps back one level and loses no text.
@Suite struct EscapeTests {
  @Test func oneLevelAtATime() {
    var player = Player()
    player.press("/gender:woman<Enter>3z")
    #expect(player.state.isZoomed)
    player.press("<Esc>")
    #expect(!player.state.isZoomed && player.state.focus == .monitoring)
    player.press("<Esc>")
    #expect(player.state.focus == .list && player.state.filterText == "gender:woman")
    player.press("<Esc>")
    #expect(player.state.filterText == "")
    player.press("<Esc>")
    #expect(player.state.message != nil, "on the first level it says how to leave")
    #expect(!player.effects.contains(.quit))
  }

  @Test(arguments: ["w", "s", "?", "<Enter>", "f", "/"]) func leavesEveryMode(_ key: String) {
    var player = Player()
    player.press("jj")
    let before = player.state.cursor
    player.press(key)
    #expect(player.state.mode != .browse)
    player.press("<Esc>")
    #expect(player.state.mode == .browse)
    #expect(player.state.cursor == before)
  }

  @Test func anAbandonedTextComesBack() {
    var player = Player()
    player.press("/gender:woman hours>")
    player.press("<Esc>")
    #expect(player.state.filterText == "")
    #expect(player.state.filterCounts.yes == 21)
    player.press("/<Up>")
    guard case .filter(let entry) = player.state.mode else {
      Issue.record("not typing")
      return
    }
    #expect(entry.field.text == "gender:woman hours>")
  }

  @Test func aClearedFilterComesBack() {
    var player = Player()
    player.press("/gender:woman<Enter><Esc>/<Up><Enter>")
    #expect(player.state.filterText == "gender:woman")
  }

  @Test func whatIsBeingTypedWaitsWhileOneLooksBack() {
    var player = Player()
    player.press("/gender:woman<Enter><Esc>/bak<Up><Up><Down>")
    guard case .filter(let entry) = player.state.mode else {
      Issue.record("not typing")
      return
    }
    #expect(entry.field.text == "bak")
  }

  @Test func quitSavesWhereSheIs() {
    var player = Player()
    player.press("/gender:woman<Enter>jjr21")
    player.press("q")
    #expect(player.effects.last == .quit)
    let session = player.state.session
    #expect(player.effects.contains(.saveSession(session)))
    let again = Player(People.state(session: session))
    #expect(again.state.cursor == player.state.cursor)
    #expect(again.state.filterText == "gender:woman")
    #expect(again.state.sort == player.state.sort)
    // Beside the list stands the pane that stood there.
    #expect(again.state.companion == .characteristics && again.state.focus == .list)
  }

  @Test func aSessionOfAnotherVersionDoesNoHarm() {
    let session = Session(
      filter: "nosuchfield:x", history: ["a"], sortField: "nosuchfield", client: ClientNumber(9_999))
    let player = Player(People.state(session: session))
    #expect(player.state.filterText == "")
    #expect(player.state.sort.field == "name")
    #expect(player.cursor == 9)
  }
}
