import ArgumentParser
import CaseloadCore
import Cells

/// `caseload manual`: prints the manual page, for `make install` and the Debian package.
struct ManualCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "manual", abstract: HelpWords.manual.spoken, shouldDisplay: false)
  }

  @Option(name: .long, help: OptionWords.language.help)
  var language: Language?

  func run() throws {
    let language = Surroundings.current().language(asked: language)
    let page = Manual(tree: try CommandTree.read(), language: language).page()
    try Console.say(lines: page.split(separator: "\n").map { TerminalText(data: String($0)) })
  }
}
