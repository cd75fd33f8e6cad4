import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload undo-import`: takes an import back.
struct UndoImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo-import", abstract: "Take an import back: what nobody has touched since.",
    discussion: """
      caseload undo-import
      caseload undo-import 2 1

      Without a number it lists the imports.
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The numbers of the imports, the latest first.")
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
    let imports = try StoreOpening.saying(options, surroundings) { () throws(StoreError) in
      try store.imports()
    }
    if let entry = imports.first(where: { $0.id == number }), entry.undone != nil {
      throw Failure(.nothingFound, "import \(Int(number)) was taken back already")
    }
    let later = imports.filter { $0.id > number && $0.undone == nil }.map { TerminalText(Int($0.id)) }
    guard !later.isEmpty, imports.contains(where: { $0.id == number }) else { return }
    let order = (later + [TerminalText(Int(number))]).joined(separator: " ")
    throw Failure(
      .dataRefused,
      "later imports rest on import \(Int(number)); take them back too, the latest first: caseload undo-import \(order)"
    )
  }

  private func undo(_ number: Int64, _ store: Store, _ surroundings: Surroundings, _ context: Context) throws
  {
    let undone = try StoreOpening.saying(options, surroundings) { () throws(StoreError) in
      try store.undoImport(number, as: .random(), reason: "undo of import \(number)", context)
    }
    try Console.say(
      "import \(Int(number)): \(undone.removed) clients and \(undone.contacts) contacts removed, \(undone.reverted) values put back"
    )
    if !undone.keptClients.isEmpty || !undone.keptValues.isEmpty {
      try Console.say(
        "\(undone.keptClients.count) clients and \(undone.keptValues.count) values stay: someone has touched them since"
      )
    }
  }

  private func list(_ store: Store, _ surroundings: Surroundings) throws {
    let imports = try StoreOpening.saying(options, surroundings) { () throws(StoreError) in
      try store.imports()
    }
    let rows: [[ReportCell]] = imports.map { entry in
      [
        .number(Int(entry.id)), .text(entry.kind), .text(entry.source.drawn.iso), .text(entry.source.mapping),
        .number(entry.counts.new), .number(entry.counts.changed),
        .text(entry.undone == nil ? "" : "taken back"),
      ]
    }
    try Console.print(
      Report(
        columns: [
          .init(id: "import", title: "Import", isNumber: true), .init(id: "kind", title: "Kind"),
          .init(id: "drawn", title: "Drawn"), .init(id: "mapping", title: "Mapping"),
          .init(id: "new", title: "New", isNumber: true),
          .init(id: "changed", title: "Changed", isNumber: true),
          .init(id: "state", title: "State"),
        ], rows: rows), output.format)
    if imports.isEmpty { throw Ending.nothingFound }
  }
}
