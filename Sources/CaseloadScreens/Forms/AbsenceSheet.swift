import CaseloadCore
import Cells

extension EntryID {
  static let away: EntryID = "away"
  static let firstDay: EntryID = "first"
  static let lastDay: EntryID = "last"
  static let standIn: EntryID = "stand-in"
}

/// Who stands in, in words, the same in the list of absences and beside a client.
enum AbsenceLine {
  static func standIn(_ absence: Absence, _ me: String, _ speech: Speech) -> TerminalText {
    if absence.standIn.isEmpty { return speech(AbsenceWords.nobody) }
    return absence.standIn == me
      ? speech(AbsenceWords.youStandIn) : speech(AbsenceWords.standsIn, TerminalText(data: absence.standIn))
  }
}

/// Days on which a colleague is away, and who stands in. There is no entry for why: it is never kept (GDPR art. 9).
struct AbsenceSheet: FormSheet {
  /// Its id; `RecordRef.new` for one that is made.
  let id: Int64
  let me: String
  let colleagues: ColleagueEntry
  /// What comes due in the days of an absence, as far as this caseload knows, and the clients' names.
  let due: (Absence) -> DuringAbsence
  let name: (ClientNumber) -> String

  private var isNew: Bool { id == RecordRef.new }

  func title(_ speech: Speech) -> TerminalText {
    speech(isNew ? AbsenceWords.newTitle : AbsenceWords.title)
  }

  func lines(_ form: Form) -> [[FormEntry]] {
    [
      [AbsenceWords.entry(.away)],
      [AbsenceWords.entry(.firstDay, .future), AbsenceWords.entry(.lastDay, .future)],
      [AbsenceWords.entry(.standIn)],
    ]
  }

