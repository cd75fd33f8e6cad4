import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Contacts registered by key scripts. The day is Saturday 21 November 2026; the first client is Bakker.
struct ContactFormTests {
  /// What was given to the store.
  private func registered(_ player: Player) -> [Registration] {
    player.effects.compactMap {
      if case .keep(.contact(let registration, _), _) = $0 { registration } else { nil }
    }
  }

  /// With the cursor on Bakker, whom nobody saw today.
  private func onBakker(_ state: ScreenState = People.state()) -> Player {
    var player = Player(state)
    player.press("j")
    return player
  }

  private func drafts(_ player: Player) -> [[String: String]?] {
    player.effects.compactMap { if case .keepDraft(_, let draft) = $0 { .some(draft) } else { nil } }
  }

  @Test("A held conversation with a story takes two keys beside the story's own letters")
  func twoKeys() {
    var player = onBakker()
    let client = player.cursor
    player.press("cWorked at the bakery<C-s>")
    let registration = registered(player).first
    #expect(registered(player).count == 1)
    #expect(registration?.contact.story == "Worked at the bakery")
    #expect(
      registration?.contact.kind == .conversation && registration?.contact.held == People.day("2026-11-21"))
    #expect(registration.map { Int($0.contact.client.number) } == client)
    #expect(registration?.contact.heard == .notAsked, "not asked is neither yes nor no")
    #expect(
      player.state.saved == .saving && player.state.form != nil, "nothing is said to be saved yet")
    let subject = Form.Subject.contact(ClientNumber(Int32(client ?? 0)))
    if let registration { player.send(.kept(.kept(ChangeName(registration, on: People.today)), subject)) }
    #expect(player.state.saved == .saved && player.state.mode == .browse)
    #expect(player.text.contains("Saved: conversation of 21 Nov"))
    #expect(drafts(player).last == .some(nil), "the draft is let go")
  }

  @Test("The whole form by keys: choices by letter and arrow, days as they are said")
  func whole() {
    var player = onBakker()
    player.press("c<BackTab>v<Tab>story<Enter>health: back<Tab>own<Tab>calls<Tab>u<Tab>n<Tab>+2w")
    player.press("<Tab><Right><Tab>25<C-s>")
    let contact = registered(player).first?.contact
    #expect(contact?.channel == .video)
    #expect(contact?.story == "story\nhealth: back" && contact?.said == "own")
    #expect(contact?.agreed == "calls" && contact?.agreedBy == .us && contact?.heard == .clientNo)
    #expect(registered(player).first?.next == People.day("2026-12-05"))
    #expect(contact?.initiative == .client && contact?.minutes == 25)
  }

  @Test("What cannot be kept is said at the entry where it is mended, and nothing is given to the store")
  func refusals() {
    var player = onBakker()
    player.press("c<Tab><Tab><Tab><Tab><Tab>yesterday<C-s>")
    #expect(player.state.form?.focus == .next && registered(player).isEmpty)
    player.press("<C-u>soon<C-s>")
    #expect(registered(player).isEmpty && player.text.contains("That is no day"))
    player.press("<C-u><C-s>")
    #expect(registered(player).isEmpty && player.text.contains("Nothing is told yet"))
    player.press("<C-s>")
    #expect(registered(player).count == 1, "asked once")
    var other = onBakker()
    other.press("m<BackTab><BackTab>tomorrow<C-s>")
    #expect(registered(other).isEmpty && other.text.contains("still to come"))
  }

  @Test("A day to come makes an appointment, and the form says so")
  func appointment() {
    var player = onBakker()
    player.press("c<BackTab><BackTab>tomorrow")
    #expect(player.text.contains("kept as an appointment"))
    player.press("<C-s>")
    #expect(registered(player).first?.kind(on: People.context.today) == .appointment)
  }

  @Test("What reads like a contact that is kept already is asked about once")
  func doubles() {
    var player = onBakker()
    player.press("fbakker<Enter>c<BackTab><BackTab>9 jul<Tab><Tab>again")
    player.press("<C-s>")
    #expect(registered(player).isEmpty && player.text.contains("is kept already"))
    player.press("<C-s>")
    #expect(registered(player).count == 1)
  }

  @Test("An attempt proposes to try again on a working day; a message and a conversation do not")
  func attempts() {
    var player = onBakker()
    player.press("m<C-s>")
    let registration = registered(player).first
    #expect(registration?.contact.kind == .attempt && registration?.contact.failure == .noAnswer)
    #expect(registration?.tryAgain == People.day("2026-11-23"), "Monday")
    for key in ["ctold", "c<BackTab><BackTab><BackTab>m"] {
      var other = onBakker()
      other.press(key + "<C-s>")
      #expect(registered(other).first.map { $0.tryAgain == nil } == true)
    }
  }

  @Test("Esc, a hangup and a failure leave the draft; it opens again, and discarding is its own key")
  func drafts() {
    var player = onBakker()
    player.press("cHalf a sto<Esc>")
    #expect(player.state.mode == .browse && player.text.contains("Your draft waits"))
    #expect(drafts(player).last??["story"] == "Half a sto")
    player.press("c")
    #expect(player.text.contains("your draft") && player.text.contains("Half a sto"))
    player.press("ry<C-s>")
    #expect(registered(player).first?.contact.story == "Half a story")
    if let form = player.state.form { player.send(.kept(.failed("The disk is full."), form.subject)) }
    #expect(player.state.form?.text(.story) == "Half a story" && player.state.saved == .failed)
    player.press("<C-x>")
    #expect(player.state.form != nil && player.text.contains("once more throws away"))
    player.press("<C-x>")
    #expect(player.state.mode == .browse && player.state.forms.isEmpty)
    #expect(drafts(player).last == .some(nil))
    player.press("c")
    #expect(!player.text.contains("Half a sto"))
  }

  @Test("Drafts of the last session are told of at the start, and D opens them")
  func draftsOfBefore() {
    let client = ClientNumber(1)
    var state = ScreenState(
      population: People.population, context: People.context, scope: CaseloadOwner(),
      size: .init(width: 140, height: 40),
      forms: [.contact(client): ["story": "From before", "kind": "conversation"]])
    _ = start(&state)
    #expect(render(state).text.contains("1 form that you filled in is not saved"))
    var player = Player(state)
    player.press("D")
    #expect(player.state.form?.client == client && player.text.contains("From before"))
  }

  @Test("The telephone rings while a form is filled in: who calls is found, and the form is as it was")
  func telephone() {
    var player = onBakker()
    player.press("cHalf a story<C-t>")
    let before = player.state.form
    player.press("nowak<Enter>")
    #expect(player.state.record.map { Int($0.number.number) } == 5)
    #expect(player.text.contains("Nowak"))
    player.press("cThe caller<Esc><Esc>")
    // Esc from her form to her record, Esc from there to where the telephone rang.
    #expect(before == nil && player.state.form?.text(.story) == "Half a story")
  }

  @Test(
    "The story wraps, grows, and the caret goes through it line by line",
    arguments: [(140, 40), (80, 24), (40, 10)])
  func story(_ width: Int, _ height: Int) {
    var player = onBakker(People.state(width: width, height: height))
    player.press("c")
    player.send(.paste(String(repeating: "word ", count: 400) + "\u{1B}[31m日本語 é\u{301}"))
    #expect(!player.text.unicodeScalars.contains("\u{1B}"))
    let end = player.frame.cursor
    #expect(end != nil)
    player.press("<Up><Up><Home>")
    #expect(player.frame.cursor != end)
    for _ in 0..<500 { player.press("<Up>") }
    #expect(player.state.form?.focus != nil)
    player.press("<C-s>")
    #expect(registered(player).first?.contact.story.utf8.count ?? 0 > 2_000, "nothing of it is lost")
  }

  @Test("The first letter takes the place of what is usual; a caret that was moved changes it")
  func usual() {
    var player = onBakker()
    player.press("c<BackTab><BackTab>fri")
    #expect(player.state.form?.text(.day) == "fri")
    var other = onBakker()
    other.press("c<BackTab><BackTab><Left>x")
    #expect(other.state.form?.text(.day) == "todaxy")
    var third = onBakker()
    third.press("c<BackTab><BackTab><Backspace>")
    #expect(third.state.form?.text(.day) == "toda")
  }

  @Test("There is one form of a client: looked up from it, her form beneath is gone back to")
  func oneForm() {
    var player = onBakker()
    player.press("cWe talked about<C-t>bakker<Enter>c more")
    #expect(player.state.form?.text(.story) == "We talked about more")
    player.press("<Esc>")
    #expect(player.state.mode == .browse)
  }

  @Test("The road of a talk is kept while messages are looked at; an attempt is by telephone")
  func roads() {
    var player = onBakker()
    player.press("c<BackTab>h<BackTab><BackTab><Right><Right><Right><Right>")
    #expect(
      player.state.form?.kind == .conversation && player.state.form?.channel == .homeVisit)
    var other = onBakker()
    other.press("m")
    #expect(other.state.form?.channel == .phone)
  }

  @Test("In the lowest window the entry that has the keys is in sight")
  func lowest() {
    var player = onBakker(People.state(width: 40, height: 10))
    player.press("c")
    for _ in 0..<12 {
      player.press("<Tab>")
      #expect(player.frame.cursor != nil)
      let name =
        player.state.form.flatMap { player.state.focused($0) }.map { player.state.speech($0.name).string }
        ?? "?"
      #expect(player.text.contains(name), "\(name)")
    }
  }

  @Test("Line by line: each line of the story stays, and the client is named")
  func plain() {
    var state = onBakker().state
    var dialogue = PlainDialogue()
    _ = dialogue.open(state)
    var said: [String] = []
    var effects: [Effect] = []
    for line in ["c", "First line.", "Second line.", "next", "I want to stay", "save"] {
      let answer = dialogue.take(line, &state)
      effects += answer.effects
      said += (answer.lines + dialogue.news(state, effects: answer.effects)).map(\.string)
    }
    #expect(said.contains { $0.contains("Contact: Bakker, Fatima") })
    let registration = effects.compactMap {
      if case .keep(.contact(let it, _), _) = $0 { it } else { nil }
    }.first
    #expect(registration?.contact.story == "First line.\nSecond line.")
    #expect(registration?.contact.said == "I want to stay")
  }
}
