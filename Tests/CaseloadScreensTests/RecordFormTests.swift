import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Fields, errands, the plan, the status and what other sources say, by key scripts. Bakker, Fatima is the first client.
struct RecordFormTests {
  private static let bakker = ClientNumber(1)

  private func onBakker(_ width: Int = 140, _ height: Int = 40) -> Player {
    var player = Player(People.state(width: width, height: height))
    player.press("fbakker<Enter>")
    return player
  }

  private func edits(_ player: Player) -> [Edit] {
    player.effects.flatMap { effect -> [Edit] in
      if case .keep(.edits(let edits, _), _) = effect { edits } else { [] }
    }
  }

  private func edit(_ player: Player, _ field: FieldID) -> Edit? { edits(player).last { $0.field == field } }

  @Test("A CV is entered with two keys beside its day and place, and is not saved before the store says so")
  func cv() throws {
    var player = onBakker()
    player.press("vtoday<Tab>folder 12<C-s>")
    #expect(edit(player, "cv")?.new?.content == .day(People.today))
    #expect(edit(player, "cv")?.new?.source == .coach)
    #expect(edit(player, "cv-place")?.new?.content == .text("folder 12"))
    let form = try #require(player.state.form)
    #expect(player.state.saved == .saving)
    player.send(.kept(.kept(ChangeName(edits(player)), edits(player)), form.subject))
    #expect(player.state.form == nil)
    #expect(player.text.contains("Saved: CV: 21 Nov; CV lies in: folder 12 (Bakker, Fatima)"))
    #expect(player.effects.last == .keepDraft(form.subject, nil))
  }

  @Test("A field is chosen from all, those first that are missing; a letter jumps")
  func pick() throws {
    var player = onBakker()
    player.press("e")
    #expect(player.text.contains("Which field · Bakker, Fatima"))
    let first = try #require(player.state.editableFields.first)
    let row = try #require(player.state.cursorRow)
    #expect(player.state.population.missing(at: row, People.context).contains(first))
    player.press("d")
    #expect(player.frame.text.contains("D"))
    player.press("<Esc>")
    #expect(player.state.form == nil && !player.text.contains("Which field"))
  }

  @Test("The field under the cursor of a pane is the one that is edited, by letter")
  func choice() {
    var player = Player()
    player.press("2")
    while player.state.barPlace?.field != "heavy" { player.press("j") }
    player.press("e")
    let was = player.state.form?.code(.value)
    player.press("n<C-s>")
    #expect(edit(player, "heavy")?.new?.content == People.choice("heavy", "no"), "was \(was ?? "")")
  }

  @Test("Not known, declined and waived are states of their own; a waiver needs its reason and its day")
  func states() {
    for (letter, state) in [("a", State.notKnown), ("w", .declined)] {
      var player = onBakker()
      player.press("v<BackTab>")
      for _ in 0..<6 where player.state.form?.code(.state) != state.rawValue { player.press("<Right>") }
      player.press("<C-s>")
      #expect(edit(player, "cv")?.new?.state == state, "\(letter)")
      #expect(edit(player, "cv")?.new?.content == nil)
    }
    var player = onBakker()
    player.press("v<BackTab>")
    for _ in 0..<6 where player.state.form?.code(.state) != State.waived.rawValue { player.press("<Right>") }
    player.press("<C-s>")
    #expect(edits(player).isEmpty && player.text.contains("Why does it not help"))
    player.press("works at home<C-s>")
    #expect(edits(player).isEmpty && player.text.contains("looked at again"))
    player.press("+6m<C-s>")
    let value = edit(player, "cv")?.new
    #expect(value?.state == .waived && value?.reason == "works at home")
    #expect(value?.until == People.day("2027-05-21"))
  }

  @Test("A field with a legal ground cannot be waived, and the form says why")
  func ground() throws {
    let plan = try #require(Catalogue.standard["plan"])
    let sheet = FieldSheet(field: plan, Catalogue.standard)
    let states = sheet.lines(Form(.field(Self.bakker, "plan"))).first?.first?.choices.map(\.code) ?? []
    #expect(!states.contains(State.waived.rawValue) && states.contains(State.declined.rawValue))
  }

