import CaseloadCore
import Glibc

/// A wait for the store's lock that has passed two seconds.
public struct LockWait: Hashable, Sendable {
  /// Process id of who holds it, where it is known.
  public let holder: Int32?
}

/// The one lock around opening, every write, checkpoint and close: `flock` on a file beside the store, never
/// on the store itself (house.md: SQLite before 3.51.3 can corrupt a WAL database when two connections commit
/// and checkpoint at the same instant).
///
/// The file holds two lines of fixed length: the number of the last change that was committed, which
/// dashboards watch, and the process id of who holds the lock.
final class StoreLock {
  /// How long a wait lasts before the holder is named, and before it is given up; milliseconds.
  static let namedAfter = 2_000
  static let width = 20

  let path: String
  private let descriptor: Int32
  private var depth = 0

  init(path: String) throws(StoreError) {
    self.path = path
    descriptor = open(path, O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == ELOOP ? .symbolicLink(path) : .file(path, errno: errno)
    }
  }

  deinit { close(descriptor) }

  /// Takes the lock, calling `onWait` once when that passes two seconds; gives up after `limit` milliseconds.
  func acquire(limit: Int, onWait: (LockWait) -> Void) throws(StoreError) {
    if depth > 0 {
      depth += 1
      return
    }
    var waited = 0
    var named = false
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .file(path, errno: errno) }
      if waited >= limit { throw .busy(holder: holder) }
      if waited >= Self.namedAfter, !named {
        named = true
        onWait(LockWait(holder: holder))
      }
      let pause = waited < 50 ? 1 : 10
      usleep(UInt32(pause * 1000))
      waited += pause
    }
    depth = 1
    put(String(getpid()), at: Self.width + 1)
  }

  /// Gives the lock back.
  func release() {
    depth -= 1
    guard depth == 0 else { return }
    put("", at: Self.width + 1)
    flock(descriptor, LOCK_UN)
  }

  /// Writes the number of the last committed change, for those who watch the file. A failure is no loss: it is
  /// only a wake-up, and the next write makes it good.
  func publish(_ number: Int64) { put(String(number), at: 0) }

  /// Who holds the lock, as far as the file says.
  var holder: Int32? { Self.line(path, at: Self.width + 1).flatMap { Int32($0) } }

  private func put(_ text: String, at offset: Int) {
    var line = [UInt8](repeating: UInt8(ascii: " "), count: Self.width)
    for (place, byte) in text.utf8.enumerated() where place < Self.width { line[place] = byte }
    line.append(UInt8(ascii: "\n"))
    _ = pwrite(descriptor, line, line.count, off_t(offset))
  }

  /// A line of a lock file; nil where there is none.
  static func line(_ path: String, at offset: Int) -> String? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: width)
    let count = pread(descriptor, &bytes, width, off_t(offset))
    guard count > 0 else { return nil }
    return String(
      decoding: bytes.prefix(count).filter { (48...57).contains($0) }, as: UTF8.self)
  }
}
