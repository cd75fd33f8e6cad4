/// What a change is called, worked out from its edits: "conversation of 21 Nov", "Licences", "3 fields". Of several
/// records the first that says most names it; an appointment or errand that came with a conversation does not.
public struct ChangeName: Hashable, Sendable {
  /// What was changed.
  public enum Thing: Hashable, Sendable {
    /// A contact; its day where that is known.
    case contact(ContactKind, Day?)
    /// A plan, made on this day.
    case plan(Day?)
    /// Fields of a client, in the order of the edits.
    case fields([FieldID])
    /// An errand and what it says.
    case errand(String)
    /// A client who is handed over to this coach.
    case transfer(String)
    /// The absence of this colleague.
    case absence(String)
    /// What another source says, put aside.
    case offer
    /// A contact of which nothing more is known here.
    case someContact
    /// A client's record.
    case client
    /// The same for several clients.
    case several(Int)
    /// There is no edit that can be named.
    case nothing
  }

  /// What became of it.
  public enum Deed: Hashable, Sendable {
    case added, removed, changed
    /// It went from one client to another, by their numbers.
    case moved(Int, Int)
    /// An errand was done, or put off until a day.
    case done
    case putOff(Day)
    /// A hand-over got this answer.
    case answered(TransferAnswer)
  }

  /// What was changed.
  public let thing: Thing
  /// What became of it.
  public let deed: Deed

  /// The name of what these edits do. Where they leave a contact's day, an errand's text or a colleague's name as it
  /// is, it is looked up among those that are given.
  public init(
    _ edits: [Edit], contacts: [Contact] = [], errands: [Errand] = [], transfers: [Transfer] = [],
    absences: [Absence] = []
  ) {
    // A record that is joined with another goes; that is what is said of all that moves with it.
    if let made = edits.first(where: { $0.record.kind == .client && $0.field == Creation.field }) {
      (thing, deed) = (.client, made.new?.content == nil ? .removed : .added)
      return
    }
    let clients = Self.clients(of: edits)
    if clients > 1 {
      (thing, deed) = (.several(clients), .changed)
      return
    }
    var records: [RecordRef] = []
    var byRecord: [RecordRef: [FieldID: Edit]] = [:]
    for edit in edits {
      if byRecord[edit.record] == nil { records.append(edit.record) }
      byRecord[edit.record, default: [:]][edit.field] = edit
    }
    var candidates: [(rank: Int, thing: Thing, deed: Deed)] = []
    for record in records {
      let fields = byRecord[record] ?? [:]
      switch record.kind {
      case .contact:
        candidates.append(Self.contact(fields, contacts.first { $0.id == record.id }))
      case .errand:
        var deed = Self.deed(fields)
        if deed == .changed { deed = Self.errandDeed(fields) }
        let text = Self.text(fields["text"]) ?? errands.first { $0.id == record.id }?.text ?? ""
        let isNew = deed == .added || deed == .removed
        candidates.append((isNew ? 9 : 11, .errand(text), deed))
      case .plan:
        candidates.append((7, .plan(Self.day(fields["made"])), Self.deed(fields)))
      case .offer: candidates.append((12, .offer, .changed))
      case .transfer:
        // An accepted one says more than the fields that follow from it.
        let to = Self.text(fields["to_coach"]) ?? transfers.first { $0.id == record.id }?.to ?? ""
        candidates.append((7, .transfer(to), Self.transferDeed(fields)))
      case .absence:
        let known = absences.first { $0.id == record.id }?.colleague
        candidates.append(
          (7, .absence(Self.text(fields["colleague"]) ?? known ?? ""), Self.deed(fields, "colleague")))
      case .client, .setting: continue
      }
    }
    let own = edits.filter { $0.record.kind == .client }.map(\.field)
    if !own.isEmpty { candidates.append((8, .fields(own), .changed)) }
    // The first of those that say most: `min` gives the first of equals.
    let best = candidates.min { $0.rank < $1.rank }
    thing = best?.thing ?? .nothing
    deed = best?.deed ?? .changed
  }

  /// It is about a hand-over.
  var isTransfer: Bool { if case .transfer = thing { true } else { false } }

  /// The name of a contact that is registered on a day.
  public init(_ registration: Registration, on today: Day) {
    thing = .contact(registration.kind(on: today), registration.contact.held)
    deed = .added
  }

  /// The name, in words.
  public func text(_ context: Context, catalogue: Catalogue = .standard) -> String {
    let language = context.language
    switch thing {
    case .contact(let kind, let day):
      let label = kind.label.text(in: language)
      return day.map { Self.contactOf.text(in: language, [label, DayText.short($0, context)]) } ?? label
    case .plan(let day):
      return day.map { Self.planOf.text(in: language, [DayText.short($0, context)]) }
        ?? Self.plan.text(in: language)
    case .fields(let fields):
      if fields.count == 1, let field = fields.first {
        return catalogue[field]?.label.text(in: language) ?? field.text
      }
      return Self.fields.text(fields.count, in: language)
    case .errand(let text):
      return text.isEmpty
        ? Self.errandOnly.text(in: language) : Self.errand.text(in: language, [text])
    case .client: return Self.client.text(in: language)
    case .someContact: return Self.someContact.text(in: language)
    case .several(let count): return Self.several.text(in: language, [String(count)])
    case .offer: return Self.offer.text(in: language)
    case .transfer(let to):
      let name = Self.transfer.text(in: language, [to])
      guard case .answered(let answer) = deed else { return name }
      return Self.answered.text(in: language, [name, answer.label.text(in: language)])
    case .absence(let colleague): return Self.absence.text(in: language, [colleague])
    case .nothing: return Self.nothing.text(in: language)
    }
  }

