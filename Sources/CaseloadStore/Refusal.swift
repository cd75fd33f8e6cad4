import CaseloadCore

/// What cannot be kept, without the value itself.
public enum Refusal: Hashable, Sendable {
  /// A value of another kind than its field's; the field where it is known.
  case otherKind(FieldID?)
  /// A text with a NUL.
  case nul
  /// A text of more bytes than this.
  case tooLong(limit: Int)
  /// There is no such field, or it is not kept.
  case field(String)
  /// The field is named twice.
  case fieldTwice(FieldID)
  /// There is no such setting, or it is no value of it.
  case setting(String)
  /// A record of this kind is not made or changed so.
  case kind(String)
  /// A record of this kind that belongs to nobody.
  case withoutClient(String)
  /// Every number for clients is given out.
  case noNumbers
  /// A client is to be removed of whom something is recorded still.
  case notEmpty
  /// A client is to be removed who has a register's key still.
  case hasKey
  /// A client is offered to two coaches at once.
  case secondTransfer
  /// An absence that ends before it begins, or of days on which the colleague is away already.
  case absence
  /// A row without its key, or of another length than the columns.
  case row

  /// The words for it.
  var sentence: Sentence {
    switch self {
    case .otherKind(nil): Sentence(Phrase("store.refusal.other-kind", "a value of another kind"))
    case .otherKind(let field?):
      Sentence(Phrase("store.refusal.other-kind-for", "a value of another kind for {0}"), field.text)
    case .nul: Sentence(Phrase("store.refusal.nul", "a text with a NUL character"))
    case .tooLong(let limit):
      Sentence(Phrase("store.refusal.too-long", "a text longer than {0} bytes"), String(limit))
    case .field(let id): Sentence(Phrase("store.refusal.field", "field {0}"), id)
    case .fieldTwice(let id): Sentence(Phrase("store.refusal.field-twice", "field {0} twice"), id.text)
    case .setting(let id): Sentence(Phrase("store.refusal.setting", "setting {0}"), id)
    case .kind(let kind): Sentence(Phrase("store.refusal.kind", "a change of {0}"), kind)
    case .withoutClient(let kind):
      Sentence(Phrase("store.refusal.without-client", "a {0} without a client"), kind)
    case .noNumbers: Sentence(Phrase("store.refusal.no-numbers", "more clients than there are numbers"))
    case .notEmpty:
      Sentence(Phrase("store.refusal.not-empty", "removing a client of whom something is recorded still"))
    case .hasKey:
      Sentence(
        Phrase(
          "store.refusal.has-key",
          "removing a client who has the register's key: take it away first (caseload key N --forget)"))
    case .secondTransfer:
      Sentence(
        Phrase("store.refusal.second-transfer", "a second hand-over of one client, while one is open"))
    case .absence:
      Sentence(Phrase("store.refusal.absence", "an absence whose days do not fit those that stand"))
    case .row: Sentence(Phrase("store.refusal.row", "a row without its key or of another length"))
    }
  }
}
