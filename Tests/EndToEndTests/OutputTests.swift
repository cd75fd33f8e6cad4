import Foundation
import Testing

@Suite("What the commands print")
struct OutputTests {
  /// A register with a name that a spreadsheet would run.
  private static func hostile() throws -> Room {
    let room = try Room()
    let file = try room.write(
      "register.csv",
      "Klantnummer;Naam;Werkcoach\nK-000001;=cmd();J. de Vries\nK-000002;+31\t@SUM(A1);J. de Vries\n")
    try #require(
      try room.onStore("import", file, "--drawn", "2026-11-20", "--today", "2026-11-21").status == 0)
    return room
  }

  @Test("csv is safe in a spreadsheet: no cell begins as a formula does")
  func spreadsheet() throws {
    let room = try Self.hostile()
    let csv = try room.onStore("list", "--format", "csv", "--today", "2026-11-21").text
    #expect(csv.contains("cmd()"))
    for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
      let name = line.split(separator: ",")[1].drop { $0 == "\"" }
      #expect(name.unicodeScalars.first.map { !"=+-@\t\r".unicodeScalars.contains($0) } == true, "\(line)")
    }
  }

  @Test("json parses, has the store's number and the ids of fields, and is what was asked for")
  func json() throws {
    let room = try Self.hostile()
    let listed = try Answers(room.onStore("list", "--format", "json", "--columns", "number,name,licence,cv"))
    #expect(listed.rows.count == 2)
    for row in listed.rows { #expect(Set(row.keys) == ["number", "name", "licence", "cv"]) }
    #expect(Set(listed.rows.compactMap { $0["number"] as? Int }) == [1, 2])
    #expect(listed.texts("name").contains { $0.contains("=cmd()") }, "json gives the text as it is")
    for command in [["show", "1"], ["facets"], ["worklists"], ["undo-import"]] {
      let output = try Caseload.run(
        [command[0], "--store", room.store] + command.dropFirst() + ["--format", "json"], home: room.path)
      #expect(output.status == 0)
      #expect(try !Answers(output).rows.isEmpty, "\(command)")
    }
    #expect(try Answers(room.caseload("fields", "--format", "json")).texts("field").contains("licence"))
  }

  @Test("the same day gives the same answer, another day another")
  func reproducible() throws {
    let room = try Room()
    try room.takeSmall()
    let ask = { (day: String) in
      try room.onStore("list", "@forgotten", "--today", day, "--format", "table").text
    }
    #expect(try ask("2028-03-01") == ask("2028-03-01"))
    #expect(try ask("2028-03-01") != ask("2028-05-30"))
  }

  @Test(
    "a pipe gets no escape sequences and no progress from any command",
    arguments: ["table", "tsv", "csv", "json"])
  func plain(format: String) throws {
    let room = try Room()
    try room.takeSmall()
    for command in [["list"], ["show", "1"], ["facets"], ["worklists"], ["undo-import"]] {
      let output = try Caseload.run(
        [command[0], "--store", room.store] + command.dropFirst() + ["--format", format], home: room.path)
      #expect(output.status == 0)
      #expect(!output.text.isEmpty)
      #expect(!(output.text + output.errors).unicodeScalars.contains("\u{1B}"), "\(command)")
      #expect(!(output.text + output.errors).unicodeScalars.contains("\r"), "\(command)")
    }
  }

  @Test("a reader that goes away ends the output quietly")
  func head() throws {
    let room = try Room()
    try room.takeDemo()
    let done = try Shell.run(
      "/bin/bash",
      [
        "-c", "\"$0\" list --store \"$1\" | head -1; echo code=${PIPESTATUS[0]}", Caseload.binary, room.store,
      ],
      environment: Caseload.environment(home: room.path))
    #expect(done.text.contains("code=0"))
    #expect(done.errors.isEmpty)
  }

  @Test("a list is the same clients in every format")
  func formats() throws {
    let room = try Room()
    try room.takeSmall()
    let lines = { (format: String) in
      try room.onStore("list", "--today", "2028-03-01", "--format", format).text.split(separator: "\n").count
    }
    #expect(try lines("csv") == 17)
    #expect(try lines("tsv") == 17)
    #expect(try lines("table") == 18)
    #expect(try Answers(room.onStore("list", "--today", "2028-03-01", "--format", "json")).rows.count == 16)
  }
}

