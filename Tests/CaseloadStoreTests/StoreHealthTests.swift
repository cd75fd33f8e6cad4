import CaseloadCore
import Foundation
import GRDB
import Testing

@testable import CaseloadStore

@Suite struct StoreHealthTests {
  @Test func aStoreInGoodHealth() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try twoClients().take(into: store, as: "i1")
      try store.close()
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let health = StoreHealth.look(at: path)
      #expect(health.problem == nil)
      #expect(health.exists)
      #expect(health.mode == "0600")
      #expect(health.folderMode == "0700")
      #expect(!health.isFolderOpen)
      #expect(health.schema == Schema.version)
      #expect(health.changes == 1)
      #expect(health.isHeadWhole)
      #expect(!health.isHeld)
      #expect(health.freeBytes.map { $0 > 0 } ?? true)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before, "looking changes nothing")
    }
  }

  @Test func lookingMakesNothing() throws {
    try withFolder { path in
      let health = StoreHealth.look(at: path + "/further/on.sqlite")
      #expect(!health.exists)
      #expect(health.problem == nil)
      #expect(health.fileSystem != nil)
      let folder = StoreFiles.folder(of: path)
      let found = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(found == [])
    }
  }

  @Test func aChangedLastEntryIsSeen() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try twoClients().take(into: store, as: "i1")
      try set(store, 1, "phone", .text("06-2"), on: "2026-11-01", change: "c1")
      #expect(StoreHealth.look(at: path).isHeadWhole)
      try store.maintain { db in try db.execute(sql: "UPDATE journal SET author = 'x' WHERE seq = 2") }
      #expect(!StoreHealth.look(at: path).isHeadWhole)
      try store.close()
    }
  }

  @Test func aChangedPayloadAndABrokenLinkAreSeen() throws {
    for sql in [
      "UPDATE journal_payload SET json = '{}' WHERE seq = 2",
      "UPDATE journal SET hash = zeroblob(32) WHERE seq = 1",
    ] {
      try withFolder { path in
        let store = try Store.open(path, create: true, actor: coach)
        try twoClients().take(into: store, as: "i1")
        try set(store, 1, "phone", .text("06-2"), on: "2026-11-01", change: "c1")
        try store.maintain { db in try db.execute(literal: SQL(sql: sql)) }
        #expect(!StoreHealth.look(at: path).isHeadWhole, "\(sql)")
        try store.close()
      }
    }
  }

  @Test func whatOpenWouldRefuseIsTheProblem() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try store.maintain { db in try db.execute(sql: "PRAGMA user_version = 99") }
      try store.close()
      #expect(StoreHealth.look(at: path).problem == .newerSchema(found: 99, known: Schema.version))
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      #expect(StoreHealth.look(at: path).problem == .openToOthers(path, mode: "0644"))
      let link = path + ".link"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      #expect(StoreHealth.look(at: link).problem == .symbolicLink(link))
      let text = path + ".txt"
      try Data("no store at all, but long enough to be looked at".utf8).write(to: URL(fileURLWithPath: text))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: text)
      #expect(StoreHealth.look(at: text).problem != nil)
    }
  }

  @Test func whoeverWritesIsNamedAndTheStoreIsLeftAlone() throws {
    try withFolder { path in
      try Store.open(path, create: true, actor: coach).close()
      let other = try StoreLock(path: path + ".lock")
      try other.acquire(limit: 100) { _ in }
      let health = StoreHealth.look(at: path)
      #expect(health.isHeld)
      #expect(health.holder == getpid())
      #expect(health.schema == nil)
      other.release()
      #expect(!StoreHealth.look(at: path).isHeld)
    }
  }

  @Test func aFolderThatOthersMayWriteIsSeen() throws {
    try withFolder { path in
      try Store.open(path, create: true, actor: coach).close()
      let folder = StoreFiles.folder(of: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder)
      #expect(StoreHealth.look(at: path).isFolderOpen)
    }
  }
}
