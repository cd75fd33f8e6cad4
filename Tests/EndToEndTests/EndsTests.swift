import Foundation
import Testing

extension OnATerminal {
  @Suite("Each kind of end leaves the terminal as it was found")
  struct EndsTests {
    /// The dashboard in a terminal whose modes were noted before it began.
    private struct Opened {
      let room: Room
      let tmux: Tmux
      let modes: String

      init() throws {
        room = try Room()
        try room.takeDemo()
        tmux = try Tmux(columns: 100, rows: 30)
        // A job that the shell runs sees the modes in which programs start, not those of its line editor.
        modes = try Self.startModes(tmux)
        try tmux.open(room.store)
        #expect(try tmux.isOnAlternateScreen())
        #expect(try tmux.modes() != modes, "the dashboard set no modes, so this test would prove nothing")
      }

      private static func startModes(_ tmux: Tmux) throws -> String {
        try tmux.command("clear; stty -a | tr '\\n' ' ' | fold -w 90; echo; echo marked")
        // The line editor sets its own modes before it shows the prompt; without that they may be caught unset.
        try tmux.wait(for: "the modes") { $0.contains("\nmarked\nready$") }
        try tmux.wait(for: "the line editor") { _ in try tmux.modes().contains("-icanon") }
        return try tmux.modes()
      }

      /// The alternate screen is off, the cursor shows, the modes are those of the shell, and the prompt works.
      func expectClean() throws {
        try tmux.wait(for: "the shell's screen") { _ in try !tmux.isOnAlternateScreen() }
        try tmux.command("echo alive-$((40+2)) code-$?")
        try tmux.wait(forText: "alive-42")
        #expect(try tmux.showsCursor())
        var now = ""
        do {
          try tmux.wait(for: "the modes of before") { _ in
            now = try tmux.modes()
            return now == modes
          }
        } catch {
          throw Tmux.Failure(description: "\(error)\nthe modes before: \(modes)\nnow: \(now)")
        }
        // The same question that was asked before gets the same answer from a program that the shell starts.
        try tmux.command("clear; stty -a | grep -c -- ' echo '; echo after")
        let after = try tmux.wait(for: "stty") { $0.contains("\nafter") }
        #expect(after.contains("1\nafter"))
        #expect(try tmux.ask("#{bracket_paste_flag}#{mouse_any_flag}#{keypad_flag}").contains("1") == false)
      }

      /// The exit code that the shell saw.
      func code() throws -> Int {
        try tmux.wait(for: "the shell's screen") { _ in try !tmux.isOnAlternateScreen() }
        try tmux.command("echo code=$?=")
        let screen = try tmux.wait(for: "the code") { $0.contains(/code=\d+=/) }
        return try #require(screen.firstMatch(of: /code=(\d+)=/).flatMap { Int($0.1) })
      }
    }

    @Test("q, also after a filter, a record and help were open")
    func quit() throws {
      let opened = try Opened()
      try opened.tmux.type("/@forgotten")
      try opened.tmux.press("Enter", "Enter")
      try opened.tmux.wait(forText: "Identity")
      try opened.tmux.press("Escape", "?")
      try opened.tmux.wait(forText: "Keys")
      try opened.tmux.press("Escape", "q")
      #expect(try opened.code() == 0)
      try opened.expectClean()
    }

    @Test(
      "a signal",
      arguments: [(SIGHUP, "HUP"), (SIGTERM, "TERM"), (SIGINT, "INT"), (SIGQUIT, "QUIT"), (SIGSEGV, "SEGV")])
    func signal(number: Int32, name: String) throws {
      let opened = try Opened()
      kill(try opened.tmux.child(), number)
      #expect(try opened.code() == 128 + Int(number), "SIG\(name)")
      try opened.expectClean()
      // The store was let go, whole.
      #expect(try opened.room.onStore("check").status == 0)
    }

