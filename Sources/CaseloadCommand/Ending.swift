import ArgumentParser

/// How a command ends; the shell's exit code (screens.md, "Without the screen").
enum Ending: Int32, Error {
  /// Something was found or done.
  case found = 0
  /// The question was understood and nothing answers it.
  case nothingFound = 1
  /// The command was not understood.
  case usage = 2
  /// Data was refused; the rest was done.
  case dataRefused = 3
  /// The store could not be opened, read or written.
  case store = 4

  /// As the argument parser ends the process.
  var exitCode: ExitCode { ExitCode(rawValue) }
}
