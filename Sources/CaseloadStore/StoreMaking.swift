import CaseloadCore
import Glibc

extension Store {
  /// Makes a store whole or not at all: `body` fills it beside its place under another name, and it is put there
  /// when it is closed. What fails takes its files away; what a killed process left is taken away by the next
  /// making in that folder. Never overwrites: throws `file` with EEXIST where something stands at the path.
  public static func make(
    _ path: String, actor: Actor, onWait: @escaping @Sendable (LockWait) -> Void = { _ in },
    _ body: (Store) throws -> Void
  ) throws {
    guard try !StoreFiles.exists(path) else { throw StoreError.file(path, errno: EEXIST) }
    try StoreFiles.makeFolder(StoreFiles.folder(of: path))
    Unfinished.sweep(path)
    let work = Unfinished.name(path, process: getpid())
    Unfinished.remove(work)
    do {
      let store = try open(work, create: true, actor: actor, onWait: onWait)
      try body(store)
      try store.close()
      try Unfinished.put(work, at: path)
    } catch {
      Unfinished.remove(work)
      throw error
    }
  }
}

/// Stores that are being made: the file's name, and the process that makes it.
private enum Unfinished {
  private static let mark = ".unfinished-"

  static func name(_ path: String, process: pid_t) -> String { path + mark + String(process) }

  /// Removes a store and what SQLite and the lock have beside it.
  static func remove(_ work: String) {
    StoreFiles.removeDatabase(work)
    unlink(work + ".lock")
  }

  /// Gives a store its real name, which nothing else may have taken meanwhile: a second name never replaces one
  /// that is there. A file system without second names (FAT) gets a look and a rename instead.
  static func put(_ work: String, at path: String) throws(StoreError) {
    if link(work, path) == 0 {
      unlink(work)
    } else {
      guard errno == EPERM || errno == EOPNOTSUPP else { throw .file(path, errno: errno) }
      guard try !StoreFiles.exists(path) else { throw .file(path, errno: EEXIST) }
      guard rename(work, path) == 0 else { throw .file(path, errno: errno) }
    }
    unlink(work + ".lock")
    // The new name is durable only when its folder is.
    let folder = Glibc.open(StoreFiles.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .file(path, errno: errno) }
    defer { Glibc.close(folder) }
    guard fsync(folder) == 0 else { throw .file(path, errno: errno) }
  }

  /// Removes what processes left that are no more.
  static func sweep(_ path: String) {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) } ?? path.startIndex
    let own = String(path[start...]) + mark
    guard let folder = opendir(StoreFiles.folder(of: path)) else { return }
    var left: [pid_t] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.utf8.starts(with: own.utf8), let process = pid_t(name.dropFirst(own.count)) else { continue }
      if kill(process, 0) != 0, errno == ESRCH { left.append(process) }
    }
    closedir(folder)
    for process in left { remove(Self.name(path, process: process)) }
  }
}
