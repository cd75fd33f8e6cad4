import Foundation
import Testing

@Suite("caseload demo")
struct DemoTests {
  private static func make(_ room: Room, _ seed: String, clients: String = "300") throws {
    let done = try room.onStore(
      "demo", "--clients", clients, "--seed", seed, "--today", "2026-11-21")
    try #require(done.status == 0, "\(done.errors)")
  }

  /// What three commands answer of a store.
  private static func answers(_ room: Room) throws -> [String] {
    let today = ["--today", "2026-11-21"]
    return try [
      ["list", "--all", "--columns", "number,name,age,seen,next,education,hours,skills", "--format", "csv"],
      ["facets", "--all"], ["show", "17"],
    ].map { words in
      let output = try Caseload.run(
        [words[0], "--store", room.store] + words.dropFirst() + today, home: room.path)
      try #require(output.status == 0, "\(output.errors)")
      return output.text
    }
  }

  @Test("the same seed answers the same byte for byte, another seed does not")
  func seeds() throws {
    let rooms = try [Room(), Room(), Room()]
    for (room, seed) in zip(rooms, ["7", "7", "8"]) { try Self.make(room, seed) }
    let answers = try rooms.map { try Self.answers($0) }
    #expect(answers[0] == answers[1])
    for (one, other) in zip(answers[0], answers[2]) { #expect(one != other) }
    #expect(try rooms[0].onStore("check").status == 0, "the store is whole")
    #expect(answers[0][0].split(separator: "\n").count > 280)
  }

  @Test("one client is a department too; none, or too many, is not")
  func sizes() throws {
    let room = try Room()
    try Self.make(room, "1", clients: "1")
    #expect(try room.onStore("list", "--all", "--format", "tsv").text.split(separator: "\n").count <= 2)
    for count in ["0", "100001", "-3", "many"] {
      #expect(try Room().onStore("demo", "--clients", count).status == 2, "\(count)")
    }
    #expect(try Room().onStore("demo", "--seed", "4").status == 2)
  }

  @Test("what is there is never overwritten")
  func thereAlready() throws {
    let room = try Room()
    let file = try room.write("store.sqlite", "mine")
    let done = try room.onStore("demo", "--clients", "10")
    #expect(done.status == 4)
    #expect(done.errors.contains("there already"))
    #expect(try room.read(file) == "mine")
  }

  @Test("a demonstration that fails half-way leaves nothing behind")
  func failing() throws {
    let room = try Room()
    let exports = room.path + "/exports"
    try FileManager.default.createDirectory(atPath: exports, withIntermediateDirectories: true)
    let register = try Data(contentsOf: URL(fileURLWithPath: Caseload.fixture("register.csv")))
    _ = try room.write("exports/register.csv", register)
    let stores = room.path + "/stores"
    let done = try room.caseload(
      "demo", "--store", stores + "/demo.sqlite", "--fixtures", exports, "--today", "2026-11-21")
    #expect(done.status != 0, "there are no contacts to take in")
    #expect(!done.errors.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: stores) == [])
  }

  @Test("what a killed one left is taken away by the next; another's that still runs is not")
  func killed() throws {
    let room = try Room()
    let own = getpid()
    for file in ["store.sqlite.unfinished-4194305", "store.sqlite.unfinished-4194305.lock"] {
      _ = try room.write(file, "left")
    }
    let running = try room.write("store.sqlite.unfinished-\(own)", "another's")
    try Self.make(room, "1", clients: "5")
    let files = try FileManager.default.contentsOfDirectory(atPath: room.path).sorted()
    #expect(files.filter { $0.hasPrefix("store.sqlite.unfinished-") } == ["store.sqlite.unfinished-\(own)"])
    #expect(try room.read(running) == "another's")
    #expect(files.contains("store.sqlite"))
  }
}
