import CaseloadCore
import CaseloadScreens
import CaseloadStore
import CaseloadTerminal
import Cells

/// What is said of the program itself, the terminal, the letters and the language.
struct TerminalExam {
  let surroundings: Surroundings
  let say: Speech
  let language: Language
  /// Whether the language was asked for on the command line.
  let isAsked: Bool
  let look: TerminalLook

  func add(to report: inout DoctorReport) {
    report.add(
      DoctorFinding(
        sign: .good, subject: DoctorWords.program,
        found: say(
          DoctorWords.versions, TerminalText(data: Version.current),
          TerminalText(data: StoreHealth.sqliteVersion),
          TerminalText(data: Version.oldestGRDB), TerminalText(data: TerminalLook.cursesVersion))))
    report.add(terminal)
    report.add(size)
    report.add(letters)
    report.add(spoken)
  }

  private var terminal: DoctorFinding {
    let subject = DoctorWords.terminal
    let name = TerminalText(data: look.name ?? "")
    switch look.problem {
    case .noTerm, .noTerminal, .system:
      return DoctorFinding(
        sign: .trouble, subject: subject, found: say(DoctorWords.noTerm), advice: say(DoctorWords.setTerm))
    case .unknownTerm:
      return DoctorFinding(
        sign: .trouble, subject: subject, found: say(DoctorWords.unknownTerm, name),
        advice: say(DoctorWords.installTerms))
    case .noCursorAddressing:
      return DoctorFinding(
        sign: .trouble, subject: subject, found: say(DoctorWords.noCursor, name),
        advice: say(DoctorWords.commandsWork))
    case nil: break
    }
    let colours = look.colours ?? 0
    let isOff = !surroundings.environment["NO_COLOR", default: ""].isEmpty
    let found =
      colours < 8
      ? say(DoctorWords.noColours, name)
      : isOff ? say(DoctorWords.coloursOff, name) : say(DoctorWords.colours, name, TerminalText(colours))
    return DoctorFinding(sign: .good, subject: subject, found: found)
  }

  private var size: DoctorFinding {
    let subject = DoctorWords.size
    guard let size = look.size else {
      return DoctorFinding(sign: .unknown, subject: subject, found: say(DoctorWords.notATerminal))
    }
    let isSmall = size.width < 80 || size.height < 24
    return DoctorFinding(
      sign: isSmall ? .trouble : .good, subject: subject,
      found: say(DoctorWords.columnsAndRows, TerminalText(size.width), TerminalText(size.height)),
      advice: isSmall ? say(DoctorWords.small) : "")
  }

  private var letters: DoctorFinding {
    let subject = DoctorWords.letters
    guard look.writesUTF8 else {
      return DoctorFinding(
        sign: .trouble, subject: subject, found: say(DoctorWords.ascii), advice: say(DoctorWords.setLocale))
    }
    guard look.hasLocale else {
      let name = TerminalText(data: surroundings.locale("LC_CTYPE") ?? "")
      return DoctorFinding(
        sign: .unknown, subject: subject, found: say(DoctorWords.localeMissing, name))
    }
    return DoctorFinding(sign: .good, subject: subject, found: say(DoctorWords.utf8))
  }

  private var spoken: DoctorFinding {
    let name = say(language == .dutch ? DoctorWords.dutch : DoctorWords.english)
    let found: TerminalText
    if isAsked {
      found = say(DoctorWords.languageAsked, name)
    } else if let locale = surroundings.locale("LC_MESSAGES") {
      found = say(DoctorWords.languageOfLocale, name, TerminalText(data: locale))
    } else {
      found = say(DoctorWords.languageDefault, name)
    }
    return DoctorFinding(sign: .good, subject: DoctorWords.language, found: found)
  }
}
