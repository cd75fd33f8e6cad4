import CTerminalGuard
import Cells
import Glibc

/// Catches what is written to standard error while the screen is up, where it would destroy the picture, and
/// says it afterwards, made harmless.
final class StderrCapture {
  /// The file in memory that catches; -1 when standard error is not a terminal and needs no catching.
  private(set) var caught: Int32 = -1
  /// The real standard error meanwhile.
  private(set) var real: Int32 = -1

  init() {
    guard isatty(2) == 1 else { return }
    caught = caseload_memory_file("stderr")
    real = caught < 0 ? -1 : fcntl(2, F_DUPFD_CLOEXEC, 3)
  }

  deinit {
    if caught >= 0 { close(caught) }
    if real >= 0 { close(real) }
  }

  func start() {
    if caught >= 0, real >= 0 { dup2(caught, 2) }
  }

  func stop() {
    if caught >= 0, real >= 0 { dup2(real, 2) }
  }

  /// Says on the real standard error what was caught.
  func replay() {
    let text = StderrCapture.contents(of: caught)
    guard !text.isEmpty else { return }
    var lines = TerminalText.lines(data: text)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      var bytes = Array((line.string + "\n").utf8)[...]
      while !bytes.isEmpty {
        let written = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        guard written > 0 else { return }
        bytes = bytes.dropFirst(written)
      }
    }
  }

  static func contents(of descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while descriptor >= 0, bytes.count < 1 << 20 {
      let count = pread(descriptor, &chunk, chunk.count, bytes.count)
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
