import CaseloadCore
import Cells
import Testing

@testable import CaseloadScreens

/// The outcome that is pressed is the one on the form, whatever form of her was opened before.
@Suite struct OutcomeTests {
  @Test func aFormNobodyTypedInIsNoDraft() {
    var room = Room()
    room.press("jm<Esc>")
    #expect(room.player.state.forms.isEmpty && !room.text.contains("Your draft waits"))
    room.press("c")
    #expect(room.player.state.form?.kind == .conversation)
  }

  @Test func theOutcomePressedLastIsOnTheForm() {
    var room = Room.sweeping()
    room.press("xm<Enter><Esc>xd<Enter>")
    #expect(room.player.state.form?.code(.ending) == "died")
    room.press("<Esc>xm<Enter>")
    #expect(room.player.state.form?.code(.ending) == "moved")
    room.press("<Esc>p")
    #expect(room.player.state.form?.code(.status) == "paused")
  }

  @Test func aDateThatWasLeftIsNoConversationWithoutADay() {
    var room = Room.sweeping()
    let first = room.sweep?.current
    room.press("d<Esc>m")
    #expect(room.sweep?.current != first && room.tally.contains("1 tried"))
  }

  @Test func whatIsAskedStandsWhenTheRecordComesLater() throws {
    var state = People.state()
    state.chosen = ClientNumber(12)
    _ = start(&state)
    #expect(state.record == nil)
    _ = update(&state, .key("m"))
    var record = People.record(ClientNumber(12))
    record.contacts.insert(
      Contact(client: ClientNumber(12), kind: .conversation, held: People.today, channel: .inPerson), at: 0)
    _ = update(&state, .record(record))
    #expect(state.form?.kind == .attempt && state.form?.channel == .phone)
    #expect(state.form?.isTouched == false)
    _ = update(&state, .key(.escape))
    _ = update(&state, .key("S"))
    try #require(state.sweep != nil)
    // A status that the record says does not take the place of the one that was pressed.
    state.record = nil
    _ = update(&state, .key("p"))
    let client = try #require(state.form?.client)
    _ = update(&state, .record(People.record(client)))
    #expect(state.form?.code(.status) == "paused" && state.form?.isTouched == false)
  }

  @Test func overADraftTheOutcomeIsSetAndTheTextStays() {
    var room = Room.sweeping()
    room.press("pholiday<Esc>")
    #expect(room.player.state.forms.count == 1)
    room.press("xd<Enter>")
    #expect(room.player.state.form?.code(.status) == "closed")
    #expect(room.player.state.form?.text(.why) == "holiday")
    #expect(room.text.contains("Your draft is in this form"))
  }
}

/// What the store answers to one thing says nothing of another that is being typed.
@Suite struct LateAnswerTests {
  @Test func aFormThatIsBeingTypedStays() throws {
    var room = Room.sweeping()
    let first = try #require(room.sweep?.current)
    room.isSlow = true
    room.press("mbcshe called back")
    room.answer()
    #expect(room.player.state.form?.text(.story) == "she called back")
    #expect(room.player.state.forms[.contact(first)] != nil)
    #expect(!room.player.effects.contains(.keepDraft(.contact(first), nil)))
    room.isSlow = false
    room.press("<C-s>")
    #expect(room.sweep?.entry(of: first)?.outcome == .reached)
    #expect(room.player.state.forms.isEmpty)
  }

  @Test func aFormThatWasLeftWhileItIsSavedIsNoDraft() {
    var room = Room()
    room.isSlow = true
    room.press("jcwe talked<C-s><Esc>")
    room.answer()
    #expect(room.player.state.mode == .browse && room.player.state.forms.isEmpty)
  }

  @Test func anErrandThatIsEndedLeavesTheFormOfItAlone() {
    var room = Room()
    room.press("fbakker<Enter>t")
    room.isSlow = true
    room.press("d<Enter> of June")
    room.answer()
    #expect(room.player.state.form?.text(.what) == "bus pass of June")
    #expect(room.player.state.forms.count == 1)
  }

  @Test func anAttemptThatIsNotKeptIsTakenBackWhereverOneIs() throws {
    var room = Room.sweeping()
    let first = try #require(room.sweep?.current)
    room.isSlow = true
    room.fails = true
    room.press("mq")
    room.answer()
    let resting = try #require(room.player.state.sweeps.first)
    #expect(resting.entry(of: first)?.outcome == nil)
    #expect(room.kept?.entry(of: first)?.outcome == nil)
  }

  @Test func anOutcomeThatIsAnsweredLateIsPutWhereItWasMade() throws {
    var room = Room.sweeping()
    let first = try #require(room.sweep?.current)
    room.isSlow = true
    room.press("cwe talked<C-s><Esc>q")
    room.answer()
    #expect(room.player.state.sweeps.first?.entry(of: first)?.outcome == .reached)
    #expect(room.kept?.entry(of: first)?.outcome == .reached)
  }

  @Test func anAttemptOfASweepThatWasLeftSwallowsNoConversation() throws {
    var room = Room.sweeping()
    let first = try #require(room.sweep?.current)
    room.isSlow = true
    room.press("mq")
    room.answer()
    room.isSlow = false
    room.press("S<Down><Enter>b")
    #expect(room.sweep?.current == first)
    room.press("cshe called back<C-s>")
    #expect(room.sweep?.entry(of: first)?.outcome == .reached)
  }
}
