import Foundation
import CTerminalGuard
import Cells
import Glibc
import Testing

@testable import CaseloadTerminal

/// The whole terminal on a pseudo-terminal, in a process of its own, ended in each way it can end: the modes are
/// as they were found and the last bytes lead out of full screen.
@Suite struct TakeoverTests {
  @Test func closing() async throws {
    try await check { path in
      await #expect(processExitsWith: .success) { [path = path as String] in
        let terminal = try Child.open(path)
        terminal.close()
        terminal.close()
        exit(0)
      }
    }
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGINT]) func signalsThatAreEvents(signal: Int32) async throws {
    try await check { path in
      await #expect(processExitsWith: .success) { [path = path as String, signal = signal as Int32] in
        let terminal = try Child.open(path)
        kill(getpid(), signal)
        let event = terminal.nextEvent(timeout: 10_000)
        terminal.close()
        exit(event == (signal == SIGHUP ? .hangup : .terminate(signal: signal)) ? 0 : 1)
      }
    }
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT])
  func signalsThatAreFatal(signal: Int32) async throws {
    try await check { path in
      await #expect(processExitsWith: .signal(signal)) {
        [path = path as String, signal = signal as Int32] in
        let terminal = try Child.open(path)
        kill(getpid(), signal)
        // Threads of the test runner block signals, so it arrives on another one, soon.
        while true { _ = terminal.nextEvent() }
      }
    }
  }

  @Test func aTrap() async throws {
    try await check { path in
      await #expect(processExitsWith: .failure) { [path = path as String] in
        let terminal = try Child.open(path)
        let empty: [Int] = []
        terminal.draw(Frame(width: empty[terminal.size.width], height: 1))
      }
    }
  }

  @Test func aHangupThatNobodyHears() async throws {
    try await check { path in
      await #expect(processExitsWith: .signal(SIGHUP)) { [path = path as String] in
        let terminal = try Child.open(path)
        kill(getpid(), SIGHUP)
        var noticed = pollfd(fd: terminal.signals.descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&noticed, 1, -1) != 1 {}
        caseload_signals_patience(0)
        kill(getpid(), SIGHUP)
        while true { pause() }
      }
    }
  }

  @Test func hangupsOfKernelAndShellTogether() async throws {
    try await check { path in
      await #expect(processExitsWith: .success) { [path = path as String] in
        let terminal = try Child.open(path)
        caseload_signals_patience(3600)
        var noticed = pollfd(fd: terminal.signals.descriptor, events: Int16(POLLIN), revents: 0)
        kill(getpid(), SIGHUP)
        while poll(&noticed, 1, -1) != 1 {}
        kill(getpid(), SIGHUP)
        let event = terminal.nextEvent(timeout: 10_000)
        terminal.close()
        exit(event == .hangup ? 0 : 1)
      }
    }
  }

  @Test func suspending() async throws {
    try await check { path in
      await #expect(processExitsWith: .success) { [path = path as String] in
        let before = try Child.modes(path)
        let terminal = try Child.open(path)
        let during = try terminal.suspend { try Child.modes(path) }
        let after = try Child.modes(path)
        terminal.close()
        exit(before == during && after != before ? 0 : 1)
      }
    }
  }

  @Test func aNewSizeIsAnEvent() async throws {
    try await check { path in
      await #expect(processExitsWith: .success) { [path = path as String] in
        let terminal = try Child.open(path)
        var size = winsize(ws_row: 30, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(terminal.device.descriptor, UInt(TIOCSWINSZ), &size) == 0 else { exit(92) }
        let event = terminal.nextEvent(timeout: 10_000)
        let (width, height) = terminal.size
        terminal.draw(Frame(width: width, height: height))
        terminal.close()
        exit(event == .resize(width: 100, height: 30) && width == 100 && height == 30 ? 0 : 1)
      }
    }
  }

  @Test func whatWasTypedAheadIsNotLost() async throws {
    try await check(typing: "jé") { path in
      await #expect(processExitsWith: .success) { [path = path as String] in
        let terminal = try Child.open(path)
        let events = (0..<2).map { _ in terminal.nextEvent(timeout: 10_000) }
        terminal.close()
        exit(events == [.key("j"), .key("é")] ? 0 : 1)
      }
    }
  }

  @Test func aTerminalThatIsGoneIsAHangup() async throws {
    let (path, master) = try PseudoTerminal.make()
    // The other side goes away as soon as the screen is up.
    // A thread of its own, not a task: tests that wait for programs may hold every thread that tasks run on.
    let (closed, closing) = AsyncStream<Void>.makeStream()
    Thread.detachNewThread {
      var output = ""
      var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      // The other process may start late on a busy machine; only a broken one does not start at all.
      while output.lastRange(of: "\u{1B}[?2004h") == nil, poll(&waiting, 1, 180_000) == 1 {
        output += PseudoTerminal.output(of: master)
      }
      close(master)
      closing.finish()
    }
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGHUP, SIG_IGN)
      let terminal = try Child.open(path)
      // The kernel sends CONT too, sooner or later, which is a wake-up.
      let next = {
        var event = terminal.nextEvent(timeout: 10_000)
        while event == .wake { event = terminal.nextEvent(timeout: 10_000) }
        return event
      }
      let events = [next(), next()]
      terminal.close()
      exit(events == [.hangup, .hangup] ? 0 : 1)
    }
    for await _ in closed {}
  }

  @Test func wakingAndTimeouts() async throws {
    try await check { path in
      await #expect(processExitsWith: .success) { [path = path as String] in
        let terminal = try Child.open(path)
        let nothing = terminal.nextEvent(timeout: 1)
        terminal.waker.wake()
        terminal.waker.wake()
        let first = terminal.nextEvent(timeout: 10_000)
        let second = terminal.nextEvent(timeout: 1)
        terminal.close()
        exit(nothing == nil && first == .wake && second == nil ? 0 : 1)
      }
    }
  }

  /// What happens in the other process.
  enum Child {
    static func open(_ path: String) throws -> Terminal {
      caseload_process_harden()
      setenv("TERM", "xterm-256color", 1)
      setenv("LINES", "24", 1)
      setenv("COLUMNS", "80", 1)
      // Never the terminal from which the tests are run.
      guard setsid() >= 0 else { exit(91) }
      // Without O_NOCTTY: the first terminal that a new session opens becomes its /dev/tty.
      let descriptor = Glibc.open(path, O_RDWR)
      guard descriptor >= 0 else { exit(90) }
      let terminal = try Terminal()
      terminal.draw(Frame(width: 80, height: 24))
      return terminal
    }

    static func modes(_ path: String) throws -> [UInt32] {
      let descriptor = Glibc.open(path, O_RDWR | O_NOCTTY)
      defer { close(descriptor) }
      return PseudoTerminal.modes(of: descriptor)
    }
  }

  private func check(typing text: String = "", _ body: (String) async -> Void) async throws {
    let terminal = try PseudoTerminal()
    _ = Array(text.utf8).withUnsafeBytes { write(terminal.master, $0.baseAddress, $0.count) }
    let before = PseudoTerminal.modes(of: terminal.slave)
    await body(terminal.path)
    #expect(PseudoTerminal.modes(of: terminal.slave) == before)
    let output = terminal.output()
    #expect(output.contains("\u{1B}[?1049h"))
    #expect(output.contains("\u{1B}[?2004h"))
    let out = output.lastRange(of: "\u{1B}[?1049l")
    let back = output.lastRange(of: "\u{1B}[?1049h")
    #expect((out ?? -1) > (back ?? .max), "the alternate screen is left")
    #expect((output.lastRange(of: "\u{1B}[?2004l") ?? -1) > (output.lastRange(of: "\u{1B}[?2004h") ?? .max))
    #expect((output.lastRange(of: "\u{1B}[?25h") ?? -1) > (output.lastRange(of: "\u{1B}[?25l") ?? .max))
    #expect((output.lastRange(of: "\u{1B}[?1l") ?? -1) > (output.lastRange(of: "\u{1B}[?1h") ?? .max))
  }
}

/// A terminal without a window: this side reads what the other writes.
final class PseudoTerminal {
  let master: Int32
  let slave: Int32
  let path: String

  init() throws {
    (path, master) = try PseudoTerminal.make()
    slave = open(path, O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
  }

  /// The path that a program opens, and the descriptor of the other side.
  static func make() throws -> (path: String, master: Int32) {
    var name = [CChar](repeating: 0, count: 128)
    let master = caseload_pseudo_terminal(&name, name.count)
    try #require(master >= 0)
    let bytes = name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    return (String(decoding: bytes, as: UTF8.self), master)
  }

  deinit {
    close(slave)
    close(master)
  }

  static func modes(of descriptor: Int32) -> [UInt32] {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return [] }
    let special = withUnsafeBytes(of: modes.c_cc) { $0.map { UInt32($0) } }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag] + special
  }

  func output() -> String { PseudoTerminal.output(of: master) }

  /// What a program has written and nobody has read yet.
  static func output(of master: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while caseload_bytes_waiting(master) > 0 {
      let count = read(master, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// Where, in bytes, a text stands for the last time.
  func lastRange(of text: String) -> Int? {
    let bytes = Array(utf8)
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return nil }
    return (0...(bytes.count - wanted.count)).last { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }
}
