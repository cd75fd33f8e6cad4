import ArgumentParser
import CaseloadCore
import CaseloadScreens
import Cells

/// `caseload config`: the user's own keys.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Your own keys: where the file is, what can stand in it, whether it is right.",
    discussion: """
      caseload config                              where the file is
      caseload config --print > config.toml        everything that can be set, commented out
      caseload config --check                      what is wrong with it, by line and key

      The file is config.toml in caseload's folder under XDG_CONFIG_HOME (~/.config/caseload/config.toml).
      """)

  @Flag(name: .long, help: "Write the default configuration, commented.")
  var print = false

  @Flag(name: .long, help: "Check the file; ends with 3 where it is wrong.")
  var check = false

  @Option(name: .long, help: "en or nl. Default: the locale's language.")
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
