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
}
