import Foundation
import Testing

extension OnATerminal {
  @Suite("Another program holds the store and was stopped")
  struct HeldStoreTests {
    @Test(
      "A save says for which process it waits, in the dashboard and in the shell, and is done when that goes on"
    )
    func named() throws {
      let (room, tmux) = try DashboardTests.opened(columns: 100, rows: 30)
      let helper = URL(fileURLWithPath: Caseload.binary).deletingLastPathComponent()
        .appendingPathComponent("store-kill-helper").path
      let holder = try Shell.start(
        helper, ["hold", room.store], environment: Caseload.environment(home: room.path))
      defer { kill(holder.id, SIGCONT) }
      try tmux.wait(for: "a stopped process") { _ in
        try String(contentsOfFile: "/proc/\(holder.id)/stat", encoding: .utf8).contains(") T ")
      }
      let words = "waiting for process \(holder.id), which is using the store"
      let shell = try Tmux(columns: 100, rows: 10)
      try shell.command(
        "\(Caseload.binary) contact 2 --without-story --store '\(room.store)' --today 2026-11-21")
      try tmux.press("c")
      try tmux.wait(forText: "Story")
      try tmux.type("They baked bread.")
      try tmux.press("C-s")
      try tmux.wait(forText: words)
      try shell.wait(forText: words)
      kill(holder.id, SIGCONT)
      try tmux.wait(forText: "Saved: conversation")
      try shell.wait(forText: "saved: conversation of 2026-11-21, client 2")
      #expect(try holder.finish().status == 0)
      #expect(try room.onStore("check").status == 0)
    }
  }
}
