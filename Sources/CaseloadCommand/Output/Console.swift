import Cells
import Glibc

/// What commands say: escaped text only, on standard output or standard error.
enum Console {
  /// Prints lines for people.
  static func say(_ text: TerminalText) throws(WriteError) {
    try write(shown(text, STDOUT_FILENO) + "\n", to: STDOUT_FILENO)
  }

  /// Prints a page for people.
  static func say(lines: some Sequence<TerminalText>) throws(WriteError) {
    try write(lines.reduce(into: "") { $0 += shown($1, STDOUT_FILENO) + "\n" }, to: STDOUT_FILENO)
  }

  /// Says what went wrong or how far it is, on standard error.
  /// Where even that fails there is nobody left to tell.
  static func warn(_ text: TerminalText) {
    try? write(shown(text, STDERR_FILENO) + "\n", to: STDERR_FILENO)
  }

  /// Prints a report, whose every format escapes what it holds.
  static func print(_ report: Report, _ format: OutputFormat) throws(WriteError) {
    let text = report.text(format)
    guard format == .table, isASCII(STDOUT_FILENO) else { return try write(text, to: STDOUT_FILENO) }
    try say(lines: TerminalText.lines(data: text).dropLast())
  }

  /// Whether a stream is a terminal whose locale shows no more than ASCII: then every sign and letter has its twin.
  /// A file or a pipe gets the letters as they are; a name that a script takes on must not lose any.
  private static func isASCII(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 && !Spoken.writesUTF8 }

  private static func shown(_ text: TerminalText, _ descriptor: Int32) -> String {
    isASCII(descriptor) ? text.ascii.string : text.string
  }

  /// Asks for a line, where a person types it on a terminal.
  static func prompt() { if canAsk { try? write("> ", to: STDOUT_FILENO) } }

  /// Shows how far something is, on one line that the next call overwrites.
  static func progress(_ text: TerminalText) {
    try? write("\r" + text.string + "\u{1B}[K", to: STDERR_FILENO)
  }

  /// Ends the line of `progress`.
  static func endProgress() { try? write("\r\u{1B}[K", to: STDERR_FILENO) }

  /// Whether standard error is a terminal, on which progress makes sense.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether both standard input and output are a terminal, so that a question can be asked.
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Why output could not be written.
  struct WriteError: Error {
    var code: Int32
  }

  /// Writes all of it. A reader that has gone away (`| head`) ends the output quietly, as SIGPIPE is ignored; a
  /// full disk is an error, for half a report must not look like a whole one.
  private static func write(_ text: String, to descriptor: Int32) throws(WriteError) {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { return }
        throw WriteError(code: errno)
      }
      offset += written
    }
  }
}
