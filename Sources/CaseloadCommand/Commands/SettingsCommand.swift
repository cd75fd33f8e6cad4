import ArgumentParser
import CaseloadCore
import CaseloadStore

/// `caseload settings`: the numbers that definitions depend on.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "The numbers that definitions depend on; change one with its reason.",
    discussion: """
      caseload settings
      caseload settings forgotten-after 4m --by "coaches Noord 2" --reason "agreed on 1 September"
      caseload settings owner "J. de Vries"

      The legend shows which value is in force, since when, and whose definition it is. What was before stays
      in the store as its history.
      """)

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The setting.", completion: .list(SettingID.allCases.map(\.rawValue)))
  var setting: String?

  @Argument(help: "Its new value: 3m, 8w, 80, or a name.")
  var value: String?

  @Option(name: .long, help: "Whose definition it is.")
  var by: String?

  @Option(name: .long, help: "Why it is changed.")
  var reason: String = ""

  func run() throws {
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = try StoreOpening.context(store, options, surroundings)
    guard let setting else { return try list(SettingID.allCases, context) }
    guard let id = SettingID(rawValue: setting) else {
      throw Failure(.usage, "no setting \"\(data: setting)\"; see: caseload settings")
    }
    guard let value else { return try listHistory(id, store, surroundings, context) }
    var trial = context.settings
    guard trial.set(id, to: value, version: 1, since: nil, keptBy: nil) else {
      throw Failure(
        .usage,
        "\(data: value) is no value of \(data: id.rawValue); it is now \(data: context.settings.text(id)), so write it like that"
      )
    }
    guard id == .owner || !reason.isEmpty else {
      throw Failure(
        .usage, "say why it is changed: --reason \"…\"; a definition that changes needs its reason")
    }
    try StoreOpening.saying(options, surroundings) { () throws(StoreError) in
      try store.keep(id, value, as: .random(), reason: reason, keptBy: by, context)
    }
    try list([id], StoreOpening.context(store, options, surroundings))
  }

  /// What it was and is: what the program came with, then each version that was kept.
  private func listHistory(
    _ id: SettingID, _ store: Store, _ surroundings: Surroundings, _ context: Context
  ) throws {
    let kept = try StoreOpening.saying(options, surroundings) { () throws(StoreError) in
      try store.history(of: id)
    }
    try print(([Settings()] + kept).map { ($0, id) }, context)
  }

  private func list(_ settings: [SettingID], _ context: Context) throws {
    try print(settings.map { (context.settings, $0) }, context)
  }

  private func print(_ settings: [(Settings, SettingID)], _ context: Context) throws {
    let rows: [[ReportCell]] = settings.map { settings, id in
      let head = settings.head(id)
      return [
        .text(id.rawValue), .text(settings.text(id)), .number(head.version),
        head.since.map { .text($0.iso) } ?? .none, head.keptBy.map { .text($0) } ?? .none,
        .text(id.definition.text(in: context.language)),
      ]
    }
    try Console.print(
      Report(
        columns: [
          .init(id: "setting", title: "Setting"), .init(id: "value", title: "Value"),
          .init(id: "version", title: "Version", isNumber: true), .init(id: "since", title: "Since"),
          .init(id: "kept-by", title: "Kept by"), .init(id: "definition", title: "What it decides"),
        ], rows: rows), output.format)
  }
}
