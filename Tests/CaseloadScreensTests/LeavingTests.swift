import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// A client who leaves the list through the user's own action is shown struck for that moment; then the cursor moves on.
@Suite struct LeavingTests {
  private let bakker = ClientNumber(1)

  /// The list of those without a CV; the one under the cursor has just got one.
  private func given() throws -> (player: Player, number: ClientNumber, next: ClientNumber) {
    var player = Player()
    player.press("/missing:cv<Enter>")
    let number = try #require(player.state.cursor)
    let next = try #require(player.state.besideCursor.first)
    let edits = [
      Edit(
        .client(number), "cv", old: nil,
        new: .recorded(
          .days(player.state.context.today...player.state.context.today), source: .coach,
          day: player.state.context.today))
    ]
    player.send(.kept(.kept(ChangeName(edits), edits), .field(number, "cv")))
    player.send(.changed([try facts(number, hasCV: true, player)], removed: []))
    return (player, number, next)
  }

  private func facts(_ number: ClientNumber, hasCV: Bool, _ player: Player) throws -> ClientFacts {
    let person = try #require(People.all.first { $0.number == number.number })
    var facts = People.facts(person)
    let today = player.state.context.today
    facts.values["cv"] = hasCV ? .recorded(.days(today...today), source: .coach, day: today) : nil
    return facts
  }

  @Test func sheStandsThereStruckAndIsNotCounted() throws {
    let (player, number, _) = try given()
    #expect(player.state.cursor == number)
    #expect(player.state.leaving == number)
    let row = try #require(player.state.population.row(of: number))
    #expect(!player.state.shown.contains(row))
    #expect(player.text.contains("▌✓"))
    #expect(player.text.contains("\(player.state.shownCount) of"))
  }

  @Test func theCursorMovesOnToWhoCameNext() throws {
    var (player, number, next) = try given()
    player.press("j")
    #expect(player.state.cursor == next)
    #expect(player.state.leaving == nil)
    player.press("k")
    #expect(player.state.cursor != number)
  }

  @Test func whatIsDoneNextIsStillDoneWithHer() throws {
    var (player, number, _) = try given()
    player.press("c")
    #expect(player.state.form?.subject == .contact(number))
    player.press("<Esc>")
    #expect(player.state.cursor == number)
  }

  @Test func undoneSheIsBackInTheList() throws {
    var (player, number, _) = try given()
    player.send(.changed([try facts(number, hasCV: false, player)], removed: []))
    #expect(player.state.leaving == nil)
    #expect(player.state.cursor == number)
  }

  @Test func anotherListDoesNotHaveHer() throws {
    var (player, number, _) = try given()
    player.press("/missing:cv age>20<Enter>")
    #expect(player.state.leaving == nil)
    #expect(player.state.cursor != number)
  }

  @Test func whoLeavesByAnothersActionIsJustGone() throws {
    var player = Player()
    player.press("/missing:cv<Enter>")
    let number = try #require(player.state.cursor)
    let next = try #require(player.state.besideCursor.first)
    player.send(.changed([try facts(number, hasCV: true, player)], removed: []))
    #expect(player.state.leaving == nil)
    #expect(player.state.cursor == next)
  }

  @Test func sheMayBeTheLastOfTheList() throws {
    var player = Player()
    player.press("/missing:cv number:1<Enter>")
    guard player.state.shownCount == 1, let number = player.state.cursor else { return }
    player.send(.kept(.kept(ChangeName([])), .field(number, "cv")))
    player.send(.changed([try facts(number, hasCV: true, player)], removed: []))
    #expect(player.state.cursor == number)
    player.press("j")
    #expect(player.state.window(rows: 10).count <= 1)
  }
}
