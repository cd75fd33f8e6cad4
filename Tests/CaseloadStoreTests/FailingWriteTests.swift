import CFaultDisk
import CaseloadCore
import Foundation
import GRDB
import Testing

@testable import CaseloadStore

extension FailingDisk {
  /// Each call that writes, cuts or syncs fails, once and for ever, full or broken.
  @Suite("A write that fails") struct FailingWriteTests {
    /// What was said of a save.
    enum Said: String {
      case saved, notSaved, unknown
    }

    /// Whether what was said is true of the file: unknown never lies, and is asked again.
    static func isTrue(_ said: Said, stands: Bool) -> Bool {
      switch said {
      case .saved: stands
      case .notSaved: !stands
      case .unknown: true
      }
    }

    private static let contact = Registration(
      Contact(
        client: ClientNumber(1), kind: .attempt, held: day("2026-11-21"), logged: day("2026-11-21"),
        channel: .phone, initiative: .us, colleague: coach.name, story: "Nobody answered", source: .coach),
      tryAgain: day("2026-11-23"))

    private func save(_ store: Store) throws(StoreError) {
      _ = try store.register(Self.contact, id("c1"), reason: "", errand: "Try again", context())
    }

    private func stands(_ path: String) throws -> Bool {
      let store = try Store.open(path, actor: coach)
      let record = try store.record(of: ClientNumber(1))
      let (contacts, errands) = (record?.contacts.count ?? 0, record?.errands.count ?? 0)
      let isWhole = try store.check().isClean
      try store.close()
      #expect(isWhole)
      #expect(contacts == errands && contacts <= 1, "half of it, or twice")
      return contacts == 1
    }

    @Test(
      "The answer is saved, not saved, or unknown and then resolved; never wrong",
      arguments: [ResultCode.SQLITE_FULL, .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC].map(\.rawValue),
      [false, true])
    func each(_ code: Int32, _ forever: Bool) throws {
      #expect(fault_disk_install() == 0)
      var counts = Counts()
      try withFolder { path in
        let start = try made(path)
        #expect(fault_disk_watch(path, nil) == 0)
        defer { fault_disk_end() }
        // How many calls a save makes; one behind them is not reached.
        try FailingDisk.put([.database: start], at: path)
        #expect(try fail(0, code, forever, at: path, asksAgain: false, &counts))
        let calls = counts.calls
        // Everywhere in the soak; else here and there, and where COMMIT is.
        let numbers = (1...calls).filter { FailingDisk.isSoak || $0 % 6 == 1 || $0 > calls - 2 }
        for number in numbers {
          for asksAgain in [false, true] {
            try FailingDisk.put([.database: start], at: path)
            let isReached = try !fail(number, code, forever, at: path, asksAgain: asksAgain, &counts)
            #expect(isReached)
          }
        }
      }
      print("code \(code)\(forever ? " for ever" : ""): \(counts)")
      #expect(counts.faults > 3, "nothing failed: it shows nothing")
      // Where the disk is gone nobody can say whether COMMIT kept it, and that is what is said.
      if forever { #expect(counts.said[.unknown, default: 0] > 0) }
    }

    /// What the faults came to.
    private struct Counts {
      /// How many calls the last save made.
      var calls = 0
      var faults = 0
      /// How often a save stood of which COMMIT said that it failed: to take that for "not saved" would be wrong.
      var savedAllTheSame = 0
      var said: [Said: Int] = [:]
    }

    /// Saves while a call fails (0: none does), and judges what is said of it; whether none failed. Where she
    /// asks again, on the same store and once the disk is well, that is judged instead.
    private func fail(
      _ number: Int, _ code: Int32, _ forever: Bool, at path: String, asksAgain: Bool, _ counts: inout Counts
    ) throws -> Bool {
      let store = try Store.open(path, actor: coach)
      // Something stands in the -wal already, so that closing has something to write back.
      try set(store, 2, "phone", .text("06-5"), on: "2026-11-20", change: "c0")
      fault_disk_fail(Int64(number), forever ? 1 : 0, code)
      var answer = said(store)
      let (failed, made) = (fault_disk_has_failed() != 0, Int(fault_disk_calls()))
      if asksAgain {
        fault_disk_fail(0, 0, 0)
        if answer != .saved {
          answer = said(store)
          #expect(answer == .saved, "call \(number), \(code): asked again of a disk that is well")
        }
      }
      // Closing meets the same disk.
      do { try store.close() } catch { _ = error }
      // What comes later is another day's, when the disk is well.
      fault_disk_fail(0, 0, 0)
      let stands = try stands(path)
      #expect(Self.isTrue(answer, stands: stands), "call \(number), \(code): \(answer), it stands: \(stands)")
      counts.calls = made
      if failed { counts.faults += 1 }
      if failed, !asksAgain, stands { counts.savedAllTheSame += 1 }
      counts.said[answer, default: 0] += 1
      // Asked again under the same id it is there once, whatever was said before.
      let again = try Store.open(path, actor: coach)
      try save(again)
      try again.close()
      #expect(try self.stands(path))
      return !failed
    }

    private func said(_ store: Store) -> Said {
      do throws(StoreError) {
        try save(store)
        return .saved
      } catch {
        if case .unknownWhetherSaved = error { return .unknown }
        return .notSaved
      }
    }

    @Test("Canary: the judge sees a save that is not there, and one that was denied and is")
    func canary() {
      #expect(Self.isTrue(.saved, stands: true) && Self.isTrue(.notSaved, stands: false))
      #expect(!Self.isTrue(.saved, stands: false) && !Self.isTrue(.notSaved, stands: true))
      #expect(Self.isTrue(.unknown, stands: true) && Self.isTrue(.unknown, stands: false))
    }
  }
}
