import Foundation
import Testing

extension OnATerminal {
  @Suite("What one makes one's own: worklists, keys, the clipboard")
  struct OwnWorkTests {
    /// A terminal whose desk and configuration lie in the room, where commands of the shell find them too.
    private static func opened(_ configuration: String = "") throws -> (Room, Tmux) {
      let room = try Room()
      try room.takeDemo()
      if !configuration.isEmpty {
        try FileManager.default.createDirectory(
          atPath: room.path + "/caseload", withIntermediateDirectories: true)
        _ = try room.write("caseload/config.toml", configuration)
      }
      let tmux = try Tmux(
        columns: 140, rows: 40, environment: ["XDG_STATE_HOME": room.path, "XDG_CONFIG_HOME": room.path])
      try tmux.open(room.store, "--coach 'J. de Vries'")
      return (room, tmux)
    }

    @Test("a worklist is saved, is there after a restart, and goes to a colleague as text")
    func worklist() throws {
      let (room, tmux) = try Self.opened()
      try tmux.type("/seen>3m missing:cv")
      try tmux.press("Enter", "W")
      try tmux.wait(forText: "a name for this worklist")
      try tmux.type("No CV for long")
      try tmux.press("Enter")
      try tmux.wait(forText: "[@no-cv-for-long 7 ?4]", "Saved as @no-cv-for-long.")
      try tmux.press("q")
      try tmux.wait(forText: "ready$")
      try tmux.open(room.store, "--coach 'J. de Vries'")
      try tmux.wait(forText: "[@no-cv-for-long 7 ?4]", "/ @no-cv-for-long", "7 of 117")
      // A filter with somebody's name in it is refused, and says why.
      try tmux.press("Escape")
      try tmux.type("/vermeulen")
      try tmux.press("Enter", "W")
      try tmux.wait(forText: "looks for one person")
      try tmux.press("q")
      try tmux.wait(forText: "ready$")
      // The same name works in the shell, with the same count.
      let listed = try room.onStore(
        "list", "@no-cv-for-long", "--coach", "J. de Vries", "--today", "2026-11-21", "--format", "json")
      #expect(try Answers(listed).rows.count == 7)
      let shared = try room.onStore("worklists", "--share", "no-cv-for-long")
      #expect(shared.text == "worklist \"No CV for long\": seen>3m missing:cv\n")
      let colleague = try Room()
      try colleague.takeDemo()
      let file = try colleague.write("list.txt", shared.text)
      #expect(try colleague.onStore("worklists", "--add", file).status == 0)
      #expect(try colleague.onStore("worklists", "--today", "2026-11-21").text.contains("@no-cv-for-long"))
      // Again adds nothing; a person's name is refused.
      #expect(try colleague.onStore("worklists", "--add", file).status == 1)
      let refused = try colleague.write("refused.txt", "worklist \"one\": vermeulen\n")
      #expect(try colleague.onStore("worklists", "--add", refused).status == 3)
      #expect(
        try colleague.onStore("worklists", "--add", colleague.write("no.txt", "hello\n")).errors.contains(
          "line 1"))
      #expect(try colleague.onStore("worklists", "--share", "nothing").status == 1)
    }

    @Test("a worklist that was kept elsewhere meanwhile is there beside the one that is saved here")
    func twoAtOnce() throws {
      let (room, tmux) = try Self.opened()
      let file = try room.write("list.txt", "worklist \"From elsewhere\": missing:cv\n")
      #expect(try room.onStore("worklists", "--add", file).status == 0)
      try tmux.type("/seen>3m")
      try tmux.press("Enter", "W")
      try tmux.wait(forText: "a name for this worklist")
      try tmux.type("From here")
      try tmux.press("Enter")
      try tmux.wait(forText: "@from-here", "@from-elsewhere")
      let all = try room.onStore("worklists", "--coach", "J. de Vries", "--today", "2026-11-21").text
      #expect(all.contains("@from-here") && all.contains("@from-elsewhere"))
    }

    @Test("a key that was given another action works, and is what the screen shows")
    func rebound() throws {
      let (_, tmux) = try Self.opened("[keys]\nworklists = \"Z\"\nfind = [\"%\", \"<F3>\"]\n")
      try tmux.wait(forText: "Z worklists", "% find")
      try tmux.press("Z")
      try tmux.wait(forText: "─ Worklists ─")
      try tmux.press("Escape", "F3")
      try tmux.wait(forText: "Opened last")
      try tmux.press("Escape", "f")
      try tmux.wait(for: "nothing") { !$0.contains("Opened last") && $0.contains("1 Caseload") }
      try tmux.press("?")
      try tmux.type("a worklist from")
      try tmux.wait(forText: "Z                 Choose a worklist")
    }

    @Test("a wrong file starts the dashboard with the usual keys and says line and key")
    func wrong() throws {
      let (room, tmux) = try Self.opened("[keys]\nworklists = \"Z\"\nfind = \"%\"\nnosuch = \"x\"\n")
      let screen = try tmux.screen()
      #expect(
        screen.contains("config.toml, line 4, keys.nosuch") && screen.contains("the usual keys are in force")
      )
      try tmux.press("s")
      try tmux.wait(forText: "Sort by")
      let checked = try Shell.run(
        Caseload.binary, ["config", "--check"],
        environment: Caseload.environment(home: room.path).merging(["XDG_CONFIG_HOME": room.path]) { $1 })
      #expect(checked.status == 3 && checked.errors.contains("line 4, keys.nosuch"))
    }

    @Test("a number goes to the terminal's clipboard where that was switched on, and only there")
    func clipboard() throws {
      let (_, tmux) = try Self.opened("clipboard = true\n")
      try tmux.tell("set", "-s", "set-clipboard", "on")
      try tmux.type("fvermeul")
      try tmux.press("Tab")
      try tmux.wait(forText: "▌ Vermeulen, Wim")
      try tmux.press("y")
      let screen = try tmux.wait(forText: "Copied: client number ")
      let number = try #require(screen.firstMatch(of: #/Copied: client number (\d+)/#)?.1)
      #expect(try tmux.tell("show-buffer").contains(number))
      let (_, without) = try Self.opened()
      try without.press("y")
      try without.wait(forText: "The clipboard is off")
    }
  }
}
