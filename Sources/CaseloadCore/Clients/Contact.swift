/// A client's number in this store: the only number shown, typed or passed.
public struct ClientNumber: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The number, 1 or higher.
  public let number: Int32
  /// A client number.
  public init(_ number: Int32) { self.number = number }
  /// The number that no client has: what belongs to nobody in particular is kept under it.
  public static let nobody = ClientNumber(0)
  public var description: String { String(number) }
  public static func < (left: ClientNumber, right: ClientNumber) -> Bool { left.number < right.number }
}

/// A register's key for a client (a citizen service number or a register number). Its text is never shown:
/// descriptions and dumps print a placeholder. Only the store and a write-back file may read `text`.
public struct RegisterKey: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The key itself.
  public let text: String
  /// A key.
  public init(_ text: String) { self.text = text }
  public var description: String { "‹register key›" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What kind of contact it was.
public enum ContactKind: String, CaseIterable, Sendable, Codable {
  /// A talk that was held, both ways.
  case conversation
  /// Tried, but no talk: no answer, wrong number, no-show, cancelled.
  case attempt
  /// A message from us.
  case messageOut = "message-out"
  /// A message from the client; open until answered.
  case messageIn = "message-in"
  /// A talk that is agreed for a day.
  case appointment
  /// The register does not say whether it was held, or only when it was logged.
  case unconfirmed
}

/// By what road.
public enum Channel: String, CaseIterable, Sendable, Codable {
  case inPerson = "in-person"
  case phone
  case video
  case homeVisit = "home-visit"
  case liveChat = "live-chat"
  case letter
  case mail
  case text
  /// The register does not say.
  case unknown
}

/// Who took the initiative.
public enum Initiative: String, CaseIterable, Sendable, Codable {
  case us, client, unknown
}

/// Why an attempt did not become a conversation.
public enum AttemptFailure: String, CaseIterable, Sendable, Codable {
  case noAnswer = "no-answer"
  case wrongNumber = "wrong-number"
  case noShow = "no-show"
  case cancelledByClient = "cancelled-by-client"
  case cancelledByUs = "cancelled-by-us"
}

/// Whether the client felt heard in a conversation, and who says so. An impression is not what she said, and not asked
/// is neither.
public enum Heard: String, CaseIterable, Sendable, Codable {
  case notAsked = "not-asked"
  case clientYes = "client-yes"
  case clientNo = "client-no"
  case impressionYes = "impression-yes"
  case impressionNo = "impression-no"
}

/// Who must do the next thing.
public enum WaitingOn: String, CaseIterable, Sendable, Codable {
  case us, client
}

/// One contact with a client, as it is kept.
public struct Contact: Hashable, Sendable, Codable {
  /// Its id in the store; 0 before it is stored.
  public var id: Int64
  /// The client.
  public var client: ClientNumber
  /// What it was.
  public var kind: ContactKind
  /// The day on which it was held (or is to be held, for an appointment); nil where only `logged` is known.
  public var held: Day?
  /// The day on which it was written down.
  public var logged: Day?
  /// By what road.
  public var channel: Channel
  /// Who took the initiative.
  public var initiative: Initiative
  /// The colleague who had it.
  public var colleague: String
  /// What was said, in a few lines; may hold line breaks.
  public var story: String
  /// What the client said, in her own words.
  public var said: String
  /// What was agreed as the next step.
  public var agreed: String
  /// Who takes that step; nil where that was not said.
  public var agreedBy: WaitingOn?
  /// Whether she felt heard; nil where it was not kept, as in a register.
  public var heard: Heard?
  /// Why an attempt failed; nil for other contacts, and where that is not known.
  public var failure: AttemptFailure?
  /// How many minutes it took; nil where that was not noted.
  public var minutes: Int?
  /// For a message in: the day it was answered.
  public var answered: Day?
  /// Where it came from.
  public var source: Source

  /// A contact.
  public init(
    id: Int64 = 0, client: ClientNumber, kind: ContactKind, held: Day?, logged: Day? = nil,
    channel: Channel = .unknown, initiative: Initiative = .unknown, colleague: String = "",
    story: String = "", said: String = "", agreed: String = "", agreedBy: WaitingOn? = nil,
    heard: Heard? = nil, failure: AttemptFailure? = nil, minutes: Int? = nil, answered: Day? = nil,
    source: Source = .register
  ) {
    self.id = id
    self.client = client
    self.kind = kind
    self.held = held
    self.logged = logged
    self.channel = channel
    self.initiative = initiative
    self.colleague = colleague
    self.story = story
    self.said = said
    self.agreed = agreed
    self.agreedBy = agreedBy
    self.heard = heard
    self.failure = failure
    self.minutes = minutes
    self.answered = answered
    self.source = source
  }
}

/// What an errand is for.
public enum ErrandKind: String, CaseIterable, Sendable, Codable {
  /// Whatever was written down.
  case plain
  /// To try again after a failed attempt; the next attempt or a conversation ends it.
  case tryAgain = "try-again"
  /// To write or to visit, after several failed attempts; a conversation ends it.
  case letter
  /// To find the right telephone number, after a wrong one; a conversation ends it.
  case number
}

/// Something to do by a day, waiting on us or on the client (errand, *actie*).
public struct Errand: Hashable, Sendable, Codable {
  /// Its id in the store; 0 before it is stored.
  public var id: Int64
  /// The client; nil for an errand that belongs to no client.
  public var client: ClientNumber?
  /// What is to be done.
  public var text: String
  /// By what day.
  public var due: Day?
  /// Who must do it.
  public var waitingOn: WaitingOn
  /// The day it was done; nil while it is open.
  public var done: Day?
  /// What it is for.
  public var kind: ErrandKind
  /// The day on which it returns, where it was put off.
  public var snoozed: Day?
  /// Why it was put off.
  public var snoozeReason: String
  /// An errand.
  public init(
    id: Int64 = 0, client: ClientNumber?, text: String, due: Day? = nil, waitingOn: WaitingOn = .us,
    done: Day? = nil, kind: ErrandKind = .plain, snoozed: Day? = nil, snoozeReason: String = ""
  ) {
    self.id = id
    self.client = client
    self.text = text
    self.due = due
    self.waitingOn = waitingOn
    self.done = done
    self.kind = kind
    self.snoozed = snoozed
    self.snoozeReason = snoozeReason
  }

  /// The day from which it asks for attention: the day it returns where it was put off, else the day it is due.
  public var asks: Day? { snoozed ?? due }
}