  @Test(
    "What is entered with the status or the plan is not waived by itself, and the key says where it is entered"
  )
  func notAlone() {
    // Janssen is paused: an active client's pane has no line for the status.
    for (field, name) in [("status", "janssen"), ("plan", "bakker")] as [(FieldID, String)] {
      var player = Player(People.state(width: 140, height: 40))
      player.press("f\(name)<Tab>3")
      for _ in 0..<60 { player.press("k") }
      for _ in 0..<60 where MonitoringPane.field(player.state) != field { player.press("j") }
      #expect(MonitoringPane.field(player.state) == field)
      player.press("x")
      #expect(player.state.form == nil, "\(field)")
      #expect(player.text.contains("The status (P) and the plan (p) are entered whole."), "\(field)")
    }
  }

  @Test("What cannot be read is said as one types, and is not saved; the draft stays")
  func unread() {
    var player = Player()
    player.press("2")
    while player.state.barPlace?.field != "licence" { player.press("j") }
    player.press("e<C-u>B, XY")
    #expect(player.text.contains("“XY” is none of the choices"))
    player.press("<C-s>")
    #expect(edits(player).isEmpty && player.state.form?.refusal != nil)
    player.press("<Esc>")
    #expect(player.state.forms.count == 1)
    player.press("D")
    #expect(player.state.form?.text(.value) == "B, XY")
  }

  @Test("An errand is made, changed, put off with a reason, ended and opened again")
  func errands() throws {
    var player = onBakker()
    player.press("t")
    #expect(player.text.contains("Errands · Bakker, Fatima") && player.text.contains("bus pass"))
    player.press("d")
    let done = try #require(edits(player).last)
    #expect(done.record == RecordRef(.errand, 7) && done.field == "done")
    player.press("<Enter><Tab><Tab><Tab>+1w<Tab><C-s>")
    #expect(player.text.contains("Why is it put off"))
    player.press("holiday<C-s>")
    #expect(edit(player, "snoozed")?.new?.content == .day(People.day("2026-11-28")))
    #expect(edit(player, "snooze_reason")?.new?.content == .text("holiday"))
    player.press("<Esc>n")
    player.press("ask the baker<Tab>fri<Tab>t<C-s>")
    #expect(edit(player, "text")?.record == RecordRef(.errand, RecordRef.new))
    #expect(edit(player, "due")?.new?.content == .day(People.day("2026-11-27")))
  }

  @Test("Without an open errand the key opens a new one at once")
  func firstErrand() {
    var player = Player()
    player.press("fnowak<Enter>tcall the hall<C-s>")
    #expect(edit(player, "text")?.new?.content == .text("call the hall"))
  }

