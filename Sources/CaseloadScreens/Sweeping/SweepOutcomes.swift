import CaseloadCore
import Cells

/// What becomes of the client whose turn it is: it is written by the forms, and the sweep takes note once it is kept.
extension ScreenState {
  /// Registers that nobody answered, at once, and goes on before the store has it: the next key is meant for the next
  /// client. What waits as a draft, or reads like a second entry, is looked at first.
  mutating func tryInSweep() -> [Effect] {
    guard let client = sweep?.current else { return [] }
    let subject = Form.Subject.contact(client)
    let wish = FormWish(
      kind: .attempt, codes: [.failure: AttemptFailure.noAnswer.rawValue], focus: .failure)
    guard let record, record.number == client else {
      message = Said(speech(FormWords.stillReading), .attention)
      return []
    }
    let sheet = ContactSheet()
    var form = Form(subject)
    sheet.open(&form, context)
    form.seen = record
    sheet.fill(&form, record, context)
    form.take(wish)
    guard forms[subject] == nil, let keeping = try? sheet.keeping(form, context),
      sheet.doubt(form, keeping, context) == nil
    else {
      openForm(subject, wish)
      return []
    }
    let asked = give(keeping, for: subject, isAhead: true)
    let today = context.today
    sweep?.put(.tried, of: client, on: today)
    return [asked] + keepSweep()
  }

  /// Why it does not go on with a client: each opens what follows from it.
  enum Stop: CaseIterable {
    case wrongNumber, ill, moved, died, working, doNotCall

    var words: Phrase {
      switch self {
      case .wrongNumber: SweepWords.wrongNumber
      case .ill: SweepWords.ill
      case .moved: SweepWords.moved
      case .died: SweepWords.died
      case .working: SweepWords.working
      case .doNotCall: SweepWords.doNotCall
      }
    }
  }

  /// Takes the reason at a place of the list.
  mutating func takeStop(_ index: Int) {
    guard case .stops(let client, _, let beneath) = mode, Stop.allCases.indices.contains(index) else {
      return
    }
    mode = beneath
    let ill = speech(SweepWords.illReason).string
    switch Stop.allCases[index] {
    case .wrongNumber:
      openForm(
        .contact(client),
        FormWish(
          kind: .attempt, codes: [.failure: AttemptFailure.wrongNumber.rawValue], focus: .failure))
    case .ill: openForm(.status(client), .status(.paused, why: ill, focus: .returns))
    case .moved: openForm(.status(client), .status(.closed, ending: .moved, focus: .since))
    case .died: openForm(.status(client), .status(.closed, ending: .died, focus: .since))
    case .working: openForm(.status(client), .status(.working, focus: .since))
    case .doNotCall: openForm(.field(client, "channel"))
    }
  }

  /// The store has it: the sweep in which it was given takes note, wherever one is by now.
  mutating func takeOutcome(
    _ given: Sent, _ name: ChangeName, of subject: Form.Subject
  ) -> [Effect] {
    guard let client = subject.client else { return [] }
    guard let outcome = given.outcome, let id = given.sweep,
      let place = sweeps.firstIndex(where: { $0.id == id }), sweeps[place].entry(of: client) != nil
    else {
      // She may leave the list by it: that is no news of somebody else's.
      if sweep != nil { walking.touched.insert(client) }
      return []
    }
    if !given.isAhead { sweeps[place].put(outcome, of: client, on: context.today) }
    walking.done.append(Walking.Done(sweep: id, client: client, outcome: outcome, name: name))
    walking.undone = nil
    return [.keepSweep(sweeps[place], id: id)]
  }

  /// The store does not have it: who was passed on ahead of it has the turn again.
  mutating func takeBackOutcome(_ given: Sent, of subject: Form.Subject) -> [Effect] {
    guard given.isAhead, let client = subject.client, let id = given.sweep,
      let place = sweeps.firstIndex(where: { $0.id == id })
    else { return [] }
    sweeps[place].takeBack(client)
    return [.keepSweep(sweeps[place], id: id)]
  }

  /// A step was undone or done again: the sweep in which it made an outcome goes along.
  mutating func follow(_ step: UndoStep) -> [Effect] {
    guard let client = step.client else { return [] }
    switch step.way {
    case .undo:
      guard let done = takeDone(step, client), let place = sweeps.firstIndex(where: { $0.id == done.sweep })
      else { return [] }
      sweeps[place].takeBack(client)
      walking.undone = done
      return [.keepSweep(sweeps[place], id: done.sweep)]
    case .redo:
      guard let undone = walking.undone, undone.client == client, undone.isOf(step.name),
        let place = sweeps.firstIndex(where: { $0.id == undone.sweep })
      else { return [] }
      sweeps[place].put(undone.outcome, of: client, on: context.today)
      walking.done.append(undone)
      walking.undone = nil
      return [.keepSweep(sweeps[place], id: undone.sweep)]
    }
  }

  /// The outcome that a step made. One of an earlier session is known by its kind only, and by the sweep on the screen.
  private mutating func takeDone(_ step: UndoStep, _ client: ClientNumber) -> Walking.Done? {
    if let place = walking.done.lastIndex(where: { $0.client == client && $0.isOf(step.name) }) {
      return walking.done.remove(at: place)
    }
    guard let sweep, let outcome = sweep.entry(of: client)?.outcome, outcome.isMade(by: step.name),
      !walking.done.contains(where: { $0.sweep == sweep.id && $0.client == client })
    else { return nil }
    return Walking.Done(sweep: sweep.id, client: client, outcome: outcome, name: step.name)
  }

  /// Takes back that somebody was passed over, where that was the last thing done; nil where it was not.
  mutating func takeBackPass() -> [Effect]? {
    guard case .sweep = mode, sweep?.lastIsPass == true else { return nil }
    _ = sweep?.takeBack()
    if let passes = lastNotes?.passes { lastNotes?.passes = max(0, passes - 1) }
    return keepSweep()
  }
}
