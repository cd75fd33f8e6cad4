import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// Hand-overs and absences, by key scripts. J. de Vries is at the keyboard on Saturday 21 November 2026.
struct TeamFormTests {
  private static let bos = Colleague("B. Bos", team: "Noord 2")
  private static let all = [bos, Colleague("J. de Vries", team: "Noord 2"), Colleague("K. Smit")]

  private func opened(
    _ width: Int = 140, _ height: Int = 40, transfers: [WaitingTransfer] = [],
    absences: [Absence] = [], more: [ClientFacts] = []
  ) -> Player {
    var population = Population()
    for person in People.all {
      var facts = People.facts(person)
      facts.values["coach"] = .recorded(.text("J. de Vries"), source: .register)
      population.put(facts)
    }
    for facts in more { population.put(facts) }
    var context = People.context
    context.calendar = AbsenceCalendar(absences)
    return Player(
      ScreenState(
        population: population, context: context,
        scope: CaseloadOwner(coach: "J. de Vries", team: "Noord 2"),
        size: ScreenState.Size(width: width, height: height), transfers: transfers),
      records: transfers.map { record($0) })
  }

  private func edits(_ player: Player) -> [Edit] {
    player.effects.flatMap { effect -> [Edit] in
      if case .keep(.edits(let edits, _), _) = effect { edits } else { [] }
    }
  }

  private func waiting(
    _ client: Int32, from: String, to: String, _ answer: TransferAnswer? = nil, name: String = "Vermeer"
  ) -> WaitingTransfer {
    WaitingTransfer(
      Transfer(
        id: 4, client: ClientNumber(client), from: from, to: to, proposed: People.day("2026-11-19"),
        note: "mind the dog", answer: answer, answered: answer.map { _ in People.day("2026-11-20") },
        reason: answer == .declined ? "my caseload is full" : ""),
      name: PersonName(family: name, given: "Ina"))
  }

  /// The record of a client who is offered.
  private func record(_ waiting: WaitingTransfer) -> ClientRecord {
    ClientRecord(
      number: waiting.transfer.client,
      values: ["coach": .recorded(.text(waiting.transfer.from), source: .register)],
      transfers: [waiting.transfer])
  }

  @Test("Who is at the keyboard: the coach whose caseload it is, else whose file this is, else the login")
  func person() {
    var context = People.context
    #expect(CaseloadOwner(coach: "A. Bos").person(context) == "A. Bos")
    #expect(CaseloadOwner().person(context) == "J. de Vries", "the login")
    let isSet = context.settings.set(.owner, to: "C. Kok", version: 1, since: nil, keptBy: nil)
    #expect(isSet)
    #expect(CaseloadOwner().person(context) == "C. Kok")
    #expect(CaseloadOwner(coach: "A. Bos").person(context) == "A. Bos")
  }

  @Test("A client is offered with a part of a colleague's name and a note; nothing of hers changes")
  func offer() throws {
    var player = opened()
    player.press("fbakker<Enter>A")
    #expect(player.effects.contains(.loadColleagues))
    player.send(.colleagues(Self.all))
    player.press("bos")
    #expect(player.text.contains("✓ B. Bos · Noord 2"))
    player.press("<Tab>Mind the dog.<C-s>")
    let made = edits(player)
    #expect(made.allSatisfy { $0.record.kind == .transfer })
    #expect(made.first { $0.field == "to_coach" }?.new?.content == .text("B. Bos"))
    #expect(made.first { $0.field == "note" }?.new?.content == .text("Mind the dog."))
  }

  @Test("A name that nobody has is asked once; several are refused")
  func strangers() {
    var player = opened()
    player.press("fbakker<Enter>A")
    player.send(.colleagues(Self.all))
    player.press("s<C-s>")
    #expect(edits(player).isEmpty && player.text.contains("several: B. Bos; J. de Vries; K. Smit"))
    player.press("<C-u>N. Nieuw<C-s>")
    #expect(edits(player).isEmpty && player.text.contains("No colleague here is called N. Nieuw."))
    player.press("<C-s>")
    #expect(edits(player).first { $0.field == "to_coach" }?.new?.content == .text("N. Nieuw"))
  }

  @Test("A closed record, and a client who is offered already, are refused with words")
  func refused() {
    var player = opened(transfers: [waiting(1, from: "J. de Vries", to: "K. Smit", .withdrawn)])
    player.press("jA")
    player.send(.colleagues(Self.all))
    player.press("vries<C-s>")
    #expect(edits(player).isEmpty && player.text.contains("is that coach's client already"))
  }

