import CaseloadCore
import Cells

/// A client's errands and what other sources say of her: lists in which the cursor stands on one.
extension ScreenState {
  /// Opens the errands of the client under the cursor; where there is none, the form of a new one.
  mutating func openErrands() {
    guard let client = cursor else { return }
    if record?.number == client, record?.errands.contains(where: { $0.done == nil }) == false {
      return openForm(.errand(client, RecordRef.new))
    }
    mode = .errands(client, 0, over: mode)
  }

  /// How many errands about no client in particular ask for attention.
  var freeErrandsDue: Int {
    freeErrands.count { $0.done == nil && $0.asks.map { $0 <= context.today } ?? false }
  }

  /// Opens the errands that are about no client in particular.
  mutating func openFreeErrands() { mode = .errands(.nobody, 0, over: mode) }

  /// The errand under the cursor.
  var errandUnderCursor: Errand? {
    guard case .errands(let client, let index, _) = mode, let record, record.number == client,
      record.errands.indices.contains(index)
    else { return nil }
    return record.errands[index]
  }

  /// Ends the errand under the cursor, or opens it again.
  mutating func endErrand() -> [Effect] {
    guard case .errands(let client, _, _) = mode, let old = errandUnderCursor else { return [] }
    var errand = old
    errand.done = old.done == nil ? context.today : nil
    let edits = RecordFields.changing(old, to: errand, day: context.today)
    return [give(.edits(edits, ChangeName(edits, errands: [old])), for: .errand(client, old.id))]
  }

  /// The contact under the cursor.
  var contactUnderCursor: Contact? {
    guard case .contacts(let client, let index, _) = mode, let record, record.number == client,
      record.contacts.indices.contains(index)
    else { return nil }
    return record.contacts[index]
  }

  /// What another source says, under the cursor.
  var offerUnderCursor: Offer? {
    guard case .offers(let client, let index, _) = mode, let record, record.number == client,
      record.offers.indices.contains(index)
    else { return nil }
    return record.offers[index]
  }

  /// Takes what another source says in place of what stands, or leaves what stands as it is.
  mutating func decideOffer(take: Bool) -> [Effect] {
    guard let offer = offerUnderCursor, let record else { return [] }
    if take, offer.value.content == nil, offer.value.state == .empty {
      // A text that nobody understood is typed as it is meant.
      openForm(.field(offer.client, offer.field))
      return []
    }
    let edits = record.edits(deciding: offer, take: take)
    return [give(.edits(edits, ChangeName(edits)), for: .field(offer.client, offer.field))]
  }
}
