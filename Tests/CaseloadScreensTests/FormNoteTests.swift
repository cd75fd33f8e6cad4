import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// What must be known before something is kept is read whole, and what is said at once is all of it.
@Suite struct FormNoteTests {
  @Test func inANarrowWindowThePromptComesFirst() {
    var player = Player(People.state(width: 80, height: 24))
    player.press("MB")
    player.press("a line<Tab>a-rather-long-name-for-a-file-of-clients.csv<C-s>")
    #expect(player.text.contains("Ctrl-S once more does it."), "\(player.text)")
    #expect(player.text.contains("A file is not undone."))
    // It stands under the entries, not at the end of the window.
    let lines = player.text.split(separator: "\n", omittingEmptySubsequences: false)
    let entry = lines.firstIndex { $0.contains("Columns") } ?? 0
    let prompt = lines.firstIndex { $0.contains("once more does it") } ?? 0
    #expect(prompt - entry == 2, "\(player.text)")
  }

  @Test func theMarkedStandInTheOrderOfTheirNames() {
    var player = Player()
    player.press("MB")
    player.press("<Right><Tab>reorganised")
    let names = player.state.markedClients.map(\.name)
    let order = player.state.order.map { player.state.name(of: player.state.population.number(at: Int($0))) }
    #expect(names == order && names.count > 10)
    #expect(player.state.marked?.count == names.count, "read once for the form")
    player.send(.changed([], removed: [ClientNumber(1)]))
    #expect(player.state.marked?.count == names.count - 1)
    player.press("<Esc>")
    #expect(player.state.marked == nil)
  }

  @Test func nothingThatIsSaidAtTheStartHidesTheRest() {
    let offered = WaitingTransfer(
      Transfer(
        id: 4, client: ClientNumber(99), from: "B. Bos", to: "J. de Vries",
        proposed: People.day("2026-11-19"), note: ""), name: PersonName(family: "Vermeer", given: "Ina"))
    var state = ScreenState(
      population: People.population, context: People.context, scope: CaseloadOwner(coach: "J. de Vries"),
      size: .init(width: 240, height: 40), forms: [.contact(ClientNumber(1)): ["story": "From before"]],
      transfers: [offered],
      notes: [ClientNumber(2): PrivateNote(text: "old", until: People.today.adding(days: -1))])
    state.warn("config.toml is wrong")
    _ = start(&state)
    for text in [
      "config.toml is wrong", "1 client is offered to you", "1 form that you filled in is not saved",
      "1 private note reached its day",
    ] { #expect(render(state).text.contains(text), "\(text)") }
  }

  @Test func whoIsNotFoundIsNotSaidToHaveNoRecordOpen() {
    var record = People.record(ClientNumber(1))
    record.contacts = [
      Contact(
        id: 9, client: ClientNumber(1), kind: .conversation, held: People.today, story: "x", source: .coach)
    ]
    var player = Player(People.state(), records: [record])
    player.press("fbakker<Enter>TMxyzzy")
    #expect(player.text.contains("Nobody here fits this.") && !player.text.contains("No record was open"))
  }

  @Test func namesGetTheRoomThatNobodyElseNeeds() {
    var population = Population()
    for person in People.all where person.unconfirmed == nil && person.seen != nil {
      var person = person
      person.next = nil
      if person.number == 2 { person.name = PersonName(family: "García Márquez", given: "Ximena") }
      population.put(People.facts(person))
    }
    func state(_ width: Int) -> ScreenState {
      ScreenState(
        population: population, context: People.context, scope: CaseloadOwner(),
        size: .init(width: width, height: 40))
    }
    #expect(render(state(140)).text.contains("García Márquez, Ximena"))
    // Where two panes stand beside each other the columns are what they are.
    #expect(state(80).listColumns.first { $0.content == .seen }?.width == 11)
  }
}