  @Test("What is offered is said at the start and in the top line, and accepted with two keys")
  func accept() throws {
    let offered = waiting(99, from: "B. Bos", to: "J. de Vries")
    var player = opened(transfers: [offered])
    #expect(player.text.contains("1 client is offered to you: A looks."))
    #expect(player.text.contains("1 offered (A)"))
    player.press("A")
    #expect(player.text.contains("Vermeer, Ina · offered to you by B. Bos since 19 Nov"))
    #expect(player.text.contains("mind the dog"))
    player.press("<Enter>")
    // She is in no list of one's own: her record is read for the form alone.
    #expect(player.effects.contains(.loadRecord(ClientNumber(99))))
    player.send(.colleagues(Self.all))
    player.press("<C-s>")
    let made = edits(player)
    #expect(made.first { $0.field == "coach" }?.new?.content == .text("J. de Vries"))
    #expect(made.first { $0.field == "team" }?.new?.content == .text("Noord 2"))
    #expect(made.first { $0.field == "assigned" }?.new?.content == .day(People.today))
    let form = try #require(player.state.form)
    player.send(.kept(.kept(ChangeName(made, transfers: [offered.transfer]), made), form.subject))
    player.send(.team(TeamNews(calendar: AbsenceCalendar(), transfers: [])))
    #expect(player.text.contains("Saved: hand-over to J. de Vries accepted"))
    #expect(!player.text.contains("offered (A)") && player.state.record?.number != ClientNumber(99))
  }

  @Test("Declining asks for a line of reason; who offered it sees that beside the client, and puts it aside")
  func decline() throws {
    let offered = waiting(99, from: "B. Bos", to: "J. de Vries")
    var player = opened(transfers: [offered])
    player.press("A<Enter>")
    player.send(.colleagues(Self.all))
    player.press("d<C-s>")
    #expect(edits(player).isEmpty && player.text.contains("Who offered it reads the reason"))
    player.press("full<C-s>")
    #expect(edits(player).contains { $0.field == "reason" && $0.new?.content == .text("full") })
    #expect(!edits(player).contains { $0.record.kind == .client })

    let declined = waiting(1, from: "J. de Vries", to: "B. Bos", .declined)
    var mine = opened(transfers: [declined])
    mine.press("j")
    #expect(mine.text.contains("B. Bos declined on"))
    mine.press("A")
    #expect(mine.text.contains("my caseload is full"))
    mine.press("<Enter>")
    mine.press("<C-s>")
    #expect(edits(mine).map(\.field) == ["answer"])
  }

  @Test("Somebody's offer that comes while the dashboard is open is said; that of others is not")
  func news() {
    var player = opened()
    let others = waiting(99, from: "B. Bos", to: "K. Smit")
    player.send(.team(TeamNews(calendar: AbsenceCalendar(), transfers: [others])))
    #expect(!player.text.contains("offered"))
    let mine = waiting(98, from: "B. Bos", to: "J. de Vries")
    player.send(.team(TeamNews(calendar: AbsenceCalendar(), transfers: [others, mine])))
    #expect(player.text.contains("1 client is offered to you"))
    // An undo that opens an offer again says that it was undone.
    let step = UndoStep(way: .undo, name: ChangeName([]), client: nil)
    player.send(.undone(.done(step)))
    let second = waiting(97, from: "B. Bos", to: "J. de Vries")
    player.send(.team(TeamNews(calendar: AbsenceCalendar(), transfers: [mine, second])))
    #expect(player.text.contains("Undone: ") && player.text.contains("2 offered (A)"))
  }

  @Test("For all marked: the preview names who is offered already, and to whom")
  func bulk() throws {
    var player = opened(transfers: [waiting(1, from: "J. de Vries", to: "K. Smit")])
    player.press("j<Space>j<Space>B")
    player.send(.colleagues(Self.all))
    for _ in 0..<8 where player.state.form?.code(.deed) != "transfer" { player.press("<Right>") }
    #expect(player.state.form?.code(.deed) == "transfer")
    player.press("<Tab>bos<Tab>Mind the dog.<C-s>")
    #expect(player.text.contains("is offered to K. Smit already"))
    player.press("<C-s>")
    let bulk = player.effects.compactMap { effect -> BulkDeed? in
      if case .keep(.bulk(let deed, _, _), _) = effect { deed } else { nil }
    }
    #expect(bulk == [.transfer(to: "B. Bos", note: "Mind the dog.")])
  }

  private func absence(
    _ colleague: String, _ first: String, _ last: String?, _ standIn: String = "", id: Int64 = 1
  ) -> Absence {
    Absence(
      id: id, colleague: colleague, first: People.day(first), last: last.map { People.day($0) },
      standIn: standIn)
  }

  @Test("An absence says what falls into its days and where that goes, and is saved at the second time")
  func away() throws {
    var player = opened()
    player.press("H")
    #expect(player.text.contains("Nobody is away"))
    player.press("n")
    player.send(.colleagues(Self.all))
    player.press("mon<Tab>4/12")
    // Berg has an appointment on 28 Nov, Nowak on 2 Dec; Bakker an errand in the store only.
    #expect(player.text.contains("2 appointments (Berg, Jan van den 28 Nov; Nowak, Łukasz 2 Dec)"))
    #expect(player.text.contains("wait until Mon 7 Dec 2026"))
    player.press("<C-s>")
    #expect(edits(player).isEmpty)
    player.press("<Tab>bos")
    #expect(player.text.contains("go to B. Bos"))
    player.press("<C-s>")
    #expect(edits(player).isEmpty, "asked once more, for it is another absence now")
    player.press("<C-s>")
    let made = edits(player)
    #expect(made.first { $0.field == "colleague" }?.new?.content == .text("J. de Vries"))
    #expect(made.first { $0.field == "last_day" }?.new?.content == .day(People.day("2026-12-04")))
    #expect(made.first { $0.field == "stand_in" }?.new?.content == .text("B. Bos"))
    let form = try #require(player.state.form)
    player.send(.kept(.kept(ChangeName(made), []), form.subject))
    #expect(player.text.contains("Saved: absence of J. de Vries"))
  }

