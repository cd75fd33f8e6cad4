import Foundation
import Testing

/// The sheet to call from, for people and for programs.
@Suite("caseload sweep")
struct SweepCommandTests {
  private func sheet(_ room: Room, _ words: String...) throws -> Shell.Output {
    try room.onStore(["sweep"] + words + ["--today", "2026-11-21"])
  }

  @Test(
    "only a list of people out of sight begins with who is longest; any other is by name, as on the screen")
  func order() throws {
    let room = try Room()
    try room.takeDemo()
    let byName = try Answers(sheet(room, "@no-cv", "--format", "json")).texts("name")
    #expect(byName.count > 10)
    let listed = try Answers(
      room.onStore("list", "@no-cv", "--today", "2026-11-21", "--format", "json", "--columns", "name"))
    #expect(byName == listed.texts("name"))
    // Of who was paused the day of return counts too.
    let forgotten = try Answers(sheet(room, "@forgotten -status:paused", "--format", "json"))
    let days = forgotten.texts("seen").filter { $0 != "never" && $0 != "unknown" }
    #expect(days.count > 5 && days == days.sorted())
  }

  @Test("for programs it holds days, codes and columns, the same in each language")
  func machines() throws {
    let room = try Room()
    try room.takeDemo()
    for format in ["json", "csv", "tsv"] {
      let english = try sheet(room, "@forgotten", "--format", format, "--language", "en")
      let dutch = try sheet(room, "@forgotten", "--format", format, "--language", "nl")
      #expect(english.status == 0 && english.text == dutch.text, "\(format)")
    }
    let rows = try Answers(sheet(room, "@forgotten", "--format", "json")).rows
    let fields = Set(try Answers(room.caseload("fields", "--format", "json")).texts("field"))
    for row in rows {
      let seen = try #require(row["seen"] as? String)
      #expect(
        seen == "never" || seen == "unknown" || seen.wholeMatch(of: /\d{4}-\d\d-\d\d(\/.*|\.\..*)?/) != nil,
        "\(seen)")
      #expect((row["gaps"] as? [String])?.allSatisfy(fields.contains) == true)
      #expect(!((row["story"] as? String)?.hasPrefix("“") ?? false))
    }
    #expect(rows.contains { ($0["story"] as? String)?.isEmpty == false })
  }

  @Test("--plain walks the list line by line, keeps what became of each, and goes on where it rested")
  func walked() throws {
    let room = try Room()
    try room.takeDemo()
    func walk(_ lines: [String]) throws -> String {
      let done = try room.caseload(
        "sweep", "@forgotten", "--plain", "--store", room.store, "--today", "2026-11-21",
        input: lines.joined(separator: "\n") + "\n")
      #expect(done.status == 0, "\(done.errors)")
      return done.text
    }
    let first = try walk(["m", "q", "q"])
    #expect(first.contains("Sweep · @forgotten · 1 of "), "\(first)")
    #expect(first.contains("1 tried"), "\(first)")
    let again = try walk(["q", "q"])
    #expect(again.contains("Sweep · @forgotten · 2 of ") && again.contains("1 tried"), "\(again)")
    let both = try room.onStore("sweep", "@forgotten", "--plain", "--format", "csv")
    #expect(both.status == 2 && both.text.isEmpty)
    let unreadable = try room.onStore("sweep", "@nobody-has-this", "--plain")
    #expect(unreadable.status == 2 && unreadable.text.isEmpty)
  }
}
