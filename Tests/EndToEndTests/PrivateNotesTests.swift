import Foundation
import Testing

/// Private notes from the shell.
@Suite("Notes for oneself in the shell")
struct PrivateNotesTests {
  private func run(_ room: Room, _ words: String..., on day: String = "2020-02-01") throws -> Shell.Output {
    try room.onStore(words + ["--today", day])
  }

  /// Whether a text stands in one of the desk's files.
  private func isOnDesk(_ text: String, _ room: Room) -> Bool {
    ["", "-wal"].contains { ending in
      let data = FileManager.default.contents(atPath: room.path + "/caseload/desk.sqlite" + ending)
      return data?.range(of: Data(text.utf8)) != nil
    }
  }

  @Test("a note whose day is past is gone from the desk's files when notes are next read")
  func expired() throws {
    let room = try Room()
    try room.takeSmall()
    for reader in [["private"], ["private", "1"], ["list"]] {
      let words = "quiet-harbour-\(reader.joined())"
      let note = try room.write("note.txt", words)
      #expect(try run(room, "private", "1", "--note", note, "--until", "+1w").status == 0)
      #expect(isOnDesk(words, room))
      // On its last day it is there.
      _ = try room.onStore(reader + ["--today", "2020-02-08"])
      #expect(isOnDesk(words, room))
      _ = try room.onStore(reader + ["--today", "2020-02-09"])
      #expect(!isOnDesk(words, room), "\(reader)")
    }
  }

  @Test("to ask as of a day to come takes no note away")
  func asOfAnotherDay() throws {
    let room = try Room()
    try room.takeSmall()
    #expect(try room.onStore("private", "1", "--tag", "zorg").status == 0)
    #expect(try run(room, "private", on: "2999-01-01").status == 1)
    #expect(try room.onStore("private").text.contains("zorg"))
  }

  @Test("all of them are listed: of closed clients, and of other coaches'")
  func all() throws {
    let room = try Room()
    let file = try room.write(
      "export.csv",
      "Klantnummer;Naam;Status;Werkcoach\n1;Vos, Piet;actief;A\n2;Kok, Anna;afgesloten;B\n3;Bos, Ada;actief;B\n"
    )
    #expect(try room.onStore("import", file, "--drawn", "2020-01-20", "--today", "2020-02-01").status == 0)
    for number in ["1", "2", "3"] { #expect(try run(room, "private", number, "--tag", "x").status == 0) }
    let list = try Answers(run(room, "private", "--coach", "A", "--format", "json"))
    #expect(list.texts("name") == ["Bos, Ada", "Kok, Anna", "Vos, Piet"])
  }

  @Test("to let go where nothing is says so and ends with 1")
  func nothingToDelete() throws {
    let room = try Room()
    try room.takeSmall()
    let none = try run(room, "private", "1", "--delete")
    #expect(none.status == 1 && none.text.isEmpty && none.errors.contains("nothing"))
    #expect(try run(room, "private", "1", "--tag", "x").status == 0)
    #expect(try run(room, "private", "1", "--delete").status == 0)
    #expect(try run(room, "private", "1", "--delete").status == 1)
  }

  @Test("tags are taken away as they are added: with a #, several in one")
  func untag() throws {
    let room = try Room()
    try room.takeSmall()
    #expect(try run(room, "private", "1", "--tag", "#zorg,auto bus").status == 0)
    #expect(try run(room, "private", "1", "--untag", "#zorg").status == 0)
    #expect(
      try Answers(run(room, "private", "1", "--format", "json")).rows.first?["tags"] as? [String] == [
        "auto", "bus",
      ])
    #expect(try run(room, "private", "1", "--untag", "bus,auto").status == 0)
    #expect(try run(room, "private", "1").status == 1)
  }

  @Test("to look makes no desk, with a store or without one")
  func noDesk() throws {
    let room = try Room()
    let desk = room.path + "/caseload/desk.sqlite"
    #expect(try run(room, "private").status == 4)
    #expect(try run(room, "private", "1", "--tag", "x").status == 4)
    #expect(!FileManager.default.fileExists(atPath: desk))
    try room.takeSmall()
    #expect(try run(room, "private").status == 1)
    #expect(try run(room, "private", "1").status == 1)
    #expect(try run(room, "private", "99999", "--tag", "x").status == 1)
    #expect(!FileManager.default.fileExists(atPath: desk))
  }
}
