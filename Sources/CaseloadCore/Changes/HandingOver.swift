/// Why a client cannot be handed over, or an answer cannot be given.
public enum TransferRefusal: Error, Hashable, Sendable {
  /// The record is closed.
  case closed
  /// It is offered to somebody already.
  case offered(to: String)
  /// It is that coach's client already.
  case already
  /// Nobody is named.
  case nobody
  /// Somebody answered meanwhile.
  case answered
  /// The client is another coach's now than of the one who offered it; empty where she has none.
  case movedOn(to: String)
  /// A no without a reason helps nobody.
  case noReason

  /// Why, in words; a place for a name.
  public var phrase: Phrase {
    switch self {
    case .closed: Phrase("transfer.closed", "is closed")
    case .offered: Phrase("transfer.offered", "is offered to {0} already; that is taken back first")
    case .already: Phrase("transfer.already", "is that coach's client already")
    case .nobody: Phrase("transfer.nobody", "To whom is the client handed over?")
    case .answered: Phrase("transfer.answered", "This hand-over is answered already.")
    case .movedOn(to: ""):
      Phrase(
        "transfer.moved-to-nobody",
        "The client has no coach any more, so nobody offers this. Decline it.")
    case .movedOn:
      Phrase(
        "transfer.moved-on",
        "The client's coach is {0} now, who did not offer this. Decline it; {0} can offer the client anew.")
    case .noReason: Phrase("transfer.no-reason", "Why? Who offered it reads the reason.")
    }
  }

  /// What stands at the places of the phrase.
  public var parts: [String] {
    switch self {
    case .offered(let name), .movedOn(let name): name.isEmpty ? [] : [name]
    default: []
    }
  }
}

extension ClientRecord {
  /// The client's coach; empty where there is none.
  public var coach: String {
    if case .text(let name)? = values["coach"]?.content { name } else { "" }
  }

  /// The hand-over that waits for an answer.
  public var openTransfer: Transfer? { transfers.first { $0.answer == nil } }

  /// The edits that offer this client to another coach. They change nothing about whose client it is.
  public func edits(
    offeringTo name: String, note: String, id: Int64 = RecordRef.new, on today: Day,
    catalogue: Catalogue = .standard
  ) -> Result<[Edit], TransferRefusal> {
    let name = EntryParts.trimmed(name)
    if name.isEmpty { return .failure(.nobody) }
    if status(catalogue) == .closed { return .failure(.closed) }
    if let open = openTransfer { return .failure(.offered(to: open.to)) }
    if coach == name { return .failure(.already) }
    let transfer = Transfer(client: number, from: coach, to: name, proposed: today, note: note)
    return .success(RecordFields.adding(transfer, id: id, day: today))
  }

  /// The edits that accept a hand-over: the client is the new coach's from today on, in the team of her other clients
  /// where that is certain. `assigned` tells since when (product.md: no credit or blame for the weeks before); it stays
  /// where "never seen" counts from it: handing over must not make a client who is forgotten look new.
  public func edits(
    accepting transfer: Transfer, team: String?, on today: Day, catalogue: Catalogue = .standard
  ) -> Result<[Edit], TransferRefusal> {
    guard transfer.answer == nil else { return .failure(.answered) }
    if status(catalogue) == .closed { return .failure(.closed) }
    guard coach == transfer.from || coach == transfer.to else { return .failure(.movedOn(to: coach)) }
    var edits: [Edit] = []
    func set(_ field: FieldID, _ content: Content) {
      let old = values[field]
      let new = Value.recorded(content, source: .coach, day: today)
      if !says(old, new) { edits.append(Edit(.client(number), field, old: old, new: new)) }
    }
    set("coach", .text(transfer.to))
    if !isCountedFromAssignment { set("assigned", .day(today)) }
    if let team, !team.isEmpty { set("team", .text(team)) }
    return .success(edits + answering(transfer, .accepted, reason: "", on: today))
  }

  /// The edits that decline a hand-over.
  public func edits(declining transfer: Transfer, reason: String, on today: Day) -> Result<
    [Edit], TransferRefusal
  > {
    guard transfer.answer == nil else { return .failure(.answered) }
    let reason = EntryParts.trimmed(reason)
    if reason.isEmpty { return .failure(.noReason) }
    return .success(answering(transfer, .declined, reason: reason, on: today))
  }

  /// The edits that take a hand-over back, or put aside that it was declined.
  public func edits(withdrawing transfer: Transfer, on today: Day) -> Result<[Edit], TransferRefusal> {
    guard transfer.answer == nil || transfer.answer == .declined else { return .failure(.answered) }
    return .success(answering(transfer, .withdrawn, reason: transfer.reason, on: today))
  }

  /// Nobody has talked with the client yet, and the day of assignment is the earliest that is known.
  private var isCountedFromAssignment: Bool {
    func first(_ field: FieldID) -> Day? {
      if case .days(let days)? = values[field]?.content { days.lowerBound } else { nil }
    }
    guard summary.lastConversation == nil, let assigned = first("assigned") else { return false }
    return ![first("intake"), first("benefit")].contains { $0.map { $0 <= assigned } ?? false }
  }

  private func answering(
    _ transfer: Transfer, _ answer: TransferAnswer, reason: String, on today: Day
  ) -> [Edit] {
    var answered = transfer
    answered.answer = answer
    answered.answered = transfer.answered ?? today
    answered.reason = reason
    return RecordFields.changing(transfer, to: answered, day: today)
  }
}
