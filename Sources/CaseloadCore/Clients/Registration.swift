/// A contact as it is registered: what the form and the shell fill in, and what follows from it. One definition for
/// both; the rules are product.md's "What counts as seen" and "Words".
public struct Registration: Hashable, Sendable, Codable {
  /// The contact. A conversation on a day to come is an appointment.
  public var contact: Contact
  /// The day of the next appointment, where one was made.
  public var next: Day?
  /// The day on which to try again after a failed attempt; nil: no errand.
  public var tryAgain: Day?
  /// The contact answers the messages that wait for an answer.
  public var answers: Bool

  /// A registration of a contact, with nothing that follows.
  public init(_ contact: Contact, next: Day? = nil, tryAgain: Day? = nil, answers: Bool = false) {
    self.contact = contact
    self.next = next
    self.tryAgain = tryAgain
    self.answers = answers
  }

  /// The kinds that are registered; an appointment is a conversation on a day to come.
  public static let kinds: [ContactKind] = [.conversation, .attempt, .messageOut, .messageIn]

  /// By which roads a kind of contact goes: a letter is no conversation.
  public static func channels(of kind: ContactKind) -> [Channel] {
    switch kind {
    case .messageOut, .messageIn: [.mail, .text, .letter]
    default: [.phone, .inPerson, .video, .homeVisit, .liveChat]
    }
  }

  /// Nothing is told: neither what was said nor what was agreed.
  public var isBare: Bool {
    [contact.story, contact.said, contact.agreed].allSatisfy {
      $0.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
  }

  /// What the contact is on a day: nobody has talked yet on a day to come.
  public func kind(on today: Day) -> ContactKind {
    guard let held = contact.held, held > today, contact.kind == .conversation else { return contact.kind }
    return .appointment
  }

  /// Why it cannot be kept; nil where it can.
  public func refusal(on today: Day) -> RegistrationRefusal? {
    guard let held = contact.held else { return .noDay }
    if held > today, contact.kind != .conversation { return .notYet }
    if let next, next <= max(today, held) { return .nextIsPast }
    if let tryAgain, tryAgain < today { return .tryAgainIsPast }
    if contact.channel != .unknown, !Self.channels(of: contact.kind).contains(contact.channel) {
      return .channel
    }
    if let minutes = contact.minutes, !(1...1_440).contains(minutes) { return .minutes }
    return nil
  }
}

/// Why a registration cannot be kept.
public enum RegistrationRefusal: Hashable, Sendable {
  /// Without a day it would count for nothing.
  case noDay
  /// Only a conversation can be on a day to come.
  case notYet
  /// The next appointment is on a day to come, behind the contact's own.
  case nextIsPast
  /// One tries again today at the earliest.
  case tryAgainIsPast
  /// Minutes are 1 to 1,440.
  case minutes
  /// This kind of contact does not go by this road.
  case channel

  /// Why, in words.
  public var phrase: Phrase {
    switch self {
    case .noDay: Phrase("contact-form.needs-day", "On which day was it? Without one it counts for nothing.")
    case .notYet:
      Phrase("contact-form.not-yet", "That day is still to come; only a conversation can be agreed for it.")
    case .nextIsPast:
      Phrase("contact-form.next-past", "The next appointment is on a day to come, behind this one.")
    case .tryAgainIsPast: Phrase("contact-form.try-past", "One tries again today at the earliest.")
    case .channel:
      Phrase("contact-form.no-channel", "This kind of contact does not go by that channel.")
    case .minutes: Phrase("contact-form.no-minutes", "Minutes are a number from 1 to 1440.")
    }
  }
}

extension ClientRecord {
  /// The contacts that a new one might be a second entry of: same kind, same day, whoever had it.
  public func doubles(of registration: Registration, on today: Day) -> [Contact] {
    let kind = registration.kind(on: today)
    return contacts.filter { $0.kind == kind && $0.held != nil && $0.held == registration.contact.held }
  }

  /// The appointment that a contact of this day keeps or misses: it becomes the contact.
  public func appointment(on day: Day?) -> Contact? {
    contacts.first { $0.kind == .appointment && $0.held != nil && $0.held == day }
  }

  /// The messages of the client that wait for an answer, oldest first.
  public var unanswered: [Contact] {
    contacts.filter { $0.kind == .messageIn && $0.answered == nil }.reversed()
  }

  /// The open errands that failed attempts made.
  public var openTries: [Errand] { errands.filter { $0.kind != .plain && $0.done == nil } }

  /// How many attempts failed since the latest conversation.
  public var failedAttempts: Int {
    let since = summary.lastConversation
    return contacts.count { contact in
      guard contact.kind == .attempt else { return false }
      guard let since, let held = contact.held else { return since == nil }
      return held >= since
    }
  }

  /// The day that is proposed for the next step after an attempt that fails on a day: the next working day on which
  /// the client's coach or a stand-in is there. Nil where the letter or visit, or the search for the number, that would be
  /// proposed is an open errand already.
  public func dayToTryAgain(
    after day: Day, _ context: Context, failure: AttemptFailure? = nil
  ) -> Day? {
    if isOpen(tryKind(context.settings, after: failure)) { return nil }
    let next = day.nextWorkingDay
    return context.calendar.asks(next, for: coach) ?? next
  }

  /// Whether an errand of that kind is open that another attempt does not replace.
  public func isOpen(_ kind: ErrandKind) -> Bool {
    kind != .tryAgain && openTries.contains { $0.kind == kind }
  }

  /// What the errand is for that the attempt which is being registered makes: after a wrong number trying again, or the
  /// third attempt, would reach the wrong one again.
  public func tryKind(_ settings: Settings, after failure: AttemptFailure? = nil) -> ErrandKind {
    failure == .wrongNumber ? .number : proposesLetter(settings) ? .letter : .tryAgain
  }

  /// Whether the attempt that is being registered is one after which writing or visiting is proposed.
  public func proposesLetter(_ settings: Settings) -> Bool {
    failedAttempts + 1 >= settings.attemptsBeforeLetter.value
  }

  private static let tryText = Phrase("contact-form.try-text", "Try again")
  private static let letterText = Phrase(
    "contact-form.letter-text", "{0} attempts failed: write a letter or visit at home")

  private static let numberText = Phrase("contact-form.number-text", "Find the right telephone number")

  /// What the errand of that kind says (`tryKind`).
  public func tryErrand(
    _ settings: Settings, after failure: AttemptFailure? = nil, in language: Language
  ) -> String {
    switch tryKind(settings, after: failure) {
    case .number: Self.numberText.text(in: language)
    case .letter: Self.letterText.text(in: language, [String(failedAttempts + 1)])
    case .tryAgain, .plain: Self.tryText.text(in: language)
    }
  }

  /// How the latest conversation was held; nil where there was none.
  public var usualChannel: Channel? {
    contacts.first { $0.kind == .conversation && $0.held != nil && $0.channel != .unknown }?.channel
  }
}

extension Day {
  /// The next day from Monday to Friday. Public holidays are working days here: which are kept differs by employer.
  public var nextWorkingDay: Day {
    var day = adding(days: 1)
    while day.weekday > 5 { day = day.adding(days: 1) }
    return day
  }
}
