import CaseloadCore
import CaseloadStore

/// Fills in any form of the program at random, for any of a few clients, and keeps it.
struct RandomForms {
  /// What can be kept.
  enum Action: CaseIterable {
    case conversation, attempt, messageOut, messageIn, appointment
    case recorded, notKnown, declined, waived, emptied
    case errand, errandChanged, errandDone, errandSnoozed
    case plan, status, offerTaken, offerLeft
    case offered, accepted, declinedOffer, withdrawn, absence, absenceChanged, absenceEnded
    case contactMoved, contactCorrected, clientMade, clientJoined, bulk
  }

  var dice: Seeded
  var today = day("2026-11-21")
  let clients: [Int32]
  /// Those who were added by hand.
  private var made: [Int32] = []
  /// How often each was kept.
  private(set) var kept: [Action: Int] = [:]
  private var number = 0

  init(_ seed: UInt64, clients: [Int32]) {
    dice = Seeded(seed)
    self.clients = clients
  }

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &dice) }
  mutating func pick<Element>(_ items: [Element]) -> Element { items[roll(items.count)] }
  mutating func perhaps<Element>(_ item: Element) -> Element? { roll(2) == 0 ? nil : item }

  /// Keeps one form; whether anything was kept. A form of which there is nothing to fill in (no errand is open) is
  /// passed over; a refusal or a conflict is an error, for nobody else is there.
  mutating func keepOne(in store: Store) throws -> Bool {
    number += 1
    if roll(8) == 0 { today = today.adding(days: roll(4)) }
    let client = ClientNumber(pick(clients + made))
    guard let record = try Self.record(of: client, in: store) else { return false }
    let action = pick(Action.allCases)
    let context = asking(coach.name, on: today.iso)
    if let registration = registration(action, client) {
      guard registration.refusal(on: today) == nil else { return false }
      guard
        case .saved = try store.register(
          registration, id("c\(number)"), reason: "", errand: "Try again", context)
      else { throw Unkept(action) }
    } else {
      var edits = try edits(action, of: record, context) ?? others(action, of: record, store, context)
      edits += try absences(action, store)
      guard !edits.isEmpty else { return false }
      guard try store.keep(edits, id("c\(number)"), reason: "", context) == .kept else {
        throw Unkept(action)
      }
      if action == .clientMade { try store.forEachClient(in: .all, closedToo: true) { note($0.number) } }
    }
    kept[action, default: 0] += 1
    return true
  }

  /// A form that nobody else contradicts was not kept.
  struct Unkept: Error {
    let action: Action
    init(_ action: Action) { self.action = action }
  }

  static func record(of client: ClientNumber, in store: Store) throws -> ClientRecord? {
    try store.record(of: client).map { stored in
      ClientRecord(
        number: client, values: stored.values, contacts: stored.contacts, errands: stored.errands,
        plans: stored.plans, offers: stored.offers.filter { $0.decided == nil }.map(\.offer),
        summary: stored.summary, transfers: stored.transfers)
    }
  }

  private mutating func registration(_ action: Action, _ client: ClientNumber) -> Registration? {
    let kind: ContactKind
    var held = today.adding(days: -roll(5))
    switch action {
    case .conversation: kind = .conversation
    case .attempt: kind = .attempt
    case .messageOut: kind = .messageOut
    case .messageIn: kind = .messageIn
    case .appointment:
      kind = .conversation
      held = today.adding(days: 1 + roll(4))
    default: return nil
    }
    let contact = Contact(
      client: client, kind: kind, held: held, logged: today, channel: pick(Registration.channels(of: kind)),
      initiative: pick(Initiative.allCases), colleague: coach.name, story: text(), said: text(),
      agreed: text(), agreedBy: perhaps(pick(WaitingOn.allCases)), heard: perhaps(pick(Heard.allCases)),
      failure: kind == .attempt ? perhaps(pick(AttemptFailure.allCases)) : nil,
      minutes: perhaps(1 + roll(90)),
      source: .coach)
    return Registration(
      contact, next: perhaps(max(today, held).adding(days: 1 + roll(4))),
      tryAgain: kind == .attempt ? perhaps(today.adding(days: roll(3))) : nil, answers: roll(2) == 0)
  }

  private mutating func note(_ number: ClientNumber) {
    if !clients.contains(number.number), !made.contains(number.number) { made.append(number.number) }
  }

  private static let colleagues = ["J. de Vries", "B. Bos", "M. Çelik"]

  /// Who is away.
  private mutating func absences(_ action: Action, _ store: Store) throws -> [Edit] {
    let all = try store.calendar().absences
    func fits(_ absence: Absence) -> Bool { absence.refusal(among: all) == nil }
    switch action {
    case .absence:
      let first = today.adding(days: roll(40))
      let absence = Absence(
        colleague: pick(Self.colleagues), first: first, last: perhaps(first.adding(days: roll(9))),
        standIn: pick(Self.colleagues + [""]))
      return fits(absence) ? RecordFields.adding(absence, id: RecordRef.new, day: today) : []
    case .absenceChanged:
      guard !all.isEmpty else { return [] }
      let old = pick(all)
      var absence = old
      (absence.last, absence.standIn) = (
        perhaps(old.first.adding(days: roll(9))), pick(Self.colleagues + [""])
      )
      return fits(absence) ? RecordFields.changing(old, to: absence, day: today) : []
    case .absenceEnded:
      guard !all.isEmpty else { return [] }
      let old = pick(all)
      return RecordFields.changing(old, to: old.ended(backOn: today), day: today)
    default: return []
    }
  }

  private mutating func handOver(_ action: Action, of record: ClientRecord) -> [Edit] {
    let made: Result<[Edit], TransferRefusal>
    if action == .offered {
      made = record.edits(offeringTo: pick(Self.colleagues), note: text(), on: today)
    } else {
      guard let open = record.transfers.first(where: { $0.answer == nil || action == .withdrawn }) else {
        return []
      }
      switch action {
      case .accepted: made = record.edits(accepting: open, team: perhaps("Noord"), on: today)
      case .declinedOffer: made = record.edits(declining: open, reason: text() + ".", on: today)
      default: made = record.edits(withdrawing: open, on: today)
      }
    }
    return (try? made.get()) ?? []
  }

  /// What is about more than one client.
  private mutating func others(
    _ action: Action, of record: ClientRecord, _ store: Store, _ context: Context
  ) throws -> [Edit] {
    let other = ClientNumber(pick(clients))
    switch action {
    case .contactMoved:
      let own = record.contacts.filter { $0.source == .coach }
      guard !own.isEmpty, other != record.number else { return [] }
      return record.edits(moving: pick(own), to: other, on: today)
    case .contactCorrected:
      let own = record.contacts.filter { $0.source == .coach }
      guard !own.isEmpty else { return [] }
      let old = pick(own)
      var contact = old
      (contact.story, contact.held) = (text() + ".", today.adding(days: -roll(9)))
      return RecordFields.changing(old, to: contact, day: today)
    case .clientMade:
      // Without a name nothing differs from the record she is joined with.
      let name: [(FieldID, Content)] = [("name", .name(PersonName(family: "Nieuw \(roll(9))")))]
      return Creation.edits(perhaps(name) ?? [], on: today)
    case .clientJoined:
      // Who was made last says least yet, so that the two seldom differ.
      guard let last = made.last, let own = try Self.record(of: ClientNumber(last), in: store) else {
        _ = made.popLast()
        return []
      }
      // Of two open hand-overs one is taken back first.
      guard let into = try Self.record(of: other, in: store),
        own.openTransfer == nil || into.openTransfer == nil
      else { return [] }
      let created = try store.created(own.number)
      guard case .success(let edits) = own.edits(joining: into, created: created, on: today) else {
        return []
      }
      return edits
    case .bulk:
      let deed = BulkDeed.errand(text() + "!", due: nil, .us)
      return try Set([record.number, other]).sorted().enumerated().flatMap { place, number -> [Edit] in
        guard let record = try Self.record(of: number, in: store) else { return [] }
        return (try? deed.edits(record, id: RecordRef.new - Int64(place), context).get()) ?? []
      }
    default: return []
    }
  }

  /// What is about one client; nil where the action is about more.
  private mutating func edits(_ action: Action, of record: ClientRecord, _ context: Context) -> [Edit]? {
    let open = record.errands.filter { $0.done == nil }
    switch action {
    case .recorded, .notKnown, .declined, .waived, .emptied:
      // Few of the many are filled in; emptied is one that is.
      let filled = Self.fields.filter { record.values[$0.id]?.content != nil }
      let field = pick(action == .emptied && !filled.isEmpty ? filled : Self.fields)
      let (old, new) = (record.values[field.id], value(action, field))
      return says(old, new) ? [] : [Edit(.client(record.number), field.id, old: old, new: new)]
    case .errand:
      let errand = Errand(
        client: record.number, text: text() + "!", due: perhaps(today.adding(days: roll(9))),
        waitingOn: pick(WaitingOn.allCases))
      return RecordFields.adding(errand, id: RecordRef.new, day: today)
    case .errandChanged, .errandDone, .errandSnoozed:
      guard !open.isEmpty else { return [] }
      let old = pick(open)
      var errand = old
      switch action {
      case .errandDone: errand.done = today
      case .errandSnoozed:
        errand.snoozed = today.adding(days: 1 + roll(9))
        errand.snoozeReason = "holiday \(roll(9))"
      default:
        errand.text = text() + "?"
        errand.due = perhaps(today.adding(days: roll(9)))
        (errand.snoozed, errand.snoozeReason) = (nil, "")
      }
      return RecordFields.changing(old, to: errand, day: today)
    case .plan:
      let plan = Plan(
        client: record.number, made: today, ground: perhaps(pick(PlanGround.allCases)), goal: text(),
        steps: text(), review: perhaps(today.adding(days: 30)), agreed: perhaps(today))
      return record.edits(making: plan, on: today)
    case .status:
      let status = pick(StatusChange.Status.allCases)
      let change = StatusChange(
        status, since: today.adding(days: -roll(9)), reason: status == .paused ? "ill" : text(),
        returns: status == .paused ? today.adding(days: 1 + roll(20)) : nil,
        ending: status == .closed ? pick(StatusChange.Ending.allCases) : nil)
      return change.refusal(context) == nil ? change.edits(record, context) : []
    case .offered, .accepted, .declinedOffer, .withdrawn: return handOver(action, of: record)
    case .absence, .absenceChanged, .absenceEnded: return []
    case .offerTaken, .offerLeft:
      guard !record.offers.isEmpty else { return [] }
      return record.edits(deciding: pick(record.offers), take: action == .offerTaken)
    default: return nil
    }
  }

  /// The fields that a form fills in.
  static let fields = Catalogue.standard.fields.filter { $0.uses.contains(.form) && $0.owner != .derived }

  private mutating func value(_ action: Action, _ field: Field) -> Value? {
    switch action {
    case .recorded: .recorded(content(field), source: .coach, day: today)
    case .notKnown: Value(state: .notKnown, source: .coach, day: today)
    case .declined: Value(state: .declined, source: .coach, day: today)
    case .waived:
      Value(
        state: .waived, source: .coach, day: today, reason: "no use \(roll(9))",
        until: perhaps(today.adding(days: 90)))
    default: perhaps(Value(state: .empty, source: .coach, day: today))
    }
  }

  private mutating func content(_ field: Field) -> Content {
    let lowest = 1 + roll(4)
    let places = ChoiceSet(place: roll(max(1, field.choices.count))).union(
      ChoiceSet(place: roll(max(1, field.choices.count))))
    switch field.kind {
    case .text: return .text(text() + "x")
    case .name: return .name(PersonName(family: "Ng\(roll(9))", prefix: "van", given: "É."))
    case .choice: return .oneOf(places)
    case .choices: return .several(places, complete: roll(2) == 0)
    case .day: return .days(today.adding(days: -400 - roll(9))...today.adding(days: -roll(9)))
    case .number: return .number(lowest...(lowest + roll(2)))
    case .span: return .span(lowest...(lowest + roll(2)))
    case .words: return .words([text() + "w", "b; \"c\""], complete: roll(2) == 0)
    case .experience:
      let item = Experience(
        occupation: text() + "o", from: perhaps(day("2020-01-01")), to: perhaps(day("2021-01-01")),
        ongoing: false, months: perhaps(roll(30)))
      return .experience([item, Experience(occupation: "baker", ongoing: true)], complete: roll(2) == 0)
    }
  }

  private mutating func text() -> String { pick(["", "één", "it's \"so\"", "a\nb", "\(roll(1_000))"]) }
}
