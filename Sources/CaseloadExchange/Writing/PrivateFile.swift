import Glibc

/// A file of people's data: nobody else may read it (0600), it is never written through a link, and it stands under
/// its name only when it is whole. It is made beside its place without a name (so that a kill leaves nobody's data
/// behind), synced, named and renamed. Nothing is created until something is written.
public final class PrivateFile {
  /// Where it will stand.
  public let path: String
  private let folder: String
  private let temporary: String
  private var descriptor: Int32 = -1
  /// Whether the file has the temporary name yet.
  private var isNamed = false
  private var pending: [UInt8] = []

  /// `mark` is a word in the temporary name, by which an administrator knows whose it is.
  public init(path: String, mark: String) {
    self.path = path
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let random = UInt64.random(in: .min ... .max)
    temporary = folder + ".caseload-\(mark)-" + String(random, radix: 16)
    self.folder = folder.isEmpty ? "." : folder
  }

  /// What is not finished leaves nothing behind.
  deinit { abandon() }

  /// Whether anything was written.
  public var isOpen: Bool { descriptor >= 0 }

  /// Adds bytes.
  public func append(_ bytes: some Collection<UInt8>) throws(ExchangeError) {
    if descriptor < 0 { try create() }
    pending.append(contentsOf: bytes)
    if pending.count > 1 << 16 { try flush() }
  }

  /// Puts the file in its place.
  public func finish() throws(ExchangeError) {
    if descriptor < 0 { try create() }
    try flush()
    guard fsync(descriptor) == 0 else { throw failure(.sync) }
    if !isNamed {
      guard
        linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0
      else {
        throw failure(.rename)
      }
      isNamed = true
    }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else {
      let error = failure(.sync)
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let error = failure(.rename)
      unlink(temporary)
      throw error
    }
    try syncFolder()
  }

  /// Makes the new name itself durable.
  private func syncFolder() throws(ExchangeError) {
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw failure(.sync) }
    defer { close(opened) }
    // Some file systems cannot sync a folder and say so with EINVAL; the file itself is safe.
    guard fsync(opened) == 0 || errno == EINVAL else { throw failure(.sync) }
  }

  private func abandon() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if isNamed { unlink(temporary) }
    descriptor = -1
  }

  /// O_TMPFILE of Linux 3.11, which is put together in C: a file without a name, in a folder.
  private static let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY

  private func create() throws(ExchangeError) {
    var made = open(folder, Self.unnamed | O_WRONLY | O_CLOEXEC, 0o600)
    if made < 0 {
      // Some file systems know no files without a name.
      made = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      isNamed = made >= 0
    }
    guard made >= 0 else { throw failure(.create) }
    descriptor = made
    // The mask of the process may have taken rights of the owner's away.
    guard fchmod(made, 0o600) == 0 else { throw failure(.create) }
  }

  private func flush() throws(ExchangeError) {
    var start = 0
    while start < pending.count {
      let written = pending.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure(.write) }
      start += written
    }
    pending.removeAll(keepingCapacity: true)
  }

  private func failure(_ step: ExchangeError.Step) -> ExchangeError {
    .file(path: path, doing: step, code: errno)
  }
}
