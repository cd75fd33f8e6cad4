import Foundation
import Testing

@Suite("The import command")
struct ImportTests {
  private static let rows =
    "Klantnummer;Naam;Werkcoach\nK-000001;Çelik, Aylin;J. de Vries\nK-000002;Berg, Jan;J. de Vries\n"
  private static let days = ["--drawn", "2026-11-20", "--today", "2026-11-21"]

  private static func take(_ room: Room, _ arguments: String...) throws -> Shell.Output {
    try Caseload.run(["import", "--store", room.store] + days + arguments, home: room.path)
  }

  private static func names(_ room: Room) throws -> [String] {
    try Answers(room.onStore("list", "--format", "json", "--today", "2026-11-21", "--sort", "number")).texts(
      "name")
  }

  @Test("without a terminal the day drawn is not guessed: exit 2, and nothing is made")
  func neverGuesses() throws {
    let room = try Room()
    let file = try room.write("export.csv", Self.rows)
    let done = try Caseload.run(
      ["import", "--store", room.store, file], input: "2026-11-20\n", home: room.path)
    #expect(done.status == 2)
    #expect(done.errors.contains("--drawn"))
    #expect(!FileManager.default.fileExists(atPath: room.store))
  }

  @Test("a dry run says what would be and leaves no store behind")
  func dryRunWithoutStore() throws {
    let room = try Room()
    let file = try room.write("export.csv", Self.rows + ";No Key;J. de Vries\n")
    let before = try FileManager.default.contentsOfDirectory(atPath: room.path)
    let done = try Self.take(room, file, "--dry-run")
    #expect(done.status == 3)
    #expect(done.text.contains("read 3 clients = 2 new + 0 changed + 0 unchanged + 1 refused"))
    #expect(done.text.contains("nothing was changed"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: room.path) == before)
  }

  @Test("a dry run on a store changes neither its bytes nor its journal")
  func dryRunOnStore() throws {
    let room = try Room()
    #expect(try Self.take(room, room.write("export.csv", Self.rows)).status == 0)
    let (head, bytes) = (
      try room.onStore("check", "--head").text, try Data(contentsOf: URL(fileURLWithPath: room.store))
    )
    let other = try room.write(
      "other.csv", Self.rows.replacingOccurrences(of: "Berg", with: "Burg") + "K-3;New, Nel;\n")
    let done = try Self.take(room, other, "--dry-run")
    #expect(done.text.contains("read 3 clients = 1 new + 1 changed + 1 unchanged + 0 refused"))
    #expect(try room.onStore("check", "--head").text == head)
    #expect(try Data(contentsOf: URL(fileURLWithPath: room.store)) == bytes)
    #expect(try Self.names(room) == ["Çelik, Aylin", "Berg, Jan"])
    let contacts = try room.write("contacts.csv", "klantnummer;held;kind\nK-000001;2026-11-01;gesprek\n")
    let both = try Self.take(room, other, "--contacts", contacts, "--dry-run")
    #expect(both.status == 2, "what a dry run cannot know is not said")
  }