  @Test("Overlapping days are refused with the days that stand; a stand-in who is away too is asked once")
  func doubts() {
    var player = opened(absences: [
      absence("K. Smit", "2026-11-23", "2026-11-27"), absence("B. Bos", "2026-12-01", nil, id: 2),
    ])
    player.press("Hn")
    player.send(.colleagues(Self.all))
    player.press("27/11<Tab>2/12<Tab>bos<Tab>smit<C-s>")
    #expect(edits(player).isEmpty && player.text.contains("K. Smit is away already: 23 Nov … 27 Nov"))
    player.press("<C-u>30/11<C-s>")
    #expect(
      edits(player).isEmpty && player.text.contains("B. Bos is away too: from 1 Dec, until further notice."))
    player.press("<C-s>")
    #expect(!edits(player).isEmpty)
  }

  @Test("Who is back ends the absence; one that is changed shows its days, and no reason anywhere")
  func ends() {
    let now = absence("B. Bos", "2026-11-16", "2026-12-04", "J. de Vries")
    var player = opened(absences: [now])
    player.press("H")
    #expect(player.text.contains("B. Bos · 16 Nov … 4 Dec · now · you stand in"))
    player.press("<Enter>")
    player.send(.colleagues(Self.all))
    #expect(player.state.form?.text(.lastDay) == "4 Dec")
    #expect(player.state.sheet(Form(.absence(1))).lines(Form(.absence(1))).joined().count == 4)
    player.press("+1w<C-s><C-s>")
    #expect(edits(player).map(\.field) == ["last_day"])
    player.press("<Esc>d")
    #expect(edits(player).last?.new?.content == .day(People.day("2026-11-20")))
  }

  /// A client of B. Bos.
  private var ofBos: ClientFacts {
    var facts = ClientFacts(number: ClientNumber(90))
    facts.values["name"] = .recorded(.name(PersonName(family: "Aalders", given: "Wim")), source: .register)
    facts.values["coach"] = .recorded(.text("B. Bos"), source: .register)
    return facts
  }

  @Test(
    "The caseload names for whom one stands in; norm and count stay one's own; a sign tells whose is whose")
  func standingIn() {
    let now = absence("B. Bos", "2026-11-16", "2026-12-04", "J. de Vries")
    let player = opened(absences: [now], more: [ofBos])
    #expect(player.text.contains("21 clients (norm 80) + 1 of B. Bos until 4 Dec"))
    #expect(player.text.contains("↔ Aalders, Wim") && !player.text.contains("↔ Bakker"))
    #expect(player.text.contains("↔ a colleague's"))
    var filtered = player
    filtered.press("j")
    #expect(filtered.text.contains("B. Bos, away") && filtered.text.contains("you stand in"))
    filtered.press("/@standing-in<Enter>")
    #expect(filtered.names == ["Aalders"])
  }

  @Test("At midnight the stand-in ends, and with it what is said of it")
  func midnight() {
    let now = absence("B. Bos", "2026-11-16", "2026-11-21", "J. de Vries")
    var player = opened(absences: [now], more: [ofBos])
    #expect(player.text.contains("+ 1 of B. Bos"))
    player.send(.midnight(People.day("2026-11-22")))
    #expect(!player.text.contains("of B. Bos until"))
    player.send(.reloaded(People.all.map { People.facts($0) }))
    #expect(player.state.population.count == People.all.count && !player.text.contains("Aalders"))
  }

  @Test("What comes due while nobody stands in waits, and the pane says until when")
  func waits() {
    var facts = ofBos
    facts.summary.nextErrand = People.day("2026-11-18")
    facts.summary.openErrands = 1
    let now = absence("B. Bos", "2026-11-16", "2026-12-04")
    var player = opened(absences: [now], more: [facts])
    player.press("/@due-today<Enter>")
    #expect(player.names == [])
    player.press("<Esc>j")
    #expect(player.text.contains("what comes due waits") && player.text.contains("until 7 Dec"))
    player.send(.midnight(People.day("2026-12-07")))
    player.press("/@due-today<Enter>")
    #expect(player.names == ["Aalders"])
  }

  @Test("Forms, lists and signs fit 80 x 24, and are read in lines")
  func narrow() {
    let now = absence("B. Bos", "2026-11-16", "2026-12-04", "J. de Vries")
    var player = opened(
      80, 24, transfers: [waiting(99, from: "B. Bos", to: "J. de Vries")], absences: [now], more: [ofBos])
    #expect(player.text.contains("21 clients + 1"))
    for keys in ["A", "<Enter>", "<Esc><Esc>V", "<Enter>"] {
      player.press(keys)
      #expect(!player.text.isEmpty && !PlainPage(player.state).lines.isEmpty)
    }
  }
}
