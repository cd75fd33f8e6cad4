import CaseloadCore
import Glibc

/// `FILE.refused.csv`: the rows that were not taken, each with its line and reason, ready to be mended and
/// imported again.
///
/// It holds people's data, so nobody else may read it (0600), it is never written through a link, and it
/// stands under its name only when it is whole: it is made beside its place without a name (so that a kill leaves
/// nobody's data behind), synced, named and renamed. Nothing is written while nothing is refused. The first column is ours; a later import knows it
/// by its name and passes over it. The cells are the file's own, as UTF-8 with a byte order mark, formulas
/// guarded; bytes that are no text stay as they were, for their row is here because of them.
public final class RefusedFile {
  /// The name of the first column, by which an import knows such a file.
  public static let reasonColumn = "caseload: line and reason"

  private static let reason = Phrase("row.line-and-reason", "line {0}: {1}")

  /// The path of the refused rows of a file.
  public static func path(for file: String) -> String { file + ".refused.csv" }

  /// Where the rows will stand.
  public let path: String
  /// Rows added so far.
  public private(set) var count = 0

  private let temporary: String
  private let separator: UInt8
  private let header: [String]
  private let language: Language
  private var descriptor: Int32 = -1
  /// Whether the file has the temporary name yet.
  private var isNamed = false
  private var pending: [UInt8] = []

  /// Nothing is created until a row is refused. `header` is the original one, without our first column; the reasons are in `language`.
  public init(for file: String, header: [String], separator: UInt8, language: Language = .english) {
    let path = Self.path(for: file)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    self.path = path
    let mark = UInt64.random(in: .min ... .max)
    temporary = folder + ".caseload-refused-" + String(mark, radix: 16)
    self.separator = separator
    self.header = header
    self.language = language
  }

  /// An import that does not end leaves nothing behind.
  deinit { abandon() }

  /// Adds the row the reader stands on.
  public func add(_ reader: any RowSource, reason: RowProblem) throws(ExchangeError) {
    if descriptor < 0 { try create() }
    count += 1
    put(Self.reason.text(in: language, [String(reader.line), reason.message(in: language)]), isFirst: true)
    for index in (reader.readsRefusedFile ? 1 : 0)..<max(1, reader.cellCount) { put(reader.bytes(index)) }
    pending.append(0x0A)
    if pending.count > 1 << 16 { try flush() }
  }

  /// Puts the file in its place and returns its path; nil when no row was refused, and then an older one stays.
  public func finish() throws(ExchangeError) -> String? {
    guard descriptor >= 0 else { return nil }
    try flush()
    guard fsync(descriptor) == 0 else { throw failure(.sync) }
    if !isNamed {
      guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0
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
    return path
  }

  /// Gives the refused rows of an earlier import of this file another name, since they are not of the import that
  /// refused none: somebody who finds them would mend what needs no mending. Only a plain file of ours is touched,
  /// its rows are kept, and nothing is overwritten. Gives its new path; nil where none stood there.
  public static func setAside(for file: String) throws(ExchangeError) -> String? {
    let path = path(for: file)
    guard isOurs(path) else { return nil }
    for number in 1...99 {
      let other = "\(file).refused-earlier-\(number).csv"
      // A link under a name that is there fails, where a rename would take its place.
      guard link(path, other) == 0 else {
        if errno == EEXIST { continue }
        throw .file(path: path, doing: .rename, code: errno)
      }
      guard unlink(path) == 0 else { throw .file(path: path, doing: .rename, code: errno) }
      return other
    }
    return nil
  }

  /// Whether a file of refused rows that we wrote stands there: no link, and with our column before the others.
  private static func isOurs(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else {
      return false
    }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let wanted = FileEncoding.utf8.byteOrderMark + Array(reasonColumn.utf8)
    var start = [UInt8](repeating: 0, count: wanted.count)
    return read(descriptor, &start, start.count) == start.count && start == wanted
  }

  /// Makes the new name itself durable.
  private func syncFolder() throws(ExchangeError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
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
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
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
    pending = FileEncoding.utf8.byteOrderMark
    put(Self.reasonColumn, isFirst: true)
    for name in header { put(name) }
    pending.append(0x0A)
  }

  private func put(_ text: String, isFirst: Bool = false) {
    var copy = text
    copy.withUTF8 { put($0, isFirst: isFirst) }
  }

  private func put(_ cell: UnsafeBufferPointer<UInt8>, isFirst: Bool = false) {
    if !isFirst { pending.append(separator) }
    let quote = UInt8(ascii: "\"")
    let quoted =
      cell.contains { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D } || cell.first == 0x20
      || cell.last == 0x20
    if quoted { pending.append(quote) }
    if SpreadsheetSafe.needsGuard(cell) { pending.append(SpreadsheetSafe.guardByte) }
    for byte in cell {
      if byte == quote { pending.append(quote) }
      pending.append(byte)
    }
    if quoted { pending.append(quote) }
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
