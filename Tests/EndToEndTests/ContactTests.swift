import Foundation
import Testing

extension OnATerminal {
  @Suite("A contact is registered while the telephone is still warm, and nothing that was typed is lost")
  struct ContactTests {
    @Test(
      "Typed, saved, in the record, seen in another dashboard and in the shell",
      arguments: [(140, 40), (80, 24)])
    func registered(_ columns: Int, _ rows: Int) throws {
      let room = try Room()
      try room.takeDemo()
      let other = try Tmux(columns: columns, rows: rows)
      try other.open(room.store)
      let tmux = try Tmux(columns: columns, rows: rows)
      try tmux.open(room.store)
      try tmux.press("c")
      try tmux.wait(forText: "Story")
      try tmux.type("Two days at the bakery; likes it.")
      try tmux.press("Tab")
      try tmux.type("I want to stay")
      try tmux.press("C-s")
      try tmux.wait(forText: "Saved: conversation of 21 Nov")
      try tmux.wait(for: "the list") { $0.contains(" today ") }
      try other.wait(for: "the other dashboard") { $0.contains(" today ") }
      try tmux.press("Enter")
      if columns < 100 { try tmux.press("Tab") }
      try tmux.wait(forText: "Two days at the bakery", "“I want to stay”")
    }

    @Test("Killed in the middle of a word, the next start tells of the draft and opens it")
    func killed() throws {
      let room = try Room()
      try room.takeDemo()
      let tmux = try Tmux(columns: 100, rows: 30)
      try tmux.open(room.store)
      try tmux.press("c")
      try tmux.wait(forText: "Story")
      try tmux.type("She starts at the greenh")
      try tmux.wait(forText: "greenh")
      try tmux.waitForDesk(toHold: "She starts at the greenh")
      kill(try tmux.child(), SIGKILL)
      try tmux.wait(for: "the shell") { $0.contains("Killed") }
      try tmux.command("reset; clear")
      try tmux.open(room.store)
      try tmux.wait(forText: "1 form that you filled in is not saved")
      try tmux.press("D")
      try tmux.wait(forText: "greenh")
      try tmux.type("ouse")
      try tmux.press("C-s")
      try tmux.wait(forText: "Saved: conversation")
      try tmux.press("q")
      try tmux.wait(for: "the end") { _ in try !tmux.isOnAlternateScreen() }
      try tmux.open(room.store)
      #expect(try !tmux.settled().contains("is not saved"))
    }
  }
}

@Suite("Contacts from the shell")
struct ContactCommandTests {
  @Test("Text comes from standard input and files; what cannot be kept says why and keeps nothing")
  func shell() throws {
    let room = try Room()
    try room.takeDemo()
    let story = room.path + "/talk.txt"
    try "Two days at the bakery.\nhealth: back hurts\n\n".write(
      toFile: story, atomically: true, encoding: .utf8)
    let kept = try room.onStore(
      "contact", "1", "--story", story, "--heard", "client-yes", "--today", "2026-11-21")
    #expect(kept.status == 0 && kept.text.contains("saved: conversation of 2026-11-21, client 1"))
    let again = try room.onStore("contact", "1", "--story", story, "--today", "2026-11-21")
    #expect(again.status == 3 && again.errors.contains("--again"))
    #expect(
      try room.onStore("contact", "1", "--again", "--without-story", "--today", "2026-11-21").status == 0)
    let shown = try room.onStore("show", "1", "--today", "2026-11-21")
    #expect(shown.text.contains("Two days at the bakery.") && shown.text.contains("health: back hurts"))
    for (arguments, status) in [
      (["contact", "1", "--on", "soon"], 2),
      (["contact", "1", "--kind", "attempt", "--on", "2026-11-30"], 2),
      (["contact", "1", "--story", "/nowhere"], 2), (["contact", "99999"], 1),
      (["contact", "1", "--kind", "appointment"], 2), (["contact", "3"], 2),
      (["contact", "3", "--failure", "no-show"], 2),
      (["contact", "3", "--without-story", "--channel", "letter"], 2),
      (["contact", "1", "--minutes", "0"], 2),
    ] {
      let refused = try room.onStore(arguments + ["--today", "2026-11-21"])
      #expect(refused.status == Int32(status), "\(arguments): \(refused.errors)")
    }
    try Data([0x61, 0xFF, 0x62]).write(to: URL(fileURLWithPath: story))
    #expect(try room.onStore("contact", "2", "--story", story, "--today", "2026-11-21").status == 3)
    let untouched = try room.onStore("show", "2", "--today", "2026-11-21")
    #expect(!untouched.text.contains("21 Nov · conversation"), "nothing was kept")
    #expect(try room.onStore("check").status == 0)
  }
}
