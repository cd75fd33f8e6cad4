import Foundation
import Testing

/// What a new user does wrong: the program says what is wrong and what helps, and changes nothing.
@Suite("Mistakes of a new user", .serialized) struct MistakeTests {
  private static let clients = "klantnummer;naam\nK-000001;Bakker, Fatima\nK-000002;Berg, Jan van den\n"
  private static let contacts =
    "klantnummer;held;kind;channel;story\nK-000001;2026-11-02;gesprek;telefoon;Talked.\n"

  private static func take(_ room: Room, _ arguments: String...) throws -> Shell.Output {
    try room.onStore(["import"] + arguments + ["--today", "2026-11-21"])
  }

  @Test("an export of a day that is to come is not taken")
  func dayToCome() throws {
    let room = try Room()
    let done = try Self.take(room, room.write("export.csv", Self.clients), "--drawn", "2027-11-20")
    #expect(done.status == 2)
    #expect(done.errors.contains("still to come"))
  }

  @Test("a file of contacts is not taken for clients")
  func contactsAsClients() throws {
    let room = try Room()
    let done = try Self.take(room, room.write("contacts.csv", Self.contacts), "--drawn", "2026-11-20")
    #expect(done.status == 3)
    #expect(done.errors.contains("--contacts"))
  }

  @Test("contacts before there are clients: import the export first")
  func contactsFirst() throws {
    let room = try Room()
    let done = try Self.take(
      room, "--contacts", room.write("contacts.csv", Self.contacts), "--drawn", "2026-11-20")
    #expect(done.status == 3)
    #expect(done.errors.contains("import the register's export first"))
    #expect(!FileManager.default.fileExists(atPath: room.path + "/contacts.csv.refused.csv"))
  }

  @Test("an import on which a later one rests is not taken back half, and the order is said")
  func undoOrder() throws {
    let room = try Room()
    _ = try Self.take(room, room.write("export.csv", Self.clients), "--drawn", "2026-11-20")
    _ = try Self.take(
      room, "--contacts", room.write("contacts.csv", Self.contacts), "--drawn", "2026-11-20")
    let early = try room.onStore(["undo-import", "1"])
    #expect(early.status == 3)
    #expect(early.errors.contains("caseload undo-import 2 1"))
    let both = try room.onStore(["undo-import", "2", "1"])
    #expect(both.status == 0, "\(both.errors)")
    #expect(try room.onStore(["list"]).status == 1)
    #expect(try room.onStore(["undo-import", "1"]).errors.contains("taken back already"))
  }

  @Test("never and unknown differ in every format, and unknown: finds who is unknown")
  func neverAndUnknown() throws {
    let room = try Room()
    let export =
      "klantnummer;naam;datum intake\nK-000001;Bakker, Fatima;05-11-2026\nK-000002;Berg, Jan;01-01-2024\n"
    _ = try Self.take(room, room.write("export.csv", export), "--drawn", "2026-11-20")
    let contacts = Self.contacts.replacingOccurrences(of: "2026-11-02", with: "2026-11-06")
      .replacingOccurrences(of: "K-000001", with: "K-000002")
    let options = [
      "list", "--columns", "number,seen", "--sort", "number", "--format", "csv", "--today", "2026-11-21",
    ]
    #expect(try room.onStore(options).text == "number,seen\n1,unknown\n2,unknown\n")
    #expect(try room.onStore(["list", "unknown:seen", "--today", "2026-11-21"]).status == 0)
    _ = try Self.take(
      room, "--contacts", room.write("contacts.csv", contacts), "--drawn", "2026-11-20", "--since",
      "2026-11-01")
    #expect(try room.onStore(options).text == "number,seen\n1,never\n2,2026-11-06\n")
    #expect(try room.onStore(["list", "unknown:seen", "--today", "2026-11-21"]).status == 1)
  }

  @Test("a sort the other way round, and a filter that looks like an option")
  func dashes() throws {
    let room = try Room()
    _ = try Self.take(room, room.write("export.csv", Self.clients), "--drawn", "2026-11-20")
    let down = try room.onStore(["list", "--sort", "-number", "--columns", "number", "--format", "tsv"])
    #expect(down.text == "number\n2\n1\n")
    // Without any of a filter's signs it cannot be told from options of one letter.
    let taken = try room.onStore(["list", "-bakker"])
    #expect(taken.status == 2)
    #expect(taken.errors.contains("or with not"))
  }

  @Test("a setting is changed with a reason, and its history is kept")
  func settings() throws {
    let room = try Room()
    _ = try Self.take(room, room.write("export.csv", Self.clients), "--drawn", "2026-11-20")
    #expect(
      try room.onStore(["settings", "forgotten-after", "4x", "--reason", "r"]).errors.contains("it is now 3m")
    )
    #expect(try room.onStore(["settings", "forgotten-after", "4m"]).status == 2)
    #expect(try room.onStore(["settings", "forgotten-after", "4m", "--reason", "agreed"]).status == 0)
    let history = try room.onStore(["settings", "forgotten-after", "--format", "tsv"]).text
    #expect(history.split(separator: "\n").dropFirst().map { $0.split(separator: "\t")[1] } == ["3m", "4m"])
  }
}
