/// What became of a hand-over.
public enum TransferAnswer: String, CaseIterable, Sendable, Codable {
  /// The client is the new coach's.
  case accepted
  /// The new coach said no, with a reason.
  case declined
  /// Who offered it took it back, or put aside that it was declined.
  case withdrawn

  /// Its name.
  public var label: Phrase {
    switch self {
    case .accepted: Phrase("transfer.accepted", "accepted")
    case .declined: Phrase("transfer.declined", "declined")
    case .withdrawn: Phrase("transfer.withdrawn", "taken back")
    }
  }
}

/// A client who is offered to another coach, with what the new coach should know. Until it is accepted she is the old
/// coach's, and nothing else of her record changes.
public struct Transfer: Hashable, Sendable, Codable {
  /// Its id in the store; 0 before it is stored.
  public var id: Int64
  /// The client.
  public var client: ClientNumber
  /// Whose client it is; empty for one without a coach.
  public var from: String
  /// To whom it is offered.
  public var to: String
  /// The day on which it was offered.
  public var proposed: Day?
  /// What the new coach should know.
  public var note: String
  /// What became of it; nil while it is open.
  public var answer: TransferAnswer?
  /// The day of the answer.
  public var answered: Day?
  /// Why it was declined.
  public var reason: String

  /// A hand-over.
  public init(
    id: Int64 = 0, client: ClientNumber, from: String, to: String, proposed: Day?, note: String = "",
    answer: TransferAnswer? = nil, answered: Day? = nil, reason: String = ""
  ) {
    self.id = id
    self.client = client
    self.from = from
    self.to = to
    self.proposed = proposed
    self.note = note
    self.answer = answer
    self.answered = answered
    self.reason = reason
  }
}

extension Transfer {
  /// Whether it is for a person to accept or decline it.
  public func isOffered(to person: String) -> Bool { answer == nil && to == person }

  /// Whether a person may take it back, or put aside that it was declined: the client's coach, who stands in for her
  /// today, and of a client without a coach anybody.
  public func isTheirs(_ person: String, _ context: Context) -> Bool {
    guard answer == nil || answer == .declined else { return false }
    return from.isEmpty || from == person
      || context.calendar.covered(from, on: context.today)?.standIn == person
  }
}

/// A hand-over that waits for somebody, with the client's name: she may be in nobody's caseload who looks.
public struct WaitingTransfer: Hashable, Sendable {
  /// The hand-over: open, or declined and not put aside yet.
  public var transfer: Transfer
  /// The client's name.
  public var name: PersonName

  /// A hand-over that waits.
  public init(_ transfer: Transfer, name: PersonName) {
    self.transfer = transfer
    self.name = name
  }

  /// What waits for a person, what is offered to her first: open offers, and those that she may take back or put aside.
  public static func of(
    _ person: String, among all: [WaitingTransfer], _ context: Context
  ) -> [WaitingTransfer] {
    all.filter { $0.transfer.isOffered(to: person) }
      + all.filter { !$0.transfer.isOffered(to: person) && $0.transfer.isTheirs(person, context) }
  }
}

/// A colleague as the store knows her.
public struct Colleague: Hashable, Sendable {
  /// Her name, as clients have it.
  public var name: String
  /// The team of all her clients; nil where they differ, or not all have one.
  public var team: String?

  /// A colleague.
  public init(_ name: String, team: String? = nil) {
    self.name = name
    self.team = team
  }

  /// The colleagues who are meant by a part of a name: the one who is called exactly so, else all whose name has it,
  /// case and accents aside.
  public static func meant(by text: String, among all: [Colleague]) -> [Colleague] {
    let typed = Folding.fold(EntryParts.trimmed(text))
    guard !typed.isEmpty else { return [] }
    let exact = all.filter { Folding.fold($0.name) == typed }
    guard exact.isEmpty else { return exact }
    let needle = Array(typed.utf8)
    return all.filter { Search.contains(Folding.bytes($0.name), needle) }
  }
}
