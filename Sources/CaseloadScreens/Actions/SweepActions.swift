import CaseloadCore
import Cells

private let notNow = Phrase("action.reason.sweep-at-end", "The round is at its end: nobody has the turn.")
private let nobodyNew = SweepWords.nobodyNew
private let noResting = Phrase("action.reason.no-resting", "Go to a sweep that rests.")

private let needsTurn: @Sendable (ScreenState) -> Phrase? = { state in
  state.sweep?.current == nil ? notNow : state.cursorRow == nil ? FindWords.goneAlone : nil
}

/// Walking a list one client at a time.
let sweepActions: [Action] = [
  Action(
    "sweep", keys: ["S"], in: .panes, short: "sweep",
    long:
      "Walk the list in sight, or the marked clients, one at a time; or go on with a sweep that rests.",
    footer: .shown
  ) { $0.openSweeps() },
  Action(
    "take-sweep", keys: [.enter], in: .sweepMenu, short: "go",
    long: "Begin the sweep under the cursor, or go on with it.", footer: .shown
  ) { $0.takeSweep() },
  Action(
    "drop-sweep", keys: ["x"], in: .sweepMenu, short: "throw away",
    long: "Throw the sweep under the cursor away; what was registered stands.", footer: .shown,
    unavailable: { state in
      guard case .sweeps(let index) = state.mode, index >= state.newSweeps.count else { return noResting }
      return nil
    }
  ) { $0.dropSweep() },
  Action(
    "sweep-tried", keys: ["m"], in: .sweep, short: "no answer",
    long: "Nobody answered: the attempt is kept at once, and the client comes back on the next working day.",
    footer: .shown, unavailable: needsTurn
  ) { $0.tryInSweep() },
  Action(
    "sweep-date", keys: ["d"], in: .sweep, short: "date set",
    long: "An appointment was made: its day, and by which road.", footer: .shown, unavailable: needsTurn
  ) { state in
    guard let client = state.sweep?.current else { return [] }
    state.openForm(.contact(client), FormWish(kind: .conversation, texts: [.day: ""], focus: .day))
    return []
  },
  Action(
    "sweep-park", keys: ["p"], in: .sweep, short: "park",
    long: "Pause the client with a reason and a day on which the client is back.", footer: .shown,
    unavailable: needsTurn
  ) { state in
    guard let client = state.sweep?.current else { return [] }
    state.openForm(.status(client), .status(.paused, focus: .why))
    return []
  },
  Action(
    "sweep-stop", keys: ["x"], in: .sweep, short: "cannot go on",
    long: "It does not go on: wrong number, ill, moved, died, works, wants no calls; each does what follows.",
    footer: .shown, unavailable: needsTurn
  ) { state in
    if let client = state.sweep?.current { state.mode = .stops(client, 0, over: state.mode) }
    return []
  },
  Action(
    "take-stop", keys: [.enter], in: .stops, short: "take it",
    long: "Take the reason under the cursor.", footer: .shown
  ) { state in
    if case .stops(_, let index, _) = state.mode { state.takeStop(index) }
    return []
  },
  Action(
    "sweep-next", keys: ["n"], in: .sweep, short: "next",
    long: "The next one, for now; at the end, those who are left once more.", footer: .shown
  ) { $0.passSweep() },
  Action(
    "sweep-back", keys: ["b"], in: .sweep, short: "back", long: "Go to the client before.", footer: .shown
  ) { $0.stepBackInSweep() },
  Action(
    "sweep-record", keys: [.enter], in: .sweep, short: "record", long: "Open the whole record of the client.",
    footer: .shown, unavailable: needsTurn
  ) { state in
    if let client = state.sweep?.current { state.mode = .visit(client, 0, over: state.mode) }
    return []
  },
  Action(
    "sweep-add", keys: ["a"], in: .sweep, short: "add who is new",
    long: "Put those at the end who came on the list since it was made.",
    unavailable: { $0.walking.arrivals.isEmpty ? nobodyNew : nil }
  ) { $0.addArrivals() },
  Action(
    "sweep-note", keys: ["N"], in: .sweep, short: "note",
    long: "A line for the monthly talk, kept with the sweep on your desk."
  ) { state in
    state.openSweepNote()
    return []
  },
  Action(
    "leave-sweep", keys: ["q"], in: .sweep, short: "leave",
    long: "Leave the sweep; it rests at this client, through restarts too.", footer: .shown
  ) { $0.leaveSweep() },
]
