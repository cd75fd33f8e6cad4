import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// The ways through a sweep and out of it.
@Suite struct SweepWayTests {
  @Test func aSweepThatIsGoneIsNoTrap() {
    var room = Room()
    room.press("/missing:cv age>50<Enter>Sq")
    // A look at somebody from another sweep, and back to it once it was thrown away.
    room.press("/missing:cv -eve<Enter>S<Up><Enter>")
    room.press("fbakker<Tab>S")
    while room.player.state.sweeps.count > 0 {
      guard case .sweeps(let index) = room.player.state.mode, index < 8 else { break }
      room.press("<End>xx")
    }
    #expect(room.player.state.sweeps.isEmpty)
    room.press("<Esc>b")
    room.press("q")
    #expect(room.player.state.sweep == nil)
    if case .sweep = room.player.state.mode { Issue.record("an empty box without a way out") }
    var state = People.state()
    state.mode = .sweep("gone")
    for key in [Key.escape, "q"] {
      var lost = Player(state)
      lost.send(.key(key))
      #expect(lost.state.mode == .browse)
    }
  }

  @Test func anyOtherKeyTakesTheQuestionBack() {
    var room = Room.sweeping()
    room.press("nqS<Down>x<Down>x")
    #expect(room.player.state.sweeps.count == 1)
    room.press("<Esc>S<Down>x")
    #expect(room.player.state.sweeps.count == 1)
    room.press("x")
    #expect(room.player.state.sweeps.isEmpty)
  }

  @Test func aHandOverIsOfTheClientWhoWasFound() throws {
    let offered = WaitingTransfer(
      Transfer(
        id: 4, client: ClientNumber(99), from: "B. Bos", to: "J. de Vries",
        proposed: People.day("2026-11-19"), note: ""), name: PersonName(family: "Vermeer", given: "Ina"))
    let state = ScreenState(
      population: People.population, context: People.context, scope: CaseloadOwner(coach: "J. de Vries"),
      size: .init(width: 140, height: 40), transfers: [offered])
    var player = Player(state)
    player.press("fnowak<Enter>An")
    #expect(player.state.form?.subject == .transfer(ClientNumber(5)))
  }

  @Test func whoIsGoneIsNotTheEndOfTheRound() throws {
    var room = Room.sweeping()
    let first = try #require(room.sweep?.current)
    room.press("xd<Enter><C-s>")
    room.press("<C-s>")
    try #require(room.sweep?.entry(of: first)?.outcome == .gone(.closed))
    let name = room.player.state.name(of: first)
    room.player.send(.changed([], removed: [first]))
    room.press("b")
    #expect(room.sweep?.current == first)
    #expect(!room.text.contains("This round is done"))
    #expect(room.text.contains("no longer here") && room.text.contains("gone"), "\(name)")
    room.press("m")
    #expect(room.asked == 1)
    room.press("n")
    #expect(room.sweep?.current != first)
  }

  @Test func onesOwnTagsAreNobodyElsesChange() throws {
    var state = People.state()
    let until = People.today.adding(days: 30)
    for number in [1, 2, 3] as [Int32] {
      state.notes[ClientNumber(number)] = PrivateNote(tags: ["call"], until: until)
    }
    state.take(notes: state.notes)
    var room = Room.sweeping("tag:call", state)
    let first = try #require(room.sweep?.current)
    try #require(room.sweep?.entries.count == 3)
    room.press("V<Tab><C-u>done<C-s>")
    #expect(room.player.state.notes[first]?.tags == ["done"])
    #expect(room.sweep?.entry(of: first)?.outcome == .repaired)
    room.player.send(.changed([], removed: []))
    #expect(!room.text.contains("somebody else"))
  }

  @Test func timeIsWhatPassesBetweenKeys() {
    var room = Room.sweeping()
    func at(_ seconds: Int64) -> Moment { Moment(seconds: People.context.now.seconds + seconds) }
    room.player.state.tick(at(30))
    room.press("n")
    #expect(room.sweep?.seconds == 30)
    // The store wakes the screen through the whole of lunch.
    for minute in 1...40 {
      room.player.state.tick(at(30 + Int64(minute) * 60))
      room.player.send(.changed([], removed: []))
    }
    room.press("n")
    #expect(room.sweep?.seconds == 30)
    room.player.state.tick(at(30 + 2_400 + 20))
    room.press("n")
    #expect(room.sweep?.seconds == 50)
  }

  @Test func theNextWorkingDayIsOne() throws {
    // A Friday.
    var state = People.state()
    state.context.today = People.day("2026-11-20")
    var room = Room.sweeping("missing:cv age>50", state)
    let count = try #require(room.sweep?.entries.count)
    room.press("m" + String(repeating: "n", count: count - 1))
    try #require(room.sweep?.current == nil)
    let first = try #require(room.sweep?.entries.first?.client)
    #expect(room.text.contains("comes back on 23 Nov"))
    room.player.send(.midnight(People.day("2026-11-21")))
    #expect(room.sweep?.current != first)
    room.player.send(.midnight(People.day("2026-11-23")))
    #expect(room.sweep?.open(on: People.day("2026-11-23")).contains(first) == true)
  }
}
