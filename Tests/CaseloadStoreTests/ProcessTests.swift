import CaseloadCore
import Foundation
import GRDB
import Testing

@testable import CaseloadStore

/// The helper that tests start as another process; it is built beside the tests.
func helper(_ arguments: [String]) throws -> (process: Process, output: FileHandle) {
  let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  let process = Process()
  process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent()
    .appendingPathComponent("store-kill-helper")
  process.arguments = arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  return (process, pipe.fileHandleForReading)
}

@Suite(.serialized) struct ProcessTests {
  private static let rows = 400

  private enum Found: Equatable {
    case old, new, between
  }

  /// What a store holds after the helper's second import was cut off: all of the old, all of the new, or
  /// something between.
  private static func found(_ store: Store) throws -> Found {
    let report = try store.check()
    guard report.isClean, report.clients == rows else { return .between }
    var codes: Set<String> = []
    try store.forEachClient(in: .all) { facts in
      guard case .text(let phone)? = facts.values["phone"]?.content,
        facts.values["education"]?.content == education(phone)
      else { return _ = codes.insert("torn") }
      codes.insert(phone)
    }
    let imports = try store.imports().count
    if codes == ["mbo2"], imports == 1 { return .old }
    if codes == ["hbo"], imports == 2 { return .new }
    return .between
  }

  private func firstImport(_ path: String) throws {
    try Store.open(path, create: true, actor: coach).close()
    let (process, output) = try helper(["import", path, "\(Self.rows)", "2026-09-01", "mbo2"])
    _ = output.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func aKilledImportLeavesTheOldOrTheNew() throws {
    let isSoak = ProcessInfo.processInfo.environment["CASELOAD_SOAK"] == "1"
    var generator = Seeded(20_261_121)
    var outcomes: [Found] = []
    try withFolder { path in
      try firstImport(path)
      for _ in 0..<(isSoak ? 100 : 8) {
        let copy = path + ".copy"
        StoreFiles.removeDatabase(copy)
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        let (process, output) = try helper(["import", copy, "\(Self.rows)", "2026-10-01", "hbo"])
        _ = output.availableData  // waits for "merging"
        usleep(UInt32.random(in: 0...150_000, using: &generator))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let store = try Store.open(copy, actor: coach)
        let found = try Self.found(store)
        #expect(found != .between)
        outcomes.append(found)
        try store.close()
        let left = try FileManager.default.contentsOfDirectory(atPath: StoreFiles.folder(of: path))
        #expect(left.filter { $0.contains("stage") } == [])
      }
    }
    #expect(outcomes.contains(.old), "no kill came before the merge's end: the test shows nothing")
  }

  @Test func halfAnImportWouldBeSeen() throws {
    try withFolder { path in
      try firstImport(path)
      let store = try Store.open(path, actor: coach)
      #expect(try Self.found(store) == .old)
      try store.maintain { db in
        try db.execute(sql: "UPDATE client SET education = 'hbo', phone = 'hbo' WHERE number <= 200")
        for number in 1...200 { try Checksums.refreshClient(Int32(number), store.columns, db) }
      }
      #expect(try Self.found(store) == .between)
      #expect(try store.check().isClean)
      try store.maintain { db in try db.execute(sql: "UPDATE client SET phone = 'x' WHERE number = 1") }
      #expect(try store.check().findings == [.checksum(table: "client", row: 1)])
      try store.close()
    }
  }

  @Test func twoProcessesLoseNoUpdate() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try twoClients().take(into: store, as: "i1")
      let first = try helper(["count", path, "40"])
      let second = try helper(["count", path, "40"])
      for (process, output) in [first, second] {
        let said = String(decoding: output.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
      }
      #expect(try store.value(1, "children")?.content == .exactly(80))
      #expect(try store.check().findings == [])
      try store.close()
    }
  }
}
