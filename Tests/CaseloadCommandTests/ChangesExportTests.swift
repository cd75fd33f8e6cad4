import CaseloadCore
import CaseloadExchange
import Foundation
import Testing

@testable import CaseloadCommand
@testable import CaseloadStore

private struct Broken: Error {}

@Suite struct ChangesExportTests {
  /// The file stands, whole; that it was handed over could not be kept. It is said, and comes again.
  @Test func aNoteThatFailsIsSaid() throws {
    let folder = NSTemporaryDirectory() + "caseload-note-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let today = try #require(Day(iso: "2026-11-21"))
    let context = Context(today: today, now: Moment(seconds: 1_795_000_000), actor: Actor(name: "A"))
    let store = try Store.open(folder + "/store.sqlite", create: true, actor: context.actor)
    let session = try ImportSession(
      store, source: ImportSource(register: "r", mapping: "m", drawn: today, fileDigest: "d"),
      columns: ["name"])
    _ = try session.add(
      key: RegisterKey("K-1"),
      values: [.recorded(.name(PersonName(family: "Berg")), source: .register)], line: 2)
    _ = try session.merge(as: ChangeID("i"), context)
    _ = try store.apply(
      Change(
        id: ChangeID("c"), author: "A", moment: context.now, reason: "",
        edits: [
          Edit(
            .client(ClientNumber(1)), "phone", old: nil,
            new: .recorded(.text("06-1"), source: .coach, day: today))
        ]))
    let mapping = try MappingFile.read("key = \"Nr\"\n[columns.Tel]\nfield = \"phone\"\n")
    func export(_ name: String) throws {
      try ChangesExport(
        store: store, context: context, since: today, output: folder + "/" + name, register: "r"
      ).run(try ChangesFile(mapping, day: today))
    }
    store.failCommit = { _ in throw Broken() }
    let failure = #expect(throws: Failure.self) { try export("1.csv") }
    #expect(failure?.ending == .store)
    #expect(failure?.text.string.contains("is written whole, but") == true)
    #expect(failure?.text.string.contains("K-1") == false)
    #expect(FileManager.default.fileExists(atPath: folder + "/1.csv"))
    store.failCommit = nil
    try export("2.csv")
    #expect(
      FileManager.default.contents(atPath: folder + "/1.csv")
        == FileManager.default.contents(atPath: folder + "/2.csv"))
    #expect(throws: Ending.nothingFound) { try export("3.csv") }
    #expect(!FileManager.default.fileExists(atPath: folder + "/3.csv"))
    try store.close()
  }
}
