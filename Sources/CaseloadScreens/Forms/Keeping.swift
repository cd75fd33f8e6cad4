import CaseloadCore
import Cells

/// What the store answers to a form.
extension ScreenState {
  /// The store has answered to what was to be kept.
  mutating func hear(_ news: KeepNews, of subject: Form.Subject) -> [Effect] {
    let given = takeSent(subject)
    switch news {
    case .kept(let name, let edits):
      (saved, lastNotes, justChanged) = (.saved, nil, subject.client)
      if subject == .newClient { addedName = given.name }
      // It may stand beneath whatever was opened since.
      let effects = close(subject, given)
      let said = self.said(name, edits, of: subject.client)
      message = Said(speech(FormWords.saved, said), .good)
      return effects + takeOutcome(given, name, of: subject)
    case .written(let count, let path):
      saved = .saved
      message = Said(speech(FormWords.written, count, TerminalText(data: path)), .good)
      return close(subject, given)
    case .conflict(let conflict):
      saved = .saved
      let isInHand = form?.subject == subject && form?.step == .saving
      fill(subject)
      if isInHand {
        // It is read anew: saving once more is said over what stands there now.
        change { $0.seen = nil }
        (record, requestedRecord) = (nil, nil)
        mode = .conflict(conflict, 0, over: mode)
      } else {
        message = Said(cannot(conflict), .attention)
      }
      return takeBackOutcome(given, of: subject)
    case .failed(let text):
      saved = .failed
      fill(subject)
      message = Said(TerminalText(data: text), .error)
      return takeBackOutcome(given, of: subject)
    }
  }

  /// What was kept, with the values where they are few: one sees at once what was chosen.
  private func said(_ name: ChangeName, _ edits: [Edit], of client: ClientNumber?) -> TerminalText {
    // While another client looks along, it is not said whose it was.
    guard let client, !isHidden(client) else { return TerminalText(data: name.text(context)) }
    let whose = TerminalText(data: self.name(of: client))
    if case .moved(_, let to) = name.deed {
      let other = TerminalText(data: self.name(of: ClientNumber(Int32(clamping: to))))
      return speech(FormWords.movedTo, TerminalText(data: name.text(context)), whose, other)
    }
    let own = edits.filter { $0.record.kind == .client && $0.field != Creation.field }
    guard case .fields = name.thing, (1...4).contains(own.count) else {
      return TerminalText(data: name.step(of: self.name(of: client), context))
    }
    let values = own.map { edit -> TerminalText in
      let label = RecordFieldText.label(of: edit.field, .client, context.language)
      let value = RecordFieldText.value(edit.new, of: edit.field, .client, context)
      return "\(data: label): \(TerminalText.oneLine(data: value))"
    }
    return speech(FormWords.ofClient, values.joined(separator: "; "), whose)
  }

  /// The client who was added here is among the news: she is named with her number, and the cursor goes to her.
  mutating func greet(_ news: [ClientFacts]) {
    guard let name = addedName, let added = news.first(where: { $0.values["name"]?.content == .name(name) })
    else { return }
    addedName = nil
    guard pinned == nil else { return }
    let number = TerminalText(Int(added.number.number))
    message = Said(speech(FormWords.savedNew, TerminalText(data: self.name(of: added.number)), number), .good)
    if let row = population.row(of: added.number), shown.contains(row) { choose(added.number) }
  }

  /// The form that was being saved is filled in again, wherever it stands.
  mutating func fill(_ subject: Form.Subject) {
    mode = mode.changing(subject) { form in
      if form.step == .saving { form.step = .filling }
    }
  }

  /// A client's listed name, or her number where she is not in this caseload.
  func name(of client: ClientNumber) -> String {
    if client == .nobody { return ErrandWords.nobody.text(in: context.language) }
    return population.row(of: client).map { population.name(at: $0).listed }
      ?? transfers.first { $0.transfer.client == client && !$0.name.listed.isEmpty }?.name.listed
      ?? UndoText.client(client, in: context.language)
  }
}

extension Mode {
  /// The same, with something else beneath.
  func over(_ beneath: Mode) -> Mode {
    switch self {
    case .find(let entry, _): .find(entry, over: beneath)
    case .actions(let pick, _): .actions(pick, over: beneath)
    case .alone(let number, let top, _): .alone(number, top, over: beneath)
    case .name(let entry, _): .name(entry, over: beneath)
    case .question(let id, _): .question(id, over: beneath)
    case .page(let id, _): .page(id, over: beneath)
    case .ahead(let top, _): .ahead(top, over: beneath)
    case .visit(let number, let top, _): .visit(number, top, over: beneath)
    case .form(let form, _): .form(form, over: beneath)
    case .errands(let number, let index, _): .errands(number, index, over: beneath)
    case .offers(let number, let index, _): .offers(number, index, over: beneath)
    case .contacts(let number, let index, _): .contacts(number, index, over: beneath)
    case .fields(let number, let index, _): .fields(number, index, over: beneath)
    case .transfers(let index, _): .transfers(index, over: beneath)
    case .absences(let index, _): .absences(index, over: beneath)
    case .conflict(let conflict, let top, _): .conflict(conflict, top, over: beneath)
    case .stops(let number, let index, _): .stops(number, index, over: beneath)
    case .sweep, .sweeps, .browse, .filter, .worklists, .sort, .table, .tableField, .columns, .record,
      .importing:
      self
    }
  }

  /// The same without the form of a subject, wherever it stands, if it is the one that is meant.
  func without(_ subject: Form.Subject, where isMeant: (Form) -> Bool) -> Mode {
    guard let beneath else { return self }
    if case .form(let form, _) = self, form.subject == subject { return isMeant(form) ? beneath : self }
    return over(beneath.without(subject, where: isMeant))
  }

  /// The same with the form of a subject changed, wherever it stands.
  func changing(_ subject: Form.Subject, _ body: (inout Form) -> Void) -> Mode {
    guard let beneath else { return self }
    guard case .form(var form, _) = self, form.subject == subject else {
      return over(beneath.changing(subject, body))
    }
    body(&form)
    return .form(form, over: beneath)
  }
}
