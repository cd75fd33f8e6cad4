import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Keys that the user gave.
@Suite struct KeymapTests {
  private func player(_ rebound: [String: [Key]]) -> Player {
    var state = People.state()
    state.keymap = Keymap(rebound: rebound)
    return Player(state)
  }

  @Test func dispatchFooterHelpPaletteAndSentencesFollow() {
    var player = player(["worklists": ["Z"], "unknowns": ["N"], "quit": ["Q"]])
    #expect(player.frame.line(39).contains("Z worklists") && !player.frame.line(39).contains("w worklists"))
    #expect(player.frame.line(39).hasSuffix("Q quit"))
    player.press("w")
    #expect(player.state.mode == .browse)
    player.press("Z")
    #expect(player.state.place == .worklistMenu)
    player.press("<Esc>?a worklist from")
    #expect(player.frame.lines.contains { $0.contains("│ Z  ") && $0.contains("Choose a worklist") })
    player.press("<Esc>:worklists")
    #expect(player.frame.lines.contains { $0.contains("│ Z  ") })
    player.press("<Esc>/licence:T<Enter>z")
    #expect(player.text.contains("N shows them."))
  }

  @Test func anActionWithoutAKeyIsReachedByItsName() {
    var player = player(["zoom": []])
    player.press("z")
    #expect(!player.state.isZoomed)
    player.press(":zoom<Enter>")
    #expect(player.state.isZoomed)
  }

  @Test func theKeysOfTheTableHaveNoProblem() {
    let own = Dictionary(uniqueKeysWithValues: ActionTable.all.map { ($0.id, $0.keys) })
    #expect(Keymap.problems(own) == [])
    #expect(Keymap.problems([:]) == [])
  }

  @Test func twoThatSwapKeysHaveNone() {
    #expect(Keymap.problems(["sort": ["r"], "reverse": ["s"]]) == [])
  }

  @Test(
    arguments: [
      (["sort": ["r"]], "config.key-taken"), (["sort": [.escape]], "config.key-kept"),
      (["back": ["%"]], "config.key-must-stay"),
      (["sort": ["u"]], "config.key-kept"), (["sort": [.control("c")]], "config.key-reserved"),
      (["complete": ["x"]], "config.key-text"),
      (["sort": [.control("z")]], "config.key-kept"), (["sort": ["Z"], "bars": ["Z"]], "config.key-taken"),
    ] as [([String: [Key]], String)]) func isWrong(_ keys: [String: [Key]], _ phrase: String)
  {
    let problems = Keymap.problems(keys)
    #expect(problems.map(\.phrase.key) == [phrase])
  }
}

/// The clipboard is off until it is switched on.
@Suite struct CopyTests {
  @Test func isOffAndSaysHow() {
    for key in ["y", "Y", "<C-y>"] {
      var player = Player()
      player.press(key)
      #expect(player.frame.line(39).contains("clipboard = true"))
      #expect(!player.effects.contains { if case .copy = $0 { true } else { false } })
    }
  }

  @Test func numberTelephoneAndList() {
    var state = People.state()
    state.usesClipboard = true
    var player = Player(state)
    player.press("fbakker<Tab>y")
    #expect(player.effects.last == .copy("1"))
    #expect(player.frame.line(39).contains("Copied: client number 1."))
    player.press("Y")
    #expect(player.effects.last == .copy("06-555011"))
    #expect(
      player.frame.line(39).contains("telephone number of client 1")
        && !player.frame.line(39).contains("06-555011"))
    player.press("/@forgotten<Enter><C-y>")
    guard case .copy(let text)? = player.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.split(separator: "\n").count == player.state.shownCount)
    #expect(text.split(separator: "\n").allSatisfy { Int($0) != nil })
  }

  @Test func aTelephoneNumberFromDataIsHarmless() {
    var state = People.state()
    state.usesClipboard = true
    var player = Player(state)
    var record = People.record(ClientNumber(1))
    record.values["phone"] = .recorded(.text("06\u{1B}]52;c;x\u{7}\n"), source: .register)
    player.press("fbakker<Tab>")
    player.send(.record(record))
    player.press("Y")
    guard case .copy(let text)? = player.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }
}
