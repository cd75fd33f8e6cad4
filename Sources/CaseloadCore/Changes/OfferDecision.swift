/// What became of an offer.
public enum OfferDecision: String, CaseIterable, Sendable, Codable {
  /// It took the place of what stood.
  case taken
  /// What stood is right.
  case left
}

extension ClientRecord {
  /// The edits that settle an offer: it takes the place of what stands, keeping its own source and day, or is put aside.
  public func edits(deciding offer: Offer, take: Bool) -> [Edit] {
    let decision = ChoiceSet(
      place: OfferDecision.allCases.firstIndex(of: take ? .taken : .left) ?? 0)
    var edits = [
      Edit(
        RecordRef(.offer, offer.id), "decided", old: nil, new: .recorded(.oneOf(decision), source: .coach))
    ]
    let old = values[offer.field]
    if take, !says(old, offer.value) {
      edits.insert(Edit(.client(number), offer.field, old: old, new: offer.value), at: 0)
    }
    return edits
  }
}
