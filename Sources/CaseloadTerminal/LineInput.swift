import CTerminalGuard
import Glibc

/// Lines from standard input, a terminal's or a pipe's, without a screen: for the linear mode. It sleeps until a
/// line comes, something in a watched folder changes, or the time is over.
public final class LineInput {
  /// What was waited for.
  public enum Event: Equatable, Sendable {
    /// A line, without its end. Bytes that are no UTF-8 are shown as what they are not.
    case line(String)
    /// Something in the watched folder changed.
    case wake
    /// The time is over.
    case time
    /// There are no more lines.
    case end
  }

  /// Bytes that a line may have; what comes after is dropped.
  static let longest = 8_192

  private let descriptor: Int32
  private let watch: FolderWatch?
  private var waiting: [UInt8] = []
  private var isOver = false

  /// Reads from a descriptor.
  public init(descriptor: Int32 = STDIN_FILENO, watch: FolderWatch? = nil) {
    self.descriptor = descriptor
    self.watch = watch
  }

  /// Waits, at most `timeout` milliseconds (nil: for ever).
  public func next(timeout: Int?) -> Event {
    while true {
      if let line = takeLine() { return .line(line) }
      if isOver { return .end }
      var descriptors = [descriptor, watch?.descriptor ?? -1].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let count = poll(&descriptors, 2, timeout.map { Int32(clamping: $0) } ?? -1)
      if count == 0 { return .time }
      // EINTR: a signal came and was answered elsewhere. Any other error would come back for ever.
      if count < 0, errno != EINTR { isOver = true }
      if count > 0, descriptors[0].revents != 0 { readMore() }
      if count > 0, descriptors[1].revents != 0 {
        watch?.drain()
        return .wake
      }
    }
  }

  /// The first whole line, or what is left at the end.
  private func takeLine() -> String? {
    if let end = waiting.firstIndex(of: 0x0A) {
      let line = waiting[..<end].prefix(Self.longest)
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      waiting.removeSubrange(...end)
      return text
    }
    guard isOver, !waiting.isEmpty else { return nil }
    defer { waiting = [] }
    return String(decoding: waiting.prefix(Self.longest), as: UTF8.self)
  }

  private func readMore() {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 {
      // A line without an end must not fill the memory: beyond the longest, only its end is waited for.
      if waiting.count > Self.longest, !waiting.contains(0x0A) {
        waiting = Array(waiting.prefix(Self.longest))
      }
      waiting += buffer[..<count]
    } else if count == 0 || errno != EINTR {
      isOver = true
    }
  }
}
