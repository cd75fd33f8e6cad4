import CaseloadCore
import Cells

/// What becomes of the client whose turn it is: it is written by the forms, and the sweep takes note once it is kept.
extension ScreenState {
  /// Registers that nobody answered, at once, and goes on before the store has it: the next key is meant for the next
  /// client. What waits as a draft, or reads like a second entry, is looked at first.
  mutating func tryInSweep() -> [Effect] {
    guard let client = sweep?.current else { return [] }
    let subject = Form.Subject.contact(client)
    func set(_ form: inout Form) {
      form.become(.attempt)
      form.codes[.failure] = AttemptFailure.noAnswer.rawValue
      form.focus = .failure
    }
    guard let record, record.number == client else {
      message = Said(speech(FormWords.stillReading), .attention)
      return []
    }
    let sheet = ContactSheet()
    var form = Form(subject)
    sheet.open(&form, context)
    form.seen = record
    sheet.fill(&form, record, context)
    set(&form)
    guard forms[subject] == nil, let keeping = try? sheet.keeping(form, context),
      sheet.doubt(form, keeping, context) == nil
    else {
      openForm(subject, set)
      return []
    }
    saved = .saving
    let today = context.today
    sweep?.put(.tried, of: client, on: today)
    sweepAhead.insert(subject)
    return [.keep(keeping, for: subject)] + keepSweep()
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
      openForm(.contact(client)) { form in
        form.become(.attempt)
        form.codes[.failure] = AttemptFailure.wrongNumber.rawValue
        form.focus = .failure
      }
    case .ill:
      openForm(.status(client)) { form in
        form.codes[.status] = StatusChange.Status.paused.rawValue
        form.set(.why, ill)
        form.focus = .returns
      }
    case .moved: close(client, .moved)
    case .died: close(client, .died)
    case .working:
      openForm(.status(client)) { form in
        form.codes[.status] = StatusChange.Status.working.rawValue
        form.focus = .since
      }
    case .doNotCall: openForm(.field(client, "channel"))
    }
  }

  private mutating func close(_ client: ClientNumber, _ ending: StatusChange.Ending) {
    openForm(.status(client)) { form in
      form.codes[.status] = StatusChange.Status.closed.rawValue
      form.codes[.ending] = ending.rawValue
      form.focus = .since
    }
  }

  /// What saving this would make of its client, once the store has it.
  mutating func expectOutcome(of keeping: Keeping, for subject: Form.Subject) {
    guard sweep != nil else { return }
    switch keeping {
    case .contact(let registration, _):
      sweepExpected[subject] = SweepOutcome(registration, on: context.today)
    case .edits(let edits, _): sweepExpected[subject] = SweepOutcome(edits)
    default: sweepExpected[subject] = nil
    }
  }

  /// The store has it.
  mutating func takeOutcome(of subject: Form.Subject) -> [Effect] {
    guard sweep != nil, let client = subject.client else { return [] }
    if sweepAhead.remove(subject) != nil { return [] }
    if let outcome = sweepExpected.removeValue(forKey: subject) {
      let today = context.today
      sweep?.put(outcome, of: client, on: today)
      sweepUndone = nil
    } else {
      // She may leave the list by it: that is no news of somebody else's.
      sweepTouched.insert(client)
    }
    return keepSweep()
  }

  /// The store does not have it: who was passed on ahead of it has the turn again.
  mutating func takeBackOutcome(of subject: Form.Subject) -> [Effect] {
    guard sweepAhead.remove(subject) != nil, let client = subject.client else { return [] }
    sweep?.takeBack(client)
    return keepSweep()
  }

  /// A step was undone or done again: the sweep goes along.
  mutating func follow(_ step: UndoStep) -> [Effect] {
    guard let client = step.client, sweep?.entry(of: client) != nil else { return [] }
    switch step.way {
    case .undo:
      if let outcome = sweep?.entry(of: client)?.outcome { sweepUndone = (client, outcome) }
      sweep?.takeBack(client)
    case .redo:
      if let undone = sweepUndone, undone.client == client {
        let today = context.today
        sweep?.put(undone.outcome, of: client, on: today)
        sweepUndone = nil
      }
    }
    return keepSweep()
  }

  /// Takes back that somebody was passed over, where that was the last thing done; nil where it was not.
  mutating func takeBackPass() -> [Effect]? {
    guard case .sweep = mode, sweep?.lastIsPass == true else { return nil }
    _ = sweep?.takeBack()
    return keepSweep()
  }
}
