import ArgumentParser
import CaseloadCore
import CaseloadScreens
import Cells

/// `caseload config`: the user's own keys.
struct ConfigCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "config", abstract: HelpWords.config.spoken,
      discussion: HelpText.text(
        ["caseload config", "caseload config --print > config.toml", "caseload config --check"],
        HelpWords.configMore))
  }

  @Flag(name: .long, help: OptionWords.printConfig.help)
  var print = false

  @Flag(name: .long, help: OptionWords.checkConfig.help)
  var check = false

  @Option(name: .long, help: OptionWords.language.help)
  var language: Language?

  func run() throws {
    let surroundings = Surroundings.current()
    let language = surroundings.language(asked: language)
    let path = surroundings.configPath
    let speech = Speech(surroundings.context(language: language))
    if print {
      let text = ConfigurationDocument.text(language)
      return try Console.say(lines: TerminalText.lines(data: text).dropLast())
    }
    let (configuration, problems) = Configuration.load(path)
    guard problems.isEmpty else {
      for problem in problems { Console.warn(problem.text(path, speech)) }
      throw Ending.dataRefused
    }
    let count = configuration.keys.count
    let file = TerminalText(data: path)
    try Console.say(check ? speech(ConfigurationWords.good, file, TerminalText(count)) : file)
  }
}
