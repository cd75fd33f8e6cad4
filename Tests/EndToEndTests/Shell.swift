import Foundation

/// Runs a program and waits for its end.
///
/// Foundation's `Process` leaves a socket open in the child and waits until that is closed; a child that becomes
/// a daemon, as tmux does, would be waited for until the daemon ends. So this spawns and waits by itself. The
/// streams are files: nobody waits for a pipe to be read.
enum Shell {
  /// What a program said, and how it ended: its exit code, or 128 and the signal that killed it.
  struct Output {
    var status: Int32
    var text: String
    var errors: String
  }

  /// A program could not be started.
  struct SpawnError: Error {
    var path: String
    var code: Int32
  }

  /// Runs a program without a terminal.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil, input: String? = nil
  ) throws -> Output {
    try start(path, arguments, environment: environment, input: input).finish()
  }

  /// Starts a program and gives it running.
  static func start(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil, input: String? = nil
  ) throws -> Running {
    let (output, errors) = (try ScratchFile(), try ScratchFile())
    let entry = try input.map { try ScratchFile($0) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, entry?.path ?? "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_APPEND, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors.path, O_WRONLY | O_APPEND, 0)
    // Descriptors of the test process are no business of the program.
    for descriptor in 3..<Int32(256) { posix_spawn_file_actions_addclose(&actions, descriptor) }
    // The threads of the tests block signals; a program that inherits that could not be ended by one.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let words = ([path] + arguments).map { strdup($0) }
    let settings = (environment ?? ProcessInfo.processInfo.environment).map { strdup("\($0)=\($1)") }
    defer { (words + settings).forEach { free($0) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, path, &actions, &attributes, words + [nil], settings + [nil])
    guard code == 0 else { throw SpawnError(path: path, code: code) }
    return Running(id: id, output: output, errors: errors)
  }

  /// A program that is to be waited for once.
  struct Running {
    let id: pid_t
    fileprivate let output: ScratchFile
    fileprivate let errors: ScratchFile

    /// Waits for the end.
    func finish() throws -> Output {
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0 {
        guard errno == EINTR else { throw SpawnError(path: "waitpid", code: errno) }
      }
      // As WIFEXITED, WEXITSTATUS and WTERMSIG read it.
      let signal = status & 0x7F
      return Output(
        status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, text: try output.text(),
        errors: try errors.text())
    }

    /// Waits for the end, but no longer than so many seconds; then kills.
    func finish(killingAfter seconds: Double) throws -> Output {
      let end = Date().addingTimeInterval(seconds)
      while Date() < end {
        var info = siginfo_t()
        if waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_signo != 0 { break }
        usleep(2_000)
      }
      kill(id, SIGKILL)
      return try finish()
    }
  }
}

/// A file for one stream of one program, deleted when nobody needs it any more.
private final class ScratchFile: Sendable {
  let path: String

  init(_ text: String = "") throws {
    path = NSTemporaryDirectory() + "caseload-stream-\(UUID().uuidString)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  func text() throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  deinit { unlink(path) }
}
