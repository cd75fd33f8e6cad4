import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// A list is walked one client at a time, one key an outcome, through every interruption.
@Suite struct SweepScreenTests {
  private func begun(_ filter: String = "missing:cv -eve") -> Room { Room.sweeping(filter) }

  @Test func itWalksOneClientAScreen() throws {
    var room = begun()
    let count = try #require(room.sweep?.entries.count)
    let first = try #require(room.sweep?.current)
    #expect(count > 5)
    #expect(room.player.text.contains("1 of \(count)"))
    #expect(room.player.text.contains(room.player.state.name(of: first)))
    // What is needed on the telephone.
    #expect(room.player.text.contains("Verify"))
    room.press("m")
    #expect(room.tally == "1 tried, \(count - 1) left")
    #expect(room.sweep?.current != first)
    #expect(room.kept == room.sweep)
    room.press("cwe talked<C-s>")
    #expect(room.tally == "1 reached, 1 tried, \(count - 2) left")
    room.press("d+2w<C-s>")
    #expect(room.tally == "1 reached, 1 with a date, 1 tried, \(count - 3) left")
    room.press("pholiday<Tab>+3w<C-s>")
    #expect(room.tally.contains("1 parked"))
    room.press("xd<Enter><C-s><C-s>")
    #expect(room.tally.contains("1 gone"))
    room.press("n")
    #expect(room.tally.contains("\(count - 5) left"))
  }

  @Test func twoKeysInAFrameAreForTwoClients() throws {
    var room = begun()
    let entries = try #require(room.sweep?.entries.map(\.client))
    // Both keys come before the store has answered to the first.
    room.player.send(.key("m"))
    room.player.send(.record(People.record(entries[1])))
    room.player.send(.key("m"))
    room.answer()
    let tried = room.sweep?.entries.filter { $0.outcome == .tried }.map(\.client)
    #expect(tried == Array(entries.prefix(2)))
    let subjects = room.player.effects.compactMap { effect -> Form.Subject? in
      if case .keep(_, let subject) = effect { subject } else { nil }
    }
    #expect(subjects == entries.prefix(2).map { .contact($0) })
  }

  @Test func whatTheStoreDoesNotKeepIsNoOutcome() throws {
    var room = begun()
    let first = room.sweep?.current
    room.fails = true
    room.press("m")
    #expect(room.sweep?.current == first)
    #expect(room.tally.contains("tried") == false)
    #expect(room.player.text.contains("The disk is full."))
    room.press("cwe talked<C-s>")
    #expect(room.tally.contains("reached") == false)
    // The typed story is still there.
    #expect(room.player.text.contains("we talked"))
    room.fails = false
    room.press("<C-s>")
    #expect(room.tally.contains("1 reached"))
  }

  @Test func theTelephoneRingsInTheMiddleOfAForm() throws {
    var room = begun()
    let first = try #require(room.sweep?.current)
    let other = try #require(room.sweep?.entries.last?.client)
    room.press("chalf a story<C-t>")
    for scalar in String(other.number).unicodeScalars { room.player.send(.key(.character(scalar))) }
    room.press("<Enter>")
    #expect(room.player.state.pinned == other)
    room.press("cshe called<C-s>")
    #expect(room.sweep?.entry(of: other)?.outcome == .reached)
    room.press("<Esc>")
    // Back at the exact place, with the text.
    #expect(room.player.text.contains("half a story"))
    #expect(room.sweep?.current == first)
    room.press("<C-s>")
    #expect(room.sweep?.entry(of: first)?.outcome == .reached)
  }

  @Test func leftAndTakenUpAgainItIsAtTheSameClient() throws {
    var room = begun()
    room.press("nmn")
    let at = try #require(room.sweep?.current)
    let kept = try #require(room.kept)
    room.press("q")
    #expect(room.player.state.mode == .browse)
    // Another run of the program, with what lay on the desk.
    var state = People.state()
    state.sweeps = [kept]
    var again = Room(Player(state))
    #expect(again.player.text.contains("1 sweep rests"))
    again.press("S")
    #expect(again.player.text.contains("Go on: missing:cv -eve"))
    again.press("<Down><Enter>")
    #expect(again.sweep?.current == at)
    #expect(again.tally == kept.tally.text(in: .english))
  }

  @Test func stepsAreUndoneOneByOne() throws {
    var room = begun()
    let first = try #require(room.sweep?.current)
    room.press("mn")
    let second = try #require(room.sweep?.entries[1].client)
    room.press("u")
    // Passing over is no change of the record.
    #expect(room.sweep?.current == second)
    #expect(!room.player.effects.contains(.undo(.undo, of: nil)))
    room.press("u")
    #expect(room.player.effects.contains(.undo(.undo, of: nil)))
    let name = Room.attempt(first)
    room.player.send(.undone(.done(UndoStep(way: .undo, name: name, client: first))))
    #expect(room.sweep?.current == first)
    #expect(room.tally.contains("tried") == false)
    room.press("U")
    room.player.send(.undone(.done(UndoStep(way: .redo, name: name, client: first))))
    #expect(room.sweep?.entry(of: first)?.outcome == .tried)
  }

