import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Looking ahead: a page that is worked out beside the keys.
struct AheadTests {
  private func opened(coach: String?) -> Player {
    var population = Population()
    for person in People.all { population.put(People.facts(person)) }
    return Player(
      ScreenState(
        population: population, context: People.context, scope: CaseloadOwner(coach: coach),
        size: ScreenState.Size(width: 80, height: 24)))
  }

  @Test func itIsAskedForShownScrolledAndLeft() {
    var player = opened(coach: "J. de Vries")
    player.press("K")
    #expect(player.effects.contains(.lookAhead(coach: "J. de Vries")))
    #expect(player.text.contains("working it out"))
    player.send(.ahead((1...60).map { TerminalText(data: "line \($0)") }))
    #expect(player.text.contains("line 1 ") && !player.text.contains("line 60"))
    player.press("<End>")
    #expect(player.text.contains("line 60"))
    player.press("<Esc>")
    #expect(player.state.mode == .browse)
  }

  @Test func itIsOfOneCaseload() {
    var player = opened(coach: nil)
    player.press("K")
    #expect(player.state.mode == .browse)
    #expect(player.text.contains("one coach's caseload"))
  }
}