  @Test("The plan is written with its goal and steps; its day stands among the client's fields")
  func plan() {
    var player = onBakker()
    player.press("pForklift, then logistics<Tab>Ruud: visit the hall, 1 Dec<Enter>client: apply<Tab>+3m<C-s>")
    let plan = RecordRef(.plan, RecordRef.new)
    #expect(
      edits(player).first { $0.record == plan && $0.field == "text" }?.new?.content
        == .text("Forklift, then logistics"))
    #expect(
      edits(player).first { $0.record == plan && $0.field == "steps" }?.new?.content
        == .text("Ruud: visit the hall, 1 Dec\nclient: apply"))
    #expect(edit(player, "plan")?.new?.content == .day(People.today))
    #expect(edit(player, "plan-review")?.new?.content == .day(People.day("2027-02-21")))
  }

  @Test("A pause without its return day is refused at that entry; closing names the open errands once")
  func status() {
    var player = onBakker()
    player.press("Pp<Tab><Tab>operation<C-s>")
    #expect(player.state.form?.focus == .returns && player.text.contains("needs its return day"))
    player.press("+6w<C-s>")
    #expect(edit(player, "return")?.new?.content == .day(People.day("2027-01-02")))
    var other = onBakker()
    other.press("P")
    while other.state.form?.code(.status) != "closed" { other.press("<Right>") }
    other.press("<C-s>")
    #expect(edits(other).isEmpty && other.text.contains("1 errand is still open: bus pass"))
    other.press("<C-s>")
    #expect(edit(other, "status")?.new?.content == People.choice("status", "closed"))
    #expect(edit(other, "reason")?.new?.content == .text("placed in work"))
  }

  @Test("What another source says is taken or left with one key, and each is a change that is undone as any")
  func offers() throws {
    var player = onBakker()
    let offered = Value.recorded(.text("06-99"), source: .questionnaire, day: People.day("2026-11-20"))
    var record = People.record(Self.bakker)
    record.offers = [Offer(id: 3, client: Self.bakker, field: "phone", value: offered)]
    player.send(.record(record))
    player.press("O")
    #expect(player.text.contains("06-99") && player.text.contains("says:"))
    player.press("<Enter>")
    #expect(edit(player, "phone")?.new == offered, "with its own source and day")
    #expect(edit(player, "decided")?.record == RecordRef(.offer, 3))
    player.press("x")
    #expect(edits(player).last?.field == "decided")
  }

  @Test(
    "What somebody else changed meanwhile is shown, with who and when; the form stays, over what stands now")
  func conflict() throws {
    var player = onBakker()
    player.press("vtoday<C-s>")
    let form = try #require(player.state.form)
    let conflict = ChangeConflict(
      .keeping(ChangeName(edits(player)), Self.bakker),
      values: [
        Contradiction(
          record: .client(Self.bakker), field: "cv", mine: edit(player, "cv")?.new,
          now: .recorded(.day(People.day("2026-11-01")), source: .coach), author: "A. Bos",
          day: People.day("2026-11-21"))
      ])
    player.send(.kept(.conflict(conflict), form.subject))
    #expect(player.text.contains("Not saved: CV (Bakker, Fatima)") && player.text.contains("by A. Bos"))
    player.press("<Esc>")
    #expect(player.state.form?.text(.value) == "today" && player.state.form?.step == .filling)
    #expect(player.state.form?.seen != nil, "it was read again")
  }

  @Test(
    "Every form stands at every size, and its entry is in sight", arguments: [(140, 40), (80, 24), (40, 10)])
  func sizes(_ width: Int, _ height: Int) {
    for key in ["c", "m", "v", "p", "t", "P"] {
      var player = onBakker(width, height)
      player.press(key)
      for _ in 0..<8 {
        #expect(player.frame.cursor != nil, "\(key)")
        player.press("<Tab>")
      }
    }
  }
}

/// Contacts that are put right or moved, what is done for several clients, and the user's own editor.
struct BulkAndMoveTests {
  private static let bakker = ClientNumber(1)

  private func onBakker() -> Player {
    var player = Player()
    player.press("fbakker<Enter>")
    return player
  }

  private func withOwnContact() -> Player {
    var player = onBakker()
    var record = People.record(Self.bakker)
    record.contacts = [
      Contact(
        id: 9, client: Self.bakker, kind: .conversation, held: People.day("2026-11-20"), channel: .phone,
        initiative: .us, colleague: "J. de Vries", story: "wrong client", source: .coach)
    ]
    player.send(.record(record))
    return player
  }

  private func edits(_ player: Player) -> [Edit] {
    player.effects.flatMap { effect -> [Edit] in
      if case .keep(.edits(let edits, _), _) = effect { edits } else { [] }
    }
  }

