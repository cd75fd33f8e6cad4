import CaseloadCore

/// The fields of records other than clients, so that they are edited by the same changes. Their ids are the
/// names of their columns.
public enum RecordFields {
  /// A field of such a record: its id, which is its column's name too, and what it holds.
  struct Column: Sendable {
    let field: FieldID
    let kind: Kind
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
  ]
  static let plan: [Column] = [
    Column("client", .number(.count)), Column("made", .day), Column("review", .day),
    Column("text", .text(repeated: false)), Column("ended", .day),
  ]

  /// The columns of a kind of record; empty for clients and settings.
  static func columns(of kind: RecordKind) -> [Column] {
    switch kind {
    case .contact: contact
    case .errand: errand
    case .plan: plan
    case .client, .setting: []
    }
  }

  /// What a field of a kind of record holds; nil where there is no such field.
  public static func kind(of record: RecordKind, _ field: FieldID, catalogue: Catalogue = .standard) -> Kind?
  {
    if record == .client { return catalogue[field]?.kind }
    return columns(of: record).first { $0.field == field }?.kind
  }

  private static func code<Code: RawRepresentable & CaseIterable & Equatable>(_ code: Code) -> Content {
    .oneOf(ChoiceSet(place: Array(Code.allCases).firstIndex { $0 == code } ?? 0))
  }

  /// What a contact holds, field by field; nil where it holds nothing.
  private static func contents(_ contact: Contact) -> [(FieldID, Content?)] {
    func text(_ text: String) -> Content? { text.isEmpty ? nil : .text(text) }
    return [
      ("client", .exactly(Int(contact.client.number))), ("kind", code(contact.kind)),
      ("held", contact.held.map { .day($0) }), ("logged", contact.logged.map { .day($0) }),
      ("channel", code(contact.channel)), ("initiative", code(contact.initiative)),
      ("colleague", text(contact.colleague)), ("story", text(contact.story)),
      ("agreed", text(contact.agreed)), ("answered", contact.answered.map { .day($0) }),
      ("source", code(contact.source)), ("said", text(contact.said)),
      ("agreed_by", contact.agreedBy.map { code($0) }), ("heard", contact.heard.map { code($0) }),
      ("failure", contact.failure.map { code($0) }), ("minutes", contact.minutes.map { .exactly($0) }),
    ]
  }

  /// The edits that add a contact with this id (see `Store.newRecordID`).
  public static func adding(_ contact: Contact, id: Int64, day: Day?) -> [Edit] {
    edits(.contact, id, contents(contact), day)
  }

  /// The edits that make one contact of the same id into another: only of the fields that differ.
  public static func changing(_ old: Contact, to new: Contact, day: Day?) -> [Edit] {
    func value(_ content: Content?) -> Value? { content.map { .recorded($0, source: .coach, day: day) } }
    let record = RecordRef(.contact, old.id)
    return zip(contents(old), contents(new)).compactMap { old, new in
      old.1 == new.1 ? nil : Edit(record, old.0, old: value(old.1), new: value(new.1))
    }
  }

  /// The edits that add an errand with this id.
  public static func adding(_ errand: Errand, id: Int64, day: Day?) -> [Edit] {
    let fields: [(FieldID, Content?)] = [
      ("client", errand.client.map { .exactly(Int($0.number)) }), ("text", .text(errand.text)),
      ("due", errand.due.map { .day($0) }),
      ("waiting_on", code(errand.waitingOn)), ("done", errand.done.map { .day($0) }),
      ("kind", errand.kind == .plain ? nil : code(errand.kind)),
    ]
    return edits(.errand, id, fields, day)
  }

  private static func edits(
    _ kind: RecordKind, _ id: Int64, _ fields: [(FieldID, Content?)], _ day: Day?
  ) -> [Edit] {
    fields.compactMap { field, content in
      content.map {
        Edit(RecordRef(kind, id), field, old: nil, new: .recorded($0, source: .coach, day: day))
      }
    }
  }
}