  @Test("Windows-1252, UTF-16 and UTF-8 with a mark are found out and said")
  func encodings() throws {
    for (encoding, name, mark) in [
      (String.Encoding.windowsCP1252, "Windows-1252", []), (.utf16LittleEndian, "UTF-16", [0xFF, 0xFE]),
      (.utf16BigEndian, "UTF-16", [0xFE, 0xFF]), (.utf8, "UTF-8", [0xEF, 0xBB, 0xBF] as [UInt8]),
    ] {
      let room = try Room()
      let bytes = Data(mark) + (try #require(Self.rows.data(using: encoding)))
      let done = try Self.take(room, room.write("export.csv", bytes))
      #expect(done.status == 0, "\(done.errors)")
      #expect(done.text.lowercased().contains(name.lowercased()), "\(done.text)")
      #expect(try Self.names(room) == ["Çelik, Aylin", "Berg, Jan"], "\(name)")
    }
  }

  @Test("a mapping renames columns and values, splits licences and says what is empty")
  func mapping() throws {
    let room = try Room()
    let file = try room.write(
      "export.csv",
      "Nummer|Wie|Papieren|Stand\n7|Jan van den Berg|B+CE|loopt\n8|Aylin Çelik|weet niet|wacht\n")
    let mapping = try room.write(
      "department.toml",
      """
      mapping = 1
      name = "department"
      version = 3
      key = "Nummer"
      empty = ["weet niet"]
      [columns."Wie"]
      field = "name"
      name-order = "given prefix family"
      [columns."Papieren"]
      field = "licence"
      split = "+"
      [columns."Stand"]
      field = "status"
      values = { loopt = "active", wacht = "paused" }
      """)
    let done = try Self.take(room, file, "--mapping", mapping)
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.text.contains("mapping department, version 3"))
    let output = try room.onStore(
      "list", "--format", "json", "--columns", "number,name,licence,status", "--sort", "number")
    let rows = try Answers(output).rows
    try #require(rows.count == 2)
    #expect(rows[0]["name"] as? String == "Berg, Jan van den")
    #expect(rows[0]["licence"] as? [String] == ["B", "CE"])
    #expect(rows[0]["status"] as? String == "active")
    #expect(rows[1]["licence"] is NSNull)
    #expect(rows[1]["status"] as? String == "paused")
    let wrong = try room.write("wrong.toml", "mapping = 1\nname = \"x\"\nversion = 1\nkee = \"Nummer\"\n")
    let refused = try Self.take(room, file, "--mapping", wrong)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("kee"))
  }

  @Test(
    "contacts of clients who are not in the store are refused with a reason, in a file that can be mended")
  func contacts() throws {
    let room = try Room()
    #expect(try Self.take(room, room.write("export.csv", Self.rows)).status == 0)
    let file = try room.write(
      "contacts.csv",
      "klantnummer;held;kind;channel;story\nK-000001;2026-11-02;gesprek;telefoon;Talked.\nK-000009;2026-11-03;gesprek;video;Also talked.\n"
    )
    let done = try Self.take(room, "--contacts", file)
    #expect(done.status == 3)
    #expect(done.text.contains("read 2 contacts = 1 new + 0 changed + 0 unchanged + 1 refused"))
    #expect(done.errors.contains("refused line 3: no client in the store has this key"))
    #expect(done.text.contains("contacts are known from 2026-11-02 to 2026-11-20"))
    let refused = file + ".refused.csv"
    let mended = try room.read(refused).replacingOccurrences(of: "K-000009", with: "K-000002")
      .replacingOccurrences(of: "2026-11-03", with: "2026-05-04")
    _ = try room.write("contacts.csv.refused.csv", mended)
    let again = try Self.take(room, "--contacts", refused)
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.text.contains("read 1 contact = 1 new"))
    // A mended row of May does not say that all contacts are known from May on.
    #expect(!again.text.contains("contacts are known from"))
    let seen = try Answers(
      room.onStore(
        "list", "--format", "json", "--columns", "number,seen", "--sort", "number", "--today", "2026-11-21"))
    #expect(seen.texts("seen") == ["2026-11-02", "2026-05-04..2026-11-01"], "nothing is known between")
    let forgotten = try Answers(
      room.onStore("list", "@forgotten", "--unknown", "--format", "json", "--today", "2026-11-21"))
    #expect(forgotten.numbers(answer: "yes").isEmpty)
    #expect(forgotten.numbers(answer: "unknown") == [2])
  }

  @Test("undo-import takes back what nobody has touched since, once")
  func undo() throws {
    let room = try Room()
    #expect(try Self.take(room, room.write("export.csv", Self.rows)).status == 0)
    let changed = try room.write("later.csv", Self.rows.replacingOccurrences(of: "Berg", with: "Burg"))
    #expect(try Self.take(room, changed).status == 0)
    #expect(try Self.names(room) == ["Çelik, Aylin", "Burg, Jan"])
    let back = try room.onStore("undo-import", "2", "--today", "2026-11-21")
    #expect(back.status == 0, "\(back.errors)")
    #expect(back.text.contains("1 value put back"))
    #expect(try Self.names(room) == ["Çelik, Aylin", "Berg, Jan"])
    #expect(
      try room.onStore("undo-import", "2", "--today", "2026-11-21").status != 0, "it was taken back already")
    #expect(try room.onStore("undo-import", "77", "--today", "2026-11-21").status == 1)
    #expect(try room.onStore("check").status == 0)
  }

  @Test("undoing the first import removes who came with it")
  func undoFirst() throws {
    let room = try Room()
    #expect(try Self.take(room, room.write("export.csv", Self.rows)).status == 0)
    let gone = try room.onStore("undo-import", "1", "--today", "2026-11-21")
    #expect(gone.text.contains("2 clients"))
    #expect(try Self.names(room).isEmpty)
    #expect(try room.onStore("check").status == 0)
  }
}

extension OnATerminal {
  @Suite("An import on a terminal")
  struct AskingTests {
    @Test("it asks for the day drawn, proposes the file's, and takes no day that is to come")
    func asks() throws {
      let (room, tmux) = (try Room(), try Tmux(columns: 100, rows: 30))
      let file = try room.write("export.csv", "Klantnummer;Naam\nK-000001;Berg, Jan\n")
      // 17 November 2026, noon in any time zone of Europe.
      let day = Date(timeIntervalSince1970: 1_794_916_800)
      try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: file)
      let line = "\(Caseload.binary) import '\(file)' --store '\(room.store)' --today 2026-11-21"
      try tmux.command("clear; " + line)
      try tmux.wait(
        forText: "On which day was the export drawn?", "the file is of 2026-11-17; Enter takes that")
      try tmux.command("2026-11-31")
      try tmux.wait(forText: "That is no day. Write it as 2026-11-20.")
      try tmux.command("2026-11-22")
      try tmux.wait(forText: "That day is still to come.")
      try tmux.press("Enter")
      try tmux.wait(forText: "read 1 client = 1 new")
      let imports = try Answers(room.onStore("undo-import", "--format", "json"))
      #expect(imports.texts("drawn") == ["2026-11-17"])
      try tmux.command("clear; " + line)
      // The question of before may stand there until the shell has cleared it.
      try tmux.wait(for: "the question anew") {
        $0.contains("On which day") && !$0.contains("read 1 client")
      }
      try tmux.press("C-d")
      try tmux.wait(forText: "no day was given; nothing was imported")
    }
  }
}
