import ArgumentParser
import CaseloadStore
import Cells

/// `caseload check`: whether the store is whole.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: HelpWords.check.spoken,
      discussion: HelpText.text(["caseload check", "caseload check --head"], HelpWords.checkMore))
  }

  @OptionGroup var options: StoreOptions

  @Flag(name: .long, help: OptionWords.head.help)
  var head = false

  func run() throws {
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let report = try StoreOpening.saying { () throws(StoreError) in try store.check() }
    if head {
      try Console.say(TerminalText(data: report.head))
    } else {
      try Console.say(
        said(
          CheckWords.clients, TerminalText(report.clients), TerminalText(report.entries),
          TerminalText(report.erased)))
      try Console.say(said(CheckWords.head, TerminalText(data: report.head)))
    }
    for finding in report.findings { Console.warn(finding.text) }
    if !report.isClean { throw Ending.store }
    if !head { try Console.say(said(CheckWords.whole)) }
  }
}

extension CheckFinding {
  /// One line about it, without personal data.
  fileprivate var text: TerminalText {
    switch self {
    case .integrity(let words): "SQLite: \(data: words)"
    case .foreignKey(let table): said(CheckWords.foreignKey, TerminalText(data: table))
    case .checksum(let table, let row):
      said(CheckWords.checksum, TerminalText(Int(row)), TerminalText(data: table))
    case .chain(let number): said(CheckWords.chain, TerminalText(Int(number)))
    case .payload(let number): said(CheckWords.payload, TerminalText(Int(number)))
    case .summary(let client): said(CheckWords.summary, TerminalText(Int(client.number)))
    case .experience(let client): said(CheckWords.experience, TerminalText(Int(client.number)))
    }
  }
}
