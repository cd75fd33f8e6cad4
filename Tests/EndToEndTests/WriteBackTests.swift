import Foundation
import Testing

@Suite("Changes for the register")
struct WriteBackTests {
  private static let today = ["--today", "2026-11-21"]
  private static let register =
    "Klantnummer;Naam;Werkcoach;Telefoon;Opleidingsniveau;Rijbewijs;Beschikbaar vanaf;Zwaar werk;Schulden\n"
    + "K-000001;Berg, Jan van den;J. de Vries;06-1;MBO 2;B;01/12/2026;nee;Onbekend\n"
    + "K-000002;Çelik, Aylin;J. de Vries;;HAVO;;15/12/2026;JA;\n"
    + "K-000003;Null, Maria;J. de Vries;06-3;;geen;;;nee\n"
  private static let answers =
    "Nummer;Ingevuld op;Telefoon;Opleidingsniveau;Rijbewijs;Beschikbaar vanaf;Zwaar werk;Schulden;Werkervaring\n"
    + "1;18-11-2026;;;;;;zeg ik liever niet;\n"
    + "2;19-11-2026;+31 6 1234;;A, B;;;ja;magazijn 2 jaar\n"
    + "3;10-11-2026;;mbo 4;;03-01-2027;ja;;\n"

  /// A store with a register's clients, and answers of theirs where it was silent.
  private static func made() throws -> (Room, export: String) {
    let room = try Room()
    let export = try room.write("export.csv", register)
    let form = try room.write("answers.csv", answers)
    let first = try Caseload.run(
      ["import", "--store", room.store, export, "--drawn", "2026-11-01"] + today, home: room.path)
    try #require(first.status == 0, "\(first.errors)")
    let second = try Caseload.run(
      ["import", "--store", room.store, "--questionnaire", form] + today, home: room.path)
    try #require(second.status == 0, "\(second.errors)")
    return (room, export)
  }

  private static func give(_ room: Room, _ output: String, _ more: [String]) throws -> Shell.Output {
    try Caseload.run(
      ["export", "--store", room.store, "--output", room.path + "/" + output] + today + more, home: room.path)
  }

