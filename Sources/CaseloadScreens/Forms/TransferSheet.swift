import CaseloadCore
import Cells

extension EntryID {
  static let note: EntryID = "note"
  static let answer: EntryID = "answer"
}

/// Offering a client to another coach: to whom, and what the new coach should know.
struct TransferSheet: FormSheet {
  let me: String
  let colleagues: ColleagueEntry

  func title(_ speech: Speech) -> TerminalText { speech(TransferWords.title) }

  func lines(_ form: Form) -> [[FormEntry]] {
    [[TransferWords.entry(.to, .line)], [TransferWords.entry(.note, .long)]]
  }

  func open(_ form: inout Form, _ context: Context) {
    form.set(.to, "")
    form.set(.note, "", isLong: true)
    form.focus = .to
  }

  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {}

  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] {
    let coach = record.coach.isEmpty ? speech(TransferWords.noCoach) : speech.name(record.coach, me)
    var lines = [HeadLine(name: TransferWords.coach, said: Said(coach, .dim))]
    if let last = record.transfers.first(where: { $0.answer == nil || $0.answer == .declined }) {
      lines.append(HeadLine(name: TransferWords.last, said: TransferLine.said(last, me, speech), most: 3))
    }
    return lines
  }

  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    guard let record = form.seen else { throw FormProblem(.to, FormWords.stillReading) }
    let name = try colleagues.name(.to, form)
    switch record.edits(offeringTo: name, note: form.text(.note), on: context.today) {
    case .success(let edits): return .edits(edits, ChangeName(edits))
    case .failure(let refusal): throw FormProblem(.to, EntryRefusal(refusal.phrase, refusal.parts))
    }
  }

  func doubt(_ form: Form, _ keeping: Keeping, _ context: Context) -> Form.Doubt? {
    colleagues.isStranger(form.text(.to)) && form.step != .asking(.stranger) ? .stranger : nil
  }

  func note(_ form: Form, _ speech: Speech) -> Said? {
    guard let said = colleagues.said(form.text(.to), speech) else { return nil }
    guard form.step == .asking(.stranger) else { return said }
    return Said("\(speech(FormWords.onceMore)) \(said.text)", .attention)
  }
}

/// The answer to a hand-over: accepted or declined by the new coach, taken back by who offered it.
struct AnswerSheet: FormSheet {
  /// The hand-over.
  let id: Int64
  /// Who answers.
  let me: String
  let colleagues: ColleagueEntry

  /// What can be answered.
  enum Answer: String, CaseIterable {
    case accept, decline, withdraw

    var label: Phrase {
      switch self {
      case .accept: Phrase("transfer-form.accept", "accept")
      case .decline: Phrase("transfer-form.decline", "decline")
      case .withdraw: Phrase("transfer-form.withdraw", "take it back")
      }
    }
  }

  func title(_ speech: Speech) -> TerminalText { speech(TransferWords.title) }

  private func transfer(_ form: Form) -> Transfer? { form.seen?.transfers.first { $0.id == id } }

  private func answers(_ form: Form) -> [Answer] {
    guard let transfer = transfer(form) else { return [.accept, .decline] }
    return transfer.isOffered(to: me) ? [.accept, .decline] : [.withdraw]
  }

  private func answer(_ form: Form) -> Answer {
    let all = answers(form)
    return all.first { $0.rawValue == form.code(.answer) } ?? all[0]
  }

  func lines(_ form: Form) -> [[FormEntry]] {
    let choices = FormChoice.all(answers(form)) { $0.label }
    var lines = [[TransferWords.entry(.answer, .choice(choices))]]
    if answer(form) == .decline { lines.append([TransferWords.entry(.why, .line)]) }
    return lines
  }

  func open(_ form: inout Form, _ context: Context) {
    form.codes = [.answer: Answer.accept.rawValue]
    form.set(.why, "")
    form.focus = .answer
  }

  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {}

  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] {
    guard let transfer = transfer(form) else { return [] }
    var lines = [HeadLine(name: TransferWords.last, said: TransferLine.said(transfer, me, speech), most: 3)]
    let note = TerminalText.oneLine(data: transfer.note)
    if !note.isEmpty { lines.append(HeadLine(name: TransferWords.noteName, said: Said(note), most: 12)) }
    return lines
  }

  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    guard let record = form.seen else { throw FormProblem(.answer, FormWords.stillReading) }
    guard let transfer = transfer(form) else { throw FormProblem(.answer, TransferWords.gone) }
    let made: Result<[Edit], TransferRefusal>
    switch answer(form) {
    case .accept:
      guard let known = colleagues.known else { throw FormProblem(.answer, FormWords.stillReading) }
      let team = known.first { $0.name == transfer.to }?.team
      made = record.edits(accepting: transfer, team: team, on: context.today)
    case .decline:
      made = record.edits(declining: transfer, reason: form.text(.why), on: context.today)
    case .withdraw: made = record.edits(withdrawing: transfer, on: context.today)
    }
    switch made {
    case .success(let edits): return .edits(edits, ChangeName(edits, transfers: record.transfers))
    case .failure(let refusal):
      throw FormProblem(
        refusal == .noReason ? .why : .answer, EntryRefusal(refusal.phrase, refusal.parts))
    }
  }
}

extension Speech {
  /// A colleague's name; "you" for whom the caseload on the screen is.
  func name(_ name: String, _ me: String) -> TerminalText {
    name == me ? self(Words.you) : TerminalText(data: name)
  }
}

/// A hand-over in one line, the same in forms, lists and records.
enum TransferLine {
  static func said(_ transfer: Transfer, _ me: String, _ speech: Speech) -> Said {
    let text = TerminalText.oneLine(data: TransferText.text(transfer, to: me, speech.context))
    switch transfer.answer {
    case nil: return Said(text, .attention)
    case .accepted, .withdrawn: return Said(text, .dim)
    case .declined: return Said("‼ \(text)", .attention)
    }
  }
}
