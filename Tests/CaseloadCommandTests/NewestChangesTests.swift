import CaseloadCore
import CaseloadStore
import Foundation
import Testing

@testable import CaseloadCommand

/// A record that was read with its newest changes says of them what the whole history says.
@Suite struct NewestChangesTests {
  private static let today = Day(iso: "2026-11-21") ?? .earliest
  private static let context = Context(
    today: today, now: Moment(seconds: 1_795_000_000), actor: Actor(name: "J. de Vries"))

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func theyAreTheBeginningOfAll(seed: UInt64) throws {
    let folder = NSTemporaryDirectory() + "caseload-changes-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try Store.open(folder + "/store.sqlite", create: true, actor: Self.context.actor)
    defer { try? store.close() }
    let client = ClientNumber(1)
    var draw = Seeded(seed)
    let made = Creation.edits([("name", .name(PersonName(family: "Berg", given: "Jan")))], on: Self.today)
    _ = try store.keep(made, .random(using: &draw), reason: "", Self.context)
    var phone = 0
    for _ in 0..<60 {
      switch Int.random(in: 0..<5, using: &draw) {
      case 0: _ = try store.step(.undo, of: client, as: .random(using: &draw), Self.context)
      case 1: _ = try store.step(.redo, of: client, as: .random(using: &draw), Self.context)
      default:
        let old = try store.record(of: client, journal: 0)?.values["phone"]
        guard try store.record(of: client, journal: 0) != nil else { break }
        phone += 1
        let edit = Edit(
          .client(client), "phone", old: old,
          new: .recorded(.text("06-\(phone)"), source: .coach, day: Self.today))
        _ = try store.keep([edit], .random(using: &draw), reason: "", Self.context)
      }
    }
    let whole = try #require(try store.record(of: client).map { ClientRecord($0, Self.context) })
    #expect(whole.olderHistory == 0)
    for newest in [0, 1, 3, 7, 20, whole.history.count, 500] {
      let stored = try #require(try store.record(of: client, journal: newest))
      let record = ClientRecord(stored, Self.context)
      #expect(record.history == Array(whole.history.prefix(newest)))
      #expect(record.history.count + record.olderHistory == whole.history.count)
    }
  }
}
