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

  /// Puts the file in its place, and over what stands there.
  public func finish() throws(ExchangeError) { _ = try place(over: true) }

  /// Puts the file in its place where nothing stands there; false where something does, and then nothing is written.
  public func finishNew() throws(ExchangeError) -> Bool { try place(over: false) }

  private func place(over: Bool) throws(ExchangeError) -> Bool {
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
    // A link never takes the place of what is there; a rename does.
    guard (over ? rename(temporary, path) : link(temporary, path)) == 0 else {
      let code = errno
      unlink(temporary)
      if !over, code == EEXIST { return false }
      throw .file(path: path, doing: .rename, code: code)
    }
    if !over { unlink(temporary) }
    try syncFolder()
    return true
  }

  /// Puts the file in its place. A file that stands there and says something else, which somebody may have mended,
  /// keeps its bytes under the first of the `other` names that is free; gives that name.
  public func finish(keepingAs other: (Int) -> String) throws(ExchangeError) -> String? {
    if descriptor < 0 { try create() }
    try flush()
    let kept = isTheSameThere() ? nil : try Self.setAside(path, as: other)
    try finish()
    return kept
  }

  /// Gives a plain file the first of the `other` names that is free, and overwrites nothing; nil where none stands
  /// there.
  static func setAside(_ path: String, as other: (Int) -> String) throws(ExchangeError) -> String? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    for number in 1...9_999 {
      let name = other(number)
      // A link under a name that is there fails, where a rename would take its place.
      guard link(path, name) == 0 else {
        if errno == EEXIST { continue }
        break
      }
      guard unlink(path) == 0 else { break }
      return name
    }
    throw .file(path: path, doing: .rename, code: errno)
  }

  /// Whether the file in this one's place has the same bytes already.
  private func isTheSameThere() -> Bool {
    let there = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard there >= 0 else { return false }
    defer { close(there) }
    var old = [UInt8](repeating: 0, count: 1 << 16)
    var new = old
    var place = 0
    while true {
      let count = pread(there, &old, old.count, off_t(place))
      guard count >= 0, pread(descriptor, &new, new.count, off_t(place)) == count else { return false }
      if count == 0 { return true }
      guard old.prefix(count) == new.prefix(count) else { return false }
      place += count
    }
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
    var made = open(folder, Self.unnamed | O_RDWR | O_CLOEXEC, 0o600)
    if made < 0 {
      // Some file systems know no files without a name.
      made = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
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
