import CaseloadCore
import Foundation
import Synchronization
import Testing

@testable import CaseloadStore

/// Whoever holds the store, stopped or not, is named.
@Suite(.serialized) struct LockHolderTests {
  /// Runs `body` beside a process that holds the store's lock and was stopped; it goes on when it is told to.
  private func withHolder(_ body: (String, Process) throws -> Void) throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try twoClients().take(into: store, as: "i1")
      try store.close()
      let (process, output) = try helper(["hold", path])
      defer {
        kill(process.processIdentifier, SIGCONT)
        _ = output.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      }
      #expect(String(decoding: output.availableData, as: UTF8.self).contains("holding"))
      try body(path, process)
    }
  }

  @Test(
    "A stopped process that holds the store is named when the wait passes two seconds, and the write comes after it"
  )
  func named() throws {
    try withHolder { path, process in
      let told = Mutex<[Int32?]>([])
      // Told of the wait, somebody lets the holder go on (`fg`): the very same write is then done.
      let store = try Store.open(path, actor: coach) { wait in
        told.withLock { $0.append(wait.holder) }
        kill(process.processIdentifier, SIGCONT)
      }
      #expect(told.withLock { $0 } == [process.processIdentifier])
      try set(store, 1, "phone", .text("06-7"), on: "2026-11-21", change: "c1")
      #expect(told.withLock { $0.count } == 1, "nobody is in the way any more")
      try store.close()
    }
  }

  @Test("Who does not wait is told who is in the way") func refused() throws {
    try withHolder { path, process in
      #expect(throws: StoreError.busy(holder: process.processIdentifier)) {
        try Store.open(path, actor: coach, waitLimit: 50)
      }
    }
  }

  @Test("Who is told of waits can be another than who opened the store") func toldElsewhere() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach) { _ in Issue.record("told the shell") }
      try twoClients().take(into: store, as: "i1")
      let told = Mutex<[Int32?]>([])
      let (process, output) = try helper(["hold", path])
      store.tellOfWaits { wait in
        told.withLock { $0.append(wait.holder) }
        kill(process.processIdentifier, SIGCONT)
      }
      #expect(String(decoding: output.availableData, as: UTF8.self).contains("holding"))
      try set(store, 1, "phone", .text("06-7"), on: "2026-11-21", change: "c1")
      #expect(told.withLock { $0 } == [process.processIdentifier])
      process.waitUntilExit()
      try store.close()
    }
  }
}