  @Test("A contact moves to the client who is named, and only where one is meant")
  func move() {
    var player = withOwnContact()
    player.press("TM")
    #expect(
      player.text.contains("Move this contact · Bakker, Fatima") && player.text.contains("wrong client"))
    player.press("<C-s>")
    #expect(edits(player).isEmpty && player.text.contains("one client is left"))
    player.press("nowak")
    #expect(player.text.contains("✓ Nowak, Łukasz (5)"))
    player.press("<C-s>")
    let edit = edits(player).first
    #expect(edits(player).count == 1 && edit?.record == RecordRef(.contact, 9) && edit?.field == "client")
    #expect(edit?.old?.content == .exactly(1) && edit?.new?.content == .exactly(5))
  }

  @Test("A contact is put right over what is kept: only what differs is changed")
  func correction() {
    var player = withOwnContact()
    player.press("T<Enter>")
    #expect(player.state.form?.text(.story) == "wrong client")
    player.press(" indeed<BackTab>v<C-s>")
    #expect(Set(edits(player).map(\.field)) == ["story", "channel"])
    #expect(edits(player).first { $0.field == "story" }?.old?.content == .text("wrong client"))
  }

  @Test(
    "What is typed at a choice is its name from the beginning; what begins none chooses none, and says so")
  func typedChoices() {
    func education(_ keys: String) -> Player {
      var player = Player()
      player.press("2")
      while player.state.barPlace?.field != "education" { player.press("j") }
      player.press("e" + keys)
      return player
    }
    #expect(education("mbo 3").state.form?.code(.value) == "mbo3")
    #expect(education("mm").state.form?.code(.value) == "mbo2", "the same letter goes on to the next")
    let before = education("").state.form?.code(.value)
    var player = education("xyz")
    #expect(player.state.form?.code(.value) == before && player.text.contains("begins with “xyz”"))
    player.press("<Backspace>hbo")
    #expect(player.state.form?.code(.value) == "hbo" && player.state.form?.refusal == nil)
  }

  @Test("Moving takes back what the contact did where it was: a message waits again, an errand is open again")
  func movingReopens() {
    var player = withOwnContact()
    var record = People.record(Self.bakker)
    let day = People.day("2026-11-20")
    record.contacts = [
      Contact(id: 9, client: Self.bakker, kind: .conversation, held: day, logged: day, source: .coach),
      Contact(
        id: 8, client: Self.bakker, kind: .messageIn, held: People.day("2026-11-18"), answered: day,
        source: .coach),
    ]
    record.errands = [Errand(id: 7, client: Self.bakker, text: "Try again", done: day, kind: .tryAgain)]
    player.send(.record(record))
    player.press("TMnowak<C-s>")
    #expect(Set(edits(player).map(\.field)) == ["client", "answered", "done"])
    #expect(edits(player).filter { $0.field != "client" }.allSatisfy { $0.new == nil })
  }

  @Test("A contact of the register is not changed here, and the screen says so")
  func registers() {
    var player = onBakker()
    player.press("TM")
    #expect(player.state.form == nil && player.text.contains("The register keeps this contact"))
  }

  @Test("For several: first how many and who is left out, then one change with its reason")
  func bulk() throws {
    var player = Player()
    player.press("B")
    #expect(player.state.form == nil && player.text.contains("Mark clients first"))
    player.press("j<Space>j<Space>B")
    #expect(player.text.contains("2 marked clients"))
    player.press("<Tab>call them<Tab>fri<C-s>")
    #expect(player.text.contains("2 of 2 change.") && player.text.contains("once more"))
    player.press("<C-s>")
    let keeping = try #require(
      player.effects.compactMap { effect -> (BulkDeed, [ClientNumber])? in
        if case .keep(.bulk(let deed, let clients, _), .marked) = effect { (deed, clients) } else { nil }
      }.first)
    #expect(keeping.0 == .errand("call them", due: People.day("2026-11-27"), .us) && keeping.1.count == 2)
  }

  @Test("Who is so already is left out and named; a track needs its reason")
  func leftOut() {
    var player = Player()
    player.press("j<Space>j<Space>B<Right><Tab>d<C-s>")
    #expect(player.text.contains("Why? It is kept in the history"))
    player.press("reorganised<C-s>")
    // Both are in development already.
    #expect(player.text.contains("nobody would change"))
  }

  @Test("The text comes back from the user's own editor; one that is too long leaves it as it was")
  func editor() {
    var player = onBakker()
    player.press("cHalf<C-o>")
    #expect(player.effects.last { if case .openEditor = $0 { true } else { false } } == .openEditor("Half"))
    player.send(.edited(.edited("Half a story\nand its end")))
    #expect(player.state.form?.text(.story) == "Half a story\nand its end")
    player.send(.edited(.edited(String(repeating: "x", count: 30_000))))
    #expect(player.state.form?.text(.story) == "Half a story\nand its end")
    player.send(.edited(.noEditor))
    #expect(player.text.contains("No editor is set"))
  }

  @Test("A client is added by hand: who has such a name already is shown, and asked about once")
  func newClient() {
    var player = Player()
    player.press("Nbakker, Noor")
    #expect(player.text.contains("Is it one of these? Bakker, Fatima (1)"))
    player.press("<Tab>3-1990<C-s>")
    #expect(edits(player).isEmpty && player.text.contains("once more saves"))
    player.press("<C-s>")
    let made = edits(player)
    #expect(
      made.first?.field == Creation.field
        && made.allSatisfy { $0.record == RecordRef(.client, RecordRef.new) })
    #expect(
      made.first { $0.field == "name" }?.new?.content == .name(PersonName(family: "bakker", given: "Noor")))
    #expect(made.first { $0.field == "coach" }?.new?.content == .text("J. de Vries"))
    var other = Player()
    other.press("NZandt<C-s>")
    #expect(!edits(other).isEmpty, "nobody has such a name")
  }
}
