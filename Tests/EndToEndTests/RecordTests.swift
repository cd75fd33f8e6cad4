import Foundation
import Testing

extension OnATerminal {
  /// The rest of the record from the keyboard and from the shell, with the real binary.
  @Suite("Fields, errands and today, on the screen and in the shell")
  struct RecordTests {
    private func opened() throws -> (room: Room, tmux: Tmux) {
      let room = try Room()
      try room.takeDemo()
      let tmux = try Tmux(columns: 80, rows: 24)
      try tmux.open(room.store)
      return (room, tmux)
    }

    @Test("a CV, an errand and a pause are entered, seen in the list, and undone one by one")
    func screen() throws {
      let (room, tmux) = try opened()
      try tmux.press("v")
      try tmux.wait(forText: "CV lies in")
      try tmux.type("today")
      try tmux.press("Tab")
      try tmux.type("folder 12")
      try tmux.press("C-s")
      try tmux.wait(forText: "Saved: ")
      try tmux.press("t")
      try tmux.wait(for: "the errands") { $0.contains("rrand") }
      if try tmux.screen().contains("Errands ·") { try tmux.press("n") }
      try tmux.wait(forText: "New errand")
      try tmux.type("ask the baker")
      try tmux.press("C-s")
      try tmux.wait(forText: "Saved: errand: ask the baker")
      try tmux.press("Escape", "u")
      try tmux.wait(forText: "Undone: errand: ask the baker")
      try tmux.press("u")
      try tmux.wait(forText: "Undone: ")
      #expect(try room.onStore("check").status == 0)
    }

    @Test("the shell sets, waives and lists by the same code, and says what cannot be")
    func shell() throws {
      let room = try Room()
      try room.takeDemo()
      func run(_ words: String..., input: String = "") throws -> Shell.Output {
        let file = try room.write("value.txt", input)
        return try room.onStore(words.map { $0 == "@" ? file : $0 } + ["--today", "2026-11-21"])
      }
      #expect(try run("set", "1", "licence", "--from", "@", input: "B, CE").status == 0)
      #expect(try room.onStore("show", "1", "--today", "2026-11-21").text.contains("B, CE"))
      #expect(try run("set", "1", "licence", "--from", "@", input: "B, XY").status == 3)
      #expect(try run("set", "1", "licence", "--from", "@", input: "B, CE").text.contains("already"))
      #expect(try run("set", "1", "age", "--from", "@", input: "5").status == 2)
      #expect(
        try run("waive", "1", "heavy", "--until", "+6m", "--reason", "@", input: "desk work").status == 0)
      #expect(try run("waive", "1", "plan", "--until", "+6m", "--reason", "@", input: "no").status == 3)
      #expect(try run("errand", "1", "--text", "@", "--due", "today", input: "call the baker").status == 0)
      let list = try run("errand", "1", "--format", "json")
      #expect(list.text.contains("call the baker"))
      #expect(try run("errand", "--text", "@", "--due", "today", input: "tidy the list").status == 0)
      let today = try run("today", "--all")
      #expect(today.text.contains("call the baker") && today.text.contains("tidy the list"))
      #expect(try run("undo").status == 0 && run("undo").status == 0)
      #expect(try !run("today", "--all").text.contains("call the baker"))
      #expect(try run("set", "1", "--state", "waived", "cv").status == 2)
      #expect(try room.onStore("check").status == 0)
    }

    private func numbers(_ answers: Answers) -> Set<Int> {
      Set(answers.rows.compactMap { $0["number"] as? Int })
    }

    @Test("@today and caseload today name the same clients")
    func today() throws {
      let room = try Room()
      try room.takeDemo()
      let listed = try Answers(
        room.onStore("list", "@today", "--today", "2026-11-21", "--format", "json", "--columns", "number"))
      let told = try Answers(room.onStore("today", "--today", "2026-11-21", "--format", "json"))
      #expect(numbers(listed) == numbers(told))
    }

    @Test("the story is written in the user's own editor, whose file is gone afterwards")
    func editor() throws {
      let room = try Room()
      try room.takeDemo()
      let editor = try room.write("editor.sh", "#!/bin/sh\nprintf ' and its end' >> \"$1\"\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: editor)
      let tmux = try Tmux(columns: 100, rows: 30)
      try tmux.open(room.store, before: "EDITOR='\(editor)' ")
      try tmux.press("c")
      try tmux.wait(forText: "Story")
      try tmux.type("Half a story")
      try tmux.wait(forText: "Half a story")
      try tmux.press("C-o")
      try tmux.wait(forText: "Half a story and its end")
      try tmux.press("C-s")
      try tmux.wait(forText: "Saved: ")
    }
  }
}
