import CaseloadCore

/// A form as it is filled in: what is typed and chosen, by entry. What entries there are and what is made of them is
/// said by its subject's sheet; everything else is the same for all forms.
public struct Form: Hashable, Sendable {
  /// What is entered, of whom.
  public enum Subject: Hashable, Sendable {
    /// A new contact.
    case contact(ClientNumber)
    /// A field of the catalogue.
    case field(ClientNumber, FieldID)
    /// An errand, by its id; `RecordRef.new` for one that is made.
    case errand(ClientNumber, Int64)
    /// The next version of the plan of action.
    case plan(ClientNumber)
    /// The status.
    case status(ClientNumber)
    /// A contact that is put right, by its id.
    case correction(ClientNumber, Int64)
    /// A contact that goes to another client, by its id.
    case move(ClientNumber, Int64)
    /// A private note, on the reader's own desk.
    case note(ClientNumber)
    /// A client who is offered to another coach.
    case transfer(ClientNumber)
    /// The answer to a hand-over, by its id.
    case answer(ClientNumber, Int64)
    /// An absence, by its id; `RecordRef.new` for one that is made.
    case absence(Int64)
    /// One thing for all marked clients.
    case marked
    /// A client who is not there yet.
    case newClient
  }

  /// How far saving is.
  public enum Step: Hashable, Sendable {
    case filling
    /// The store was asked to keep it and has not answered yet.
    case saving
    /// Something is to be thought over; saving once more keeps it all the same.
    case asking(Doubt)
    /// It is about to be thrown away; the same key once more does it.
    case leaving
  }

  /// What is asked before something is kept.
  public enum Doubt: Hashable, Sendable {
    /// It reads like a contact that is kept already.
    case double
    /// Nothing is told in it.
    case bare
    /// Errands stand open while the record is closed.
    case openErrands
    /// How many it is done for, and who is left out.
    case bulk
    /// Somebody of that name is there already.
    case alike
    /// No colleague is called so.
    case stranger
    /// What falls into the days of an absence, and whatever else is doubtful of it.
    case absence
  }

  /// What is entered.
  public let subject: Subject
  /// What the keys go to.
  var focus: EntryID = ""
  /// What is typed.
  var texts: [EntryID: TextField] = [:]
  /// What is chosen, by the codes of the choices.
  var codes: [EntryID: String] = [:]
  /// What was typed at the choice that has the keys.
  var typedChoice = ""
  var step = Step.filling
  /// What is wrong; it is said of the entry that has the keys.
  var refusal: EntryRefusal?
  /// It came back from the desk.
  var isDraft = false
  /// Entries in which stands what is usual: the first letter typed there takes its place.
  var usual: Set<EntryID> = []
  /// The client's record as the form shows it: what is saved replaces what stands there, and nothing newer.
  var seen: ClientRecord?
  /// What the key asked that opened it.
  var wish = FormWish()
  /// What stood in it before anybody typed.
  private var opening: Content?

  private struct Content: Hashable {
    var texts: [EntryID: [Unicode.Scalar]]
    var codes: [EntryID: String]
  }

  /// An empty form.
  init(_ subject: Subject) { self.subject = subject }

  /// The client; nobody where it is about several, or about none.
  public var client: ClientNumber { subject.client ?? .nobody }

  /// The text of an entry that is typed.
  func text(_ entry: EntryID) -> String { texts[entry]?.text ?? "" }

  /// The code of an entry that is chosen; empty where none is.
  func code(_ entry: EntryID) -> String { codes[entry] ?? "" }

  /// Puts a text in place of that of an entry.
  mutating func set(_ entry: EntryID, _ text: String, isLong: Bool = false) {
    texts[entry] = TextField(text, isLong: isLong)
  }

  private var content: Content { Content(texts: texts.mapValues(\.scalars), codes: codes) }

  /// What was asked is in it; from here on it counts what somebody enters.
  mutating func beOpened() {
    take(wish)
    opening = content
  }

  /// Something stands in it that it did not open with.
  var isTouched: Bool { isDraft || opening != content }

  /// Whether the same stands in both.
  func saysTheSame(as other: Form) -> Bool { content == other.content }

  /// As it is kept on the desk.
  var draft: [String: String] {
    var draft: [String: String] = [:]
    for (entry, field) in texts { draft[entry.text] = field.text }
    for (entry, code) in codes { draft[entry.text] = code }
    return draft
  }

  /// Takes in what was left on the desk, over what the form opens with.
  mutating func take(draft: [String: String]) {
    for (key, text) in draft {
      let entry = EntryID(key)
      // What another version called otherwise is text, and is never let go.
      if codes[entry] != nil {
        codes[entry] = text
      } else {
        set(entry, text, isLong: texts[entry]?.isLong ?? true)
      }
    }
    isDraft = true
  }
}

extension Form.Subject {
  /// The client; nil where it is about several.
  public var client: ClientNumber? {
    switch self {
    case .contact(let client), .field(let client, _), .errand(let client, _), .plan(let client),
      .status(let client), .correction(let client, _), .move(let client, _), .transfer(let client),
      .answer(let client, _), .note(let client):
      client
    case .marked, .newClient, .absence: nil
    }
  }

  /// What its draft is kept under, in three parts: the kind, the client's number, and which of hers.
  public var key: (kind: String, rest: String) {
    switch self {
    case .contact(let client): ("contact", "\(client)")
    case .field(let client, let field): ("field", "\(client) \(field.text)")
    case .errand(let client, let id): ("errand", "\(client) \(id)")
    case .plan(let client): ("plan", "\(client)")
    case .status(let client): ("status", "\(client)")
    case .correction(let client, let id): ("correction", "\(client) \(id)")
    case .move(let client, let id): ("move", "\(client) \(id)")
    case .note(let client): ("note", "\(client)")
    case .transfer(let client): ("transfer", "\(client)")
    case .answer(let client, let id): ("answer", "\(client) \(id)")
    case .absence(let id): ("absence", "0 \(id)")
    case .marked: ("marked", "0")
    case .newClient: ("new-client", "0")
    }
  }

  /// The kinds, by which the desk finds the drafts.
  public static let kinds = [
    "contact", "field", "errand", "plan", "status", "correction", "move", "note", "marked",
    "new-client", "transfer", "answer", "absence",
  ]

  /// The subject of such a key; nil where it is none.
  public init?(kind: String, rest: Substring) {
    let parts = rest.split(separator: " ", omittingEmptySubsequences: false)
    guard let number = parts.first.flatMap({ Int32($0) }) else { return nil }
    let client = ClientNumber(number)
    switch (kind, parts.count) {
    case ("contact", 1): self = .contact(client)
    case ("field", 2): self = .field(client, FieldID(String(parts[1])))
    case ("errand", 2), ("correction", 2), ("move", 2), ("answer", 2), ("absence", 2):
      guard let id = Int64(parts[1]) else { return nil }
      switch kind {
      case "errand": self = .errand(client, id)
      case "move": self = .move(client, id)
      case "answer": self = .answer(client, id)
      case "absence": self = .absence(id)
      default: self = .correction(client, id)
      }
    case ("transfer", 1): self = .transfer(client)
    case ("marked", 1): self = .marked
    case ("new-client", 1): self = .newClient
    case ("note", 1): self = .note(client)
    case ("plan", 1): self = .plan(client)
    case ("status", 1): self = .status(client)
    default: return nil
    }
  }
}
