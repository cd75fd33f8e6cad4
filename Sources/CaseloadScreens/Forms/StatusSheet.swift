import CaseloadCore
import Cells

extension EntryID {
  static let status: EntryID = "status"
  static let ending: EntryID = "ending"
  static let since: EntryID = "since"
  static let returns: EntryID = "returns"
}

/// The status: active, paused with a reason and a return day, working, or closed with how the spell ended.
struct StatusSheet: FormSheet {
  func title(_ speech: Speech) -> TerminalText { speech(StatusWords.title) }

  func lines(_ form: Form) -> [[FormEntry]] {
    let statuses = Catalogue.standard["status"]?.choices.map { FormChoice($0.code, $0.label) } ?? []
    var lines = [
      [StatusWords.entry(.status, .choice(statuses)), StatusWords.entry(.since, .line, .past)]
    ]
    if form.status == .closed {
      let endings = FormChoice.all(StatusChange.Ending.allCases) { $0.label }
      lines.append([StatusWords.entry(.ending, .choice(endings))])
    }
    lines.append([StatusWords.entry(.why, .line)])
    if form.status == .paused { lines.append([StatusWords.entry(.returns, .line, .future)]) }
    return lines
  }

  func open(_ form: inout Form, _ context: Context) {
    form.set(.since, Words.today.text(in: context.language))
    form.set(.why, "")
    form.set(.returns, "")
    form.codes = [
      .status: StatusChange.Status.active.rawValue, .ending: StatusChange.Ending.placed.rawValue,
    ]
    form.usual = [.since]
    form.focus = .status
  }

  func fill(_ form: inout Form, _ record: ClientRecord, _ context: Context) {
    if let code = Self.status(of: record) { form.codes[.status] = code }
  }

  private static func status(of record: ClientRecord) -> String? {
    guard case .oneOf(let set)? = record.values["status"]?.content, set.count == 1,
      let field = Catalogue.standard["status"], let place = set.places.first, place < field.choices.count
    else { return nil }
    return field.choices[place].code
  }

  func head(_ form: Form, _ record: ClientRecord, _ speech: Speech) -> [HeadLine] {
    let catalogue = Catalogue.standard
    var parts: [TerminalText] = []
    for id in ["status", "reason", "since", "return"] as [FieldID] {
      guard let field = catalogue[id], let value = record.values[id], value.state == .recorded else {
        continue
      }
      let text = speech.value(value, of: field).text
      parts.append(id == "status" ? text : "\(speech(field.label)): \(text)")
    }
    let now = parts.isEmpty ? "—" : parts.joined(separator: " · ")
    return [HeadLine(name: FormWords.now, said: Said(now, .dim))]
  }

  private func change(_ form: Form, _ context: Context) throws(FormProblem) -> StatusChange {
    guard let since = try form.day(.since, .past, context) else {
      throw FormProblem(.since, StatusWords.needsDay)
    }
    let status = form.status
    let change = StatusChange(
      status, since: since, reason: form.text(.why),
      returns: status == .paused ? try form.day(.returns, .future, context) : nil,
      ending: status == .closed ? StatusChange.Ending(rawValue: form.code(.ending)) : nil)
    guard let refusal = change.refusal(context) else { return change }
    let entry: EntryID =
      switch refusal {
      case .notYet: .since
      case .noReason: .why
      case .noReturn, .returnIsPast, .tooLong: .returns
      }
    let longest = context.settings.longestPause.value.words(in: context.language)
    throw FormProblem(entry, EntryRefusal(refusal.phrase, [longest]))
  }

  func keeping(_ form: Form, _ context: Context) throws(FormProblem) -> Keeping {
    guard let record = form.seen else { throw FormProblem(form.focus, FormWords.stillReading) }
    let edits = try change(form, context).edits(record, context)
    guard !edits.isEmpty else { throw FormProblem(.status, FormWords.sameAlready) }
    return .edits(edits, ChangeName(edits))
  }

  /// Closing names what is still open.
  func doubt(_ form: Form, _ keeping: Keeping, _ context: Context) -> Form.Doubt? {
    guard form.status == .closed, form.step != .asking(.openErrands) else { return nil }
    return form.seen?.errands.contains { $0.done == nil } == true ? .openErrands : nil
  }

  func note(_ form: Form, _ speech: Speech) -> Said? {
    guard form.status == .closed, let record = form.seen else { return nil }
    let open = record.errands.filter { $0.done == nil }
    guard !open.isEmpty else { return nil }
    let names = open.map { TerminalText.oneLine(data: $0.text) }.joined(separator: "; ")
    let text = speech(StatusWords.openErrands, open.count)
    let asked = form.step == .asking(.openErrands) ? "\(speech(FormWords.onceMore)) " : "" as TerminalText
    return Said("\(asked)\(text): \(names).", .attention)
  }
}

extension Form {
  /// The status that is chosen.
  fileprivate var status: StatusChange.Status { StatusChange.Status(rawValue: code(.status)) ?? .active }
}
