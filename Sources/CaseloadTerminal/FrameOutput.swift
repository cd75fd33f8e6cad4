import CTerminalGuard
import Glibc

/// Collects what ncurses sends for a frame, so that it leaves in one piece. ncurses 6.4 writes each stretch between
/// two movements of the cursor by itself, some 200 writes for a full screen, and a terminal at the end of a line draws
/// them one by one. While a frame is drawn, the descriptor that ncurses writes to is a file in memory.
final class FrameOutput {
  private let terminal: Int32
  /// What ncurses writes to: a copy of the terminal's descriptor, in its place the file in memory.
  private let stream: Int32
  private let memory: Int32

  /// Nil where the system gives no file in memory; then ncurses writes to the terminal itself.
  convenience init?(_ device: TerminalDevice) {
    self.init(stream: fileno(device.output), terminal: device.descriptor)
  }

  /// - Parameters:
  ///   - stream: a copy of the terminal's descriptor, which is redirected while a frame is drawn.
  ///   - terminal: the descriptor that the frame is sent to.
  init?(stream: Int32, terminal: Int32) {
    memory = caseload_memory_file("frame")
    guard memory >= 0 else { return nil }
    self.stream = stream
    self.terminal = terminal
  }

  deinit { Glibc.close(memory) }

  /// Runs what draws a frame, then sends all that it wrote.
  func collect(_ body: () -> Void) {
    guard caseload_redirect(stream, memory) == 0 else { return body() }
    body()
    // Should the descriptor not come back, the next frame is still collected and sent here.
    _ = caseload_redirect(stream, terminal)
    send()
  }

  private func send() {
    let size = lseek(memory, 0, SEEK_CUR)
    guard size > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = bytes.withUnsafeMutableBytes {
        pread(memory, $0.baseAddress?.advanced(by: filled), size - filled, filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    TerminalDevice.write(bytes[..<filled], to: terminal)
    // The file is used again from its beginning.
    ftruncate(memory, 0)
    lseek(memory, 0, SEEK_SET)
  }
}
