import CaseloadCore
import Testing

/// What a contact did to the client it was entered with is taken back when it moves, as far as nothing else did it too.
@Suite struct MovingTests {
  private let client = ClientNumber(1)
  private let third = day("2026-11-03")

  private func contact(_ id: Int64, _ kind: ContactKind, answered: Day? = nil, held: Day? = nil) -> Contact {
    Contact(
      id: id, client: client, kind: kind, held: held ?? third, logged: third, answered: answered,
      source: .coach)
  }

  private func moved(_ contact: Contact, among contacts: [Contact], _ errands: [Errand] = []) -> [String] {
    ClientRecord(number: client, contacts: contacts, errands: errands)
      .edits(moving: contact, to: ClientNumber(2), on: day("2026-11-21"))
      .map { "\($0.record.kind.rawValue) \($0.record.id) \($0.field.text)" }
  }

  @Test func aMessageWaitsAgainUnlessSomethingElseAnsweredIt() {
    let message = contact(1, .messageIn, answered: third, held: day("2026-11-01"))
    let talk = contact(2, .conversation)
    #expect(moved(talk, among: [message, talk]) == ["contact 2 client", "contact 1 answered"])
    let letter = contact(3, .messageOut)
    #expect(moved(talk, among: [message, talk, letter]) == ["contact 2 client"])
    #expect(moved(letter, among: [message, talk, letter]) == ["contact 3 client"])
  }

  @Test func anErrandIsOpenAgainUnlessAnAttemptOfTheDayEndedIt() {
    let errand = Errand(id: 7, client: client, text: "Try again", done: third, kind: .tryAgain)
    let talk = contact(2, .conversation)
    #expect(moved(talk, among: [talk], [errand]) == ["contact 2 client", "errand 7 done"])
    #expect(moved(talk, among: [talk, contact(3, .attempt)], [errand]) == ["contact 2 client"])
  }

  @Test func theErrandOfTheOnlyAttemptGoesAlong() {
    let errand = Errand(id: 7, client: client, text: "Try again", kind: .tryAgain)
    let plain = Errand(id: 8, client: client, text: "Ask the doctor")
    let attempt = contact(2, .attempt)
    #expect(moved(attempt, among: [attempt], [errand, plain]) == ["contact 2 client", "errand 7 client"])
    #expect(moved(attempt, among: [attempt, contact(3, .attempt)], [errand]) == ["contact 2 client"])
  }
}

/// The errand that a failed attempt makes.
@Suite struct TryErrandTests {
  private func record(attempts: Int, errands: [Errand] = []) -> ClientRecord {
    let client = ClientNumber(1)
    return ClientRecord(
      number: client,
      contacts: (0..<attempts).map {
        Contact(
          id: Int64($0), client: client, kind: .attempt, held: day("2026-11-0\($0 + 1)"), source: .coach)
      }, errands: errands)
  }

  @Test func aWrongNumberIsNeverALetter() {
    let settings = Settings()
    for attempts in 0..<4 {
      let record = record(attempts: attempts)
      #expect(record.tryKind(settings, after: .wrongNumber) == .number)
      #expect(record.tryKind(settings, after: .noAnswer) == (attempts < 2 ? .tryAgain : .letter))
      #expect(record.tryErrand(settings, after: .wrongNumber, in: .english).contains("number"))
    }
  }

  @Test func whatIsOpenAlreadyIsNotProposedAgainAndHidesNothingElse() {
    var context = Clients.context
    context.today = day("2026-11-20")
    let number = Errand(client: ClientNumber(1), text: "Find the number", kind: .number)
    let record = record(attempts: 3, errands: [number])
    #expect(record.dayToTryAgain(after: context.today, context, failure: .wrongNumber) == nil)
    #expect(record.dayToTryAgain(after: context.today, context, failure: .noAnswer) == day("2026-11-23"))
  }
}
