import CaseloadCore
import CaseloadScreens
import Cells
import Glibc

extension DoctorReport {
  /// The user's own keys, which work or are said to be wrong by line when the dashboard opens.
  mutating func addConfiguration(_ path: String, _ say: Speech) {
    let name = TerminalText(data: path)
    let problems = Configuration.load(path).problems
    guard problems.isEmpty else {
      return add(
        DoctorFinding(
          sign: .trouble, subject: DoctorWords.configuration,
          found: say(DoctorWords.keysWrong, name, TerminalText(problems.count)),
          advice: say(DoctorWords.keysCheck)))
    }
    let words = access(path, F_OK) == 0 ? DoctorWords.ownKeys : DoctorWords.standardKeys
    add(DoctorFinding(sign: .good, subject: DoctorWords.configuration, found: say(words, name)))
  }
}
