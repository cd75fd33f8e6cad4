import Foundation
import Testing

extension OnATerminal {
  /// What lies beside the record: private notes on the desk, errands of nobody in particular, a file of marked clients.
  @Suite("Notes for oneself, free errands and a file, with the real binary")
  struct BesideTheRecordTests {
    private static let words = "quiet harbour lantern"

    private func opened(_ columns: Int = 140, _ rows: Int = 40) throws -> (room: Room, tmux: Tmux) {
      let room = try Room()
      try room.takeDemo()
      let tmux = try Tmux(
        columns: columns, rows: rows, environment: ["HOME": room.path, "XDG_STATE_HOME": room.path])
      try tmux.open(room.store)
      return (room, tmux)
    }

    @Test("a private note is on the desk and in no byte of the store, and comes back after a restart")
    func note() throws {
      let (room, tmux) = try opened()
      try tmux.press("V")
      try tmux.wait(forText: "For yourself")
      try tmux.type(Self.words)
      try tmux.press("Tab")
      try tmux.type("forklift")
      try tmux.press("C-s")
      try tmux.wait(forText: "On your desk: ")
      try tmux.press("q")
      for file in try FileManager.default.contentsOfDirectory(atPath: room.path)
      where file.hasPrefix("store.sqlite") {
        let data = FileManager.default.contents(atPath: room.path + "/" + file) ?? Data()
        #expect(data.range(of: Data(Self.words.utf8)) == nil, "\(file) holds the note")
      }
      let today = ["--today", "2026-11-21"]
      let list = try room.onStore(["list", "tag:fork", "--format", "csv"] + today)
      #expect(list.status == 0)
      #expect(list.text.split(separator: "\n").count == 2)
      let shown = try room.onStore(["private"] + today)
      #expect(shown.text.contains(Self.words))
      #expect(shown.text.contains("forklift"))
      let number = try #require(list.text.split(separator: "\n").last?.split(separator: ",").first)
      #expect(try !room.onStore("show", String(number)).text.contains("lantern"))
      #expect(try room.onStore("private", String(number), "--delete").status == 0)
      #expect(try room.onStore(["private"] + today).status == 1)
    }

    @Test("an errand of nobody is made, said on top, and ended")
    func freeErrand() throws {
      let (room, tmux) = try opened(80, 24)
      try tmux.press("E")
      try tmux.wait(forText: "nobody in particular")
      try tmux.press("n")
      try tmux.wait(forText: "New errand")
      try tmux.type("book the hall")
      try tmux.press("Tab")
      try tmux.type("today")
      try tmux.press("C-s")
      try tmux.wait(forText: "Saved: errand: book the hall")
      try tmux.wait(forText: "E: 1 due")
      try tmux.press("d")
      try tmux.wait(for: "the errand done") { $0.contains("done") && !$0.contains("E: 1 due") }
      #expect(try room.onStore("check").status == 0)
    }

    @Test("the marked clients go into a file that only its owner reads, and over none that is there")
    func file() throws {
      let (room, tmux) = try opened()
      let path = room.path + "/marked.csv"
      for isAgain in [false, true] {
        if !isAgain { try tmux.press("M") }
        try tmux.press("B")
        try tmux.wait(forText: "For each")
        try tmux.type("a line")
        try tmux.press("Tab")
        try tmux.type("~/marked.csv")
        try tmux.press("C-s")
        try tmux.wait(forText: "A file is not undone")
        try tmux.press("C-s")
        try tmux.wait(forText: isAgain ? "is there already" : "which only you can read")
      }
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o600)
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      let listed = try room.onStore("list", "--format", "csv").text.split(separator: "\n")
      #expect(lines.count > 100 && lines.count == listed.count)
      #expect(lines.first?.hasPrefix("number,name") == true)
    }
  }
}
