import CaseloadCore
import Foundation
import GRDB
import Testing

@testable import CaseloadStore

@Suite struct OpeningTests {
  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }

  @Test func filesAreTheOwnersAlone() throws {
    try withFolder { path in
      let inside = StoreFiles.folder(of: path) + "/made/by us/store.sqlite"
      let store = try Store.open(inside, create: true, actor: coach)
      try twoClients().take(into: store, as: "i1")
      for file in try FileManager.default.contentsOfDirectory(atPath: StoreFiles.folder(of: inside)) {
        #expect(try mode(StoreFiles.folder(of: inside) + "/" + file) == 0o600, "\(file)")
      }
      #expect(try mode(StoreFiles.folder(of: inside)) == 0o700)
      #expect(try mode(inside + "-wal") == 0o600)
      try store.close()
    }
  }

  @Test func fullAndWALAreInForce() throws {
    try withStore { store in
      let pragmas = try store.maintain { db in
        try ["synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "secure_delete"].map {
          try Int.fetchOne(db, sql: "PRAGMA \($0)")
        }
      }
      #expect(pragmas == [2, 1, 0, 1, 1])
      #expect(try store.maintain { db in try String.fetchOne(db, sql: "PRAGMA journal_mode") } == "wal")
      #expect(try store.maintain { db in try Int.fetchOne(db, sql: "PRAGMA busy_timeout") } == 5000)
    }
  }

  @Test func aLinkIsRefused() throws {
    try withFolder { path in
      try Store.open(path, create: true, actor: coach).close()
      let link = path + ".link"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      #expect(throws: StoreError.symbolicLink(link)) { try Store.open(link, actor: coach) }
      let dangling = path + ".dangling"
      try FileManager.default.createSymbolicLink(atPath: dangling, withDestinationPath: path + ".nowhere")
      #expect(throws: StoreError.symbolicLink(dangling)) {
        try Store.open(dangling, create: true, actor: coach)
      }
    }
  }

  @Test func whatIsNotThereOrOpenToOthersIsRefused() throws {
    try withFolder { path in
      #expect(throws: StoreError.notFound(path)) { try Store.open(path, actor: coach) }
      #expect(!FileManager.default.fileExists(atPath: path + ".lock"))
      try Store.open(path, create: true, actor: coach).close()
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      #expect(throws: StoreError.openToOthers(path, mode: "0644")) { try Store.open(path, actor: coach) }
    }
  }

  @Test func aNewerStoreIsRefusedAndLeftAsItIs() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      try store.maintain { db in try db.execute(sql: "PRAGMA user_version = 99") }
      try store.close()
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(throws: StoreError.newerSchema(found: 99, known: Schema.version)) {
        try Store.open(path, actor: coach)
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func anotherProgramsFileIsRefusedAndLeftAsItIs() throws {
    try withFolder { path in
      do {
        let other = try DatabaseQueue(path: path)
        try other.write { db in try db.execute(sql: "CREATE TABLE theirs (x)") }
        try other.close()
      }
      chmod(path, 0o600)
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(throws: StoreError.notAStore(path)) { try Store.open(path, actor: coach) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func networkFileSystemsAreKnown() {
    let mounts = """
      22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
      40 22 0:52 / /home rw,relatime shared:20 - nfs4 server:/home rw,vers=4.2
      41 22 0:53 / /mnt/x rw,nosuid shared:21 - fuse.sshfs x@y:/ rw,user_id=0
      """
    #expect(FileSystem.kind(device: "254:1", mounts: mounts) == "ext4")
    #expect(FileSystem.kind(device: "0:52", mounts: mounts).map(FileSystem.isNetwork) == true)
    #expect(FileSystem.kind(device: "0:53", mounts: mounts).map(FileSystem.isNetwork) == true)
    #expect(!FileSystem.isNetwork("ext4"))
    #expect(FileSystem.kind(device: "9:9", mounts: mounts) == nil)
  }

  @Test func columnsOfNewFieldsAreAdded() throws {
    try withFolder { path in
      let fewer = Catalogue(fields: Catalogue.standard.fields.filter { $0.id != "debts" && $0.id != "cv" })
      let old = try Store.open(path, create: true, actor: coach, catalogue: fewer)
      try twoClients().take(into: old, as: "i1")
      try old.close()
      let store = try Store.open(path, actor: coach)
      #expect(try store.check().findings == [])
      try set(store, 1, "cv", .day(day("2026-05-01")), on: "2026-10-01", change: "c1")
      #expect(try store.value(1, "cv")?.content == .day(day("2026-05-01")))
      try store.close()
    }
  }

  @Test func aHeldLockIsNamed() throws {
    try withFolder { path in
      let store = try Store.open(path, create: true, actor: coach)
      let waiting = try Store.open(path, actor: coach, waitLimit: 30)
      _ = try store.locked { () throws(StoreError) in
        #expect(throws: StoreError.busy(holder: getpid())) {
          try set(waiting, 1, "phone", .text("x"), on: "2026-10-01", change: "c1")
        }
      }
      try waiting.close()
      try store.close()
      #expect(throws: StoreError.closed) { try store.check() }
    }
  }

  @Test func anErrorFromCommitIsResolved() throws {
    struct Fault: Error {}
    try withStore { store in
      try twoClients().take(into: store, as: "i1")
      // The disk kept it, but said otherwise.
      store.failCommit = { db in
        try db.commit()
        throw Fault()
      }
      #expect(
        try set(store, 1, "phone", .text("06-1"), on: "2026-10-01", change: "c1")
          == .saved(set: 1, already: 0, number: 2))
      #expect(try store.value(1, "phone")?.content == .text("06-1"))
      // The disk did not keep it.
      store.failCommit = { _ in throw Fault() }
      #expect(throws: StoreError.notSaved(code: 1)) {
        try set(store, 1, "phone", .text("06-2"), on: "2026-10-02", change: "c2")
      }
      store.failCommit = nil
      #expect(try store.value(1, "phone")?.content == .text("06-1"))
      #expect(try store.check().findings == [])
    }
  }
}
