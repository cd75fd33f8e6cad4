import CaseloadCore
import Cells

/// Going through a sweep that is on the screen.
extension ScreenState {
  /// What the desk keeps after a step.
  func keepSweep() -> [Effect] { sweep.map { [.keepSweep($0, id: $0.id)] } ?? [] }

  /// The next one, for now; at the end of a round, those who are left once more.
  mutating func passSweep() -> [Effect] {
    guard var sweep else { return [] }
    if sweep.current == nil {
      guard sweep.beginRound(on: context.today) else {
        message = Said(speech(SweepWords.nobodyLeft), .attention)
        return []
      }
      message = Said(speech(SweepWords.alreadyPassed))
    } else {
      sweep.pass(on: context.today)
      lastNotes?.passes += 1
    }
    self.sweep = sweep
    return keepSweep()
  }

  /// The one before.
  mutating func stepBackInSweep() -> [Effect] {
    sweep?.goBack()
    return keepSweep()
  }

  /// Those who came on the list since it was made.
  mutating func addArrivals() -> [Effect] {
    let (today, arrivals) = (context.today, walking.arrivals)
    sweep?.add(arrivals, on: today)
    walking.arrivals = []
    return keepSweep()
  }

  /// Opens the line for the monthly talk.
  mutating func openSweepNote() {
    guard let sweep else { return }
    type(for: .sweepNote(sweep.id), usual: sweep.note)
  }

  /// Leaves it; it rests where it is, or goes where nobody is left.
  mutating func leaveSweep() -> [Effect] {
    guard let sweep else {
      // It is gone meanwhile: there is still a way out.
      mode = .browse
      return []
    }
    mode = .browse
    walking.arrivals = []
    if let client = sweep.current { chosen = client }
    guard !sweep.isDone else {
      forget(sweep: sweep.id)
      message = Said(TerminalText(data: sweep.tally.text(in: context.language)), .good)
      return [.keepSweep(nil, id: sweep.id)]
    }
    let at = sweep.current.map { TerminalText(data: name(of: $0)) } ?? "—"
    message = Said(speech(SweepWords.left, at), .good)
    return [.keepSweep(sweep, id: sweep.id)]
  }

  /// Throws the resting sweep under the cursor away, once it was asked for twice.
  mutating func dropSweep() -> [Effect] {
    guard case .sweeps(let index) = mode, sweeps.indices.contains(index - newSweeps.count) else { return [] }
    let id = sweeps[index - newSweeps.count].id
    guard walking.toDrop == id else {
      walking.toDrop = id
      message = Said(speech(SweepWords.onceMore), .attention)
      return []
    }
    walking.toDrop = nil
    forget(sweep: id)
    mode = newSweeps.isEmpty && sweeps.isEmpty ? .browse : .sweeps(0)
    message = Said(speech(SweepWords.thrownAway), .attention)
    return [.keepSweep(nil, id: id)]
  }

  /// A sweep goes, and with it the way back into it.
  private mutating func forget(sweep id: String) {
    sweeps.removeAll { $0.id == id }
    if spotBefore?.mode.sweepID == id { spotBefore = nil }
  }
}

extension Mode {
  /// The sweep that is on the screen, or beneath what is.
  var sweepID: String? {
    if case .sweep(let id) = self { return id }
    return beneath?.sweepID
  }
}
