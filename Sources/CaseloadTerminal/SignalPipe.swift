import CTerminalGuard
import Cells
import Glibc

/// HUP TERM INT WINCH TSTP CONT as bytes that `poll` sees.
final class SignalPipe {
  let descriptor: Int32
  private let writeEnd: Int32

  /// - Throws: `system` when there are no descriptors left.
  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard caseload_pipe(&ends) == 0 else { throw .system(errno) }
    descriptor = ends[0]
    writeEnd = ends[1]
    if caseload_signals_install(writeEnd) != 0 { throw .system(errno) }
  }

  deinit {
    remove()
    close(descriptor)
    close(writeEnd)
  }

  /// The signals that came, in order.
  func take() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    let signals = bytes.prefix(max(0, count)).map { Int32($0) }
    for signal in signals { caseload_signals_taken(signal) }
    return signals
  }

  /// Forgets the given signals if they came; others stay for later.
  func discard(_ unwanted: [Int32]) {
    held += take().filter { !unwanted.contains($0) }
  }

  /// True when HUP or TERM came and was not answered yet.
  var isEndAsked: Bool { held.contains { $0 == SIGHUP || $0 == SIGTERM } }

  /// Signals taken out of the pipe by `discard` and not answered yet.
  var held: [Int32] = []

  /// The program's signals do again what they did before.
  func remove() { caseload_signals_remove() }
}