  /// The name with the client's: "conversation of 21 Nov with Bakker, Fatima", "Licences (Bakker, Fatima)".
  public func text(of client: String, _ context: Context, catalogue: Catalogue = .standard) -> String {
    let isShared =
      switch thing {
      case .contact(.conversation, _), .contact(.attempt, _), .contact(.appointment, _): true
      default: false
      }
    return (isShared ? Self.with : Self.about).text(
      in: context.language, [text(context, catalogue: catalogue), client])
  }

  private static let contactOf = Phrase("change.contact-of", "{0} of {1}")
  private static let plan = Phrase("change.plan", "plan")
  private static let transfer = Phrase("change.transfer", "hand-over to {0}")
  private static let answered = Phrase("change.answered", "{0} {1}")
  private static let absence = Phrase("change.absence", "absence of {0}")
  private static let planOf = Phrase("change.plan-of", "plan of {0}")
  private static let fields = Plural("change.fields", one: "{0} field", many: "{0} fields")
  private static let errand = Phrase("change.errand", "errand: {0}")
  private static let someContact = Phrase("change.contact", "contact")
  private static let client = Phrase("change.client", "new client")
  private static let several = Phrase("change.several", "change of {0} clients")
  private static let offer = Phrase("change.offer", "another source put aside")
  private static let errandOnly = Phrase("change.errand-only", "errand")
  private static let nothing = Phrase("change.nothing", "nothing")
  private static let with = Phrase("change.with", "{0} with {1}")
  static let about = Phrase("change.about", "{0} ({1})")
}

extension ChangeName {
  /// How many clients edits are certainly about: fields of theirs, and records that are made or taken away. A contact
  /// that moves from one to another is one thing.
  private static func clients(of edits: [Edit]) -> Int {
    var clients: Set<Int64> = []
    for edit in edits {
      if edit.record.kind == .client {
        clients.insert(edit.record.id)
      } else if edit.field == "client", case .number(let range)? = (edit.new ?? edit.old)?.content {
        clients.insert(Int64(range.lowerBound))
      }
    }
    return clients.count
  }

  private static func transferDeed(_ fields: [FieldID: Edit]) -> Deed {
    guard let edit = fields["answer"], deed(fields) == .changed,
      let content = (edit.new ?? edit.old)?.content,
      case .oneOf(let set) = content, let place = set.places.first,
      TransferAnswer.allCases.indices.contains(place)
    else { return deed(fields) }
    return .answered(TransferAnswer.allCases[place])
  }

  /// Whether a record is made or taken away: none is without its client, nor an absence without its colleague.
  private static func deed(_ fields: [FieldID: Edit], _ anchor: FieldID = "client") -> Deed {
    guard let client = fields[anchor] else { return .changed }
    if anchor != "client" {
      return client.old?.content == nil ? .added : client.new?.content == nil ? .removed : .changed
    }
    guard case .number(let old)? = client.old?.content else { return .added }
    guard case .number(let new)? = client.new?.content else { return .removed }
    return .moved(old.lowerBound, new.lowerBound)
  }

  /// What became of an errand that stays one.
  private static func errandDeed(_ fields: [FieldID: Edit]) -> Deed {
    if fields["done"]?.new?.content != nil { return .done }
    if case .days(let days)? = fields["snoozed"]?.new?.content { return .putOff(days.lowerBound) }
    return .changed
  }

  /// A contact's name. An appointment that became a conversation is the conversation that was added.
  private static func contact(
    _ fields: [FieldID: Edit], _ known: Contact?
  ) -> (rank: Int, thing: Thing, deed: Deed) {
    var deed = Self.deed(fields)
    let (old, new) = (kind(fields["kind"]?.old), kind(fields["kind"]?.new))
    if deed == .changed, let old, let new, old != new {
      deed = old == .appointment ? .added : new == .appointment ? .removed : .changed
    }
    guard let kind = (deed == .removed ? old : new ?? old) ?? known?.kind else {
      // It is another client's now, and what it was is told there.
      return (10, .someContact, deed)
    }
    let thing = Thing.contact(kind, day(fields["held"]) ?? known?.held ?? known?.logged)
    if deed != .added, deed != .removed { return (10, thing, deed) }
    let order: [ContactKind] = [.conversation, .attempt, .messageOut, .messageIn, .unconfirmed, .appointment]
    return (order.firstIndex(of: kind) ?? order.count, thing, deed)
  }

  private static func kind(_ value: Value?) -> ContactKind? {
    guard case .oneOf(let set)? = value?.content, let place = set.places.first,
      ContactKind.allCases.indices.contains(place)
    else { return nil }
    return ContactKind.allCases[place]
  }

  /// The day that is set, else the one that is taken away.
  private static func day(_ edit: Edit?) -> Day? {
    guard case .days(let days)? = edit?.new?.content ?? edit?.old?.content else { return nil }
    return days.lowerBound
  }

  private static func text(_ edit: Edit?) -> String? {
    guard case .text(let text)? = edit?.new?.content ?? edit?.old?.content else { return nil }
    return text
  }
}
