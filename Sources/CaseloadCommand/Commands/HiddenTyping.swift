import Glibc

/// A terminal that shows nothing of what is typed.
enum HiddenTyping {
  /// Runs a body while a terminal shows nothing of what is typed on it; nil, and nothing is run, where it cannot be made
  /// to. `set` is how the terminal is told.
  static func hidden<Result>(
    on descriptor: Int32, set: (Int32, inout termios) -> Int32 = { tcsetattr($0, TCSAFLUSH, &$1) },
    _ body: () throws -> Result
  ) rethrows -> Result? {
    var shown = termios()
    guard tcgetattr(descriptor, &shown) == 0 else { return nil }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    guard set(descriptor, &hidden) == 0 else { return nil }
    defer { tcsetattr(descriptor, TCSAFLUSH, &shown) }
    // It succeeds where anything of what was asked was done (POSIX): only the terminal itself says what.
    var now = termios()
    guard tcgetattr(descriptor, &now) == 0, now.c_lflag & tcflag_t(ECHO) == 0 else { return nil }
    return try body()
  }
}
