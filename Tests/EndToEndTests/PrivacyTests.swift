import Foundation
import Testing

@Suite("The register's keys")
struct PrivacyTests {
  /// The keys of the small fixture: K-900001 and so on. No telephone number or other text of it has six digits so.
  private static var key: Regex<Substring> { /K-?9000\d\d/ }

  private static func expectNone(_ output: Shell.Output, _ what: String) {
    #expect(!output.text.contains(key), "\(what) shows a key")
    #expect(!output.errors.contains(key), "\(what) says a key")
  }

  /// The fields that `list` takes as columns: all but those it names when it refuses.
  private static func listable(_ room: Room) throws -> [String] {
    var fields = try Answers(room.caseload("fields", "--format", "json")).texts("field")
    while true {
      let output = try room.onStore("list", "--columns", fields.joined(separator: ","))
      guard let refused = output.errors.firstMatch(of: /the field (\S+) cannot be used here/)?.1 else {
        return fields
      }
      fields.removeAll { $0 == refused }
    }
  }

  @Test("no command prints one, in any format")
  func commands() throws {
    let room = try Room()
    try room.takeSmall()
    #expect(try room.read(Caseload.fixture("small-register.csv")).contains(Self.key))
    let columns = try Self.listable(room)
    #expect(columns.count > 40)
    for format in ["table", "tsv", "csv", "json"] {
      for command in [["list"], ["facets"], ["worklists"], ["undo-import"]]
        + [1, 9, 14, 17].map({ ["show", "\($0)"] })
      {
        let output = try Caseload.run(
          [command[0], "--store", room.store] + command.dropFirst() + ["--format", format], home: room.path)
        Self.expectNone(output, "\(command) \(format)")
      }
      // Every column that can be listed, of everybody.
      let output = try room.onStore("list", "--columns", columns.joined(separator: ","), "--format", format)
      #expect(output.status == 0)
      Self.expectNone(output, "a list of all columns")
    }
    Self.expectNone(try room.onStore("check"), "check")
    Self.expectNone(try room.onStore("check", "--head"), "check --head")
  }

  @Test("a filter finds nobody by one, and says nothing of one")
  func filters() throws {
    let room = try Room()
    try room.takeSmall()
    for filter in ["K-900001", "900001", "name:900001", "note:900001"] {
      #expect(try room.onStore("list", filter).status == 1, "\(filter) found somebody")
    }
    #expect(try room.onStore("list", "key:900001").status == 2)
  }

  @Test("imports name lines, not keys: twice the same one, unknown ones, and texts that cannot be kept")
  func imports() throws {
    let room = try Room()
    try room.takeSmall()
    let twice = try room.write("twice.csv", "Klantnummer;Naam\nK-900001;Bakker, Els\nK-900001;Bakker, Elsa\n")
    let first = try room.onStore(
      "import", twice, "--drawn", "2028-02-29", "--today", "2028-02-29", "--partial")
    #expect(first.status == 3)
    Self.expectNone(first, "an import with a key that stands twice")
    let unknown = try room.write("unknown.csv", "klantnummer;held;kind\nK-900099;2028-02-01;gesprek\n")
    let second = try room.onStore(
      "import", "--contacts", unknown, "--drawn", "2028-02-29", "--today", "2028-02-29")
    #expect(second.status == 3)
    Self.expectNone(second, "contacts of a client nobody knows")
    let broken = try room.write(
      "broken.csv", Data("Klantnummer;Naam\nK-900002;Be\0rg\nK-900003;\u{FF}\n".utf8))
    let third = try room.onStore(
      "import", broken, "--drawn", "2028-02-29", "--today", "2028-02-29", "--partial")
    #expect(third.status == 3)
    Self.expectNone(third, "a text with a NUL")
    let undone = try room.onStore("undo-import", "1", "--today", "2028-02-29")
    Self.expectNone(undone, "undo-import")
  }

  @Test("a damaged row is named without one")
  func damaged() throws {
    let room = try Room()
    try room.takeSmall()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: room.store)))
    let name = Array("Bakker".utf8)
    let places = bytes.indices.dropLast(name.count).filter {
      bytes[$0..<($0 + name.count)].elementsEqual(name)
    }
    try #require(!places.isEmpty)
    for place in places { bytes[place] = UInt8(ascii: "R") }
    try Data(bytes).write(to: URL(fileURLWithPath: room.store))
    chmod(room.store, 0o600)
    let done = try room.onStore("check")
    #expect(done.status == 4)
    #expect(!done.errors.isEmpty && !done.errors.contains("Rakker"))
    Self.expectNone(done, "check of a damaged store")
  }

  @Test("the program takes no key as an argument: ps shows a number of the store's own")
  func arguments() throws {
    let room = try Room()
    try room.takeSmall()
    for key in ["K-900001", "900001"] {
      #expect(try room.onStore("show", key).status != 0)
    }
  }
}
