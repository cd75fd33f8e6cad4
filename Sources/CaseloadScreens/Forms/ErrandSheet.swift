import CaseloadCore
import Cells

extension EntryID {
  static let what: EntryID = "what"
  static let due: EntryID = "due"
  static let waiting: EntryID = "waiting"
  static let snoozed: EntryID = "snoozed"
}

/// An errand: something to do by a day, by us or by the client; put off with a reason and a day on which it returns.
struct ErrandSheet: FormSheet {
  /// Its id; `RecordRef.new` for one that is made.
  let id: Int64

  private var isNew: Bool { id == RecordRef.new }

  func title(_ speech: Speech) -> TerminalText { speech(isNew ? ErrandWords.newTitle : ErrandWords.title) }

  func lines(_ form: Form) -> [[FormEntry]] {
    let waiting = FormChoice.all(WaitingOn.allCases) { $0.label }
    var lines = [
      [ErrandWords.entry(.what, .line)],
      [ErrandWords.entry(.due, .line, .future), ErrandWords.entry(.waiting, .choice(waiting))],
    ]
    if !isNew {
      lines.append([ErrandWords.entry(.snoozed, .line, .future)])
      if !form.text(.snoozed).isEmpty { lines.append([ErrandWords.entry(.why, .line)]) }
    }
    return lines
  }

  func open(_ form: inout Form, _ context: Context) {
    for entry in [EntryID.what, .due, .snoozed, .why] { form.set(entry, "") }
    form.codes = [.waiting: WaitingOn.us.rawValue]
    form.focus = .what
  }

  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {
    guard let errand = old(record) else { return }
    form.set(.what, errand.text)
    form.set(.due, errand.due.map { DayText.entered($0, .future, context) } ?? "")
    form.codes[.waiting] = errand.waitingOn.rawValue
    form.set(.snoozed, errand.snoozed.map { DayText.entered($0, .future, context) } ?? "")
    form.set(.why, errand.snoozeReason)
    form.usual = [.due, .snoozed]
  }

  /// The errand as it stands; nil of a new one.
  private func old(_ record: ClientRecord) -> Errand? { isNew ? nil : record.errands.first { $0.id == id } }

  func stands(_ entry: EntryID, _ form: Form, _ context: Context) -> Day? {
    switch entry {
    case .due: form.seen.flatMap { old($0) }?.due
    case .snoozed: form.seen.flatMap { old($0) }?.snoozed
    default: nil
    }
  }

  /// The errands that stand open already.
  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] {
    let others = record.errands.filter { $0.done == nil && $0.id != id }
    return others.prefix(4).map { errand in
      HeadLine(name: ErrandWords.open, said: ErrandLine.said(errand, speech), most: 1)
    }
  }

  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    guard let record = form.seen else { throw FormProblem(form.focus, FormWords.stillReading) }
    let text = form.text(.what)
    guard !text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
      throw FormProblem(.what, ErrandWords.needsText)
    }
    let old = old(record)
    if !isNew, old == nil { throw FormProblem(.what, ErrandWords.gone) }
    var errand = old ?? Errand(client: form.client == .nobody ? nil : form.client, text: text)
    errand.text = text
    errand.due = try form.day(.due, .future, context, stands: old?.due)
    errand.waitingOn = WaitingOn(rawValue: form.code(.waiting)) ?? .us
    errand.snoozed = isNew ? nil : try form.day(.snoozed, .future, context, stands: old?.snoozed)
    errand.snoozeReason = errand.snoozed == nil ? "" : form.text(.why)
    if errand.snoozed != old?.snoozed, let day = errand.snoozed {
      guard day > context.today else { throw FormProblem(.snoozed, ErrandWords.snoozedPast) }
      guard !errand.snoozeReason.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
        throw FormProblem(.why, ErrandWords.needsWhy)
      }
    }
    let edits =
      old.map { RecordFields.changing($0, to: errand, day: context.today) }
      ?? RecordFields.adding(errand, id: RecordRef.new, day: context.today)
    guard !edits.isEmpty else { throw FormProblem(form.focus, FormWords.sameAlready) }
    return .edits(edits, ChangeName(edits, errands: record.errands))
  }
}

/// An errand in one line, the same in a form and in the list of errands.
enum ErrandLine {
  static func said(_ errand: Errand, _ speech: Speech) -> Said {
    var parts = [TerminalText.oneLine(data: errand.text)]
    let today = speech.context.today
    if let done = errand.done {
      parts.append(speech(LegendWords.done, speech.day(done)))
      return Said(parts.joined(separator: " · "), .dim)
    }
    parts.append(speech(errand.waitingOn == .us ? LegendWords.waitsUs : LegendWords.waitsClient))
    if let due = errand.due { parts.append(speech(LegendWords.due, speech.day(due))) }
    if let snoozed = errand.snoozed, snoozed > today {
      parts.append(speech(ErrandWords.returns, speech.day(snoozed)))
      if !errand.snoozeReason.isEmpty { parts.append(.oneLine(data: errand.snoozeReason)) }
    }
    let isLate = errand.asks.map { $0 < today } == true
    let text = parts.joined(separator: " · ")
    return isLate ? Said("‼ \(text)", .overdue) : Said(text)
  }
}
