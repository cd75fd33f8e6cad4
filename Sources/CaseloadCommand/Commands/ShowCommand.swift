import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload show`: one client's record.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One client's record, by her number in this store.",
    discussion: """
      caseload show 7
      caseload show 7 --format json

      With each value stand its state, its source and its day; a licence says what it gives besides.
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The client's number.")
  var number: Int32

  func run() throws {
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = options.context(surroundings)
    let found = try StoreOpening.saying(options, surroundings) { () throws(StoreError) in
      (
        try store.record(of: ClientNumber(number)),
        try store.facts(of: [ClientNumber(number)], closedToo: true)
      )
    }
    guard let stored = found.0, let facts = found.1.first else {
      Console.warn("no client has number \(Int(number))")
      throw Ending.nothingFound
    }
    var population = Population(catalogue: store.catalogue)
    population.put(facts)
    try Console.print(
      RecordReport(record: ClientRecord(stored, context), population: population, context: context).report(
        output.format), output.format)
  }
}

/// A client's record as rows of a report: fields by group, then the timeline.
struct RecordReport {
  let record: ClientRecord
  let population: Population
  let context: Context

  func report(_ format: OutputFormat) -> Report {
    let isTable = format == .table
    var rows = fieldRows(isTable)
    for contact in record.contacts { rows.append(row(of: contact, isTable)) }
    for errand in record.errands { rows.append(row(of: errand, isTable)) }
    return Report(
      columns: [
        .init(id: "group", title: "Group"), .init(id: "field", title: "Field"),
        .init(id: "value", title: "Value"),
        .init(id: "state", title: "State"), .init(id: "source", title: "Source"),
        .init(id: "day", title: "Day"),
        .init(id: "note", title: "Note"),
      ], rows: rows)
  }

  private func fieldRows(_ isTable: Bool) -> [[ReportCell]] {
    let language = context.language
    var rows: [[ReportCell]] = []
    for field in population.catalogue.fields {
      let isDerived = field.owner == .derived
      let value =
        isDerived ? population.value(field.id, at: 0, context) : record.values[field.id] ?? .empty
      // People read what is there and what is missing; programs get every field.
      if isTable, isDerived, value.state == .empty, field.id != "seen" { continue }
      let words: String =
        field.id == "seen"
        ? LastSeenText.short(population.lastSeen(at: 0, on: context.today), context)
        : ValueText.text(value, of: field, context)
      let isSaid = value.state != .empty && !isDerived
      rows.append([
        .text(isTable ? field.group.label.text(in: language) : field.group.rawValue),
        .text(isTable ? field.label.text(in: language) : field.id.text),
        isTable ? .text(words) : .machine(value, field), .text(value.state.rawValue),
        isSaid ? .text(value.source.rawValue) : .none,
        isSaid ? value.day.map { .text(isTable ? DayText.short($0, context) : $0.iso) } ?? .none : .none,
        .text(note(value, field)),
      ])
    }
    return rows
  }

  /// What else there is to say of a value: what it gives, what another source says, what was not understood.
  private func note(_ value: Value, _ field: Field) -> String {
    var notes: [String] = []
    if let content = value.content {
      let given = ValueText.implied(content, of: field, context.language)
      if !given.isEmpty { notes.append(given) }
    }
    for offer in record.offers where offer.field == field.id {
      notes.append("\(offer.value.source.rawValue): \(ValueText.text(offer.value, of: field, context))")
    }
    return notes.joined(separator: "; ")
  }

  private func row(of contact: Contact, _ isTable: Bool) -> [ReportCell] {
    let day = contact.held ?? contact.logged
    return [
      .text(isTable ? "Timeline" : "contact"), .text(contact.kind.rawValue),
      .text([contact.story, contact.agreed].filter { !$0.isEmpty }.joined(separator: " → ")),
      .text(contact.held == nil ? "logged" : "held"), .text(contact.colleague),
      day.map { .text(isTable ? DayText.short($0, context) : $0.iso) } ?? .none,
      .text(contact.channel.rawValue),
    ]
  }

  private func row(of errand: Errand, _ isTable: Bool) -> [ReportCell] {
    [
      .text(isTable ? "Errands" : "errand"),
      .text(errand.waitingOn == .us ? "waiting on us" : "waiting on the client"),
      .text(errand.text), .text(errand.done == nil ? "open" : "done"), .none,
      errand.due.map { .text(isTable ? DayText.short($0, context) : $0.iso) } ?? .none, .none,
    ]
  }
}
