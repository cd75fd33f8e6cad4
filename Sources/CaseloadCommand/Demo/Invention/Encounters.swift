import CaseloadCore

/// The contacts of one invented client since a day, oldest first, by the pace at which contact with her goes.
struct Encounters {
  let life: Life
  let place: Int
  let today: Day
  let since: Day
  let teams: InventedTeams
  /// Writes what was said; nil leaves the words out, for those who only count.
  let language: Language?
  private var draw: Draw
  private let number: ClientNumber
  private(set) var contacts: [Contact] = []

  init(
    _ life: Life, place: Int, seed: UInt64, today: Day, since: Day, teams: InventedTeams, language: Language?
  ) {
    self.life = life
    self.place = place
    self.today = today
    self.since = since
    self.teams = teams
    self.language = language
    draw = Draw(seed, place, 2)
    number = ClientNumber(Int32(clamping: place + 1))
    invent()
    contacts.sort { ($0.held ?? $0.logged ?? today) < ($1.held ?? $1.logged ?? today) }
  }

  private mutating func invent() {
    let weeks = life.weeks(Settings())
    let begin = max(life.intake, since)
    switch life.pace {
    case .regular:
      // Within the usual weeks, and hardly ever so long ago that she would be forgotten.
      talk(backFrom: today.adding(days: -draw.below(min(86, weeks * 7 + 12))), to: begin, every: weeks * 7)
      if draw.percent(24) { appoint() }
    case .drifted(let months):
      let last = today.adding(months: -months).adding(days: -1 - draw.below(25))
      talk(backFrom: last, to: begin, every: weeks * 7)
      for _ in 0..<draw.low(0...3) { tryInVain(after: last) }
      if draw.percent(40) { write(between: last, and: today) }
      if draw.percent(11) { appoint() }
    case .never:
      for _ in 0..<draw.low(0...2) { tryInVain(after: begin) }
      if draw.percent(30) { appoint() }
    case .unconfirmed:
      let last = today.adding(months: -4).adding(days: -draw.below(70))
      talk(backFrom: last, to: begin, every: weeks * 7)
      note(between: last, and: today)
    }
    if draw.percent(4) { writesToUs() }
  }

  /// Conversations at about the usual distance, with what lies between them.
  private mutating func talk(backFrom last: Day, to begin: Day, every days: Int) {
    var day = workday(last)
    while day >= begin {
      let isOurs = draw.percent(81)
      add(.conversation, day, channel: draw.one(Self.talking), isOurs ? .us : .client)
      let before = day.adding(days: -max(9, days * draw.within(65...145) / 100))
      if draw.percent(22), before >= begin { tryInVain(after: before, before: day) }
      if draw.percent(14), before >= begin { write(between: before, and: day) }
      day = workday(before)
    }
  }

  private mutating func tryInVain(after day: Day, before end: Day? = nil) {
    guard let held = workday(after: day, before: end ?? today) else { return }
    add(.attempt, held, channel: draw.percent(65) ? .phone : .inPerson, .us)
  }

  private mutating func write(between day: Day, and end: Day) {
    guard let held = workday(after: day, before: end) else { return }
    add(.messageOut, held, channel: draw.one([.letter, .mail, .text]), .us)
  }

  /// A message from her, which waits for an answer or has one.
  private mutating func writesToUs() {
    guard let held = workday(after: max(today.adding(days: -40), life.intake), before: today) else { return }
    add(.messageIn, held, channel: draw.one([.mail, .text]), .client)
    if draw.percent(55) {
      contacts[contacts.count - 1].answered = min(today, held.adding(days: draw.below(6)))
    }
  }

  /// What may have been a conversation: the register does not say, or only when it was written down.
  private mutating func note(between day: Day, and end: Day) {
    guard let held = workday(after: day, before: end) else { return }
    add(.unconfirmed, held, channel: .unknown, .unknown)
    if draw.percent(30) { contacts[contacts.count - 1].held = nil }
  }

  private mutating func appoint() {
    add(
      .appointment, workday(today.adding(days: 3 + draw.low(0...40))),
      channel: draw.one([.inPerson, .phone]), .us)
  }

  /// A weekday between two days, neither of them included; nil where there is none.
  private mutating func workday(after day: Day, before end: Day) -> Day? {
    let room = end.days(since: day) - 1
    guard room > 0 else { return nil }
    let found = workday(day.adding(days: 1 + draw.below(room)))
    return found > day && found >= since ? found : nil
  }

  private func workday(_ day: Day) -> Day { day.weekday > 5 ? day.adding(days: 5 - day.weekday) : day }

  private mutating func add(_ kind: ContactKind, _ day: Day, channel: Channel, _ initiative: Initiative) {
    let logged =
      kind == .appointment ? min(day, today) : min(today, day.adding(days: draw.percent(85) ? 0 : 1))
    var contact = Contact(
      client: number, kind: kind, held: day, logged: logged, channel: channel, initiative: initiative,
      colleague: colleague(on: day))
    // What is drawn for words is drawn without them too, so that both are the same contacts.
    let words = Words(kind, channel, life, &draw)
    if let language { (contact.story, contact.agreed) = words.text(in: language) }
    contacts.append(contact)
  }

  /// Her coach, now and then a colleague of the team, and whoever it was before she came to her coach.
  private mutating func colleague(on day: Day) -> String {
    let coach = teams.coach(of: place)
    let other = draw.below(10)
    let standsIn = draw.percent(6) || day < life.assigned
    return teams.name(ofCoach: standsIn ? coach / 10 * 10 + other : coach)
  }

  private static let talking: [Channel] = [
    .inPerson, .inPerson, .inPerson, .phone, .phone, .phone, .video, .homeVisit, .liveChat,
  ]
}

/// Which words a contact gets.
private struct Words {
  let said: Phrase?
  var besides: Phrase?
  var agreed: Phrase?
  let work: Phrase

  init(_ kind: ContactKind, _ channel: Channel, _ life: Life, _ draw: inout Draw) {
    work = draw.percent(75) ? life.work.name : draw.one(InventedWork.all).name
    let besides = draw.one(Stories.besides)
    switch kind {
    case .conversation:
      let talk = draw.one(Stories.talks)
      said = talk.said
      if draw.percent(30) { self.besides = besides }
      if draw.percent(82) { agreed = talk.agreed }
    case .attempt: said = draw.one(channel == .phone ? Stories.attemptsByPhone : Stories.attemptsInPerson)
    case .messageOut: said = draw.one(Stories.messagesOut)
    case .messageIn: said = draw.one(Stories.messagesIn)
    case .unconfirmed: said = draw.one(Stories.unconfirmed)
    case .appointment: said = nil
    }
  }

  func text(in language: Language) -> (story: String, agreed: String) {
    func say(_ phrase: Phrase?) -> String? {
      phrase.map { Words.filled($0.text(in: language), work.text(in: language)) }
    }
    return ([say(said), say(besides)].compactMap { $0 }.joined(separator: " "), say(agreed) ?? "")
  }

  /// The text with a kind of work in its place.
  private static func filled(_ text: String, _ work: String) -> String {
    text.split(separator: "{0}", omittingEmptySubsequences: false).joined(separator: work)
  }
}
