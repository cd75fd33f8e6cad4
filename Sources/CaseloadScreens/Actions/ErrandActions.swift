import CaseloadCore
import Cells

private let noErrand = Phrase("action.reason.no-errand", "There is no errand under the cursor.")
private let noContact = Phrase("action.reason.no-contact", "There is no contact under the cursor.")
private let notOurs = Phrase(
  "action.reason.not-ours", "The register keeps this contact; it is put right there.")
private let noOffer = Phrase("action.reason.no-offer", "Nothing is under the cursor.")

/// What is done in the errands of a client, and with what other sources say of her.
let errandActions: [Action] = [
  Action(
    "edit-errand", keys: [.enter], in: .errands, short: "change",
    long: "Change the errand: what, by when, who; or put it off with a reason.", footer: .shown,
    unavailable: { $0.errandUnderCursor == nil ? noErrand : nil }
  ) { state in
    if case .errands(let client, _, _) = state.mode, let errand = state.errandUnderCursor {
      state.openForm(.errand(client, errand.id))
    }
    return []
  },
  Action(
    "end-errand", keys: ["d"], in: .errands, short: "done",
    long: "The errand is done; once more opens it again.", footer: .shown,
    unavailable: { $0.errandUnderCursor == nil ? noErrand : nil }
  ) { $0.endErrand() },
  Action(
    "new-errand", keys: ["n"], in: .errands, short: "new", long: "Make another errand for this client.",
    footer: .shown
  ) { state in
    if case .errands(let client, _, _) = state.mode { state.openForm(.errand(client, RecordRef.new)) }
    return []
  },
  Action(
    "edit-contact", keys: [.enter], in: .contacts, short: "put right",
    long: "Put the contact right: its day, kind, channel, or what was told.", footer: .shown,
    unavailable: { $0.contactUnderCursor.map { $0.source == .coach ? nil : notOurs } ?? noContact }
  ) { state in
    if case .contacts(let client, _, _) = state.mode, let contact = state.contactUnderCursor {
      state.openForm(.correction(client, contact.id))
    }
    return []
  },
  Action(
    "move-contact", keys: ["M"], in: .contacts, short: "move",
    long: "Move the contact to the client it really was with.", footer: .shown,
    unavailable: { $0.contactUnderCursor.map { $0.source == .coach ? nil : notOurs } ?? noContact }
  ) { state in
    if case .contacts(let client, _, _) = state.mode, let contact = state.contactUnderCursor {
      state.openForm(.move(client, contact.id))
    }
    return []
  },
  Action(
    "take-offer", keys: [.enter], in: .offers, short: "take it",
    long: "Put what the other source says in place of what stands.", footer: .shown,
    unavailable: { $0.offerUnderCursor == nil ? noOffer : nil }
  ) { $0.decideOffer(take: true) },
  Action(
    "leave-offer", keys: ["x"], in: .offers, short: "leave it",
    long: "What stands is right; what the other source says is put aside.", footer: .shown,
    unavailable: { $0.offerUnderCursor == nil ? noOffer : nil }
  ) { $0.decideOffer(take: false) },
]
