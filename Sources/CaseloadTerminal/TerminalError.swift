import Cells

/// Why there is no screen. The terminal is as it was found, and nothing has been printed on it.
public enum TerminalError: Error, Hashable, Sendable {
  /// Neither /dev/tty nor standard input is a terminal.
  case noTerminal
  /// TERM is not set.
  case noTerm
  /// There is no description of this terminal in the system.
  case unknownTerm(TerminalText)
  /// The terminal cannot place its cursor (`dumb`): it can print, but not show a screen.
  case noCursorAddressing(TerminalText)
  /// The system refused a descriptor; the number is errno.
  case system(Int32)

  /// One English line that says what is wrong and what helps.
  public var message: TerminalText {
    switch self {
    case .noTerminal: return "there is no terminal here; the commands list, show and facets work without one"
    case .noTerm: return "the variable TERM is not set; try TERM=xterm-256color"
    case .unknownTerm(let name): return "TERM is \(name), which this system does not know; try TERM=xterm"
    case .noCursorAddressing(let name):
      return "TERM is \(name), a terminal without cursor movement; try TERM=xterm"
    case .system(let number): return "the terminal could not be opened (system error \(Int(number)))"
    }
  }
}
