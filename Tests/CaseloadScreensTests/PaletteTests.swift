import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// The palette and the list of keys: every action is found by its id and by its name, and done or explained.
@Suite struct PaletteTests {
  private func first(_ player: Player) -> String? { player.state.actionChoices.first?.action.id }

  @Test(arguments: Language.allCases) func everyActionIsFoundByIdAndByLabel(_ language: Language) {
    var state = People.state()
    state.context.language = language
    for action in ActionTable.all {
      for text in [action.id, action.short.text(in: language)] {
        var player = Player(state)
        player.press(":")
        player.send(.paste(text))
        let best = player.state.actionChoices
        #expect(best.contains { $0.action.id == action.id }, "\(text)")
        // By its whole id it is the first.
        if text == action.id { #expect(best.first?.action.id == action.id) }
      }
    }
  }

  @Test func halfANameIsEnoughAndEnterDoesIt() {
    var player = Player()
    player.press(":rev<Enter>")
    #expect(player.state.mode == .browse && !player.state.sort.ascending)
    player.press(":mkall<Enter>")
    #expect(player.state.marks.count == 21)
  }

  @Test func whatWasDoneLastComesFirstAndIsKept() {
    var player = Player()
    player.press(":reverse<Enter>:zoom<Enter>:")
    #expect(player.state.actionChoices.prefix(2).map(\.action.id) == ["zoom", "reverse"])
    player.press("<Enter>")
    #expect(!player.state.isZoomed)
    let again = Player(People.state(session: player.state.session))
    #expect(again.state.commands == ["reverse", "zoom"])
  }

  @Test func tabCompletes() {
    var player = Player()
    player.press(":mark a<Tab>")
    #expect(player.state.typed?.text == "mark-all")
  }

  @Test func whatCannotBeDoneHereSaysWhyAndStays() {
    var player = Player()
    player.press(":unmark<Enter>")
    #expect(player.state.place == .palette)
    #expect(player.frame.line(39).contains("Nobody is marked."))
    player.press("<Esc><Enter>:sort<Enter>")
    #expect(player.state.place == .palette)
    #expect(player.frame.line(39).contains("works in the four panes"))
    player.press("<Esc>")
    #expect(player.state.mode == .record(0))
  }

  @Test func anActionIsDoneWhereThePaletteWasOpened() {
    var player = Player()
    player.press("2jj:narrow<Enter>")
    #expect(player.state.filterText == "age:27..34")
    #expect(player.state.focus == .characteristics)
  }

  @Test func theListOfKeysRunsWhatIsUnderItsCursor() {
    var player = Player()
    player.press("?rever<Enter>")
    #expect(player.state.mode == .browse && !player.state.sort.ascending)
    // By its key, which is what one has read somewhere.
    player.press("?z")
    #expect(player.state.actionChoices.contains { $0.action.id == "zoom" })
  }

  @Test func theListOfKeysSaysWhatIsNotAvailable() {
    var player = Player()
    player.press("?unmark")
    #expect(player.text.contains("✗ Nobody is marked."))
    player.press("<Enter>")
    #expect(player.state.place == .help)
  }

  @Test func aTextThatNamesNothingSaysSo() {
    for key in [":", "?"] {
      var player = Player()
      player.press(key + "qqqqq")
      #expect(player.text.contains("No action has this in its name."))
      player.press("<Enter><Down><Up><PageDown><Tab><Esc>")
      #expect(player.state.mode == .browse)
    }
  }

  @Test func everyReasonIsGivenInBothLanguages() {
    // Each action that can be refused is refused somewhere here, with words of the language.
    for language in Language.allCases {
      var state = People.state()
      state.context.language = language
      var player = Player(state)
      player.press("?")
      let elsewhere = player.state.actionChoices.compactMap(\.reason)
      #expect(elsewhere.count > 10)
      let word = language == .dutch ? "werkt" : "works"
      #expect(elsewhere.contains { $0.string.hasPrefix(word) })
    }
  }
}