  func open(_ form: inout Form, _ context: Context) {
    let old = old(context)
    form.set(.away, old?.colleague ?? me)
    form.set(.firstDay, old.map { DayText.entered($0.first, .future, context) } ?? "")
    form.set(.lastDay, old?.last.map { DayText.entered($0, .future, context) } ?? "")
    form.set(.standIn, old?.standIn ?? "")
    form.usual = isNew ? [.away] : [.away, .firstDay, .lastDay, .standIn]
    form.focus = isNew ? .firstDay : .lastDay
  }

  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {}
  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] { [] }

  /// The absence as it stands; nil of a new one.
  private func old(_ context: Context) -> Absence? {
    context.calendar.absences.first { $0.id == id && !isNew }
  }

  func stands(_ entry: EntryID, _ form: Form, _ context: Context) -> Day? {
    switch entry {
    case .firstDay: old(context)?.first
    case .lastDay: old(context)?.last
    default: nil
    }
  }

  /// The absence as it is entered.
  private func absence(_ form: Form, _ context: Context) throws(FormProblem) -> Absence {
    let old = old(context)
    if !isNew, old == nil { throw FormProblem(.away, AbsenceWords.gone) }
    guard let first = try form.day(.firstDay, .future, context, stands: old?.first) else {
      throw FormProblem(.firstDay, AbsenceWords.needsDay)
    }
    return Absence(
      id: id, colleague: try colleagues.name(.away, form), first: first,
      last: try form.day(.lastDay, .future, context, stands: old?.last),
      standIn: try colleagues.name(.standIn, form))
  }

  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    let absence = try absence(form, context)
    if let refusal = absence.refusal(among: context.calendar.absences) {
      let entry: EntryID =
        switch refusal {
        case .nobody: .away
        case .endsBefore: .lastDay
        case .oneself: .standIn
        case .overlaps: .firstDay
        }
      throw FormProblem(entry, EntryRefusal(refusal.phrase, refusal.parts(context)))
    }
    let old = old(context)
    let edits =
      old.map { RecordFields.changing($0, to: absence, day: context.today) }
      ?? RecordFields.adding(absence, id: RecordRef.new, day: context.today)
    guard !edits.isEmpty else { throw FormProblem(form.focus, FormWords.sameAlready) }
    return .edits(edits, ChangeName(edits, absences: context.calendar.absences))
  }

  /// The calendar as it would be.
  private func calendar(with absence: Absence, _ context: Context) -> AbsenceCalendar {
    AbsenceCalendar(context.calendar.absences.filter { $0.id != absence.id || isNew } + [absence])
  }

  /// What the stand-in herself is away for in these days.
  private func clash(_ absence: Absence, _ context: Context) -> Absence? {
    context.calendar.absences.first {
      !absence.standIn.isEmpty && $0.colleague == absence.standIn && $0.days.overlaps(absence.days)
    }
  }

  private func strangers(_ form: Form) -> [EntryID] {
    [.away, .standIn].filter { colleagues.isStranger(form.text($0)) }
  }

  func doubt(_ form: Form, _ keeping: Keeping, _ context: Context) -> Form.Doubt? {
    guard form.step != .asking(.absence), let absence = try? absence(form, context) else { return nil }
    let isDoubtful =
      clash(absence, context) != nil || !strangers(form).isEmpty || due(absence).count > 0
    return isDoubtful ? .absence : nil
  }

  /// What falls into these days and what becomes of it, while one types.
  func preview(_ form: Form, _ speech: Speech) -> [HeadLine] {
    let context = speech.context
    guard let absence = try? absence(form, context) else { return [] }
    let days = TerminalText(data: AbsenceText.days(absence, context))
    let due = due(absence)
    guard due.count > 0 else {
      return [
        HeadLine(name: AbsenceWords.days, said: Said("\(days): \(speech(AbsenceWords.nothingDue))", .dim))
      ]
    }
    var parts: [TerminalText] = []
    if !due.appointments.isEmpty {
      let named = due.appointments.prefix(6).map {
        "\(data: name($0.client)) \(speech.day($0.day))" as TerminalText
      }
      let more: TerminalText = due.appointments.count > 6 ? "; …" : ""
      parts.append(
        "\(speech(AbsenceWords.appointments, due.appointments.count)) (\(named.joined(separator: "; "))\(more))"
      )
    }
    if due.errands > 0 { parts.append(speech(AbsenceWords.errands, due.errands)) }
    if due.returns > 0 { parts.append(speech(AbsenceWords.returns, due.returns)) }
    if due.contacts > 0 { parts.append(speech(AbsenceWords.contacts, due.contacts)) }
    return [
      HeadLine(name: AbsenceWords.days, said: Said("\(days): \(parts.joined(separator: ", "))"), most: 4),
      HeadLine(name: AbsenceWords.then, said: Said(becomes(absence, due, speech), .attention), most: 3),
    ]
  }

  private func becomes(_ absence: Absence, _ due: DuringAbsence, _ speech: Speech) -> TerminalText {
    if !absence.standIn.isEmpty { return speech(AbsenceWords.goTo, TerminalText(data: absence.standIn)) }
    let back = calendar(with: absence, speech.context).asks(absence.first, for: absence.colleague)
    let waits =
      back.map {
        speech(AbsenceWords.waitsUntil, TerminalText(data: DayText.long($0, speech.context.language)))
      }
      ?? speech(AbsenceWords.waitsOpen)
    return due.appointments.isEmpty ? waits : "\(waits) \(speech(AbsenceWords.notAppointments))"
  }

  func note(_ form: Form, _ speech: Speech) -> Said? {
    let isAsked = form.step == .asking(.absence)
    let asked = isAsked ? "\(speech(FormWords.goOn)) " : "" as TerminalText
    if let absence = try? absence(form, speech.context), let clash = clash(absence, speech.context) {
      let days = TerminalText(data: AbsenceText.days(clash, speech.context))
      let text = speech(AbsenceWords.standInAway, TerminalText(data: absence.standIn), days)
      return Said("\(asked)? \(text)", .attention)
    }
    let said = (strangers(form).first ?? (form.focus == .standIn ? .standIn : .away))
    if isAsked, strangers(form).isEmpty { return Said(speech(FormWords.goOn), .attention) }
    guard let meant = colleagues.said(form.text(said), speech) else { return nil }
    return isAsked ? Said("\(asked)\(meant.text)", .attention) : meant
  }
}
