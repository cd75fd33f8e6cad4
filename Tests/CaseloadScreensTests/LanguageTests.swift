import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Changing the language while the program runs.
@Suite struct LanguageTests {
  @Test func oneKeyChangesEveryPaneInTheSameFrame() {
    var player = Player()
    player.press("/@forgotten<Enter>")
    let english = player.text
    player.press("L")
    for word in ["Kenmerken", "Volgen", "Legenda", "vergeten 8", "za 21 nov 2026", "Gezien"] {
      #expect(player.text.contains(word), "\(word)")
    }
    #expect(!player.text.contains("Characteristics") && !player.text.contains("Last seen"))
    #expect(player.effects.last == .keepLanguage(.dutch))
    #expect(player.state.filterText == "@forgotten", "a filter is the same text in each language")
    player.press("L")
    player.press("<Esc>")
    player.press("/@forgotten<Enter>")
    #expect(player.text == english)
    #expect(player.effects.contains(.keepLanguage(.english)))
  }

  @Test func itSaysWhatItSpeaksNow() {
    var player = Player()
    player.press("L")
    #expect(player.frame.line(39).contains("Het programma spreekt nu Nederlands."))
    player.press("L")
    #expect(player.frame.line(39).contains("The program speaks English now."))
  }

  @Test(arguments: ["", "<Enter>", "w", "s", "2", "3z", "4"]) func itWorksEverywhere(_ keys: String) {
    var player = Player()
    player.press(keys)
    let mode = player.state.mode
    player.press("L")
    #expect(player.state.context.language == .dutch)
    #expect(player.state.mode == mode, "nothing else changes")
  }

  @Test func theLetterIsALetterWhereTextIsTyped() {
    var player = Player()
    player.press("/L")
    #expect(player.state.context.language == .english)
  }

  @Test func aCaseloadOfSeveralCoachesIsNamedInTheReadersLanguage() {
    var state = ScreenState(
      population: People.population, context: People.context, scope: CaseloadOwner(),
      size: .init(width: 140, height: 40))
    #expect(render(state).line(0).contains("several coaches"))
    state.speakNextLanguage()
    #expect(render(state).line(0).contains("meer werkcoaches"))
  }
}
