import CaseloadCore

/// What a register's word for a contact means, before its day is looked at.
public struct ContactMeaning: Equatable, Sendable {
  /// What happened.
  public enum Nature: String, CaseIterable, Sendable {
    /// A talk, both ways: a conversation where its day is the day on which it was held.
    case conversation
    /// A telephone call that may or may not have been a talk.
    case call
    case attempt
    case messageOut = "message-out"
    case messageIn = "message-in"
    case appointment
    /// Nobody can say.
    case unconfirmed
    /// No contact with the client: a report, a talk with somebody else.
    case none
  }

  public var nature: Nature
  public var channel: Channel
  public var initiative: Initiative

  public init(_ nature: Nature, _ channel: Channel = .unknown, _ initiative: Initiative = .unknown) {
    self.nature = nature
    self.channel = channel
    self.initiative = initiative
  }

  /// What a mapping writes: a nature, and behind it a channel and "us" or "client" as far as they are known:
  /// "conversation phone client".
  public init?(spelled text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, let nature = Nature(rawValue: first) else { return nil }
    self.init(nature)
    for word in words.dropFirst() {
      if let channel = Channel(rawValue: word) {
        self.channel = channel
      } else if let initiative = Initiative(rawValue: word) {
        self.initiative = initiative
      } else {
        return nil
      }
    }
  }
}

/// A contact as a file tells it, before its client's number is known.
public struct ImportedContact: Equatable, Sendable {
  public var kind: ContactKind
  public var held: Day?
  public var logged: Day?
  public var channel = Channel.unknown
  public var initiative = Initiative.unknown
  public var colleague = ""
  public var story = ""
  public var agreed = ""
  public var answered: Day?

  public init(kind: ContactKind, held: Day? = nil, logged: Day? = nil) {
    self.kind = kind
    self.held = held
    self.logged = logged
  }

  /// The contact of this client.
  public func contact(of client: ClientNumber) -> Contact {
    Contact(
      client: client, kind: kind, held: held, logged: logged, channel: channel, initiative: initiative,
      colleague: colleague, story: story, agreed: agreed, answered: answered, source: .register)
  }

  /// What a column "last contact" tells: a conversation only where the mapping says that its day is the day on
  /// which one was held. A month or a year is the last day of it, and unconfirmed.
  static func lastContact(_ days: ClosedRange<Day>, meaning: ContactDay) -> ImportedContact {
    guard meaning == .held, days.lowerBound == days.upperBound else {
      return ImportedContact(kind: .unconfirmed, logged: days.upperBound)
    }
    return ImportedContact(kind: .conversation, held: days.lowerBound)
  }
}
