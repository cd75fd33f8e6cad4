import CTerminalGuard
import Glibc

/// Wakes a terminal that waits for an event; may be called from any thread, and from a signal handler.
public final class Waker: Sendable {
  let descriptor: Int32

  /// - Throws: `system` when there are no descriptors left.
  public init() throws(TerminalError) {
    descriptor = caseload_event_fd()
    if descriptor < 0 { throw .system(errno) }
  }

  deinit { close(descriptor) }

  /// The terminal's `nextEvent` answers `.wake`, once for several calls that it has not answered yet.
  public func wake() { caseload_event_fd_signal(descriptor) }

  func drain() { caseload_event_fd_drain(descriptor) }
}

/// Watches a folder: something in it was written, made or moved in. Which file does not matter to those who
/// then compare change numbers.
public final class FolderWatch {
  let descriptor: Int32

  /// - Throws: `system` when the folder cannot be watched (not there, no more watches).
  public init(path: String) throws(TerminalError) {
    descriptor = path.withCString { caseload_watch_folder($0) }
    if descriptor < 0 { throw .system(errno) }
  }

  deinit { close(descriptor) }

  func drain() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
