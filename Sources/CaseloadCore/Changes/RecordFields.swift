/// The fields of records other than clients, so that they are edited by the same changes. Their ids are the
/// names of their columns.
public enum RecordFields {
  /// A field of such a record: its id, which is its column's name too, and what it holds.
  public struct Column: Sendable {
    /// Its id.
    public let field: FieldID
    /// What it holds.
    public let kind: Kind
    init(_ field: FieldID, _ kind: Kind) {
      self.field = field
      self.kind = kind
    }
  }

  private static func codes<Code: RawRepresentable & CaseIterable>(_: Code.Type) -> Kind
  where Code.RawValue == String {
    .choice(Code.allCases.map { Choice($0.rawValue, Phrase("", $0.rawValue)) }, .none)
  }

  static let contact: [Column] = [
    Column("client", .number(.count)), Column("kind", codes(ContactKind.self)), Column("held", .day),
    Column("logged", .day), Column("channel", codes(Channel.self)),
    Column("initiative", codes(Initiative.self)), Column("colleague", .text(repeated: true)),
    Column("story", .text(repeated: false)), Column("agreed", .text(repeated: false)),
    Column("answered", .day), Column("source", codes(Source.self)),
    Column("said", .text(repeated: false)), Column("agreed_by", codes(WaitingOn.self)),
    Column("heard", codes(Heard.self)), Column("failure", codes(AttemptFailure.self)),
    Column("minutes", .number(.minutes)),
  ]
  static let errand: [Column] = [
    Column("client", .number(.count)), Column("text", .text(repeated: false)), Column("due", .day),
    Column("waiting_on", codes(WaitingOn.self)), Column("done", .day), Column("kind", codes(ErrandKind.self)),
    Column("snoozed", .day), Column("snooze_reason", .text(repeated: false)),
  ]
  static let plan: [Column] = [
    Column("client", .number(.count)), Column("made", .day), Column("review", .day),
    Column("text", .text(repeated: false)), Column("ended", .day), Column("ground", codes(PlanGround.self)),
    Column("steps", .text(repeated: false)), Column("agreed", .day),
  ]

  static let offer: [Column] = [
    Column("client", .number(.count)), Column("field", .text(repeated: true)),
    Column("said", .text(repeated: false)), Column("decided", codes(OfferDecision.self)),
  ]

  static let transfer: [Column] = [
    Column("client", .number(.count)), Column("from_coach", .text(repeated: true)),
    Column("to_coach", .text(repeated: true)), Column("proposed", .day),
    Column("note", .text(repeated: false)),
    Column("answer", codes(TransferAnswer.self)), Column("answered", .day),
    Column("reason", .text(repeated: false)),
  ]
  static let absence: [Column] = [
    Column("colleague", .text(repeated: true)), Column("first_day", .day), Column("last_day", .day),
    Column("stand_in", .text(repeated: true)),
  ]

  /// The field without which there is no such record: setting it makes one, taking it away removes it.
  public static func anchor(of kind: RecordKind) -> FieldID { kind == .absence ? "colleague" : "client" }

  /// The columns of a kind of record; empty for clients and settings.
  public static func columns(of kind: RecordKind) -> [Column] {
    switch kind {
    case .contact: contact
    case .errand: errand
    case .plan: plan
    case .offer: offer
    case .transfer: transfer
    case .absence: absence
    case .client, .setting: []
    }
  }

  /// What a field of a kind of record holds; nil where there is no such field.
  public static func kind(of record: RecordKind, _ field: FieldID, catalogue: Catalogue = .standard) -> Kind?
  {
    if record == .client { return field == Creation.field ? .day : catalogue[field]?.kind }
    return columns(of: record).first { $0.field == field }?.kind
  }

  private static func code<Code: RawRepresentable & CaseIterable & Equatable>(_ code: Code) -> Content {
    .oneOf(ChoiceSet(place: Array(Code.allCases).firstIndex { $0 == code } ?? 0))
  }

  private typealias Contents = [(field: FieldID, content: Content?)]

  private static func text(_ text: String) -> Content? { text.isEmpty ? nil : .text(text) }
  private static func day(_ day: Day?) -> Content? { day.map { .day($0) } }
  private static func client(_ number: ClientNumber?) -> Content? {
    number.map { .exactly(Int($0.number)) }
  }

  /// What a contact holds, field by field; nil where it holds nothing.
  private static func contents(_ contact: Contact) -> Contents {
    [
      ("client", client(contact.client)), ("kind", code(contact.kind)), ("held", day(contact.held)),
      ("logged", day(contact.logged)), ("channel", code(contact.channel)),
      ("initiative", code(contact.initiative)), ("colleague", text(contact.colleague)),
      ("story", text(contact.story)), ("agreed", text(contact.agreed)), ("answered", day(contact.answered)),
      ("source", code(contact.source)), ("said", text(contact.said)),
      ("agreed_by", contact.agreedBy.map { code($0) }), ("heard", contact.heard.map { code($0) }),
      ("failure", contact.failure.map { code($0) }), ("minutes", contact.minutes.map { .exactly($0) }),
    ]
  }

