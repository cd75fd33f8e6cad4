import ArgumentParser
import CaseloadCore
import CaseloadStore
import Cells

/// `caseload week`: one page for a coach's Monday, by the same rules as the worklists.
struct WeekCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "week", abstract: HelpWords.week.spoken,
      discussion: HelpText.text(["caseload week", "caseload week --format csv"], HelpWords.weekMore))
  }

  @OptionGroup var options: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let caseload = try OneCaseload(options)
    let page = try StoreOpening.saying { () throws(StoreError) in try WeekPage(caseload) }
    if output.format == .table {
      try Console.say(lines: page.lines)
    } else {
      try Console.print(page.report, output.format)
    }
    if page.isEmpty { throw Ending.nothingFound }
  }
}
