import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// What was typed is never lost: not by Esc, not by a search in between, not by a hangup in the middle of a word.
@Suite struct KeptTextTests {
  private func again(_ player: Player) -> Player { Player(People.state(session: player.state.session)) }

  private func typed(_ player: Player) -> String? { player.state.typed?.text }

  @Test(arguments: [Event.hangup, .terminate(signal: 15)])
  func aHangupInTheMiddleOfAFilterKeepsIt(_ end: Event) throws {
    var player = Player()
    player.press("/seen>3m<Enter>/gender:woman hours>")
    player.send(end)
    guard
      case .saveSession(let session)? = player.effects.first(where: {
        if case .saveSession = $0 { true } else { false }
      })
    else {
      Issue.record("nothing is kept")
      return
    }
    var next = Player(People.state(session: session))
    #expect(next.state.filterText == "seen>3m", "the text that was not finished filters nobody")
    next.press("/<Up>")
    #expect(typed(next) == "seen>3m gender:woman hours>")
  }

  @Test func aHangupBehindASearchKeepsBothTexts() {
    var player = Player()
    player.press("/gender:wom<C-t>nowa")
    var next = again(player)
    next.press("/<Up>")
    #expect(typed(next) == "gender:wom")
    next.press("<Esc>f<Up>")
    #expect(typed(next) == "nowa")
  }

  @Test func whatWaitsWhileOneLooksBackIsKeptToo() {
    var player = Player()
    player.press("/gender:woman<Enter><Esc>/hours><Up>")
    var next = again(player)
    next.press("/<Up><Up>")
    #expect(typed(next) == "hours>")
    player.press("x<Esc>/<Up><Up>")
    #expect(typed(player) == "hours>", "the earlier text was changed; what was typed before it is there")
  }

  @Test func thePathAndTheDayOfAnImportAreKept() {
    var player = Player()
    player.press("i~/Downloads/exp")
    var next = again(player)
    next.press("i")
    #expect(next.state.importing.path.text == "~/Downloads/exp")
    next.press("<Enter>")
    next.send(Message.importing(.found(Day(iso: "2026-11-20")), run: 1))
    var proposed = again(next)
    #expect(proposed.state.importing.day.isEmpty, "a day that the file proposed is proposed again")
    next.press("<C-u>2026-11-")
    var later = again(next)
    later.press("i<Enter>")
    later.send(Message.importing(.found(Day(iso: "2026-11-20")), run: 1))
    #expect(later.state.importing.day.text == "2026-11-")
    // Of another file it is not the day.
    later.press("<Esc>x<Enter>")
    later.send(Message.importing(.found(Day(iso: "2026-11-19")), run: 2))
    #expect(later.state.importing.day.text == "2026-11-19")
    proposed.press("i<Enter>")
    proposed.send(Message.importing(.failed("no such file"), run: 1))
    #expect(proposed.state.importing.step == .path)
  }

  @Test func whereOneFailsIsWhereOneMendsIt() {
    var player = Player()
    player.press("ix.csv<Enter>")
    player.send(Message.importing(.found(Day(iso: "2026-11-20")), run: 1))
    player.press("<Esc>y<Enter>")
    player.send(Message.importing(.failed("no such file"), run: 2))
    #expect(player.state.importing.step == .path)
  }

  @Test(arguments: [("/seen>3m<Enter>", "W", "half a na"), ("w", "A", "worklist \"Wom")])
  func aPromptShowsAgainWhatWasLeftInIt(_ start: String, _ prompt: String, _ text: String) {
    var player = Player()
    player.press(start + prompt)
    player.send(.paste(text))
    player.press("<Esc>" + prompt)
    #expect(typed(player) == text && player.state.typed?.caret == text.unicodeScalars.count)
    var next = again(player)
    next.press((start == "w" ? "w" : "") + prompt)
    #expect(typed(next) == text)
    // What is erased is gone.
    next.press("<C-u><Esc>" + prompt)
    #expect(typed(next) == "")
  }

  @Test func whatWasTakenIsNotShownAgain() {
    var player = Player()
    player.press("/seen>3m<Enter>WLong ago<Enter><Esc>/gender:woman<Enter>W")
    #expect(typed(player) == "")
  }

  @Test func aSearchComesBackWithArrowUp() {
    var player = Player()
    player.press("fnowa<Esc>f")
    #expect(typed(player) == "")
    player.press("<Up>")
    #expect(typed(player) == "nowa" && player.state.subject?.number == 5)
    // Among those opened last arrow up first moves.
    player.press("<Enter><Esc>fbakker<Enter><Esc>f<Down><Up>")
    #expect(typed(player) == "")
    player.press("<Up>")
    #expect(typed(player) == "bakker")
  }

  @Test func aClientFoundWhileAFilterIsTypedLeavesNoUntruth() {
    var player = Player()
    player.press("/gender:woman<C-t>nowak<Tab>")
    #expect(player.cursor == 5 && player.state.shownCount == 21)
    #expect(player.frame.line(1).contains("no filter: everyone is shown"))
    #expect(player.frame.line(1).contains("21 yes"))
    player.press("b")
    #expect(typed(player) == "gender:woman" && player.state.shownCount == 9)
    player.press("<Esc>/<Up>")
    #expect(typed(player) == "gender:woman")
    // From her record, over the filter, back and forth.
    player = Player()
    player.press("fbakker<Enter><Esc>/gender:woman<C-t>nowak<Enter>b")
    #expect(player.frame.line(1).contains("everyone is shown") == (player.state.shownCount == 21))
  }

  @Test func aSessionOfBeforeHasNoDrafts() {
    #expect(People.state(session: Session()).drafts.isEmpty)
  }

  @Test func ctrlUErasesWhatStandsBeforeTheCaret() {
    for (start, text) in [("/", "gender:woman"), ("f", "bakker"), (":", "mark"), ("?", "sort")] {
      var player = Player()
      player.press(start + text + "<Left><Left><C-u>")
      #expect(typed(player) == String(text.suffix(2)) && player.state.typed?.caret == 0, "\(start)")
    }
    var player = Player()
    player.press("ix.csv<C-u>")
    #expect(player.state.importing.path.isEmpty)
  }
}
