import Foundation
import Synchronization

/// One story typed into the contact form of the real program, which is killed meanwhile.
struct TypingKill {
  /// What is known of a run when it is over.
  struct Evidence {
    /// The words in their order.
    var words: [String]
    /// How many of them stood on a screen that was read half a second before the kill, or earlier.
    var shown: Int
    /// Whether the last screen says that the contact is saved.
    var isAcknowledged: Bool
    /// How many words of the story the store has.
    var inStore: Int
    /// How many words of it the draft has that the next start offers; nil where it offers none.
    var inDraft: Int?
    /// Whether `check` calls the store whole.
    var isWhole: Bool

    /// What is wrong with it; nil where nothing is. The judge of all runs, which is itself put to the test.
    var wrong: String? {
      if !isWhole { return "the store is not whole" }
      if inStore != 0, inStore != words.count { return "\(inStore) of \(words.count) words were saved" }
      if isAcknowledged, inStore == 0 { return "it was said to be saved, and is not there" }
      // What is saved needs no draft; where the draft is there still, it is one kept too long, not a loss.
      if inStore == 0, shown > inDraft ?? 0 {
        return "\(shown) words stood there for half a second, the draft has \(inDraft ?? 0)"
      }
      return nil
    }
  }

  /// When the program is killed.
  enum Moment {
    /// So many seconds after the first word, while she goes on typing.
    case typing(Double)
    /// So many seconds after the first word, wherever she is then.
    case after(Double)
    /// So many seconds after the key that saves.
    case afterSave(Double)
  }

  static let client = "Abdi, Hodan"
  let room: Room
  let number: String

  /// A room with the demonstration store, whose first client is known by name.
  init(number: String) throws {
    room = try Room()
    try room.takeDemo()
    self.number = number
  }

  /// Types the words one by one, a pause after each, and saves; the program is killed at the moment. Gives what came of
  /// it.
  func run(_ words: [String], pauses: [Double], _ moment: Moment) throws -> Evidence {
    let tmux = try Tmux(columns: 140, rows: 40)
    try open(in: tmux)
    try tmux.press("c")
    try tmux.wait(forText: "Contact · \(Self.client)", "Story")
    let program = try tmux.child()
    let killed = Mutex<Date?>(nil)
    let ended = DispatchSemaphore(value: 0)
    @Sendable func killNow() {
      kill(program, SIGKILL)
      killed.withLock { $0 = Date() }
      ended.signal()
    }
    switch moment {
    case .typing(let seconds), .after(let seconds):
      DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: killNow)
    case .afterSave: break
    }
    // What stood on the screen, and when it was read at the latest.
    var seen: [(count: Int, at: Date)] = []
    for (word, pause) in zip(words, pauses) where killed.withLock({ $0 }) == nil {
      try tmux.type(" " + word)
      // The screen is read when the word had time to be drawn.
      let first = min(pause, 0.05)
      usleep(UInt32(first * 1e6))
      seen.append((Self.count(words, in: try tmux.screen()), Date()))
      usleep(UInt32((pause - first) * 1e6))
    }
    if case .typing = moment {
      seen.append((Self.count(words, in: try tmux.screen()), Date()))
    } else if killed.withLock({ $0 }) == nil {
      if case .afterSave(let seconds) = moment {
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: killNow)
      }
      try tmux.press("C-s")
    }
    ended.wait()
    // The shell has noticed. Its words about it may fall anywhere on the screen that was left.
    let last = try tmux.wait(for: "its end") { _ in
      !FileManager.default.fileExists(atPath: "/proc/\(program)")
    }
    let at = killed.withLock { $0 } ?? Date()
    let shown = seen.filter { $0.at.addingTimeInterval(0.5) <= at }.map(\.count).max() ?? 0
    return try judge(words, shown: shown, isAcknowledged: last.contains("Saved: conversation"))
  }

  /// How many of the words stand in a text, from the first on.
  static func count(_ words: [String], in text: String) -> Int {
    words.prefix { text.contains($0) }.count
  }

  private func open(in tmux: Tmux) throws {
    // The desk lies in the room, so that the next terminal has it too.
    try tmux.open(
      room.store, "--coach 'J. de Vries'", before: "XDG_STATE_HOME='\(room.path)' ")
  }

  private func judge(_ words: [String], shown: Int, isAcknowledged: Bool) throws -> Evidence {
    let check = try room.onStore("check")
    let record = try room.onStore("show", number, "--today", "2026-11-21").text
    let tmux = try Tmux(columns: 140, rows: 40)
    try open(in: tmux)
    var inDraft: Int?
    if try tmux.settled().contains("form that you filled in is not saved") {
      try tmux.press("D")
      try tmux.wait(forText: "Contact · \(Self.client)", "Story")
      inDraft = Self.count(words, in: try tmux.settled())
    }
    return Evidence(
      words: words, shown: shown, isAcknowledged: isAcknowledged, inStore: Self.count(words, in: record),
      inDraft: inDraft, isWhole: check.status == 0 && check.text.contains("the store is whole"))
  }
}
