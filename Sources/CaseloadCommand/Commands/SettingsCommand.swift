import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload settings`: the numbers that definitions depend on.
struct SettingsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "settings", abstract: HelpWords.settings.spoken,
      discussion: HelpText.text(
        [
          "caseload settings",
          "caseload settings forgotten-after 4m --by \"coaches Noord 2\" --reason \"agreed on 1 September\"",
          "caseload settings owner \"J. de Vries\"",
        ], HelpWords.settingsMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: OptionWords.setting.help, completion: .list(SettingID.allCases.map(\.rawValue)))
  var setting: String?

  @Argument(help: OptionWords.value.help)
  var value: String?

  @Option(name: .long, help: OptionWords.by.help)
  var by: String?

  @Option(name: .long, help: OptionWords.reason.help)
  var reason: String = ""

  func run() throws {
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let context = try StoreOpening.context(store, options, surroundings)
    guard let setting else { return try list(SettingID.allCases, context) }
    guard let id = SettingID(rawValue: setting) else {
      throw Failure(.usage, said(FailureWords.noSetting, TerminalText(data: setting)))
    }
    guard let value else { return try listHistory(id, store, surroundings, context) }
    var trial = context.settings
    guard trial.set(id, to: value, version: 1, since: nil, keptBy: nil) else {
      throw Failure(
        .usage,
        said(
          FailureWords.noSettingValue, TerminalText(data: value), TerminalText(data: id.rawValue),
          TerminalText(data: context.settings.text(id))))
    }
    let coaches = try StoreOpening.saying { () throws(StoreError) in try store.coaches() }
    // A slip of the pen would make an empty caseload of a full one.
    guard id != .owner || value.isEmpty || coaches.isEmpty || coaches.contains(trial.text(id)) else {
      throw Failure(
        .usage, said(FailureWords.noSuchOwner, TerminalText(data: value), FailureWords.list(coaches)))
    }
    guard id == .owner || !reason.isEmpty else {
      throw Failure(.usage, said(FailureWords.noReason))
    }
    try StoreOpening.saying { () throws(StoreError) in
      try store.keep(id, value, as: .random(), reason: reason, keptBy: by, context)
    }
    try list([id], StoreOpening.context(store, options, surroundings))
  }

  /// What it was and is: what the program came with, then each version that was kept.
  private func listHistory(
    _ id: SettingID, _ store: Store, _ surroundings: Surroundings, _ context: Context
  ) throws {
    let kept = try StoreOpening.saying { () throws(StoreError) in
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
          .init(id: "setting", title: ReportWords.setting.spoken),
          .init(id: "value", title: ReportWords.value.spoken),
          .init(id: "version", title: ReportWords.version.spoken, isNumber: true),
          .init(id: "since", title: ReportWords.since.spoken),
          .init(id: "kept-by", title: ReportWords.keptBy.spoken),
          .init(id: "definition", title: ReportWords.decides.spoken),
        ], rows: rows), output.format)
  }
}
