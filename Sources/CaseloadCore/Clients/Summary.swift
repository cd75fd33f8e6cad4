/// What the contacts and errands of one client come to. It is written in the transaction of the contact that
/// changes it and never holds anything that depends on which day it is read.
public struct Summary: Hashable, Sendable, Codable {
  /// Day of the latest conversation by any colleague.
  public var lastConversation: Day?
  /// Who had it.
  public var lastBy: String
  /// Its channel.
  public var lastChannel: Channel
  /// Day of the latest conversation for which a colleague took the initiative.
  public var lastOurs: Day?
  /// Day of the latest conversation of which nobody recorded who took the initiative.
  public var lastUnsure: Day?
  /// Latest day on which an unconfirmed contact may have been a conversation.
  public var latestUnconfirmed: Day?
  /// Days of the appointments, earliest first.
  public var appointments: [Day]
  /// Day of the oldest message in that is not answered.
  public var unansweredSince: Day?
  /// Conversations that were held, any time.
  public var conversations: Int
  /// Errands that are open.
  public var openErrands: Int
  /// The earliest day on which an open errand asks for attention.
  public var nextErrand: Day?
  /// Who the open errands wait on.
  public var waitingOn: Set<WaitingOn>
  /// The day from which this client's contacts are known here; nil where no history is known.
  public var historySince: Day?

  /// A summary of nothing: no contact, no errand, no history.
  public init(historySince: Day? = nil) {
    lastConversation = nil
    lastBy = ""
    lastChannel = .unknown
    lastOurs = nil
    lastUnsure = nil
    latestUnconfirmed = nil
    appointments = []
    unansweredSince = nil
    conversations = 0
    openErrands = 0
    nextErrand = nil
    waitingOn = []
    self.historySince = historySince
  }

  /// The one definition of the summary (product.md, "What counts as seen"): only conversations that were held
  /// count, whoever had them; attempts, messages and edits do not. Among conversations of one day the one
  /// stored last names the colleague.
  public init(contacts: some Sequence<Contact>, errands: some Sequence<Errand>, historySince: Day?) {
    self.init(historySince: historySince)
    for contact in contacts {
      switch contact.kind {
      case .conversation:
        guard let held = contact.held else {
          // Held some day that nobody wrote down: it may have been as late as the day it was logged.
          note(unconfirmed: contact.logged)
          continue
        }
        conversations += 1
        if lastConversation.map({ held >= $0 }) ?? true {
          lastConversation = held
          lastBy = contact.colleague
          lastChannel = contact.channel
        }
        switch contact.initiative {
        case .us: lastOurs = max(lastOurs ?? held, held)
        case .unknown: lastUnsure = max(lastUnsure ?? held, held)
        case .client: break
        }
      case .unconfirmed: note(unconfirmed: contact.held ?? contact.logged)
      case .appointment:
        if let held = contact.held { appointments.append(held) }
      case .messageIn:
        if contact.answered == nil, let day = contact.held ?? contact.logged {
          unansweredSince = min(unansweredSince ?? day, day)
        }
      case .attempt, .messageOut: continue
      }
    }
    appointments.sort()
    for errand in errands where errand.done == nil {
      openErrands += 1
      waitingOn.insert(errand.waitingOn)
      if let day = errand.asks { nextErrand = min(nextErrand ?? day, day) }
    }
  }

  private mutating func note(unconfirmed day: Day?) {
    guard let day else { return }
    latestUnconfirmed = max(latestUnconfirmed ?? day, day)
  }

  /// The first appointment on or after a day.
  public func nextAppointment(from today: Day) -> Day? { appointments.first { $0 >= today } }
}
