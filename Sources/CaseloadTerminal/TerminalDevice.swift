import CNcurses
import CTerminalGuard
import Cells
import Glibc

/// The terminal as a descriptor: found, asked what it is, its modes remembered.
final class TerminalDevice {
  let descriptor: Int32
  let output: UnsafeMutablePointer<FILE>
  let input: UnsafeMutablePointer<FILE>
  /// The value of TERM, which the system knows.
  let term: String

  /// - Throws: when there is no terminal, or none that can show a screen. Nothing was changed then.
  init() throws(TerminalError) {
    let descriptor = try TerminalDevice.open()
    do throws(TerminalError) {
      guard let name = caseload_environment("TERM"), name.pointee != 0 else { throw .noTerm }
      term = String(cString: name)
      try TerminalDevice.prepare(descriptor, term: name, shown: TerminalText(data: term))
    } catch {
      Glibc.close(descriptor)
      throw error
    }
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0, let output = fdopen(copy, "w") else {
      let number = errno
      Glibc.close(descriptor)
      if copy >= 0 { Glibc.close(copy) }
      throw .system(number)
    }
    guard let input = fdopen(descriptor, "r") else {
      let number = errno
      fclose(output)
      Glibc.close(descriptor)
      throw .system(number)
    }
    self.descriptor = descriptor
    self.output = output
    self.input = input
  }

  deinit {
    fclose(output)
    fclose(input)
  }

  private static func open() throws(TerminalError) -> Int32 {
    let controlling = caseload_open_tty("/dev/tty")
    if controlling >= 0 { return controlling }
    guard isatty(0) == 1, isatty(1) == 1 else { throw .noTerminal }
    let standard = fcntl(0, F_DUPFD_CLOEXEC, 3)
    if standard < 0 { throw .system(errno) }
    return standard
  }

  private static func prepare(
    _ descriptor: Int32, term: UnsafePointer<CChar>, shown: TerminalText
  ) throws(TerminalError) {
    var reset = [CChar](repeating: 0, count: 512)
    let length = caseload_probe(term, descriptor, &reset, reset.count)
    if length == -2 { throw .noCursorAddressing(shown) }
    if length < 0 { throw .unknownTerm(shown) }
    if caseload_guard_prepare(descriptor, reset, Int(length)) != 0 { throw .system(errno) }
  }

  /// Columns and rows as the kernel knows them; nil when it does not.
  var size: (width: Int, height: Int)? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard caseload_window_size(descriptor, &rows, &columns) == 0, rows > 0, columns > 0 else { return nil }
    return (Int(columns), Int(rows))
  }

  /// False when another job has the terminal: touching it would stop us.
  var isInForeground: Bool { caseload_in_foreground(descriptor) != 0 }

  /// Sends bytes past ncurses: switches that it does not know. A terminal that is gone is noticed by reading.
  func write(_ text: String) { Self.write(Array(text.utf8)[...], to: descriptor) }

  /// Sends bytes, all of them unless the terminal is gone.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  /// Sets the terminal's modes as they were found.
  func restoreModes() { _ = caseload_guard_restore_modes() }
}
