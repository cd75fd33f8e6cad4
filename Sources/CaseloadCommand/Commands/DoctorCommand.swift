import ArgumentParser
import CaseloadScreens
import CaseloadStore
import CaseloadTerminal
import Cells

/// `caseload doctor`: what could keep the program from working well here.
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor", abstract: HelpWords.doctor.spoken,
      discussion: HelpText.text(
        [
          "caseload doctor",
          "caseload doctor --store demo.sqlite",
        ], HelpWords.doctorMore))
  }

  @OptionGroup var options: StoreOptions

  func run() throws {
    let surroundings = options.surroundings()
    let language = surroundings.language(asked: options.language)
    let say = Speech(surroundings.context(language: language))
    let look = TerminalLook()
    let path = options.store ?? surroundings.storePath
    var report = DoctorReport(say)
    TerminalExam(
      surroundings: surroundings, say: say, language: language, isAsked: options.language != nil, look: look
    ).add(to: &report)
    StoreExam(health: .look(at: path), path: path, say: say, language: language).add(to: &report)
    report.addDesk(surroundings.deskPath, say, language)
    report.addConfiguration(surroundings.configPath, say)
    let lines = report.lines + ["", report.verdict]
    try Console.say(lines: look.writesUTF8 ? lines : lines.map(\.ascii))
    if report.hasStoreTrouble { throw Ending.store }
  }
}