@Suite("How commands end")
struct ExitCodeTests {
  @Test("0 found, 1 nothing found")
  func found() throws {
    let room = try Room()
    try room.takeSmall()
    #expect(try room.onStore("list", "bakker").status == 0)
    #expect(try room.onStore("list", "nobody-has-this-name").status == 1)
    #expect(try room.onStore("facets", "nobody-has-this-name").status == 1)
    #expect(try room.onStore("show", "1").status == 0)
    #expect(try room.onStore("show", "4000").status == 1)
    #expect(try room.onStore("check").status == 0)
    #expect(try room.caseload("--help").status == 0)
    #expect(try room.caseload("--version").status == 0)
  }

  @Test(
    "2 not understood",
    arguments: [
      ["list", "--no-such-option"], ["no-such-command", "x"], ["list", "educaton<=mbo2"], ["list", "seen>"],
      ["list", "--today", "2028-02-30"], ["list", "--format", "xml"], ["list", "--columns", "coat"],
      ["list", "--sort", "coat"], ["show", "nobody"], ["show"], ["import"],
      ["import", "x.csv", "--drawn", "soon"],
      ["dashboard", "--scheme", "plaid"],
    ])
  func usage(arguments: [String]) throws {
    let room = try Room()
    try room.takeSmall()
    let done = try Caseload.run(
      [arguments[0], "--store", room.store] + arguments.dropFirst(), home: room.path)
    #expect(done.status == 2)
    #expect(done.text.isEmpty, "what went wrong belongs on standard error")
    #expect(!done.errors.isEmpty)
  }

  @Test("an error in a filter shows the place and the nearest word")
  func caret() throws {
    let room = try Room()
    try room.takeSmall()
    let errors = try room.onStore("list", "seen>3m educaton<=mbo2").errors.components(separatedBy: "\n")
    #expect(errors.count >= 3)
    let place = try #require(errors[0].range(of: "educaton"))
    let caret = try #require(errors[1].firstIndex(of: "^"))
    #expect(
      errors[0].distance(from: errors[0].startIndex, to: place.lowerBound)
        == errors[1].distance(from: errors[1].startIndex, to: caret))
    #expect(errors[2].contains("no field \"educaton\"; did you mean education?"))
  }

  @Test("3 data refused: a row without a key, and a file without a key's column")
  func refused() throws {
    let room = try Room()
    let rows = try room.write("rows.csv", "Klantnummer;Naam\nK-000001;Bakker, Els\n;Berg, Jan\n")
    let done = try room.onStore("import", rows, "--drawn", "2026-11-20", "--today", "2026-11-21")
    #expect(done.status == 3)
    #expect(done.errors.contains("refused line 3: no register key"))
    let keyless = try room.write("keyless.csv", "Naam;Team\nBakker, Els;Noord\n")
    #expect(try room.onStore("import", keyless, "--drawn", "2026-11-20", "--today", "2026-11-21").status == 3)
    #expect(try Answers(room.onStore("list", "--format", "json")).rows.count == 1)
  }

  @Test("4 no store, or no store of ours; it is left as it is")
  func store() throws {
    let room = try Room()
    for command in [
      ["list"], ["show", "1"], ["facets"], ["worklists"], ["check"], ["undo-import"], ["dashboard"],
    ] {
      let done = try Caseload.run(
        [command[0], "--store", room.store] + command.dropFirst(), home: room.path)
      #expect(done.status == 4, "\(command)")
      #expect(done.errors.contains("there is no store yet"))
      #expect(!FileManager.default.fileExists(atPath: room.store), "\(command) made a store")
    }
    let text = "this is a letter, and it must not be lost\n"
    _ = try room.write("store.sqlite", text)
    chmod(room.store, 0o600)
    let done = try room.onStore("list")
    #expect(done.status == 4)
    #expect(try room.read(room.store) == text)
  }
}