  /// What a file holds, its byte order mark too.
  private static func bytes(_ room: Room, _ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: room.path + "/" + name)), as: UTF8.self)
  }

  @Test("the file has the register's columns and spelling, a row for each client, and is for one reader")
  func file() throws {
    let (room, export) = try Self.made()
    let done = try Self.give(room, "out.csv", ["--changes-since", "2026-11-01", "--like", export])
    #expect(done.status == 0, "\(done.errors)")
    #expect(
      try Self.bytes(room, "out.csv")
        == "\u{FEFF}Klantnummer;Telefoon;Opleidingsniveau;Rijbewijs;Beschikbaar vanaf;Zwaar werk;Schulden\n"
        + "K-000002;+31 6 1234;;A, B;;;ja\nK-000003;;mbo 4;;03/01/2027;JA;\n")
    let mode = try FileManager.default.attributesOfItem(atPath: room.path + "/out.csv")[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(done.text.contains("6 changes of 2 clients"), "\(done.text)")
    #expect(done.errors.contains("not in it: Debts 1× (its column has no word for"), "\(done.errors)")
    #expect(done.errors.contains("not in it: Experience 1× (the register has no column for it)"))
    #expect(!(done.text + done.errors).contains("K-0"), "a key was said")
    #expect(!(done.text + done.errors).contains("magazijn"), "an answer was said")
    #expect(try room.onStore("check").status == 0)
    let history = try room.onStore(["show", "2", "--history"] + Self.today).text
    #expect(history.contains("changes written for the register"))
  }

  @Test("given once, and again only when asked or when something is new; a floor of days is told of")
  func onlyNew() throws {
    let (room, export) = try Self.made()
    let since = ["--changes-since", "2026-11-15", "--like", export]
    let first = try Self.give(room, "1.csv", since)
    #expect(first.status == 0 && first.text.contains("3 changes of 1 client"), "\(first.text)\(first.errors)")
    #expect(first.errors.contains("3 changes of before 2026-11-15 were never handed over"))
    let second = try Self.give(room, "2.csv", since)
    #expect(second.status == 1 && second.text.contains("nothing to hand over"), "\(second.text)")
    #expect(!FileManager.default.fileExists(atPath: room.path + "/2.csv"))
    let again = try Self.give(room, "3.csv", since + ["--again"])
    #expect(again.status == 0)
    #expect(try room.read(room.path + "/3.csv") == room.read(room.path + "/1.csv"))
    // She answers anew: that alone is new.
    let form = try room.write("later.csv", "Nummer;Ingevuld op;Telefoon\n2;20-11-2026;06-2222\n")
    try room.onStore(["import", "--questionnaire", form] + Self.today)
    let third = try Self.give(room, "4.csv", since)
    #expect(third.status == 0)
    #expect(try Self.bytes(room, "4.csv") == "\u{FEFF}Klantnummer;Telefoon\nK-000002;06-2222\n")
    // The register has taken it in, and says so: nothing is new, nor when it says the same once more.
    let drawn = Self.register.replacingOccurrences(of: "Vries;;HAVO;;15", with: "Vries;06-2222;HAVO;A, B;15")
    try room.onStore(
      ["import", try room.write("export2.csv", drawn), "--drawn", "2026-11-20"] + Self.today)
    #expect(try Self.give(room, "5.csv", since).status == 1)
    #expect(try room.onStore("check").status == 0)
  }

  @Test("what is taken back after it was handed over is handed over too")
  func takenBack() throws {
    let (room, export) = try Self.made()
    let since = ["--changes-since", "2026-11-01", "--like", export]
    #expect(try Self.give(room, "1.csv", since).status == 0)
    #expect(try room.onStore("undo-import", "2").status == 0)
    let back = try Self.give(room, "2.csv", since)
    // The register's spelling has no word for empty: it is told of instead.
    #expect(back.status == 1, "\(back.text)")
    #expect(back.errors.contains("not in it: Phone 1× (its column has no word"), "\(back.errors)")
    let mapping = try room.write(
      "register.toml",
      """
      name = "Waterstad"
      key = "Klantnummer"
      empty = ["NNB"]
      [columns.Telefoon]
      field = "phone"
      [columns.Opleidingsniveau]
      field = "education"
      values = { "Mbo-4" = "mbo4" }
      """)
    let told = try Self.give(room, "3.csv", ["--changes-since", "2026-11-01", "--mapping", mapping])
    #expect(told.status == 0)
    #expect(
      try Self.bytes(room, "3.csv")
        == "\u{FEFF}Klantnummer;Telefoon;Opleidingsniveau\nK-000002;NNB;\nK-000003;;NNB\n")
    #expect(told.errors.contains("not in it: Debts 1× (the register has no column for it)"), "\(told.errors)")
  }

  @Test("taken in again by the same mapping it changes nothing and offers nothing")
  func roundTrip() throws {
    let (room, export) = try Self.made()
    #expect(try Self.give(room, "out.csv", ["--changes-since", "2026-11-01", "--like", export]).status == 0)
    let back = try room.onStore(
      ["import", room.path + "/out.csv", "--changes-only", "--drawn", "2026-11-21"] + Self.today)
    #expect(back.status == 0, "\(back.errors)")
    #expect(
      back.text.contains("read 2 clients = 0 new + 0 changed + 2 unchanged + 0 refused"), "\(back.text)")
    #expect(!back.text.contains("both are kept"))
    let strange = try room.write("strange.csv", "Klantnummer;Telefoon\nK-9;06-9\n")
    let refused = try room.onStore(
      ["import", strange, "--changes-only", "--drawn", "2026-11-21"] + Self.today)
    #expect(refused.status == 3 && refused.errors.contains("no client in the store has this key"))
    #expect(try room.read(strange + ".refused.csv").contains("K-9"))
  }

  @Test("a file that cannot be written is not noted, and a screen or a pipe gets no key")
  func notWritten() throws {
    let (room, export) = try Self.made()
    let since = ["--changes-since", "2026-11-01", "--like", export]
    for place in ["nowhere/out.csv", "export.csv"] {
      let done = try Self.give(room, place, since)
      #expect(done.status != 0 && !done.errors.isEmpty)
    }
    #expect(try room.read(export) == Self.register)
    for place in ["-", "/dev/stdout", "/dev/tty", "/dev/full"] {
      let done = try Caseload.run(
        ["export", "--store", room.store, "--output", place] + Self.today + since, home: room.path)
      #expect(done.status == 2 && !done.text.contains("K-0"), "\(place): \(done.errors)")
    }
    #expect(try Self.give(room, "out.csv", since).text.contains("6 changes of 2 clients"))
  }

  @Test("a disk that fills up leaves no file and nothing noted")
  func fullDisk() throws {
    let room = try Room()
    let numbers = 1...60
    let long = String(repeating: "0123456789", count: 900)
    let export = try room.write(
      "export.csv", "Klantnummer;Naam;Telefoon\n" + numbers.map { "K-\($0);A;\n" }.joined())
    let form = try room.write(
      "answers.csv", "Nummer;Ingevuld op;Telefoon\n" + numbers.map { "\($0);20-11-2026;\(long)\n" }.joined())
    #expect(try room.onStore(["import", export, "--drawn", "2026-11-01"] + Self.today).status == 0)
    #expect(try room.onStore(["import", "--questionnaire", form] + Self.today).status == 0)
    let since = ["--changes-since", "2026-11-01", "--like", export]
    // No file may grow beyond 256 KiB here, as on a disk that is nearly full: the store's are smaller, for it is only
    // read.
    let words = ["export", "--store", room.store, "--output", room.path + "/out.csv"] + Self.today + since
    let line = ([Caseload.binary] + words).map { "'\($0)'" }.joined(separator: " ")
    let done = try Shell.run(
      "/bin/sh", ["-c", "trap '' XFSZ; ulimit -f 512; exec \(line)"],
      environment: Caseload.environment(home: room.path))
    #expect(done.status == 4 && done.errors.contains("cannot write"), "\(done.status) \(done.errors)")
    let there = try FileManager.default.contentsOfDirectory(atPath: room.path)
    #expect(!there.contains { $0 == "out.csv" || $0.hasPrefix(".caseload") }, "\(there)")
    #expect(try Self.give(room, "out.csv", since).text.contains("60 changes of 60 clients"))
  }

  @Test("what could run in a spreadsheet is told of, not written and not altered")
  func formulas() throws {
    let (room, export) = try Self.made()
    let form = try room.write(
      "hostile.csv",
      "Nummer;Ingevuld op;Telefoon\n1;20-11-2026;x\n2;20-11-2026;\"=HYPERLINK(\"\"http://x\"\")\"\n")
    try room.onStore(["import", "--questionnaire", form] + Self.today)
    let done = try Self.give(room, "out.csv", ["--changes-since", "2026-11-20", "--like", export])
    #expect(done.status == 1, "\(done.text)")
    #expect(done.errors.contains("not in it: Phone 1× (a spreadsheet could run it"), "\(done.errors)")
    #expect(!done.errors.contains("HYPERLINK"))
  }

  @Test("options that do not go together, and a register whose columns nobody knows")
  func usage() throws {
    let (room, export) = try Self.made()
    let since = ["--changes-since", "2026-11-01"]
    for more in [
      since, since + ["--profiles"], ["--like", export], ["--profiles", "--again"], since + ["track:work"],
      ["--changes-since", "2026-11-22", "--like", export], since + ["--like", room.path + "/none.csv"],
    ] {
      let done = try Self.give(room, "out.csv", more)
      #expect(done.status == 2, "\(more): \(done.status) \(done.errors)")
      #expect(!FileManager.default.fileExists(atPath: room.path + "/out.csv"))
    }
    for more in [["--changes-only"], ["--changes-only", "--contacts", export]] {
      #expect(try room.onStore(["import"] + more + Self.today).status == 2)
    }
  }
}
