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
    let (today, arrivals) = (context.today, sweepArrivals)
    sweep?.add(arrivals, on: today)
    sweepArrivals = []
    return keepSweep()
  }

  /// Opens the line for the monthly talk.
  mutating func openSweepNote() {
    guard let sweep else { return }
    type(for: .sweepNote(sweep.id), usual: sweep.note)
  }

  /// Leaves it; it rests where it is, or goes where nobody is left.
  mutating func leaveSweep() -> [Effect] {
    guard let sweep else { return [] }
    mode = .browse
    sweepArrivals = []
    if let client = sweep.current { chosen = client }
    guard !sweep.isDone else {
      sweeps.removeAll { $0.id == sweep.id }
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
    guard sweepToDrop == id else {
      sweepToDrop = id
      message = Said(speech(SweepWords.onceMore), .attention)
      return []
    }
    sweepToDrop = nil
    sweeps.removeAll { $0.id == id }
    mode = newSweeps.isEmpty && sweeps.isEmpty ? .browse : .sweeps(0)
    message = Said(speech(SweepWords.thrownAway), .attention)
    return [.keepSweep(nil, id: id)]
  }
}
