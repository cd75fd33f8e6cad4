import CaseloadCore
import Glibc

/// `FILE.refused.csv`: the rows that were not taken, each with its line and reason, ready to be mended and
/// imported again.
///
/// It is a private file. Nothing is written while nothing is refused. The first column is ours; a later import knows
/// it by its name and passes over it. The cells are the file's own, as UTF-8 with a byte order mark, formulas
/// guarded; bytes that are no text stay as they were, for their row is here because of them.
public final class RefusedFile {
  /// The name of the first column, by which an import knows such a file.
  public static let reasonColumn = "caseload: line and reason"

  private static let reason = Phrase("row.line-and-reason", "line {0}: {1}")

  /// The path of the refused rows of a file.
  public static func path(for file: String) -> String { file + ".refused.csv" }

  /// Where the rows will stand.
  public var path: String { file.path }
  /// Rows added so far.
  public private(set) var count = 0

  /// Where the rows of an earlier import of this file stand since `finish`; nil where none were in the way.
  public private(set) var setAside: String?

  private let file: PrivateFile
  private let earlier: (Int) -> String
  private let separator: UInt8
  private let header: [String]
  private let language: Language
  private var pending: [UInt8] = []

  /// Nothing is created until a row is refused. `header` is the original one, without our first column; the
  /// reasons are in `language`.
  public init(for file: String, header: [String], separator: UInt8, language: Language = .english) {
    self.file = PrivateFile(path: Self.path(for: file), mark: "refused")
    earlier = { Self.earlier(file, $0) }
    self.separator = separator
    self.header = header
    self.language = language
  }

  /// Adds the row the reader stands on.
  public func add(_ reader: any RowSource, reason: RowProblem) throws(ExchangeError) {
    if count == 0 {
      pending = FileEncoding.utf8.byteOrderMark
      put(Self.reasonColumn, isFirst: true)
      for name in header { put(name) }
      pending.append(0x0A)
    }
    count += 1
    put(Self.reason.text(in: language, [String(reader.line), reason.message(in: language)]), isFirst: true)
    for index in (reader.readsRefusedFile ? 1 : 0)..<max(1, reader.cellCount) { put(reader.bytes(index)) }
    pending.append(0x0A)
    try file.append(pending)
    pending.removeAll(keepingCapacity: true)
  }

  /// Puts the file in its place and returns its path; nil when no row was refused, and then an older one stays. One
  /// that stands there with other rows in it, or with mended ones, keeps them under another name (`setAside`).
  public func finish() throws(ExchangeError) -> String? {
    guard count > 0 else { return nil }
    setAside = try file.finish(keepingAs: earlier)
    return path
  }

  /// Gives the refused rows of an earlier import of this file another name, since they are not of the import that
  /// refused none: somebody who finds them would mend what needs no mending. Only a plain file of ours is touched,
  /// its rows are kept, and nothing is overwritten. Gives its new path; nil where none stood there.
  public static func setAside(for file: String) throws(ExchangeError) -> String? {
    let path = path(for: file)
    guard isOurs(path) else { return nil }
    return try PrivateFile.setAside(path) { earlier(file, $0) }
  }

  private static func earlier(_ file: String, _ number: Int) -> String {
    "\(file).refused-earlier-\(number).csv"
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

  private func put(_ text: String, isFirst: Bool = false) {
    var copy = text
    copy.withUTF8 { put($0, isFirst: isFirst) }
  }

  private func put(_ cell: UnsafeBufferPointer<UInt8>, isFirst: Bool = false) {
    if !isFirst { pending.append(separator) }
    let quote = UInt8(ascii: "\"")
    let quoted =
      cell.contains { $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D }
      || cell.first == 0x20
      || cell.last == 0x20
    if quoted { pending.append(quote) }
    if SpreadsheetSafe.needsGuard(cell) { pending.append(SpreadsheetSafe.guardByte) }
    for byte in cell {
      if byte == quote { pending.append(quote) }
      pending.append(byte)
    }
    if quoted { pending.append(quote) }
  }
}
