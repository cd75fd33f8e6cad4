import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// `u` takes back what was done last where one is, and nothing else.
@Suite struct TakingBackTests {
  private let bakker = ClientNumber(1)

  @Test func inARecordItIsOfThisClient() {
    var room = Room()
    room.press("fbakker<Tab>VA note<C-s>fnowak<Enter>")
    room.press("u")
    #expect(room.player.state.notes[bakker] != nil)
    #expect(room.undos == [.undo(.undo, of: ClientNumber(5))])
    room.press("<Esc>fbakker<Enter>u")
    #expect(room.player.state.notes[bakker] == nil)
  }

  @Test func whileTheClientLooksAlongItIsNoNote() {
    var room = Room()
    room.press("fbakker<Enter>VA note<C-s>o")
    room.press("u")
    #expect(room.player.state.notes[bakker] != nil && room.undos == [.undo(.undo, of: bakker)])
  }

  @Test func aPassIsTakenBackBeforeTheNoteBeforeIt() throws {
    var room = Room.sweeping()
    let first = try #require(room.sweep?.current)
    room.press("VA note<C-s>n")
    #expect(room.sweep?.current != first)
    room.press("u")
    #expect(room.sweep?.current == first && room.player.state.notes[first] != nil)
    room.press("u")
    #expect(room.player.state.notes[first] == nil)
  }

  @Test func onlyTheStepThatMadeAnOutcomeTakesItAlong() throws {
    var room = Room.sweeping()
    let first = try #require(room.sweep?.current)
    room.press("cwe talked<C-s>")
    try #require(room.sweep?.entry(of: first)?.outcome == .reached)
    room.press("bvtoday<C-s>u")
    let cv = ChangeName([
      Edit(.client(first), "cv", old: nil, new: .recorded(.day(People.today), source: .coach))
    ])
    room.player.send(.undone(.done(UndoStep(way: .undo, name: cv, client: first))))
    #expect(room.sweep?.entry(of: first)?.outcome == .reached)
    let talk = ChangeName(
      Registration(Contact(client: first, kind: .conversation, held: People.today)), on: People.today)
    room.press("u")
    room.player.send(.undone(.done(UndoStep(way: .undo, name: talk, client: first))))
    #expect(room.sweep?.entry(of: first)?.outcome == nil)
    room.press("U")
    room.player.send(.undone(.done(UndoStep(way: .redo, name: talk, client: first))))
    #expect(room.sweep?.entry(of: first)?.outcome == .reached)
  }

  @Test func itWorksWhereItIsSaid() {
    for keys in ["t", "T"] {
      var player = Player()
      player.press("fbakker<Enter>" + keys + "u")
      #expect(player.effects.contains(.undo(.undo, of: bakker)), "\(keys)")
    }
    var player = Player()
    player.press("Eu")
    #expect(player.effects.contains(.undo(.undo, of: nil)))
  }

  @Test func whatBecameOfAnErrandIsSaid() {
    var room = Room()
    room.press("fbakker<Enter>td")
    #expect(room.text.contains("Saved: errand done: bus pass (Bakker, Fatima)"))
    let done = ChangeName(
      [
        Edit(
          RecordRef(.errand, 3), "done", old: nil, new: .recorded(.day(People.today), source: .coach))
      ], errands: [Errand(id: 3, client: nil, text: "Book the hall")])
    room.player.send(.undone(.done(UndoStep(way: .undo, name: done, client: nil))))
    #expect(room.text.contains("Undone: errand done: Book the hall (nobody in particular)"))
  }

  @Test func aNewClientIsNamedWithHerNumberAndUnderTheCursor() throws {
    var room = Room()
    room.press("NZandt, Ina<C-s>")
    #expect(room.text.contains("Saved: new client"))
    var person = People.all[0]
    (person.number, person.name) = (77, PersonName(family: "Zandt", given: "Ina"))
    room.player.send(.changed([People.facts(person)], removed: []))
    #expect(room.text.contains("new client Zandt, Ina, number 77"))
    #expect(room.player.cursor == 77)
  }

  @Test func theCursorOfAListStaysInIt() {
    let away = ["A. Arends", "B. Bos"].enumerated().map { index, name in
      Absence(
        id: Int64(index + 1), colleague: name, first: People.day("2026-11-20"),
        last: People.day("2026-12-04"), standIn: "")
    }
    var state = People.state()
    state.context.calendar = AbsenceCalendar(away)
    var player = Player(state)
    player.press("H<Down>")
    player.send(.team(TeamNews(calendar: AbsenceCalendar([away[0]]), transfers: [])))
    #expect(player.state.absenceUnderCursor?.id == 1)
    player.press("<Enter>")
    #expect(player.state.form?.subject == .absence(1))
  }
}
