import Foundation
import Testing

/// An import killed at any moment leaves the store as it was or as it is to be, never between.
@Suite("An import that is killed", .serialized)
struct KillTests {
  /// What a store may hold afterwards.
  private struct States {
    /// Clients before the import, and the day of intake that all of them have.
    var before = (count: 100, intake: "2026-05-04")
    /// Clients after it.
    var after = (count: 30_000, intake: "2026-05-11")

    /// Whether a store that `check` calls whole (or not) and whose list is this one is old or new; nil where it
    /// is neither. This is the judge of all the runs, and is itself put to the test below.
    func name(isWhole: Bool, intakes: [String: Int]) -> String? {
      guard isWhole else { return nil }
      if intakes == [before.intake: before.count] { return "old" }
      if intakes == [after.intake: after.count] { return "new" }
      return nil
    }
  }

  /// A register's export of 35 columns.
  private static func export(clients: Int, intake: String) -> String {
    let known = [
      "Klantnummer", "Naam", "Geboortedatum", "Telefoon", "Team", "Werkcoach", "Datum intake",
      "Uitkering sinds",
      "Toegewezen", "Status", "Terug op", "Traject", "Contactfrequentie",
    ]
    let more = (known.count + 1...35).map { "Kolom \($0)" }
    let tail =
      ";12-03-1984;06-00000001;Noord 2;J. de Vries;\(intake);01-05-2026;06-05-2026;actief;;werk;4"
      + String(repeating: ";x", count: more.count) + "\n"
    var text = (known + more).joined(separator: ";") + "\n"
    for number in 0..<clients { text += "K-\(100_000 + number);Naam\(number), Els" + tail }
    return text
  }

  /// A room with the old store, kept to be copied for each run, and the new export.
  private struct Ground {
    let room: Room
    let states = States()
    let new: String
    let old: String

    init() throws {
      room = try Room()
      old = room.path + "/old.sqlite"
      let export = try room.write(
        "old.csv", KillTests.export(clients: states.before.count, intake: states.before.intake))
      let done = try room.caseload(
        "import", export, "--store", old, "--drawn", "2026-11-19", "--today", "2026-11-21")
      #expect(done.status == 0, "\(done.errors)")
      new = try room.write(
        "new.csv", KillTests.export(clients: states.after.count, intake: states.after.intake))
    }

    /// A run of the import on a fresh copy of the old store, killed after so many seconds (nil: never).
    func run(killedAfter seconds: Double?) throws -> (store: Room, seconds: Double) {
      let store = try Room()
      try FileManager.default.copyItem(atPath: old, toPath: store.store)
      let running = try Shell.start(
        Caseload.binary,
        ["import", new, "--store", store.store, "--drawn", "2026-11-20", "--today", "2026-11-21"],
        environment: Caseload.environment(home: store.path))
      let start = Date()
      let done = try seconds.map { try running.finish(killingAfter: $0) } ?? running.finish()
      let length = Date().timeIntervalSince(start)
      if seconds == nil { #expect(done.status == 0, "\(done.errors)") }
      return (store, length)
    }

    /// What the store is now.
    func judge(_ store: Room) throws -> String? {
      let check = try store.onStore("check")
      let list = try store.onStore("list", "--format", "json", "--columns", "intake", "--sort", "number")
      let intakes = try Answers(list).texts("intake")
      return states.name(
        isWhole: check.status == 0 && check.text.contains("the store is whole"),
        intakes: Dictionary(intakes.map { ($0, 1) }, uniquingKeysWith: +))
    }
  }

  @Test("killed at random moments, the store is old or new, and whole")
  func killed() throws {
    let isSoak = ProcessInfo.processInfo.environment["CASELOAD_SOAK"] == "1"
    let seed = UInt64.random(in: 0...9_999_999)
    print("import killed at moments of seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let ground = try Ground()
    let whole = try ground.run(killedAfter: nil)
    #expect(try ground.judge(whole.store) == "new")
    var found: [String: Int] = [:]
    for run in 0..<(isSoak ? 100 : 8) {
      // Every other one towards the end, where the merge and its commit are.
      let from = run.isMultiple(of: 2) ? 0 : 0.8
      let moment = whole.seconds * Double.random(in: from...1.02, using: &random)
      let killed = try ground.run(killedAfter: moment)
      let state = try ground.judge(killed.store)
      #expect(state != nil, "between old and new after \(moment) s of \(whole.seconds), seed \(seed)")
      found[state ?? "between", default: 0] += 1
      // A killed import is no obstacle to the next one, and leaves no staging behind.
      let left = try FileManager.default.contentsOfDirectory(atPath: killed.store.path)
      #expect(!left.contains { $0.contains("stage") }, "\(left)")
    }
    print("states after the kills: \(found)")
    #expect((found["old"] ?? 0) > 0, "no run was killed before its end")
  }

  @Test("canary: the judge notices a half import, a wrong number and a store that is not whole")
  func canary() throws {
    let states = States()
    #expect(states.name(isWhole: true, intakes: ["2026-05-04": 100]) == "old")
    #expect(states.name(isWhole: true, intakes: ["2026-05-11": 30_000]) == "new")
    #expect(states.name(isWhole: true, intakes: [:]) == nil)
    #expect(states.name(isWhole: true, intakes: ["2026-05-11": 29_999]) == nil)
    #expect(states.name(isWhole: true, intakes: ["2026-05-04": 100, "2026-05-11": 29_900]) == nil)
    #expect(states.name(isWhole: true, intakes: ["2026-05-11": 100]) == nil)
    #expect(states.name(isWhole: false, intakes: ["2026-05-11": 30_000]) == nil)
    // And through the real commands: a store with half of the clients is neither.
    let room = try Room()
    let half = try room.write("half.csv", Self.export(clients: 50, intake: states.after.intake))
    #expect(try room.onStore("import", half, "--drawn", "2026-11-20", "--today", "2026-11-21").status == 0)
    let ground = try Ground()
    #expect(try ground.judge(room) == nil)
  }
}
