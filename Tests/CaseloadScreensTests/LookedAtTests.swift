import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// While the client looks along no other client's name is on the screen.
@Suite struct LookedAtTests {
  private func alone(_ keys: String = "fbakker<Enter>o") -> Player {
    var player = Player()
    player.press(keys)
    return player
  }

  @Test func otherClientsListsAreNotOpened() {
    for key in ["A", "H"] {
      var player = alone()
      let before = player.state.mode
      player.press(key)
      #expect(player.state.mode == before, "\(key)")
    }
  }

  @Test func theSearchNamesNobodyBeforeOneTypes() {
    var player = Player()
    player.press("fnowak<Enter><Esc>fbakker<Enter>oc<C-t>")
    #expect(!player.text.contains("Nowak") && !player.text.contains("Opened last"))
    player.press("<Up>")
    #expect(!player.text.contains("Nowak") && !player.text.contains("bakker"))
  }

  @Test func whatNarrowsTheKeysIsSeen() {
    var player = alone()
    player.press("c")
    player.send(.key(.function(1)))
    player.press("erase")
    #expect(player.frame.line(1).contains("erase"))
  }

  @Test func newsOfOthersNameNobody() throws {
    var room = Room.sweeping()
    let others = try #require(room.sweep?.entries.dropFirst(2).map(\.client))
    room.press("<Enter>o")
    let today = room.player.state.context.today
    let gone = try others.prefix(2).map { number -> ClientFacts in
      let person = try #require(People.all.first { $0.number == number.number })
      var facts = People.facts(person)
      facts.values["cv"] = .recorded(.days(today...today), source: .coach, day: today)
      return facts
    }
    room.player.send(.changed(gone, removed: []))
    for number in others.prefix(2) { #expect(!room.text.contains(room.player.state.name(of: number))) }
    #expect(room.text.contains("2 clients are no longer on the list"))
  }

  @Test func alateAnswerNamesNobodyElse() throws {
    var room = Room.sweeping()
    let first = try #require(room.sweep?.current)
    room.isSlow = true
    room.press("m<Enter>o")
    room.answer()
    #expect(room.text.contains("Saved: ") && !room.text.contains(room.player.state.name(of: first)))
  }
}