  private static func contents(_ errand: Errand) -> Contents {
    [
      ("client", client(errand.client)), ("text", text(errand.text)), ("due", day(errand.due)),
      ("waiting_on", code(errand.waitingOn)), ("done", day(errand.done)),
      ("kind", errand.kind == .plain ? nil : code(errand.kind)), ("snoozed", day(errand.snoozed)),
      ("snooze_reason", text(errand.snoozeReason)),
    ]
  }

  private static func contents(_ plan: Plan) -> Contents {
    [
      ("client", client(plan.client)), ("made", day(plan.made)), ("review", day(plan.review)),
      ("text", text(plan.goal)), ("ended", day(plan.ended)), ("ground", plan.ground.map { code($0) }),
      ("steps", text(plan.steps)), ("agreed", day(plan.agreed)),
    ]
  }

  private static func contents(_ transfer: Transfer) -> Contents {
    [
      ("client", client(transfer.client)), ("from_coach", text(transfer.from)),
      ("to_coach", text(transfer.to)), ("proposed", day(transfer.proposed)), ("note", text(transfer.note)),
      ("answer", transfer.answer.map { code($0) }), ("answered", day(transfer.answered)),
      ("reason", text(transfer.reason)),
    ]
  }

  private static func contents(_ absence: Absence) -> Contents {
    [
      ("colleague", text(absence.colleague)), ("first_day", day(absence.first)),
      ("last_day", day(absence.last)), ("stand_in", text(absence.standIn)),
    ]
  }

  /// The edits that add a contact with this id (see `Store.keep`).
  public static func adding(_ contact: Contact, id: Int64, day: Day?) -> [Edit] {
    edits(RecordRef(.contact, id), [], contents(contact), day)
  }

  /// The edits that make one contact of the same id into another: only of the fields that differ.
  public static func changing(_ old: Contact, to new: Contact, day: Day?) -> [Edit] {
    edits(RecordRef(.contact, old.id), contents(old), contents(new), day)
  }

  /// The edits that take a contact away, as it is kept.
  public static func removing(_ contact: Contact, day: Day?) -> [Edit] {
    edits(RecordRef(.contact, contact.id), contents(contact), [], day)
  }

  /// The edits that add an errand with this id.
  public static func adding(_ errand: Errand, id: Int64, day: Day?) -> [Edit] {
    edits(RecordRef(.errand, id), [], contents(errand), day)
  }

  /// The edits that make one errand of the same id into another.
  public static func changing(_ old: Errand, to new: Errand, day: Day?) -> [Edit] {
    edits(RecordRef(.errand, old.id), contents(old), contents(new), day)
  }

  /// The edits that add a plan with this id.
  public static func adding(_ plan: Plan, id: Int64, day: Day?) -> [Edit] {
    edits(RecordRef(.plan, id), [], contents(plan), day)
  }

  /// The edits that add a hand-over with this id.
  public static func adding(_ transfer: Transfer, id: Int64, day: Day?) -> [Edit] {
    edits(RecordRef(.transfer, id), [], contents(transfer), day)
  }

  /// The edits that make one hand-over of the same id into another.
  public static func changing(_ old: Transfer, to new: Transfer, day: Day?) -> [Edit] {
    edits(RecordRef(.transfer, old.id), contents(old), contents(new), day)
  }

  /// The edits that add an absence with this id.
  public static func adding(_ absence: Absence, id: Int64, day: Day?) -> [Edit] {
    edits(RecordRef(.absence, id), [], contents(absence), day)
  }

  /// The edits that make one absence of the same id into another; nil: that take it away.
  public static func changing(_ old: Absence, to new: Absence?, day: Day?) -> [Edit] {
    edits(RecordRef(.absence, old.id), contents(old), new.map { contents($0) } ?? [], day)
  }

  /// The edits between what a record held and what it is to hold; an empty list holds nothing.
  private static func edits(_ record: RecordRef, _ old: Contents, _ new: Contents, _ day: Day?) -> [Edit] {
    func value(_ content: Content?) -> Value? { content.map { .recorded($0, source: .coach, day: day) } }
    return (old.isEmpty ? new : old).indices.compactMap { place in
      let before = old.isEmpty ? nil : old[place].content
      let after = new.isEmpty ? nil : new[place].content
      let field = (old.isEmpty ? new : old)[place].field
      return before == after ? nil : Edit(record, field, old: value(before), new: value(after))
    }
  }
}
