import Foundation
import Testing

/// Registers as they come: spreadsheets, mappings that are proposed, and what goes wrong around an import.
@Suite("Registers as they are")
struct RegisterTests {
  private static let days = ["--drawn", "2026-11-20", "--today", "2026-11-21"]
  private static let rows =
    "Klantnummer;Naam;Werkcoach;Opleidingsnivau\n1;Null, Jan;J. de Vries;MBO\n2;Vos, Piet;J. de Vries;HBO\n"

  private static func take(_ room: Room, _ arguments: String...) throws -> Shell.Output {
    try Caseload.run(["import", "--store", room.store] + days + arguments, home: room.path)
  }

  @Test(
    "the published example gives the same clients from its spreadsheet",
    .enabled(if: Caseload.sharedData != nil, Caseload.noSharedData))
  func spreadsheet() throws {
    let shared = try #require(Caseload.sharedData) + "/register/SonarDashboardExample."
    var lists: [String] = []
    for end in ["csv", "xlsx"] {
      let room = try Room()
      let file = try room.write("export." + end, Data(contentsOf: URL(fileURLWithPath: shared + end)))
      let done = try Self.take(room, file)
      #expect(done.status == 3 && done.text.contains("read 24 clients = 23 new"))
      #expect(done.errors.contains("the key of line 9 stands in line 8 already"))
      lists.append(
        try room.onStore(
          "list", "--all", "--format", "csv", "--today", "2026-11-21", "--columns",
          "name,intake,licence,education"
        ).text)
    }
    #expect(lists[0] == lists[1] && !lists[0].isEmpty)
  }

  @Test(
    "a spreadsheet that is cut off changes nothing, and says so",
    .enabled(if: Caseload.sharedData != nil, Caseload.noSharedData))
  func damaged() throws {
    let shared = try #require(Caseload.sharedData) + "/register/SonarDashboardExample.xlsx"
    let room = try Room()
    let file = try room.write("export.xlsx", Data(contentsOf: URL(fileURLWithPath: shared)).prefix(9_000))
    let done = try Self.take(room, file)
    #expect(done.status == 3 && done.errors.contains("damaged") && done.errors.contains("nothing was taken"))
    let dutch = try Self.take(room, file, "--language", "nl")
    #expect(dutch.errors.contains("beschadigd"))
  }

  @Test("a proposed mapping goes to standard output or into a new file, and serves the import")
  func suggestion() throws {
    let room = try Room()
    let file = try room.write("export.csv", Self.rows)
    let shown = try room.caseload("import", "--suggest-mapping", file)
    #expect(shown.status == 0 && shown.text.contains("[columns.\"Opleidingsnivau\"]\nfield = \"education\""))
    #expect(!shown.text.contains("Vos"))
    let mapping = room.path + "/map.toml"
    let written = try room.caseload(
      "import", "--suggest-mapping", file, "--output", mapping, "--language", "nl")
    #expect(written.status == 0 && written.text.contains("is geschreven"))
    let mode = try FileManager.default.attributesOfItem(atPath: mapping)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try room.caseload("import", "--suggest-mapping", file, "--output", mapping).status == 2)
    #expect(try Self.take(room, file, "--mapping", mapping).status == 0)
    let list = try room.onStore(
      "list", "--today", "2026-11-21", "--format", "csv", "--columns", "name,education")
    #expect(list.text.contains("Null") && list.text.contains("hbo"))
  }

  @Test("a file that is not there was asked for wrongly: exit 2", arguments: ["nowhere.csv", "."])
  func missing(name: String) throws {
    let room = try Room()
    _ = try Self.take(room, room.write("first.csv", Self.rows))
    #expect(try Self.take(room, "--contacts", room.path + "/" + name).status == 2 || name == ".")
    #expect(try room.caseload("import", "--suggest-mapping", room.path + "/" + name).status == 2)
    let file = try room.write("export.csv", Self.rows)
    #expect(try Self.take(room, file, "--sheet", "A").status == 2)
  }

  @Test("refused rows of an earlier import do not stay under the name of one that refused none")
  func earlierRefusals() throws {
    let room = try Room()
    let file = try room.write("export.csv", Self.rows + ";Kok;x;y\n")
    #expect(try Self.take(room, file).status == 3)
    #expect(FileManager.default.fileExists(atPath: file + ".refused.csv"))
    _ = try room.write("export.csv", Self.rows)
    let dry = try Self.take(room, file, "--dry-run")
    #expect(dry.status == 0 && FileManager.default.fileExists(atPath: file + ".refused.csv"))
    let clean = try Self.take(room, file)
    #expect(clean.status == 0 && clean.errors.contains("export.csv.refused-earlier-1.csv"))
    #expect(!FileManager.default.fileExists(atPath: file + ".refused.csv"))
    #expect(try String(contentsOfFile: file + ".refused-earlier-1.csv", encoding: .utf8).contains("Kok"))
  }

  @Test("an export given as the store is left as it is, with nothing beside it")
  func exportAsStore() throws {
    let room = try Room()
    let file = try room.write("export.csv", Self.rows)
    let before = try FileManager.default.contentsOfDirectory(atPath: room.path)
    for command in [["import", file, "--drawn", "2026-11-20"], ["list"], ["check"]] {
      let done = try Caseload.run(command + ["--store", file, "--today", "2026-11-21"], home: room.path)
      #expect(
        done.status == 4 && done.errors.contains("is not a caseload store"), "\(command): \(done.errors)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: room.path).sorted() == before.sorted())
    #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.rows)
  }

  @Test("a demonstration that fails leaves no half-made store")
  func failedDemo() throws {
    let room = try Room()
    _ = try room.write("register.csv", Self.rows)
    _ = try room.write("contacts.csv", "")
    let done = try room.caseload("demo", "--store", room.store, "--fixtures", room.path)
    #expect(done.status != 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: room.path)
    #expect(!left.contains { $0.hasPrefix("store.sqlite") }, "\(left)")
  }

  @Test("an import on a terminal shows how far it is, and takes its line away when it is done")
  func progress() throws {
    let room = try Room()
    let many = (1...3000).map { "\($0);Vos, Piet;J. de Vries;MBO\n" }.joined()
    let file = try room.write("export.csv", "Klantnummer;Naam;Werkcoach;Opleiding\n" + many)
    let tmux = try Tmux(columns: 100, rows: 24)
    let log = room.path + "/terminal"
    try tmux.record(to: log)
    try tmux.command(
      "\(Caseload.binary) import \(file) --store \(room.store) --drawn 2026-11-20 --today 2026-11-21; echo done"
    )
    let screen = try tmux.wait(for: "the end") { $0.contains("undo-import 1") && $0.contains("\ndone") }
    #expect(screen.contains("read 3000 clients = 3000 new"))
    #expect(!screen.contains("reading ") && !screen.contains("merging "))
    let seen = try String(decoding: Data(contentsOf: URL(fileURLWithPath: log)), as: UTF8.self)
    for stage in ["reading", "merging"] {
      #expect(seen.contains("\(stage) ######################### 100 %"), "\(stage)")
    }
  }
}
