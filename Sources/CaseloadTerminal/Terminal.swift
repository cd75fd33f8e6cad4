import CNcurses
import CTerminalGuard
import Cells
import Glibc

/// The terminal: frames out, events in. It is opened once, used on one thread, and puts back what it found
/// when it is closed, suspended, or when the program dies of a signal.
public final class Terminal {
  /// How a terminal is opened.
  public struct Options: Sendable {
    /// The colour scheme wanted; terminals without colours get the monochrome one.
    public var scheme: Scheme
    /// False when NO_COLOR is set or colours are switched off.
    public var colour: Bool

    /// Options with their usual values.
    public init(scheme: Scheme = .standard, colour: Bool = true) {
      self.scheme = scheme
      self.colour = colour
    }
  }

  /// Wakes `nextEvent` from another thread.
  public let waker: Waker
  /// Called before the program stops for Ctrl-Z or SIGTSTP; it may wait there until a write is done, because
  /// a stopped program that holds the store's lock blocks every other writer.
  public var willSuspend: (() -> Void)?

  let device: TerminalDevice
  let screen: CursesScreen
  let signals: SignalPipe
  let standardError: StderrCapture
  let keys: KeyReader
  var watches: [FolderWatch] = []
  var queue: [Event] = []
  private var isOpen = true
  /// True while the terminal is not ours: another program or job has it.
  private(set) var isAway = false

  /// Takes the terminal over: /dev/tty, or standard input where there is no controlling terminal.
  /// - Throws: `TerminalError`; then the terminal is as it was and nothing was printed.
  public init(_ options: Options = Options()) throws(TerminalError) {
    let unicode = caseload_set_locale() != 0
    device = try TerminalDevice()
    waker = try Waker()
    signals = try SignalPipe()
    standardError = StderrCapture()
    screen = try CursesScreen(
      term: device.term, output: device.output, input: device.input,
      scheme: options.colour ? options.scheme : .monochrome, unicode: unicode, frames: FrameOutput(device))
    keys = KeyReader(window: screen.window, descriptor: device.descriptor)
    // LINES and COLUMNS of the environment may be those of another window.
    if let size = device.size, size != screen.size { screen.resize(width: size.width, height: size.height) }
    device.write(Terminal.pasteOn)
    takeOver()
  }

  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"

  deinit { close() }

  /// Columns and rows of the window now.
  public var size: (width: Int, height: Int) { screen.size }

  /// False when signs are shown by their ASCII twins, because the locale is not UTF-8.
  public var isUnicode: Bool { screen.unicode }

  /// Shows a frame. Only what differs from the frame before is sent; nothing while the terminal is not ours.
  public func draw(_ frame: Frame) {
    if isOpen, !isAway { screen.draw(frame) }
  }

  /// Sends the whole screen again, for another program may have written over it.
  public func redraw() {
    if isOpen, !isAway { screen.redraw() }
  }

  /// Sends a sequence that ncurses does not know; nothing while the terminal is not ours.
  func send(_ text: String) {
    if isOpen, !isAway { device.write(text) }
  }

  /// Reports `.wake` when something in the folder changes.
  public func watch(_ folder: FolderWatch) { watches.append(folder) }

  /// Gives the terminal back for as long as `body` runs (an editor, a pager), then draws everything again. The
  /// window may have another size afterwards; then a `.resize` comes next.
  public func suspend<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isOpen, !isAway else { return try body() }
    leave()
    caseload_signals_let_stop(1)
    defer {
      caseload_signals_let_stop(0)
      // What the keyboard sent to the other program was not meant for us.
      signals.discard([SIGINT, SIGTSTP, SIGCONT, SIGWINCH])
      comeBack()
    }
    return try body()
  }

  /// Stops the program, as Ctrl-Z does, and comes back when it is brought to the front.
  public func stop() {
    willSuspend?()
    suspend { _ = caseload_stop_self() }
  }

  /// Puts everything back and says what standard error said meanwhile. Calling it again does nothing.
  public func close() {
    guard isOpen else { return }
    if !isAway { leave() }
    isOpen = false
    screen.end()
    signals.remove()
    standardError.replay()
  }

  /// Full screen, our modes, our fatal handlers. Continued in the background (`bg`, `kill %1`), where the
  /// terminal is the shell's: stops again, or ends without touching it when that is what was asked.
  func comeBack() {
    isAway = true
    while !device.isInForeground {
      if signals.isEndAsked || caseload_stop_self() == 0 { return }
      signals.discard([SIGTSTP, SIGCONT, SIGWINCH])
    }
    isAway = false
    screen.enter()
    device.write(Terminal.pasteOn)
    takeOver()
    noteSize()
  }

  private func takeOver() {
    standardError.start()
    caseload_guard_arm(standardError.caught, standardError.real)
  }

  private func leave() {
    isAway = true
    device.write(Terminal.pasteOff)
    screen.leave()
    device.restoreModes()
    caseload_guard_disarm()
    standardError.stop()
  }

  /// Asks the terminal for its size and queues a `.resize` when it is new.
  func noteSize() {
    guard let found = device.size, found != screen.size else { return }
    screen.resize(width: found.width, height: found.height)
    let size = screen.size
    queue.append(.resize(width: size.width, height: size.height))
  }
}
