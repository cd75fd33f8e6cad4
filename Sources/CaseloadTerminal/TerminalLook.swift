import CNcurses
import CTerminalGuard
import Glibc

/// What can be said of the terminal without showing anything on it: for `caseload doctor`.
public struct TerminalLook: Hashable, Sendable {
  /// The value of TERM; nil where it is not set.
  public var name: String?
  /// What stands in the way of a screen; nil where nothing does.
  public var problem: TerminalError?
  /// How many colours its description gives; nil where there is no description.
  public var colours: Int?
  /// Columns and rows; nil where neither input, output nor /dev/tty is a terminal.
  public var size: (width: Int, height: Int)? { columns.flatMap { width in rows.map { (width, $0) } } }
  private var columns: Int?
  private var rows: Int?
  /// Whether the locale writes UTF-8, so that every sign can be shown.
  public var writesUTF8: Bool
  /// Whether the system has the locale that the environment asks for.
  public var hasLocale: Bool

  /// The version of ncurses, such as `ncurses 6.4.20221231`.
  public static var cursesVersion: String { curses_version().map { String(cString: $0) } ?? "ncurses" }

  /// Looks. It sets the locale of this process for letters, as the dashboard does.
  public init() {
    hasLocale = setlocale(LC_CTYPE, "") != nil
    writesUTF8 = caseload_set_locale() == 1
    if let term = caseload_environment("TERM"), term.pointee != 0 {
      let shown = String(cString: term)
      name = shown
      var reset = [CChar](repeating: 0, count: 512)
      switch caseload_probe(term, 1, &reset, reset.count) {
      case -1: problem = .unknownTerm(.init(data: shown))
      case -2: problem = .noCursorAddressing(.init(data: shown))
      default: colours = Int(caseload_colours(term))
      }
    } else {
      problem = .noTerm
    }
    measure()
  }

  private mutating func measure() {
    var (height, width): (Int32, Int32) = (0, 0)
    for descriptor in [STDOUT_FILENO, STDIN_FILENO, STDERR_FILENO]
    where caseload_window_size(descriptor, &height, &width) == 0 && height > 0 && width > 0 {
      (columns, rows) = (Int(width), Int(height))
      return
    }
  }
}
