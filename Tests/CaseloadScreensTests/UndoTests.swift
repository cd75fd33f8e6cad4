import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// `u` and `U`, with a store that is played by the test.
@Suite struct UndoScreenTests {
  private static let bakker = ClientNumber(1)

  private static func step(_ way: Undoing, _ client: ClientNumber? = bakker, erased: Int = 0) -> UndoStep {
    let record = RecordRef(.contact, 1)
    let edits = [
      Edit(record, "client", old: nil, new: .recorded(.exactly(1), source: .coach)),
      Edit(record, "kind", old: nil, new: .recorded(.oneOf(ChoiceSet(place: 0)), source: .coach)),
      Edit(record, "held", old: nil, new: .recorded(.day(People.today), source: .coach)),
    ]
    return UndoStep(way: way, name: ChangeName(edits), client: client, erased: erased)
  }

  private static let conflict = ChangeConflict(
    .step(step(.undo)),
    values: [
      Contradiction(
        record: RecordRef(.contact, 1), field: "story",
        mine: .recorded(.text("mine\nto keep"), source: .coach),
        now: .recorded(.text("\u{1B}[31mhers"), source: .coach), author: "A. Bos",
        day: People.day("2026-11-20")),
      Contradiction(record: .client(bakker), field: "phone", mine: nil, now: nil),
    ])

  private func undos(_ player: Player) -> [Effect] {
    player.effects.filter { if case .undo = $0 { true } else { false } }
  }

  @Test func inThePanesTheLastOfAllIsAskedFor() {
    for pane in ["1", "2", "3", "4"] {
      var player = Player()
      player.press(pane + "uU")
      #expect(undos(player) == [.undo(.undo, of: nil), .undo(.redo, of: nil)])
    }
  }

  @Test(arguments: ["/bakker<Enter><Enter>", "fbakker<Enter>", "/bakker<Enter>o"])
  func inARecordTheLastOfThatClient(_ keys: String) {
    var player = Player()
    player.press(keys + "uU")
    #expect(
      undos(player) == [.undo(.undo, of: Self.bakker), .undo(.redo, of: Self.bakker)], "\(player.text)")
  }

  @Test func whereTextIsTypedTheyAreLetters() {
    var player = Player()
    player.press("/uU")
    #expect(undos(player).isEmpty && player.frame.line(1).contains("uU"))
  }

  @Test func itSaysWhatWasDoneAndTheCursorStays() {
    var player = Player()
    player.press("jjj")
    let cursor = player.cursor
    player.press("u")
    #expect(player.state.saved == .saving)
    player.send(.undone(.done(Self.step(.undo))))
    #expect(player.state.saved == .saved && player.cursor == cursor)
    #expect(
      player.frame.line(39).contains("Undone: conversation of 21 Nov with Bakker, Fatima. U does it again"))
    player.send(.undone(.done(Self.step(.redo, ClientNumber(999), erased: 2))))
    #expect(
      player.frame.line(39).contains(
        "Done again: conversation of 21 Nov with client 999. u undoes it. 2 later changes were passed over"))
    player.send(.changed([People.facts(People.all[0])], removed: []))
    #expect(player.cursor == cursor)
  }

  @Test func nothingAndFailureAreSaid() {
    var player = Player()
    player.send(.undone(.nothing(.undo, of: nil, erased: 0)))
    #expect(player.frame.line(39).contains("There is nothing of yours to undo."))
    player.send(.undone(.nothing(.redo, of: Self.bakker, erased: 1)))
    #expect(
      player.frame.line(39).contains(
        "There is nothing of yours to do again with Bakker, Fatima. 1 later change was passed over"))
    player.send(.undone(.failed("not saved: the disk refused it (13)")))
    #expect(player.frame.line(39).contains("the disk refused it") && player.state.saved == .failed)
  }

  @Test func aConflictIsShownFieldByFieldAndEscLeavesIt() {
    var player = Player(People.state(width: 80, height: 24))
    player.press("jj<Enter>u")
    let before = player.state.mode
    player.send(.undone(.conflict(Self.conflict)))
    for text in [
      "Cannot be undone: conversation of 21 Nov with Bakker, Fatima", "Story", "you wrote: mine to keep",
      "there now: ‹U+001B›[31mhers", "by A. Bos, 20 Nov", "Phone", "by whom is not in the journal",
    ] { #expect(player.text.contains(text), "\(text) in \(player.text)") }
    player.press("jk<Esc>")
    #expect(player.state.mode == before)
  }

  @Test func aConflictTakesNobodyAwayFromTyping() {
    var player = Player()
    player.press("u/bak")
    player.send(.undone(.conflict(Self.conflict)))
    #expect(player.state.place == .filter)
    #expect(player.frame.line(39).contains("Cannot be undone: conversation of 21 Nov"))
  }

  @Test func aSavedContactSaysHowItIsUndone() {
    var state = People.state()
    state.keymap = Keymap(rebound: ["undo": ["u", "%"]])
    var player = Player(state)
    let contact = Contact(client: Self.bakker, kind: .conversation, held: People.today)
    let name = ChangeName(Registration(contact), on: People.today)
    player.send(.kept(.kept(name), .contact(Self.bakker)))
    #expect(
      player.frame.line(39).contains("Saved: conversation of 21 Nov with Bakker, Fatima. u undoes it"))
  }

  @Test func theKeysStay() {
    #expect(Keymap.problems(["undo": ["Q"]]).map(\.phrase.key) == ["config.key-must-stay"])
    #expect(Keymap.problems(["sort": ["U"]]).map(\.phrase.key) == ["config.key-kept"])
  }

  @Test(arguments: [(Language.english, "undo", "redo"), (.dutch, "ongedaan maken", "opnieuw doen")])
  func theLinearModeKnowsThemByName(_ language: Language, _ undo: String, _ redo: String) {
    var listener = Listener(language)
    for (line, way) in [(undo, Undoing.undo), ("u", .undo), (redo, .redo), ("U", .redo), ("undo", .undo)] {
      _ = listener.say(line)
      #expect(listener.effects.last == .undo(way, of: nil), "\(line)")
    }
  }

  @Test func theLinearModeReadsAConflictOnce() {
    var listener = Listener()
    _ = listener.say("undo")
    _ = update(&listener.state, .undone(.conflict(Self.conflict)))
    let said = listener.dialogue.news(listener.state).map(\.string)
    #expect(said.filter { $0.contains("Cannot be undone") }.count == 1, "\(said)")
    #expect(said.contains("Story: you wrote: mine to keep"), "\(said)")
  }
}