  @Test func whoLeavesByAColleagueIsSaidAndCountsOnce() throws {
    var room = begun()
    let entries = try #require(room.sweep?.entries.map(\.client))
    let gone = entries[2]
    let person = try #require(People.all.first { $0.number == gone.number })
    var facts = People.facts(person)
    let today = room.player.state.context.today
    facts.values["cv"] = .recorded(.days(today...today), source: .coach, day: today)
    room.player.send(.changed([facts], removed: []))
    #expect(room.sweep?.entry(of: gone)?.outcome == .elsewhere)
    #expect(room.player.text.contains("somebody else's change"))
    #expect(room.sweep?.tally.all == entries.count)
    // Whom one repairs oneself is no news of others.
    let own = try #require(room.sweep?.current)
    room.player.send(.kept(.kept(ChangeName([])), .field(own, "cv")))
    let mine = try #require(People.all.first { $0.number == own.number })
    facts = People.facts(mine)
    facts.values["cv"] = .recorded(.days(today...today), source: .coach, day: today)
    room.player.send(.changed([facts], removed: []))
    #expect(room.sweep?.entry(of: own)?.outcome == .repaired)
    #expect(room.sweep?.current != own)
  }

  @Test func atTheEndItSaysWhoIsLeftAndWhy() throws {
    var room = Room()
    room.press("/missing:cv age>50<Enter>")
    try #require((1...6).contains(room.player.state.shownCount))
    room.press("S")
    let count = try #require(room.sweep?.entries.count)
    room.press("m" + String(repeating: "n", count: count - 1))
    #expect(room.sweep?.current == nil)
    #expect(room.player.text.contains("This round is done"))
    #expect(
      room.player.text.contains("tried; comes back on Mon") || room.player.text.contains("comes back on"))
    if count > 1 {
      #expect(room.player.text.contains("passed over"))
      room.press("n")
      #expect(room.sweep?.current != nil)
    }
    room.press("Nasked for help with two<Enter>")
    #expect(room.sweep?.note == "asked for help with two")
  }

  @Test func noOtherClientsPostcodeIsEverShown() throws {
    var room = begun()
    let first = try #require(room.sweep?.current)
    let other = try #require(room.sweep?.entries.last?.client)
    room.press("N")
    // The client whose turn it is stays hers while something is typed over it.
    #expect(room.player.state.subject == first)
    var wrong = People.record(other)
    wrong.values["postcode"] = .recorded(.text("9999 ZZ"), source: .register)
    room.player.state.record = wrong
    #expect(!room.player.text.contains("9999 ZZ"))
  }

  @Test(arguments: [(80, 24), (140, 40)])
  func everyKeyOfTheCallIsInSight(size: (width: Int, height: Int)) {
    var room = begun()
    room.player.send(.resize(width: size.width, height: size.height))
    for word in ["c contact", "m no answer", "d date set", "p park", "x cannot go on", "q leave"] {
      let words = word.split(separator: " ", maxSplits: 1).map(String.init)
      #expect(
        room.player.text.contains(word) || room.player.text.contains("\(words[0])   \(words[1])"), "\(word)")
    }
    #expect(room.player.text.contains("Phone"))
    #expect(room.player.text.contains("\(room.sweep?.entries.count ?? 0) left"))
  }

  @Test func midnightBringsBackWhoWasTried() throws {
    var room = begun()
    let first = try #require(room.sweep?.current)
    let count = try #require(room.sweep?.entries.count)
    room.press("m" + String(repeating: "n", count: count - 1))
    #expect(room.sweep?.current == nil)
    // The next working day is Monday.
    room.player.send(.midnight(room.player.state.context.today.adding(days: 1)))
    #expect(room.sweep?.current != first)
    room.player.send(.midnight(room.player.state.context.today.adding(days: 1)))
    #expect(room.sweep?.entry(of: first)?.isOpen(on: room.player.state.context.today) == true)
  }

  @Test func theMarkedAreWalkedWhateverTheFilter() throws {
    var room = Room()
    room.press("<Space>j<Space>/missing:cv<Enter>S")
    #expect(room.player.text.contains("New: the 2 marked clients"))
    room.press("<Down><Enter>")
    #expect(room.sweep?.entries.count == 2)
    #expect(room.player.text.contains("the marked clients"))
  }

  @Test func aThrownAwaySweepIsAskedForTwice() throws {
    var room = begun()
    room.press("nqS<Down>")
    room.press("x")
    #expect(room.player.state.sweeps.count == 1)
    room.press("x")
    #expect(room.player.state.sweeps.isEmpty)
    #expect(room.player.effects.contains { if case .keepSweep(nil, _) = $0 { true } else { false } })
  }

  @Test func longestOutOfSightFirst() throws {
    var room = Room()
    room.press("/@forgotten<Enter>S")
    let state = room.player.state
    let days = try #require(room.sweep?.entries).compactMap { entry -> Day? in
      let row = state.population.row(of: entry.client)
      return row.flatMap { state.population.contactability(at: $0, state.context).lastSeen.known }
    }
    #expect(days == days.sorted())
  }
}
