import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload undo-import`: takes an import back.
struct UndoImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo-import", abstract: HelpWords.undo.spoken,
      discussion: HelpText.text(["caseload undo-import", "caseload undo-import 2 1"], HelpWords.undoMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: OptionWords.imports.help)
  var numbers: [Int64] = []

  func run() throws {
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = try StoreOpening.context(store, options, surroundings)
    guard !numbers.isEmpty else { return try list(store, surroundings) }
    for number in numbers {
      try checkIsLatest(number, store, surroundings)
      try undo(number, store, surroundings, context)
    }
  }

  /// What a later import brought rests on this one: taking this one back first would leave nearly all of it.
  private func checkIsLatest(_ number: Int64, _ store: Store, _ surroundings: Surroundings) throws {
    let imports = try StoreOpening.saying { () throws(StoreError) in
      try store.imports()
    }
    if let entry = imports.first(where: { $0.id == number }), entry.undone != nil {
      throw Failure(.nothingFound, said(ImportWords.tookBackAlready, TerminalText(Int(number))))
    }
    let later = imports.filter { $0.id > number && $0.undone == nil }.map { TerminalText(Int($0.id)) }
    guard !later.isEmpty, imports.contains(where: { $0.id == number }) else { return }
    let order = (later + [TerminalText(Int(number))]).joined(separator: " ")
    throw Failure(.dataRefused, said(ImportWords.laterRest, TerminalText(Int(number)), order))
  }

  private func undo(_ number: Int64, _ store: Store, _ surroundings: Surroundings, _ context: Context) throws
  {
    let undone = try StoreOpening.saying { () throws(StoreError) in
      try store.undoImport(
        number, as: .random(), reason: said(ImportWords.undoReason, TerminalText(Int(number))).string, context
      )
    }
    try Console.say(
      said(
        ImportWords.undone, TerminalText(Int(number)), said(ImportWords.clients, undone.removed),
        said(ImportWords.contacts, undone.contacts), said(ImportWords.values, undone.reverted)))
    if !undone.keptClients.isEmpty || !undone.keptValues.isEmpty {
      try Console.say(
        said(
          ImportWords.stay, said(ImportWords.clients, undone.keptClients.count),
          said(ImportWords.values, undone.keptValues.count)))
    }
  }

  private func list(_ store: Store, _ surroundings: Surroundings) throws {
    let imports = try StoreOpening.saying { () throws(StoreError) in
      try store.imports()
    }
    let forPeople = output.format == .table
    let rows: [[ReportCell]] = imports.map { entry in
      [
        .number(Int(entry.id)), .text(forPeople ? Self.kind(entry.kind) : entry.kind),
        .text(entry.source.drawn.iso), .text(entry.source.mapping), .number(entry.counts.new),
        .number(entry.counts.changed),
        .text(entry.undone == nil ? "" : forPeople ? ReportWords.takenBack.spoken : "taken-back"),
      ]
    }
    try Console.print(
      Report(
        columns: [
          .init(id: "import", title: ReportWords.importNumber.spoken, isNumber: true),
          .init(id: "kind", title: ReportWords.kind.spoken),
          .init(id: "drawn", title: ReportWords.drawn.spoken),
          .init(id: "mapping", title: ReportWords.mapping.spoken),
          .init(id: "new", title: ReportWords.new.spoken, isNumber: true),
          .init(id: "changed", title: ReportWords.changed.spoken, isNumber: true),
          .init(id: "state", title: ReportWords.state.spoken),
        ], rows: rows), output.format)
    if imports.isEmpty { throw Ending.nothingFound }
  }

  /// What an import brought, in words; a kind of another version stays as it is written.
  private static func kind(_ kind: String) -> String {
    switch kind {
    case "clients": ReportWords.kindClients.spoken
    case "answers": ReportWords.kindAnswers.spoken
    case "contacts": ReportWords.kindContacts.spoken
    default: kind
    }
  }
}
