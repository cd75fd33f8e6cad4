import Foundation
import Testing

/// What is typed into the shell, and is nearly right.
@Suite("Words of the shell") struct ShellWordsTests {
  private static let clients = "klantnummer;naam\nK-000001;Bakker, Fatima\nK-000002;Berg, Jan van den\n"
  private static let contacts =
    "klantnummer;held;kind;channel;story\nK-000001;2026-11-02;gesprek;telefoon;Talked.\n"

  private static func take(_ room: Room, _ arguments: String...) throws -> Shell.Output {
    try room.onStore(["import"] + arguments + ["--today", "2026-11-21"])
  }

  @Test("an owner, a team or a command that is none is told by the names there are")
  func names() throws {
    let room = try Room()
    try room.takeDemo()
    let owner = try room.onStore(["settings", "owner", "J. de Vreis"])
    #expect(owner.status == 2 && owner.errors.contains("J. de Vries"), "\(owner.errors)")
    #expect(try room.onStore(["list"]).text.contains("of 117"))
    let team = try room.onStore(["list", "--team", "Noord 9"])
    #expect(team.status == 1 && team.errors.contains("Noord 2") && !team.errors.contains("de Vries"))
    let command = try room.caseload("lst")
    #expect(command.status == 2 && command.errors.contains("did you mean: caseload list"))
    #expect(try room.caseload("xyzzy").errors.contains("caseload --help"))
    let help = try room.caseload("--help", "--language", "nl")
    #expect(help.status == 0 && help.text.contains("doctor") && help.text.contains("import"))
  }

  @Test("a term with a minus works in the shell as it does on the screen")
  func minus() throws {
    let room = try Room()
    try room.takeDemo()
    for (minus, not) in [("-has:cv", "not has:cv"), ("-@forgotten", "not @forgotten")] {
      let found = try room.onStore(["list", minus, "--format", "tsv"])
      #expect(found.status == 0 && found.text.split(separator: "\n").count > 5, "\(found.errors)")
      #expect(try found.text == room.onStore(["list", not, "--format", "tsv"]).text)
    }
  }

  @Test("days may be typed as the Netherlands write them; a history from after the day drawn is refused")
  func days() throws {
    let room = try Room()
    let done = try Self.take(room, room.write("export.csv", Self.clients), "--drawn", "20-11-2026")
    #expect(done.status == 0, "\(done.errors)")
    let since = try Self.take(
      room, "--contacts", room.write("contacts.csv", Self.contacts), "--drawn", "2026-11-20", "--since",
      "2027-11-01")
    #expect(since.status == 2 && since.errors.contains("2027-11-01"))
    #expect(try Self.take(room, room.path + "/export.csv", "--drawn", "11-2026").status == 2)
  }

  @Test("a command that is proposed names the store that was named")
  func proposals() throws {
    let room = try Room()
    let done = try Self.take(room, room.write("export.csv", Self.clients), "--drawn", "2026-11-20")
    #expect(done.text.contains("caseload undo-import 1 --store \(room.store)"), "\(done.text)")
    let json = try Self.take(room, room.write("it's.json", "[]"), "--drawn", "2026-11-20")
    #expect(
      json.status == 2 && json.errors.contains("--profiles '\(room.path)/it'\\''s.json'"), "\(json.errors)")
  }

  @Test("a file that is not there is said in the user's language")
  func notThere() throws {
    let room = try Room()
    let done = try room.onStore(
      ["import", room.path + "/nergens.csv", "--drawn", "2026-11-20", "--language", "nl"])
    #expect(done.status == 2 && done.errors.contains("zo'n bestand of map is er niet"), "\(done.errors)")
  }
}