    @Test("what was being typed is there again after a signal", arguments: [SIGHUP, SIGTERM])
    func typedText(number: Int32) throws {
      let room = try Room()
      try room.takeDemo()
      let tmux = try Tmux(columns: 100, rows: 30, environment: ["XDG_STATE_HOME": room.path])
      try tmux.open(room.store)
      try tmux.type("/district:noord unknown:lic")
      try tmux.wait(forText: "district:noord unknown:lic")
      kill(try tmux.child(), number)
      try tmux.wait(for: "the shell") { _ in try !tmux.isOnAlternateScreen() }
      try tmux.open(room.store)
      try tmux.type("i")
      try tmux.type("~/Downloads/exp")
      try tmux.wait(forText: "~/Downloads/exp")
      kill(try tmux.child(), number)
      try tmux.wait(for: "the shell") { _ in try !tmux.isOnAlternateScreen() }
      try tmux.open(room.store)
      try tmux.type("i")
      try tmux.wait(forText: "~/Downloads/exp")
      try tmux.press("Escape")
      try tmux.wait(forText: "1 Caseload")
      try tmux.type("/")
      try tmux.press("Up")
      try tmux.wait(forText: "/ district:noord unknown:lic")
    }

    @Test("Ctrl-Z gives the terminal back, fg brings the same screen again")
    func suspended() throws {
      let opened = try Opened()
      try opened.tmux.type("/@forgotten")
      try opened.tmux.press("Enter", "j")
      // The record under the cursor is read meanwhile; the screen is complete when its last story stands.
      let before = try opened.tmux.wait(forText: "▌ Berg, Jan van den", "We look at evening")
      for _ in 0..<3 {
        try opened.tmux.press("C-z")
        try opened.tmux.wait(for: "the shell") { _ in try !opened.tmux.isOnAlternateScreen() }
        try opened.expectClean()
        // A stopped dashboard holds no lock: others can read and write.
        #expect(try opened.room.onStore("check").status == 0)
        try opened.tmux.command("fg")
        try opened.tmux.wait(for: "the same screen") { try $0 == before && opened.tmux.isOnAlternateScreen() }
      }
      try opened.tmux.press("q")
      #expect(try opened.code() == 0)
      try opened.expectClean()
    }

    @Test("the terminal's window is closed")
    func closed() throws {
      let room = try Room()
      try room.takeDemo()
      var id: Int32 = 0
      do {
        let tmux = try Tmux(columns: 100, rows: 30)
        try tmux.open(room.store)
        id = try tmux.child()
      }
      let end = Date().addingTimeInterval(30)
      while kill(id, 0) == 0, Date() < end { usleep(50_000) }
      #expect(kill(id, 0) != 0, "the dashboard outlived its terminal")
      #expect(try room.onStore("check").status == 0)
    }

    @Test(
      "a TERM nobody knows, or one that is no screen, is said and changes nothing",
      arguments: ["no-such-term", "dumb", ""])
    func badTerm(name: String) throws {
      let room = try Room()
      try room.takeDemo()
      let tmux = try Tmux(columns: 100, rows: 30)
      try tmux.command("clear; TERM=\(name) \(Caseload.binary) --store '\(room.store)'; echo code=$?=")
      let screen = try tmux.wait(for: "the end") { $0.contains(/code=\d+=/) }
      #expect(screen.contains("code=2="))
      #expect(screen.contains("TERM"))
      #expect(try !tmux.isOnAlternateScreen())
    }

    @Test("standard input a pipe: the keys come from the terminal")
    func pipe() throws {
      let opened = (room: try Room(), tmux: try Tmux(columns: 100, rows: 30))
      try opened.room.takeDemo()
      try opened.tmux.open(opened.room.store, before: "echo q | ")
      try opened.tmux.press("j")
      try opened.tmux.wait(forText: "row 2 of")
      try opened.tmux.press("q")
      try opened.tmux.wait(for: "the end") { _ in try !opened.tmux.isOnAlternateScreen() }
      try opened.tmux.command("echo alive-$((40+2))")
      try opened.tmux.wait(forText: "alive-42")
      #expect(try opened.tmux.showsCursor())
    }

    @Test("no terminal at all: it says what works without one, prints nothing else, and ends with 2")
    func noTerminal() throws {
      let room = try Room()
      try room.takeDemo()
      // A session of its own has no controlling terminal, whatever the tests were started from.
      let done = try Shell.run(
        "/usr/bin/setsid", ["--wait", Caseload.binary, "--store", room.store],
        environment: Caseload.environment(home: room.path).merging(["TERM": "xterm-256color"]) { $1 })
      #expect(done.status == 2)
      #expect(done.text.isEmpty)
      #expect(done.errors.contains("there is no terminal here"))
      #expect(!done.errors.contains("\u{1B}"))
    }
  }
}
