import CFaultDisk
import CaseloadCore
import Foundation
import GRDB
import Testing

@testable import CaseloadStore

/// What fails below the store: the disk, and the power. One test at a time, for they share the one disk that fails.
@Suite("A disk that fails", .serialized) enum FailingDisk {
  static let isSoak = ProcessInfo.processInfo.environment["CASELOAD_SOAK"] == "1"

  /// A store with two clients, closed, and what its file holds.
  static func made(_ path: String) throws -> [UInt8] {
    let store = try Store.open(path, create: true, actor: coach)
    try twoClients().take(into: store, as: "i1")
    try store.close()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Puts files in the place of a store's.
  static func put(_ files: [DiskLog.File: [UInt8]], at path: String) throws {
    StoreFiles.removeDatabase(path)
    for (file, bytes) in files {
      let name = file == .database ? path : path + "-wal"
      let made = FileManager.default.createFile(
        atPath: name, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
      try #require(made)
    }
  }
}

extension FailingDisk {
  /// The calls of a few saves are written down; then every disk is tried that a power cut may have left behind.
  @Suite("A power cut") struct PowerCutTests {
    /// What the saves came to.
    private struct Recording {
      let start: [UInt8]
      let log: DiskLog
      /// What the tables held before any save, and after each.
      let dumps: [TableDump]
    }

    /// What became of the cuts.
    private struct Outcome: CustomStringConvertible {
      var states = 0
      var lost = 0
      var torn = 0
      var damaged = 0
      var description: String {
        "\(states) states, \(lost) with a lost save, \(torn) with half a one, \(damaged) not whole"
      }
    }

    private func record(_ path: String, saves: Int, synchronous: String = "FULL") throws -> Recording {
      #expect(fault_disk_install() == 0)
      let start = try made(path)
      #expect(fault_disk_watch(path, path + ".log") == 0)
      defer { fault_disk_end() }
      let store = try Store.open(path, actor: coach)
      try store.maintain { try $0.execute(sql: "PRAGMA synchronous = \(synchronous)") }
      var dumps = [try TableDump(store)]
      var forms = RandomForms(7, clients: [1, 2])
      while dumps.count <= saves {
        guard try forms.keepOne(in: store) else { continue }
        fault_disk_mark(Int64(dumps.count))
        dumps.append(try TableDump(store))
        // What is written back into the database and what begins the -wal anew is part of it.
        if dumps.count.isMultiple(of: 5) {
          _ = try store.maintain { try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(PASSIVE)") }
        }
      }
      try store.close()
      fault_disk_end()
      return Recording(start: start, log: try DiskLog(path: path + ".log"), dumps: dumps)
    }

    /// Opens what is left after one cut, and judges it.
    private func judge(
      _ recording: Recording, cut: (files: [DiskLog.File: [UInt8]], acknowledged: Int), at path: String,
      _ outcome: inout Outcome
    ) throws {
      outcome.states += 1
      try FailingDisk.put(cut.files, at: path)
      do {
        let store = try Store.open(path, actor: coach)
        let (isClean, dump) = (try store.check().isClean, try TableDump(store))
        try store.close()
        if !isClean {
          outcome.damaged += 1
          return
        }
        // The save that was under way may stand, whole; it was not acknowledged.
        let after = cut.acknowledged
        if dump == recording.dumps[after]
          || dump == recording.dumps[min(after + 1, recording.dumps.count - 1)]
        {
          return
        }
        if recording.dumps.contains(dump) { outcome.lost += 1 } else { outcome.torn += 1 }
      } catch is StoreError {
        outcome.damaged += 1
      }
    }

    private func cuts(_ recording: Recording, at path: String, each: Int, atMost: Int) throws -> Outcome {
      var dice = Seeded(20_261_121)
      var outcome = Outcome()
      let points = Array(0...recording.log.calls.count)
      let kinds: [DiskLog.Kept] = [.nothing, .all] + [DiskLog.Kept](repeating: .some, count: each)
      for (point, kept) in points.flatMap({ point in kinds.map { (point, $0) } }).shuffled(using: &dice)
        .prefix(atMost)
      {
        let cut = recording.log.cut(after: point, kept, from: [.database: recording.start], using: &dice)
        try judge(recording, cut: cut, at: path, &outcome)
      }
      return outcome
    }

    @Test("An acknowledged save is there, another is whole or absent, and the store is whole")
    func full() throws {
      try withFolder { path in
        let recording = try record(path, saves: FailingDisk.isSoak ? 40 : 12)
        let outcome = try cuts(
          recording, at: path + ".cut", each: FailingDisk.isSoak ? 5 : 2,
          atMost: FailingDisk.isSoak ? 5_000 : 150)
        print(
          "power cuts in \(recording.log.calls.count) calls of \(recording.dumps.count - 1) saves: \(outcome)"
        )
        #expect(outcome.states > 100)
        #expect(outcome.lost == 0 && outcome.torn == 0 && outcome.damaged == 0)
      }
    }

    @Test("Canary: with synchronous=NORMAL acknowledged saves are lost, and that is seen")
    func normal() throws {
      try withFolder { path in
        let recording = try record(path, saves: 12, synchronous: "NORMAL")
        let outcome = try cuts(
          recording, at: path + ".cut", each: 2, atMost: FailingDisk.isSoak ? 2_000 : 60)
        print("the same with NORMAL: \(outcome)")
        #expect(outcome.lost > 0)
      }
    }

    @Test("Canary: a store of which a written-back page is missing is seen")
    func torn() throws {
      try withFolder { path in
        let recording = try record(path, saves: 3)
        var outcome = Outcome()
        var dice = Seeded(1)
        let all = recording.log.calls.count
        var cut = recording.log.cut(after: all, .all, from: [.database: recording.start], using: &dice)
        #expect(cut.acknowledged == 3)
        try judge(recording, cut: cut, at: path + ".cut", &outcome)
        #expect(outcome.lost + outcome.torn + outcome.damaged == 0)
        cut.files[.database] = recording.start
        try judge(recording, cut: cut, at: path + ".cut", &outcome)
        #expect(outcome.lost == 1)
      }
    }
  }
}
