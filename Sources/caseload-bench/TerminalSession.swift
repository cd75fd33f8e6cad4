import Glibc

/// A program that runs in a terminal of its own, 140 columns by 40 rows.
final class TerminalSession {
  // Linux's numbers (asm-generic/ioctls.h, spawn.h): Swift does not see these macros.
  private static let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
  private static let place: UInt = 0x8004_5430  // TIOCGPTN
  private static let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID

  private let terminal: Int32
  private var process: pid_t = 0
  private var started = 0.0

  /// Starts a program by its path and arguments.
  init(_ arguments: [String], _ environment: [String]) throws {
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var place: UInt32 = 0
    var locked: Int32 = 0
    guard terminal >= 0, ioctl(terminal, Self.unlock, &locked) == 0, ioctl(terminal, Self.place, &place) == 0
    else { throw BenchError("no terminal could be made: \(errno)") }
    let name = "/dev/pts/\(place)"
    var size = winsize(ws_row: 40, ws_col: 140, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a new session opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Self.newSession)
    let words = arguments.map { strdup($0) } + [nil]
    let settings = environment.map { strdup($0) } + [nil]
    defer { for text in words + settings { free(text) } }
    started = Timing.clock()
    let code = posix_spawn(&process, arguments[0], &actions, &attributes, words, settings)
    guard code == 0 else { throw BenchError("\(arguments[0]) could not be started: \(code)") }
  }

  /// Writes keys; what comes next is timed from here.
  func write(_ keys: String) {
    started = Timing.clock()
    _ = keys.utf8.withContiguousStorageIfAvailable { Glibc.write(terminal, $0.baseAddress, $0.count) }
  }

  /// What comes next is timed from here, where the world outside the terminal is what changes.
  func mark() { started = Timing.clock() }

  /// Reads until nothing came for `quiet` milliseconds (three seconds at most before the first byte): the time
  /// from the start or the last key to the last byte, and how many bytes came.
  func settle(quiet: Int32) -> (milliseconds: Double, bytes: Int) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var last = started
    var bytes = 0
    var wait = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    while poll(&wait, 1, bytes == 0 ? 3_000 : quiet) > 0 {
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { break }
      last = Timing.clock()
      bytes += count
    }
    return (last - started, bytes)
  }

  /// Writes the last keys and waits for the program to end.
  func end(_ keys: String) {
    write(keys)
    while settle(quiet: 3_000).bytes > 0 {}
    close(terminal)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }
}
