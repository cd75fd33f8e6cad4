import CaseloadCore
import Testing

@Suite struct EnteredAloneTests {
  @Test func theFieldsOfTheStatusAndThePlanAreEnteredTogether() {
    let together = Catalogue.standard.fields.filter { !$0.isEnteredAlone }.map(\.id.text)
    #expect(together.sorted() == ["plan", "plan-review", "reason", "return", "since", "status"])
  }

  @Test func aChangeOfStatusWritesTheseFieldsAndNoOther() {
    let context = Context(
      today: Day(iso: "2026-11-20") ?? .earliest, now: Moment(seconds: 0), actor: Actor(name: "A"))
    let change = StatusChange(
      .paused, since: context.today, reason: "ill", returns: context.today.adding(days: 30))
    let fields = change.edits(ClientRecord(number: ClientNumber(1)), context).map(\.field)
    #expect(fields == StatusChange.fields)
  }
}
