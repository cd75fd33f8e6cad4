import CaseloadCommand
import CaseloadCore
import CaseloadScreens
import CaseloadStore
import Glibc

/// The program from outside, in a terminal of 140x40: from the start, or from a key written, to the last byte of
/// the repaint, after which nothing comes for a while.
struct ProcessBench {
  private let program: String
  private let store: String
  private let folder: String

  /// The program beside this one; nil where it was not built.
  init?(store: String, folder: String) {
    var path = [CChar](repeating: 0, count: 4_096)
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    guard length > 0 else { return nil }
    let own = String(decoding: path.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    program = (own.lastIndex(of: "/").map { own[...$0] } ?? "") + "caseload"
    guard access(program, X_OK) == 0 else { return nil }
    self.store = store
    self.folder = folder
  }

  /// The start of the process to its first stable screen.
  func measureStart(_ count: Int, coach: String?, runs: Int = 20) throws {
    var times: [Double] = []
    for _ in 0..<runs {
      let session = try TerminalSession(arguments(coach), environment)
      times.append(session.settle(quiet: 60).milliseconds)
      session.end("q")
    }
    Table.time(
      "process start to stable first screen" + (coach == nil ? "" : ", one coach"), count, Timing(times),
      aim: count <= 1_000 ? "25" : coach == nil ? "100" : "30")
  }

  /// Keys to repaints, with the bytes that were sent for them.
  func measureKeys(_ count: Int) throws {
    let session = try TerminalSession(arguments(nil), environment)
    _ = session.settle(quiet: 100)
    measure("cursor key", count, "0.8", "250", [String](repeating: "j", count: 25), session)
    session.write("/")
    _ = session.settle(quiet: 50)
    let keys = "seen>3m missing:cv licence:B".unicodeScalars.map { String($0) }
    measure("typed filter key", count, count <= 1_000 ? "1.5" : "2", "2,000", keys, session)
    session.write("\u{1B}")
    _ = session.settle(quiet: 100)
    session.end("q")
  }

  /// A client's CV is dated by this process while another one shows her: from the beginning of the write to the
  /// last byte of the other's repaint, the durable commit among it.
  func measureOutsideChange(_ count: Int, runs: Int = 20) throws {
    let context = Context(
      today: Invention.today, now: Moment(seconds: 0), actor: Actor(name: "another process"))
    let store = try Store.open(store, actor: context.actor)
    let state = ScreenState(population: try store.load(.all), context: context, scope: CaseloadOwner())
    guard let client = state.cursor else { throw BenchError("nobody is under the cursor") }
    var value = try store.record(of: client)?.values["cv"]
    let session = try TerminalSession(arguments(nil), environment)
    _ = session.settle(quiet: 200)
    // The session that was kept may begin on anybody; the first of the list is the one who changes.
    session.write("\u{1B}\u{1B}" + String(repeating: "k", count: 200))
    _ = session.settle(quiet: 200)
    var generator = SystemRandomNumberGenerator()
    var times: [Double] = []
    for run in 1...max(1, runs) {
      let day = context.today.adding(days: -run)
      let new = Value.recorded(.day(day), source: .coach, day: context.today)
      let change = Change(
        id: .random(using: &generator), author: context.actor.name, moment: context.now, reason: "",
        edits: [Edit(.client(client), "cv", old: value, new: new)])
      session.mark()
      guard case .saved = try store.apply(change) else { throw BenchError("a change was not saved") }
      value = new
      let repaint = session.settle(quiet: 60)
      guard repaint.bytes > 0 else { throw BenchError("a change of another process was not drawn") }
      times.append(repaint.milliseconds)
    }
    session.end("q")
    try store.close()
    Table.time(
      "changed by another process, write to last byte of the repaint", count, Timing(times), aim: "50")
  }

  private func measure(
    _ name: String, _ count: Int, _ aim: String, _ bytesAim: String, _ keys: [String],
    _ session: TerminalSession
  ) {
    var times: [Double] = []
    var bytes: [Double] = []
    for key in keys {
      session.write(key)
      let repaint = session.settle(quiet: 20)
      times.append(repaint.milliseconds)
      bytes.append(Double(repaint.bytes))
    }
    Table.time("\(name), written to last byte of the repaint", count, Timing(times), aim: aim)
    let sent = Timing(bytes)
    Table.figure("\(name), bytes sent", count, sent.median, sent.p95, aim: bytesAim, runs: sent.runs)
  }

  private func arguments(_ coach: String?) -> [String] {
    [program, "--store", store, "--today", Invention.today.iso] + (coach.map { ["--coach", $0] } ?? [])
  }

  private var environment: [String] {
    ["TERM=xterm-256color", "LANG=C.UTF-8", "HOME=\(folder)", "XDG_STATE_HOME=\(folder)", "USER=bench"]
  }
}
