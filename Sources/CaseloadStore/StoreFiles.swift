import Glibc

/// The file, its folder and what they may be, looked at without ever opening the store's file: a close would
/// drop SQLite's locks (POSIX).
enum StoreFiles {
  /// The folder of a path; `.` where it names none.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether something stands at the path (a link counts as itself), refusing what is no plain file.
  static func exists(_ path: String) throws(StoreError) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw .file(path, errno: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: throw .symbolicLink(path)
    case S_IFREG: return true
    default: throw .notAFile(path)
    }
  }

  /// Refuses a file that others may open.
  static func checkMode(_ path: String) throws(StoreError) {
    let mode = try mode(path)
    if mode & 0o077 != 0 { throw .openToOthers(path, mode: text(mode)) }
  }

  /// Refuses a file that SQLite did not write, before anything is made beside it. Only for a file that nobody has
  /// open: closing it drops the locks on it (POSIX).
  static func checkIsStore(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .file(path, errno: errno) }
    defer { close(descriptor) }
    // An empty file is what SQLite itself begins with.
    let wanted = Array("SQLite format 3\0".utf8)
    var start = [UInt8](repeating: 0, count: wanted.count)
    let count = read(descriptor, &start, start.count)
    guard count >= 0 else { throw .file(path, errno: errno) }
    guard count == 0 || start == wanted else { throw .notAStore(path) }
  }

  /// Who may do what with a file or folder: its nine bits.
  static func mode(_ path: String) throws(StoreError) -> mode_t {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .file(path, errno: errno) }
    return status.st_mode & 0o777
  }

  /// A mode as chmod writes it, such as `0600`.
  static func text(_ mode: mode_t) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// Makes a folder and the missing ones above it, 0700.
  static func makeFolder(_ path: String) throws(StoreError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFile(path) }
      return
    }
    let above = folder(of: path)
    if above != path { try makeFolder(above) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .file(path, errno: errno) }
  }

  /// Makes an empty file, 0600, where nothing stands yet; fails on a link. Before SQLite ever opens it.
  static func make(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0o600)
    guard descriptor >= 0 else { throw .file(path, errno: errno) }
    // The umask may have taken bits away; it never adds any.
    let failed = fchmod(descriptor, 0o600) != 0
    let code = errno
    close(descriptor)
    if failed { throw .file(path, errno: code) }
  }

  /// Removes a file that may be there, and SQLite's files beside it.
  static func removeDatabase(_ path: String) {
    for end in ["", "-wal", "-shm", "-journal"] { unlink(path + end) }
  }
}
