import ArgumentParser
import CaseloadScreens
import CaseloadStore
import CaseloadTerminal
import Cells

/// `caseload doctor`: what could keep the program from working well here.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look at terminal, locale, store and permissions; say what to do.",
    discussion: """
      caseload doctor
      caseload doctor --store demo.sqlite

      One line for each thing: ✓ as it should be, ‼ something to do, ? not known. It changes nothing, looks at
      no client, and says nothing about anybody. It ends with 4 where the store or your desk cannot be used as
      it is, else with 0.
      """)

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
