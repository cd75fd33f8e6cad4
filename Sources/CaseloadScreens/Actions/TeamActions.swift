import CaseloadCore
import Cells

private let noTransfer = Phrase("action.reason.no-transfer", "There is no hand-over under the cursor.")
private let noAbsence = Phrase("action.reason.no-absence", "There is no absence under the cursor.")

/// Not while the client looks along: these lists name others.
private let places: Places = [.panes, .record]

/// Handing clients over, and who is away.
let teamActions: [Action] = [
  Action(
    "transfers", keys: ["A"], in: places, short: "hand over",
    long:
      "Hand the client over to a colleague; or see what is offered to you, and what became of what you offered."
  ) { state in
    state.openTransfers()
    return []
  },
  Action(
    "ahead", keys: ["K"], in: .panes, short: "look ahead",
    long:
      "What this week asks, who will be out of sight by when, and with whom you talked lately. For you alone.",
    unavailable: { $0.scope.coach == nil ? AheadWords.several : nil }
  ) { state in
    guard let coach = state.scope.coach else { return [] }
    state.ahead = nil
    state.mode = .ahead(0, over: state.mode)
    return [.lookAhead(coach: coach)]
  },
  Action(
    "absences", keys: ["H"], in: places, short: "who is away",
    long: "Who is away until when, and who stands in: enter days, change them, say that somebody is back."
  ) { state in
    state.mode = .absences(0, over: state.mode)
    return []
  },
  Action(
    "answer-transfer", keys: [.enter], in: .transfers, short: "answer",
    long: "Accept the client who is offered to you, or decline; take back what you offered.", footer: .shown,
    unavailable: { $0.transferUnderCursor == nil ? noTransfer : nil }
  ) { state in
    if let waiting = state.transferUnderCursor {
      state.openForm(.answer(waiting.transfer.client, waiting.transfer.id))
    }
    return []
  },
  Action(
    "new-transfer", keys: ["n"], in: .transfers, short: "hand over",
    long: "Hand over the client under the cursor of the list.", footer: .shown,
    unavailable: { $0.cursorRow == nil ? nobodyHere : nil }
  ) { state in
    if let client = state.cursor { state.openForm(.transfer(client)) }
    return []
  },
  Action(
    "edit-absence", keys: [.enter], in: .absences, short: "change",
    long: "Change the days, or who stands in.", footer: .shown,
    unavailable: { $0.absenceUnderCursor == nil ? noAbsence : nil }
  ) { state in
    if let absence = state.absenceUnderCursor { state.openForm(.absence(absence.id)) }
    return []
  },
  Action(
    "end-absence", keys: ["d"], in: .absences, short: "is back",
    long: "The colleague is back today; days that have not begun are taken away.", footer: .shown,
    unavailable: { $0.absenceUnderCursor == nil ? noAbsence : nil }
  ) { $0.endAbsence() },
  Action(
    "new-absence", keys: ["n"], in: .absences, short: "new",
    long: "Enter days on which you are away, or a colleague is, and who stands in.", footer: .shown
  ) { state in
    state.openForm(.absence(RecordRef.new))
    return []
  },
]

extension ScreenState {
  /// What waits for who is at the keyboard; where nothing does, the form that hands over the client under the cursor.
  mutating func openTransfers() {
    let waiting = ownTransfers
    if waiting.isEmpty, let client = cursor { return openForm(.transfer(client)) }
    // What is under the cursor of the list is looked for first.
    mode = .transfers(waiting.firstIndex { $0.transfer.client == cursor } ?? 0, over: mode)
  }

  /// The hand-over under the cursor.
  var transferUnderCursor: WaitingTransfer? {
    guard case .transfers(let index, _) = mode else { return nil }
    let all = ownTransfers
    return all.indices.contains(index) ? all[index] : nil
  }

  /// The absences that are listed: those that are not over.
  var listedAbsences: [Absence] { context.calendar.notOver(on: context.today) }

  /// The absence under the cursor.
  var absenceUnderCursor: Absence? {
    guard case .absences(let index, _) = mode else { return nil }
    let all = listedAbsences
    return all.indices.contains(index) ? all[index] : nil
  }

  /// The colleague under the cursor is back today.
  mutating func endAbsence() -> [Effect] {
    guard let absence = absenceUnderCursor else { return [] }
    let edits = RecordFields.changing(absence, to: absence.ended(backOn: context.today), day: context.today)
    guard !edits.isEmpty else { return [] }
    return [give(.edits(edits, ChangeName(edits, absences: [absence])), for: .absence(absence.id))]
  }
}
