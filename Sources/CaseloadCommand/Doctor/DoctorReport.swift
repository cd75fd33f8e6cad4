import CaseloadCore
import CaseloadScreens
import Cells

/// How something stands. Every state has a sign of its own; colour is not needed.
enum DoctorSign {
  /// As it should be.
  case good
  /// Something to be done about it.
  case trouble
  /// Not known, or nothing to say about yet.
  case unknown

  var shown: TerminalText {
    switch self {
    case .good: "✓"
    case .trouble: "‼"
    case .unknown: "?"
    }
  }
}

/// One thing that was looked at: a line.
struct DoctorFinding {
  var sign: DoctorSign
  /// What was looked at, such as "terminal".
  var subject: Phrase
  /// What was found.
  var found: TerminalText
  /// What to do about it; empty where there is nothing to do.
  var advice: TerminalText = ""
  /// Whether the store (or the desk) cannot be used as it is; the command then ends with 4.
  var isStoreTrouble = false
}

/// Everything that was looked at.
struct DoctorReport {
  private let say: Speech
  private(set) var findings: [DoctorFinding] = []

  init(_ say: Speech) { self.say = say }

  mutating func add(_ finding: DoctorFinding) { findings.append(finding) }

  /// One line a finding, the subjects in a column.
  var lines: [TerminalText] {
    let subjects = findings.map { say($0.subject) }
    let width = subjects.map(\.width).max() ?? 0
    return zip(findings, subjects).map { finding, subject in
      let advice: TerminalText = finding.advice.isEmpty ? "" : " — \(finding.advice)"
      return "\(finding.sign.shown) \(subject.pad(to: width, alignment: .left))  \(finding.found)\(advice)"
    }
  }

  /// The last line: whether there is anything to do.
  var verdict: TerminalText {
    let count = findings.filter { $0.sign == .trouble }.count
    switch count {
    case 0: return say(DoctorWords.allIsWell)
    case 1: return say(DoctorWords.oneTrouble)
    default: return say(DoctorWords.troubles, TerminalText(count))
    }
  }

  var hasStoreTrouble: Bool { findings.contains(where: \.isStoreTrouble) }
}
