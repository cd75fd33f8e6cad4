import CaseloadCore

/// A client's record as rows for programs: every field, then the contacts and errands.
struct RecordReport {
  let record: ClientRecord
  let population: Population
  let context: Context

  /// The rows.
  var report: Report {
    Report(
      columns: ["group", "field", "value", "state", "source", "day", "note"].map { .init(id: $0, title: $0) },
      rows: population.catalogue.fields.map(row) + record.contacts.map(row) + record.errands.map(row))
  }

  private func row(of field: Field) -> [ReportCell] {
    let isDerived = field.owner == .derived
    let value = isDerived ? population.value(field.id, at: 0, context) : record.values[field.id] ?? .empty
    let isSaid = value.state != .empty && !isDerived
    return [
      .text(field.group.rawValue), .text(field.id.text),
      field.id == "seen"
        ? .seen(population.lastSeen(at: 0, on: context.today), value, field) : .machine(value, field),
      .text(value.state.rawValue),
      isSaid ? .text(value.source.rawValue) : .none,
      isSaid ? value.day.map { .text($0.iso) } ?? .none : .none,
      .text(note(value, field)),
    ]
  }

  /// What else there is to say, and that a value is secret: a record is asked for one by one, and whoever reads it has to
  /// know the value too.
  private func note(_ value: Value, _ field: Field) -> String {
    let note = FieldNote.text(value, field, record, context)
    guard value.state != .empty || value.raw != nil, record.isSecret(field.id) else { return note }
    return [RecordPage.secret.text(in: context.language), note].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func row(of contact: Contact) -> [ReportCell] {
    [
      .text("contact"), .text(contact.kind.rawValue),
      .text([contact.story, contact.agreed].filter { !$0.isEmpty }.joined(separator: " → ")),
      .text(contact.held == nil ? "logged" : "held"), .text(contact.colleague),
      (contact.held ?? contact.logged).map { .text($0.iso) } ?? .none, .text(contact.channel.rawValue),
    ]
  }

  private func row(of errand: Errand) -> [ReportCell] {
    [
      .text("errand"), .text("waiting-on-\(errand.waitingOn.rawValue)"), .text(errand.text),
      .text(errand.done == nil ? "open" : "done"), .none, errand.due.map { .text($0.iso) } ?? .none, .none,
    ]
  }
}

/// What else there is to say of a value: what it gives, what another source says.
enum FieldNote {
  static func text(_ value: Value, _ field: Field, _ record: ClientRecord, _ context: Context) -> String {
    var notes: [String] = []
    if let content = value.content {
      let given = ValueText.implied(content, of: field, context.language)
      if !given.isEmpty { notes.append(given) }
    }
    for offer in record.offers where offer.field == field.id {
      let source = offer.value.source.label.text(in: context.language)
      notes.append("\(source): \(ValueText.text(offer.value, of: field, context))")
    }
    return notes.joined(separator: "; ")
  }
}
