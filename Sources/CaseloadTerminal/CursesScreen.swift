import CNcurses
import Cells
import Glibc

/// An ncurses screen on two streams: painting of frames and reading of keys, without signals and without the
/// question where the streams come from, so that a test can run it on /dev/null.
final class CursesScreen {
  private let screen: OpaquePointer
  let window: UnsafeMutablePointer<WINDOW>
  /// False where signs and letters are shown by their ASCII twins.
  let unicode: Bool
  private let encoder: RowEncoder
  private let frames: FrameOutput?
  private let scheme: Scheme
  private var shown: Frame?
  private var ended = false

  /// The codes that ncurses returns for the brackets around pasted text.
  static let pasteStart: Int32 = 0x7001
  static let pasteEnd: Int32 = 0x7002

  /// - Parameter frames: sends each frame in one piece; nil to let ncurses write as it likes.
  /// - Throws: `unknownTerm` when ncurses does not take the terminal.
  init(
    term: String, output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>, scheme: Scheme,
    unicode: Bool, frames: FrameOutput? = nil
  ) throws(TerminalError) {
    guard let screen = term.withCString({ newterm($0, output, input) }), let window = caseload_stdscr() else {
      throw .unknownTerm(TerminalText(data: term))
    }
    self.screen = screen
    self.window = window
    self.unicode = unicode
    self.frames = frames
    encoder = RowEncoder(unicode: unicode)
    if caseload_environment_has("ESCDELAY") == 0 { set_escdelay(25) }
    // Every key comes to us as a key: no Ctrl-S freeze, no Ctrl-C or Ctrl-Z behind our back.
    raw()
    noecho()
    nonl()
    keypad(window, true)
    intrflush(window, false)
    scrollok(window, false)
    // A frame is sent whole; keys that wait were read before it was drawn.
    typeahead(-1)
    // Terminals within terminals, and some from afar, send other codes than their description says.
    for code in ["[1~", "[7~", "[H", "OH"] { define_key("\u{1B}" + code, KEY_HOME) }
    for code in ["[4~", "[8~", "[F", "OF"] { define_key("\u{1B}" + code, KEY_END) }
    define_key("\u{1B}[200~", CursesScreen.pasteStart)
    define_key("\u{1B}[201~", CursesScreen.pasteEnd)
    self.scheme = CursesScreen.prepareColours(for: scheme)
    curs_set(0)
  }

  /// The scheme that this terminal can show. Pair n + 1 is colour n on the terminal's own background.
  private static func prepareColours(for scheme: Scheme) -> Scheme {
    guard scheme != .monochrome, has_colors(), start_color() != caseload_error(),
      use_default_colors() != caseload_error()
    else { return .monochrome }
    for colour in Int16(0)..<8 { init_pair(colour + 1, colour, -1) }
    return scheme
  }

  var size: (width: Int, height: Int) {
    (Int(caseload_max_columns(window)), Int(caseload_max_rows(window)))
  }

  /// Tells ncurses that the window has another size; the next frame is drawn as a whole.
  func resize(width: Int, height: Int) {
    resizeterm(Int32(clamping: max(1, height)), Int32(clamping: max(1, width)))
    forgetShown()
  }

  /// What is on the terminal is not known any more: the next frame is drawn as a whole.
  func forgetShown() {
    shown = nil
    clearok(window, true)
  }

  /// Shows a frame: the columns of each row that differ from the frame before go to ncurses.
  func draw(_ frame: Frame) {
    let size = size
    if shown == nil || shown?.width != frame.width || shown?.height != frame.height {
      shown = nil
      werase(window)
    }
    for row in 0..<min(frame.height, size.height) {
      let changed = shown.map { frame.changedColumns(inRow: row, from: $0) } ?? 0..<frame.width
      guard let changed else { continue }
      for run in encoder.runs(of: frame, row: row, changed: changed, columns: size.width) {
        let look = scheme.look(of: run.role)
        caseload_set_style(
          window, look.attributes.union(run.attributes).curses, look.colour < 0 ? 0 : look.colour + 1)
        // Writing the last cell of the window answers an error, since the cursor cannot move on.
        _ = run.text.withUnsafeBufferPointer {
          caseload_write_text(
            window, Int32(clamping: row), Int32(clamping: run.column), $0.baseAddress,
            Int32(clamping: $0.count))
        }
      }
    }
    caseload_set_style(window, 0, 0)
    if let frames { frames.collect { send(frame) } } else { send(frame) }
    shown = frame
  }

  /// Has ncurses send what changed in its window, the cursor on its place.
  private func send(_ frame: Frame) {
    let size = size
    if let cursor = frame.cursor, frame.bounds.contains(cursor),
      cursor.row < size.height, cursor.column < size.width
    {
      wmove(window, Int32(clamping: cursor.row), Int32(clamping: cursor.column))
      curs_set(1)
    } else {
      curs_set(0)
    }
    wnoutrefresh(window)
    doupdate()
  }

  /// Draws again, as a whole, what was shown last.
  func redraw() {
    guard let frame = shown else { return }
    forgetShown()
    draw(frame)
  }

  /// Leaves full screen for a while (editor, Ctrl-Z).
  func leave() { endwin() }

  /// Comes back after `leave`; what was shown is drawn again.
  func enter() {
    reset_prog_mode()
    // Otherwise ncurses switches the arrow keys on at the first key, which is one key too late.
    keypad(window, true)
    redraw()
  }

  /// Gives up what ncurses holds, after `leave`.
  func end() {
    guard !ended else { return }
    ended = true
    delscreen(screen)
  }

  /// What ncurses believes to be on the terminal from a place to the right, for tests.
  func readBack(row: Int, column: Int = 0) -> String {
    var text = [wchar_t](repeating: 0, count: size.width * 6 + 1)
    let count = text.withUnsafeMutableBufferPointer {
      mvwinnwstr(
        window, Int32(clamping: row), Int32(clamping: column), $0.baseAddress, Int32(clamping: $0.count - 1))
    }
    let scalars = text.prefix(max(0, Int(count))).compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }
    return String(String.UnicodeScalarView(scalars))
  }
}
