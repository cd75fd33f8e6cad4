import ArgumentParser
import CaseloadStore
import Cells

/// `caseload check`: whether the store is whole.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Whether the store is whole: rows, journal, summaries.",
    discussion: """
      caseload check
      caseload check --head

      It reads everything: SQLite's own check, the checksum of each row, the journal's chain, and each summary
      worked out again. It ends with 4 where something is wrong. Keep the head of the journal (--head)
      elsewhere, and nobody can rewrite the journal unseen.
      """)

  @OptionGroup var options: StoreOptions

  @Flag(name: .long, help: "Print only the journal's head.")
  var head = false

  func run() throws {
    let surroundings = options.surroundings()
    let store = try StoreOpening.existing(options, surroundings)
    let report = try StoreOpening.saying(options, surroundings) { () throws(StoreError) in try store.check() }
    if head {
      try Console.say(TerminalText(data: report.head))
    } else {
      try Console.say(
        "clients \(report.clients) · journal entries \(report.entries), \(report.erased) of them erased")
      try Console.say("journal head \(data: report.head)")
    }
    for finding in report.findings { Console.warn(finding.text) }
    if !report.isClean { throw Ending.store }
    if !head { try Console.say("the store is whole") }
  }
}

extension CheckFinding {
  /// One line about it, without personal data.
  fileprivate var text: TerminalText {
    switch self {
    case .integrity(let words): "SQLite: \(data: words)"
    case .foreignKey(let table): "a row of \(data: table) refers to one that is not there"
    case .checksum(let table, let row): "row \(Int(row)) of \(data: table) is not what was written"
    case .chain(let number): "journal entry \(Int(number)) does not follow from the one before it"
    case .payload(let number): "the payload of journal entry \(Int(number)) is not what was written"
    case .summary(let client): "the summary of client \(Int(client.number)) is not what the contacts come to"
    case .experience(let client): "the experience of client \(Int(client.number)) is not what the record says"
    }
  }
}
