import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// A filter is made longer by what is typed and by what is chosen, never muddled.
@Suite struct NarrowingTests {
  private func typed(_ player: Player) -> String? { player.state.typed?.text }

  @Test(arguments: ["gender:man", " gender:man"])
  func whatIsTypedBehindAFilterIsAnotherCondition(_ more: String) {
    var player = Player()
    player.press("/seen>3m<Enter>/")
    #expect(typed(player) == "seen>3m ")
    player.press(more)
    #expect(typed(player) == "seen>3m gender:man")
    player.press("<Enter>")
    #expect(player.state.filterText == "seen>3m gender:man")
  }

  @Test func blanksAroundAFilterAreNoPartOfIt() {
    var player = Player()
    player.press("/  seen>3m  <Enter>")
    #expect(player.state.filterText == "seen>3m")
    player.press("/<Esc>/<Enter>/")
    #expect(player.state.history == ["seen>3m"] && player.state.filterText == "seen>3m")
    player.press("<Esc><Esc>/  educaton:mbo2<Enter>")
    #expect(player.state.filterError?.range.lowerBound == 2, "the place is that in the text as it is typed")
  }

  @Test func aBarIsNotPutInTwice() {
    var player = Player()
    player.press("2jj<Enter>")
    let once = player.state.filterText
    #expect(!once.isEmpty)
    player.press("<Enter>")
    #expect(player.state.filterText == once)
    #expect(player.frame.line(39).contains("narrowed to this already"))
    // Nor where it is one of several, or was typed.
    player.press("/seen>3m<Enter>2<Enter>")
    #expect(player.state.filterText == once + " seen>3m")
  }

  @Test func tabLeavesAWordThatIsWhole() {
    var player = Player()
    player.press("/licence:B<Tab>")
    #expect(typed(player) == "licence:B")
    #expect(player.frame.line(39).contains("whole already"))
    player.press("<Esc>/licence:b<Tab>")
    #expect(typed(player) == "licence:B")
    player.press("<Esc>/lic<Tab><Tab>")
    #expect(typed(player)?.hasPrefix("licence:") == true)
  }

  @Test func markingManySaysHowMany() {
    var player = Player()
    player.press("/gender:woman<Enter>M")
    #expect(player.frame.line(39).contains("9 clients are marked."))
    #expect(player.text.contains("9 marked"))
    player.press("<Esc>M")
    #expect(player.frame.line(39).contains("21 clients are marked."))
    player.press("M")
    #expect(player.frame.line(39).contains("Nobody is marked any more."))
    player.press("M-")
    #expect(player.frame.line(39).contains("Nobody is marked any more."))
    player.press("2jj<Space>")
    #expect(player.frame.line(39).contains("marked."))
  }

  @Test(arguments: [
    (Language.dutch, "j", 0), (.dutch, "y", 0), (.dutch, "n", 1), (.english, "j", 1), (.english, "y", 0),
  ])
  func aQuestionTakesTheLanguagesYes(_ language: Language, _ key: String, _ left: Int) {
    var context = People.context
    context.language = language
    var player = Player(
      ScreenState(
        population: People.population, context: context, scope: CaseloadOwner(),
        own: [OwnWorklist(name: "Women", filter: "gender:woman")], size: .init(width: 140, height: 40)))
    player.press("w<End>X")
    if language == .dutch { #expect(player.frame.line(1).contains("j of y verwijdert")) }
    player.press(key)
    #expect(player.state.own.count == left)
  }

  @Test func aDefinitionIsReadWholeInTheMenuOfASmallWindow() {
    let own = (1...6).map { OwnWorklist(name: "Mine \($0) a", filter: "seen>\($0)m") }
    var player = Player(
      ScreenState(
        population: People.population, context: People.context, scope: CaseloadOwner(), own: own,
        size: .init(width: 80, height: 24)))
    player.press("wjj")
    #expect(player.text.contains("Not closed, and not seen for more than 3 months"))
    #expect(!player.frame.lines.suffix(4).joined().contains("months …"))
    for _ in 0..<30 {
      guard case .worklists(let index) = player.state.mode else { return }
      #expect(player.text.contains("@\(player.state.links.worklists[index].id)"))
      player.press("j")
    }
    #expect(player.text.contains("@mine-6-a"))
  }
}
