import Testing

@testable import CaseloadCore

@Suite struct SummaryTests {
  private static let client = ClientNumber(1)

  private func contact(
    _ kind: ContactKind, held: String? = nil, logged: String? = nil, channel: Channel = .phone,
    initiative: Initiative = .us, by colleague: String = "J. de Vries", answered: String? = nil
  ) -> Contact {
    Contact(
      client: Self.client, kind: kind, held: held.map { day($0) }, logged: logged.map { day($0) },
      channel: channel, initiative: initiative, colleague: colleague, answered: answered.map { day($0) })
  }

  private func summary(_ contacts: [Contact], errands: [Errand] = [], since: String? = nil) -> Summary {
    Summary(contacts: contacts, errands: errands, historySince: since.map { day($0) })
  }

  @Test func nothingIsNothing() {
    #expect(summary([]) == Summary())
    #expect(summary([], since: "2026-01-01") == Summary(historySince: day("2026-01-01")))
  }

  @Test func onlyConversationsCountAsSeen() {
    for kind in ContactKind.allCases where kind != .conversation {
      let one = summary([contact(kind, held: "2026-09-01", logged: "2026-09-01")])
      #expect(one.lastConversation == nil, "\(kind)")
      #expect(one.lastOurs == nil, "\(kind)")
      #expect(one.conversations == 0, "\(kind)")
    }
    #expect(summary([contact(.conversation, held: "2026-09-01")]).lastConversation == day("2026-09-01"))
  }

  @Test func whoTookTheInitiativeIsUnknownWhereNobodyWroteIt() {
    let all = summary([
      contact(.conversation, held: "2026-07-09"),
      contact(.conversation, held: "2026-08-20", initiative: .unknown),
      contact(.conversation, held: "2026-09-01", initiative: .client),
      contact(.messageOut, held: "2026-10-01", initiative: .unknown),
    ])
    #expect(all.lastOurs == day("2026-07-09") && all.lastUnsure == day("2026-08-20"))
    func quiet(_ today: String, _ contacts: [Contact]) -> Truth {
      let seen = LastSeen(
        oursOf: summary(contacts, since: "2026-01-01"), start: day("2026-01-01"), today: day(today))
      return seen.isLongerAgo(than: Period(months: 3), on: day(today))
    }
    let ours = contact(.conversation, held: "2026-07-09")
    let hers = contact(.conversation, held: "2026-11-01", initiative: .client)
    let unsure = contact(.conversation, held: "2026-11-01", initiative: .unknown)
    #expect(quiet("2026-10-09", [ours, hers]) == .no)
    #expect(quiet("2026-10-10", [ours, hers]) == .yes)
    #expect(quiet("2026-11-21", [ours, unsure]) == .unknown)
    #expect(quiet("2026-11-21", [hers]) == .yes)
    #expect(quiet("2026-11-21", [contact(.unconfirmed, held: "2026-11-01"), ours]) == .unknown)
  }

  @Test func theLatestConversationNamesItsColleagueAndChannelInAnyOrder() {
    let contacts = [
      contact(.conversation, held: "2026-07-09", channel: .phone, by: "J. de Vries"),
      contact(.conversation, held: "2026-08-20", channel: .homeVisit, initiative: .client, by: "S. Bakker"),
      contact(.attempt, held: "2026-10-01", by: "R. Smit"),
      contact(.conversation, held: "2026-03-02", channel: .video, by: "T. Mulder"),
    ]
    for order in [contacts, contacts.reversed()] {
      let all = summary(order)
      #expect(all.lastConversation == day("2026-08-20"))
      #expect(all.lastBy == "S. Bakker")
      #expect(all.lastChannel == .homeVisit)
      #expect(all.lastOurs == day("2026-07-09"))
      #expect(all.conversations == 3)
    }
  }

  @Test func ofOneDayTheOneStoredLastNamesTheColleague() {
    let all = summary([
      contact(.conversation, held: "2026-08-20", by: "first"),
      contact(.conversation, held: "2026-08-20", by: "last"),
    ])
    #expect(all.lastBy == "last")
  }

  @Test func aConversationOfWhichOnlyTheLoggingIsKnownIsUnconfirmed() {
    let all = summary([contact(.conversation, logged: "2026-09-15")])
    #expect(all.lastConversation == nil)
    #expect(all.conversations == 0)
    #expect(all.latestUnconfirmed == day("2026-09-15"))
  }

  @Test func theLatestUnconfirmedDayStands() {
    let all = summary([
      contact(.unconfirmed, logged: "2026-09-15"), contact(.unconfirmed, held: "2026-10-02"),
      contact(.unconfirmed, logged: "2026-05-01"), contact(.unconfirmed),
    ])
    #expect(all.latestUnconfirmed == day("2026-10-02"))
  }

  @Test func appointmentsAreInOrderAndTodayIsStillAhead() {
    let all = summary([
      contact(.appointment, held: "2026-12-02"), contact(.appointment, held: "2026-11-01"),
      contact(.appointment, held: "2026-11-21"), contact(.appointment),
    ])
    #expect(all.appointments == [day("2026-11-01"), day("2026-11-21"), day("2026-12-02")])
    #expect(all.nextAppointment(from: day("2026-11-21")) == day("2026-11-21"))
    #expect(all.nextAppointment(from: day("2026-11-22")) == day("2026-12-02"))
    #expect(all.nextAppointment(from: day("2026-12-03")) == nil)
  }

  @Test func theOldestMessageInWithoutAnswerStands() {
    let all = summary([
      contact(.messageIn, held: "2026-10-01", answered: "2026-10-03"),
      contact(.messageIn, held: "2026-10-10"),
      contact(.messageIn, logged: "2026-10-08"), contact(.messageOut, held: "2026-10-02"),
    ])
    #expect(all.unansweredSince == day("2026-10-08"))
  }

  @Test func onlyOpenErrandsCount() {
    let errands = [
      Errand(client: Self.client, text: "bus pass", due: day("2026-12-01"), waitingOn: .us),
      Errand(client: Self.client, text: "send diploma", due: day("2026-11-25"), waitingOn: .client),
      Errand(client: Self.client, text: "no day", waitingOn: .client),
      Errand(client: Self.client, text: "done", due: day("2026-11-01"), done: day("2026-11-02")),
    ]
    let all = summary([], errands: errands)
    #expect(all.openErrands == 3)
    #expect(all.nextErrand == day("2026-11-25"))
    #expect(all.waitingOn == [.us, .client])
    #expect(summary([], errands: [errands[3]]) == Summary())
  }
}
